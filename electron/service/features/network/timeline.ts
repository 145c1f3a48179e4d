/** Reads the network's past as events; what is known of it and what is not is said in shared/network/timeline.ts. */
import { addDays } from '#shared/base/days.ts';
import { sql } from 'kysely';
import type { NetworkFilter } from '#shared/network/contract.ts';
import { targetOf } from '#shared/network/coverage.ts';
import { coverageAt, type CoverageMonth, type Timeline } from '#shared/network/timeline.ts';
import { unindexed } from '../../database/dialect.ts';
import type { AnyDb, ReadDb, Row } from '../../database/tables.ts';
import { siteConditions } from '../../domain/sites/filter.ts';
import { all } from '../../records/paging.ts';
import { indexer } from './month-columns.ts';
import { livelyStatuses } from '../../domain/network/sites.ts';

/** The trend's length, and the least that a slider can play. */
const leastMonths = 24;
/** A mistyped year must not make a slider of centuries. */
const mostMonths = 360;

const numberOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const nameOf = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** The first day out, after the last day in. */
const dayAfter = (day: string | null): string | null => (day === null ? null : addDays(day, 1));

type PersonDates = Pick<Row<'people'>, 'stage' | 'stageSince' | 'joinedOn' | 'leftOn'>;

/**
 * The days between which a person was active: `from` null when it is unknown though they are active today, `until` the first day
 * on which they were no longer, null while no such day is known. Null when they were never active, or when it cannot be known.
 */
export function activeBetween(person: PersonDates): { from: string | null; until: string | null } | null {
  if (person.stage === 'active') return { from: person.joinedOn ?? person.stageSince, until: dayAfter(person.leftOn) };
  if (person.stage !== 'paused' && person.stage !== 'alumni') return null;
  const until = person.stage === 'alumni' ? (dayAfter(person.leftOn) ?? person.stageSince) : person.stageSince;
  return person.joinedOn === null || until === null || until < person.joinedOn
    ? null
    : { from: person.joinedOn, until };
}

interface Event {
  site: number;
  month: number;
  change: number;
}

/** One event a site and month, in the order of the months. */
function gathered(events: Event[]): Event[] {
  const sums = new Map<number, Event>();
  for (const event of events) {
    const key = event.site * mostMonths + event.month;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { ...event });
    else sum.change += event.change;
  }
  return inOrder([...sums.values()].filter((event) => event.change !== 0));
}

const inOrder = (events: Event[]): Event[] => events.sort((a, b) => a.month - b.month || a.site - b.site);

/** Initiatives by site and month of beginning. */
async function readBeginnings(db: ReadDb, today: string): Promise<{ siteId: string; month: string; n: number }[]> {
  const { rows } = await sql<{
    siteId: string;
    month: string;
    n: number;
  }>`select "siteId", substr("startDate", 1, 7) as month, count(*) as n from initiatives
    where "siteId" is not null and ${unindexed('status')} in (${sql.join(livelyStatuses)}) and ${unindexed('startDate')} <= ${today} group by 1, 2`.execute(
    db,
  );
  return rows;
}

/** The network's months up to `today`, for the sites of the filter that are or were open. */
export async function readTimeline(
  db: AnyDb,
  filter: NetworkFilter,
  ratio: number,
  today: string,
  options: { withInitiatives: boolean },
): Promise<Timeline> {
  const reader = db as ReadDb;
  const sites = (
    await reader
      .selectFrom('sites')
      .select(['id', 'name', 'lat', 'lon', 'territoryId', 'headcount', 'status', 'openedOn', 'closedOn'])
      .where(all(siteConditions({ ...filter, statuses: [] }, '')))
      .orderBy('seq')
      .execute()
  ).filter(
    (site) =>
      (site.status === 'open' && (site.openedOn ?? '') <= today) ||
      (site.status === 'closed' && site.closedOn !== null),
  );
  const placeOf = new Map(sites.map((site, place) => [site.id, place]));
  const people = await reader
    .selectFrom('people')
    .select(['siteId', 'stage', 'stageSince', 'joinedOn', 'leftOn'])
    .where('stage', 'in', ['active', 'paused', 'alumni'])
    .where('siteId', 'is not', null)
    .execute();
  const begun = options.withInitiatives ? await readBeginnings(reader, today) : [];

  const last = numberOf(today);
  const spans = people.flatMap((person) => {
    const site = placeOf.get(person.siteId ?? '');
    const span = site === undefined ? null : activeBetween(person);
    if (site === undefined || span === null || (span.from ?? '') > today) return [];
    // Who leaves on a day to come is there today.
    return [{ site, from: span.from, until: span.until !== null && span.until > today ? null : span.until }];
  });
  const starts = begun.flatMap(({ siteId, month, n }) => {
    const site = placeOf.get(siteId);
    return site === undefined ? [] : [{ site, month: numberOf(month), change: n }];
  });
  let earliest = last - leastMonths + 1;
  for (const { from } of spans) if (from !== null) earliest = Math.min(earliest, numberOf(from));
  for (const { month } of starts) earliest = Math.min(earliest, month);
  const first = Math.max(earliest, last - mostMonths + 1);
  // What lies before the first month was there before; what is active today began by today, whatever its date says.
  const within = (month: number): number => Math.min(Math.max(month, first), last) - first;

  const changes = gathered(
    spans.flatMap(({ site, from, until }): Event[] => [
      { site, month: from === null ? 0 : within(numberOf(from)), change: 1 },
      ...(until === null ? [] : [{ site, month: within(numberOf(until)), change: -1 }]),
    ]),
  );
  const initiatives = inOrder(
    starts.filter(({ month }) => month >= first).map((start) => ({ ...start, month: start.month - first })),
  );
  const length = last - first + 1;
  const territories = indexer();
  const territory = sites.map((site) => territories.at(site.territoryId));
  return {
    months: Array.from({ length }, (_, at) => nameOf(first + at)),
    id: sites.map((site) => site.id),
    name: sites.map((site) => site.name),
    lon: sites.map((site) => site.lon),
    lat: sites.map((site) => site.lat),
    territory,
    headcount: sites.map((site) => site.headcount),
    target: sites.map((site) => targetOf(site.headcount, ratio)),
    opened: sites.map((site) => (site.openedOn === null ? 0 : within(numberOf(site.openedOn)))),
    closed: sites.map((site) =>
      site.closedOn === null || (site.status === 'open' && site.closedOn >= today)
        ? length
        : within(numberOf(addDays(site.closedOn, 1))),
    ),
    people: {
      site: changes.map((event) => event.site),
      month: changes.map((event) => event.month),
      change: changes.map((event) => event.change),
    },
    initiatives: {
      site: initiatives.map((event) => event.site),
      month: initiatives.map((event) => event.month),
      count: initiatives.map((event) => event.change),
    },
    undated: spans.filter((span) => span.from === null).length,
    territories: territories.list,
  };
}

/** Coverage at the end of each of the last `months`, today being the last; fewer when the network is younger. */
export function trendOf(timeline: Timeline, months: number): CoverageMonth[] {
  const from = Math.max(0, timeline.months.length - months);
  return timeline.months.slice(from).map((_, at) => coverageAt(timeline, from + at));
}
