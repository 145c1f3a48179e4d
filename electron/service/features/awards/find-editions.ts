/** Editions of the prize that a text finds. */
import { fold } from '#shared/base/fold.ts';
import type { SearchHit } from '#shared/search/contract.ts';
import type { ReadDb } from '../../database/tables.ts';

/** Editions are one a year: few enough to be read whole. */
export async function findEditions(db: ReadDb, text: string, limit: number): Promise<SearchHit[]> {
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
