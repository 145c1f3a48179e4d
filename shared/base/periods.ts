/** Periods of the calendar: the year that a person means, as its first and last day. Dates are local calendar dates, `2026-12-31`. */

export const periodPresets = ['all', 'thisYear', 'lastYear', 'lastTwelveMonths', 'fiscalYear', 'custom'] as const;
export type PeriodPreset = (typeof periodPresets)[number];

/** First and last day, both counted; null leaves that end open. */
export interface Period {
  from: string | null;
  to: string | null;
}

const two = (value: number): string => String(value).padStart(2, '0');
const text = (date: Date): string =>
  `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
const parts = (date: string): [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
];

/** The first and last day of the year that ends in `year`, when years begin in `startMonth` (1: the calendar year itself). */
export function yearPeriod(year: number, startMonth: number): { from: string; to: string } {
  if (startMonth === 1) return { from: `${year}-01-01`, to: `${year}-12-31` };
  return { from: `${year - 1}-${two(startMonth)}-01`, to: text(new Date(Date.UTC(year, startMonth - 1, 0))) };
}

/** The period that a preset means on the day `today`; `custom` and `all` are open at both ends. */
export function periodOf(preset: PeriodPreset, today: string, fiscalYearStartMonth: number): Period {
  const [year, month, day] = parts(today);
  switch (preset) {
    case 'thisYear':
      return yearPeriod(year, 1);
    case 'lastYear':
      return yearPeriod(year - 1, 1);
    case 'lastTwelveMonths': {
      // The day after the same day last year: 29 February falls back to 1 March, as the calendar does.
      return { from: text(new Date(Date.UTC(year - 1, month - 1, day + 1))), to: today };
    }
    case 'fiscalYear':
      return yearPeriod(
        fiscalYearStartMonth > 1 && month >= fiscalYearStartMonth ? year + 1 : year,
        fiscalYearStartMonth,
      );
    default:
      return { from: null, to: null };
  }
}

/** The `count` months that end with the month of `day`, `2026-01` and so on. */
export function monthsUntil(day: string, count: number): string[] {
  const [year, month] = parts(day);
  return Array.from({ length: count }, (_, at) => text(new Date(Date.UTC(year, month - count + at, 1))).slice(0, 7));
}

/** The day that lies `days` before `day`. */
export function daysBefore(day: string, days: number): string {
  const [year, month, date] = parts(day);
  return text(new Date(Date.UTC(year, month - 1, date - days)));
}
