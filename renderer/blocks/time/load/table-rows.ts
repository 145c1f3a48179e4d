/** What the tables of the load show: a page of rows, and when a row is at its heaviest. */

/** Rows of a table at a time. */
export const tablePage = 50;

/** The rows of a page; undefined while one is on the way. */
export function pageOfRows<R>(
  rowAt: (index: number) => R | undefined,
  offset: number,
  total: number,
): (R | undefined)[] {
  return Array.from({ length: Math.max(0, Math.min(tablePage, total - offset)) }, (_, index) => rowAt(offset + index));
}

/** Where the heaviest week is; the first of equals. -1 when nothing is asked. */
export function peakWeek(weeks: readonly number[], peak: number): number {
  return peak === 0 ? -1 : weeks.indexOf(peak);
}
