/** The filter of the initiatives' list as SQL, shared by the list, its count, the choice of all that match and the reports. */
import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { initiativeFilterSchema } from '#shared/initiatives/contract.ts';
import { jsonArrayHas, matchesWords } from '../../database/dialect.ts';
import type { Condition } from '../../records/paging.ts';
import { initiativePeriod, isOneOf, scopeConditions, scopeNeedsSite, territorySubtree } from '../../records/scope.ts';

export type InitiativeFilter = z.output<typeof initiativeFilterSchema>;

/** The join that a condition on the initiative's site needs. */
export const joinInitiativeSite = sql`left join sites on sites.id = initiatives."siteId"`;

/** Whether a filter looks at the site, which then has to be joined. */
export function initiativeNeedsSite(filter: InitiativeFilter): boolean {
  return filter.territoryIds.length > 0 || scopeNeedsSite(filter.scope);
}

/** Conditions on `initiatives` (and `sites`, when `initiativeNeedsSite`), to be joined with and. */
export function initiativeConditions(filter: InitiativeFilter, search: string): Condition[] {
  const list: Condition[] = [
    ...scopeConditions(filter.scope),
    ...initiativePeriod(filter.scope),
    ...initiativePeriod(filter),
  ];
  if (search.trim() !== '') list.push(matchesWords('initiatives.searchKey', search));
  if (filter.statuses.length > 0) list.push(isOneOf('initiatives.status', filter.statuses));
  if (filter.themes.length > 0) list.push(isOneOf('initiatives.theme', filter.themes));
  if (filter.sdgs.length > 0) list.push(jsonArrayHas('initiatives.sdgs', filter.sdgs));
  if (filter.siteIds.length > 0) list.push(isOneOf('initiatives.siteId', filter.siteIds));
  if (filter.leadIds.length > 0) list.push(isOneOf('initiatives.leadId', filter.leadIds));
  if (filter.territoryIds.length > 0)
    list.push(sql<SqlBool>`sites."territoryId" in ${territorySubtree(filter.territoryIds)}`);
  if (filter.endsBefore !== null) list.push(sql<SqlBool>`initiatives."endDate" < ${filter.endsBefore}`);
  if (filter.measured !== 'any') {
    const some = sql<SqlBool>`exists (select 1 from measurements where measurements."initiativeId" = initiatives.id)`;
    list.push(filter.measured === 'yes' ? some : sql<SqlBool>`not ${some}`);
  }
  return list;
}
