/** The report of initiatives: one row each, with the totals of its indicators and how certain they are. */
import { sql, type SqlBool } from 'kysely';
import { initiativeFilterSchema } from '#shared/initiatives/contract.ts';
import { initiativeConditions, initiativeNeedsSite, joinInitiativeSite } from '../../domain/initiatives/filter.ts';
import { all } from '../../records/paging.ts';
import { isOneOf } from '../../records/scope.ts';
import { cellsInOrder, closed, columnsFor, count, date, text } from '../../engines/reporting/columns.ts';
import { indicatorColumns } from '../../engines/reporting/indicators.ts';
import { measuredWithin, overlaps } from '../../engines/reporting/period.ts';
import type { Report } from '../../engines/reporting/types.ts';
import { sdgText } from '../../domain/initiatives/sdg-text.ts';

const specs = [
  text('code'),
  text('title'),
  text('summary'),
  closed('status', 'initiativeStatus'),
  text('theme'),
  text('sdgs'),
  text('siteCode'),
  text('siteName'),
  text('territory'),
  text('leadName'),
  text('leadEmail'),
  date('startDate'),
  date('endDate'),
  text('replicates'),
  count('replications'),
  count('measurements'),
  text('id'),
];

export const initiativesReport: Report = {
  id: 'initiatives',
  obeys: ['territories', 'siteKinds', 'statuses', 'themes', 'period', 'indicators'],
  table: async (context) => {
    const { db, lang, filter } = context;
    const listFilter = initiativeFilterSchema.parse({
      scope: { territoryIds: filter.territories, siteKinds: filter.siteKinds },
      statuses: filter.statuses,
      themes: filter.themes,
    });
    const conditions = initiativeConditions(listFilter, '');
    const site = initiativeNeedsSite(listFilter) ? joinInitiativeSite : sql``;
    const measured = all(measuredWithin(filter));
    // What was measured in the period counts in it, even on an initiative that says it was at another time: the columns then sum to the figures of the screens.
    if (filter.from !== null || filter.to !== null)
      conditions.push(
        sql<SqlBool>`((${overlaps(filter)}) or exists (select 1 from measurements where measurements."initiativeId" = initiatives.id and ${measured}))`,
      );
    const where = all(conditions);
    const indicators = await indicatorColumns(context, 'initiative');
    const total =
      (await sql<{ total: number }>`select count(*) as total from initiatives ${site} where ${where}`.execute(db))
        .rows[0]?.total ?? 0;
    return {
      columns: [...columnsFor(lang, 'initiatives', specs), ...indicators.columns],
      total,
      keys: sql`select initiatives.id from initiatives ${site} where ${where} order by initiatives."searchKey", initiatives.seq`,
      read: async (keys) => {
        const ids = keys.map(String);
        const rows = await db
          .selectFrom('initiatives')
          .leftJoin('sites', 'sites.id', 'initiatives.siteId')
          .leftJoin('territories', 'territories.id', 'sites.territoryId')
          .leftJoin('people', 'people.id', 'initiatives.leadId')
          .selectAll('initiatives')
          .select([
            'sites.code as siteCode',
            'sites.name as siteName',
            'territories.name as territory',
            'people.email as leadEmail',
          ])
          .select([
            sql<
              string | null
            >`case when people.id is null then null else trim(people."firstName" || ' ' || people."lastName") end`.as(
              'leadName',
            ),
            sql<
              string | null
            >`(select origin.title from initiatives origin where origin.id = initiatives."replicatesId")`.as(
              'replicates',
            ),
            sql<number>`(select count(*) from initiatives copy where copy."replicatesId" = initiatives.id)`.as(
              'replications',
            ),
            sql<number>`(select count(*) from measurements where measurements."initiativeId" = initiatives.id and ${measured})`.as(
              'measurements',
            ),
          ])
          .where(isOneOf('initiatives.id', ids))
          .execute();
        const figures = await indicators.cells(ids);
        return cellsInOrder(
          keys,
          rows.map((row) => ({ ...row, sdgs: sdgText(row.sdgs) })),
          specs.map((spec) => spec.id),
          (row) => figures(row.id),
        );
      },
    };
  },
};
