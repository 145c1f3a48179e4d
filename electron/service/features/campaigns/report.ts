/** The report of campaigns: one row each, with its sites and where they are with their answer. */
import { sql } from 'kysely';
import { campaignFilterSchema } from '#shared/campaigns/contract.ts';
import { scopeSchema } from '#shared/base/common.ts';
import { answerCounts, noAnswers } from '../../domain/campaigns/answers.ts';
import { campaignOf } from '../../domain/campaigns/stored.ts';
import { campaignConditions } from '../../domain/campaigns/filter.ts';
import { all } from '../../records/paging.ts';
import { isOneOf } from '../../records/scope.ts';
import { cellsInOrder, closed, columnsFor, count, date, text } from '../../engines/reporting/columns.ts';
import { sdgText } from '../../domain/initiatives/sdg-text.ts';
import type { Report } from '../../engines/reporting/types.ts';

const specs = [
  text('code'),
  text('title'),
  closed('status', 'campaignStatus'),
  text('theme'),
  text('pillar'),
  text('sdgs'),
  text('objective'),
  text('owner'),
  date('startDate'),
  date('endDate'),
  { id: 'budget', type: 'number' as const, decimals: 2 },
  count('sites'),
  count('invited'),
  count('adopted'),
  count('adapted'),
  count('declined'),
  count('done'),
  count('tasks'),
  count('tasksDone'),
  text('notes'),
  text('id'),
];

export const campaignsReport: Report = {
  id: 'campaigns',
  obeys: ['territories', 'siteKinds', 'period', 'themes'],
  table: async ({ db, raw, lang, filter }) => {
    const scope = scopeSchema.parse({
      territoryIds: filter.territories,
      siteKinds: filter.siteKinds,
      from: filter.from,
      to: filter.to,
    });
    const where = all(campaignConditions(raw, campaignFilterSchema.parse({ scope, themes: filter.themes }), ''));
    const total =
      (await sql<{ total: number }>`select count(*) as total from campaigns where ${where}`.execute(db)).rows[0]
        ?.total ?? 0;
    return {
      columns: columnsFor(lang, 'campaigns', specs),
      total,
      keys: sql`select campaigns.id from campaigns where ${where} order by campaigns."startDate", campaigns.seq`,
      read: async (keys) => {
        const rows = await db
          .selectFrom('campaigns')
          .leftJoin('people', 'people.id', 'campaigns.ownerId')
          .selectAll('campaigns')
          .select([
            sql<
              string | null
            >`case when people.id is null then campaigns."ownerName" else trim(people."firstName" || ' ' || people."lastName") end`.as(
              'owner',
            ),
            sql<number>`(select count(*) from "campaignTasks" t where t."campaignId" = campaigns.id)`.as('tasks'),
            sql<number>`(select count(*) from "campaignTasks" t where t."campaignId" = campaigns.id and t."doneOn" is not null)`.as(
              'tasksDone',
            ),
          ])
          .where(isOneOf('campaigns.id', keys.map(String)))
          .execute();
        const answers = answerCounts(
          raw,
          rows.map((row) => campaignOf(row)),
        );
        // Before a campaign is sent nothing has been answered, which is not the same as nobody answering.
        const counted = rows.map((row) => {
          const { sites, ...rest } = answers.get(row.id) ?? noAnswers;
          const answered =
            row.frozenAt === null ? Object.fromEntries(Object.keys(rest).map((key) => [key, null])) : rest;
          return { ...row, sites, ...answered, sdgs: sdgText(row.sdgs) };
        });
        return cellsInOrder(
          keys,
          counted,
          specs.map((spec) => spec.id),
        );
      },
    };
  },
};
