/** The head of a timeline: months, and below them ISO weeks or days; today with its flag. */
import { localeOf } from '#shared/base/locale.ts';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOfDay, dayNumber } from '#shared/base/days.ts';
import type { LayerMark } from '../layers.ts';
import type { Span } from './items.ts';
import { MarksHead } from './marks.tsx';
import { monthsBetween, weeksBetween, widthOf, xOf, type Scale } from './scale.ts';
import classes from './head.module.css';

interface Props {
  scale: Scale;
  /** The days in sight, with some around them. */
  seen: Span;
  today: string;
  marks: readonly LayerMark[];
}

/** From this width on a week shows its days, or its number with its letter. */
const widths = { days: 200, letter: 34, month: 84 };

export const Head = memo(function Head({ scale, seen, today, marks }: Props): ReactNode {
  const { t, i18n } = useTranslation('timeline');
  const locale = localeOf(i18n.language);
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat(locale, { weekday: 'narrow', day: 'numeric', timeZone: 'UTC' });
  const at = (day: number): Date => new Date(`${dateOfDay(day)}T00:00:00Z`);
  const isNow = (day: number, length: number): boolean => day <= dayNumber(today) && dayNumber(today) < day + length;
  return (
    <div className={classes['scale']} style={{ width: widthOf(scale, scale.to - scale.from + 1) }}>
      {monthsBetween(seen.start, seen.end).map((tick) => {
        const width = widthOf(scale, tick.days);
        return (
          <div key={tick.day} className={classes['month']} style={{ left: xOf(scale, tick.day), width }}>
            <span>
              {(width < widths.month ? short : month).format(at(tick.day))}{' '}
              {(tick.month === 1 || width >= 150) && <b>{tick.year}</b>}
            </span>
          </div>
        );
      })}
      {weeksBetween(seen.start, seen.end).map((tick) => (
        <div
          key={tick.day}
          className={classes['week']}
          data-now={isNow(tick.day, 7) || undefined}
          data-days={scale.week >= widths.days || undefined}
          style={{ left: xOf(scale, tick.day), width: scale.week }}
        >
          {scale.week >= widths.letter
            ? t('week', { week: tick.week })
            : scale.week >= 18 || tick.week % 2 === 1
              ? tick.week
              : ''}
        </div>
      ))}
      {scale.week >= widths.days &&
        weeksBetween(seen.start, seen.end)
          .flatMap(({ day }) => Array.from({ length: 7 }, (_, index) => day + index))
          .map((day) => (
            <div
              key={day}
              className={classes['date']}
              data-now={isNow(day, 1) || undefined}
              style={{ left: xOf(scale, day), width: widthOf(scale, 1) }}
            >
              {days.format(at(day))}
            </div>
          ))}
      <MarksHead marks={marks} scale={scale} seen={seen} />
    </div>
  );
});
