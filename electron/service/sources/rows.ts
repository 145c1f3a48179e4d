/** What a source is and gives: its options, its rows fitted to the columns. */
import { cellText, cutCell, isBlank, longestCell, type Cell } from '#shared/import/cells.ts';
import type { Encoding, EncodingFault } from '#shared/import/encodings.ts';
import { stillBroken, type FormReason } from '#shared/import/rejects-file.ts';

export interface SourceOptions {
  /** The user's choice; null lets the file decide. */
  encoding: Encoding | null;
  delimiter: string | null;
  /** Name of the sheet; null takes the first visible one that holds something. */
  sheet: string | null;
  /** Whether rows hidden in the sheet count. */
  hiddenRows: boolean;
  /** Line of the header; without it the file decides. */
  headerLine?: number | null;
  /** Whether bytes that are not in the encoding are read as a mark (U+FFFD); else such a file is refused. */
  markFaults?: boolean;
}

export interface SourceRow {
  /** Physical line of a CSV record's start, or the row's number in the sheet. */
  line: number;
  cells: Cell[];
  /** The record cannot be read as a row: a quote never closes, or its cells are too many or too few. */
  broken?: FormReason;
  /** Its last cells were left out by the writer, as in all such files. */
  filled?: true;
  /** Its cells as the file has them, where values of it were left out. */
  original?: Cell[];
}

export interface SourceSheet {
  name: string;
  hidden: boolean;
}

export interface Source {
  path: string;
  size: number;
  format: 'csv' | 'xlsx';
  encoding: Encoding | null;
  /** What of the file is not in its encoding. */
  encodingFault: EncodingFault | null;
  delimiter: string | null;
  sheets: SourceSheet[];
  sheet: string | null;
  date1904: boolean;
  headerLine: number;
  /** The header as it stands in the file. */
  headers: string[];
  /** Names by which the columns are told apart (`columnNames`). */
  columns: string[];
  hiddenColumns: number[];
  hiddenRows: number;
  mergedCells: number;
  /** The rows under the header as they are read, some at a time, blank ones left out. May be called again. */
  rows: () => AsyncGenerator<SourceRow[]>;
  close: () => void;
}

/** What a format's reader gives; the columns are named here, once for all. */
export type OpenedSource = Omit<Source, 'columns' | 'path' | 'size' | 'close'>;

/**
 * Fits a record to the columns: values beyond the last column make it broken, and so does the `fault` that its reader found;
 * texts that no spreadsheet can hold are cut before anything looks into them. `reasonAt` is the column of a file of rejects
 * that says why, -1 in any other.
 */
export function fitRow(
  line: number,
  cells: Cell[],
  { width, reasonAt, fault = null }: { width: number; reasonAt: number; fault?: FormReason | null },
): SourceRow | null {
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (typeof cell === 'string' && cell.length > longestCell) cells[index] = cutCell(cell);
  }
  let last = cells.length;
  while (last > 0 && isBlank(cells[last - 1])) last -= 1;
  if (last === 0) return null;
  const broken =
    fault ?? (last > width ? 'raggedRow' : null) ?? (reasonAt < 0 ? null : stillBroken(cells.map(cellText), reasonAt));
  if (broken !== null) return { line, cells, broken };
  if (cells.length > width) cells.length = width;
  return { line, cells };
}

/** All rows at once, for files that are known to be small. */
export async function allRows(source: Pick<Source, 'rows'>): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const some of source.rows()) rows.push(...some);
  return rows;
}
