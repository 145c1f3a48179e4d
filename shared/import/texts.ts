/** Reads texts with a form of their own: names, e-mail addresses, colours, languages, lists of development goals. */
import { readEmail } from '#shared/base/email.ts';
import { fold } from '#shared/base/fold.ts';
import { oneLine } from '#shared/base/texts.ts';
import { cellText, type Cell } from './cells.ts';
import { accept, refuse, type Outcome } from './outcome.ts';

/** A text within its bound, of one line or of several; what is too long is refused, never cut. */
export function parseText(cell: Cell, max: number, lines: 'oneLine' | 'severalLines' = 'oneLine'): Outcome<string> {
  const text = lines === 'oneLine' ? oneLine(cellText(cell)) : cellText(cell);
  return text.length > max ? refuse('tooLong', { max }) : accept(text);
}

/** An address, from `mailto:` and `Name <a@b.c>` too; what was taken off is said. */
export function parseEmail(cell: Cell): Outcome<string> {
  const text = cellText(cell);
  const read = readEmail(text);
  if ('fault' in read) return refuse(read.fault);
  return read.address === text ? accept(text) : accept(read.address, 'emailCleaned');
}

export function parseColour(cell: Cell): Outcome<string> {
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(cellText(cell))?.[1];
  if (hex === undefined) return refuse('notAColour');
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return accept(`#${full.toUpperCase()}`);
}

const languageNames: Record<string, string> = {
  francais: 'fr',
  french: 'fr',
  anglais: 'en',
  english: 'en',
  allemand: 'de',
  german: 'de',
  deutsch: 'de',
  espagnol: 'es',
  spanish: 'es',
  espanol: 'es',
  italien: 'it',
  italian: 'it',
  neerlandais: 'nl',
  dutch: 'nl',
  portugais: 'pt',
  portuguese: 'pt',
  polonais: 'pl',
  polish: 'pl',
  roumain: 'ro',
  romanian: 'ro',
  tcheque: 'cs',
  czech: 'cs',
};

export function parseLanguage(cell: Cell): Outcome<string> {
  const word = fold(cellText(cell));
  const found = languageNames[word] ?? /^([a-z]{2})(?:[-_][a-z]{2})?$/.exec(word)?.[1];
  return found === undefined ? refuse('notALanguage') : accept(found);
}

// The goals' short names, French and English, as the United Nations publish them; the first words tell them apart.
const goalNames: [start: string, goal: number][] = [
  ['pas de pauvrete', 1],
  ['no poverty', 1],
  ['faim zero', 2],
  ['zero hunger', 2],
  ['bonne sante', 3],
  ['good health', 3],
  ['education de qualite', 4],
  ['quality education', 4],
  ['egalite entre les sexes', 5],
  ['gender equality', 5],
  ['eau propre', 6],
  ['clean water', 6],
  ['energie propre', 7],
  ['affordable and clean', 7],
  ['travail decent', 8],
  ['decent work', 8],
  ['industrie, innovation', 9],
  ['industry, innovation', 9],
  ['inegalites reduites', 10],
  ['reduced inequalit', 10],
  ['villes et communautes', 11],
  ['sustainable cities', 11],
  ['consommation et production', 12],
  ['responsible consumption', 12],
  ['mesures relatives a la lutte', 13],
  ['lutte contre les changements climatiques', 13],
  ['climate action', 13],
  ['vie aquatique', 14],
  ['life below water', 14],
  ['vie terrestre', 15],
  ['life on land', 15],
  ['paix, justice', 16],
  ['peace, justice', 16],
  ['partenariats', 17],
  ['partnerships', 17],
];

/** Goals of a list: `3;12`, `ODD 3, ODD 12`, `SDG13`, `12 - Consommation responsable`, or by name. Sorted, each once. */
export function parseSdgs(cell: Cell): Outcome<number[]> {
  const text = fold(cellText(cell));
  const found = new Set<number>();
  let rest = text;
  for (const [start, goal] of goalNames) {
    if (rest.includes(start)) {
      found.add(goal);
      rest = rest.replace(start, ' ');
    }
  }
  const numbers = text.match(/\d+(?:[.,]0\b)?/g) ?? [];
  for (const number of numbers) {
    const goal = Math.trunc(Number(number.replace(',', '.')));
    if (goal < 1 || goal > 17) return refuse('notASdg', { value: number });
    found.add(goal);
  }
  return found.size === 0 ? refuse('notASdg', { value: cellText(cell) }) : accept([...found].sort((a, b) => a - b));
}

const missingMarks = new Set([
  '-',
  '--',
  '—',
  '–',
  'n/a',
  'na',
  'n.a.',
  'n/d',
  'nd',
  'n.d.',
  'nc',
  'n.c.',
  'n/c',
  'ns',
  'null',
  'none',
  'nan',
  'neant',
  'non renseigne',
  'non communique',
  'inconnu',
  'inconnue',
  'unknown',
  '?',
  '#',
  'vide',
  'aucun',
  'aucune',
  '(vide)',
  '00/00/0000',
  '0000-00-00',
  '0000-00-00 00:00:00',
  '01/01/0001',
]);

/** With what a mark begins: most cells are told apart by their first letter, and folding each would be a tenth of reading a file. */
const beginnings = new Set([...missingMarks].map((mark) => mark.charAt(0)));
const isPlain = /^[!-~]/;

/** Words that stand for a missing value in columns of figures, dates and closed lists. */
export function isMissingMark(text: string): boolean {
  if (text.length > 20) return false;
  if (isPlain.test(text) && !beginnings.has(text.charAt(0).toLowerCase())) return false;
  return missingMarks.has(fold(text));
}
