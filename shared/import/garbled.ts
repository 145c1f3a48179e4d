/** Mends texts that were UTF-8, read as windows-1252 by someone and saved so: `MontluÃ§on` becomes `Montluçon`. */

/** The letters that windows-1252 puts on the bytes 0x80 to 0x9f. */
const high =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const suspect =
  /[\u00c2-\u00c5\u00e2][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018-\u201e\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]/;

function byteOf(letter: string): number | null {
  const place = high.indexOf(letter);
  if (place >= 0) return 0x80 + place;
  const code = letter.charCodeAt(0);
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : null;
}

/** One reading undone: every letter must be one byte, and the bytes must be UTF-8. */
function undoOne(text: string): string | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = letter.length === 1 ? byteOf(letter) : null;
    if (byte === null) return null;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null; // Not UTF-8 underneath: the letters are meant as they stand.
  }
}

/** Pairs that only a wrong reading writes: of an accented letter, of a typographic sign. */
const surely =
  /(?:\u00c3[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]|\u00e2\u20ac[\u0080-\u00bf\u2018-\u201e\u2122\u0153\u00a6\u00a2\u02dc])+/g;

/** So many wrong readings one after the other were ever seen, and one more. */
const mostReadings = 5;

/**
 * The text as it was before, or null when it is not such a text. Several wrong readings are undone one after the other; a text
 * in which only some letters were damaged has these mended.
 */
export function mendGarbled(text: string): string | null {
  let mended = text;
  for (let reading = 0; reading < mostReadings && suspect.test(mended); reading += 1) {
    const before: string = undoOne(mended) ?? mended.replace(surely, (part) => undoOne(part) ?? part);
    if (before === mended) break;
    mended = before;
  }
  return mended === text || isGarbled(mended) ? null : mended;
}

/** Whether a text still bears what a wrong reading left of a letter. */
export function isGarbled(text: string): boolean {
  return text.search(surely) >= 0 || /\u00c3[\u00c2\u0192\u201a]|\u00c3 (?=\p{L})/u.test(text);
}
