/** The deck of an edition in a language: the one there is, or a new one that follows the data. */
import type { Language } from '#shared/base/common.ts';
import type { Row, WriteDb } from '../../database/tables.ts';
import { newRecord } from '../../records/records.ts';

/** What a deck begins with: sober, in the organisation's colours. */
export const newDeck = { theme: 'sober', options: '{}' } as const;

/** The id of the deck; made when there is none. The edition must exist. */
export async function deckOfEdition(
  { db, now }: { db: WriteDb; now: string },
  editionId: string,
  lang: Language,
): Promise<Row<'decks'>['id']> {
  const known = await db
    .selectFrom('decks')
    .select('id')
    .where('editionId', '=', editionId)
    .where('lang', '=', lang)
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  return (
    await db
      .insertInto('decks')
      .values({ ...newRecord(now), editionId, lang, ...newDeck })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;
}
