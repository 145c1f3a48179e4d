/** Reads one sheet of an XLSX file row by row as it inflates: typed values, dates by style, hidden rows, merged cells. */
import SSF from 'ssf';
import { cutCell, uncomputed, type Cell } from '#shared/import/cells.ts';
import { serialToDate } from '#shared/import/dates.ts';
import { AppError } from '#shared/base/result.ts';
import { limits } from './limits.ts';
import type { PackedTexts } from './packed-texts.ts';
import { excelText, richText, type NumberForm } from './xlsx-parts.ts';
import { isTrue, readWholeXml, readXml, type Attributes, type XmlHandlers } from './xml.ts';
import type { ZipFile } from './zip-file.ts';

export interface SheetContext {
  zip: ZipFile;
  part: string;
  path: string;
  strings: PackedTexts;
  forms: readonly NumberForm[];
  date1904: boolean;
}

export interface SheetRow {
  /** The row's own number, as Excel shows it. */
  line: number;
  cells: Cell[];
  hidden: boolean;
}

/** A merged area: its value stands in the top left cell only. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Column of a reference such as `AB12`, from 0; null for what is none. */
export function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  let letters = 0;
  for (; letters < 4; letters += 1) {
    const code = reference.charCodeAt(letters);
    if (!(code >= 65 && code <= 90)) break;
    column = column * 26 + code - 64;
  }
  const next = reference.charCodeAt(letters);
  return letters > 0 && letters < 4 && next >= 48 && next <= 57 ? column - 1 : null;
}

export interface SheetSurvey {
  merges: Merge[];
  /** How many rows under the header are hidden. */
  hiddenRows: number;
}

/** Merged areas stand after the rows in the file and hidden rows among them: most sheets have neither, which their bytes tell at once. */
export async function surveySheet(context: SheetContext, headerLine: number): Promise<SheetSurvey> {
  const survey: SheetSurvey = { merges: [], hiddenRows: 0 };
  if (!(await mergesOrHidesCells(context))) return survey;
  let line = 0;
  await readWholeXml(context.zip, context.part, {
    open: (name, attributes) => {
      if (name === 'row') {
        line = rowNumber(attributes, line);
        if (line > headerLine && isTrue(attributes['hidden'])) survey.hiddenRows += 1;
      } else if (name === 'mergeCell') {
        const merge = mergeOf(attributes['ref'] ?? '');
        if (merge !== null) survey.merges.push(merge);
        if (survey.merges.length > limits.merges)
          throw new AppError('archive_unsafe', { path: context.path, entry: context.part, entries: limits.merges });
      }
    },
  });
  return survey;
}

function mergeOf(ref: string): Merge | null {
  const [first = '', last = ''] = ref.split(':');
  const [left, right] = [columnOf(first), columnOf(last)];
  if (left === null || right === null) return null;
  const row = (reference: string): number => Number(reference.replace(/^[A-Z]+/, ''));
  return { left, right, top: row(first), bottom: row(last) };
}

const mergesOrHides = /mergeCell|hidden(?!="(?:0|false)")/;
const seam = 16;

/** Whether a sheet may have merged areas or hidden rows or columns, by its characters alone. */
async function mergesOrHidesCells({ zip, part }: SheetContext): Promise<boolean> {
  let text = '';
  for await (const chunk of zip.chunks(part)) {
    text += chunk.toString('latin1');
    // A word at the very end is looked at with what follows it.
    const found = text.search(mergesOrHides);
    if (found >= 0 && found < text.length - seam) return true;
    text = text.slice(-seam);
  }
  return mergesOrHides.test(text);
}

export interface HiddenColumns {
  from: number;
  to: number;
}

/** The rows of the sheet in order, as many as each piece of the file holds; empty ones are left out. Columns told hidden are given to `onHidden` before the first row. */
export async function* sheetRows(
  context: SheetContext,
  onHidden?: (columns: HiddenColumns) => void,
): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = [];
  const handlers = rowHandlers(context, (row) => rows.push(row), onHidden);
  for await (const _ of readXml(context.zip, context.part, handlers)) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
}

const rowNumber = (attributes: Attributes, before: number): number => {
  const number = Number(attributes['r']);
  return Number.isInteger(number) && number > 0 ? number : before + 1;
};

/** What the handlers of a sheet gather: one row, one cell at a time. */
function rowHandlers(
  context: SheetContext,
  onRow: (row: SheetRow) => void,
  onHidden: ((columns: HiddenColumns) => void) | undefined,
): XmlHandlers {
  const run = richText();
  let inside = false;
  let row: SheetRow = { line: 0, cells: [], hidden: false };
  let column = -1;
  let type = 'n';
  let style: string | undefined;
  let value = '';
  let hasFormula = false;
  let capturing = false;
  const openCell = (attributes: Attributes): void => {
    column = columnOf(attributes['r']) ?? column + 1;
    type = attributes['t'] ?? 'n';
    style = attributes['s'];
    value = '';
    hasFormula = false;
  };
  const closeCell = (): void => {
    const cell = type === 'inlineStr' ? run.take() || null : cellValue(context, type, style, value, hasFormula);
    if (cell === null) return;
    if (column >= limits.columns)
      throw new AppError('file_too_large', { path: context.path, what: 'columns', max: limits.columns });
    while (row.cells.length < column) row.cells.push(null);
    row.cells[column] = cell;
  };
  return {
    open: (name, attributes) => {
      if (!inside) {
        if (name === 'sheetData') inside = true;
        else if (name === 'col' && isTrue(attributes['hidden'])) hiddenColumns(attributes, onHidden);
      } else if (name === 'c') openCell(attributes);
      else if (name === 'v') capturing = type !== 'inlineStr';
      else if (name === 'row') {
        row = { line: rowNumber(attributes, row.line), cells: [], hidden: isTrue(attributes['hidden']) };
        column = -1;
      } else if (name === 'f') hasFormula = true;
      else run.open(name);
    },
    text: (text) => {
      if (capturing) value = value === '' ? text : cutCell(value + text);
      else run.text(text);
    },
    close: (name) => {
      if (!inside) return;
      if (name === 'c') closeCell();
      else if (name === 'v') capturing = false;
      else if (name === 'row') {
        if (row.cells.length > 0) onRow(row);
      } else if (name === 'sheetData') inside = false;
      else run.close(name);
    },
  };
}

function hiddenColumns(attributes: Attributes, onHidden: ((columns: HiddenColumns) => void) | undefined): void {
  const [from, to] = [Number(attributes['min']), Number(attributes['max'])];
  if (from > 0 && to >= from) onHidden?.({ from: from - 1, to: Math.min(to, limits.columns) - 1 });
}

function cellValue(
  { strings, forms, date1904 }: SheetContext,
  type: string,
  style: string | undefined,
  value: string,
  hasFormula: boolean,
): Cell {
  const raw = cutCell(value);
  if (raw === '') return hasFormula ? uncomputed : null;
  if (type === 's') return strings.at(Number(raw)) || null;
  if (type === 'str') return excelText(raw) || null;
  if (type === 'b') return raw === '1';
  if (type === 'e') return { error: excelText(raw) };
  if (type === 'd') return raw.slice(0, 19);
  const number = Number(raw);
  if (!Number.isFinite(number)) return excelText(raw);
  const form = style === undefined ? 'plain' : (forms[Number(style)] ?? 'plain');
  return form === 'plain' ? number : shown(number, form, date1904);
}

/** The value as the sheet shows it: a date as ISO text, 0.12 in a percent style as 12, 1260 in `00000` as `01260`, 12 in `"S-"0000` as `S-0012`. */
function shown(number: number, form: Exclude<NumberForm, 'plain'>, date1904: boolean): Cell {
  if (form === 'percent') return Number((number * 100).toPrecision(12));
  if (form === 'time') return timeText(number);
  if (form === 'date') {
    const date = serialToDate(number, date1904);
    if (!date.ok) return number;
    const time = Math.round((number - Math.floor(number)) * 86_400) % 86_400;
    return time === 0 ? date.value : `${date.value}T${timeText(time / 86_400)}`;
  }
  try {
    return Number.isInteger(number) ? SSF.format(form.format, number).trim() : number;
  } catch {
    return number;
  }
}

function timeText(fraction: number): string {
  const seconds = Math.round((fraction - Math.floor(fraction)) * 86_400) % 86_400;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
