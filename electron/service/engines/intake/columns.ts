/** What the file's columns mean: which fill which field, and in what style their values are written. */
import type { ImportKind } from '#shared/kinds.ts';
import type { Field } from '#shared/import/field.ts';
import {
  cellText,
  isBlank,
  isCut,
  isError,
  isErrorText,
  uncomputed,
  unforced,
  type Cell,
} from '#shared/import/cells.ts';
import {
  gatherCode,
  noCodeEvidence,
  parseCode,
  parsePostcode,
  settleCode,
  type CodeStyle,
} from '#shared/import/codes.ts';
import { parseCountry } from '#shared/import/countries.ts';
import { parsePhone } from '#shared/import/phones.ts';
import { parseDegrees, parsePair, type Place } from '#shared/import/coordinates.ts';
import { gatherOrder, noOrderEvidence, parseDate, settleOrder, type DateStyle } from '#shared/import/dates.ts';
import { choiceReader, parseEnum, type EnumName } from '#shared/import/enums.ts';
import { fieldOf, indicatorPrefix } from '#shared/import/fields.ts';
import { fold } from '#shared/base/fold.ts';
import { oneLine } from '#shared/base/texts.ts';
import {
  gatherDecimal,
  noDecimalEvidence,
  parseNumber,
  settleDecimal,
  type NumberStyle,
} from '#shared/import/numbers.ts';
import { accept, refuse, type NoteCode, type Outcome } from '#shared/import/outcome.ts';
import { isMissingMark, parseColour, parseEmail, parseLanguage, parseSdgs, parseText } from '#shared/import/texts.ts';
import type { Mapping } from '#shared/import/contract.ts';
import { unprotectCell } from '#shared/import/csv-safety.ts';
import { AppError } from '#shared/base/result.ts';
import type { Source } from '../../sources/rows.ts';

export type FieldValue = string | number | number[] | Place;

export interface ColumnReader {
  index: number;
  column: string;
  field: Field;
  /** Reads one cell that is not blank; null when the mark it holds stands for a missing value. */
  read: (cell: Cell, country: string) => Outcome<FieldValue> | null;
}

const hourUnits = ['h', 'heure', 'heures', 'hour', 'hours', 'hrs', 'hr'];
const headUnits = [
  'salarie',
  'salaries',
  'personne',
  'personnes',
  'collaborateur',
  'collaborateurs',
  'employe',
  'employes',
  'agent',
  'agents',
  'pers',
  'etp',
  'fte',
  'people',
  'employees',
  'staff',
];
const surveyedTypes = new Set(['code', 'reference', 'integer', 'number', 'hours', 'date', 'endDate']);
/** Free texts may really be "-" or "NC"; figures, dates and lists cannot. */
const freeTypes = new Set(['name', 'text', 'longText', 'code', 'phone']);
/** Texts that keep a quote or an equals sign at their head. */
const proseTypes = new Set(['name', 'text', 'longText']);

/** Throws `mapping_invalid` for a column or a field that does not exist, or a field filled twice. */
export function mappedColumns(
  kind: ImportKind,
  source: Pick<Source, 'columns' | 'path'>,
  mapping: Mapping,
): { index: number; column: string; field: Field }[] {
  const taken = new Set<string>();
  return Object.entries(mapping).map(([column, name]) => {
    const index = source.columns.indexOf(column);
    if (index < 0)
      throw new AppError('mapping_invalid', { path: source.path, what: column, columns: source.columns.slice(0, 50) });
    const field = fieldOf(kind, name);
    if (field === null || taken.has(name))
      throw new AppError('mapping_invalid', {
        path: source.path,
        what: `${column} = ${name}`,
        columns: source.columns.slice(0, 50),
      });
    taken.add(name);
    return { index, column, field };
  });
}

/** A column of numbers written with both marks is settled by all its values, not by the first. */
export interface Survey {
  readers: ColumnReader[];
  /** `count` is how many values of the column it is about. */
  notes: { column: string; note: NoteCode; count: number }[];
}

interface Evidence {
  code: ReturnType<typeof noCodeEvidence>;
  decimal: ReturnType<typeof noDecimalEvidence>;
  order: ReturnType<typeof noOrderEvidence>;
}

const noEvidence = (): Evidence => ({
  code: noCodeEvidence(),
  decimal: noDecimalEvidence(),
  order: noOrderEvidence(),
});

function gather(evidence: Evidence, { type }: Field, raw: Cell | undefined): void {
  if (raw === undefined || isBlank(raw) || isCut(raw)) return;
  const cell = typeof raw === 'string' ? unforced(raw) : raw;
  if (type === 'code' || type === 'reference') gatherCode(evidence.code, cell);
  else if (type === 'date' || type === 'endDate') gatherOrder(evidence.order, cell);
  else gatherDecimal(evidence.decimal, cell);
}

/** The reader of one column as these values of it ask: those of a sample, say. */
export function sampleReader(
  field: Field,
  cells: readonly Cell[],
  source: Pick<Source, 'delimiter' | 'date1904'>,
): ColumnReader['read'] {
  const evidence = noEvidence();
  if (surveyedTypes.has(field.type)) for (const cell of cells) gather(evidence, field, cell);
  return cellReader(field, evidence, source, () => null).read;
}

/** Reads the cells of a column that is not blank, in the styles that its values showed. */
function cellReader(
  field: Field,
  evidence: Evidence,
  source: Pick<Source, 'delimiter' | 'date1904'>,
  unitOf: (indicator: string) => string | null,
): { note: NoteCode | undefined; read: ColumnReader['read'] } {
  const codeStyle = settleCode(evidence.code);
  const decimal = settleDecimal(evidence.decimal, source.delimiter);
  const order = settleOrder(evidence.order);
  const dateStyle: DateStyle = {
    order: order.order,
    edge: field.type === 'endDate' ? 'end' : 'start',
    date1904: source.date1904,
  };
  const units = unitsOf(field, unitOf);
  const read = readerOf(
    field,
    { decimal, ...(units === null ? {} : { units }), ...(field.name === 'factor' ? { neverGrouped: true } : {}) },
    codeStyle,
    dateStyle,
  );
  return {
    note: order.note,
    read: (cell, country) => {
      if (isError(cell))
        return cell.error === uncomputed.error
          ? refuse('formulaUncomputed')
          : refuse('excelError', { error: cell.error });
      if (isCut(cell)) return refuse('cellTooLong');
      const bare = typeof cell === 'string' ? unprotectCell(cell) : cell;
      const plain = typeof bare === 'string' && !proseTypes.has(field.type) ? unforced(bare) : bare;
      if (typeof plain === 'string') {
        const text = cellText(plain);
        // Behind the apostrophe of an export it is what someone wrote, where texts are free.
        const isWritten = bare !== cell && (freeTypes.has(field.type) || field.type === 'reference');
        if (isErrorText(text) && !isWritten) return refuse('excelError', { error: text });
        if (!freeTypes.has(field.type) && isMissingMark(text)) return null;
      }
      return read(plain, country);
    },
  };
}

/** Looks at every value of the mapped columns once, then gives the readers that follow the styles found. `unitOf` tells an indicator's unit by its code. `step` is awaited every few hundred rows; it may throw to stop. */
export async function surveyColumns(
  kind: ImportKind,
  source: Source,
  mapping: Mapping,
  unitOf: (indicator: string) => string | null,
  step: () => Promise<void>,
): Promise<Survey> {
  const mapped = mappedColumns(kind, source, mapping);
  const watched = mapped
    .filter(({ field }) => surveyedTypes.has(field.type))
    .map((one) => ({ ...one, evidence: noEvidence() }));
  if (watched.length > 0) {
    let seen = 0;
    for await (const rows of source.rows()) {
      for (const row of rows) {
        seen += 1;
        if (seen % 1000 === 0) await step();
        if (row.broken !== undefined) continue;
        for (const { index, field, evidence } of watched) gather(evidence, field, row.cells[index]);
      }
    }
  }
  const notes: Survey['notes'] = [];
  const readers = mapped.map(({ index, column, field }): ColumnReader => {
    const evidence = watched.find((one) => one.index === index)?.evidence ?? noEvidence();
    const { note, read } = cellReader(field, evidence, source, unitOf);
    const { mdy, either } = evidence.order;
    if (note !== undefined) notes.push({ column, note, count: mdy + either });
    return { index, column, field, read };
  });
  return { readers, notes };
}

/** Words that may stand behind the figures of a column and say nothing new. */
function unitsOf(field: Field, unitOf: (indicator: string) => string | null): string[] | null {
  if (field.type === 'hours') return hourUnits;
  if (field.name === 'headcount') return headUnits;
  if (!field.name.startsWith(indicatorPrefix)) return null;
  const unit = unitOf(field.name.slice(indicatorPrefix.length));
  return unit === null ? null : fold(unit) === 'h' ? hourUnits : [fold(unit)];
}

function integer(cell: Cell, style: NumberStyle): Outcome<number> {
  const number = parseNumber(cell, style);
  if (!number.ok) return number;
  if (!Number.isInteger(number.value)) return refuse('notAnInteger');
  return number.value < 0 || number.value > 1_000_000_000 ? refuse('numberOutOfRange') : number;
}

function hours(cell: Cell, style: NumberStyle): Outcome<number> {
  const number = parseNumber(cell, style);
  return number.ok && (number.value < 0 || number.value > 744) ? refuse('numberOutOfRange') : number;
}

function reference(cell: Cell, style: CodeStyle): Outcome<string> {
  const text = oneLine(cellText(cell));
  if (text.length > 300) return refuse('tooLong', { max: 300 });
  // A reference may be a code or a name; only what looks like a code is treated as one.
  return /^[\d.,E+]+$/i.test(text) ? parseCode(cell, style) : accept(text);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function readerOf(
  field: Field,
  numbers: NumberStyle,
  codes: CodeStyle,
  dates: DateStyle,
): (cell: Cell, country: string) => Outcome<FieldValue> {
  switch (field.type) {
    case 'name':
      return (cell) => parseText(cell, 300);
    case 'text':
      return (cell) => parseText(cell, field.name === 'firstName' || field.name === 'lastName' ? 200 : 500);
    case 'longText':
      return (cell) => parseText(cell, 20_000, 'severalLines');
    case 'code':
      return (cell) => parseCode(cell, codes);
    case 'postcode':
      return parsePostcode;
    case 'country':
      return parseCountry;
    case 'integer':
      return (cell) => integer(cell, numbers);
    case 'number':
      return (cell) => parseNumber(cell, numbers);
    case 'hours':
      return (cell) => hours(cell, numbers);
    case 'date':
    case 'endDate':
      return (cell) => parseDate(cell, dates);
    case 'phone':
      return parsePhone;
    case 'email':
      return parseEmail;
    case 'colour':
      return parseColour;
    case 'lang':
      return parseLanguage;
    case 'sdgs':
      return parseSdgs;
    case 'degrees':
      return parseDegrees;
    case 'place':
      return (cell, country) => parsePair(cell, country);
    case 'reference':
      return (cell) => reference(cell, codes);
    case 'id':
      return (cell) => (uuid.test(cellText(cell)) ? accept(cellText(cell)) : refuse('notOurId'));
    case 'choice':
      return choiceReader(field.choices?.list ?? field.name, field.choices?.words ?? {});
    default: {
      const list: EnumName = field.type;
      return (cell) => parseEnum(cell, list);
    }
  }
}
