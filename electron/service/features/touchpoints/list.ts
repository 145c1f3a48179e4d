/** Touchpoints as a list that leaves the app in the columns that the import reads. */
import { sql } from 'kysely';
import type { ListChoice } from '#shared/kinds.ts';
import { allPeopleReferences } from '../../domain/people/references.ts';
import type { ListSource } from '../../engines/reporting/types.ts';
import { isOneOf } from '../../records/scope.ts';
import { joinPerson, touchpointConditions } from './filter.ts';

export const touchpointsList: ListSource<Extract<ListChoice, { list: 'touchpoints' }>> = {
  title: 'touchpoints',
  joins: joinPerson,
  conditions: ({ filter, search }) => touchpointConditions(filter, search),
  order: sql`touchpoints.date`,
  reader: async (db) => {
    const people = await allPeopleReferences(db);
    return async (ids) => {
      const rows = await db.selectFrom('touchpoints').selectAll().where(isOneOf('id', ids)).execute();
      return rows.map((row) => ({ ...row, person: people.nameOf(row.personId) }));
    };
  },
};
