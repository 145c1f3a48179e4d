/** People: paged list, detail, edits, consents. A change of stage dates itself unless a date is given. */
import { sql, type RawBuilder } from 'kysely';
import type { peopleContract, personSorts } from '#shared/people/contract.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import type { ReadDb } from '../../database/tables.ts';
import { personSearchKey } from '../../domain/people/search-key.ts';
import { joinPersonSite, personConditions, personNeedsSite } from '../../domain/people/filter.ts';
import { allIds, inOrder, pageOfIds } from '../../records/paging.ts';
import { joinLabels } from '../../records/labels.ts';
import { assertFreeCode, assertReference, found, given, newRecord, withoutStored } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';

const personName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName}`.trim();

const sorts: Record<(typeof personSorts)[number], RawBuilder<unknown>> = {
  name: sql`people."searchKey"`,
  lastName: sql`people."searchKey"`,
  site: sql`sites."searchKey"`,
  profile: sql`people.profile`,
  channel: sql`people.channel`,
  stage: sql`people.stage`,
  stageSince: sql`people."stageSince"`,
  joinedOn: sql`people."joinedOn"`,
  remindedOn: sql`people."remindedOn"`,
  initiatives: sql`(select count(*) from initiatives where initiatives."leadId" = people.id)`,
  updatedAt: sql`people."updatedAt"`,
};

function personRows(db: ReadDb) {
  return db
    .selectFrom('people')
    .leftJoin('sites', 'sites.id', 'people.siteId')
    .leftJoin('territories', 'territories.id', 'sites.territoryId')
    .selectAll('people')
    .select([
      'sites.name as siteName',
      'sites.code as siteCode',
      'sites.territoryId as territoryId',
      'territories.name as territoryName',
    ])
    .select([
      sql<number>`(select count(*) from initiatives where initiatives."leadId" = people.id)`.as('initiatives'),
      sql<
        string | null
      >`(select id from attachments where "ownerKind" = 'person' and "ownerId" = people.id and role = 'portrait' order by position limit 1)`.as(
        'portraitId',
      ),
    ]);
}

export const peopleHandlers: HandlersOf<typeof peopleContract> = {
  'people.list': async ({ db }, { offset, limit, search, sort, descending, filter }) => {
    const filterJoin = personNeedsSite(filter) ? joinPersonSite : sql``;
    const { ids, total } = await pageOfIds(db, {
      table: 'people',
      conditions: personConditions(filter, search),
      joins: sort === 'site' ? joinPersonSite : filterJoin,
      countJoins: filterJoin,
      orderBy: sorts[sort],
      descending,
      offset,
      limit,
    });
    const rows = await personRows(db).where(isOneOf('people.id', ids)).execute();
    return { rows: inOrder(ids, rows.map(withoutStored)), total };
  },

  'people.ids': async ({ db }, { search, filter }) => ({
    ids: await allIds(db, 'people', personConditions(filter, search), personNeedsSite(filter) ? joinPersonSite : sql``),
  }),

  'people.get': async ({ db }, { id }) =>
    withoutStored(found(await personRows(db).where('people.id', '=', id).executeTakeFirst(), 'people', id)),

  'people.create': async ({ db, now, today, note }, asked) => {
    const input = await joinLabels(db, 'people', asked);
    await assertFreeCode(db, 'people', input.code, null);
    await assertReference(db, 'sites', input.siteId, 'siteId');
    const row = await db
      .insertInto('people')
      .values({ ...newRecord(now), ...input, stageSince: input.stageSince ?? today, searchKey: personSearchKey(input) })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: `${row.firstName} ${row.lastName}`.trim() });
    return withoutStored(row);
  },

  'people.update': async ({ db, now, today, note }, { id, set: asked }) => {
    const set = await joinLabels(db, 'people', asked, [id]);
    const before = found(
      await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst(),
      'people',
      id,
    );
    await assertFreeCode(db, 'people', set.code, id);
    await assertReference(db, 'sites', set.siteId, 'siteId');
    const after = { ...before, ...given(set) };
    if (after.firstName === '' && after.lastName === '')
      throw new AppError('invalid_input', { issues: [{ path: 'set.lastName', rule: 'required', message: '' }] });
    const stageSince =
      set.stage !== undefined && set.stage !== before.stage && set.stageSince === undefined
        ? { stageSince: today }
        : {};
    const row = await db
      .updateTable('people')
      .set({ ...given(set), ...stageSince, searchKey: personSearchKey(after), updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: `${row.firstName} ${row.lastName}`.trim() });
    return withoutStored(row);
  },

  'people.updateMany': async ({ db, now, today, note }, { ids, set: asked }) => {
    const set = await joinLabels(db, 'people', asked, ids);
    await assertReference(db, 'sites', set.siteId, 'siteId');
    const chosen = isOneOf('id', ids);
    if (set.stage !== undefined && set.stageSince === undefined) {
      // Those already at this stage keep the date since when they are.
      await db.updateTable('people').set({ stageSince: today }).where(chosen).where('stage', '<>', set.stage).execute();
    }
    const result = await db
      .updateTable('people')
      .set({ ...given(set), updatedAt: now })
      .where(chosen)
      .executeTakeFirst();
    const count = Number(result.numUpdatedRows);
    note({ count });
    return { count };
  },

  'people.delete': async ({ db, note }, { ids }) => {
    const nominee = await db
      .selectFrom('nominees')
      .select('id')
      .where(isOneOf('personId', ids))
      .limit(1)
      .executeTakeFirst();
    if (nominee !== undefined) throw new AppError('in_use', { table: 'people', by: 'nominees' });
    await db.deleteFrom('attachments').where('ownerKind', '=', 'person').where(isOneOf('ownerId', ids)).execute();
    const result = await db.deleteFrom('people').where(isOneOf('id', ids)).executeTakeFirst();
    const count = Number(result.numDeletedRows);
    note({ count });
    return { count };
  },

  'people.consents': async ({ db }, { personId }) => ({
    rows: (
      await db
        .selectFrom('consents')
        .selectAll()
        .where('personId', '=', personId)
        .orderBy('grantedOn', 'desc')
        .execute()
    ).map(withoutStored),
  }),

  'people.grantConsent': async ({ db, now, note }, input) => {
    await assertReference(db, 'people', input.personId, 'personId');
    const person = await db
      .selectFrom('people')
      .select(['firstName', 'lastName'])
      .where('id', '=', input.personId)
      .executeTakeFirstOrThrow();
    if (input.expiresOn !== null && input.expiresOn < input.grantedOn)
      throw new AppError('invalid_input', { issues: [{ path: 'expiresOn', rule: 'before_start', message: '' }] });
    const row = await db
      .insertInto('consents')
      .values({ ...newRecord(now), ...input, withdrawnOn: null })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ purpose: row.purpose, name: personName(person) });
    return withoutStored(row);
  },

  'people.grantConsents': async ({ db, now, note }, { ids, purposes, ...consent }) => {
    if (consent.expiresOn !== null && consent.expiresOn < consent.grantedOn)
      throw new AppError('invalid_input', { issues: [{ path: 'expiresOn', rule: 'before_start', message: '' }] });
    const people = await db
      .selectFrom('people')
      .select(['id', 'firstName', 'lastName'])
      .where(isOneOf('id', ids))
      .execute();
    const missing = ids.find((id) => !people.some((person) => person.id === id));
    if (missing !== undefined) throw new AppError('unknown_reference', { field: 'ids', id: missing });
    const standing = await db
      .selectFrom('consents')
      .select(['personId', 'purpose', 'expiresOn'])
      .where(isOneOf('personId', ids))
      .where('withdrawnOn', 'is', null)
      .where('grantedOn', '<=', consent.grantedOn)
      .execute();
    const outlasts = new Set(
      standing
        .filter(({ expiresOn }) => expiresOn === null || (consent.expiresOn !== null && expiresOn >= consent.expiresOn))
        .map(({ personId, purpose }) => `${personId} ${purpose}`),
    );
    let count = 0;
    for (const { id: personId } of people) {
      for (const purpose of new Set(purposes)) {
        if (outlasts.has(`${personId} ${purpose}`)) continue;
        await db
          .insertInto('consents')
          .values({ ...newRecord(now), ...consent, personId, purpose, withdrawnOn: null })
          .execute();
        count += 1;
      }
    }
    const [first] = people;
    note({ count, name: first === undefined || people.length > 1 ? '' : personName(first) });
    return { count, kept: people.length * new Set(purposes).size - count };
  },

  'people.withdrawConsent': async ({ db, now, note }, { id, withdrawnOn }) => {
    const before = found(
      await db.selectFrom('consents').selectAll().where('id', '=', id).executeTakeFirst(),
      'consents',
      id,
    );
    const row = await db
      .updateTable('consents')
      .set({ withdrawnOn, updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const person = await db
      .selectFrom('people')
      .select(['firstName', 'lastName'])
      .where('id', '=', before.personId)
      .executeTakeFirstOrThrow();
    note({ purpose: before.purpose, name: personName(person) });
    return withoutStored(row);
  },
};
