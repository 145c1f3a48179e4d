/** The names of the records that a changed row refers to: a reader is told the site, not its id. */
import type { RowOutcome } from '#shared/import/contract.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { Change } from './types.ts';

const nameOf: Record<string, string> = {
  territories: 'name',
  sites: 'name',
  initiatives: 'title',
  people: `trim("firstName" || ' ' || "lastName")`,
};
const tableOf: Record<string, string> = {
  ownerId: 'people',
  territoryId: 'territories',
  parentId: 'territories',
  siteId: 'sites',
  leadId: 'people',
  replicatesId: 'initiatives',
};

export interface Labels {
  /** Keeps in mind the name of a record made by the import itself. */
  made: (change: Change) => void;
  /** The changes with names in the place of ids. */
  named: (changes: RowOutcome['changes']) => RowOutcome['changes'];
}

export function referenceLabels(raw: RawDatabase): Labels {
  const fresh = new Map<string, string>();
  const statements = new Map<string, ReturnType<RawDatabase['prepare']>>();
  const label = (
    field: string,
    value: RowOutcome['changes'][number]['before'],
  ): RowOutcome['changes'][number]['before'] => {
    const table = tableOf[field];
    if (table === undefined || typeof value !== 'string') return value;
    const made = fresh.get(value);
    if (made !== undefined) return made;
    const statement =
      statements.get(table) ?? raw.prepare(`select ${nameOf[table]} from "${table}" where id = ?`).pluck();
    statements.set(table, statement);
    return (statement.get(value) as string | undefined) ?? value;
  };
  return {
    made: ({ table, operation, id, row }) => {
      if (operation === 'insert' && (table === 'territories' || table === 'sites')) fresh.set(id, String(row['name']));
      else if (operation === 'insert' && table === 'initiatives') fresh.set(id, String(row['title']));
    },
    named: (changes) =>
      changes.some((change) => tableOf[change.field] !== undefined)
        ? changes.map(({ field, before, after }) => ({
            field,
            before: label(field, before),
            after: label(field, after),
          }))
        : changes,
  };
}
