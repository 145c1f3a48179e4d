/** The report of people: one row an ambassador, with the totals of the initiatives they lead. */
import { sql } from 'kysely';
import { personFilterSchema } from '#shared/people/contract.ts';
import { joinPersonSite, personConditions } from '../../domain/people/filter.ts';
import { all } from '../../records/paging.ts';
import { isOneOf } from '../../records/scope.ts';
import { cellsInOrder, closed, columnsFor, count, date, text } from '../../engines/reporting/columns.ts';
import { indicatorColumns } from '../../engines/reporting/indicators.ts';
import { overlaps, scopeOf } from '../../engines/reporting/period.ts';
import type { Report } from '../../engines/reporting/types.ts';

const specs = [
  text('code'),
  text('lastName'),
  text('firstName'),
  text('email'),
  text('phone'),
  text('jobTitle'),
  text('siteCode'),
  text('siteName'),
  text('territory'),
  closed('profile', 'profile'),
  closed('channel', 'channel'),
  closed('stage', 'stage'),
  date('stageSince'),
  date('joinedOn'),
  date('leftOn'),
  { id: 'allottedHours', type: 'number' as const, unit: 'h', decimals: 1 },
  text('lang'),
  count('initiativesLed'),
  text('id'),
];

export const peopleReport: Report = {
  id: 'people',
  obeys: ['territories', 'siteKinds', 'stages', 'profiles', 'channels', 'period', 'indicators'],
  table: async (context) => {
    const { db, lang, filter } = context;
    const listFilter = personFilterSchema.parse({
      scope: scopeOf(filter),
      stages: filter.stages,
      profiles: filter.profiles,
      channels: filter.channels,
    });
    const where = all(personConditions(listFilter, ''));
    const indicators = await indicatorColumns(context, 'person');
    const total =
      (await sql<{ total: number }>`select count(*) as total from people ${joinPersonSite} where ${where}`.execute(db))
        .rows[0]?.total ?? 0;
    return {
      columns: [...columnsFor(lang, 'people', specs), ...indicators.columns],
      total,
      keys: sql`select people.id from people ${joinPersonSite} where ${where} order by people."searchKey", people.seq`,
      read: async (keys) => {
        const ids = keys.map(String);
        const rows = await db
          .selectFrom('people')
          .leftJoin('sites', 'sites.id', 'people.siteId')
          .leftJoin('territories', 'territories.id', 'sites.territoryId')
          .selectAll('people')
          .select(['sites.code as siteCode', 'sites.name as siteName', 'territories.name as territory'])
          .select(
            sql<number>`(select count(*) from initiatives where initiatives."leadId" = people.id and ${overlaps(filter)})`.as(
              'initiativesLed',
            ),
          )
          .where(isOneOf('people.id', ids))
          .execute();
        const figures = await indicators.cells(ids);
        return cellsInOrder(
          keys,
          rows,
          specs.map((spec) => spec.id),
          (row) => figures(row.id),
        );
      },
    };
  },
};
