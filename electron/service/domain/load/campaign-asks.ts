/** What campaigns ask of sites: in their own weeks, and by their tasks. */
import type { RawDatabase } from '../../database/connect.ts';
import type { ReadDb } from '../../database/tables.ts';
import { scopeTest } from '../campaigns/scope.ts';
import type { SiteTable } from '../campaigns/site-table.ts';
import { campaignOf } from '../campaigns/stored.ts';
import { campaignSpans, taskSpans, weeksOf, within, type Ask, type Asker, type AskSource, type Span } from './asks.ts';
import { campaignMembers } from './campaign-members.ts';

type Flagged<T> = Omit<T, 'asksSites'> & { asksSites: number };
interface StoredCampaign extends Span {
  id: string;
  title: string;
  asksSites: number;
}

const chosen = (column: string, ids: string[] | undefined): string =>
  ids === undefined ? '1' : `${column} in (select value from json_each(?))`;
const bound = (ids: string[] | undefined): string[] => (ids === undefined ? [] : [JSON.stringify(ids)]);

function campaignAsks(db: RawDatabase, from: number, to: number, campaignIds?: string[]): Ask[] {
  const campaigns = db
    .prepare(`select id, title, startDate, endDate, asksSites from campaigns where ${chosen('id', campaignIds)}`)
    .all(...bound(campaignIds)) as StoredCampaign[];
  const phases = new Map<string, Flagged<Span & { campaignId: string; asksSites: boolean }>[]>();
  for (const phase of db
    .prepare(
      `select campaignId, startDate, endDate, asksSites from campaignPhases where ${chosen('campaignId', campaignIds)}`,
    )
    .all(...bound(campaignIds)) as Flagged<Span & { campaignId: string; asksSites: boolean }>[]) {
    phases.set(phase.campaignId, [...(phases.get(phase.campaignId) ?? []), phase]);
  }
  const flag = <T extends { asksSites: number }>(row: T): Omit<T, 'asksSites'> & { asksSites: boolean } => ({
    ...row,
    asksSites: row.asksSites === 1,
  });
  return campaigns.flatMap((campaign) => {
    const weeks = weeksOf(campaignSpans(flag(campaign), (phases.get(campaign.id) ?? []).map(flag)));
    return within({ kind: 'campaign', id: campaign.id, title: campaign.title, of: campaign.id, weeks }, from, to) ?? [];
  });
}

function taskAsks(db: RawDatabase, from: number, to: number, campaignIds?: string[]): Ask[] {
  const tasks = db
    .prepare(
      `select id, campaignId, title, startDate, dueDate, doneOn from campaignTasks where asksSites = 1 and ${chosen('campaignId', campaignIds)}`,
    )
    .all(...bound(campaignIds)) as {
    id: string;
    campaignId: string;
    title: string;
    startDate: string | null;
    dueDate: string;
    doneOn: string | null;
  }[];
  return tasks.flatMap(
    (task) =>
      within(
        {
          kind: 'task',
          id: task.id,
          title: task.title,
          of: task.campaignId,
          weeks: weeksOf(taskSpans({ ...task, asksSites: true })),
        },
        from,
        to,
      ) ?? [],
  );
}

/** Those on whose settled list the site is without having declined; with drafts, those whose scope would take it in. */
async function askersOf(db: ReadDb, table: SiteTable, siteId: string, drafts: boolean): Promise<Map<string, Asker>> {
  const rows = await db
    .selectFrom('campaigns')
    .leftJoin('adoptions', (join) =>
      join.onRef('adoptions.campaignId', '=', 'campaigns.id').on('adoptions.siteId', '=', siteId),
    )
    .selectAll('campaigns')
    .select('adoptions.status as answer')
    .where((eb) =>
      eb.or([
        eb.and([
          eb('campaigns.frozenAt', 'is not', null),
          eb('adoptions.status', 'is not', null),
          eb('adoptions.status', '<>', 'declined'),
        ]),
        eb.and([eb('campaigns.frozenAt', 'is', null), eb('campaigns.status', '=', 'draft')]),
      ]),
    )
    .execute();
  const site = table.sites[table.indexOf.get(siteId) ?? -1];
  return new Map(
    rows.flatMap(({ answer: _answer, ...row }) => {
      const campaign = campaignOf(row);
      const isAsked =
        campaign.frozenAt !== null ||
        (drafts && site !== undefined && scopeTest(campaign.scope, campaign, table.below)(site));
      const record = { kind: 'campaign', id: campaign.id, title: campaign.title } as const;
      return isAsked
        ? [[campaign.id, { record, colour: campaign.colour, draft: campaign.status === 'draft' }] as const]
        : [];
    }),
  );
}

export const campaignSource: AskSource = {
  asks: (...asked) => [...campaignAsks(...asked), ...taskAsks(...asked)],
  members: campaignMembers,
  askersOf,
};
