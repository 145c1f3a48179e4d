/** What an import would do: one outcome a row, and the changes to write; nothing is written here. */
import type { Field } from '#shared/import/field.ts';
import type { ImportCounts, ImportInput, ImportNote, ImportReport, Problem } from '#shared/import/contract.ts';
import { cellText, isBlank } from '#shared/import/cells.ts';
import { checkPlace, type Place } from '#shared/import/coordinates.ts';
import { isReasonHeader } from '#shared/import/rejects-file.ts';
import { isGarbled, mendGarbled } from '#shared/import/garbled.ts';
import { matchKey } from '#shared/import/keys.ts';
import type { NoteCode, Params, ReasonCode } from '#shared/import/outcome.ts';
import type { RawDatabase } from '../../database/connect.ts';
import { isTotalRow, nameFields, nameOf, runningTotals, unitFinder } from './row-sense.ts';
import { surveyColumns, type ColumnReader } from './columns.ts';
import { changeList, type Changes } from './changes.ts';
import { referenceLabels } from './labels.ts';
import { outcomeList, type Outcomes } from './outcomes.ts';
import { countryOf } from '../../geo/gazetteer.ts';
import { isMissingMark } from '#shared/import/texts.ts';
import { labelJoiner } from './label-joiner.ts';
import { emptying, keptValue, shortened } from './stored-cells.ts';
import { spool, type Spool } from './spool.ts';
import {
  countryUnknown,
  type Example,
  type Values,
  type Stored,
  type ReadRow,
  type Decision,
  type Judge,
  type JudgeContext,
} from './types.ts';
import type { Source, SourceRow } from '../../sources/rows.ts';

const shownProblems = 5;
/** The mark of a letter lost, by a sign of its own or a question mark inside a word. */
const lost = /\uFFFD|\p{L}\?\p{L}/u;
/** Bytes that the encoding has no letter for: another may. */
const unread = /[\u0080-\u009F]/;
/** Addresses on the web have question marks of their own. */
const isAddress = /:\/\/|@/;

interface RowSurroundings {
  defaultCountry: string;
  /** Cells under the header, and how many of them are the file's own: one may say why its row was refused. */
  width: number;
  columns: number;
  stored: Stored | undefined;
  /** Whether a blank cell of a row with an id takes the value away: where it may be missing. */
  empties: (field: Field, stored: Stored) => boolean;
  /** The country that the row's town is in, where it has no country of its own; '' when its postcode and town are of none that is known. */
  cityCountry: string | null;
}

/** Reads the cells of one row; a row with a bad cell is no row. A cell that says what the record `stored` already holds is taken as that, unjudged. */
function readRow(
  row: SourceRow,
  readers: ColumnReader[],
  note: (column: string | null, note: NoteCode, line: number, example?: Example) => void,
  { defaultCountry, cityCountry, width, columns, stored, empties }: RowSurroundings,
): { values: Values; problems: Problem[] } {
  const values: Values = {};
  const problems: Problem[] = [];
  if (row.broken !== undefined)
    return {
      values,
      problems: [
        {
          column: null,
          field: null,
          value: row.cells
            .map((cell) => cellText(cell))
            .join(' ')
            .slice(0, 200),
          reason: row.broken,
          params: { cells: row.cells.length + columns - width, columns },
        },
      ],
    };
  if (row.filled === true) note(null, 'rowsFilled', row.line);
  let country = cityCountry ?? defaultCountry;
  for (const reader of readers) {
    const raw = row.cells[reader.index];
    if (raw === undefined || isBlank(raw)) {
      if (stored !== undefined && row.filled !== true && empties(reader.field, stored)) {
        values[reader.field.name] = null;
        note(reader.column, 'cellsEmptied', row.line, { from: String(stored[reader.field.name]), to: '' });
      }
      continue;
    }
    const kept = stored === undefined ? null : keptValue(raw, stored[reader.field.name], reader.field.type);
    if (kept !== null) {
      values[reader.field.name] = kept;
      if (reader.field.type === 'country') country = String(kept);
      continue;
    }
    const whole = stored === undefined ? null : shortened(raw, stored[reader.field.name], reader.field.type);
    if (whole !== null) {
      note(reader.column, 'zerosKept', row.line, { from: cellText(raw), to: whole });
      values[reader.field.name] = whole;
      continue;
    }
    const mended = typeof raw === 'string' ? mendGarbled(raw) : null;
    if (mended !== null) note(reader.column, 'lettersMended', row.line, { from: String(raw), to: mended });
    const cell = mended ?? raw;
    const outcome = reader.read(cell, country);
    if (outcome === null) {
      note(reader.column, 'missingMark', row.line);
      continue;
    }
    if (!outcome.ok && reader.field.type === 'country') {
      note(reader.column, 'countryLeftOut', row.line, { from: cellText(cell), to: '' });
      values[countryUnknown] = 1;
      country = '';
      continue;
    }
    if (!outcome.ok) {
      problems.push({
        column: reader.column,
        field: reader.field.name,
        value: cellText(cell).slice(0, 200),
        reason: outcome.reason,
        params: outcome.params ?? {},
      });
      continue;
    }
    if (outcome.note !== undefined)
      note(
        reader.column,
        outcome.note,
        row.line,
        typeof outcome.value === 'object' ? undefined : { from: cellText(cell), to: String(outcome.value) },
      );
    // Someone read the file in a wrong encoding before us and saved it so; no reading brings the letter back.
    if (typeof cell === 'string') {
      if (lost.test(cell) && !isAddress.test(cell)) note(reader.column, 'lettersLost', row.line);
      if (unread.test(cell)) note(reader.column, 'lettersUnread', row.line);
      if (isGarbled(cell)) note(reader.column, 'lettersGarbled', row.line);
    }
    if (outcome.value === '') continue;
    values[reader.field.name] = outcome.value;
    if (reader.field.type === 'country') country = String(outcome.value);
  }
  const samePlace =
    stored !== undefined &&
    values['lat'] !== undefined &&
    values['lat'] === stored['lat'] &&
    values['lon'] === stored['lon'];
  const place = samePlace ? null : placeOf(values, country);
  if (place !== null && 'reason' in place) {
    const axes = readers
      .filter((reader) => reader.field.type === 'degrees')
      .map((reader) => reader.column)
      .join(', ');
    problems.push({
      column: axes || null,
      field: 'latLon',
      value: `${String(values['lat'] ?? '')} ${String(values['lon'] ?? '')}`.trim(),
      reason: place.reason,
      params: place.params ?? {},
    });
  } else if (place !== null) {
    values['lat'] = place.lat;
    values['lon'] = place.lon;
  }
  return { values, problems };
}

/** Finds the record that a row names by its id: a row that this app wrote. */
function storedRecords(
  raw: RawDatabase,
  kind: ImportInput['kind'],
  readers: ColumnReader[],
): (row: SourceRow) => Stored | undefined {
  const index = readers.find((reader) => reader.field.name === 'id')?.index;
  if (index === undefined || kind === 'scores') return () => undefined;
  const statement = raw.prepare(`select * from "${kind}" where id = ?`);
  return (row) => {
    const id = cellText(row.cells[index]);
    return id === '' ? undefined : (statement.get(id) as Stored | undefined);
  };
}

/** One place from one column or two; half a place is none. */
function placeOf(values: Values, country: string): Place | { reason: ReasonCode; params?: Params } | null {
  const pair = values['latLon'];
  if (pair !== undefined) {
    delete values['latLon'];
    return pair as Place;
  }
  const lat = values['lat'];
  const lon = values['lon'];
  if (lat === undefined && lon === undefined) return null;
  if (lat === undefined || lon === undefined) return { reason: 'coordinatesIncomplete' };
  const checked = checkPlace(Number(lat), Number(lon), country);
  return checked.ok
    ? checked.value
    : { reason: checked.reason, ...(checked.params === undefined ? {} : { params: checked.params }) };
}

export interface Plan {
  input: ImportInput;
  counts: ImportCounts;
  also: ImportReport['also'];
  notes: ImportNote[];
  reasons: ImportReport['reasons'];
  key: ImportReport['key'];
  unread: string[];
  totals: ImportReport['totals'];
  outcomes: Outcomes;
  changes: Changes;
  headers: string[];
  /** The columns' own names, by which a mapping is remembered. */
  columns: string[];
  /** The cells of rejected rows as they were refused, for the file to correct. */
  rejected: Spool<{ line: number; cells: string[]; broken: boolean }>;
  delimiter: string | null;
  format: 'csv' | 'xlsx';
  sheet: string | null;
}

/** A row that waits for others. */
interface Waiting {
  row: SourceRow;
  values: Values;
}

/**
 * Plans an import of the whole file. `makeJudge` is asked once the columns are known. `step` is awaited every few hundred
 * rows with the number done; it may throw to stop.
 */
export async function planImport(
  raw: RawDatabase,
  source: Source,
  input: ImportInput,
  surroundings: { resources: string; now: string; today: string },
  makeJudge: (context: JudgeContext) => Judge,
  step: (done: number) => Promise<void>,
): Promise<Plan> {
  const { readers, notes: columnNotes } = await surveyColumns(input.kind, source, input.mapping, unitFinder(raw), () =>
    step(0),
  );
  // In the file's order, but the country first: a postcode and a place are judged by it.
  readers.sort((a, b) => Number(b.field.type === 'country') - Number(a.field.type === 'country') || a.index - b.index);
  const notes = new Map<string, ImportNote>();
  const addNote = (column: string | null, note: NoteCode, line: number, example?: Example): void => {
    const key = `${column ?? ''}\u0000${note}`;
    const known = notes.get(key);
    if (known === undefined)
      notes.set(key, {
        column,
        note,
        count: 1,
        lines: [line],
        example:
          example === undefined || example.from === example.to
            ? null
            : { from: example.from.slice(0, 60), to: example.to.slice(0, 60) },
      });
    else {
      known.count += 1;
      if (known.lines.length < 5) known.lines.push(line);
    }
  };
  for (const { column, note, count } of columnNotes)
    notes.set(`${column}\u0000${note}`, { column, note, count, lines: [], example: null });
  const columnByField = new Map(readers.map((reader) => [reader.field.name, reader.column]));
  const columnOf = (field: string): string | null => columnByField.get(field) ?? null;
  const changes = changeList();
  const labels = referenceLabels(raw, input.kind);
  const also = { sites: 0, territories: 0, indicators: 0, measurements: 0, measurementsUpdated: 0 };
  const country = raw.prepare('select country from organisation').pluck().get() as string;
  const judge = makeJudge({
    raw,
    input,
    ...surroundings,
    columnOf,
    note: (field, note, line, example) => addNote(field === null ? null : columnOf(field), note, line, example),
    change: (change) => {
      changes.add(change);
      labels.made(change);
    },
    also,
  });
  const counts: ImportCounts = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const outcomes = outcomeList();
  const rejected: Plan['rejected'] = spool();
  const totals = runningTotals(readers);
  const reasons = new Map<string, ImportReport['reasons'][number]>();
  const reject = (row: SourceRow, name: string, problems: Problem[]): void => {
    counts.rejected += 1;
    outcomes.add({
      line: row.line,
      status: 'rejected',
      name,
      changes: [],
      problems: problems.slice(0, shownProblems),
    });
    rejected.push({
      line: row.line,
      cells: (row.original ?? row.cells).map((cell) => cellText(cell)),
      broken: row.broken !== undefined,
    });
    for (const { reason, column, field, params } of problems.slice(0, 1)) {
      const key = `${reason}\u0000${column ?? ''}`;
      const known = reasons.get(key);
      if (known === undefined) reasons.set(key, { reason, column, field, count: 1, params });
      else known.count += 1;
    }
  };
  const settle = (row: SourceRow, values: Values, decision: Exclude<Decision, { status: 'later' }>): void => {
    if (decision.status !== 'rejected') {
      counts[decision.status] += 1;
      totals.add(values);
      outcomes.add({
        line: row.line,
        status: decision.status,
        name: decision.name,
        changes: labels.named(decision.changes),
        problems: [],
      });
      return;
    }
    reject(
      row,
      decision.name,
      decision.problems.map(({ field, reason, params }) => {
        const column = field === null ? null : columnOf(field);
        const value = field === null || values[field] === undefined ? '' : String(values[field]).slice(0, 200);
        return { column, field, value, reason, params: params ?? {} };
      }),
    );
  };
  const asked = (row: SourceRow, values: Values, stage: number | null, last: boolean): ReadRow => ({
    line: row.line,
    values,
    stage,
    last,
    whole: () => row.cells.map((cell) => cellText(cell)).join('\u0000'),
  });
  const ownColumns = source.headers.filter((header) => !isReasonHeader(header)).length;
  const at = (name: string): number => readers.find((reader) => reader.field.name === name)?.index ?? -1;
  const [cityAt, postcodeAt, countryAt] = [at('city'), at('postcode'), at('country')];
  /** Without a country of its own a postcode is a French one only when its town is French. */
  const cityCountryOf = (row: SourceRow): string | null => {
    if (country !== 'FR' || cityAt < 0 || postcodeAt < 0 || !isBlank(row.cells[countryAt])) return null;
    const [city, postcode] = [cellText(row.cells[cityAt]), cellText(row.cells[postcodeAt])];
    if (city === '' || postcode === '' || isMissingMark(city) || isMissingMark(postcode)) return null;
    const found = countryOf({ city, postcode }, surroundings.resources);
    return found === 'FR' ? null : found;
  };
  const empties = emptying(raw, input.kind);
  const joined = labelJoiner(raw, input.kind, addNote, columnOf);
  const storedOf = storedRecords(raw, input.kind, readers);
  const waiting = new Map<number, Spool<Waiting>>();
  const putOff = (row: SourceRow, values: Values, stage = 0): void => {
    let list = waiting.get(stage);
    if (list === undefined) waiting.set(stage, (list = spool()));
    list.push({ row, values });
  };
  const judgeRow = (row: SourceRow): void => {
    const stored = storedOf(row);
    const cityCountry = stored === undefined ? cityCountryOf(row) : null;
    const { values, problems } = readRow(row, readers, addNote, {
      defaultCountry: country,
      cityCountry,
      width: source.columns.length,
      columns: ownColumns,
      stored,
      empties,
    });
    if (cityCountry === '') values[countryUnknown] = 1;
    else if (cityCountry !== null && problems.length === 0) {
      values['country'] = cityCountry;
      addNote(columnOf('city'), 'countryFromCity', row.line, {
        from: cellText(row.cells[cityAt]),
        to: cityCountry,
      });
    }
    if (problems.length > 0) {
      reject(row, nameOf(values), problems);
      return;
    }
    joined(values, row.line);
    if (isTotalRow(values)) {
      settle(row, values, {
        status: 'rejected',
        name: nameOf(values),
        problems: [{ field: nameFields.find((field) => values[field] !== undefined) ?? null, reason: 'totalRow' }],
      });
      return;
    }
    const decision = judge.judge(asked(row, values, null, false));
    if (decision.status === 'later') putOff(row, values, decision.stage);
    else settle(row, values, decision);
  };
  for await (const rows of source.rows()) {
    for (const row of rows) {
      counts.read += 1;
      if (counts.read % 500 === 0) await step(counts.read);
      judgeRow(row);
    }
  }
  let judged = 0;
  while (waiting.size > 0) {
    const stage = Math.min(...waiting.keys());
    let left: Spool<Waiting> = waiting.get(stage) ?? spool();
    waiting.delete(stage);
    // As long as one row becomes possible, another may; only then is a missing record made for those that remain.
    for (let last = false, progress = true; (progress || !last) && left.count() > 0;) {
      last = !progress;
      progress = false;
      const again: Spool<Waiting> = spool();
      for (const { row, values } of left.all()) {
        judged += 1;
        if (judged % 500 === 0) await step(counts.read);
        const decision = judge.judge(asked(row, values, stage, last));
        if (decision.status === 'later' && (decision.stage ?? 0) <= stage) {
          again.push({ row, values });
          continue;
        }
        progress = true;
        if (decision.status === 'later') putOff(row, values, decision.stage);
        else settle(row, values, decision);
      }
      left.close();
      left = again;
    }
    for (const { row, values } of left.all()) {
      const decision = judge.judge(asked(row, values, stage, true));
      settle(row, values, decision.status === 'later' ? { ...decision, status: 'rejected' } : decision);
    }
    left.close();
  }
  await step(counts.read);
  return {
    input,
    counts,
    also,
    outcomes,
    changes,
    rejected,
    notes: [...notes.values()].sort((a, b) => b.count - a.count),
    reasons: [...reasons.values()].sort((a, b) => b.count - a.count),
    key: matchKey(input.kind, new Set(Object.values(input.mapping))),
    unread: source.columns.filter((column) => input.mapping[column] === undefined),
    totals: totals.list(),
    headers: source.headers,
    columns: source.columns,
    delimiter: source.delimiter,
    format: source.format,
    sheet: source.sheet,
  };
}
