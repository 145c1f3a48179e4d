/** Coverage: how many active ambassadors there are for how many there should be. One function, used everywhere. */

/**
 * The number of ambassadors a site of this headcount should have: max(1, ceil(headcount / ratio)). A missing headcount
 * gives 1, the least any site should have. `ratio` is employees per ambassador (DOMAIN.md, Coverage).
 */
export function targetOf(headcount: number | null, ratio: number): number {
  return Math.max(1, Math.ceil((headcount ?? 0) / ratio));
}

/** The same rule as SQL over a headcount column, for sums over 20,000 sites; `tests/unit/coverage` proves them equal. */
export function targetSql(headcountColumn: string, ratio: number): string {
  const whole = Math.trunc(ratio);
  return `max(1, (coalesce(${headcountColumn}, 0) + ${whole - 1}) / ${whole})`;
}
