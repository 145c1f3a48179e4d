/** The names of the records that a changed row refers to: a reader is told the site, not its id. */
import type { RowOutcome } from '#shared/import/contract.ts';
import { referencesOf } from '../../database/references.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { Change } from './types.ts';

/** How a record of a table is called, from the columns it has. */
function nameColumn(raw: RawDatabase, table: string): string {
  const columns = new Set(raw.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]);
  if (columns.has('title')) return 'title';
  return columns.has('name') ? 'name' : `trim("firstName" || ' ' || "lastName")`;
}

export interface Labels {
  /** Keeps in mind the name of a record made by the import itself. */
  made: (change: Change) => void;
  /** The changes with names in the place of ids. */
  named: (changes: RowOutcome['changes']) => RowOutcome['changes'];
}

/** Labels for the changes of rows of `table`. */
export function referenceLabels(raw: RawDatabase, table: string): Labels {
  const fresh = new Map<string, string>();
  const statements = new Map<string, ReturnType<RawDatabase['prepare']>>();
  const referred = referencesOf(raw, table);
  const label = (
    field: string,
    value: RowOutcome['changes'][number]['before'],
  ): RowOutcome['changes'][number]['before'] => {
    const target = referred.get(field);
    if (target === undefined || typeof value !== 'string') return value;
    const made = fresh.get(value);
    if (made !== undefined) return made;
    const statement =
      statements.get(target) ?? raw.prepare(`select ${nameColumn(raw, target)} from "${target}" where id = ?`).pluck();
    statements.set(target, statement);
    return (statement.get(value) as string | undefined) ?? value;
  };
  return {
    made: ({ table: into, operation, id, row }) => {
      if (operation === 'insert' && (into === 'territories' || into === 'sites')) fresh.set(id, String(row['name']));
      else if (operation === 'insert' && into === 'initiatives') fresh.set(id, String(row['title']));
    },
    named: (changes) =>
      changes.some((change) => referred.has(change.field))
        ? changes.map(({ field, before, after }) => ({
            field,
            before: label(field, before),
            after: label(field, after),
          }))
        : changes,
  };
}
