/** The report of answers: one row a campaign and site, those that have not answered among them. */
import { sql } from 'kysely';
import { adoptionFilterSchema } from '#shared/adoptions/contract.ts';
import { adoptionConditions, joinAdoptionSite } from '../../domain/adoptions/filter.ts';
import { all } from '../../records/paging.ts';
import { isOneOf } from '../../records/scope.ts';
import { cellsInOrder, closed, columnsFor, count, date, text } from '../../engines/reporting/columns.ts';
import type { Report } from '../../engines/reporting/types.ts';

const specs = [
  text('campaignCode'),
  text('campaignTitle'),
  date('startDate'),
  date('endDate'),
  text('siteCode'),
  text('siteName'),
  text('siteKind'),
  text('territory'),
  text('territoryCode'),
  closed('answer', 'adoptionStatus'),
  text('what'),
  text('why'),
  date('answeredOn'),
  text('answeredBy'),
  closed('answerSource', 'adoptionSource'),
  date('remindedOn'),
  count('reminders'),
  text('initiativeTitle'),
  text('id'),
];

export const adoptionsReport: Report = {
  id: 'adoptions',
  obeys: ['territories', 'siteKinds', 'period'],
  table: async ({ db, lang, filter }) => {
    const where = all(
      adoptionConditions(
        adoptionFilterSchema.parse({
          scope: { territoryIds: filter.territories, siteKinds: filter.siteKinds, from: filter.from, to: filter.to },
        }),
        '',
      ),
    );
    const total =
      (
        await sql<{
          total: number;
        }>`select count(*) as total from adoptions ${joinAdoptionSite} where ${where}`.execute(db)
      ).rows[0]?.total ?? 0;
    return {
      columns: columnsFor(lang, 'adoptions', specs),
      total,
      keys: sql`select adoptions.id from adoptions ${joinAdoptionSite} join campaigns on campaigns.id = adoptions."campaignId" where ${where} order by campaigns."startDate", campaigns.seq, sites."searchKey", adoptions.seq`,
      read: async (keys) => {
        const rows = await db
          .selectFrom('adoptions')
          .innerJoin('sites', 'sites.id', 'adoptions.siteId')
          .innerJoin('campaigns', 'campaigns.id', 'adoptions.campaignId')
          .leftJoin('territories', 'territories.id', 'sites.territoryId')
          .leftJoin('initiatives', 'initiatives.id', 'adoptions.initiativeId')
          .selectAll('adoptions')
          .select([
            'campaigns.code as campaignCode',
            'campaigns.title as campaignTitle',
            'campaigns.startDate',
            'campaigns.endDate',
            'sites.code as siteCode',
            'sites.name as siteName',
            'sites.kind as siteKind',
            'territories.name as territory',
            'territories.code as territoryCode',
            'initiatives.title as initiativeTitle',
            'adoptions.status as answer',
            'adoptions.source as answerSource',
          ])
          .where(isOneOf('adoptions.id', keys.map(String)))
          .execute();
        return cellsInOrder(
          keys,
          rows,
          specs.map((spec) => spec.id),
        );
      },
    };
  },
};
