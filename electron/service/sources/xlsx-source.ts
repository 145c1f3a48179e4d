/** Reads an XLSX workbook as a source: the sheet chosen, its header found, merged cells filled downwards. */
import { cellText, isBlank, type Cell } from '#shared/import/cells.ts';
import { findHeaderRow } from '#shared/import/csv-dialect.ts';
import { AppError } from '#shared/base/result.ts';
import type { FileBytes } from './bytes.ts';
import { limits } from './limits.ts';
import { partText, readSharedStrings, readStyles, readWorkbook, type SheetEntry } from './xlsx-parts.ts';
import {
  sheetRows,
  surveySheet,
  type HiddenColumns,
  type Merge,
  type SheetContext,
  type SheetRow,
} from './xlsx-sheet.ts';
import { openZip, type ZipFile } from './zip-file.ts';
import { fitRow, type OpenedSource, type SourceOptions, type SourceRow } from './rows.ts';

const headerSearch = 50;

/** See `openSource`. Throws `mapping_invalid` when the named sheet is not there. */
export function openXlsx(file: FileBytes, options: SourceOptions): OpenedSource {
  const zip = openZip(file);
  const head = readWorkbook(zip);
  if (head === null || head.sheets.length === 0)
    throw new AppError('file_format', { path: file.path, format: otherFormat(zip) });
  const strings = readSharedStrings(zip, head.stringsPart);
  const forms = readStyles(zip, head.stylesPart);
  const contextOf = (sheet: SheetEntry): SheetContext => ({
    zip,
    part: sheet.part,
    path: file.path,
    strings,
    forms,
    date1904: head.date1904,
  });
  const { sheet, top, hiddenColumns } = chooseSheet(file, head.sheets, options.sheet, (entry) =>
    topRows(contextOf(entry)),
  );
  const context = contextOf(sheet);
  const wanted = options.headerLine ?? null;
  const header =
    wanted === null
      ? top[findHeaderRow(top.map((row) => row.cells.map(cellText)))]
      : top.find((row) => row.line >= wanted && row.cells.some((cell) => !isBlank(cell)));
  if (header === undefined) throw new AppError('file_empty', { path: file.path });
  const headers = header.cells.map(cellText);
  const { merges, hiddenRows } = surveySheet(context);
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: head.sheets.map(({ name, hidden: isHidden }) => ({ name, hidden: isHidden })),
    sheet: sheet.name,
    date1904: head.date1904,
    headerLine: header.line,
    headers,
    hiddenColumns: hiddenColumns.filter((column) => column < headers.length),
    hiddenRows: hiddenRows.filter((line) => line > header.line).length,
    mergedCells: merges.filter((merge) => merge.bottom > header.line && merge.bottom > merge.top).length,
    rows: function* rows(): Generator<SourceRow> {
      const fill = fillDown(merges);
      let count = 0;
      for (const row of sheetRows(context)) {
        if (row.line <= header.line) {
          fill(row);
          continue;
        }
        fill(row);
        if (row.hidden && !options.hiddenRows) continue;
        const fitted = fitRow(row.line, row.cells, headers.length);
        if (fitted === null) continue;
        count += 1;
        if (count > limits.rows)
          throw new AppError('file_too_large', { path: file.path, what: 'rows', max: limits.rows });
        yield fitted;
      }
    },
  };
}

function otherFormat(zip: ZipFile): string {
  if (zip.has('xl/workbook.bin')) return 'xlsb';
  return zip.has('mimetype') && partText(zip, 'mimetype').includes('opendocument') ? 'ods' : 'zip';
}

interface Top {
  top: SheetRow[];
  hiddenColumns: number[];
}

function topRows(context: SheetContext): Top {
  const top: SheetRow[] = [];
  const hiddenColumns: number[] = [];
  const onHidden = ({ from, to }: HiddenColumns): void => {
    for (let column = from; column <= to; column += 1) hiddenColumns.push(column);
  };
  for (const row of sheetRows(context, onHidden)) {
    top.push(row);
    if (top.length >= headerSearch) break;
  }
  return { top, hiddenColumns };
}

/** The named sheet, else the first visible one that holds rows, else the first that holds any. */
function chooseSheet(
  file: FileBytes,
  sheets: SheetEntry[],
  wanted: string | null,
  read: (sheet: SheetEntry) => Top,
): Top & { sheet: SheetEntry } {
  if (wanted !== null) {
    const sheet =
      sheets.find((entry) => entry.name === wanted) ??
      sheets.find((entry) => entry.name.trim().toLowerCase() === wanted.trim().toLowerCase());
    if (sheet === undefined)
      throw new AppError('mapping_invalid', {
        path: file.path,
        sheet: wanted,
        sheets: sheets.map((entry) => entry.name),
      });
    return { sheet, ...read(sheet) };
  }
  for (const sheet of [...sheets.filter((entry) => !entry.hidden), ...sheets.filter((entry) => entry.hidden)]) {
    const found = read(sheet);
    if (found.top.some((row) => row.cells.some((cell) => !isBlank(cell)))) return { sheet, ...found };
  }
  throw new AppError('file_empty', { path: file.path });
}

/** Repeats the value of a cell merged over several rows on each of them; across columns it stays in the first. */
function fillDown(merges: Merge[]): (row: SheetRow) => void {
  const open = merges.filter((merge) => merge.bottom > merge.top).sort((a, b) => a.top - b.top);
  if (open.length === 0) return () => undefined;
  let active: { merge: Merge; value: Cell }[] = [];
  let next = 0;
  return (row) => {
    active = active.filter(({ merge }) => merge.bottom >= row.line);
    for (const { merge, value } of active) {
      while (row.cells.length <= merge.left) row.cells.push(null);
      if (isBlank(row.cells[merge.left])) row.cells[merge.left] = value;
    }
    for (let merge = open[next]; merge !== undefined && merge.top <= row.line; merge = open[next]) {
      next += 1;
      const value = merge.top === row.line ? (row.cells[merge.left] ?? null) : null;
      if (!isBlank(value)) active.push({ merge, value });
    }
  };
}
