/** Which table a column points to, read from the schema itself: nobody keeps a list of it. */
import type { RawDatabase } from './connect.ts';

const known = new WeakMap<RawDatabase, Map<string, Map<string, string>>>();

/** The tables that the columns of a table point to, by column. */
export function referencesOf(db: RawDatabase, table: string): ReadonlyMap<string, string> {
  const tables = known.get(db) ?? new Map<string, Map<string, string>>();
  known.set(db, tables);
  let found = tables.get(table);
  if (found === undefined) {
    const rows = db.prepare('select "from", "table" from pragma_foreign_key_list(?)').all(table) as {
      from: string;
      table: string;
    }[];
    found = new Map(rows.map((row) => [row.from, row.table]));
    tables.set(table, found);
  }
  return found;
}
