/** Campaigns themselves: made, changed, moved, copied, deleted. */
import type { campaignsContract } from '#shared/campaigns/contract.ts';
import { addDays, daysBetween } from '#shared/base/days.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import { shiftedDate } from '../../database/dialect.ts';
import type { WriteDb } from '../../database/tables.ts';
import { partsMove } from './move.ts';
import { campaignOf, storedCampaign } from '../../domain/campaigns/stored.ts';
import { joinLabels } from '../../records/labels.ts';
import { assertFreeCode, assertReference, found, given, newRecord, nextCode } from '../../records/records.ts';
import { refusedField } from '../../records/refusals.ts';
import { isOneOf } from '../../records/scope.ts';
import { campaignSearchKey } from '../../domain/campaigns/search-key.ts';
import { copyCampaign } from './copy.ts';

type Names =
  | 'campaigns.create'
  | 'campaigns.update'
  | 'campaigns.updateMany'
  | 'campaigns.delete'
  | 'campaigns.clone'
  | 'campaigns.move';

function assertOrder(span: { startDate: string; endDate: string }): void {
  if (span.endDate < span.startDate) throw refusedField('endDate', 'before_start');
}

function assertHeadcounts(scope: { headcountMin: number | null; headcountMax: number | null } | undefined): void {
  if (
    scope !== undefined &&
    scope.headcountMin !== null &&
    scope.headcountMax !== null &&
    scope.headcountMax < scope.headcountMin
  )
    throw refusedField('scope.headcountMax', 'below_minimum');
}

const isOver = ({ status }: { status: string }): boolean => status === 'closed' || status === 'archived';

/** Moves phases, and tasks that are not done, by whole days; one statement a table. */
async function shiftParts(db: WriteDb, campaignId: string, days: number, now: string): Promise<void> {
  if (days === 0) return;
  await db
    .updateTable('campaignPhases')
    .set({ startDate: shiftedDate('startDate', days), endDate: shiftedDate('endDate', days), updatedAt: now })
    .where('campaignId', '=', campaignId)
    .execute();
  await db
    .updateTable('campaignTasks')
    .set({ startDate: shiftedDate('startDate', days), dueDate: shiftedDate('dueDate', days), updatedAt: now })
    .where('campaignId', '=', campaignId)
    .where('doneOn', 'is', null)
    .execute();
}

export const recordHandlers: Pick<HandlersOf<typeof campaignsContract>, Names> = {
  'campaigns.create': async ({ db, now, note }, { code: wanted, sdgs, scope, asksSites, ...asked }) => {
    const input = await joinLabels(db, 'campaigns', asked);
    const code = wanted ?? (await nextCode(db, 'campaigns', 'C'));
    await assertFreeCode(db, 'campaigns', code, null);
    await assertReference(db, 'people', input.ownerId, 'ownerId');
    assertOrder(input);
    assertHeadcounts(scope);
    const row = await db
      .insertInto('campaigns')
      .values({
        ...newRecord(now),
        ...input,
        code,
        sdgs: JSON.stringify(sdgs),
        scope: JSON.stringify(scope),
        asksSites: asksSites ? 1 : 0,
        status: 'draft',
        frozenAt: null,
        templateKey: null,
        clonedFromId: null,
        searchKey: campaignSearchKey({ ...input, code }),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.title });
    return campaignOf(row);
  },

  'campaigns.update': async ({ db, now, note }, { id, set: asked }) => {
    const set = await joinLabels(db, 'campaigns', asked, [id]);
    const before = found(
      await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst(),
      'campaigns',
      id,
    );
    // What was asked of whom is past, and is not written anew.
    if (
      set.scope !== undefined &&
      isOver(before) &&
      JSON.stringify(set.scope) !== JSON.stringify(campaignOf(before).scope)
    )
      throw new AppError('campaign_over', { id, name: before.title });
    await assertFreeCode(db, 'campaigns', set.code, id);
    await assertReference(db, 'people', set.ownerId, 'ownerId');
    assertHeadcounts(set.scope);
    const { sdgs, scope, asksSites, ...plain } = set;
    const values = { ...given(plain), ...storedCampaign({ sdgs, scope, asksSites }) };
    const after = { ...before, ...values };
    assertOrder(after);
    await shiftParts(db, id, partsMove(before, after), now);
    const row = await db
      .updateTable('campaigns')
      .set({ ...values, searchKey: campaignSearchKey(after), updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.title });
    return campaignOf(row);
  },

  'campaigns.updateMany': async ({ db, now, note }, { ids, set: asked }) => {
    const set = await joinLabels(db, 'campaigns', asked, ids);
    await assertReference(db, 'people', set.ownerId, 'ownerId');
    const { asksSites, ...plain } = set;
    const rows = await db
      .updateTable('campaigns')
      .set({ ...given(plain), ...storedCampaign({ asksSites }), updatedAt: now })
      .where(isOneOf('id', ids))
      .returningAll()
      .execute();
    // Theme and pillar are part of what is searched.
    for (const row of rows)
      await db
        .updateTable('campaigns')
        .set({ searchKey: campaignSearchKey(row) })
        .where('id', '=', row.id)
        .execute();
    note({ count: rows.length });
    return { count: rows.length };
  },

  'campaigns.delete': async ({ db, note }, { ids }) => {
    const rows = await db.selectFrom('campaigns').select('title').where(isOneOf('id', ids)).execute();
    await db.deleteFrom('campaigns').where(isOneOf('id', ids)).execute();
    note({ count: rows.length, name: rows[0]?.title ?? '' });
    return { count: rows.length };
  },

  'campaigns.clone': async ({ db, now, note }, { id, startDate, title }) => {
    const copy = await copyCampaign(db, id, startDate, title ?? null, now);
    note({ name: copy.title });
    return copy;
  },

  'campaigns.move': async ({ db, now, note }, { id, startDate, endDate: wanted }) => {
    const before = found(
      await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst(),
      'campaigns',
      id,
    );
    if (isOver(before)) throw new AppError('campaign_over', { id, name: before.title });
    const endDate = wanted ?? addDays(before.endDate, daysBetween(before.startDate, startDate));
    assertOrder({ startDate, endDate });
    await shiftParts(db, id, partsMove(before, { startDate, endDate }), now);
    const row = await db
      .updateTable('campaigns')
      .set({ startDate, endDate, updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.title });
    return campaignOf(row);
  },
};
