/** Reads a CSV file as a source: encoding and dialect found out or given, records streamed. */
import { cutCell } from '#shared/import/cells.ts';
import { detectShape } from '#shared/import/csv-dialect.ts';
import { createCsvReader, type CsvDialect, type CsvRecord } from '#shared/import/csv-records.ts';
import { isReasonHeader } from '#shared/import/rejects-file.ts';
import { AppError } from '#shared/base/result.ts';
import type { FileBytes } from './bytes.ts';
import { bomFor, decodedChunks, detectEncoding, encodingFault, type DetectedEncoding } from './decode.ts';
import { faultOf, widthsOf } from './csv-widths.ts';
import { limits } from './limits.ts';
import { fitRow, type OpenedSource, type SourceOptions, type SourceRow } from './rows.ts';

const sampleLength = 262_144;

/** See `openSource`. */
export function openCsv(file: FileBytes, options: SourceOptions): OpenedSource {
  const detected: DetectedEncoding =
    options.encoding === null
      ? detectEncoding(file)
      : { encoding: options.encoding, bom: bomFor(file, options.encoding) };
  const damage = encodingFault(file, detected);
  if (damage !== null && options.markFaults !== true)
    throw new AppError('encoding_invalid', { path: file.path, encoding: detected.encoding, ...damage });
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
  let headers: string[] = [];
  let headerCells = 0;
  for (const records of batchesOf(file, detected, shape.dialect)) {
    const header = records.find((record) => record.line >= shape.headerLine);
    if (header === undefined) continue;
    // A line chosen inside a quoted record, or blank, means the record after it.
    shape.headerLine = header.line;
    headerCells = header.cells.length;
    headers = withoutTail(header.cells.map((cell) => cutCell(cell).trim()));
    break;
  }
  if (headers.length > limits.columns)
    throw new AppError('file_too_large', { path: file.path, what: 'columns', max: limits.columns });
  const reasonAt = headers.findIndex(isReasonHeader);
  const widths = widthsOf(
    sampleRecords(sample, whole, shape.dialect)
      .filter((record) => record.line > shape.headerLine && record.unclosed !== true)
      .map(({ cells }) => cells),
    { cells: headerCells, columns: headers.length },
    reasonAt >= 0,
  );
  return {
    format: 'csv',
    encoding: detected.encoding,
    encodingFault: damage,
    delimiter: shape.dialect.delimiter,
    sheets: [],
    sheet: null,
    date1904: false,
    headerLine: shape.headerLine,
    headers,
    hiddenColumns: [],
    hiddenRows: 0,
    mergedCells: 0,
    rows: async function* rows(): AsyncGenerator<SourceRow[]> {
      let count = 0;
      for (const records of batchesOf(file, detected, shape.dialect)) {
        const some: SourceRow[] = [];
        for (const record of records) {
          if (record.line <= shape.headerLine) continue;
          if (record.unclosed === true) {
            some.push({ line: record.line, cells: record.cells, broken: 'quoteUnclosed' });
            continue;
          }
          const isShort = record.cells.length < widths.least;
          const fault = faultOf(record.cells, widths);
          const row = fitRow(record.line, record.cells, { width: headers.length, reasonAt, fault });
          if (row !== null) some.push(isShort && row.broken === undefined ? { ...row, filled: true } : row);
        }
        count += some.length;
        if (count > limits.rows)
          throw new AppError('file_too_large', { path: file.path, what: 'rows', max: limits.rows });
        yield some;
      }
    },
  };
}

/** The records of the sample, without one that it may cut. */
function sampleRecords(sample: string, whole: boolean, dialect: CsvDialect): CsvRecord[] {
  const reader = createCsvReader(dialect);
  const records = reader.push(sample);
  return whole ? [...records, ...reader.end()] : records;
}

/** Separators at the end of the header line make no columns. */
function withoutTail(cells: string[]): string[] {
  let last = cells.length;
  while (last > 0 && cells[last - 1] === '') last -= 1;
  return cells.slice(0, last);
}

/** The records of the file, as many as each piece of it ends. */
function* batchesOf(file: FileBytes, encoding: DetectedEncoding, dialect: CsvDialect): Generator<CsvRecord[]> {
  const reader = createCsvReader(dialect);
  for (const chunk of decodedChunks(file, encoding)) {
    yield reader.push(chunk);
    if (reader.pending() > limits.recordLength)
      throw new AppError('file_too_large', { path: file.path, what: 'record', max: limits.recordLength });
  }
  yield reader.end();
}
