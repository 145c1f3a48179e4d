/** A plain table as a workbook of one sheet: headers, then rows of texts and numbers. */
import type { ReportCell, ReportColumn } from '#shared/reports/contract.ts';
import { withSink } from '../sink.ts';
import { writeWorkbook } from './workbook.ts';

export interface Table {
  /** Of the file and of its sheet. */
  title: string;
  headers: readonly string[];
  /** Null and '' are empty cells. */
  rows: ReportCell[][];
  /** ISO 8601, the date of making. */
  now: string;
}

const column = (label: string, index: number): ReportColumn => ({
  id: String(index),
  label,
  help: '',
  type: 'text',
  unit: null,
  decimals: null,
  terms: null,
});

/** Writes `outPath`, whole or not at all. Throws `sheet_too_long` for what no sheet can hold, and what writing files throws. */
export async function writeTable(outPath: string, table: Table, signal: AbortSignal): Promise<void> {
  const { title, headers, rows, now } = table;
  const book = { sheet: title, title, columns: headers.map(column), total: rows.length, about: null, now };
  await withSink(outPath, undefined, signal, (sink) =>
    writeWorkbook(
      sink,
      book,
      (async function* () {
        for (let at = 0; at < rows.length; at += 500) yield rows.slice(at, at + 500);
      })(),
    ),
  );
}
