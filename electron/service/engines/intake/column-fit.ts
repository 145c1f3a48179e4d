/** Whether the values of a column are what a field takes, tried on a sample by the readers of the import itself. */
import type { ImportKind } from '#shared/kinds.ts';
import type { LeftOut } from '#shared/import/contract.ts';
import { cellText, isBlank, isError, isErrorText } from '#shared/import/cells.ts';
import { parseCountry } from '#shared/import/countries.ts';
import { checkPlace, parseDegrees } from '#shared/import/coordinates.ts';
import { parseEnum } from '#shared/import/enums.ts';
import type { Field } from '#shared/import/field.ts';
import { fieldOf, fieldsOf } from '#shared/import/fields.ts';
import type { Outcome, Refused } from '#shared/import/outcome.ts';
import {
  headerScore,
  proposeColumns,
  type Column,
  type ColumnFit,
  type KnownIndicator,
  type Proposed,
} from '#shared/import/propose.ts';
import { isReasonHeader } from '#shared/import/rejects-file.ts';
import { isMissingMark } from '#shared/import/texts.ts';
import { fold } from '#shared/base/fold.ts';
import type { Source, SourceRow } from '../../sources/rows.ts';
import { sampleReader } from './columns.ts';

/** From this share of values on that a field does not take, the column is another thing's. */
const mostly = 0.5;
/** Codes tell rows apart: of five or more, so many must differ. */
const apart = 0.8;

/** What people tick, or say of a state: never the name of a record or of a place. */
const ticks = new Set(
  'oui non yes no true false vrai faux x ok public publique prive privee private ouvert ouverte ferme fermee open closed actif active inactif inactive'.split(
    ' ',
  ),
);
const stateLists = ['siteStatus', 'initiativeStatus', 'stage'] as const;
const namesPlace = new Set(['territory', 'city', 'address', 'fullName', 'firstName', 'lastName', 'siteCode']);

const isTick = (text: string): boolean => ticks.has(fold(text));
const isState = (text: string): boolean =>
  isTick(text) || /^[01]$/.test(text) || stateLists.some((list) => parseEnum(text, list).ok);

export interface FitContext {
  kind: ImportKind;
  source: Pick<Source, 'columns' | 'delimiter' | 'date1904'>;
  rows: readonly SourceRow[];
  country: string;
  /** Whether someone known is meant; asked of references to people only. */
  knowsPerson: (text: string) => boolean;
}

/** Proposals by headers and values, and the columns that their headers alone would have proposed, with what their values are not. */
export function proposeFitting(
  context: FitContext,
  columns: readonly Column[],
  indicators: readonly KnownIndicator[],
): Proposed {
  const countries = countryOfRows(context, columns);
  const known = new Map<string, ColumnFit>();
  const fitOf = (index: number, field: Field): ColumnFit => {
    const key = `${index} ${field.name}`;
    const fit = known.get(key) ?? judge(context, index, field, countries);
    known.set(key, fit);
    return fit;
  };
  let proposed = proposeColumns(context.kind, columns, indicators, fitOf);
  // Two axes that are each degrees and together no place of the country: the next best pair is tried.
  for (let tries = 0; tries < 4; tries += 1) {
    const refused = pairFault(context, proposed, countries);
    if (refused === null) break;
    for (const [index, value] of refused.axes)
      for (const name of ['lat', 'lon'])
        known.set(`${index} ${name}`, { share: 0, unfit: { ...refused.reason, value } });
    proposed = proposeColumns(context.kind, columns, indicators, fitOf);
  }
  return { ...proposed, leftOut: namedMetres(context, proposed.leftOut, countries) };
}

/** The country of each row, for its postcode and place. */
function countryOfRows({ kind, rows, country }: FitContext, columns: readonly Column[]): string[] {
  const field = fieldsOf[kind].find(({ type }) => type === 'country');
  const index = field === undefined ? -1 : columns.findIndex(({ name }) => headerScore(name, field) === 1);
  return rows.map(({ cells }) => {
    const own = index < 0 || isBlank(cells[index]) ? null : parseCountry(cells[index] ?? null);
    return own?.ok === true ? own.value : country;
  });
}

function judge(
  { source, rows, knowsPerson, kind }: FitContext,
  index: number,
  field: Field,
  countries: string[],
): ColumnFit {
  if (isBlamed(source.columns, rows, index)) return { share: 1, blamed: true };
  const cells = rows.map((row) => row.cells[index] ?? null);
  const read = sampleReader(field, cells, source);
  const texts: string[] = [];
  const refusals = new Map<string, { refused: Refused; value: string; count: number }>();
  for (const [nth, cell] of cells.entries()) {
    if (isBlank(cell) || isError(cell)) continue;
    const text = cellText(cell);
    // What stands for a missing value, or for a failed calculation, tells nothing of the rest.
    if (isErrorText(text) || isMissingMark(text)) continue;
    texts.push(text);
    const outcome =
      field.name === 'lead' && kind === 'initiatives'
        ? person(text, knowsPerson)
        : axis(field, read(cell, countries[nth] ?? ''));
    if (outcome === null || outcome.ok) continue;
    const entry = refusals.get(outcome.reason) ?? { refused: outcome, value: text.slice(0, 60), count: 0 };
    entry.count += 1;
    refusals.set(outcome.reason, entry);
  }
  if (texts.length === 0) return { share: 1 };
  const refused = [...refusals.values()].reduce((sum, { count }) => sum + count, 0);
  const share = 1 - refused / texts.length;
  const worst = [...refusals.values()].sort((a, b) => b.count - a.count)[0];
  if (share < mostly && worst !== undefined) {
    const { reason, params = {} } = worst.refused;
    return { share, unfit: { reason, params, value: worst.value } };
  }
  const distinct = new Set(texts).size;
  const unfit = (reason: 'notUnique' | 'notAName'): ColumnFit => ({
    share: 0,
    unfit: { reason, params: {}, value: texts[0]?.slice(0, 60) ?? '' },
  });
  if (field.type === 'code' && isRepeated(texts.length, distinct)) return unfit('notUnique');
  if (field.type === 'name' && texts.every(isState)) return unfit('notAName');
  if (namesPlace.has(field.name) && texts.every(isTick)) return unfit('notAName');
  // Of two columns that may hold the name, the one whose values differ is it.
  return field.type === 'name' && texts.length > 1
    ? { share: share * (0.6 + 0.4 * Math.min(1, (2 * distinct) / texts.length)) }
    : { share };
}

/** Whether this is a file of rejects, and the column one of those that are to be corrected in it: it is read again, and refused. */
function isBlamed(columns: readonly string[], rows: readonly SourceRow[], index: number): boolean {
  const reasonAt = columns.findIndex(isReasonHeader);
  const blame = `${columns[index] ?? ''} : `;
  return (
    reasonAt >= 0 &&
    rows.some(({ cells }) =>
      cellText(cells[reasonAt])
        .split(' ; ')
        .some((part) => part.startsWith(blame)),
    )
  );
}

const isRepeated = (count: number, distinct: number): boolean =>
  count >= 5 ? distinct < apart * count : count >= 3 && distinct === 1;

const person = (text: string, knows: FitContext['knowsPerson']): Outcome<string> =>
  knows(text) ? { ok: true, value: text } : { ok: false, reason: 'personUnknown' };

/** Degrees that no globe has are metres. */
function axis(field: Field, outcome: ReturnType<ReturnType<typeof sampleReader>>): typeof outcome {
  if (field.type !== 'degrees' || outcome?.ok !== true || typeof outcome.value !== 'number') return outcome;
  const most = field.name === 'lat' ? 90 : 180;
  return Math.abs(outcome.value) <= most
    ? outcome
    : { ok: false, reason: Math.abs(outcome.value) > 1000 ? 'coordinatesProjected' : 'coordinatesOutOfRange' };
}

/** The refusal that most pairs of these two columns get, with an example of each axis. */
function placeFault(
  { rows }: FitContext,
  lat: number,
  lon: number,
  countries: string[],
): { refused: Refused; row: SourceRow } | null {
  let [count, bad] = [0, 0];
  let first: { refused: Refused; row: SourceRow } | null = null;
  for (const [nth, row] of rows.entries()) {
    const axes = [lat, lon].map((index) => parseDegrees(row.cells[index] ?? null));
    const [y, x] = axes;
    if (y?.ok !== true || x?.ok !== true) continue;
    count += 1;
    const place = checkPlace(y.value, x.value, countries[nth] ?? null);
    if (place.ok) continue;
    bad += 1;
    first ??= { refused: place, row };
  }
  return bad > count * mostly ? first : null;
}

function pairFault(
  context: FitContext,
  { proposals }: Proposed,
  countries: string[],
): { reason: { reason: Refused['reason']; params: NonNullable<Refused['params']> }; axes: [number, string][] } | null {
  const at = (name: string): number =>
    context.source.columns.indexOf(proposals.find(({ field }) => field === name)?.column ?? '');
  const [lat, lon] = [at('lat'), at('lon')];
  if (lat < 0 || lon < 0) return null;
  const fault = placeFault(context, lat, lon, countries);
  if (fault === null) return null;
  const { reason, params = {} } = fault.refused;
  return {
    reason: { reason, params },
    axes: [lat, lon].map((index) => [index, cellText(fault.row.cells[index]).slice(0, 60)]),
  };
}

/** Metres are named by their projection once both axes are looked at together. */
function namedMetres(context: FitContext, leftOut: readonly LeftOut[], countries: string[]): LeftOut[] {
  const at = (name: string): number => {
    const one = leftOut.find(({ field, reason }) => field === name && reason.startsWith('coordinates'));
    return one === undefined ? -1 : context.source.columns.indexOf(one.column);
  };
  const [lat, lon] = [at('lat'), at('lon')];
  const fault = lat < 0 || lon < 0 ? null : placeFault(context, lat, lon, countries);
  if (fault === null) return [...leftOut];
  const { reason, params = {} } = fault.refused;
  return leftOut.map((one) =>
    fieldOf(context.kind, one.field)?.type === 'degrees' ? { ...one, reason, params } : one,
  );
}
