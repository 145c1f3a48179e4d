/** Reads one sheet of an XLSX file row by row as it inflates: typed values, dates by style, hidden rows, merged cells. */
import { serialToDate } from '#shared/import/dates.ts';
import { uncomputed, type Cell } from '#shared/import/cells.ts';
import { AppError } from '#shared/base/result.ts';
import { limits } from './limits.ts';
import { excelText, partChunks, richText, type NumberForm } from './xlsx-parts.ts';
import type { ZipFile } from './zip-file.ts';

export interface SheetContext {
  zip: ZipFile;
  part: string;
  path: string;
  strings: readonly string[];
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

const hiddenTag = /\shidden\s*=\s*["'](?:1|true)["']/;
const merged = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g;

/** Column number of its letters, from 0. */
export function columnOf(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) column = column * 26 + letters.charCodeAt(index) - 64;
  return column - 1;
}

export interface SheetSurvey {
  merges: Merge[];
  /** Numbers of the hidden rows, in order. */
  hiddenRows: number[];
}

/** Merged areas stand after the rows in the file and hidden rows among them: a quick pass over the tags, no value read. */
export function surveySheet(context: SheetContext): SheetSurvey {
  const hiddenRows: number[] = [];
  let tail = '';
  let after = false;
  for (const chunk of partChunks(context.zip, context.part)) {
    tail += chunk;
    if (!after) {
      const cut = Math.max(0, tail.lastIndexOf('<'));
      if (tail.includes('hidden=')) {
        for (const [tag] of tail.slice(0, cut).matchAll(/<(?:\w+:)?row\s[^>]*>/g)) {
          const number = /\sr\s*=\s*["'](\d+)/.exec(tag)?.[1];
          if (number !== undefined && hiddenTag.test(tag)) hiddenRows.push(Number(number));
        }
      }
      const end = /<\/(?:\w+:)?sheetData>/.exec(tail);
      after = end !== null;
      tail = end === null ? tail.slice(cut) : tail.slice(end.index);
    }
    if (tail.length > limits.recordLength) break;
  }
  const merges: Merge[] = [];
  if (!after) return { merges, hiddenRows };
  for (const match of tail.matchAll(merged)) {
    merges.push({
      left: columnOf(match[1] ?? 'A'),
      top: Number(match[2]),
      right: columnOf(match[3] ?? 'A'),
      bottom: Number(match[4]),
    });
  }
  return { merges, hiddenRows };
}

export interface HiddenColumns {
  from: number;
  to: number;
}

/** The rows of the sheet in order; empty ones are left out. Columns told hidden are given to `onHidden` before the first row. */
export function* sheetRows(context: SheetContext, onHidden?: (columns: HiddenColumns) => void): Generator<SheetRow> {
  let buffer = '';
  let head = true;
  let names = tagNames('');
  let line = 0;
  for (const chunk of partChunks(context.zip, context.part)) {
    buffer += chunk;
    if (head) {
      const start = /<(\w+:)?sheetData\s*\/?>/.exec(buffer);
      if (start === null) {
        if (buffer.length > limits.recordLength)
          throw new AppError('file_format', { path: context.path, format: 'xlsx' });
        continue;
      }
      names = tagNames(start[1] ?? '');
      readHiddenColumns(buffer.slice(0, start.index), onHidden);
      buffer = buffer.slice(start.index + start[0].length);
      head = false;
    }
    let at = 0;
    for (;;) {
      const row = nextRow(buffer, at, names);
      if (row === null) break;
      at = row.end;
      line = row.number ?? line + 1;
      const cells = rowCells(row.content, names, context);
      if (cells.length > 0) yield { line, cells, hidden: row.hidden };
    }
    buffer = buffer.slice(at);
    if (buffer.length > limits.recordLength)
      throw new AppError('file_too_large', { path: context.path, what: 'record', max: limits.recordLength });
  }
}

function readHiddenColumns(xml: string, onHidden: ((columns: HiddenColumns) => void) | undefined): void {
  if (onHidden === undefined) return;
  for (const match of xml.matchAll(/<(?:\w+:)?col\s([^>]*)>/g)) {
    const tag = match[1] ?? '';
    if (!/\shidden\s*=\s*["'](?:1|true)["']/.test(` ${tag}`)) continue;
    const from = Number(/\bmin\s*=\s*["'](\d+)/.exec(tag)?.[1] ?? 0);
    const to = Number(/\bmax\s*=\s*["'](\d+)/.exec(tag)?.[1] ?? 0);
    if (from > 0 && to >= from) onHidden({ from: from - 1, to: Math.min(to, limits.columns) - 1 });
  }
}

interface TagNames {
  row: string;
  rowEnd: string;
  cell: string;
  cellEnd: string;
  value: string;
  valueEnd: string;
  formula: string;
}

function tagNames(prefix: string): TagNames {
  return {
    row: `<${prefix}row`,
    rowEnd: `</${prefix}row>`,
    cell: `<${prefix}c`,
    cellEnd: `</${prefix}c>`,
    value: `<${prefix}v`,
    valueEnd: `</${prefix}v>`,
    formula: `<${prefix}f`,
  };
}

function nextRow(
  buffer: string,
  from: number,
  names: TagNames,
): { content: string; end: number; number: number | null; hidden: boolean } | null {
  const start = buffer.indexOf(names.row, from);
  if (start < 0) return null;
  const open = buffer.indexOf('>', start);
  if (open < 0) return null;
  const tag = buffer.slice(start + names.row.length, open);
  const number = /\sr\s*=\s*["'](\d+)/.exec(tag)?.[1];
  const hidden = hiddenTag.test(tag);
  const common = { number: number === undefined ? null : Number(number), hidden };
  if (tag.endsWith('/')) return { ...common, content: '', end: open + 1 };
  const close = buffer.indexOf(names.rowEnd, open);
  return close < 0 ? null : { ...common, content: buffer.slice(open + 1, close), end: close + names.rowEnd.length };
}

/** The cells of a row by column; holes are null, a row of nothing but holes is empty. */
function rowCells(content: string, names: TagNames, context: SheetContext): Cell[] {
  const cells: Cell[] = [];
  let column = -1;
  for (let at = content.indexOf(names.cell); at >= 0; at = content.indexOf(names.cell, at)) {
    const open = content.indexOf('>', at);
    if (open < 0) break;
    const tag = content.slice(at + names.cell.length, open);
    const reference = /\sr\s*=\s*["']([A-Z]{1,3})\d/.exec(tag)?.[1];
    column = reference === undefined ? column + 1 : columnOf(reference);
    if (tag.endsWith('/')) {
      at = open + 1;
      continue;
    }
    const close = content.indexOf(names.cellEnd, open);
    if (close < 0) break;
    const value = cellValue(tag, content.slice(open + 1, close), names, context);
    at = close + names.cellEnd.length;
    if (value === null) continue;
    if (column >= limits.columns)
      throw new AppError('file_too_large', { path: context.path, what: 'columns', max: limits.columns });
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }
  return cells;
}

function cellValue(tag: string, body: string, names: TagNames, context: SheetContext): Cell {
  const type = /\st\s*=\s*["'](\w+)["']/.exec(tag)?.[1] ?? 'n';
  if (type === 'inlineStr') return richText(body) || null;
  const raw = valueText(body, names);
  if (raw === null || raw === '') return body.includes(names.formula) ? uncomputed : null;
  if (type === 's') return context.strings[Number(raw)] || null;
  if (type === 'str') return excelText(raw) || null;
  if (type === 'b') return raw === '1';
  if (type === 'e') return { error: excelText(raw) };
  if (type === 'd') return raw.slice(0, 19);
  const number = Number(raw);
  if (!Number.isFinite(number)) return excelText(raw);
  const style = /\ss\s*=\s*["'](\d+)["']/.exec(tag)?.[1];
  const form = style === undefined ? 'plain' : (context.forms[Number(style)] ?? 'plain');
  return form === 'plain' ? number : shown(number, form, context.date1904);
}

function valueText(body: string, names: TagNames): string | null {
  const start = body.indexOf(names.value);
  if (start < 0) return null;
  const open = body.indexOf('>', start);
  const close = body.indexOf(names.valueEnd, open);
  return open < 0 || close < 0 ? null : body.slice(open + 1, close);
}

/** The value as the sheet shows it: a date as ISO text, 0.12 in a percent style as 12, 1260 in `00000` as `01260`. */
function shown(number: number, form: Exclude<NumberForm, 'plain'>, date1904: boolean): Cell {
  if (form === 'percent') return Number((number * 100).toPrecision(12));
  if (form === 'time') return timeText(number);
  if (form === 'date') {
    const date = serialToDate(number, date1904);
    if (!date.ok) return number;
    const time = number - Math.floor(number);
    return time * 86_400 < 1 ? date.value : `${date.value}T${timeText(time)}`;
  }
  return Number.isInteger(number) && number >= 0 ? String(number).padStart(form.zeros, '0') : number;
}

function timeText(fraction: number): string {
  const seconds = Math.round((fraction - Math.floor(fraction)) * 86_400) % 86_400;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
