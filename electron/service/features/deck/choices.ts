/** The pictures that a slide may show, and whose face may not: a person's portrait leaves the app only with a valid consent. */
import type { DeckPicture } from '#shared/deck/contract.ts';
import type { AnyDb, ReadDb } from '../../database/tables.ts';
import { validConsents } from '../../domain/people/consents.ts';
import { isOneOf } from '../../records/scope.ts';

/** A person's attachment shows that person, as does the one of a nominee who is a person. */
async function shownPeople(db: ReadDb, ids: string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('attachments')
    .leftJoin('nominees', (join) =>
      join.onRef('nominees.id', '=', 'attachments.ownerId').on('attachments.ownerKind', '=', 'nominee'),
    )
    .select(['attachments.id', 'attachments.ownerKind', 'attachments.ownerId', 'nominees.personId'])
    .where(isOneOf('attachments.id', ids))
    .execute();
  return new Map(
    rows.flatMap(({ id, ownerKind, ownerId, personId }): [string, string][] =>
      ownerKind === 'person' ? [[id, ownerId]] : personId === null ? [] : [[id, personId]],
    ),
  );
}

/** Of these attachments, those that show a person without a valid consent for the face, with that person. */
export async function withheldFaces(
  db: AnyDb,
  ids: string[],
  today: string,
): Promise<Map<string, { personId: string; name: string }>> {
  if (ids.length === 0) return new Map();
  const reader = db as ReadDb;
  const shown = await shownPeople(reader, ids);
  const personIds = [...new Set(shown.values())];
  const consents = await validConsents(db, personIds, today);
  const people = new Map(
    (
      await reader
        .selectFrom('people')
        .select(['id', 'firstName', 'lastName'])
        .where(isOneOf('id', personIds))
        .execute()
    ).map((row) => [row.id, `${row.firstName} ${row.lastName}`.trim()]),
  );
  return new Map(
    [...shown].flatMap(([id, personId]): [string, { personId: string; name: string }][] =>
      consents.get(personId)?.has('face') === true ? [] : [[id, { personId, name: people.get(personId) ?? '' }]],
    ),
  );
}

/** Pictures of the edition and of what is nominated in it; `nomineeId`'s own come first. */
export async function pictureChoices(
  db: ReadDb,
  editionId: string,
  nomineeId: string | null,
  today: string,
): Promise<DeckPicture[]> {
  const nominees = await db
    .selectFrom('nominees')
    .innerJoin('awardCategories', 'awardCategories.id', 'nominees.categoryId')
    .leftJoin('initiatives', 'initiatives.id', 'nominees.initiativeId')
    .leftJoin('people', 'people.id', 'nominees.personId')
    .select([
      'nominees.id',
      'nominees.title',
      'nominees.initiativeId',
      'nominees.personId',
      'initiatives.title as initiativeTitle',
      'people.firstName',
      'people.lastName',
    ])
    .where('awardCategories.editionId', '=', editionId)
    .orderBy('awardCategories.position')
    .orderBy('nominees.position')
    .execute();
  const edition = await db.selectFrom('awardEditions').select('name').where('id', '=', editionId).executeTakeFirst();
  const owners = new Map<string, { of: string; order: number }>([[editionId, { of: edition?.name ?? '', order: 1 }]]);
  nominees.forEach((nominee, at) => {
    const of =
      nominee.title ?? nominee.initiativeTitle ?? `${nominee.firstName ?? ''} ${nominee.lastName ?? ''}`.trim();
    const order = nominee.id === nomineeId ? 0 : at + 2;
    for (const id of [nominee.id, nominee.initiativeId, nominee.personId])
      if (id !== null && (owners.get(id)?.order ?? Infinity) > order) owners.set(id, { of, order });
  });
  const rows = await db
    .selectFrom('attachments')
    .select(['id', 'name', 'alt', 'credit', 'width', 'height', 'ownerId'])
    .where(isOneOf('ownerId', [...owners.keys()]))
    .where('thumbnailHash', 'is not', null)
    .orderBy('position')
    .orderBy('seq')
    .execute();
  const withheld = await withheldFaces(
    db,
    rows.map(({ id }) => id),
    today,
  );
  return rows
    .filter(({ id }) => !withheld.has(id))
    .map(({ ownerId, ...row }) => ({
      ...row,
      alt: row.alt ?? '',
      width: row.width ?? 0,
      height: row.height ?? 0,
      of: owners.get(ownerId)?.of ?? '',
      order: owners.get(ownerId)?.order ?? 0,
    }))
    .sort((a, b) => a.order - b.order)
    .map(({ order: _order, ...row }) => row);
}
