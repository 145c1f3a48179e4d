/** CSV in its two dialects: for a French Excel, and for programs. No cell is ever a formula; every text can be read back. */
import type { CsvDialectName, ReportCell, ReportColumn } from '#shared/reports/contract.ts';
import { protectCell } from '#shared/import/csv-safety.ts';
import { formatCsvRecord } from '#shared/import/csv-records.ts';

export interface CsvForm {
  dialect: CsvDialectName;
  delimiter: ';' | ',';
  newline: '\r\n' | '\n';
  /** The mark that lets Excel see UTF-8. */
  bom: boolean;
  decimal: ',' | '.';
  /** Words for yes and no. */
  flags: readonly [yes: string, no: string];
}

export const csvForms: Record<CsvDialectName, CsvForm> = {
  'excel-fr': { dialect: 'excel-fr', delimiter: ';', newline: '\r\n', bom: true, decimal: ',', flags: ['oui', 'non'] },
  machine: { dialect: 'machine', delimiter: ',', newline: '\n', bom: false, decimal: '.', flags: ['true', 'false'] },
};

/** A number with all its digits and no exponent; reading it gives the same number. Infinite and NaN give ''. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(value);
  const exponent = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (exponent === null) return text;
  const [, sign = '', first = '', rest = '', power = '0'] = exponent;
  const digits = first + rest;
  const point = Number(power) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return digits.length <= point
    ? sign + digits.padEnd(point, '0')
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** `2026-12-31` as the dialect writes it; what is no date stays as it is. */
export function csvDate(iso: string, form: CsvForm): string {
  return form.dialect === 'machine' || !/^\d{4}-\d{2}-\d{2}$/.test(iso)
    ? iso
    : `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
}

/** One cell as text, before quotes: missing is empty, closed lists are words for people and codes for programs. */
export function csvCell(value: ReportCell, column: Pick<ReportColumn, 'type' | 'terms'>, form: CsvForm): string {
  if (value === null) return '';
  if (typeof value === 'number')
    return form.decimal === '.' ? plainNumber(value) : plainNumber(value).replace('.', ',');
  if (typeof value === 'boolean') return form.flags[value ? 0 : 1];
  if (column.type === 'date') return csvDate(value, form);
  if (column.type === 'enum' && form.dialect === 'excel-fr') return protectCell(column.terms?.[value] ?? value);
  return protectCell(value);
}

export function csvLine(
  cells: readonly ReportCell[],
  columns: readonly Pick<ReportColumn, 'type' | 'terms'>[],
  form: CsvForm,
): string {
  return (
    formatCsvRecord(
      columns.map((column, index) => csvCell(cells[index] ?? null, column, form)),
      form.delimiter,
    ) + form.newline
  );
}

/** The header line, with the mark before it: labels for people, names of the contract for programs. */
export function csvHeader(columns: readonly ReportColumn[], form: CsvForm): string {
  return (
    (form.bom ? '\uFEFF' : '') +
    formatCsvRecord(
      columns.map((column) => protectCell(form.dialect === 'machine' ? column.id : column.label)),
      form.delimiter,
    ) +
    form.newline
  );
}
