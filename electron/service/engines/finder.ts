/** Finds records of a table by their search key: what begins with the text first, then what contains its words. */
import { sql, type RawBuilder } from 'kysely';
import { fold } from '#shared/base/fold.ts';
import type { HitKind, TrackedTable } from '#shared/kinds.ts';
import type { SearchHit } from '#shared/search/contract.ts';
import { matchesWords } from '../database/dialect.ts';
import type { Finder } from './facets.ts';

interface Place {
  kind: HitKind;
  /** A table with a `searchKey`, `t` in the expressions. */
  table: TrackedTable;
  title: RawBuilder<unknown>;
  detail: RawBuilder<unknown>;
  joins?: RawBuilder<unknown>;
}

export function tableFinder({ kind, table, title, detail, joins = sql`` }: Place): Finder {
  const head = sql`select ${kind} as kind, t.id, ${title} as title, ${detail} as detail
    from ${sql.table(table)} t ${joins}`;
  return async (db, text, limit) => {
    const start = fold(text);
    // A range instead of LIKE 'x%': SQLite uses the index for it whatever the collation.
    const first = await sql<SearchHit>`${head}
    where t."searchKey" >= ${start} and t."searchKey" < ${`${start}\u{10FFFF}`} order by t."searchKey" limit ${limit}`.execute(
      db,
    );
    if (first.rows.length >= limit) return first.rows;
    const more = await sql<SearchHit>`${head}
    where ${matchesWords('t.searchKey', text)} order by t."searchKey" limit ${limit + first.rows.length}`.execute(db);
    const seen = new Set(first.rows.map((hit) => hit.id));
    return [...first.rows, ...more.rows.filter((hit) => !seen.has(hit.id))].slice(0, limit);
  };
}
