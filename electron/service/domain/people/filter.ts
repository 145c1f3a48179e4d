/** The filter of the people's list as SQL, shared by the list, its count, the choice of all that match and the reports. */
import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { personFilterSchema } from '#shared/people/contract.ts';
import { matchesWords } from '../../database/dialect.ts';
import type { Condition } from '../../records/paging.ts';
import { consentEndsBefore } from './consents.ts';
import { isInNetwork, isOfStage } from './standing.ts';
import { isOneOf, personPeriod, scopeConditions, scopeNeedsSite, territorySubtree } from '../../records/scope.ts';

export type PersonFilter = z.output<typeof personFilterSchema>;

/** The join that a condition on the person's site needs. */
export const joinPersonSite = sql`left join sites on sites.id = people."siteId"`;

/** Whether a filter looks at the person's site, which then has to be joined. */
export function personNeedsSite(filter: PersonFilter): boolean {
  return filter.territoryIds.length > 0 || scopeNeedsSite(filter.scope);
}

/** Conditions on `people` (and `sites`, when `personNeedsSite`), to be joined with and. */
export function personConditions(filter: PersonFilter, search: string): Condition[] {
  const list: Condition[] = [...scopeConditions(filter.scope), ...personPeriod(filter.scope)];
  if (search.trim() !== '') list.push(matchesWords('people.searchKey', search));
  if (filter.stages.length > 0) list.push(isOfStage(filter.stages, filter.scope));
  if (filter.profiles.length > 0) list.push(isOneOf('people.profile', filter.profiles));
  if (filter.channels.length > 0) list.push(isOneOf('people.channel', filter.channels));
  if (filter.siteIds.length > 0) list.push(isOneOf('people.siteId', filter.siteIds));
  if (filter.territoryIds.length > 0)
    list.push(sql<SqlBool>`sites."territoryId" in ${territorySubtree(filter.territoryIds)}`);
  if (filter.stageBefore !== null) list.push(sql<SqlBool>`people."stageSince" < ${filter.stageBefore}`);
  if (filter.consentEndsBefore !== null) list.push(isInNetwork, consentEndsBefore(filter.consentEndsBefore));
  if (filter.withoutSite) list.push(sql<SqlBool>`people."siteId" is null`);
  return list;
}
