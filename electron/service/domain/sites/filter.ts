/** The filter of the sites' list as SQL, shared by the list, its count, the choice of all that match and the reports. */
import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { siteFilterSchema } from '#shared/sites/contract.ts';
import { isActive, isOfStage } from '../people/standing.ts';
import { isOfStatus } from './standing.ts';
import { matchesWords } from '../../database/dialect.ts';
import { isOneOf, scopeConditions, sitePeriod, territorySubtree } from '../../records/scope.ts';

export type SiteFilter = z.output<typeof siteFilterSchema>;

/** Conditions on `sites`, to be joined with and. */
export function siteConditions(filter: SiteFilter, search: string): ReturnType<typeof sql<SqlBool>>[] {
  const all = [...scopeConditions(filter.scope), ...sitePeriod(filter.scope)];
  if (search.trim() !== '') all.push(matchesWords('sites.searchKey', search));
  if (filter.ids.length > 0) all.push(isOneOf('sites.id', filter.ids));
  if (filter.statuses.length > 0) all.push(isOfStatus(filter.statuses, filter.scope));
  if (filter.kinds.length > 0) all.push(isOneOf('sites.kind', filter.kinds));
  if (filter.territoryIds.length > 0)
    all.push(sql<SqlBool>`sites."territoryId" in ${territorySubtree(filter.territoryIds)}`);
  if (filter.located === 'yes') all.push(sql<SqlBool>`sites.lat is not null`);
  if (filter.located === 'no') all.push(sql<SqlBool>`sites.lat is null`);
  if (filter.located === 'approximate') all.push(sql<SqlBool>`sites.accuracy in ('commune', 'department')`);
  if (filter.headcountMin !== null) all.push(sql<SqlBool>`sites.headcount >= ${filter.headcountMin}`);
  if (filter.headcountMax !== null) all.push(sql<SqlBool>`sites.headcount <= ${filter.headcountMax}`);
  if (filter.withoutPeople)
    all.push(sql<SqlBool>`not exists (select 1 from people where people."siteId" = sites.id and ${isActive})`);
  if (filter.stages.length + filter.profiles.length > 0) {
    const stage = filter.stages.length > 0 ? isOfStage(filter.stages, filter.scope) : sql<SqlBool>`1`;
    const profile = filter.profiles.length > 0 ? isOneOf('people.profile', filter.profiles) : sql<SqlBool>`1`;
    all.push(sql<SqlBool>`exists (select 1 from people where people."siteId" = sites.id and ${stage} and ${profile})`);
  }
  return all;
}
