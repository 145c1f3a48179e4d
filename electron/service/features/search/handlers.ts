/** One search over sites, people, initiatives, territories and editions: what begins with the text first, then what contains it. */
import { sql } from 'kysely';
import type { SearchHit, searchContract } from '#shared/search/contract.ts';
import { fold } from '#shared/base/fold.ts';
import type { HandlersOf } from '../../context.ts';
import { matchesWords } from '../../database/dialect.ts';
import type { ReadDb } from '../../database/tables.ts';

interface Source {
  kind: SearchHit['kind'];
  table: 'sites' | 'people' | 'initiatives' | 'territories';
  title: ReturnType<typeof sql>;
  detail: ReturnType<typeof sql>;
  joins: ReturnType<typeof sql>;
}

const sources: Source[] = [
  {
    kind: 'site',
    table: 'sites',
    title: sql`t.name`,
    detail: sql`trim(coalesce(t.city, '') || ' · ' || t.code, ' ·')`,
    joins: sql``,
  },
  {
    kind: 'person',
    table: 'people',
    title: sql`trim(t."firstName" || ' ' || t."lastName")`,
    detail: sql`coalesce(s.name, '')`,
    joins: sql`left join sites s on s.id = t."siteId"`,
  },
  {
    kind: 'initiative',
    table: 'initiatives',
    title: sql`t.title`,
    detail: sql`coalesce(s.name, '')`,
    joins: sql`left join sites s on s.id = t."siteId"`,
  },
  { kind: 'territory', table: 'territories', title: sql`t.name`, detail: sql`t.code`, joins: sql`` },
];

async function searchIn(db: ReadDb, source: Source, text: string, limit: number): Promise<SearchHit[]> {
  const start = fold(text);
  // A range instead of LIKE 'x%': SQLite uses the index for it whatever the collation.
  const first =
    await sql<SearchHit>`select ${source.kind} as kind, t.id, ${source.title} as title, ${source.detail} as detail
    from ${sql.table(source.table)} t ${source.joins}
    where t."searchKey" >= ${start} and t."searchKey" < ${`${start}\u{10FFFF}`} order by t."searchKey" limit ${limit}`.execute(
      db,
    );
  if (first.rows.length >= limit) return first.rows;
  const more =
    await sql<SearchHit>`select ${source.kind} as kind, t.id, ${source.title} as title, ${source.detail} as detail
    from ${sql.table(source.table)} t ${source.joins}
    where ${matchesWords('t.searchKey', text)} order by t."searchKey" limit ${limit + first.rows.length}`.execute(db);
  const seen = new Set(first.rows.map((hit) => hit.id));
  return [...first.rows, ...more.rows.filter((hit) => !seen.has(hit.id))].slice(0, limit);
}

/** Editions are one a year: few enough to be read whole. */
async function searchEditions(db: ReadDb, text: string, limit: number): Promise<SearchHit[]> {
  const words = fold(text).split(' ');
  const rows = await db
    .selectFrom('awardEditions')
    .select(['id', 'name', 'year', 'place'])
    .orderBy('year', 'desc')
    .orderBy('name')
    .execute();
  return rows
    .filter((row) => words.every((word) => fold(`${row.name} ${row.year}`).includes(word)))
    .slice(0, limit)
    .map((row): SearchHit => ({
      kind: 'edition',
      id: row.id,
      title: row.name,
      detail: [row.year, row.place].filter((part) => part !== null).join(' · '),
    }));
}

export const searchHandlers: HandlersOf<typeof searchContract> = {
  'search.all': async ({ db }, { text, limit }) => {
    if (fold(text) === '') return { rows: [] };
    const lists = await Promise.all(sources.map((source) => searchIn(db, source, text, limit)));
    return { rows: [...lists.flat(), ...(await searchEditions(db, text, limit))] };
  },
};
