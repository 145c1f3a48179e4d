/** People as a list that leaves the app in the columns that the import reads. */
import { sql } from 'kysely';
import type { ListChoice } from '#shared/kinds.ts';
import { joinPersonSite, personConditions } from '../../domain/people/filter.ts';
import type { ListSource } from '../../engines/reporting/types.ts';
import { isOneOf } from '../../records/scope.ts';

export const peopleList: ListSource<Extract<ListChoice, { list: 'people' }>> = {
  title: 'people',
  joins: joinPersonSite,
  conditions: ({ filter, search }) => personConditions(filter, search),
  order: sql`people."searchKey"`,
  reader: (db) => (ids) =>
    db
      .selectFrom('people')
      .leftJoin('sites', 'sites.id', 'people.siteId')
      .selectAll('people')
      .select('sites.code as siteCode')
      .where(isOneOf('people.id', ids))
      .execute(),
};
