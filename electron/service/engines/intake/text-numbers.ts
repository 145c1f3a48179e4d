/**
 * Numbers under texts, twelve bytes an entry and nothing of the text, for the keys of a million rows. Texts are told apart by 64
 * bits of a hash whose seeds are drawn anew for every process, so that no file can be made to confuse them: in a file of a
 * million keys two would be taken for one once in some forty million imports.
 */
import { randomBytes } from 'node:crypto';
import { packedTexts } from '../../sources/packed-texts.ts';

export interface TextNumbers {
  get: (text: string) => number | undefined;
  /** `value` is a whole number from 0 to 4 thousand million. */
  set: (text: string, value: number) => void;
  delete: (text: string) => void;
}

const seeds = randomBytes(8);
const [firstSeed, secondSeed] = [seeds.readInt32LE(0), seeds.readInt32LE(4)];
const empty = 0;
const gone = 0xffff_ffff;

/** Of the text hashed last: a pair of numbers for every look would be an object for every look. */
let high = 0;
let low = 0;
/** What is looked up is written next, more often than not. */
let hashed: string | null = null;
function hash(text: string): void {
  if (text === hashed) return;
  hashed = text;
  let a = firstSeed;
  let b = secondSeed;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charCodeAt(index);
    a = Math.imul(a ^ letter, 0x9e37_79b1);
    b = Math.imul(b ^ letter, 0x5f35_6495);
    b ^= b >>> 15;
  }
  a = Math.imul(a ^ (a >>> 16), 0x85eb_ca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2_ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85eb_ca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2_ae35);
  high = b >>> 0;
  low = a >>> 0;
}

export function textNumbers(): TextNumbers {
  let size = 256;
  /** Triples: both halves of the hash, and one more than the value. */
  let slots = new Uint32Array(size * 3);
  /** Slots that are not empty, those of deleted entries among them. */
  let used = 0;
  /** Where the text hashed last stands, or would stand. */
  const slotOf = (): number => {
    let free = -1;
    for (let at = (low % size) * 3; ; at = at + 3 === slots.length ? 0 : at + 3) {
      const value = slots[at + 2];
      if (value === empty) return free < 0 ? at : free;
      if (value === gone) {
        if (free < 0) free = at;
      } else if (slots[at] === low && slots[at + 1] === high) return at;
    }
  };
  const grow = (): void => {
    const before = slots;
    let kept = 0;
    for (let at = 2; at < before.length; at += 3) if (before[at] !== empty && before[at] !== gone) kept += 1;
    // By half again and not by twice: the next size is the most memory an import ever needs.
    if (kept * 2 > size) size = Math.floor(size * 1.5);
    slots = new Uint32Array(size * 3);
    used = kept;
    hashed = null;
    for (let at = 0; at < before.length; at += 3) {
      const value = before[at + 2] ?? empty;
      if (value === empty || value === gone) continue;
      low = before[at] ?? 0;
      high = before[at + 1] ?? 0;
      const to = slotOf();
      slots[to] = low;
      slots[to + 1] = high;
      slots[to + 2] = value;
    }
  };
  return {
    get: (text) => {
      hash(text);
      const value = slots[slotOf() + 2] ?? empty;
      return value === empty || value === gone ? undefined : value - 1;
    },
    set: (text, value) => {
      if (used * 5 > size * 4) grow();
      hash(text);
      const at = slotOf();
      if (slots[at + 2] === empty) used += 1;
      slots[at] = low;
      slots[at + 1] = high;
      slots[at + 2] = value + 1;
    },
    delete: (text) => {
      hash(text);
      const at = slotOf();
      if (slots[at + 2] !== empty) slots[at + 2] = gone;
    },
  };
}

/** Ids of records as small numbers, from 0 on in the order in which they are met. */
export interface RecordNumbers {
  of: (id: string) => number;
  /** The number of an id that was met, else undefined. */
  known: (id: string) => number | undefined;
  idOf: (number: number) => string;
}

export function recordNumbers(): RecordNumbers {
  const numbers = textNumbers();
  const ids = packedTexts();
  // A record goes under its code, its address, its name: asked for once each, one after another.
  let last = { id: '', number: -1 };
  return {
    known: numbers.get,
    idOf: ids.at,
    of: (id) => {
      if (id === last.id && last.number >= 0) return last.number;
      let number = numbers.get(id);
      if (number === undefined) {
        number = ids.push(id);
        numbers.set(id, number);
      }
      last = { id, number };
      return number;
    },
  };
}

/** A text for each of some numbers, kept packed. */
export function textsByNumber(): { set: (number: number, text: string) => void; get: (number: number) => string } {
  const texts = packedTexts();
  return {
    get: texts.at,
    set: (number, text) => {
      while (texts.count() < number) texts.push('');
      if (number === texts.count()) texts.push(text);
      else texts.set(number, text);
    },
  };
}
