/** Phases, targets and messages of a campaign. */
import type { campaignsContract } from '#shared/campaigns/contract.ts';
import type { HandlersOf } from '../../context.ts';
import type { Row, WriteDb } from '../../database/tables.ts';
import { phaseOf } from '../../domain/campaigns/stored.ts';
import { assertReference, found, given, newRecord, withoutStored } from '../../records/records.ts';
import { refusedField } from '../../records/refusals.ts';
import { isOneOf } from '../../records/scope.ts';

type Names =
  | 'campaigns.addPhase'
  | 'campaigns.updatePhase'
  | 'campaigns.deletePhases'
  | 'campaigns.setTarget'
  | 'campaigns.addKitItem'
  | 'campaigns.updateKitItem'
  | 'campaigns.deleteKitItems';

export async function campaignById(db: WriteDb, id: string): Promise<Row<'campaigns'>> {
  return found(await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst(), 'campaigns', id);
}

/** The place after the last part of that kind. */
export async function nextPart(
  db: WriteDb,
  table: 'campaignPhases' | 'campaignTasks' | 'kitItems',
  campaignId: string,
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .where('campaignId', '=', campaignId)
    .executeTakeFirst();
  return (row?.last ?? -1) + 1;
}

export const partHandlers: Pick<HandlersOf<typeof campaignsContract>, Names> = {
  'campaigns.addPhase': async ({ db, now, note }, { asksSites, ...input }) => {
    const { title } = await campaignById(db, input.campaignId);
    if (input.endDate < input.startDate) throw refusedField('endDate', 'before_start');
    const position = await nextPart(db, 'campaignPhases', input.campaignId);
    const row = await db
      .insertInto('campaignPhases')
      .values({ ...newRecord(now), ...input, asksSites: asksSites ? 1 : 0, position })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: title });
    return phaseOf(row);
  },

  'campaigns.updatePhase': async ({ db, now, note }, { id, set: { asksSites, ...set } }) => {
    const before = found(
      await db.selectFrom('campaignPhases').selectAll().where('id', '=', id).executeTakeFirst(),
      'campaignPhases',
      id,
    );
    const after = { ...before, ...given(set) };
    if (after.endDate < after.startDate) throw refusedField('endDate', 'before_start');
    const row = await db
      .updateTable('campaignPhases')
      .set({ ...given(set), ...(asksSites === undefined ? {} : { asksSites: asksSites ? 1 : 0 }), updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: (await campaignById(db, row.campaignId)).title });
    return phaseOf(row);
  },

  'campaigns.deletePhases': async ({ db, note }, { ids }) => {
    const rows = await db
      .selectFrom('campaignPhases')
      .innerJoin('campaigns', 'campaigns.id', 'campaignPhases.campaignId')
      .select('campaigns.title')
      .where(isOneOf('campaignPhases.id', ids))
      .execute();
    await db.deleteFrom('campaignPhases').where(isOneOf('id', ids)).execute();
    note({ count: rows.length, name: rows[0]?.title ?? '' });
    return { count: rows.length };
  },

  'campaigns.setTarget': async ({ db, now, note }, { campaignId, indicatorId, value }) => {
    const { title } = await campaignById(db, campaignId);
    await assertReference(db, 'indicators', indicatorId, 'indicatorId');
    note({ name: title });
    const before = await db
      .selectFrom('campaignTargets')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .where('indicatorId', '=', indicatorId)
      .executeTakeFirst();
    if (value === null) {
      const { numDeletedRows } = await db
        .deleteFrom('campaignTargets')
        .where('campaignId', '=', campaignId)
        .where('indicatorId', '=', indicatorId)
        .executeTakeFirstOrThrow();
      return { count: Number(numDeletedRows) };
    }
    if (before === undefined)
      await db
        .insertInto('campaignTargets')
        .values({ ...newRecord(now), campaignId, indicatorId, value })
        .execute();
    else if (before.value === value) return { count: 0 };
    else await db.updateTable('campaignTargets').set({ value, updatedAt: now }).where('id', '=', before.id).execute();
    return { count: 1 };
  },

  'campaigns.addKitItem': async ({ db, now, note }, input) => {
    const { title } = await campaignById(db, input.campaignId);
    const position = await nextPart(db, 'kitItems', input.campaignId);
    const row = await db
      .insertInto('kitItems')
      .values({ ...newRecord(now), ...input, position })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: title });
    return withoutStored(row);
  },

  'campaigns.updateKitItem': async ({ db, now, note }, { id, set }) => {
    const row = found(
      await db
        .updateTable('kitItems')
        .set({ ...given(set), updatedAt: now })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst(),
      'kitItems',
      id,
    );
    note({ name: (await campaignById(db, row.campaignId)).title });
    return withoutStored(row);
  },

  'campaigns.deleteKitItems': async ({ db, note }, { ids }) => {
    const rows = await db
      .selectFrom('kitItems')
      .innerJoin('campaigns', 'campaigns.id', 'kitItems.campaignId')
      .select('campaigns.title')
      .where(isOneOf('kitItems.id', ids))
      .execute();
    await db.deleteFrom('kitItems').where(isOneOf('id', ids)).execute();
    note({ count: rows.length, name: rows[0]?.title ?? '' });
    return { count: rows.length };
  },
};
