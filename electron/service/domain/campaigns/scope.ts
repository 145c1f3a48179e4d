/** Which sites a campaign is for: the one rule, as a condition in SQL and as a test in memory; `tests/service/campaign-scope` proves them equal. */
import { sql, type SqlBool } from 'kysely';
import { hasCriteria } from '#shared/campaigns/scope.ts';
import type { CampaignScope } from '#shared/campaigns/contract.ts';
import type { Condition } from '../../records/paging.ts';
import { isOpenBetween, opensBetween } from '../sites/standing.ts';
import { isOneOf, scopeConditions } from '../../records/scope.ts';

export interface Period {
  startDate: string;
  endDate: string;
}

/** What the test in memory looks at. */
export interface ScopedSite {
  id: string;
  status: 'open' | 'planned' | 'closed';
  kind: string | null;
  territoryId: string | null;
  headcount: number | null;
  openedOn: string | null;
  closedOn: string | null;
}

/** The condition on `sites` for being in a campaign's scope. A site without a headcount meets no bound on it. */
export function scopeCondition(scope: CampaignScope, period: Period): Condition {
  const criteria: Condition[] = scopeConditions(scope);
  if (scope.headcountMin !== null) criteria.push(sql<SqlBool>`sites.headcount >= ${scope.headcountMin}`);
  if (scope.headcountMax !== null) criteria.push(sql<SqlBool>`sites.headcount <= ${scope.headcountMax}`);
  const named = scope.siteIds.length > 0 ? isOneOf('sites.id', scope.siteIds) : null;
  const all = criteria.length > 0 ? sql<SqlBool>`(${sql.join(criteria, sql` and `)})` : null;
  const chosen = all === null ? (named ?? sql<SqlBool>`1`) : named === null ? all : sql<SqlBool>`(${all} or ${named})`;
  const without =
    scope.excludedSiteIds.length > 0 ? sql<SqlBool>` and not ${isOneOf('sites.id', scope.excludedSiteIds)}` : sql``;
  return sql<SqlBool>`(${opensBetween(period.startDate, period.endDate)} and ${chosen}${without})`;
}

/** The same rule for sites in memory. `below` gives every territory under the chosen ones, themselves included. */
export function scopeTest(
  scope: CampaignScope,
  { startDate, endDate }: Period,
  below: (ids: string[]) => Set<string>,
): (site: ScopedSite) => boolean {
  const territories = scope.territoryIds.length > 0 ? below(scope.territoryIds) : null;
  const kinds = scope.siteKinds.length > 0 ? new Set(scope.siteKinds) : null;
  const named = new Set(scope.siteIds);
  const excluded = new Set(scope.excludedSiteIds);
  const { headcountMin, headcountMax } = scope;
  const filtered = hasCriteria(scope);
  return (site) => {
    if (!isOpenBetween(site, startDate, endDate)) return false;
    if (excluded.has(site.id)) return false;
    if (named.has(site.id)) return true;
    if (!filtered) return named.size === 0;
    if (territories !== null && (site.territoryId === null || !territories.has(site.territoryId))) return false;
    if (kinds !== null && (site.kind === null || !kinds.has(site.kind))) return false;
    if (headcountMin !== null && (site.headcount === null || site.headcount < headcountMin)) return false;
    return headcountMax === null || (site.headcount !== null && site.headcount <= headcountMax);
  };
}
