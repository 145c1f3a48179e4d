/** One page of a list in two small queries: the ids in order, then only those rows with all that is shown beside them. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { TrackedTable } from '#shared/kinds.ts';
import type { ReadDb } from '../database/tables.ts';

export type Condition = RawBuilder<SqlBool>;

export interface PageQuery {
  /** One with `seq` and `id`. */
  table: TrackedTable;
  conditions: Condition[];
  /** Joins that the order or a condition needs, e.g. the territory's name. */
  joins?: RawBuilder<unknown>;
  orderBy: RawBuilder<unknown>;
  descending: boolean;
  offset: number;
  limit: number;
  /** Joins that a condition needs, for the count; the order's are left out of it. */
  countJoins?: RawBuilder<unknown>;
}

/** `a and b and ...`, or true when there is none. */
export function all(conditions: Condition[]): Condition {
  return conditions.length === 0 ? sql<SqlBool>`1` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** The ids of the page in order, and how many rows pass the conditions in all. */
export async function pageOfIds(db: ReadDb, query: PageQuery): Promise<{ ids: string[]; total: number }> {
  const table = sql.table(query.table);
  const direction = query.descending ? sql`desc` : sql`asc`;
  const where = all(query.conditions);
  // An index that has the condition and the order has the row's number too, but not its id: only the page's rows are looked up.
  const places = await sql<{
    seq: number;
  }>`select ${table}.seq as seq from ${table} ${query.joins ?? sql``} where ${where}
    order by ${query.orderBy} ${direction}, ${table}.seq ${direction} limit ${query.limit} offset ${query.offset}`.execute(
    db,
  );
  const seqs = places.rows.map((row) => row.seq);
  const named = await sql<{
    seq: number;
    id: string;
  }>`select seq, id from ${table} where seq in (select value from json_each(${JSON.stringify(seqs)}))`.execute(db);
  const idBySeq = new Map(named.rows.map((row) => [row.seq, row.id]));
  const count = await sql<{
    total: number;
  }>`select count(*) as total from ${table} ${query.countJoins ?? sql``} where ${where}`.execute(db);
  return { ids: seqs.flatMap((seq) => idBySeq.get(seq) ?? []), total: count.rows[0]?.total ?? 0 };
}

/** All ids that pass the conditions, for "select all that match". */
export async function allIds(
  db: ReadDb,
  table: PageQuery['table'],
  conditions: Condition[],
  joins?: RawBuilder<unknown>,
): Promise<string[]> {
  const name = sql.table(table);
  const rows = await sql<{
    id: string;
  }>`select ${name}.id from ${name} ${joins ?? sql``} where ${all(conditions)}`.execute(db);
  return rows.rows.map((row) => row.id);
}

/** Puts rows fetched by id back into the page's order. */
export function inOrder<T extends { id: string }>(ids: string[], rows: T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
