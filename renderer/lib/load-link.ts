/** The address of the solicitation load, for those who lead to it. */
import { addDays } from '#shared/base/days.ts';
import { today } from './today.ts';

/** The load shows so many weeks before the day it looks at. */
export const weeksBefore = 3;

/** The sites over the threshold in the coming weeks, from this one on. */
export function overLink(weeks: 26 | 52 | 104): string {
  return `/campaigns?view=load&on=${addDays(today(), 7 * weeksBefore)}&load.weeks=${weeks}&load.keep=over`;
}
