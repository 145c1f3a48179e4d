/** Sets the day for what a test calls, so that a bound can be tried on its very day; only `Date` stands still. */
import { vi } from 'vitest';

/** Noon of that day, local time; `vi.useRealTimers()` lets the clock go on. */
export function setToday(day: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T12:00:00`) });
}
