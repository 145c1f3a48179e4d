/**
 * The network month by month. Sent once as events; `networkAt` gives any month from them, in the page for the time slider and
 * in the service for the trend, so that both tell the same.
 *
 * What is known of the past, and what is not:
 * - a person who is active counts from `joinedOn` (else `stageSince`) to `leftOn`, their last day; without the first, from the beginning
 *   (`undated` says how many);
 * - one who has paused or left counts from `joinedOn` until `stageSince` or `leftOn`, and not at all when either end is unknown;
 * - the other stages have not been active yet; each person is counted on the site where they are today;
 * - a site counts from `openedOn` (always, when unknown)  to `closedOn`, its last day; its headcount and its territory are today's, older ones are not kept.
 * The last month is today: its figures are those of the map and the tables.
 */
import { targetOf, type SiteFigures } from './coverage.ts';

export interface Timeline {
  /** Every month from the first event to today's, `2024-03`. */
  months: string[];
  /** Sites, closed ones included; each column in the same order. */
  id: string[];
  name: string[];
  lon: (number | null)[];
  lat: (number | null)[];
  /** Place in `territories`; -1 without one. */
  territory: number[];
  headcount: (number | null)[];
  target: number[];
  /** First month in which the site counts (0 when it was there before), and the first in which it no longer does (`months.length` when it is open). */
  opened: number[];
  closed: number[];
  /** Changes of the number of active ambassadors, by rising month: site, month, +n or -n. */
  people: { site: number[]; month: number[]; change: number[] };
  /** Initiatives that began, by rising month: site, month, how many. */
  initiatives: { site: number[]; month: number[]; count: number[] };
  /** Active people whose beginning is unknown. */
  undated: number;
  /** Ids. */
  territories: string[];
}

export interface NetworkMonth {
  /** By site: 1 when it counts in that month. */
  open: Uint8Array;
  active: Int32Array;
  /** Initiatives begun in the twelve months that end with this one. */
  initiatives: Int32Array;
}

export function parseTimeline(text: string): Timeline {
  return JSON.parse(text) as Timeline;
}

/** The network at the end of a month; `month` is a place in `months`. About a millisecond for 20,000 sites. */
export function networkAt(timeline: Timeline, month: number): NetworkMonth {
  const count = timeline.id.length;
  const open = new Uint8Array(count);
  const active = new Int32Array(count);
  const initiatives = new Int32Array(count);
  for (let site = 0; site < count; site += 1)
    open[site] = (timeline.opened[site] ?? 0) <= month && month < (timeline.closed[site] ?? 0) ? 1 : 0;
  const { people } = timeline;
  for (let at = 0; at < people.site.length && (people.month[at] ?? 0) <= month; at += 1) {
    const site = people.site[at] ?? 0;
    active[site] = (active[site] ?? 0) + (people.change[at] ?? 0);
  }
  for (let at = 0; at < timeline.initiatives.site.length && (timeline.initiatives.month[at] ?? 0) <= month; at += 1) {
    const site = timeline.initiatives.site[at] ?? 0;
    if ((timeline.initiatives.month[at] ?? 0) > month - 12)
      initiatives[site] = (initiatives[site] ?? 0) + (timeline.initiatives.count[at] ?? 0);
  }
  return { open, active, initiatives };
}

/** The sites that counted at the end of a month, those without a place among them. The day of their last activity is not known. */
export function sitesAt(
  timeline: Timeline,
  { open, active, initiatives }: NetworkMonth,
): (SiteFigures & { territoryId: string | null })[] {
  return timeline.id.flatMap((_, site) =>
    open[site] === 0
      ? []
      : [
          {
            lat: timeline.lat[site] ?? null,
            territoryId: timeline.territories[timeline.territory[site] ?? -1] ?? null,
            headcount: timeline.headcount[site] ?? null,
            active: active[site] ?? 0,
            target: timeline.target[site] ?? 1,
            initiatives: initiatives[site] ?? 0,
            lastActivity: null,
          },
        ],
  );
}

export interface CoverageMonth {
  month: string;
  sites: number;
  sitesCovered: number;
  active: number;
  target: number;
}

/** Coverage at the end of a month, over the sites that were open then. */
export function coverageAt(timeline: Timeline, month: number, ratio?: number): CoverageMonth {
  const { open, active } = networkAt(timeline, month);
  const sum: CoverageMonth = { month: timeline.months[month] ?? '', sites: 0, sitesCovered: 0, active: 0, target: 0 };
  for (let site = 0; site < open.length; site += 1) {
    if (open[site] === 0) continue;
    sum.sites += 1;
    sum.active += active[site] ?? 0;
    sum.sitesCovered += (active[site] ?? 0) > 0 ? 1 : 0;
    sum.target +=
      ratio === undefined ? (timeline.target[site] ?? 1) : targetOf(timeline.headcount[site] ?? null, ratio);
  }
  return sum;
}
