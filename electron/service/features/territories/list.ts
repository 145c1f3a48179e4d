/** Territories as a list that leaves the app in the columns that the import reads. */
import { sql } from 'kysely';
import type { ListSource } from '../../engines/reporting/types.ts';
import { isOneOf } from '../../records/scope.ts';

export const territoriesList: ListSource<unknown> = {
  title: 'sites',
  conditions: () => [],
  order: sql`territories."searchKey"`,
  reader: (db) => (ids) =>
    db
      .selectFrom('territories')
      .leftJoin('territories as above', 'above.id', 'territories.parentId')
      .selectAll('territories')
      .select('above.code as parent')
      .where(isOneOf('territories.id', ids))
      .execute(),
};
