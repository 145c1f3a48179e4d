/** What the dates of a site say on a day, beside the status that somebody chose. */
import type { siteStatuses } from '../base/common.ts';

export interface SiteDates {
  status: (typeof siteStatuses)[number];
  openedOn: string | null;
  closedOn: string | null;
}

/** The status that the dates ask for: closed from the day after `closedOn`, planned before `openedOn`, open from it; null where the status says the same or no date does. */
export function statusByDates({ status, openedOn, closedOn }: SiteDates, day: string): SiteDates['status'] | null {
  if (status === 'closed') return null;
  if (closedOn !== null && closedOn < day) return 'closed';
  if (openedOn === null) return null;
  const dated = openedOn > day ? 'planned' : 'open';
  return dated === status ? null : dated;
}
