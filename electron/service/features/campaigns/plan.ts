/** What the year, the month, the timeline and the board draw, in one read. */
import { sql } from 'kysely';
import type { CheckedInputOf, OutputOf } from '#shared/contract.ts';
import { maximumPage } from '#shared/base/common.ts';
import type { ReadContext } from '../../context.ts';
import { campaignConditions } from '../../domain/campaigns/filter.ts';
import { all } from '../../records/paging.ts';
import { tasksOf } from '../../domain/campaigns/tasks.ts';
import { campaignRows } from './queries.ts';

/** Campaigns that go on, or have a phase or a task, at some time between the two days; by start. */
export async function plan(
  { db, raw, today }: ReadContext,
  { from, to, search, filter }: CheckedInputOf<'campaigns.plan'>,
): Promise<OutputOf<'campaigns.plan'>> {
  const conditions = all([
    ...campaignConditions(raw, { ...filter, from: null, to: null }, search),
    sql`((campaigns."startDate" <= ${to} and campaigns."endDate" >= ${from})
      or exists (select 1 from "campaignPhases" p where p."campaignId" = campaigns.id and p."startDate" <= ${to} and p."endDate" >= ${from})
      or exists (select 1 from "campaignTasks" t where t."campaignId" = campaigns.id and coalesce(t."startDate", t."dueDate") <= ${to} and t."dueDate" >= ${from}))`,
  ]);
  const found = await sql<{
    id: string;
  }>`select id from campaigns where ${conditions} order by "startDate", "searchKey", seq`.execute(db);
  const ids = found.rows.slice(0, maximumPage).map((row) => row.id);
  const rows = new Map((await campaignRows(db, raw, ids, today)).map((row) => [row.id, row]));
  const campaigns = ids.flatMap((id) => rows.get(id) ?? []);
  return {
    total: found.rows.length,
    campaigns: campaigns.map(
      ({
        id,
        code,
        title,
        theme,
        pillar,
        status,
        colour,
        startDate,
        endDate,
        asksSites,
        frozenAt,
        owner,
        answers,
        tasks,
        tasksDone,
        tasksLate,
        scope,
      }) => ({
        id,
        code,
        title,
        theme,
        pillar,
        status,
        colour,
        startDate,
        endDate,
        asksSites,
        frozenAt,
        owner,
        sites: answers.sites,
        answers,
        tasks,
        tasksDone,
        tasksLate,
        territoryIds: scope.territoryIds,
      }),
    ),
    phases: campaigns.flatMap((campaign) => campaign.phases),
    tasks: await tasksOf(db, { campaignIds: ids }),
  };
}
