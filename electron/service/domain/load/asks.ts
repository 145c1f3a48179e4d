/**
 * What asks something of sites, and when. Each kind of thing that asks is a source in one list: a new one (gatherings, say)
 * is added to it and counts everywhere at once.
 */
import { weekIndex } from '#shared/base/weeks.ts';
import type { RawDatabase } from '../../database/connect.ts';

/** One thing that asks something, in the weeks in which it does. It weighs 1 in each of them. */
export interface Ask {
  source: 'campaign' | 'task';
  id: string;
  title: string;
  campaignId: string;
  /** Weeks counted as by `weekIndex`, rising, each once. */
  weeks: number[];
}

/** The asks of a source that have a week between the two, both counted. */
export type AskSource = (db: RawDatabase, from: number, to: number, campaignIds?: string[]) => Ask[];

export interface Span {
  startDate: string;
  endDate: string;
}

/** The weeks that spans of days touch, rising, each once. */
export function weeksOf(spans: Span[]): number[] {
  const weeks = new Set<number>();
  for (const { startDate, endDate } of spans)
    for (let week = weekIndex(startDate); week <= weekIndex(endDate); week += 1) weeks.add(week);
  return [...weeks].sort((a, b) => a - b);
}

/** When a campaign itself asks: during its phases that ask, or all along when it has no phases. */
export function campaignSpans(
  campaign: Span & { asksSites: boolean },
  phases: (Span & { asksSites: boolean })[],
): Span[] {
  if (!campaign.asksSites) return [];
  return phases.length === 0 ? [campaign] : phases.filter((phase) => phase.asksSites);
}

/** When a task asks: from its start (else its due date) to its due date, or to the day it was done if that came before. */
export function taskSpans(task: {
  asksSites: boolean;
  startDate: string | null;
  dueDate: string;
  doneOn: string | null;
}): Span[] {
  const startDate = task.startDate ?? task.dueDate;
  const endDate = task.doneOn !== null && task.doneOn < task.dueDate ? task.doneOn : task.dueDate;
  return task.asksSites && endDate >= startDate ? [{ startDate, endDate }] : [];
}

function within(ask: Ask, from: number, to: number): Ask | null {
  const weeks = ask.weeks.filter((week) => week >= from && week <= to);
  return weeks.length === 0 ? null : { ...ask, weeks };
}

type Flagged<T> = Omit<T, 'asksSites'> & { asksSites: number };
interface StoredCampaign extends Span {
  id: string;
  title: string;
  asksSites: number;
}

const chosen = (column: string, ids: string[] | undefined): string =>
  ids === undefined ? '1' : `${column} in (select value from json_each(?))`;
const bound = (ids: string[] | undefined): string[] => (ids === undefined ? [] : [JSON.stringify(ids)]);

const campaignSource: AskSource = (db, from, to, campaignIds) => {
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
    return (
      within(
        { source: 'campaign', id: campaign.id, title: campaign.title, campaignId: campaign.id, weeks },
        from,
        to,
      ) ?? []
    );
  });
};

const taskSource: AskSource = (db, from, to, campaignIds) => {
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
          source: 'task',
          id: task.id,
          title: task.title,
          campaignId: task.campaignId,
          weeks: weeksOf(taskSpans({ ...task, asksSites: true })),
        },
        from,
        to,
      ) ?? [],
  );
};

/** Everything that asks something of sites. */
export const askSources: AskSource[] = [campaignSource, taskSource];

/** Every ask of every source in these weeks; of these campaigns alone when they are given. */
export function allAsks(db: RawDatabase, from: number, to: number, campaignIds?: string[]): Ask[] {
  return askSources.flatMap((source) => source(db, from, to, campaignIds));
}
