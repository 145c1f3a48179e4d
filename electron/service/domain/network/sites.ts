/** The open sites of a filter with their figures: the one reading on which the map, the tables, the report and the search for recruits rest. */
import { sql } from 'kysely';
import type { Site } from '#shared/sites/contract.ts';
import type { NetworkFilter } from '#shared/network/contract.ts';
import { targetOf, type SiteFigures } from '#shared/network/coverage.ts';
import { isActive } from '../people/standing.ts';
import { isOpenIn } from '../sites/standing.ts';
import type { RawDatabase } from '../../database/connect.ts';
import { changesBehind, unindexed } from '../../database/dialect.ts';
import type { AnyDb, ReadDb } from '../../database/tables.ts';
import { siteConditions } from '../sites/filter.ts';
import { all, type Condition } from '../../records/paging.ts';
import { initiativePeriod } from '../../records/scope.ts';

export interface NetworkSite
  extends
    SiteFigures,
    Pick<Site, 'id' | 'name' | 'code' | 'city' | 'country' | 'lon' | 'accuracy' | 'kind' | 'territoryId'> {}

/** What happened, or is happening: ideas and plans have not, what was abandoned did not. */
export const livelyStatuses = ['running', 'done', 'shared'] as const;

/** The conditions of a network filter on `sites`. */
export function networkConditions(filter: NetworkFilter): Condition[] {
  return [isOpenIn(filter.scope), ...siteConditions({ ...filter, statuses: [] }, '')];
}

interface Done {
  count: number;
  last: string | null;
}

/** By site: the initiatives under way or done that overlap the period, and the last day, up to `today`, on which one began or ended. */
async function initiativesBySite(db: ReadDb, filter: NetworkFilter, today: string): Promise<Map<string, Done>> {
  const rows = await sql<{ siteId: string; count: number; last: string | null }>`
    select "siteId", count(*) filter (where ${all(initiativePeriod(filter.scope))}) as count,
      max(case when "endDate" <= ${today} then "endDate" when "startDate" <= ${today} then "startDate" end) as last
    from initiatives where "siteId" is not null and ${unindexed('status')} in (${sql.join(livelyStatuses)}) group by "siteId"`.execute(
    db,
  );
  const done = new Map(rows.rows.map(({ siteId, count, last }): [string, Done] => [siteId, { count, last }]));
  // A site that answers a campaign is alive, whatever it answers.
  const answers = await db
    .selectFrom('adoptions')
    .select(['siteId', (eb) => eb.fn.max('answeredOn').as('last')])
    .where('answeredOn', '<=', today)
    .groupBy('siteId')
    .execute();
  for (const { siteId, last } of answers) {
    const known = done.get(siteId);
    if (known === undefined) done.set(siteId, { count: 0, last });
    else if (last !== null && (known.last === null || last > known.last)) known.last = last;
  }
  return done;
}

/** Active ambassadors by site. */
async function activeBySite(db: ReadDb): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('people')
    .select(['siteId', (eb) => eb.fn.countAll<number>().as('n')])
    .where(isActive)
    .where('siteId', 'is not', null)
    .groupBy('siteId')
    .$narrowType<{ siteId: string }>()
    .execute();
  return new Map(rows.map(({ siteId, n }) => [siteId, n]));
}

/** The sites of some conditions, in the order in which they were created, without what happened on them. */
export async function readSites(
  db: AnyDb,
  conditions: Condition[],
  ratio: number,
): Promise<Omit<NetworkSite, 'initiatives' | 'lastActivity'>[]> {
  const reader = db as ReadDb;
  const rows = await reader
    .selectFrom('sites')
    .select(['id', 'name', 'code', 'city', 'country', 'lat', 'lon', 'accuracy', 'kind', 'territoryId', 'headcount'])
    .where(all(conditions))
    .orderBy('seq')
    .execute();
  const active = await activeBySite(reader);
  return rows.map((row) => ({ ...row, active: active.get(row.id) ?? 0, target: targetOf(row.headcount, ratio) }));
}

/** In the order in which they were created. `ratio` is employees per ambassador. 20,000 sites with 200,000 initiatives take about 0.2 s. */
export async function readNetworkSites(
  db: AnyDb,
  filter: NetworkFilter,
  ratio: number,
  today: string,
): Promise<NetworkSite[]> {
  const initiatives = await initiativesBySite(db as ReadDb, filter, today);
  return (await readSites(db, networkConditions(filter), ratio)).map((site) => {
    const done = initiatives.get(site.id);
    return { ...site, initiatives: done?.count ?? 0, lastActivity: done?.last ?? null };
  });
}

interface Kept {
  version: number;
  asked: string;
  sites: Promise<NetworkSite[]>;
}

/** By the connection that reads. */
const kept = new WeakMap<RawDatabase, Kept>();

/** `readNetworkSites`, once for all who ask the same of the same data: the map, the tree beside it and the outlines are asked for together. */
export function sharedNetworkSites(
  { db, raw, today }: { db: ReadDb; raw: RawDatabase; today: string },
  filter: NetworkFilter,
  ratio: number,
): Promise<NetworkSite[]> {
  const version = changesBehind(raw);
  const asked = JSON.stringify([filter, ratio, today]);
  const last = kept.get(raw);
  if (last?.version === version && last.asked === asked) return last.sites;
  const sites = readNetworkSites(db, filter, ratio, today);
  kept.set(raw, { version, asked, sites });
  // What failed is asked again.
  sites.catch(() => kept.delete(raw));
  return sites;
}
