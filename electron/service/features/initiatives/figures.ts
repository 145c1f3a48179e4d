/** Indicators and measurements: what is counted on initiatives, and the dated values. */
import { sql } from 'kysely';
import type { initiativesContract } from '#shared/initiatives/contract.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import type { WriteDb } from '../../database/tables.ts';
import { inOrder, pageOfIds, type Condition } from '../../records/paging.ts';
import { assertFreeCode, assertReference, found, given, newRecord, withoutStored } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';

type Names =
  | 'indicators.list'
  | 'indicators.create'
  | 'indicators.update'
  | 'indicators.delete'
  | 'measurements.list'
  | 'measurements.create'
  | 'measurements.update'
  | 'measurements.delete';

/** One value of one indicator on one day: a second one would be counted twice. */
async function assertFreeDay(
  db: WriteDb,
  key: { initiativeId: string; indicatorId: string; date: string },
  ownId: string | null,
): Promise<void> {
  const row = await db
    .selectFrom('measurements')
    .select('id')
    .where('initiativeId', '=', key.initiativeId)
    .where('indicatorId', '=', key.indicatorId)
    .where('date', '=', key.date)
    .executeTakeFirst();
  if (row !== undefined && row.id !== ownId)
    throw new AppError('conflict', { table: 'measurements', date: key.date, id: row.id });
}

export const figuresHandlers: Pick<HandlersOf<typeof initiativesContract>, Names> = {
  'indicators.list': async ({ db }) => {
    const rows = await db
      .selectFrom('indicators')
      .selectAll()
      .select(
        sql<number>`(select count(*) from measurements where measurements."indicatorId" = indicators.id)`.as(
          'measurements',
        ),
      )
      .orderBy('position')
      .orderBy('code')
      .execute();
    return { rows: rows.map(withoutStored) };
  },

  'indicators.create': async ({ db, now, note }, input) => {
    await assertFreeCode(db, 'indicators', input.code, null);
    const row = await db
      .insertInto('indicators')
      .values({ ...newRecord(now), ...input })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.name });
    return withoutStored(row);
  },

  'indicators.update': async ({ db, now, note }, { id, set }) => {
    const before = found(
      await db.selectFrom('indicators').selectAll().where('id', '=', id).executeTakeFirst(),
      'indicators',
      id,
    );
    await assertFreeCode(db, 'indicators', set.code, id);
    const used = await db
      .selectFrom('measurements')
      .select('id')
      .where('indicatorId', '=', id)
      .limit(1)
      .executeTakeFirst();
    // Values already entered were in the old unit: changing it would turn kilograms into tonnes without a word.
    if (used !== undefined && set.unit !== undefined && set.unit !== before.unit)
      throw new AppError('in_use', { table: 'indicators', by: 'measurements', field: 'unit' });
    const row = await db
      .updateTable('indicators')
      .set({ ...given(set), updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.name });
    return withoutStored(row);
  },

  'indicators.delete': async ({ db, note }, { ids }) => {
    const used = await db
      .selectFrom('measurements')
      .select('id')
      .where(isOneOf('indicatorId', ids))
      .limit(1)
      .executeTakeFirst();
    if (used !== undefined) throw new AppError('in_use', { table: 'indicators', by: 'measurements' });
    const result = await db.deleteFrom('indicators').where(isOneOf('id', ids)).executeTakeFirst();
    const count = Number(result.numDeletedRows);
    note({ count });
    return { count };
  },

  'measurements.list': async ({ db }, { offset, limit, descending, initiativeId, indicatorId }) => {
    const conditions: Condition[] = [];
    if (initiativeId !== undefined) conditions.push(sql`measurements."initiativeId" = ${initiativeId}`);
    if (indicatorId !== undefined) conditions.push(sql`measurements."indicatorId" = ${indicatorId}`);
    const { ids, total } = await pageOfIds(db, {
      table: 'measurements',
      conditions,
      orderBy: initiativeId === undefined ? sql`measurements.seq` : sql`measurements.date`,
      descending,
      offset,
      limit,
    });
    const rows = await db
      .selectFrom('measurements')
      .innerJoin('indicators', 'indicators.id', 'measurements.indicatorId')
      .innerJoin('initiatives', 'initiatives.id', 'measurements.initiativeId')
      .selectAll('measurements')
      .select([
        'indicators.name as indicatorName',
        'indicators.nameEn as indicatorNameEn',
        'indicators.unit',
        'indicators.decimals',
        'initiatives.title as initiativeTitle',
      ])
      .where(isOneOf('measurements.id', ids))
      .execute();
    return { rows: inOrder(ids, rows.map(withoutStored)), total };
  },

  'measurements.create': async ({ db, now, note }, input) => {
    await assertReference(db, 'initiatives', input.initiativeId, 'initiativeId');
    await assertReference(db, 'indicators', input.indicatorId, 'indicatorId');
    await assertFreeDay(db, input, null);
    const row = await db
      .insertInto('measurements')
      .values({ ...newRecord(now), ...input })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ value: row.value });
    return withoutStored(row);
  },

  'measurements.update': async ({ db, now, note }, { id, set }) => {
    const before = found(
      await db.selectFrom('measurements').selectAll().where('id', '=', id).executeTakeFirst(),
      'measurements',
      id,
    );
    await assertReference(db, 'indicators', set.indicatorId, 'indicatorId');
    await assertFreeDay(db, { ...before, ...given(set) }, id);
    const row = await db
      .updateTable('measurements')
      .set({ ...given(set), updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ value: row.value });
    return withoutStored(row);
  },

  'measurements.delete': async ({ db, note }, { ids }) => {
    const result = await db.deleteFrom('measurements').where(isOneOf('id', ids)).executeTakeFirst();
    const count = Number(result.numDeletedRows);
    note({ count });
    return { count };
  },
};
