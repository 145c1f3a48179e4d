/**
 * CSV fields formed by SQLite itself, for tables of a million rows: a line comes out as bytes, without a JavaScript string for every cell.
 * Each expression gives exactly what `csv.ts` gives; what is rare (a quote, a formula, a fraction of many digits) is handed to it.
 */
import type { RawDatabase } from '../../database/connect.ts';
import { formatCsvRecord } from '#shared/import/csv-records.ts';
import { protectCell } from '#shared/import/csv-safety.ts';
import { plainNumber, type CsvForm } from '../../formats/csv.ts';

/** Teaches a connection the two functions that the expressions fall back on. */
export function addCsvFunctions(db: RawDatabase): void {
  for (const delimiter of [';', ',']) {
    db.function(delimiter === ';' ? 'csvSemicolon' : 'csvComma', { deterministic: true }, (value) =>
      typeof value === 'string' ? formatCsvRecord([protectCell(value), ''], delimiter).slice(0, -1) : '',
    );
  }
  db.function('plainNumber', { deterministic: true }, (value) => (typeof value === 'number' ? plainNumber(value) : ''));
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A text column: plain when it begins with a letter or digit and holds nothing to quote. */
export function textField(column: string, form: CsvForm): string {
  const slow = form.delimiter === ';' ? 'csvSemicolon' : 'csvComma';
  return `case when ${column} is null then '' when ${column} glob '[0-9A-Za-zÀ-ɏ]*' and not ${column} glob '*["${form.delimiter}\n\r]*' then ${column} else ${slow}(${column}) end`;
}

/** A column of real numbers: whole ones and those that fifteen digits tell exactly are written by SQLite. */
export function numberField(column: string, form: CsvForm): string {
  const shown = (text: string): string => (form.decimal === '.' ? text : `replace(${text}, '.', ',')`);
  return `case when ${column} is null then ''
    when ${column} = cast(${column} as integer) and abs(${column}) < 1e15 then cast(cast(${column} as integer) as text)
    when abs(${column}) >= 1e-4 and abs(${column}) < 1e15 and length(cast(abs(${column}) as text)) <= 16 and cast(cast(${column} as text) as real) = ${column} then ${shown(`cast(${column} as text)`)}
    else ${shown(`plainNumber(${column})`)} end`;
}

/** A column of dates kept as `YYYY-MM-DD`, never missing nor otherwise (the schema sees to it). */
export function dateField(column: string, form: CsvForm): string {
  return form.dialect === 'machine'
    ? column
    : `substr(${column}, 9, 2) || '/' || substr(${column}, 6, 2) || '/' || substr(${column}, 1, 4)`;
}

/** A column of codes of a closed list, never missing. */
export function termField(column: string, terms: Record<string, string>, form: CsvForm): string {
  if (form.dialect === 'machine') return column;
  return `case ${column} ${Object.entries(terms)
    .map(
      ([code, word]) =>
        `when ${literal(code)} then ${literal(formatCsvRecord([protectCell(word), ''], form.delimiter).slice(0, -1))}`,
    )
    .join(' ')} else ${column} end`;
}

/** Fields joined by the delimiter. */
export function joinFields(fields: string[], form: CsvForm): string {
  return fields.map((field) => `(${field})`).join(` || ${literal(form.delimiter)} || `);
}
