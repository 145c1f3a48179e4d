/** The answers of sites as a list that leaves the app in the columns that the import reads. */
import { sql } from 'kysely';
import type { ListChoice } from '#shared/kinds.ts';
import { adoptionConditions, joinAdoptionSite } from '../../domain/adoptions/filter.ts';
import type { ListSource } from '../../engines/reporting/types.ts';
import { isOneOf } from '../../records/scope.ts';

export const adoptionsList: ListSource<Extract<ListChoice, { list: 'adoptions' }>> = {
  title: 'adoptions',
  joins: joinAdoptionSite,
  conditions: ({ filter, search }) => adoptionConditions(filter, search),
  order: sql`adoptions."campaignId", sites."searchKey"`,
  reader: (db) => (ids) =>
    db
      .selectFrom('adoptions')
      .innerJoin('campaigns', 'campaigns.id', 'adoptions.campaignId')
      .innerJoin('sites', 'sites.id', 'adoptions.siteId')
      .selectAll('adoptions')
      .select(['campaigns.code as campaign', 'sites.code as siteCode'])
      .where(isOneOf('adoptions.id', ids))
      .execute(),
};
