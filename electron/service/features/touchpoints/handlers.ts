/** Touchpoints: paged list, edits; a contact noted without more is one of today, by whoever notes it. */
import { sql, type RawBuilder } from 'kysely';
import { foldSearch } from '#shared/base/fold.ts';
import type { touchpointsContract, touchpointSorts } from '#shared/touchpoints/contract.ts';
import type { HandlersOf } from '../../context.ts';
import type { AnyDb, ReadDb } from '../../database/tables.ts';
import { allIds, inOrder, pageOfIds } from '../../records/paging.ts';
import { assertReference, found, given, newRecord, withoutStored } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';
import { joinPerson, touchpointConditions } from './filter.ts';

const sorts: Record<(typeof touchpointSorts)[number], RawBuilder<unknown>> = {
  date: sql`touchpoints.date`,
  person: sql`people."searchKey"`,
  kind: sql`touchpoints.kind`,
  author: sql`touchpoints.author`,
  site: sql`sites."searchKey"`,
  updatedAt: sql`touchpoints."updatedAt"`,
};

/** By what a contact is found: what was said and who was in contact. */
export const touchpointSearchKey = (row: { summary: string | null; author: string | null }): string =>
  foldSearch(row.summary, row.author);

function touchpointRows(db: ReadDb) {
  return db
    .selectFrom('touchpoints')
    .innerJoin('people', 'people.id', 'touchpoints.personId')
    .leftJoin('sites', 'sites.id', 'people.siteId')
    .leftJoin('territories', 'territories.id', 'sites.territoryId')
    .selectAll('touchpoints')
    .select(['people.siteId as siteId', 'sites.name as siteName', 'territories.name as territoryName'])
    .select(sql<string>`trim(people."firstName" || ' ' || people."lastName")`.as('personName'));
}

async function nameOfPerson(db: AnyDb, id: string): Promise<string> {
  const person = found(
    await db.selectFrom('people').select(['firstName', 'lastName']).where('id', '=', id).executeTakeFirst(),
    'people',
    id,
  );
  return `${person.firstName} ${person.lastName}`.trim();
}

export const touchpointsHandlers: HandlersOf<typeof touchpointsContract> = {
  'touchpoints.list': async ({ db }, { offset, limit, search, sort, descending, filter }) => {
    const { ids, total } = await pageOfIds(db, {
      table: 'touchpoints',
      conditions: touchpointConditions(filter, search),
      joins: joinPerson,
      countJoins: joinPerson,
      orderBy: sorts[sort],
      descending,
      offset,
      limit,
    });
    const rows = await touchpointRows(db).where(isOneOf('touchpoints.id', ids)).execute();
    return { rows: inOrder(ids, rows.map(withoutStored)), total };
  },

  'touchpoints.ids': async ({ db }, { search, filter }) => ({
    ids: await allIds(db, 'touchpoints', touchpointConditions(filter, search), joinPerson),
  }),

  'touchpoints.get': async ({ db }, { id }) =>
    withoutStored(
      found(await touchpointRows(db).where('touchpoints.id', '=', id).executeTakeFirst(), 'touchpoints', id),
    ),

  'touchpoints.authors': async ({ db }) => ({
    rows: (
      await sql<{ author: string; count: number }>`select author, count(*) as count from touchpoints
        where author is not null group by author order by count desc, author limit 500`.execute(db)
    ).rows,
  }),

  'touchpoints.create': async ({ db, now, today, actor, note }, input) => {
    await assertReference(db, 'people', input.personId, 'personId');
    const named = { summary: input.summary, author: input.author ?? actor };
    const row = await db
      .insertInto('touchpoints')
      .values({
        ...newRecord(now),
        personId: input.personId,
        kind: input.kind,
        date: input.date ?? today,
        ...named,
        searchKey: touchpointSearchKey(named),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: await nameOfPerson(db, row.personId) });
    return withoutStored(row);
  },

  'touchpoints.update': async ({ db, now, note }, { id, set }) => {
    const before = found(
      await db.selectFrom('touchpoints').selectAll().where('id', '=', id).executeTakeFirst(),
      'touchpoints',
      id,
    );
    await assertReference(db, 'people', set.personId, 'personId');
    const row = await db
      .updateTable('touchpoints')
      .set({ ...given(set), searchKey: touchpointSearchKey({ ...before, ...given(set) }), updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: await nameOfPerson(db, row.personId) });
    return withoutStored(row);
  },

  'touchpoints.updateMany': async ({ db, now, note }, { ids, set }) => {
    const chosen = isOneOf('id', ids);
    const result = await db
      .updateTable('touchpoints')
      .set({ ...given(set), updatedAt: now })
      .where(chosen)
      .executeTakeFirst();
    if (set.author !== undefined) {
      // They are found by who was in contact: their keys follow.
      const rows = await db.selectFrom('touchpoints').select(['id', 'summary', 'author']).where(chosen).execute();
      for (const row of rows)
        await db
          .updateTable('touchpoints')
          .set({ searchKey: touchpointSearchKey(row) })
          .where('id', '=', row.id)
          .execute();
    }
    const count = Number(result.numUpdatedRows);
    note({ count });
    return { count };
  },

  'touchpoints.delete': async ({ db, note }, { ids }) => {
    const result = await db.deleteFrom('touchpoints').where(isOneOf('id', ids)).executeTakeFirst();
    const count = Number(result.numDeletedRows);
    note({ count });
    return { count };
  },
};
