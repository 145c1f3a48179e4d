/** Finds out how a CSV file is cut: line ends, delimiter, what stands before the header, and where the header is. */
import { createCsvReader, type CsvDialect, type CsvRecord } from './csv-records.ts';

export const delimiters = [';', ',', '\t', '|'] as const;

export interface CsvShape {
  dialect: CsvDialect;
  /** Physical line of the header record; what comes before is a preamble. */
  headerLine: number;
}

const sampledRecords = 300;

function newlineOf(sample: string): '\n' | '\r' {
  return sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
}

/** Cells without the empty ones that end a ragged record. */
function width(cells: readonly string[]): number {
  let last = cells.length;
  while (last > 0 && cells[last - 1]?.trim() === '') last -= 1;
  return last;
}

function isComment(record: CsvRecord): boolean {
  return record.cells[0]?.trimStart().startsWith('#') === true && width(record.cells) >= 1;
}

/** A line of comment before the header; a header cell named `#` or `#id` beside others is none. */
function isPreambleComment(record: CsvRecord): boolean {
  return isComment(record) && (width(record.cells) === 1 || /^#\s/.test(record.cells[0]?.trimStart() ?? ''));
}

interface Candidate {
  delimiter: string;
  records: CsvRecord[];
  score: number;
  usual: number;
}

function judge(sample: string, delimiter: string, newline: '\n' | '\r', whole: boolean): Candidate {
  const reader = createCsvReader({ delimiter, newline });
  const records = reader.push(sample);
  if (whole || records.length === 0) records.push(...reader.end());
  const kept = records.filter((record) => !isPreambleComment(record)).slice(0, sampledRecords);
  const counts = new Map<number, number>();
  for (const record of kept) counts.set(record.cells.length, (counts.get(record.cells.length) ?? 0) + 1);
  let usual = 1;
  let often = 0;
  for (const [cells, times] of counts) {
    if (cells > 1 && times > often) [usual, often] = [cells, times];
  }
  const unclosed = kept.filter((record) => record.unclosed === true).length;
  const steady = kept.length === 0 ? 0 : (often - unclosed) / kept.length;
  // Steadiness first; among steady ones, more columns. A comma that cuts decimal numbers is rarely as steady.
  return {
    delimiter,
    records: records.slice(0, sampledRecords),
    score: usual > 1 ? steady * steady * (1 + Math.log2(usual) / 4) : 0,
    usual,
  };
}

/**
 * The shape of a CSV text from its first part; `whole` when the sample is the whole file. `forced` is the user's delimiter.
 * Understands Excel's `sep=;` line, `#` comments and title lines before the header.
 */
export function detectShape(sample: string, whole: boolean, forced?: string): CsvShape {
  const newline = newlineOf(sample);
  const named = /^sep=([;,|\t])[\r\n]/i.exec(sample)?.[1];
  const tried = forced === undefined ? (named === undefined ? [...delimiters] : [named]) : [forced];
  const candidates = tried.map((delimiter) => judge(sample, delimiter, newline, whole));
  const best = candidates.reduce((first, second) => (second.score > first.score ? second : first));
  const records = named === undefined ? best.records : best.records.filter((record) => record.line > 1);
  return { dialect: { delimiter: best.delimiter, newline }, headerLine: findHeader(records, best.usual)?.line ?? 1 };
}

/** The first record that fills at least half of the usual columns and is no comment; title lines fill one. */
function findHeader(records: CsvRecord[], usual: number): CsvRecord | undefined {
  const candidates = records.filter(
    (record) => !isPreambleComment(record) || (usual > 2 && width(record.cells) >= usual),
  );
  const least = usual === 1 ? 1 : Math.max(2, Math.ceil(usual / 2));
  return candidates.find((record) => filled(record.cells) >= least) ?? candidates[0] ?? records[0];
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

/** The header row of a sheet: same rule on rows of cells. Returns its place in `rows`, or -1 when all are empty. */
export function findHeaderRow(rows: readonly (readonly string[])[]): number {
  const widths = rows
    .map((row) => width(row))
    .filter((cells) => cells > 0)
    .sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  if (usual === 0) return -1;
  const least = usual === 1 ? 1 : Math.max(2, Math.ceil(usual / 2));
  const found = rows.findIndex((row) => filled(row) >= least && !(row[0]?.startsWith('# ') === true));
  return found >= 0 ? found : rows.findIndex((row) => filled(row) > 0);
}

/**
 * Names for columns that can be told apart: a blank header becomes `#3` (its place), the second `Nom` becomes `Nom (2)`.
 * These names are what a mapping refers to.
 */
export function columnNames(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    const base = header.replace(/[\s\u00A0\u202F]+/g, ' ').trim() || `#${index + 1}`;
    let name = base;
    for (let copy = 2; taken.has(name); copy += 1) name = `${base} (${copy})`;
    taken.add(name);
    return name;
  });
}
