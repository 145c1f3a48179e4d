/** The solicitation load as numbers: sites by weeks, each cell how many things ask something of that site in that week. */

export interface Matrix {
  sites: number;
  /** The first week, counted as by `weekIndex`. */
  firstWeek: number;
  weeks: number;
  /** Site after site, week after week. */
  cells: Uint16Array;
}

/** What a cell adds up: asks with their weeks, and the places of the sites they are asked of. */
export interface Asked {
  weeks: number[];
  sites: Int32Array;
}

export function emptyMatrix(sites: number, firstWeek: number, weeks: number): Matrix {
  return { sites, firstWeek, weeks, cells: new Uint16Array(sites * weeks) };
}

/** Adds every ask to every site it is asked of; weeks outside the matrix are left out. */
export function addUp(sites: number, firstWeek: number, weeks: number, asks: Asked[]): Matrix {
  const matrix = emptyMatrix(sites, firstWeek, weeks);
  const { cells } = matrix;
  // Asks of one campaign share their sites: their weeks are added together first, so that each site is walked once.
  const bySites = new Map<Int32Array, Uint16Array>();
  for (const ask of asks) {
    const row = bySites.get(ask.sites) ?? new Uint16Array(weeks);
    bySites.set(ask.sites, row);
    for (const week of ask.weeks) {
      const at = week - firstWeek;
      if (at >= 0 && at < weeks) row[at] = (row[at] ?? 0) + 1;
    }
  }
  for (const [list, row] of bySites) {
    const busy = [...row.keys()].filter((at) => (row[at] ?? 0) > 0);
    for (const site of list) {
      const start = site * weeks;
      for (const at of busy) cells[start + at] = (cells[start + at] ?? 0) + (row[at] ?? 0);
    }
  }
  return matrix;
}

export interface SiteLoad {
  /** The heaviest week. */
  peak: number;
  /** Weeks over the threshold. */
  over: number;
  total: number;
}

/** One site's row summed up. Over means more than the threshold, not as much as it. */
export function siteLoad({ cells, weeks }: Matrix, site: number, threshold: number): SiteLoad {
  let peak = 0;
  let over = 0;
  let total = 0;
  for (let at = site * weeks; at < (site + 1) * weeks; at += 1) {
    const load = cells[at] ?? 0;
    if (load > peak) peak = load;
    if (load > threshold) over += 1;
    total += load;
  }
  return { peak, over, total };
}

export interface WeekSums {
  /** Sites over the threshold, by week. */
  over: number[];
  /** The heaviest site, by week. */
  peak: number[];
  /** Sum over sites, by week. */
  total: number[];
}

/** Some sites' rows summed up by week. Sums of disjoint groups add up to the sums of both (peaks by the greater). */
export function weekSums({ cells, weeks }: Matrix, sites: Iterable<number>, threshold: number): WeekSums {
  const sums: WeekSums = {
    over: new Array<number>(weeks).fill(0),
    peak: new Array<number>(weeks).fill(0),
    total: new Array<number>(weeks).fill(0),
  };
  for (const site of sites) {
    for (let week = 0; week < weeks; week += 1) {
      const load = cells[site * weeks + week] ?? 0;
      if (load === 0) continue;
      if (load > threshold) sums.over[week] = (sums.over[week] ?? 0) + 1;
      if (load > (sums.peak[week] ?? 0)) sums.peak[week] = load;
      sums.total[week] = (sums.total[week] ?? 0) + load;
    }
  }
  return sums;
}
