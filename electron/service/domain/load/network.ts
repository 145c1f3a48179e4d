/** The load of the whole network over a stretch of weeks, kept until the file changes. */
import { addDays } from '#shared/base/days.ts';
import { mondayOf, weekIndex } from '#shared/base/weeks.ts';
import type { RawDatabase } from '../../database/connect.ts';
import { siteTable, type SiteTable } from '../campaigns/site-table.ts';
import { addUp, siteLoad, weekSums, type Matrix, type SiteLoad, type WeekSums } from './matrix.ts';
import { allAsks, membersOf } from './sources.ts';

export interface LoadWindow {
  /** Any day of the first week. */
  from: string;
  weeks: number;
  /** Whether drafts count. */
  drafts: boolean;
}

export interface NetworkLoad {
  matrix: Matrix;
  table: SiteTable;
  threshold: number;
  /** The Mondays. */
  mondays: string[];
  /** Every site summed up, by place. */
  sites: SiteLoad[];
  /** The weeks summed up over every site. */
  all: WeekSums;
}

const kept = new WeakMap<SiteTable, Map<string, NetworkLoad>>();
const keptLoads = 3;

export function thresholdOf(db: RawDatabase): number {
  return db.prepare('select solicitationThreshold from organisation').pluck().get() as number;
}

/** The load by site and week. `reader` is the reading connection. 20,000 sites, 104 weeks and 400,000 answers: see `npm run bench`. */
export function networkLoad(reader: RawDatabase, window: LoadWindow): NetworkLoad {
  const table = siteTable(reader);
  const loads = kept.get(table) ?? new Map<string, NetworkLoad>();
  kept.set(table, loads);
  const first = mondayOf(window.from);
  const key = `${first}|${window.weeks}|${String(window.drafts)}`;
  const there = loads.get(key);
  if (there !== undefined) return there;
  const members = membersOf(reader, table, window.drafts);
  const firstWeek = weekIndex(first);
  const asks = allAsks(reader, firstWeek, firstWeek + window.weeks - 1).flatMap((ask) => {
    const sites = members.get(ask.of);
    return sites === undefined ? [] : [{ weeks: ask.weeks, sites }];
  });
  const matrix = addUp(table.sites.length, firstWeek, window.weeks, asks);
  const threshold = thresholdOf(reader);
  const load: NetworkLoad = {
    matrix,
    table,
    threshold,
    mondays: Array.from({ length: window.weeks }, (_, week) => addDays(first, week * 7)),
    sites: table.sites.map((_, place) => siteLoad(matrix, place, threshold)),
    all: weekSums(matrix, table.sites.keys(), threshold),
  };
  loads.set(key, load);
  while (loads.size > keptLoads) loads.delete(loads.keys().next().value ?? '');
  return load;
}
