/** Cuts CSV text into records as it streams in, and writes records back in the same dialect. */

export interface CsvDialect {
  delimiter: string;
  /** Lone carriage returns end lines in files of old Macs. */
  newline: '\n' | '\r';
}

export interface CsvRecord {
  /** Physical line on which the record starts, counted from 1. */
  line: number;
  cells: string[];
  /** The record opens a quote that never closes; only its first physical line was taken. */
  unclosed?: true;
}

/** A quoted field longer than this is taken for a stray quote, so that one cannot swallow the rest of a large file. */
export const longestQuotedField = 1_000_000;

export interface CsvReader {
  /** Gives the records that are complete with this text. */
  push: (text: string) => CsvRecord[];
  /** Gives what remains. */
  end: () => CsvRecord[];
  /** Characters held back because their record is not complete. */
  pending: () => number;
}

/**
 * A streaming reader of one dialect. A quote counts at the start of a field only, doubled inside it; text after a closing
 * quote is kept. Blank lines give no record but count as lines. Never throws.
 */
export function createCsvReader(dialect: CsvDialect): CsvReader {
  const { delimiter, newline } = dialect;
  let rest = '';
  let line = 1;

  const drain = (final: boolean): CsvRecord[] => {
    const records: CsvRecord[] = [];
    const text = rest;
    let at = 0;
    let nextQuote = text.indexOf('"');
    while (at < text.length) {
      const lineEnd = text.indexOf(newline, at);
      if (lineEnd < 0 && !final) break;
      const stop = lineEnd < 0 ? text.length : lineEnd;
      if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf('"', at);
      if (nextQuote < 0 || nextQuote >= stop) {
        const content = text.slice(
          at,
          newline === '\n' && stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop,
        );
        if (content !== '') records.push({ line, cells: content.split(delimiter) });
        line += 1;
        at = stop + 1;
        continue;
      }
      const scanned = scanQuoted(text, at, delimiter, newline, final);
      if (scanned === 'more') break;
      if (scanned === 'unclosed') {
        const content = text.slice(at, stop).replace(/\r$/, '');
        records.push({ line, cells: content.split(delimiter), unclosed: true });
        line += 1;
        at = stop + 1;
        continue;
      }
      if (scanned.cells.length > 1 || scanned.cells[0] !== '') records.push({ line, cells: scanned.cells });
      line += scanned.lines;
      at = scanned.next;
    }
    rest = at >= text.length ? '' : text.slice(at);
    return records;
  };

  return {
    push: (text) => {
      rest = rest === '' ? text : rest + text;
      return drain(false);
    },
    end: () => drain(true),
    pending: () => rest.length,
  };
}

interface Scanned {
  cells: string[];
  next: number;
  lines: number;
}

/** One record that holds quotes, from `start`. */
function scanQuoted(
  text: string,
  start: number,
  delimiter: string,
  newline: string,
  final: boolean,
): Scanned | 'more' | 'unclosed' {
  const cells: string[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    let value = '';
    if (text.charCodeAt(at) === 34) {
      const close = closingQuote(text, at + 1);
      const length = (close < 0 ? text.length : close) - at - 1;
      if (length > longestQuotedField) return 'unclosed';
      if (close < 0) return final ? 'unclosed' : 'more';
      // The character after the quote decides whether the field is over; it may not have arrived yet.
      if (close + 1 >= text.length && !final) return 'more';
      value = text.slice(at + 1, close);
      lines += countOf(value, newline);
      if (value.includes('""')) value = value.replaceAll('""', '"');
      at = close + 1;
    }
    const nextDelimiter = text.indexOf(delimiter, at);
    const nextLine = text.indexOf(newline, at);
    const lineStop = nextLine < 0 ? text.length : nextLine;
    if (nextDelimiter >= 0 && nextDelimiter < lineStop) {
      cells.push(value + text.slice(at, nextDelimiter));
      at = nextDelimiter + 1;
      continue;
    }
    if (nextLine < 0 && !final) return 'more';
    const tail = text.slice(
      at,
      newline === '\n' && lineStop > at && text.charCodeAt(lineStop - 1) === 13 ? lineStop - 1 : lineStop,
    );
    cells.push(value + tail);
    return { cells, next: lineStop + 1, lines };
  }
}

/** The closing quote from `at` on, doubled quotes skipped; -1 when the text ends before it. */
function closingQuote(text: string, at: number): number {
  let quote = text.indexOf('"', at);
  while (quote >= 0 && text.charCodeAt(quote + 1) === 34) quote = text.indexOf('"', quote + 2);
  return quote;
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}

/** All records of a whole text. */
export function readCsvText(text: string, dialect: CsvDialect): CsvRecord[] {
  const reader = createCsvReader(dialect);
  return [...reader.push(text), ...reader.end()];
}

/** One record as a line of the dialect, without its line end; quoted only where needed, so that it reads back the same. */
export function formatCsvRecord(cells: readonly string[], delimiter: string): string {
  if (cells.length === 1 && cells[0] === '') return '""';
  return cells.map((cell) => (needsQuotes(cell, delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);
}

function needsQuotes(cell: string, delimiter: string): boolean {
  return (
    cell.includes('"') || cell.includes('\n') || cell.includes('\r') || cell.includes(delimiter) || cell.startsWith('#')
  );
}
