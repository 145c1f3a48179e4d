/** Fiscal years: twelve months from a chosen first month, called by the year in which they end. */
import { addDays, dateOf } from './days.ts';

/** The fiscal year that holds a date, called by the calendar year of its last day (of its only year when it starts in January). */
export function fiscalYearOf(date: string, startMonth: number): number {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return startMonth > 1 && month >= startMonth ? year + 1 : year;
}

/** First and last day of a fiscal year. */
export function fiscalYear(year: number, startMonth: number): { from: string; to: string } {
  const first = startMonth === 1 ? year : year - 1;
  return { from: dateOf(first, startMonth, 1), to: addDays(dateOf(first + 1, startMonth, 1), -1) };
}

/** 1 to 4: the quarter of its fiscal year that holds a date. */
export function fiscalQuarterOf(date: string, startMonth: number): number {
  return Math.floor(((Number(date.slice(5, 7)) - startMonth + 12) % 12) / 3) + 1;
}
