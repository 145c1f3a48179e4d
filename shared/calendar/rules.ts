/** How a day that comes back every year finds its date: as data, so that users can change it. */
import { z } from 'zod';
import { dateSchema } from '../base/common.ts';
import { addDays, dateOf, daysInMonth, weekdayOf } from '../base/days.ts';
import { easterOf } from './easter.ts';
import { mondayOf } from '../base/weeks.ts';

const month = z.number().int().min(1).max(12);
const day = z.number().int().min(1).max(31);
const weekday = z.number().int().min(1).max(7);
/** How many days it lasts, the first counted. */
const length = z.number().int().min(1).max(92).default(1);

export const dayRuleSchema = z.discriminatedUnion('kind', [
  /** The same date every year. 29 February is kept on the 28th where there is none. */
  z.object({ kind: z.literal('fixed'), month, day, length }),
  /** The nth weekday of a month; -1 is the last. */
  z.object({
    kind: z.literal('weekday'),
    month,
    weekday,
    nth: z.union([z.number().int().min(1).max(5), z.literal(-1)]),
    length,
  }),
  /** The first such weekday on or after a date. */
  z.object({ kind: z.literal('onOrAfter'), month, day, weekday, length }),
  /** The week, from Monday, that holds a date. */
  z.object({ kind: z.literal('weekOf'), month, day, length: length.default(7) }),
  /** So many days after Easter Sunday (before, when negative). */
  z.object({ kind: z.literal('easter'), offset: z.number().int().min(-60).max(120), length }),
  /** Dates given year by year; a year without one has none. */
  z.object({ kind: z.literal('dates'), dates: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)).max(200), length }),
]);
export type DayRule = z.output<typeof dayRuleSchema>;

/** A leap year, in which every month has all the days that it can have. */
const leapYear = 2028;

/** Whether a rule names only days that exist: no 31 April, no 30 February (29 February does, in some years). */
export function hasRealDays(rule: DayRule): boolean {
  if (rule.kind === 'dates') return rule.dates.every((date) => dateSchema.safeParse(date).success);
  return !('day' in rule) || rule.day <= daysInMonth(leapYear, rule.month);
}

/** A rule as it may be written today; `dayRuleSchema` also reads what was kept before days were looked at. */
export const newDayRuleSchema = dayRuleSchema.superRefine((rule, context) => {
  if (!hasRealDays(rule))
    context.addIssue({ code: 'custom', path: [rule.kind === 'dates' ? 'dates' : 'day'], params: { rule: 'date' } });
});

function nthWeekday(year: number, inMonth: number, onWeekday: number, nth: number): string | null {
  if (nth === -1) {
    const last = dateOf(year, inMonth, daysInMonth(year, inMonth));
    return addDays(last, -((weekdayOf(last) - onWeekday + 7) % 7));
  }
  const first = dateOf(year, inMonth, 1);
  const date = addDays(first, ((onWeekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
  return Number(date.slice(5, 7)) === inMonth ? date : null;
}

function clamped(year: number, inMonth: number, onDay: number): string {
  return dateOf(year, inMonth, Math.min(onDay, daysInMonth(year, inMonth)));
}

/** The first days of the rule in a year, in order: none (a fifth Monday), one, or as many as dates were given for it. */
export function startsInYear(rule: DayRule, year: number): string[] {
  if (rule.kind === 'dates') return [...new Set(rule.dates)].filter((date) => Number(date.slice(0, 4)) === year).sort();
  const start = oneStart(rule, year);
  return start === null ? [] : [start];
}

function oneStart(rule: Exclude<DayRule, { kind: 'dates' }>, year: number): string | null {
  switch (rule.kind) {
    case 'fixed':
      return clamped(year, rule.month, rule.day);
    case 'weekday':
      return nthWeekday(year, rule.month, rule.weekday, rule.nth);
    case 'onOrAfter': {
      const from = clamped(year, rule.month, rule.day);
      return addDays(from, (rule.weekday - weekdayOf(from) + 7) % 7);
    }
    case 'weekOf':
      return mondayOf(clamped(year, rule.month, rule.day));
    case 'easter':
      return addDays(easterOf(year), rule.offset);
  }
}

/** Every time the rule falls between two days, even in part, in order. */
export function occurrences(rule: DayRule, from: string, to: string): { startDate: string; endDate: string }[] {
  const found: { startDate: string; endDate: string }[] = [];
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)) + 1; year += 1) {
    for (const startDate of startsInYear(rule, year)) {
      const endDate = addDays(startDate, rule.length - 1);
      if (startDate <= to && endDate >= from) found.push({ startDate, endDate });
    }
  }
  return found;
}
