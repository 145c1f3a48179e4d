/** The filter of the answers as SQL, shared by the list, the relance and the reports. */
import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { adoptionFilterSchema } from '#shared/adoptions/contract.ts';
import { matchesWords } from '../../database/dialect.ts';
import type { Condition } from '../../records/paging.ts';
import { campaignPeriod, isOneOf, scopeConditions, territorySubtree } from '../../records/scope.ts';

export type AdoptionFilter = z.output<typeof adoptionFilterSchema>;

/** The joins that conditions and orders need. */
export const joinAdoptionSite = sql`join sites on sites.id = adoptions."siteId"`;

/** Conditions on `adoptions` joined with `sites`. The search looks at the site. */
export function adoptionConditions(filter: AdoptionFilter, search: string): Condition[] {
  const list: Condition[] = scopeConditions(filter.scope);
  const period = campaignPeriod(filter.scope);
  if (period.length > 0)
    list.push(
      sql<SqlBool>`exists (select 1 from campaigns where campaigns.id = adoptions."campaignId" and ${sql.join(period, sql` and `)})`,
    );
  if (search.trim() !== '') list.push(matchesWords('sites.searchKey', search));
  if (filter.campaignIds.length > 0) list.push(isOneOf('adoptions.campaignId', filter.campaignIds));
  if (filter.siteIds.length > 0) list.push(isOneOf('adoptions.siteId', filter.siteIds));
  if (filter.territoryIds.length > 0)
    list.push(sql<SqlBool>`sites."territoryId" in ${territorySubtree(filter.territoryIds)}`);
  if (filter.kinds.length > 0) list.push(isOneOf('sites.kind', filter.kinds));
  if (filter.statuses.length > 0) list.push(isOneOf('adoptions.status', filter.statuses));
  if (filter.notRemindedSince !== null)
    list.push(sql<SqlBool>`(adoptions."remindedOn" is null or adoptions."remindedOn" < ${filter.notRemindedSince})`);
  return list;
}
