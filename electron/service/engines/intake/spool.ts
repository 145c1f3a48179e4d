/** Many values kept in the order they came: those of an ordinary file at hand, the rest of a huge one in a temporary database that goes with it. */
import { collect } from '../../database/memory.ts';
import { temporaryTexts, type TemporaryTexts } from '../../database/temporary.ts';

/** Values are plain data, as JSON keeps it. */
export interface Spool<T> {
  push: (value: T) => void;
  count: () => number;
  /** The value of a number, from 0. */
  at: (index: number) => T;
  /** All values in their order; none may be added meanwhile. */
  all: () => Generator<T>;
  /** Gives back what it holds; the values are gone. */
  close: () => void;
}

/** So many values stay at hand, those of a large company; when there are more, all of them go to the temporary database, while the rest of an import is still small. */
const atHand = 120_000;
const perBlock = 256;

/** `keep` is how many values stay at hand. */
export function spool<T>(keep = atHand): Spool<T> {
  /** All values while they are few, then those that make no whole block yet. */
  let last: T[] = [];
  let stored: TemporaryTexts | null = null;
  let blocks = 0;
  let known: { number: number; values: T[] } = { number: -1, values: [] };
  const block = (number: number): T[] => {
    if (number >= blocks) return last;
    if (known.number !== number) known = { number, values: JSON.parse(stored?.read(number) ?? '[]') as T[] };
    return known.values;
  };
  const count = (): number => blocks * perBlock + last.length;
  const spill = (texts: TemporaryTexts): void => {
    let from = 0;
    for (; from + perBlock <= last.length; from += perBlock) {
      texts.write(blocks, JSON.stringify(last.slice(from, from + perBlock)));
      blocks += 1;
    }
    last = last.slice(from);
  };
  return {
    count,
    push: (value) => {
      last.push(value);
      if (last.length < (stored === null ? keep + 1 : perBlock)) return;
      const isFirst = stored === null;
      stored ??= temporaryTexts();
      spill(stored);
      // What was at hand is the most that is ever held at once; left to itself the collector would let as much again grow beside it.
      if (isFirst) collect();
    },
    at: (index) => {
      const number = Math.min(Math.floor(index / perBlock), blocks);
      const value = block(number)[index - number * perBlock];
      if (value === undefined) throw new RangeError(`no value ${index} of ${count()}`);
      return value;
    },
    all: function* all() {
      for (let number = 0; number <= blocks; number += 1) yield* block(number);
    },
    close: () => {
      stored?.close();
      stored = null;
      last = [];
      blocks = 0;
      known = { number: -1, values: [] };
    },
  };
}
