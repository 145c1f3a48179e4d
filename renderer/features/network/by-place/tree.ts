/** The territories as rows of a tree that can be folded. */
import type { CoverageRow } from '#shared/contract/network.ts';

export interface TreeRow {
  row: CoverageRow;
  /** Has territories below it. */
  branch: boolean;
  open: boolean;
}

/** The rows in sight: those whose parents are all open. Rows come parents first; `null` ids (sites of no territory) are leaves at the end. */
export function visibleRows(rows: readonly CoverageRow[], closed: ReadonlySet<string>): TreeRow[] {
  const parents = new Set(rows.map((row) => row.parentId));
  const hidden = new Set<string>();
  const shown: TreeRow[] = [];
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

export function closedAtFirst(rows: readonly CoverageRow[]): Set<string> {
  const parents = new Set(rows.map((row) => row.parentId));
  if (rows.length <= manyRows) return new Set();
  return new Set(rows.flatMap((row) => (row.id !== null && parents.has(row.id) && row.depth > 0 ? [row.id] : [])));
}
