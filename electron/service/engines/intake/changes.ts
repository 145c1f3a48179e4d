/** The changes that a plan is to write, in the order in which they are written: what frees a code, what is made, what is changed. */
import { trackedTables } from '#shared/kinds.ts';
import { spool, type Spool } from './spool.ts';
import type { Change, Stored } from './types.ts';

type Cell = Stored[string];

/** Rows to be made in one table: the values of each under the same columns. */
export interface Insertions {
  table: string;
  columns: string[];
  rows: Spool<Cell[]>;
}

export interface Changes {
  add: (change: Change) => void;
  count: () => number;
  /** Updates that free a code which an insertion takes. */
  freeing: Spool<Change>;
  /** Parents before children, as the kinds stand: a person's site may be made by the same import. */
  insertions: () => Insertions[];
  updates: Spool<Change>;
  close: () => void;
}

const placeOf = (table: string): number => (trackedTables as readonly string[]).indexOf(table);

export function changeList(): Changes {
  const freeing = spool<Change>();
  const updates = spool<Change>();
  const insertions = new Map<string, Insertions>();
  const insert = ({ table, row }: Change): void => {
    let known = insertions.get(table);
    if (known === undefined) {
      known = { table, columns: Object.keys(row), rows: spool() };
      insertions.set(table, known);
    }
    known.rows.push(known.columns.map((column) => row[column] ?? null));
  };
  return {
    freeing,
    updates,
    insertions: () => [...insertions.values()].sort((a, b) => placeOf(a.table) - placeOf(b.table)),
    count: () =>
      [...insertions.values()].reduce((sum, { rows }) => sum + rows.count(), freeing.count() + updates.count()),
    add: (change) => {
      if (change.operation === 'insert') insert(change);
      else (change.frees === true ? freeing : updates).push(change);
    },
    close: () => {
      for (const one of [freeing, updates, ...[...insertions.values()].map(({ rows }) => rows)]) one.close();
      insertions.clear();
    },
  };
}
