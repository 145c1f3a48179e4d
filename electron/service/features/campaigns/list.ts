/** Campaigns as a list that leaves the app in the columns that the import reads. */
import { sql } from 'kysely';
import type { ListChoice } from '#shared/kinds.ts';
import { campaignConditions } from '../../domain/campaigns/filter.ts';
import { sdgText } from '../../domain/initiatives/sdg-text.ts';
import { allPeopleReferences } from '../../domain/people/references.ts';
import type { ListSource } from '../../engines/reporting/types.ts';
import { isOneOf } from '../../records/scope.ts';

export const campaignsList: ListSource<Extract<ListChoice, { list: 'campaigns' }>> = {
  title: 'campaigns',
  conditions: ({ filter, search }, reader) => campaignConditions(reader, filter, search),
  order: sql`campaigns."startDate"`,
  reader: async (db) => {
    const people = await allPeopleReferences(db);
    return async (ids) => {
      const rows = await db.selectFrom('campaigns').selectAll().where(isOneOf('id', ids)).execute();
      return rows.map((row) => ({
        ...row,
        sdgs: sdgText(row.sdgs),
        owner: row.ownerId === null ? row.ownerName : people.nameOf(row.ownerId),
      }));
    };
  },
};
