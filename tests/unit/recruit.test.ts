/** Where to recruit: what is reached is counted once, gains only fall, and the choice keeps the promise made in its help. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRecruits, recruitPlan, type RecruitSite } from '../../electron/service/features/network/recruit-plan.ts';
import {
  boundAround,
  distanceKm,
  sphereGrid,
  takeAround,
  weightAround,
} from '../../electron/service/geo/sphere-grid.ts';
import { holds } from '../factories/properties.ts';

/** Another way to the same distance (haversine), so that the one under test is not its own judge. */
function haversine(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)));
}

function reaches(a: RecruitSite, b: RecruitSite, radiusKm: number | null): boolean {
  if (a === b) return true;
  if (radiusKm === null) return a.territoryId !== null && a.territoryId === b.territoryId;
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return false;
  return haversine({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon }) <= radiusKm;
}

/** Employees of the scope reached by the ambassadors there are and recruits at these sites: the definition, spelled out. */
function reachedBy(sites: RecruitSite[], recruits: number[], radiusKm: number | null): number {
  const standing = sites.filter((site, at) => site.active > 0 || recruits.includes(at));
  return sites.reduce(
    (sum, site) =>
      sum + (site.inScope && standing.some((from) => reaches(from, site, radiusKm)) ? (site.headcount ?? 0) : 0),
    0,
  );
}

function subsets(from: number[], size: number): number[][] {
  if (size === 0) return [[]];
  return from.flatMap((one, at) => subsets(from.slice(at + 1), size - 1).map((rest) => [one, ...rest]));
}

// Places that meet at the antimeridian and the poles, and that fall together.
const lat = fc.constantFrom(-90, -89.5, 0, 0.4, 45, 45.3, 46, 89.7, 90);
const lon = fc.constantFrom(-180, -179.8, 0, 0.3, 2, 179.9, 180);
const placed = fc.record({ lat, lon });
const site = fc
  .tuple(
    fc.option(placed, { nil: null, freq: 8 }),
    fc.option(fc.nat(400), { nil: null, freq: 6 }),
    fc.constantFrom(0, 0, 0, 1, 3),
    fc.constantFrom('a', 'b', null),
    fc.boolean(),
  )
  .map(([place, headcount, active, territoryId, inScope]): RecruitSite => ({
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    headcount,
    active,
    territoryId,
    inScope,
  }));
const radius = fc.option(fc.constantFrom(1, 40, 60, 130, 3000, 30_000), { nil: null, freq: 4 });
const inScope = (sites: RecruitSite[]): number[] => sites.flatMap((one, at) => (one.inScope ? [at] : []));

describe('a plan', () => {
  it('counts each employee once, as the definition does', () => {
    holds(
      fc.property(
        fc.array(site, { maxLength: 25 }),
        radius,
        fc.integer({ min: 1, max: 8 }),
        (sites, radiusKm, count) => {
          const plan = planRecruits(sites, count, radiusKm);
          const chosen: number[] = [];
          let reached = reachedBy(sites, [], radiusKm);
          expect(plan.reachedBefore).toBe(reached);
          for (const pick of plan.picks) {
            chosen.push(pick.site);
            const after = reachedBy(sites, chosen, radiusKm);
            expect(pick.gain).toBe(after - reached);
            expect(pick.gain).toBeGreaterThan(0);
            expect(sites[pick.site]?.inScope).toBe(true);
            reached = after;
          }
          expect(reached).toBeLessThanOrEqual(plan.employees);
          if (plan.picks.length < count) expect(reached).toBe(plan.employees);
          expect(plan.employees).toBe(sites.reduce((sum, one) => sum + (one.inScope ? (one.headcount ?? 0) : 0), 0));
        },
      ),
      { runs: 400 },
    );
  });

  it('gains less with every recruit, and as much whatever number is asked for', () => {
    holds(
      fc.property(fc.array(site, { maxLength: 40 }), radius, (sites, radiusKm) => {
        const long = planRecruits(sites, 12, radiusKm);
        long.picks.forEach((pick, at) => {
          if (at > 0) expect(pick.gain).toBeLessThanOrEqual(long.picks[at - 1]?.gain ?? 0);
        });
        expect(planRecruits(sites, 5, radiusKm).picks).toEqual(long.picks.slice(0, 5));
      }),
      { runs: 300 },
    );
  });

  it('chooses the best site for one recruit, and at least 63 % of the best for more', () => {
    holds(
      fc.property(
        fc.array(site, { minLength: 1, maxLength: 9 }),
        radius,
        fc.integer({ min: 1, max: 4 }),
        (sites, radiusKm, count) => {
          const before = reachedBy(sites, [], radiusKm);
          const candidates = inScope(sites);
          const best = Math.max(
            0,
            ...subsets(candidates, Math.min(count, candidates.length)).map(
              (set) => reachedBy(sites, set, radiusKm) - before,
            ),
          );
          const plan = planRecruits(sites, count, radiusKm);
          const gained = plan.picks.reduce((sum, pick) => sum + pick.gain, 0);
          if (count === 1) expect(gained).toBe(best);
          expect(gained).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-9);
          // What the plan says of itself is true.
          expect(gained).toBeGreaterThanOrEqual(plan.atLeast * best - 1e-9);
        },
      ),
      { runs: 300 },
    );
  });

  it('rests on a reach that is monotone and submodular', () => {
    holds(
      fc.property(
        fc.array(site, { minLength: 3, maxLength: 12 }),
        radius,
        fc.infiniteStream(fc.nat()),
        (sites, radiusKm, numbers) => {
          const draw = (): number => numbers.next().value % sites.length;
          const small = [draw()];
          const large = [...small, draw(), draw()];
          const more = draw();
          const gain = (set: number[]): number =>
            reachedBy(sites, [...set, more], radiusKm) - reachedBy(sites, set, radiusKm);
          expect(gain(small)).toBeGreaterThanOrEqual(gain(large));
          expect(gain(large)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('can be left half way', () => {
    const sites = Array.from({ length: 3000 }, (_, at): RecruitSite => ({
      lat: 42 + (at % 60) / 7,
      lon: (at % 97) / 12,
      headcount: 1 + (at % 13),
      active: 0,
      territoryId: null,
      inScope: true,
    }));
    const steps = recruitPlan(sites, 50, 20);
    const seen = [steps.next(), steps.next(), steps.next()].map((step) => step.done);
    expect(seen).toEqual([false, false, false]);
  });

  it('takes the larger of two sites that bring as much, and says when nobody is left', () => {
    const at = (more: Partial<RecruitSite>): RecruitSite => ({
      lat: 48,
      lon: 2,
      headcount: 10,
      active: 0,
      territoryId: null,
      inScope: true,
      ...more,
    });
    expect(planRecruits([at({ headcount: 5 }), at({ headcount: 40 })], 3, 10)).toEqual({
      picks: [{ site: 1, gain: 45, sites: 2 }],
      employees: 45,
      reachedBefore: 0,
      sitesReachedBefore: 0,
      atLeast: 1,
    });
    expect(planRecruits([at({ active: 1, inScope: false }), at({})], 3, 10)).toMatchObject({
      picks: [],
      reachedBefore: 10,
      sitesReachedBefore: 1,
    });
    expect(planRecruits([at({ headcount: null, lat: null, lon: null })], 3, 10)).toMatchObject({
      picks: [],
      employees: 0,
    });
    expect(planRecruits([], 3, 10)).toMatchObject({ picks: [], employees: 0, atLeast: 1 });
  });
});

describe('the grid', () => {
  const anywhere = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  });

  it('measures as haversine does', () => {
    holds(
      fc.property(anywhere, anywhere, (a, b) => {
        expect(Math.abs(distanceKm(a, b) - haversine(a, b))).toBeLessThan(0.01);
      }),
    );
    expect(distanceKm({ lat: 48.8566, lon: 2.3522 }, { lat: 45.764, lon: 4.8357 })).toBeCloseTo(391.5, 0);
    expect(distanceKm({ lat: 0, lon: 179.9 }, { lat: 0, lon: -179.9 })).toBeCloseTo(22.24, 1);
  });

  it('finds what a look at every point finds, before and after some are taken', () => {
    const near = fc.record({
      lat: fc.double({ min: 40, max: 50, noNaN: true }),
      lon: fc.double({ min: -5, max: 5, noNaN: true }),
    });
    holds(
      fc.property(
        fc.array(fc.oneof(anywhere, near), { minLength: 1, maxLength: 300 }),
        fc.constantFrom(3, 50, 250, 900, 9000, 21_000),
        (places, radiusKm) => {
          const weights = places.map((_, at) => 1 + (at % 7));
          const grid = sphereGrid(places, weights, radiusKm);
          const taken = new Set<number>();
          const within = (at: number): number[] =>
            places.flatMap((place, other) =>
              haversine(places[at] ?? place, place) <= radiusKm && !taken.has(other) ? [other] : [],
            );
          for (const at of [0, Math.floor(places.length / 2), places.length - 1]) {
            const sum = within(at).reduce((total, other) => total + (weights[other] ?? 0), 0);
            expect(weightAround(grid, at)).toBe(sum);
            expect(boundAround(grid, at)).toBeGreaterThanOrEqual(sum);
            const expected = within(at);
            const got: number[] = [];
            takeAround(grid, at, (point) => got.push(point));
            expect(got.sort((a, b) => a - b)).toEqual(expected);
            for (const point of got) taken.add(point);
          }
        },
      ),
      { runs: 60 },
    );
  });
});
