/** The small rules of print: spaces before double punctuation, real apostrophes, guillemets, numbers. */
import type { Language } from '../base/common.ts';

const thin = '\u202F';
const wide = '\u00A0';

/** French as it is printed; what is already right stays, times and addresses are left alone. */
export function frenchTypography(text: string): string {
  return text
    .replace(/\.\.\./g, '…')
    .replace(/(\p{L})'(?=\p{L}|«|\d)/gu, '$1’')
    .replace(/"([^"\n]+)"/g, `«${wide}$1${wide}»`)
    .replace(/«[ \u00A0\u202F]*/g, `«${wide}`)
    .replace(/[ \u00A0\u202F]*»/g, `${wide}»`)
    .replace(/[ \u00A0\u202F]+([;!?]+)/g, `${thin}$1`)
    .replace(/(\p{L}|\d|»)([;!?]+)(?=\s|$)/gu, `$1${thin}$2`)
    .replace(/[ \u00A0\u202F]+:(?=\s|$)/g, `${wide}:`)
    .replace(/(\p{L}|»):(?=\s|$)/gu, `$1${wide}:`)
    .replace(/(\d) (?=\d{3}(?:\D|$))/g, `$1${thin}`)
    .replace(/(\d) (?=[%€])/g, `$1${thin}`);
}

function englishTypography(text: string): string {
  return text
    .replace(/\.\.\./g, '…')
    .replace(/(\p{L})'(?=\p{L})/gu, '$1’')
    .replace(/"([^"\n]+)"/g, '“$1”');
}

/** The text as it is set on a slide of that language, trimmed, with at most single blank lines. */
export function typeset(text: string, lang: Language): string {
  const clean = text
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return lang === 'fr' ? frenchTypography(clean) : englishTypography(clean);
}

/** Wraps words that someone said in the language's quotation marks, once. */
export function quoted(text: string, lang: Language): string {
  const bare = text
    .trim()
    .replace(/^["«“]\s*/, '')
    .replace(/\s*["»”]$/, '');
  return lang === 'fr' ? `«${wide}${bare}${wide}»` : `“${bare}”`;
}

/** Whether a text reads from the right: its first strong letter is Hebrew or Arabic. */
export function isRtl(text: string): boolean {
  const first = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]|[\p{L}]/u.exec(text);
  return first !== null && /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first[0]);
}

/** What stands for a record without a picture: two initials of a person, one letter of anything else. */
export function initialsOf(text: string, letters: 1 | 2): string {
  const skipped = new Set(['le', 'la', 'les', 'l', 'un', 'une', 'des', 'de', 'du', 'd', 'the', 'a', 'an', 'of']);
  const words = text.split(/[\s'’\-–,.:;!?«»"()]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const strong = words.filter((word) => !skipped.has(word.toLowerCase()));
  const chosen = strong.length > 0 ? strong : words;
  const picked = letters === 2 && chosen.length > 1 ? [chosen[0], chosen[chosen.length - 1]] : [chosen[0]];
  return picked
    .map((word) => /[\p{L}\p{N}]/u.exec(word ?? '')?.[0] ?? '')
    .join('')
    .toUpperCase();
}
