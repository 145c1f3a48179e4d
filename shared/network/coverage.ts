/** Coverage, and what is summed with it, by one set of functions: the map, the tables, the dashboard, reports and slides all use these. */

/**
 * The number of ambassadors a site of this headcount should have: max(1, ceil(headcount / ratio)). A missing headcount
 * gives 1, the least any site should have. `ratio` is employees per ambassador.
 */
export function targetOf(headcount: number | null, ratio: number): number {
  return Math.max(1, Math.ceil((headcount ?? 0) / ratio));
}

/** What one open site brings to a sum. */
export interface SiteFigures {
  lat: number | null;
  /** Null where unknown: counted apart, never as zero. */
  headcount: number | null;
  /** People of the stage `active` on the site. */
  active: number;
  target: number;
  /** Initiatives under way or done that belong to the period. */
  initiatives: number;
  /** Calendar date of the last initiative; null when there was none. */
  lastActivity: string | null;
}

export interface Figures {
  /** Open sites. */
  sites: number;
  sitesWithoutPlace: number;
  /** Employees of the sites whose headcount is known. */
  headcount: number;
  sitesWithoutHeadcount: number;
  active: number;
  target: number;
  /** Sites with at least one active ambassador. */
  sitesCovered: number;
  /** Sites with as many active ambassadors as their target. */
  sitesAtTarget: number;
  initiatives: number;
  /** Those on sites whose headcount is known: only they can be set against employees. */
  initiativesOfCounted: number;
  lastActivity: string | null;
}

export function noFigures(): Figures {
  return {
    sites: 0,
    sitesWithoutPlace: 0,
    headcount: 0,
    sitesWithoutHeadcount: 0,
    active: 0,
    target: 0,
    sitesCovered: 0,
    sitesAtTarget: 0,
    initiatives: 0,
    initiativesOfCounted: 0,
    lastActivity: null,
  };
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

/** Adds a site to a sum, in place. */
export function addSite(sum: Figures, site: SiteFigures): void {
  sum.sites += 1;
  sum.sitesWithoutPlace += site.lat === null ? 1 : 0;
  sum.headcount += site.headcount ?? 0;
  sum.sitesWithoutHeadcount += site.headcount === null ? 1 : 0;
  sum.active += site.active;
  sum.target += site.target;
  sum.sitesCovered += site.active > 0 ? 1 : 0;
  sum.sitesAtTarget += site.active >= site.target ? 1 : 0;
  sum.initiatives += site.initiatives;
  sum.initiativesOfCounted += site.headcount === null ? 0 : site.initiatives;
  sum.lastActivity = later(sum.lastActivity, site.lastActivity);
}

/** Adds a sum to another, in place: a territory is the sum of its sites, so its parent is the sum of its territories. */
export function addFigures(sum: Figures, more: Figures): void {
  sum.sites += more.sites;
  sum.sitesWithoutPlace += more.sitesWithoutPlace;
  sum.headcount += more.headcount;
  sum.sitesWithoutHeadcount += more.sitesWithoutHeadcount;
  sum.active += more.active;
  sum.target += more.target;
  sum.sitesCovered += more.sitesCovered;
  sum.sitesAtTarget += more.sitesAtTarget;
  sum.initiatives += more.initiatives;
  sum.initiativesOfCounted += more.initiativesOfCounted;
  sum.lastActivity = later(sum.lastActivity, more.lastActivity);
}

export function sumFigures(sites: readonly SiteFigures[]): Figures {
  const sum = noFigures();
  for (const site of sites) addSite(sum, site);
  return sum;
}

/** Active ambassadors over the target, 1 being full coverage (it may be more); null where there is no site. Never an average of shares. */
export function coverageShare({ active, target }: Pick<Figures, 'active' | 'target'>): number | null {
  return target === 0 ? null : active / target;
}

/** Initiatives for a hundred employees; null where no headcount is known. For a sum, give it `initiativesOfCounted`. */
export function per100Employees(initiatives: number, headcount: number | null): number | null {
  return headcount === null || headcount === 0 ? null : (100 * initiatives) / headcount;
}
