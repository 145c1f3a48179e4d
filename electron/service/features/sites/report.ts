/** The report of sites: one row a site, with its people, its initiatives and the totals of their indicators. */
import { sql } from 'kysely';
import { siteFilterSchema } from '#shared/sites/contract.ts';
import { targetOf } from '#shared/network/coverage.ts';
import { isOpen } from '../../domain/sites/standing.ts';
import { activeOfSite, knownOfSite } from '../../domain/people/standing.ts';
import { coverageRatio } from '../../domain/network/coverage.ts';
import { siteConditions } from '../../domain/sites/filter.ts';
import { all } from '../../records/paging.ts';
import { isOneOf } from '../../records/scope.ts';
import { cellsInOrder, closed, columnsFor, count, date, text } from '../../engines/reporting/columns.ts';
import { indicatorColumns } from '../../engines/reporting/indicators.ts';
import { overlaps, scopeOf } from '../../engines/reporting/period.ts';
import type { Report } from '../../engines/reporting/types.ts';

const specs = [
  text('code'),
  text('name'),
  text('kind'),
  closed('status', 'siteStatus'),
  text('territory'),
  text('territoryCode'),
  text('address'),
  text('postcode'),
  text('city'),
  text('country'),
  { id: 'lat', type: 'number' as const, unit: '°' },
  { id: 'lon', type: 'number' as const, unit: '°' },
  closed('accuracy', 'accuracy'),
  count('headcount'),
  date('openedOn'),
  date('closedOn'),
  count('people'),
  count('activePeople'),
  count('target'),
  count('initiatives'),
  text('id'),
];

export const sitesReport: Report = {
  id: 'sites',
  obeys: ['territories', 'siteKinds', 'siteStatuses', 'period', 'indicators'],
  table: async (context) => {
    const { db, lang, filter } = context;
    const where = all(
      siteConditions(siteFilterSchema.parse({ scope: scopeOf(filter), statuses: filter.siteStatuses }), ''),
    );
    const ratio = await coverageRatio(db);
    const indicators = await indicatorColumns(context, 'site');
    const total =
      (await sql<{ total: number }>`select count(*) as total from sites where ${where}`.execute(db)).rows[0]?.total ??
      0;
    return {
      columns: [...columnsFor(lang, 'sites', specs), ...indicators.columns],
      total,
      keys: sql`select sites.id from sites where ${where} order by sites."searchKey", sites.seq`,
      read: async (keys) => {
        const ids = keys.map(String);
        const rows = await db
          .selectFrom('sites')
          .leftJoin('territories', 'territories.id', 'sites.territoryId')
          .selectAll('sites')
          .select(['territories.name as territory', 'territories.code as territoryCode'])
          .select([
            sql<number>`${knownOfSite}`.as('people'),
            activeOfSite.as('activePeople'),
            sql<number>`${isOpen}`.as('isOpen'),
            sql<number>`(select count(*) from initiatives where initiatives."siteId" = sites.id and ${overlaps(filter)})`.as(
              'initiatives',
            ),
          ])
          .where(isOneOf('sites.id', ids))
          .execute();
        const figures = await indicators.cells(ids);
        const counted = rows.map((row) => ({
          ...row,
          target: row.isOpen === 1 ? targetOf(row.headcount, ratio) : null,
        }));
        return cellsInOrder(
          keys,
          counted,
          specs.map((spec) => spec.id),
          (row) => figures(row.id),
        );
      },
    };
  },
};
