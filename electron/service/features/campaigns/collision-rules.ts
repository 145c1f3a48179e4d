/** Which sites a planned campaign would bring over the threshold, and which dates would not. Pure. */
import type { Matrix } from '../../domain/load/matrix.ts';

export interface Planned {
  /** Places of the sites it would ask. */
  sites: Int32Array;
  /** How many things it asks by week, counted as by `weekIndex`. */
  weight: Map<number, number>;
}

export interface SiteCollision {
  site: number;
  weeks: { week: number; before: number; load: number }[];
}

/** Every site that has a week over the threshold in which the plan asks something of it; the worst first, then by place. `base` is the load without it. */
export function collisionsOf(base: Matrix, planned: Planned, threshold: number, shift = 0): SiteCollision[] {
  const weeks = weeksAsked(base, planned, shift);
  const found: SiteCollision[] = [];
  for (const site of planned.sites) {
    const over = weeks.flatMap(({ at, more }) => {
      const before = base.cells[site * base.weeks + at] ?? 0;
      return before + more > threshold ? [{ week: base.firstWeek + at, before, load: before + more }] : [];
    });
    if (over.length > 0) found.push({ site, weeks: over });
  }
  const worst = (one: SiteCollision): number => Math.max(...one.weeks.map((week) => week.load));
  return found.sort((a, b) => worst(b) - worst(a) || b.weeks.length - a.weeks.length || a.site - b.site);
}

/** How many sites would go over if the plan began so many weeks later. */
export function countCollisions(base: Matrix, planned: Planned, threshold: number, shift: number): number {
  const weeks = weeksAsked(base, planned, shift);
  let count = 0;
  for (const site of planned.sites)
    if (weeks.some(({ at, more }) => (base.cells[site * base.weeks + at] ?? 0) + more > threshold)) count += 1;
  return count;
}

function weeksAsked(base: Matrix, planned: Planned, shift: number): { at: number; more: number }[] {
  return [...planned.weight]
    .map(([week, more]) => ({ at: week + shift - base.firstWeek, more }))
    .filter(({ at }) => at >= 0 && at < base.weeks);
}

export interface Proposal {
  /** Weeks later; negative is earlier. */
  shift: number;
  over: number;
}

/**
 * The nearest moves, at most `reach` weeks either way and `earliest` at the soonest, that bring nobody over; when there is
 * none, the nearest of those that bring the fewest over. At most `most`, none when staying is as good.
 */
export function proposals(
  base: Matrix,
  planned: Planned,
  threshold: number,
  { reach, earliest, most }: { reach: number; earliest: number; most: number },
): Proposal[] {
  const here = countCollisions(base, planned, threshold, 0);
  if (here === 0) return [];
  const tried: Proposal[] = [];
  for (let distance = 1; distance <= reach; distance += 1) {
    for (const shift of [distance, -distance]) {
      if (shift < earliest) continue;
      tried.push({ shift, over: countCollisions(base, planned, threshold, shift) });
    }
    if (tried.filter((one) => one.over === 0).length >= most) break;
  }
  const least = Math.min(...tried.map((one) => one.over));
  return least >= here ? [] : tried.filter((one) => one.over === least).slice(0, most);
}
