/** The day of this machine, which every screen speaks of. */
import { localDate } from '#shared/base/days.ts';

/** The local calendar date, `2026-12-31`. */
export function today(): string {
  return localDate(new Date());
}
