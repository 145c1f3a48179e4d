/** What lies behind the bars of a timeline: weekends, holidays, months, today. */
import type { ReactNode } from 'react';
import { dayNumber } from '#shared/base/days.ts';
import type { LayerMark } from '../layers.ts';
import type { Span } from './items.ts';
import { MarksGround } from './marks.tsx';
import { monthsBetween, xOf, type Scale } from './scale.ts';
import classes from './timeline.module.css';

/** From this width of a week on, its weekend is shaded. */
const weekendsFrom = 84;

export function Ground({
  scale,
  seen,
  today,
  inset,
  width,
  marks,
}: {
  scale: Scale;
  seen: Span;
  today: string;
  inset: number;
  width: number;
  marks: readonly LayerMark[];
}): ReactNode {
  const now = dayNumber(today);
  return (
    <div className={classes['ground']} aria-hidden="true" style={{ left: inset, width }}>
      {scale.week >= weekendsFrom && (
        <div className={classes['weekends']} style={{ backgroundSize: `${scale.week}px 100%` }} />
      )}
      <MarksGround marks={marks} scale={scale} seen={seen} />
      {monthsBetween(seen.start, seen.end).map(({ day }) => (
        <div key={day} className={classes['monthLine']} style={{ left: xOf(scale, day) }} />
      ))}
      {now >= scale.from && now <= scale.to && (
        <div className={classes['todayLine']} style={{ left: xOf(scale, now + 0.5) }} />
      )}
    </div>
  );
}
