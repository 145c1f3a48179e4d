/** When a rule falls next. */
import { addYears } from '#shared/base/days.ts';
import { occurrences, type DayRule } from '#shared/calendar/rules.ts';
import { today } from '../../../lib/today.ts';

/** At most `count` times from today on; what is going on today counts. A rule may know fewer. */
export function nextDates(rule: DayRule, count: number): { startDate: string; endDate: string }[] {
  return occurrences(rule, today(), addYears(today(), count + 4)).slice(0, count);
}
