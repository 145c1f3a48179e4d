/** Columns of tables with their header and meaning in one language, and the order in which a row's cells follow from a record. */
import type { Language } from '#shared/base/common.ts';
import type { ReportCell, ReportColumn } from '#shared/reports/contract.ts';
import { columnHelp, columnLabel, termsOf } from './words.ts';

/** A column as a report lists it: `[id, type]`, with the closed list for an enum, decimals for a quantity, and its unit. */
export interface ColumnSpec {
  id: string;
  type: ReportColumn['type'];
  /** The closed list (terms.json or tables.json) whose codes the cells hold. */
  list?: string;
  decimals?: number;
  unit?: string;
}

export const text = (id: string): ColumnSpec => ({ id, type: 'text' });
export const date = (id: string): ColumnSpec => ({ id, type: 'date' });
export const count = (id: string): ColumnSpec => ({ id, type: 'integer', decimals: 0 });
export const closed = (id: string, list: string): ColumnSpec => ({ id, type: 'enum', list });

/** The columns of one table; `table` is where their meanings stand (`help.<table>.<id>`). */
export function columnsFor(lang: Language, table: string, specs: ColumnSpec[]): ReportColumn[] {
  return specs.map(({ id, type, list, decimals, unit }) => ({
    id,
    type,
    label: columnLabel(lang, id),
    help: columnHelp(lang, table, id),
    unit: unit ?? null,
    decimals: decimals ?? null,
    terms: list === undefined ? null : termsOf(lang, list),
  }));
}

/** The cells of records fetched by id, in the order of the ids; `extra` adds what is not in the record. */
export function cellsInOrder<R extends { id: string }>(
  keys: (string | number)[],
  records: R[],
  columns: string[],
  extra: (record: R) => ReportCell[] = () => [],
): ReportCell[][] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return keys.flatMap((key) => {
    const record = byId.get(String(key));
    if (record === undefined) return [];
    const values = record as Record<string, unknown>;
    return [[...columns.map((column) => (values[column] ?? null) as ReportCell), ...extra(record)]];
  });
}
