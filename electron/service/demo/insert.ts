/** What every part of the demonstration network shares: the database, the stamps, and one prepared statement a table. */
import type { Language } from '#shared/base/common.ts';
import type { RawDatabase } from '../database/connect.ts';
import type { TableName } from '../database/tables.ts';

export type Size = 'small' | 'medium' | 'large';

export interface DemoContext {
  db: RawDatabase;
  seed: number;
  size: Size;
  today: string;
  lang: Language;
  resources: string;
  newId: () => string;
  /** Tells that `done` more records stand, lets other work in, throws `cancelled` when told to stop. */
  step: (done: number) => Promise<void>;
}

type Value = string | number | null | Uint8Array;

/** A function that writes one row of the named columns, in their order; records get their stamps from the context. */
export function inserter(context: DemoContext, table: TableName, columns: string[]): (values: Value[]) => void {
  const stamps = table === 'blobs' ? [] : ['createdAt', 'updatedAt'];
  const all = [...columns, ...stamps];
  const statement = context.db.prepare(
    `insert into "${table}" (${all.map((column) => `"${column}"`).join(', ')}) values (${all.map(() => '?').join(', ')})`,
  );
  const at = `${context.today}T06:00:00.000Z`;
  return stamps.length === 0
    ? (values) => void statement.run(values)
    : (values) => void statement.run([...values, at, at]);
}
