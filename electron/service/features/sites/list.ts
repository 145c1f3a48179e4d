/** Sites as a list that leaves the app in the columns that the import reads. */
import { sql } from 'kysely';
import type { ListChoice } from '#shared/kinds.ts';
import { siteConditions } from '../../domain/sites/filter.ts';
import type { ListSource } from '../../engines/reporting/types.ts';
import { isOneOf } from '../../records/scope.ts';

export const sitesList: ListSource<Extract<ListChoice, { list: 'sites' }>> = {
  title: 'sites',
  conditions: ({ filter, search }) => siteConditions(filter, search),
  order: sql`sites."searchKey"`,
  reader: (db) => async (ids) => {
    const rows = await db
      .selectFrom('sites')
      .leftJoin('territories', 'territories.id', 'sites.territoryId')
      .selectAll('sites')
      .select('territories.code as territory')
      .where(isOneOf('sites.id', ids))
      .execute();
    // A place worked out from the address follows it: written down, it would come back as exact.
    return rows.map((row) => (row.accuracy === 'site' ? row : { ...row, lat: null, lon: null }));
  },
};
