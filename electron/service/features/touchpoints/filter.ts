/** The filter of the touchpoints as SQL, shared by the list, its count, the choice of all that match and the export. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { touchpointFilterSchema } from '#shared/touchpoints/contract.ts';
import { matchesWords } from '../../database/dialect.ts';
import type { Condition } from '../../records/paging.ts';
import { isOneOf, scopeConditions } from '../../records/scope.ts';

export type TouchpointFilter = z.output<typeof touchpointFilterSchema>;

/** The person of a contact, and their site: for conditions, orders and what stands beside a row. */
export const joinPerson = sql`join people on people.id = touchpoints."personId"
  left join sites on sites.id = people."siteId"`;

/** Found by what was said, who noted it, and the person's own words. */
const matches = (search: string): Condition =>
  sql<SqlBool>`(${matchesWords('touchpoints.searchKey', search)} or ${matchesWords('people.searchKey', search)})`;

/** Conditions on `touchpoints` joined with `people` and `sites`. Both days of a period count. */
export function touchpointConditions(filter: TouchpointFilter, search: string): Condition[] {
  const { scope } = filter;
  const list: Condition[] = [...scopeConditions(scope)];
  const day: RawBuilder<unknown> = sql`touchpoints.date`;
  if (scope?.from != null) list.push(sql<SqlBool>`${day} >= ${scope.from}`);
  if (scope?.to != null) list.push(sql<SqlBool>`${day} <= ${scope.to}`);
  if (search.trim() !== '') list.push(matches(search));
  if (filter.kinds.length > 0) list.push(isOneOf('touchpoints.kind', filter.kinds));
  if (filter.personIds.length > 0) list.push(isOneOf('touchpoints.personId', filter.personIds));
  if (filter.authors.length > 0) list.push(isOneOf('touchpoints.author', filter.authors));
  return list;
}
