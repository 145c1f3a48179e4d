/** Reads a CSV file as a source: encoding and dialect found out or given, records streamed. */
import { detectShape } from '#shared/import/csv-dialect.ts';
import { createCsvReader, type CsvRecord } from '#shared/import/csv-records.ts';
import { AppError } from '#shared/base/result.ts';
import type { FileBytes } from './bytes.ts';
import { bomFor, decodedChunks, detectEncoding, type DetectedEncoding } from './decode.ts';
import { limits } from './limits.ts';
import { fitRow, type OpenedSource, type SourceOptions, type SourceRow } from './rows.ts';

const sampleLength = 262_144;

/** See `openSource`. */
export function openCsv(file: FileBytes, options: SourceOptions): OpenedSource {
  const detected: DetectedEncoding =
    options.encoding === null
      ? detectEncoding(file)
      : { encoding: options.encoding, bom: bomFor(file, options.encoding) };
  let sample = '';
  let whole = true;
  for (const chunk of decodedChunks(file, detected)) {
    sample += chunk;
    if (sample.length >= sampleLength) {
      whole = false;
      break;
    }
  }
  if (sample.trim() === '') throw new AppError('file_empty', { path: file.path });
  const found = detectShape(sample, whole, options.delimiter ?? undefined);
  const shape = { ...found, headerLine: options.headerLine ?? found.headerLine };
  const records = (): Generator<CsvRecord> => recordsOf(file, detected, shape.dialect);
  let headers: string[] = [];
  for (const record of records()) {
    if (record.line >= shape.headerLine) {
      // A line chosen inside a quoted record, or blank, means the record after it.
      shape.headerLine = record.line;
      headers = withoutTail(record.cells.map((cell) => cell.trim()));
      break;
    }
  }
  if (headers.length > limits.columns)
    throw new AppError('file_too_large', { path: file.path, what: 'columns', max: limits.columns });
  return {
    format: 'csv',
    encoding: detected.encoding,
    delimiter: shape.dialect.delimiter,
    sheets: [],
    sheet: null,
    date1904: false,
    headerLine: shape.headerLine,
    headers,
    hiddenColumns: [],
    hiddenRows: 0,
    mergedCells: 0,
    rows: function* rows(): Generator<SourceRow> {
      let count = 0;
      for (const record of records()) {
        if (record.line <= shape.headerLine) continue;
        const row =
          record.unclosed === true
            ? { line: record.line, cells: record.cells, broken: 'quoteUnclosed' as const }
            : fitRow(record.line, record.cells, headers.length);
        if (row === null) continue;
        count += 1;
        if (count > limits.rows)
          throw new AppError('file_too_large', { path: file.path, what: 'rows', max: limits.rows });
        yield row;
      }
    },
  };
}

/** Separators at the end of the header line make no columns. */
function withoutTail(cells: string[]): string[] {
  let last = cells.length;
  while (last > 0 && cells[last - 1] === '') last -= 1;
  return cells.slice(0, last);
}

function* recordsOf(
  file: FileBytes,
  encoding: DetectedEncoding,
  dialect: { delimiter: string; newline: '\n' | '\r' },
): Generator<CsvRecord> {
  const reader = createCsvReader(dialect);
  for (const chunk of decodedChunks(file, encoding)) {
    yield* reader.push(chunk);
    if (reader.pending() > limits.recordLength)
      throw new AppError('file_too_large', { path: file.path, what: 'record', max: limits.recordLength });
  }
  yield* reader.end();
}
