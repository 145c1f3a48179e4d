/** Reads an XLSX workbook as a source: the sheet chosen, its header found, merged cells filled downwards. */
import { cellText, isBlank, type Cell } from '#shared/import/cells.ts';
import { findHeaderRow } from '#shared/import/csv-dialect.ts';
import { isReasonHeader } from '#shared/import/rejects-file.ts';
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

/** See `openSource`. Throws `sheet_unknown` when the named sheet is not there. */
export async function openXlsx(file: FileBytes, options: SourceOptions): Promise<OpenedSource> {
  const zip = await openZip(file);
  const head = await readWorkbook(zip);
  if (head === null || head.sheets.length === 0)
    throw new AppError('file_format', { path: file.path, format: await otherFormat(zip) });
  const strings = await readSharedStrings(zip, head.stringsPart);
  const forms = await readStyles(zip, head.stylesPart);
  const contextOf = (sheet: SheetEntry): SheetContext => ({
    zip,
    part: sheet.part,
    path: file.path,
    strings,
    forms,
    date1904: head.date1904,
  });
  const { sheet, top, hiddenColumns } = await chooseSheet(file, head.sheets, options.sheet, (entry) =>
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
  const reasonAt = headers.findIndex(isReasonHeader);
  const { merges, hiddenRows } = await surveySheet(context, header.line);
  return {
    format: 'xlsx',
    encoding: null,
    encodingFault: null,
    delimiter: null,
    sheets: head.sheets.map(({ name, hidden: isHidden }) => ({ name, hidden: isHidden })),
    sheet: sheet.name,
    date1904: head.date1904,
    headerLine: header.line,
    headers,
    hiddenColumns: hiddenColumns.filter((column) => column < headers.length),
    hiddenRows,
    mergedCells: merges.filter((merge) => merge.bottom > header.line && merge.bottom > merge.top).length,
    rows: async function* rows(): AsyncGenerator<SourceRow[]> {
      const fill = fillDown(merges);
      let count = 0;
      for await (const batch of sheetRows(context)) {
        const some: SourceRow[] = [];
        for (const row of batch) {
          fill(row);
          if (row.line <= header.line || (row.hidden && !options.hiddenRows)) continue;
          const fitted = fitRow(row.line, row.cells, { width: headers.length, reasonAt });
          if (fitted !== null) some.push(fitted);
        }
        count += some.length;
        if (count > limits.rows)
          throw new AppError('file_too_large', { path: file.path, what: 'rows', max: limits.rows });
        yield some;
      }
    },
  };
}

async function otherFormat(zip: ZipFile): Promise<string> {
  if (zip.has('xl/workbook.bin')) return 'xlsb';
  return zip.has('mimetype') && (await partText(zip, 'mimetype')).includes('opendocument') ? 'ods' : 'zip';
}

interface Top {
  top: SheetRow[];
  hiddenColumns: number[];
}

async function topRows(context: SheetContext): Promise<Top> {
  const top: SheetRow[] = [];
  const hiddenColumns: number[] = [];
  const onHidden = ({ from, to }: HiddenColumns): void => {
    for (let column = from; column <= to; column += 1) hiddenColumns.push(column);
  };
  for await (const rows of sheetRows(context, onHidden)) {
    top.push(...rows.slice(0, headerSearch - top.length));
    if (top.length >= headerSearch) break;
  }
  return { top, hiddenColumns };
}

/** The named sheet, else the first visible one that holds rows, else the first that holds any. */
async function chooseSheet(
  file: FileBytes,
  sheets: SheetEntry[],
  wanted: string | null,
  read: (sheet: SheetEntry) => Promise<Top>,
): Promise<Top & { sheet: SheetEntry }> {
  if (wanted !== null) {
    const sheet =
      sheets.find((entry) => entry.name === wanted) ??
      sheets.find((entry) => entry.name.trim().toLowerCase() === wanted.trim().toLowerCase());
    if (sheet === undefined)
      throw new AppError('sheet_unknown', {
        path: file.path,
        sheet: wanted,
        sheets: sheets.map((entry) => entry.name),
      });
    return { sheet, ...(await read(sheet)) };
  }
  for (const sheet of [...sheets.filter((entry) => !entry.hidden), ...sheets.filter((entry) => entry.hidden)]) {
    const found = await read(sheet);
    if (found.top.some((row) => row.cells.some((cell) => !isBlank(cell)))) return { sheet, ...found };
  }
  throw new AppError('file_empty', { path: file.path });
}

/** Repeats the value of a cell merged over several rows on each of them; across columns it stays in the first. */
function fillDown(merges: Merge[]): (row: SheetRow) => void {
  const open = merges
    .filter((merge) => merge.bottom > merge.top && merge.left < limits.columns)
    .sort((a, b) => a.top - b.top);
  if (open.length === 0) return () => undefined;
  // By column: areas do not overlap, and those of a file that says so are the last one's.
  const active = new Map<number, { bottom: number; value: Cell }>();
  let next = 0;
  return (row) => {
    for (const [left, { bottom, value }] of active) {
      if (bottom < row.line) {
        active.delete(left);
        continue;
      }
      while (row.cells.length <= left) row.cells.push(null);
      if (isBlank(row.cells[left])) row.cells[left] = value;
    }
    for (let merge = open[next]; merge !== undefined && merge.top <= row.line; merge = open[next]) {
      next += 1;
      const value = merge.top === row.line ? (row.cells[merge.left] ?? null) : null;
      if (!isBlank(value)) active.set(merge.left, { bottom: merge.bottom, value });
    }
  };
}
