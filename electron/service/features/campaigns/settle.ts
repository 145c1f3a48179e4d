/**
 * Settling a campaign's list of sites. While a campaign is a draft its list follows the network; when it leaves the draft
 * every site of the scope gets an invitation, and the list stays what it is: a site that opens later is not asked behind
 * anyone's back, it is shown as missing until someone brings the list up to date. Back to the draft the invitations go,
 * the answers stay.
 */
import { sql, type SqlBool } from 'kysely';
import { settledStatuses } from '#shared/campaigns/lists.ts';
import type { Campaign, campaignsContract } from '#shared/campaigns/contract.ts';
import { newId } from '#shared/base/ids.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf, WriteContext } from '../../context.ts';
import { recordBulk } from '../../database/history.ts';
import type { ReadDb } from '../../database/tables.ts';
import { scopeCondition } from '../../domain/campaigns/scope.ts';
import { campaignOf } from '../../domain/campaigns/stored.ts';
import { found } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';

type Names = 'campaigns.setStatus' | 'campaigns.refreshScope';
type Db = Pick<ReadDb, 'selectFrom'>;

/** Sites of the scope that have no row of answers yet. */
export function missingSites(db: Db, campaign: Campaign): Promise<{ id: string }[]> {
  return db
    .selectFrom('sites')
    .select('sites.id')
    .where(scopeCondition(campaign.scope, campaign))
    .where(
      sql<SqlBool>`not exists (select 1 from adoptions where adoptions."campaignId" = ${campaign.id} and adoptions."siteId" = sites.id)`,
    )
    .orderBy('sites.searchKey')
    .execute();
}

/** Invited sites that the scope would not take in today. */
export function leavingSites(db: Db, campaign: Campaign): Promise<{ id: string }[]> {
  return db
    .selectFrom('adoptions')
    .innerJoin('sites', 'sites.id', 'adoptions.siteId')
    .select('adoptions.id')
    .where('adoptions.campaignId', '=', campaign.id)
    .where('adoptions.status', '=', 'invited')
    .where(sql<SqlBool>`not ${scopeCondition(campaign.scope, campaign)}`)
    .execute();
}

/** Invites every missing site in one run: thousands of rows are one line of history. */
async function invite({ db, raw, now }: WriteContext, campaign: Campaign): Promise<number> {
  const sites = await missingSites(db as unknown as Db, campaign);
  const insert = raw.prepare(
    `insert into adoptions (id, campaignId, siteId, status, reminders, createdAt, updatedAt) values (?, ?, ?, 'invited', 0, ?, ?)`,
  );
  recordBulk(raw, ['adoptions'], () => {
    for (const site of sites) insert.run(newId(), campaign.id, site.id, now, now);
  });
  return sites.length;
}

export const settleHandlers: Pick<HandlersOf<typeof campaignsContract>, Names> = {
  'campaigns.setStatus': async (context, { ids, status }) => {
    const { db, now, note } = context;
    const rows = await db.selectFrom('campaigns').selectAll().where(isOneOf('id', ids)).orderBy('seq').execute();
    const isSettled = (settledStatuses as readonly string[]).includes(status);
    let count = 0;
    let invited = 0;
    for (const row of rows) {
      if (row.status === status) continue;
      count += 1;
      // A draft that is put away without having been sent has asked nothing of anyone.
      const frozenAt = !isSettled
        ? null
        : (row.frozenAt ?? (status === 'archived' || status === 'closed' ? null : now));
      if (row.frozenAt === null && frozenAt !== null) invited += await invite(context, campaignOf(row));
      if (row.frozenAt !== null && frozenAt === null)
        await db.deleteFrom('adoptions').where('campaignId', '=', row.id).where('status', '=', 'invited').execute();
      await db.updateTable('campaigns').set({ status, frozenAt, updatedAt: now }).where('id', '=', row.id).execute();
    }
    note({ count, name: rows[0]?.title ?? '', status });
    return { count, invited };
  },

  'campaigns.refreshScope': async (context, { id }) => {
    const { db, note } = context;
    const campaign = campaignOf(
      found(await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst(), 'campaigns', id),
    );
    if (campaign.frozenAt === null || campaign.status === 'closed' || campaign.status === 'archived')
      throw new AppError('campaign_not_settled', { id, name: campaign.title });
    const leaving = await leavingSites(db as unknown as Db, campaign);
    await db
      .deleteFrom('adoptions')
      .where(
        isOneOf(
          'id',
          leaving.map((row) => row.id),
        ),
      )
      .execute();
    const added = await invite(context, campaign);
    note({ name: campaign.title, count: added });
    return { added, removed: leaving.length };
  },
};
