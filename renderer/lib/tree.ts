/** Territories, or whatever stands in a tree, as rows that can be folded. */

/** Rows come parents first; null ids (what belongs to no territory) are leaves at the end. */
export interface Branching {
  id: string | null;
  parentId: string | null;
  depth: number;
}

export interface TreeRow<R extends Branching> {
  row: R;
  /** Has rows below it. */
  branch: boolean;
  open: boolean;
}

/** The rows in sight: those whose parents are all open. */
export function visibleRows<R extends Branching>(rows: readonly R[], closed: ReadonlySet<string>): TreeRow<R>[] {
  const parents = new Set(rows.map((row) => row.parentId));
  const hidden = new Set<string>();
  const shown: TreeRow<R>[] = [];
  for (const row of rows) {
    const branch = row.id !== null && parents.has(row.id);
    const isHidden = row.parentId !== null && hidden.has(row.parentId);
    const isClosed = row.id !== null && closed.has(row.id);
    if (row.id !== null && (isHidden || isClosed)) hidden.add(row.id);
    if (!isHidden) shown.push({ row, branch, open: branch && !isClosed });
  }
  return shown;
}

/** More rows than this at first sight are too many: branches below the top start folded. */
const manyRows = 40;

export function closedAtFirst(rows: readonly Branching[]): Set<string> {
  const parents = new Set(rows.map((row) => row.parentId));
  if (rows.length <= manyRows) return new Set();
  return new Set(rows.flatMap((row) => (row.id !== null && parents.has(row.id) && row.depth > 0 ? [row.id] : [])));
}
