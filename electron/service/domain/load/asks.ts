/** What asks something of sites, and when: the terms that every source of asks speaks in. */
import { weekIndex } from '#shared/base/weeks.ts';
import type { AskKind, LoadItem } from '#shared/load/contract.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { ReadDb } from '../../database/tables.ts';
import type { SiteTable } from '../campaigns/site-table.ts';

/** One thing that asks something, in the weeks in which it does. It weighs 1 in each of them. */
export interface Ask {
  kind: AskKind;
  id: string;
  title: string;
  /** The id of the record whose sites are asked: itself, or what it is a part of. */
  of: string;
  /** Weeks counted as by `weekIndex`, rising, each once. */
  weeks: number[];
}

/** Places of sites in the site table, by the id of the record that asks them. */
export type Members = Map<string, Int32Array>;

/** A record that asks something of a site, as its asks name it. */
export type Asker = Pick<LoadItem, 'record' | 'colour' | 'draft'>;

/** What one kind of record asks, of whom, and in whose name. */
export interface AskSource {
  /** Its asks that have a week between the two, both counted; of these records alone when they are given. */
  asks: (db: RawDatabase, from: number, to: number, ids?: string[]) => Ask[];
  /** Every record that may ask, with its sites. `reader` is the reading connection. */
  members: (reader: RawDatabase, table: SiteTable, drafts: boolean) => Members;
  /** The records that may ask something of one site, by id. */
  askersOf: (db: ReadDb, table: SiteTable, siteId: string, drafts: boolean) => Promise<Map<string, Asker>>;
}

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

/** The ask in the weeks between the two, both counted; null when it has none there. */
export function within(ask: Ask, from: number, to: number): Ask | null {
  const weeks = ask.weeks.filter((week) => week >= from && week <= to);
  return weeks.length === 0 ? null : { ...ask, weeks };
}
