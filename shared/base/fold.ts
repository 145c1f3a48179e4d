/** The one way texts are compared, searched and sorted whatever their accents, ligatures and case. */

const ligatures: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ĳ: 'ij',
  ﬁ: 'fi',
  ﬂ: 'fl',
};
const ligaturePattern = /[œæßøłđðþıĳﬁﬂ]/g;
const marks = /\p{M}+/gu;
const apostrophes = /[’‘ʼ`´]/g;
const spaces = /[\s\u00A0\u202F]+/g;
// Without the grave accent, which is one of the apostrophes.
const ascii = /^[\x20-\x5f\x61-\x7e]*$/;
const accented = /[\u00C0-\u017F]/g;
const latin = /^[\x20-\x5f\x61-\x7e\u00C0-\u017F]*$/;
const folded = new Map<string, string>();

/**
 * Folds a text to its plain lower-case letters: `Œuvre d’Été` gives `oeuvre d'ete`.
 * Total: any string gives a string; folding twice changes nothing.
 */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  if (latin.test(text)) return text.replace(accented, foldLetter).toLowerCase().replace(/ {2,}/g, ' ').trim();
  return foldAny(text);
}

/** The letters of western and central Europe, one by one: ten times quicker than decomposing the whole text. */
function foldLetter(letter: string): string {
  const known = folded.get(letter);
  if (known !== undefined) return known;
  const made = foldAny(letter);
  folded.set(letter, made);
  return made;
}

function foldAny(text: string): string {
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(ligaturePattern, (letter) => ligatures[letter] ?? letter)
    .normalize('NFKD')
    .replace(marks, '')
    .replace(apostrophes, "'")
    .replace(spaces, ' ')
    .trim();
}

/**
 * The stored key by which a record is both sorted and found: the parts folded, the name first, split by U+001F so that a
 * search never matches across two parts. Missing parts are left out.
 */
export function foldSearch(...parts: (string | null | undefined)[]): string {
  let key = '';
  for (const part of parts) {
    if (part === null || part === undefined || part === '') continue;
    key = key === '' ? fold(part) : `${key}\u001f${fold(part)}`;
  }
  return key;
}
