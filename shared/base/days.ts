/** Calendar dates (`2026-12-31`) as plain numbers of days, so that no time zone and no summer time can move them. */

const dayLength = 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');

/** The calendar date of a moment where this machine stands, `2026-12-31`. */
export function localDate(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Days from 1 January 1970 (0) to a date; 29 February exists in leap years only. The date must be a valid one. */
export function dayNumber(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / dayLength;
}

/** The date of a day number; the inverse of `dayNumber`. */
export function dateOfDay(day: number): string {
  const at = new Date(day * dayLength);
  return `${String(at.getUTCFullYear()).padStart(4, '0')}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}

/** The date so many days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The date of a year, month (1 to 12, others carry over) and day; day 0 is the last of the month before. */
export function dateOf(year: number, month: number, day: number): string {
  return dateOfDay(Date.UTC(year, month - 1, day) / dayLength);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(date: string): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Whether the year has a 29 February (Gregorian rule). */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The same day so many months later (earlier when negative); the last of a month that has no such day. */
export function addMonths(date: string, months: number): string {
  const start = dateOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)) + months, 1);
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  return dateOf(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)));
}

/** The same day so many years later; 29 February becomes 28 February in a year without it. */
export function addYears(date: string, years: number): string {
  return addMonths(date, years * 12);
}

/** Whether two spans of days, ends counted, have a day in common. */
export function overlaps(
  a: { startDate: string; endDate: string },
  b: { startDate: string; endDate: string },
): boolean {
  return a.startDate <= b.endDate && b.startDate <= a.endDate;
}
