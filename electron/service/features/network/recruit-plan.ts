/**
 * Where the next ambassadors would count most: greedy maximum coverage, evaluated lazily.
 *
 * An ambassador reaches the employees of every open site within a radius of their own (`radiusKm`), or of every site of the
 * same territory (`radiusKm` null). An employee is **uncovered** when no active ambassador reaches them. This is not DOMAIN's
 * coverage (active ambassadors over the target), which says whether there are enough of them and knows no distance; reach says
 * whether anyone is near. So a plan is told in both: each recruit's gain in employees reached, and coverage before and after.
 *
 * What is missing is said, never guessed: a site without a headcount has no known employees to reach (it may still be where a
 * recruit stands), and a site without a place is near nothing but itself.
 *
 * The employees reached by a set of recruits, beyond those reached already, is a monotone submodular function of the set. So
 * choosing at each step the site with the largest gain reaches at least 1 - 1/e (63 %) of what the best choice of as many sites
 * would (Nemhauser, Wolsey and Fisher, Mathematical Programming 14, 1978); and since a gain can only fall as the set grows, an
 * old gain is an upper bound, so few have to be computed anew (Minoux 1978; CELF: Leskovec and others, KDD 2007). The same
 * bound tells, once a plan is made, how near to the best it is for sure: what the best could still add is at most the sum of
 * the k largest gains that are left.
 */
import { boundAround, sphereGrid, takeAround, weightAround } from '../../geo/sphere-grid.ts';

export interface RecruitSite {
  lat: number | null;
  lon: number | null;
  headcount: number | null;
  active: number;
  territoryId: string | null;
  /** Its employees count, and a recruit may stand there; the ambassadors of other sites only count as reaching. */
  inScope: boolean;
}

export interface RecruitPick {
  /** Place of the site in the list that was given. */
  site: number;
  /** Employees that this recruit reaches and nobody before did. */
  gain: number;
  /** Sites of the scope, of known headcount or not, that come within reach with this recruit. */
  sites: number;
}

export interface RecruitPlan {
  picks: RecruitPick[];
  /** Employees of the scope's sites; those reached before any recruit. */
  employees: number;
  reachedBefore: number;
  /** Sites of the scope reached before any recruit. */
  sitesReachedBefore: number;
  /** No choice of as many sites reaches more new employees than the plan's divided by this: 1 is the best there is. */
  atLeast: number;
}

/** Sites that reach the same: those of one place, or of one territory. */
interface Spot {
  lat: number;
  lon: number;
  /** Near nothing but itself. */
  alone: boolean;
  sites: number[];
  /** Employees of its sites in the scope. */
  employees: number;
  sitesInScope: number;
  isReached: boolean;
  hasAmbassador: boolean;
  /** Where a recruit would stand: the largest site of the scope; -1 when none is in it. */
  best: number;
}

function spotsOf(sites: readonly RecruitSite[], radiusKm: number | null): Spot[] {
  const spots = new Map<string, Spot>();
  sites.forEach((site, at) => {
    const key =
      radiusKm === null
        ? (site.territoryId ?? `site ${at}`)
        : site.lat === null || site.lon === null
          ? `site ${at}`
          : `${site.lat} ${site.lon}`;
    let spot = spots.get(key);
    if (spot === undefined) {
      spot = {
        lat: site.lat ?? 0,
        lon: site.lon ?? 0,
        alone: radiusKm === null || site.lat === null || site.lon === null,
        sites: [],
        employees: 0,
        sitesInScope: 0,
        isReached: false,
        hasAmbassador: false,
        best: -1,
      };
      spots.set(key, spot);
    }
    spot.sites.push(at);
    spot.hasAmbassador ||= site.active > 0;
    if (!site.inScope) return;
    spot.employees += site.headcount ?? 0;
    spot.sitesInScope += 1;
    if (spot.best === -1 || (site.headcount ?? -1) > (sites[spot.best]?.headcount ?? -1)) spot.best = at;
  });
  return [...spots.values()];
}

/** What is left to reach around each spot. */
interface Field {
  /** Employees a recruit there would newly reach. */
  gain: (spot: number) => number;
  /** Never less than the gain, and quicker to have. */
  bound: (spot: number) => number;
  /** Reaches all that is within reach of it; calls `visit` with the spots that were not reached before. */
  reach: (spot: number, visit: (spot: Spot) => void) => void;
}

function fieldOf(spots: Spot[], radiusKm: number | null): Field {
  const placed = spots.flatMap((spot, at) => (spot.alone ? [] : [at]));
  const rank = new Map(placed.map((at, index) => [at, index]));
  const grid = sphereGrid(
    placed.map((at) => spots[at] as Spot),
    placed.map((at) => spots[at]?.employees ?? 0),
    radiusKm ?? 1,
  );
  const own = (at: number): number => (spots[at]?.isReached === true ? 0 : (spots[at]?.employees ?? 0));
  const mark = (spot: Spot, visit: (spot: Spot) => void): void => {
    if (spot.isReached) return;
    spot.isReached = true;
    visit(spot);
  };
  return {
    gain: (at) => {
      const index = rank.get(at);
      return index === undefined ? own(at) : weightAround(grid, index);
    },
    bound: (at) => {
      const index = rank.get(at);
      return index === undefined ? own(at) : boundAround(grid, index);
    },
    reach: (at, visit) => {
      const index = rank.get(at);
      if (index === undefined) mark(spots[at] as Spot, visit);
      else takeAround(grid, index, (point) => mark(spots[placed[point] ?? 0] as Spot, visit));
    },
  };
}

interface Candidate {
  spot: number;
  value: number;
  /** The step in which `value` was computed exactly; -1 for a bound. */
  step: number;
  headcount: number;
}

/** Larger first. Of equals the one that is only a bound, which may yet fall; then the larger site, where more colleagues are at hand; then the first. */
function isBefore(a: Candidate, b: Candidate): boolean {
  if (a.value !== b.value) return a.value > b.value;
  if (a.step !== b.step) return a.step < b.step;
  return a.headcount === b.headcount ? a.spot < b.spot : a.headcount > b.headcount;
}

function siftDown(heap: Candidate[], from: number): void {
  for (let at = from; ;) {
    let first = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      const [one, best] = [heap[child], heap[first]];
      if (one !== undefined && best !== undefined && isBefore(one, best)) first = child;
    }
    const [a, b] = [heap[at], heap[first]];
    if (first === at || a === undefined || b === undefined) return;
    heap[at] = b;
    heap[first] = a;
    at = first;
  }
}

function dropFirst(heap: Candidate[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  siftDown(heap, 0);
}

/** Gains computed between two breaths. */
const between = 250;

/**
 * Chooses up to `count` sites; fewer when nobody is left to reach. A generator, so that a caller may show how far it is and
 * stop: it yields the number of sites chosen so far. The same input gives the same plan.
 */
export function* recruitPlan(
  sites: readonly RecruitSite[],
  count: number,
  radiusKm: number | null,
): Generator<number, RecruitPlan> {
  const spots = spotsOf(sites, radiusKm);
  const field = fieldOf(spots, radiusKm);
  const plan: RecruitPlan = { picks: [], employees: 0, reachedBefore: 0, sitesReachedBefore: 0, atLeast: 1 };
  for (const spot of spots) plan.employees += spot.employees;
  for (const [at, spot] of spots.entries()) {
    if (!spot.hasAmbassador) continue;
    field.reach(at, (reached) => {
      plan.reachedBefore += reached.employees;
      plan.sitesReachedBefore += reached.sitesInScope;
    });
  }
  const heap: Candidate[] = spots.flatMap((spot, at) =>
    spot.best === -1
      ? []
      : [{ spot: at, value: field.bound(at), step: -1, headcount: sites[spot.best]?.headcount ?? -1 }],
  );
  for (let at = Math.floor(heap.length / 2); at >= 0; at -= 1) siftDown(heap, at);
  let computed = 0;
  /** Brings the first candidate up to date; true when it already was. */
  const settle = (step: number): boolean => {
    const first = heap[0];
    if (first === undefined || first.step === step) return true;
    // A bound that no longer makes it the first spares the exact sum.
    const bound = field.bound(first.spot);
    if (bound < first.value) first.value = bound;
    else {
      computed += 1;
      first.value = Math.min(first.value, field.gain(first.spot));
      first.step = step;
    }
    siftDown(heap, 0);
    return false;
  };
  while (plan.picks.length < count) {
    const step = plan.picks.length;
    while (!settle(step)) if (computed % between === 0) yield step;
    const first = heap[0];
    if (first === undefined || first.value <= 0) break;
    dropFirst(heap);
    let reached = 0;
    field.reach(first.spot, (spot) => {
      reached += spot.sitesInScope;
    });
    plan.picks.push({ site: spots[first.spot]?.best ?? -1, gain: first.value, sites: reached });
    yield step + 1;
  }
  const gained = plan.picks.reduce((total, pick) => total + pick.gain, 0);
  let left = 0;
  for (let n = 0; n < count; n += 1) {
    while (!settle(count)) if (computed % between === 0) yield plan.picks.length;
    const first = heap[0];
    if (first === undefined || first.value <= 0) break;
    left += first.value;
    dropFirst(heap);
  }
  // Greedy's own guarantee holds whatever this bound says.
  plan.atLeast = gained === 0 ? 1 : Math.max(gained / (gained + left), 1 - 1 / Math.E);
  return plan;
}

/** By site: 1 when an active ambassador reaches it. */
export function reachedSites(sites: readonly RecruitSite[], radiusKm: number | null): Uint8Array {
  const spots = spotsOf(sites, radiusKm);
  const field = fieldOf(spots, radiusKm);
  const reached = new Uint8Array(sites.length);
  for (const [at, spot] of spots.entries()) {
    if (spot.hasAmbassador) field.reach(at, (found) => found.sites.forEach((site) => (reached[site] = 1)));
  }
  return reached;
}

/** The whole plan at once. */
export function planRecruits(sites: readonly RecruitSite[], count: number, radiusKm: number | null): RecruitPlan {
  const steps = recruitPlan(sites, count, radiusKm);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
