/** Initiatives and measurements as lists that leave the app in the columns that the import reads. */
import { sql } from 'kysely';
import type { ListChoice } from '#shared/kinds.ts';
import { initiativeConditions, joinInitiativeSite } from '../../domain/initiatives/filter.ts';
import { sdgText } from '../../domain/initiatives/sdg-text.ts';
import { allPeopleReferences } from '../../domain/people/references.ts';
import type { ListSource } from '../../engines/reporting/types.ts';
import { isOneOf } from '../../records/scope.ts';

export const initiativesList: ListSource<Extract<ListChoice, { list: 'initiatives' }>> = {
  title: 'initiatives',
  joins: joinInitiativeSite,
  conditions: ({ filter, search }) => initiativeConditions(filter, search),
  order: sql`initiatives."searchKey"`,
  reader: async (db) => {
    const people = await allPeopleReferences(db);
    return async (ids) => {
      const rows = await db
        .selectFrom('initiatives')
        .leftJoin('sites', 'sites.id', 'initiatives.siteId')
        .selectAll('initiatives')
        .select('sites.code as siteCode')
        .select(
          sql<
            string | null
          >`(select coalesce(origin.code, origin.id) from initiatives origin where origin.id = initiatives."replicatesId")`.as(
            'replicates',
          ),
        )
        .where(isOneOf('initiatives.id', ids))
        .execute();
      return rows.map((row) => ({
        ...row,
        sdgs: sdgText(row.sdgs),
        lead: row.leadId === null ? null : people.nameOf(row.leadId),
      }));
    };
  },
};

export const measurementsList: ListSource<Extract<ListChoice, { list: 'measurements' }>> = {
  title: 'measurements',
  joins: sql`join initiatives on initiatives.id = measurements."initiativeId" ${joinInitiativeSite}`,
  conditions: ({ filter, search, initiativeIds }) =>
    initiativeIds === null
      ? initiativeConditions(filter, search)
      : [isOneOf('measurements.initiativeId', initiativeIds)],
  order: sql`measurements.seq`,
  reader: (db) => (ids) =>
    db
      .selectFrom('measurements')
      .innerJoin('initiatives', 'initiatives.id', 'measurements.initiativeId')
      .innerJoin('indicators', 'indicators.id', 'measurements.indicatorId')
      .selectAll('measurements')
      .select([
        'indicators.code as indicator',
        sql<string>`coalesce(initiatives.code, initiatives.title)`.as('initiative'),
      ])
      .where(isOneOf('measurements.id', ids))
      .execute(),
};
