/** Writes a plan: rows created together are one run of the history, rows changed are recorded one by one. */
import { trackedTables, type TrackedTable } from '#shared/kinds.ts';
import { AppError } from '#shared/base/result.ts';
import type { RawDatabase } from '../../database/connect.ts';
import { recordBulk } from '../../database/history.ts';
import type { Changes, Insertions } from './changes.ts';
import type { Change } from './types.ts';

const batch = 2000;

/** Applies the changes inside the transaction already begun. `step` is awaited between batches with the number done; it may throw, and then nothing stays. */
export async function writePlan(
  db: RawDatabase,
  changes: Changes,
  step: (done: number) => Promise<void>,
): Promise<void> {
  const insertions = changes.insertions();
  const tables = insertions
    .map(({ table }) => table)
    .filter((table): table is TrackedTable => (trackedTables as readonly string[]).includes(table));
  let done = 0;
  const isPause = (): boolean => {
    done += 1;
    return done % batch === 0;
  };
  const write = updater(db);
  for (const change of changes.freeing.all()) {
    write(change);
    if (isPause()) await step(done);
  }
  await recordBulk(db, tables, async () => {
    for (const insertion of insertions) {
      const add = insertInto(db, insertion);
      for (const row of insertion.rows.all()) {
        add(row);
        if (isPause()) await step(done);
      }
    }
  });
  for (const change of changes.updates.all()) {
    write(change);
    if (isPause()) await step(done);
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

function insertInto(db: RawDatabase, { table, columns }: Insertions): (row: unknown[]) => void {
  const statement = db.prepare(
    `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  return (row) => {
    statement.run(row);
  };
}
