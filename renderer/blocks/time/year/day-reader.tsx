/** The line under the year that says in words what is drawn at the day pointed at. */
import { useMemo, type ReactNode } from 'react';
import { daysBetween } from '#shared/base/days.ts';
import { useFormat } from '../../../lib/format.ts';
import type { TimeItem } from '../../../lib/time-source.ts';
import { useWord } from '../../../lib/use-word.ts';
import { useBarLabel } from '../item-bar.tsx';
import { useSources } from '../sources.tsx';
import { useDateWords } from '../../../lib/date-words.ts';
import { LayerSign } from '../layers-menu.tsx';
import type { LayerMark } from '../layers.ts';
import classes from './year.module.css';

interface Props {
  day: string;
  /** The band under the pointer, if it is on one. */
  item: TimeItem | null;
  items: TimeItem[];
  marks: LayerMark[];
  /** Said while there is nothing to read yet. */
  hint: ReactNode;
}

/** School holidays of several zones on one day are one thing to read. */
function gathered(marks: LayerMark[]): { key: string; layer: LayerMark['layer']; text: string }[] {
  const byName = new Map<string, LayerMark[]>();
  for (const mark of marks) {
    const key = mark.layer.startsWith('school') ? `school ${mark.name}` : mark.key;
    byName.set(key, [...(byName.get(key) ?? []), mark]);
  }
  return [...byName].map(([key, same]) => {
    const places = same.flatMap((mark) => mark.place ?? []);
    return {
      key,
      layer: same[0]?.layer ?? 'days',
      text: `${same[0]?.name ?? ''}${places.length === 0 ? '' : ` (${places.join(', ')})`}`,
    };
  });
}

export function DayReader({ day, item, items, marks, hint }: Props): ReactNode {
  const format = useFormat();
  const dates = useDateWords();
  const labelOf = useBarLabel();
  const { others, days } = useMemo(() => {
    const here = marks.filter((mark) => mark.startDate <= day && mark.endDate >= day);
    // The day itself before its week, its week before its month.
    const named = here
      .filter((mark) => mark.layer === 'days')
      .sort((a, b) => daysBetween(a.startDate, a.endDate) - daysBetween(b.startDate, b.endDate));
    return {
      others: gathered(here.filter((mark) => mark.layer !== 'days')),
      days: named.map((mark) => mark.name).join(' · '),
    };
  }, [marks, day]);
  const word = useWord();
  const running = items.filter((one) => one.startDate <= day && one.endDate >= day);
  const counts = useSources()
    .map(({ id, words }) => ({ id, words, count: running.filter(({ source }) => source === id).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className={classes['reader']}>
      {item !== null ? (
        <span className={classes['strong']}>
          {item.title}, {labelOf(item)}
        </span>
      ) : (
        <>
          <span className={classes['strong']}>{dates.day(day)}</span>
          {counts.map(({ id, words, count }) => (
            <span key={id}>{word(words.running, { count, number: format.number(count) })}</span>
          ))}
          {others.map((one) => (
            <span key={one.key} className={classes['read']}>
              <LayerSign layer={one.layer} />
              {one.text}
            </span>
          ))}
          {days !== '' && (
            <span className={classes['days']}>
              <LayerSign layer="days" /> {days}
            </span>
          )}
          {hint}
        </>
      )}
    </div>
  );
}
