/** Names of people as files write them: a whole name split in two, titles and roles taken off, and the key by which spellings of one name meet. */
import { fold } from '#shared/base/fold.ts';

const spaces = /[\s\u00A0\u202F]+/;
const wordsOf = (text: string): string[] => text.split(spaces).filter((word) => word !== '');
const plain = (word: string): string => fold(word).replace(/\.$/, '');

/** Titles that are never a name, and those that are one only at the head of a longer text (`M`, `Me`, `Dr`). */
const titles = new Set([
  'mme',
  'mmes',
  'mlle',
  'mlles',
  'mrs',
  'madame',
  'mademoiselle',
  'monsieur',
  'messieurs',
  'mesdames',
]);
const headTitles = new Set([
  ...titles,
  'm',
  'mm',
  'mr',
  'ms',
  'dr',
  'pr',
  'me',
  'docteur',
  'professeur',
  'prof',
  'miss',
]);
/** Roles that stand behind a name without brackets. */
const roles = new Set([
  'rh',
  'drh',
  'rrh',
  'rse',
  'csr',
  'hse',
  'qhse',
  'qse',
  'cse',
  'dg',
  'pdg',
  'ceo',
  'hr',
  'dsi',
  'daf',
  'manager',
  'directeur',
  'directrice',
  'responsable',
  'stagiaire',
  'alternant',
  'alternante',
  'ambassadeur',
  'ambassadrice',
  'referent',
  'referente',
  'interim',
]);
/** Brackets that say more of the name itself are kept. */
const birth = /^(?:nee?|born|ep|epouse|veuve|vve)\b/;

/** No name is nearly as long; patterns never see what is. */
const longest = 500;

/** A text without titles at its head and roles at its end, which are not the name; what is only a title stays. */
export function withoutTitles(text: string): string {
  if (text.length > longest) return wordsOf(text).join(' ');
  let words = wordsOf(text);
  while (words.length > 1 && headTitles.has(plain(words[0] ?? ''))) words = words.slice(1);
  const others = words.filter((word) => !titles.has(plain(word)));
  if (others.length > 0) words = others;
  const joined = words.join(' ');
  const bracket = joined.endsWith(')') ? joined.lastIndexOf('(') : joined.endsWith(']') ? joined.lastIndexOf('[') : -1;
  if (bracket > 0 && !birth.test(fold(joined.slice(bracket + 1)))) {
    const before = joined.slice(0, bracket).trim();
    if (before !== '') return withoutTitles(before);
  }
  const dash = /^(.*\S)(?:\s+[-–—|/]\s+|,\s*)(\S+(?:\s\S+){0,3})$/.exec(joined);
  if (dash !== null && roles.has(plain((dash[2] ?? '').split(' ')[0] ?? ''))) return withoutTitles(dash[1] ?? '');
  const last = words.at(-1) ?? '';
  if (words.length > 2 && last === last.toUpperCase() && roles.has(plain(last))) return words.slice(0, -1).join(' ');
  return joined;
}

const particles = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'van',
  'von',
  'vom',
  'der',
  'den',
  'ter',
  'ten',
  'el',
  'al',
  'ben',
  'bin',
  'ibn',
  'ould',
  'da',
  'di',
  'do',
  'dos',
  'das',
  'del',
  'della',
  'zu',
  'zum',
  'zur',
  'af',
  'av',
  'y',
  'e',
  'saint',
  'st',
]);
/** At the head of a whole name these begin a surname even with a capital; `Ben`, `Al` or `Van` may be a first name. */
const surelyParticles = new Set(['de', 'du', 'des', 'd', 'von', 'dos', 'della']);
const elided = /^[dl]['’´ʼ]/i;

const isParticle = (word: string): boolean => particles.has(plain(word)) || /^[dl]['’´ʼ]$/i.test(word);
const isLower = (word: string): boolean => word === word.toLowerCase();

/** `DUPONT`, `d'ORVILLERS`, `McDONNELL`, `O'NEIL`: capitals that mark a surname. `J.`, `JP` and `MC` are initials of a first name. */
function isCapital(word: string): boolean {
  const core = word.replace(elided, '').replace(/^(?:Mc|Mac|De|Di|Le|La|Du|Van|Fitz)(?=\p{Lu}{2})/u, '');
  const letters = core.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2 || core !== core.toUpperCase()) return false;
  return !/^(?:J[^AEIOUY]|M[CFLP]|PY|FX)$/.test(letters);
}

export interface SplitName {
  firstName: string;
  lastName: string;
  /** The text without titles and roles, when there were any. */
  bare?: string;
}

/**
 * `DUPONT Marie`, `Marie Dupont`, `Dupont, Marie`: capitals or a comma tell the family name, to which the particles before it
 * belong (`Charles de GAULLIN`, `Tom van der BERGHEN`); else it begins at the first particle or the second word.
 */
export function splitName(text: string): SplitName {
  const bare = withoutTitles(text);
  const told = bare === wordsOf(text).join(' ') ? {} : { bare };
  const comma = bare.indexOf(',');
  if (comma > 0 && comma < bare.length - 1)
    return { lastName: bare.slice(0, comma).trim(), firstName: withoutTitles(bare.slice(comma + 1).trim()), ...told };
  const words = wordsOf(bare);
  const [from, to] = surname(words);
  return {
    firstName: [...words.slice(0, from), ...words.slice(to)].join(' '),
    lastName: words.slice(from, to).join(' '),
    ...told,
  };
}

/** Where the surname begins and ends. */
function surname(words: string[]): [number, number] {
  const { length } = words;
  if (length < 2) return [0, length];
  const capitals = words.map(isCapital);
  // The longest run of capitals, with small particles inside it: `GARCIA y LOPEZ`.
  let best: [number, number] = [0, 0];
  for (let start = 0; start < length; start += 1) {
    if (capitals[start] !== true) continue;
    let end = start + 1;
    for (let at = end; at < length && (capitals[at] === true || isParticle(words[at] ?? '')); at += 1)
      if (capitals[at] === true) end = at + 1;
    if (end - start > best[1] - best[0]) best = [start, end];
    start = end;
  }
  let [from, to] = best;
  if (to > from) {
    while (from > 0 && isParticle(words[from - 1] ?? '')) from -= 1;
    if (to - from < length) return [from, to];
  }
  const [head = ''] = words;
  if (elided.test(head) || surelyParticles.has(plain(head)) || (isLower(head) && isParticle(head))) {
    // `de la Tour Marie`: particles, the word that they lead to, then the first name.
    to = 0;
    while (to < length - 1 && isParticle(words[to] ?? '')) to += 1;
    return to + 1 < length ? [0, to + 1] : [0, length];
  }
  const particle = words.findIndex(
    (word, at) => at > 0 && ((at < length - 1 && isParticle(word)) || (elided.test(word) && word.length > 2)),
  );
  return [particle > 0 ? particle : 1, length];
}

/** What spellings of one name have in common: no title, no accent, hyphen, apostrophe nor space. */
export function nameKey(name: unknown): string {
  return fold(withoutTitles(String(name ?? ''))).replace(/[\s'.-]+/g, '');
}
