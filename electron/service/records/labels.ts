/** Labels that are one whatever their spelling: the first spelling stands, whoever writes it again. */
import { sql } from 'kysely';
import { labelColumns, labelKey } from '#shared/import/labels.ts';
import type { WriteDb } from '../database/tables.ts';
import { isOneOf } from './scope.ts';

/**
 * The values with each label as other records spell it. The records written themselves (`ids`) do not count: all that carry a
 * label can be given another spelling together.
 */
export async function joinLabels<T extends object>(
  db: WriteDb,
  table: keyof typeof labelColumns,
  values: T,
  ids: readonly string[] = [],
): Promise<T> {
  let joined = values;
  for (const column of labelColumns[table] ?? []) {
    const label = (values as Record<string, unknown>)[column];
    if (typeof label !== 'string' || label === '') continue;
    const { rows } = await sql<{ label: string }>`
      select ${sql.ref(column)} as label from ${sql.table(table)}
      where ${sql.ref(column)} is not null and not (${isOneOf('id', ids)})
      group by ${sql.ref(column)} order by min(seq)`.execute(db);
    const key = labelKey(label);
    const known = rows.find((row) => labelKey(row.label) === key)?.label;
    if (known !== undefined && known !== label) joined = { ...joined, [column]: known };
  }
  return joined;
}
