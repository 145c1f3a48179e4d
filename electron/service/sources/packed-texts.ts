/** Many texts in little memory: a million of them take their letters and eight bytes each, and nothing of the file they came from. */

export interface PackedTexts {
  /** Keeps a text; answers its number, from 0. */
  push: (text: string) => number;
  /** The text of a number; '' for one never given. */
  at: (index: number) => string;
  set: (index: number, text: string) => void;
  count: () => number;
}

const pageBits = 20;
const pageSize = 1 << pageBits;
const narrow = /^[\u0000-\u00ff]*$/;

/** An array of numbers that grows by doubling. */
export function growing(): { push: (value: number) => void; values: () => Uint32Array; count: () => number } {
  let values = new Uint32Array(1024);
  let count = 0;
  return {
    push: (value) => {
      if (count === values.length) {
        const wider = new Uint32Array(count * 2);
        wider.set(values);
        values = wider;
      }
      values[count] = value;
      count += 1;
    },
    values: () => values,
    count: () => count,
  };
}

/** Texts are lossless, lone surrogates too: one byte a letter where Latin-1 has them all, else two. */
export function packedTexts(): PackedTexts {
  const starts = growing();
  const pages: Buffer[] = [];
  let page = Buffer.alloc(0);
  let used = 0;
  /** Writes the text behind a head that tells its bytes and whether letters are wide; answers its place: page and offset in one number. */
  const write = (text: string): number => {
    const wide = !narrow.test(text);
    const bytes = wide ? text.length * 2 : text.length;
    if (used + 4 + bytes > page.length) {
      page = Buffer.allocUnsafeSlow(Math.max(pageSize, bytes + 4));
      pages.push(page);
      used = 0;
    }
    const start = (pages.length - 1) * pageSize + used;
    page.writeUInt32LE(bytes * 2 + (wide ? 1 : 0), used);
    if (wide) page.write(text, used + 4, 'utf16le');
    else page.write(text, used + 4, 'latin1');
    used += 4 + bytes;
    return start;
  };
  return {
    push: (text) => {
      starts.push(write(text));
      return starts.count() - 1;
    },
    at: (index) => {
      if (!(index >= 0 && index < starts.count())) return '';
      const start = starts.values()[index] ?? 0;
      const from = pages[start >>> pageBits];
      if (from === undefined) return '';
      const at = start & (pageSize - 1);
      const head = from.readUInt32LE(at);
      const end = at + 4 + (head >>> 1);
      return from.toString((head & 1) === 1 ? 'utf16le' : 'latin1', at + 4, end);
    },
    set: (index, text) => {
      starts.values()[index] = write(text);
    },
    count: starts.count,
  };
}
