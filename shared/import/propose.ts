/** Proposes which column fills which field, from the headers' words and from what the first values look like. */
import { unitIn } from '../base/units.ts';
import { importKinds, type ImportKind } from '../kinds.ts';
import type { Field } from './field.ts';
import { cellText, isErrorText, uncomputed, type Cell } from './cells.ts';
import type { LeftOut } from './contract.ts';
import { isClosedList, parseEnum } from './enums.ts';
import { longestLooked as longest, plainHeader } from './headers.ts';
import { isReasonHeader } from './rejects-file.ts';
import { isMissingMark } from './texts.ts';
import { fieldsOf, indicatorPrefix } from './fields.ts';

export interface Column {
  /** The column's own name (see `columnNames`). */
  name: string;
  /** Some values from under the header; empty ones may be among them. */
  sample: readonly Cell[];
}

export interface Proposal {
  column: string;
  field: string;
  /** 0 to 1; from 0.5 on it is worth proposing. */
  score: number;
}

/** A workspace's indicator, by which a header can be recognised. */
export interface KnownIndicator {
  code: string;
  name: string;
  nameEn: string | null;
  unit: string;
}

const emptyWords = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'l',
  'un',
  'une',
  'et',
  'ou',
  'the',
  'of',
  'a',
  'an',
  'and',
  'or',
  's',
  'en',
  'au',
  'aux',
  'nom',
]);
/** Headers that look like a field's and are none: the commune's INSEE code is neither a site's code nor its postcode. */
const none = [
  'code commune',
  'code insee',
  'insee',
  'code departement',
  'departement code',
  'code region',
  'nom departement',
  'code naf',
  'ape',
  'motif du rejet',
  'rejection reason',
  'date d embauche',
  'hire date',
  'embauche',
  'anciennete',
  'seniority',
  'date de naissance',
  'birth date',
  'date of birth',
];
/** The same, held against every header that merely contains them. */
const noneWithin = ['insee', 'naf', 'segment'];
/** A date of these is the employer's business, not the network's. */
const noneForDates = [
  'embauche',
  'hire',
  'hired',
  'naissance',
  'birth',
  'societe',
  'entreprise',
  'company',
  'groupe',
  'contrat',
  'contract',
];

/** A header that says one field outright (`code postal`) never means another by a part of it (`code`), in no kind. */
const wholeHeaders = new Set(importKinds.flatMap((kind) => fieldsOf[kind].flatMap((field) => field.words)));

function meaningful(words: string): string[] {
  const tokens = words.split(' ');
  const kept = tokens.filter((token) => !emptyWords.has(token) && !/^\d{1,2}$/.test(token));
  return kept.length > 0 ? kept : tokens;
}

/** How well a header says a field: whole words 1, all of a field's words within a longer header less, never by chance letters. */
export function headerScore(header: string, field: Field): number {
  const plain = plainHeader(header);
  if (plain === '') return 0;
  if (plain === plainHeader(field.name) || field.words.includes(plain)) return 1;
  if (none.includes(plain) || noneWithin.some((word) => plain.split(' ').includes(word))) return 0;
  if (
    (field.type === 'date' || field.type === 'endDate') &&
    noneForDates.some((word) => plain.split(' ').includes(word))
  )
    return 0;
  let best = field.weak?.includes(plain) === true ? 0.6 : 0;
  if (wholeHeaders.has(plain)) return best;
  const tokens = plain.split(' ');
  const weight = meaningful(plain).length;
  for (const word of field.words) {
    const parts = word.split(' ');
    if (!parts.every((part) => tokens.includes(part))) continue;
    const core = parts.filter((part) => !emptyWords.has(part)).length || 1;
    // A word at the head of a header names it; further back it mostly qualifies something else.
    const leading = tokens[0] === parts[0] ? 0.12 : 0;
    best = Math.max(best, Math.min(0.9, 0.3 + (0.5 * core) / weight + leading));
  }
  // `ID client` is somebody's code: whose, its values tell.
  if (field.type === 'code' && field.weak?.includes(tokens[0] ?? '') === true) best = Math.max(best, 0.55);
  return best;
}

const shapes: Partial<Record<Field['type'], RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  place: /^[[(]?\s*-?\d{1,3}[.,]\d+\s*[,; ]\s*-?\d{1,3}[.,]\d+\s*[\])]?$|^POINT/i,
  postcode:
    /^(?:\d{4,5}(?:\.0)?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{1,2}-\d{4,5}|\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{3} \d{2}|\d{5}[ ,-]+\p{L}.*)$/iu,
  degrees: /^-?\d{1,3}(?:[.,]\d+)?$|^-?\d{5,8}(?:[.,]\d+)?$|[°NSEWO]/,
  id: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
  date: /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|^\d{4}$|^\d{5}(?:\.0)?$|\p{L}{3}.*\d{4}/u,
  endDate: /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|^\d{4}$|^\d{5}(?:\.0)?$|\p{L}{3}.*\d{4}/u,
  integer: /^[\d\s\u00A0\u202F.,]+$/,
  number: /^[-(]?[\d\s\u00A0\u202F.,'%€$£]+\)?$/,
  hours: /^[\d.,]+\s*h?/i,
  colour: /^#?[0-9a-f]{3,6}$/i,
};

/** How far the values fit the field: 1 all, 0 none; 1 when nothing can be told. */
function shapeFit(field: Field, sample: readonly Cell[]): number {
  const shape = shapes[field.type];
  // What stands for a missing value, or for a failed calculation, tells nothing of the rest.
  const texts = sample
    .map(cellText)
    .filter((text) => text !== '' && text !== uncomputed.error && !isErrorText(text) && !isMissingMark(text));
  if (texts.length === 0) return 1;
  if (field.type === 'code' && texts.length >= 8) {
    // A code that comes back many times is another thing's code.
    return new Set(texts).size / texts.length < 0.7 ? 0.4 : 1;
  }
  if (shape === undefined) return 1;
  return texts.filter((text) => text.length <= longest && shape.test(text)).length / texts.length;
}

const amountWords = [
  'montant',
  'mandate',
  'subvention',
  'versement',
  'verse',
  'don',
  'dons',
  'collecte',
  'budget',
  'cout',
  'amount',
  'donation',
  'grant',
  'raised',
  'cost',
  'eur',
  'euros',
];

/** The indicator that a header of figures means: one of the workspace by code or name, else the amount of money. */
function proposeIndicator(column: Column, indicators: readonly KnownIndicator[]): Proposal | null {
  const plain = plainHeader(column.name);
  const texts = column.sample.map(cellText).filter((text) => text !== '');
  if (plain === '' || texts.length === 0) return null;
  const numeric =
    texts.filter((text) => text.length <= longest && shapes.number?.test(text) === true).length / texts.length;
  if (numeric < 0.8) return null;
  for (const indicator of indicators) {
    const names = [
      indicator.code,
      indicator.name,
      indicator.nameEn ?? '',
      `${indicator.name} ${indicator.unit}`,
      `${indicator.nameEn ?? ''} ${indicator.unit}`,
      // As our own lists write it, in either language.
      `${indicator.name} ${unitIn(indicator.unit, 'fr')}`,
      `${indicator.nameEn ?? indicator.name} ${unitIn(indicator.unit, 'en')}`,
    ].map(plainHeader);
    if (names.includes(plain)) return { column: column.name, field: indicatorPrefix + indicator.code, score: 0.95 };
  }
  if (!plain.split(' ').some((token) => amountWords.includes(token))) return null;
  const money = indicators.find((indicator) => indicator.unit === '€' || indicator.unit === 'EUR');
  return { column: column.name, field: indicatorPrefix + (money?.code ?? 'EUR'), score: 0.7 };
}

/** How far the values of a column are what a field takes, and why it is not the field's column when they mostly are not. */
export interface ColumnFit {
  /** 0 to 1. */
  share: number;
  unfit?: Omit<LeftOut, 'column' | 'field'>;
  /** Whatever its values look like: they are to be corrected. */
  blamed?: true;
}

export interface Proposed {
  proposals: Proposal[];
  /** Columns that fill nothing because their values are not what their headers promise. */
  leftOut: LeftOut[];
}

/** By headers and the mere shape of the values; see `proposeColumns`. */
export function proposeMapping(
  kind: ImportKind,
  columns: readonly Column[],
  indicators: readonly KnownIndicator[] = [],
): Proposal[] {
  return proposeColumns(kind, columns, indicators, () => ({ share: 1 })).proposals;
}

/** From this score on a header says a field well enough for its column to be missed when it is left out. */
const promising = 0.5;

/**
 * Proposes at most one field per column and one column per field, the surest first; `fitOf` judges the values of the column at
 * a place. For initiatives, columns of figures that name an indicator (or an amount of money) are proposed as `indicator:CODE`.
 */
export function proposeColumns(
  kind: ImportKind,
  columns: readonly Column[],
  indicators: readonly KnownIndicator[],
  fitOf: (index: number, field: Field) => ColumnFit,
): Proposed {
  const all: Proposal[] = [];
  const unfit: (LeftOut & { score: number })[] = [];
  for (const [index, column] of columns.entries()) {
    if (isReasonHeader(column.name)) continue;
    for (const field of fieldsOf[kind]) {
      const worded = headerScore(column.name, field);
      if (worded > 0) {
        const fit = fitOf(index, field);
        const shape = fit.blamed === true ? 1 : shapeFit(field, column.sample);
        if (fit.unfit !== undefined)
          unfit.push({ ...fit.unfit, column: column.name, field: field.name, score: worded });
        else
          all.push({
            column: column.name,
            field: field.name,
            score: worded * (0.35 + 0.65 * Math.min(fit.share, shape)) + saidByValues(field, column.sample),
          });
      } else if (
        field.type === 'email' &&
        column.sample.length > 0 &&
        shapeFit(field, column.sample) > 0.9 &&
        column.sample.some((cell) => cellText(cell).includes('@'))
      )
        all.push({ column: column.name, field: field.name, score: 0.6 });
    }
    const indicator = kind === 'initiatives' ? proposeIndicator(column, indicators) : null;
    if (indicator !== null) all.push(indicator);
  }
  all.sort((a, b) => b.score - a.score);
  const columnsTaken = new Set<string>();
  const fieldsTaken = new Set<string>();
  const chosen: Proposal[] = [];
  for (const proposal of all) {
    if (proposal.score < promising || columnsTaken.has(proposal.column) || fieldsTaken.has(proposal.field)) continue;
    columnsTaken.add(proposal.column);
    fieldsTaken.add(proposal.field);
    chosen.push(proposal);
  }
  const proposals = settle(kind, chosen);
  const read = new Set(proposals.map(({ column }) => column));
  const missed = new Set<string>();
  const leftOut = unfit
    .toSorted((a, b) => b.score - a.score)
    .flatMap(({ score, ...one }) => {
      // Our own ids are told by their values: another id is a code, or nothing to be missed.
      if (score < promising || one.field === 'id' || read.has(one.column) || missed.has(one.column)) return [];
      missed.add(one.column);
      return [one];
    });
  return { proposals, leftOut };
}

/** What the words of a closed list add to a header that hints at it. */
function saidByValues(field: Field, sample: readonly Cell[]): number {
  const { type } = field;
  if (!isClosedList(type)) return 0;
  const texts = sample.map(cellText).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => parseEnum(text, type).ok) ? 0.1 : 0;
}

/** Proposals that contradict each other: one column of places makes two columns of degrees needless, a full name the parts. */
function settle(kind: ImportKind, chosen: Proposal[]): Proposal[] {
  const has = (field: string): boolean => chosen.some((proposal) => proposal.field === field);
  const drop = new Set<string>();
  if (kind === 'sites') {
    if (has('lat') && has('lon')) drop.add('latLon');
    else if (has('lat') || has('lon')) {
      drop.add('lat');
      drop.add('lon');
    }
  }
  if (kind === 'people' && has('fullName') && has('lastName') && has('firstName')) drop.add('fullName');
  if (kind === 'people' && has('lastName') && !has('firstName') && !has('fullName')) {
    return chosen.map((proposal) => (proposal.field === 'lastName' ? { ...proposal, field: 'fullName' } : proposal));
  }
  return chosen.filter((proposal) => !drop.has(proposal.field));
}

/** The same header row gives the same signature whatever its order, case and accents: by it a mapping is remembered. */
export function headerSignature(columns: readonly string[]): string {
  return columns
    .filter((header) => !isReasonHeader(header))
    .map(plainHeader)
    .sort()
    .join('|');
}
