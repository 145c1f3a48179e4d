/** Initiatives: paged list, detail, edits. */
import { sql, type RawBuilder } from 'kysely';
import type { Initiative, initiativeSorts, initiativesContract } from '#shared/initiatives/contract.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import type { ReadDb, Row, WriteDb } from '../../database/tables.ts';
import { initiativeConditions, initiativeNeedsSite, joinInitiativeSite } from '../../domain/initiatives/filter.ts';
import { allIds, inOrder, pageOfIds } from '../../records/paging.ts';
import { joinLabels } from '../../records/labels.ts';
import { assertFreeCode, assertReference, found, given, newRecord } from '../../records/records.ts';
import { initiativeSearchKey } from '../../domain/initiatives/search-key.ts';
import { isOneOf } from '../../records/scope.ts';

type Names =
  | 'initiatives.list'
  | 'initiatives.ids'
  | 'initiatives.get'
  | 'initiatives.themes'
  | 'initiatives.create'
  | 'initiatives.update'
  | 'initiatives.updateMany'
  | 'initiatives.delete';

const sorts: Record<(typeof initiativeSorts)[number], RawBuilder<unknown>> = {
  title: sql`initiatives."searchKey"`,
  status: sql`initiatives.status`,
  theme: sql`initiatives.theme`,
  site: sql`sites."searchKey"`,
  startDate: sql`initiatives."startDate"`,
  endDate: sql`initiatives."endDate"`,
  updatedAt: sql`initiatives."updatedAt"`,
};

function initiativeRows(db: ReadDb) {
  return db
    .selectFrom('initiatives')
    .leftJoin('sites', 'sites.id', 'initiatives.siteId')
    .leftJoin('territories', 'territories.id', 'sites.territoryId')
    .leftJoin('people', 'people.id', 'initiatives.leadId')
    .selectAll('initiatives')
    .select(['sites.name as siteName', 'territories.name as territoryName'])
    .select([
      sql<
        string | null
      >`case when people.id is null then null else trim(people."firstName" || ' ' || people."lastName") end`.as(
        'leadName',
      ),
      sql<string | null>`(select origin.title from initiatives origin where origin.id = initiatives."replicatesId")`.as(
        'replicatesTitle',
      ),
      sql<number>`(select count(*) from initiatives copy where copy."replicatesId" = initiatives.id)`.as(
        'replications',
      ),
      sql<number>`(select count(*) from measurements where measurements."initiativeId" = initiatives.id)`.as(
        'measurements',
      ),
      sql<
        string | null
      >`(select id from attachments where "ownerKind" = 'initiative' and "ownerId" = initiatives.id and role = 'cover' order by position limit 1)`.as(
        'coverId',
      ),
    ]);
}

/** The record as the contract has it: SDGs as a list, no stored-only columns. */
export function initiativeOf<T extends Pick<Row<'initiatives'>, 'seq' | 'sdgs' | 'searchKey'>>(
  row: T,
): Omit<T, 'seq' | 'searchKey' | 'sdgs'> & { sdgs: number[] } {
  const { seq: _seq, searchKey: _searchKey, sdgs, ...rest } = row;
  return { ...rest, sdgs: JSON.parse(sdgs) as number[] };
}

async function assertInitiative(
  db: WriteDb,
  after: Pick<Initiative, 'startDate' | 'endDate' | 'replicatesId'>,
  id: string | null,
): Promise<void> {
  if (after.startDate !== null && after.endDate !== null && after.endDate < after.startDate) {
    throw new AppError('invalid_input', { issues: [{ path: 'set.endDate', rule: 'before_start', message: '' }] });
  }
  // Replications form a tree: an initiative cannot descend from itself.
  const seen = new Set(id === null ? [] : [id]);
  for (let origin = after.replicatesId; origin !== null;) {
    if (seen.has(origin)) throw new AppError('cycle', { id: origin });
    seen.add(origin);
    const row = await db.selectFrom('initiatives').select('replicatesId').where('id', '=', origin).executeTakeFirst();
    origin = row?.replicatesId ?? null;
  }
}

async function assertReferences(db: WriteDb, set: Partial<Initiative>): Promise<void> {
  await assertReference(db, 'sites', set.siteId, 'siteId');
  await assertReference(db, 'people', set.leadId, 'leadId');
  await assertReference(db, 'initiatives', set.replicatesId, 'replicatesId');
}

export const initiativesHandlers: Pick<HandlersOf<typeof initiativesContract>, Names> = {
  'initiatives.list': async ({ db }, { offset, limit, search, sort, descending, filter }) => {
    const filterJoin = initiativeNeedsSite(filter) ? joinInitiativeSite : sql``;
    const { ids, total } = await pageOfIds(db, {
      table: 'initiatives',
      conditions: initiativeConditions(filter, search),
      joins: sort === 'site' ? joinInitiativeSite : filterJoin,
      countJoins: filterJoin,
      orderBy: sorts[sort],
      descending,
      offset,
      limit,
    });
    const rows = await initiativeRows(db).where(isOneOf('initiatives.id', ids)).execute();
    return { rows: inOrder(ids, rows.map(initiativeOf)), total };
  },

  'initiatives.ids': async ({ db }, { search, filter }) => ({
    ids: await allIds(
      db,
      'initiatives',
      initiativeConditions(filter, search),
      initiativeNeedsSite(filter) ? joinInitiativeSite : sql``,
    ),
  }),

  'initiatives.get': async ({ db }, { id }) =>
    initiativeOf(
      found(await initiativeRows(db).where('initiatives.id', '=', id).executeTakeFirst(), 'initiatives', id),
    ),

  'initiatives.themes': async ({ db }) => ({
    rows: await db
      .selectFrom('initiatives')
      .select(['theme', (eb) => eb.fn.countAll<number>().as('initiatives')])
      .where('theme', 'is not', null)
      .groupBy('theme')
      .orderBy('theme')
      .$narrowType<{ theme: string }>()
      .execute(),
  }),

  'initiatives.create': async ({ db, now, note }, asked) => {
    const input = await joinLabels(db, 'initiatives', asked);
    await assertFreeCode(db, 'initiatives', input.code, null);
    await assertReferences(db, input);
    await assertInitiative(db, input, null);
    const row = await db
      .insertInto('initiatives')
      .values({ ...newRecord(now), ...input, sdgs: JSON.stringify(input.sdgs), searchKey: initiativeSearchKey(input) })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.title });
    return initiativeOf(row);
  },

  'initiatives.update': async ({ db, now, note }, { id, set: asked }) => {
    const set = await joinLabels(db, 'initiatives', asked, [id]);
    const before = initiativeOf(
      found(await db.selectFrom('initiatives').selectAll().where('id', '=', id).executeTakeFirst(), 'initiatives', id),
    );
    await assertFreeCode(db, 'initiatives', set.code, id);
    await assertReferences(db, set);
    const after = { ...before, ...given(set) };
    await assertInitiative(db, after, id);
    const { sdgs, ...rest } = given(set);
    const row = await db
      .updateTable('initiatives')
      .set({
        ...rest,
        ...(sdgs === undefined ? {} : { sdgs: JSON.stringify(sdgs) }),
        searchKey: initiativeSearchKey(after),
        updatedAt: now,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.title });
    return initiativeOf(row);
  },

  'initiatives.updateMany': async ({ db, now, note }, { ids, set: asked }) => {
    const set = await joinLabels(db, 'initiatives', asked, ids);
    await assertReferences(db, set);
    if (set.theme === undefined) {
      const result = await db
        .updateTable('initiatives')
        .set({ ...given(set), updatedAt: now })
        .where(isOneOf('id', ids))
        .executeTakeFirst();
      note({ count: Number(result.numUpdatedRows) });
      return { count: Number(result.numUpdatedRows) };
    }
    // The theme is part of what the search finds, so each row's key is made anew.
    const rows = await db.selectFrom('initiatives').select(['id', 'title', 'code']).where(isOneOf('id', ids)).execute();
    for (const row of rows) {
      await db
        .updateTable('initiatives')
        .set({ ...given(set), searchKey: initiativeSearchKey({ ...row, theme: set.theme }), updatedAt: now })
        .where('id', '=', row.id)
        .execute();
    }
    note({ count: rows.length });
    return { count: rows.length };
  },

  'initiatives.delete': async ({ db, note }, { ids }) => {
    const nominee = await db
      .selectFrom('nominees')
      .select('id')
      .where(isOneOf('initiativeId', ids))
      .limit(1)
      .executeTakeFirst();
    if (nominee !== undefined) throw new AppError('in_use', { table: 'initiatives', by: 'nominees' });
    await db.deleteFrom('attachments').where('ownerKind', '=', 'initiative').where(isOneOf('ownerId', ids)).execute();
    const result = await db.deleteFrom('initiatives').where(isOneOf('id', ids)).executeTakeFirst();
    const count = Number(result.numDeletedRows);
    note({ count });
    return { count };
  },
};
