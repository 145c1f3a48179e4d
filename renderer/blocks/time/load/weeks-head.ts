/** The head of the heat map and the words of its weeks, from the Mondays it shows. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '#shared/base/days.ts';
import { isoWeekOf, weekIndex } from '#shared/base/weeks.ts';
import { today } from '../../../lib/today.ts';
import { useDateWords } from '../../../lib/date-words.ts';
import type { HeatHead } from './heat/scene.ts';

/** `sums`: by week how many are over, or null; `sumsLabel` says what is counted. */
export function useHead(mondays: readonly string[], sums: readonly number[] | null, sumsLabel: string): HeatHead {
  const { t } = useTranslation('load');
  const dates = useDateWords();
  return useMemo(() => {
    const months = mondays.flatMap((monday, week) => {
      const isNew = week === 0 || monday.slice(0, 7) !== mondays[week - 1]?.slice(0, 7);
      const [name, year] = [dates.monthName(monday, 'short'), monday.slice(0, 4)];
      // The year is said where it begins; where there is no room for both, it alone.
      return !isNew
        ? []
        : [
            week === 0 || monday.slice(5, 7) === '01'
              ? { week, name: `${name} ${year}`, short: year }
              : { week, name, short: name },
          ];
    });
    const at = mondays[0] === undefined ? -1 : weekIndex(today()) - weekIndex(mondays[0]);
    return {
      weeks: mondays.map((monday) => String(isoWeekOf(monday).week)),
      months,
      today: at < mondays.length ? Math.max(-1, at) : -1,
      corner: { weeks: t('weekHead'), sums: sumsLabel },
      sums,
    };
  }, [mondays, sums, sumsLabel, dates, t]);
}

/** `Semaine 12, du 15 au 21 mars 2027`. */
export function useWeekText(mondays: readonly string[]): (week: number) => string {
  const { t } = useTranslation('load');
  const dates = useDateWords();
  return (week) => {
    const monday = mondays[week];
    return monday === undefined
      ? ''
      : t('weekLong', {
          week: isoWeekOf(monday).week,
          from: dates.short(monday),
          to: dates.short(addDays(monday, 6)),
          year: addDays(monday, 6).slice(0, 4),
        });
  };
}
