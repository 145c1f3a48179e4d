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

/** The text as it was before, or null when it is not such a text: every letter must be one byte, and the bytes must be UTF-8. */
export function mendGarbled(text: string): string | null {
  if (!suspect.test(text)) return null;
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
