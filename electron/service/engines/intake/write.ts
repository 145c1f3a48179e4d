/** Writes a plan: rows created together are one run of the history, rows changed are recorded one by one. */
import { trackedTables, type TrackedTable } from '#shared/kinds.ts';
import { AppError } from '#shared/base/result.ts';
import type { RawDatabase } from '../../database/connect.ts';
import { recordBulk } from '../../database/history.ts';
import type { Change, Stored } from './types.ts';

/** Parents before children, as the kinds stand: a person's site may be made by the same import. */
const placeOf = (table: string): number => (trackedTables as readonly string[]).indexOf(table);

const batch = 2000;

/** Applies the changes inside the transaction already begun. `step` is awaited between batches with the number done; it may throw, and then nothing stays. */
export async function writePlan(
  db: RawDatabase,
  changes: Change[],
  step: (done: number) => Promise<void>,
): Promise<void> {
  const insertions = changes
    .filter((change) => change.operation === 'insert')
    .sort((a, b) => placeOf(a.table) - placeOf(b.table));
  const updates = changes.filter((change) => change.operation === 'update');
  const tables = [...new Set(insertions.map((change) => change.table))].filter((table): table is TrackedTable =>
    (trackedTables as readonly string[]).includes(table),
  );
  let done = 0;
  const tick = async (): Promise<void> => {
    done += 1;
    if (done % batch === 0) await step(done);
  };
  const write = updater(db);
  for (const change of updates)
    if (change.frees === true) {
      write(change);
      await tick();
    }
  await recordBulk(db, tables, async () => {
    const statements = new Map<string, (row: Stored) => void>();
    for (const change of insertions) {
      let add = statements.get(change.table);
      if (add === undefined) {
        add = insertInto(db, change.table, Object.keys(change.row));
        statements.set(change.table, add);
      }
      add(change.row);
      await tick();
    }
  });
  for (const change of updates)
    if (change.frees !== true) {
      write(change);
      await tick();
    }
}

/** Writes changes one by one; the same columns are prepared once. */
function updater(db: RawDatabase): (change: Change) => void {
  const statements = new Map<string, (change: Change) => void>();
  return (change) => {
    const columns = Object.keys(change.row);
    const key = `${change.table} ${columns.join(' ')}`;
    let write = statements.get(key);
    if (write === undefined) {
      const statement = db.prepare(
        `update "${change.table}" set ${columns.map((column) => `"${column}" = ?`).join(', ')} where id = ?`,
      );
      write = ({ row, id }) => {
        if (statement.run(...columns.map((column) => row[column] ?? null), id).changes !== 1)
          throw new AppError('conflict', { table: change.table, id });
      };
      statements.set(key, write);
    }
    write(change);
  };
}

function insertInto(db: RawDatabase, table: string, columns: string[]): (row: Stored) => void {
  const statement = db.prepare(
    `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  return (row) => {
    statement.run(columns.map((column) => row[column] ?? null));
  };
}
