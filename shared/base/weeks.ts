/** ISO 8601 weeks: Monday to Sunday; week 1 holds the year's first Thursday, so that some years have 53. */
import { addDays, dateOf, dateOfDay, dayNumber, weekdayOf } from './days.ts';

export interface IsoWeek {
  /** The year the week belongs to: 2027-01-01 is in week 53 of 2026. */
  year: number;
  /** 1 to 53. */
  week: number;
}

/** The Monday of the week that holds a date. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

/** The ISO week that holds a date. */
export function isoWeekOf(date: string): IsoWeek {
  const thursday = addDays(mondayOf(date), 3);
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor((dayNumber(thursday) - dayNumber(dateOf(year, 1, 1))) / 7) + 1 };
}

/** `2026-W53`, which sorts as the weeks follow one another. */
export function weekKey(date: string): string {
  const { year, week } = isoWeekOf(date);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of an ISO week. */
export function weekStart({ year, week }: IsoWeek): string {
  return addDays(mondayOf(dateOf(year, 1, 4)), (week - 1) * 7);
}

/** 52 or 53. */
export function weeksInYear(year: number): number {
  return isoWeekOf(dateOf(year, 12, 28)).week;
}

/** Counts weeks without gaps over all years: 0 is the week of Monday 5 January 1970. What loads are added up by. */
export function weekIndex(date: string): number {
  return Math.floor((dayNumber(date) - 4) / 7);
}

/** The Monday of a week counted so. */
export function mondayOfIndex(index: number): string {
  return dateOfDay(index * 7 + 4);
}
