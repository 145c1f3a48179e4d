/** What comes along when the dates of a campaign change. */
import { daysBetween } from '#shared/base/days.ts';

interface Dates {
  startDate: string;
  endDate: string;
}

/**
 * By how many days the phases and open tasks of a campaign move with its dates. Pulled at one edge alone, a campaign grows
 * or shrinks and what is inside stays (0); when both edges change, it moves by as much as the start.
 */
export function partsMove(before: Dates, after: Dates): number {
  return after.endDate === before.endDate ? 0 : daysBetween(before.startDate, after.startDate);
}
