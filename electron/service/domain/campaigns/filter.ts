/** The filter of the campaigns' list as SQL, shared by the list, the plan and the reports. */
import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { Scope } from '#shared/base/common.ts';
import { campaignScopeSchema, type campaignFilterSchema } from '#shared/campaigns/contract.ts';
import type { RawDatabase } from '../../database/connect.ts';
import { jsonArrayHas, matchesWords } from '../../database/dialect.ts';
import { scopeTest } from './scope.ts';
import { siteTable } from './site-table.ts';
import type { Condition } from '../../records/paging.ts';
import { campaignPeriod, isOneOf, scopeConditions } from '../../records/scope.ts';

export type CampaignFilter = z.output<typeof campaignFilterSchema>;

/** Drafts have no list of sites yet: those that would have one in the scope. */
function draftsIn(reader: RawDatabase, scope: Pick<Scope, 'territoryIds' | 'siteKinds'>): string[] {
  const { sites, below } = siteTable(reader);
  const territories = scope.territoryIds.length > 0 ? below(scope.territoryIds) : null;
  const kinds = new Set(scope.siteKinds);
  const inScope = sites.filter(
    (site) =>
      (territories === null || (site.territoryId !== null && territories.has(site.territoryId))) &&
      (kinds.size === 0 || (site.kind !== null && kinds.has(site.kind))),
  );
  const drafts = reader.prepare('select id, scope, startDate, endDate from campaigns where frozenAt is null').all() as {
    id: string;
    scope: string;
    startDate: string;
    endDate: string;
  }[];
  return drafts
    .filter((draft) => inScope.some(scopeTest(campaignScopeSchema.parse(JSON.parse(draft.scope)), draft, below)))
    .map((draft) => draft.id);
}

/** Conditions on `campaigns`, to be joined with and. A campaign is in the global scope when one of its sites is and it goes on in the period. */
export function campaignConditions(reader: RawDatabase, filter: CampaignFilter, search: string): Condition[] {
  const list: Condition[] = [...campaignPeriod(filter.scope)];
  if (filter.scope !== undefined && filter.scope.territoryIds.length + filter.scope.siteKinds.length > 0) {
    list.push(sql<SqlBool>`(${isOneOf('campaigns.id', draftsIn(reader, filter.scope))} or (campaigns."frozenAt" is not null and exists
      (select 1 from adoptions join sites on sites.id = adoptions."siteId" where adoptions."campaignId" = campaigns.id and ${sql.join(scopeConditions(filter.scope), sql` and `)})))`);
  }
  if (search.trim() !== '') list.push(matchesWords('campaigns.searchKey', search));
  if (filter.statuses.length > 0) list.push(isOneOf('campaigns.status', filter.statuses));
  if (filter.themes.length > 0) list.push(isOneOf('campaigns.theme', filter.themes));
  if (filter.pillars.length > 0) list.push(isOneOf('campaigns.pillar', filter.pillars));
  if (filter.sdgs.length > 0) list.push(jsonArrayHas('campaigns.sdgs', filter.sdgs));
  if (filter.ownerIds.length > 0) list.push(isOneOf('campaigns.ownerId', filter.ownerIds));
  if (filter.from !== null) list.push(sql<SqlBool>`campaigns."endDate" >= ${filter.from}`);
  if (filter.to !== null) list.push(sql<SqlBool>`campaigns."startDate" <= ${filter.to}`);
  return list;
}
