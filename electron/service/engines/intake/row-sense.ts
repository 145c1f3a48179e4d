/** What a row is about as a whole: its name, whether it is a line of totals, and the sums of its figures. */
import type { ImportReport } from '#shared/import/contract.ts';
import { fold } from '#shared/base/fold.ts';
import { indicatorPrefix } from '#shared/import/fields.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { ColumnReader } from './columns.ts';
import type { Values } from './types.ts';

export const nameFields = ['name', 'title', 'fullName', 'lastName'];

export function nameOf(values: Values): string {
  return String(
    values['name'] ??
      values['title'] ??
      values['fullName'] ??
      [values['firstName'], values['lastName']].filter((part) => part !== undefined).join(' ') ??
      '',
  );
}

const totalWords =
  /^(?:sous[- ]?total|sub-?total|total|totaux|grand total|total general|totals|somme|sum)(?:\s*:|\s+(?:general|france|groupe|reseau|group|network))?$/;

/** A line of totals at the foot of a table is no record: it has no code, and its name says so. */
export function isTotalRow(values: Values): boolean {
  if (['id', 'code', 'firstName', 'email'].some((field) => values[field] !== undefined)) return false;
  const name = nameFields.map((field) => values[field]).find((value) => value !== undefined);
  return typeof name === 'string' && totalWords.test(fold(name));
}

/** The unit of an indicator by its code; null when it is unknown or has none. */
export function unitFinder(raw: RawDatabase): (code: string) => string | null {
  const units = new Map(
    (raw.prepare(`select code, unit from indicators where unit <> ''`).all() as { code: string; unit: string }[]).map(
      (row) => [row.code, row.unit],
    ),
  );
  return (code) => units.get(code) ?? null;
}

export interface RunningTotals {
  add: (values: Values) => void;
  list: () => ImportReport['totals'];
}

/** Sums the figures of the rows that are taken in, column by column, without the drift of a million additions (Neumaier's sum). */
export function runningTotals(readers: ColumnReader[]): RunningTotals {
  const summed = readers
    .filter(({ field }) => field.name === 'headcount' || field.name.startsWith(indicatorPrefix))
    .map(({ field, column }) => ({ column, field: field.name, count: 0, sum: 0, lost: 0 }));
  return {
    add: (values) => {
      for (const one of summed) {
        const value = values[one.field];
        if (typeof value !== 'number') continue;
        const next = one.sum + value;
        one.lost += Math.abs(one.sum) >= Math.abs(value) ? one.sum - next + value : value - next + one.sum;
        one.sum = next;
        one.count += 1;
      }
    },
    list: () =>
      summed.map(({ column, field, count, sum, lost }) => ({
        column,
        field,
        count,
        total: Number((sum + lost).toPrecision(15)),
      })),
  };
}
