/** The drawing of the year: a row a month, a column a weekday, so that weekends stand under one another. */
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, addMonths, daysBetween, weekdayOf } from '#shared/base/days.ts';
import { useFormat } from '../../../lib/format.ts';
import { today } from '../../../lib/today.ts';
import type { TimeItem } from '../../../lib/time-source.ts';
import { inTurn, ItemBar, useBarLabel } from '../item-bar.tsx';
import { useDateWords } from '../../../lib/date-words.ts';
import { DayReader } from './day-reader.tsx';
import { lanesBetween, type Lanes } from '../lanes.ts';
import type { LayerMark } from '../layers.ts';
import { monthOf, type Month } from '../place.ts';
import classes from './year.module.css';
import { SchoolLines } from '../school-lines.tsx';
import { heard } from '../../../lib/keys.ts';
import { yearKeys } from '../keys.ts';

interface Props {
  label: string;
  months: Month[];
  items: TimeItem[];
  marks: LayerMark[];
  /** The day that has the keys. */
  day: string;
  /** The item in the panel. */
  open: string | null;
  onOpen: (item: TimeItem) => void;
  /** Begins something on a day; null when nothing may be written. */
  onNew: ((day: string) => void) | null;
  onMonth: (day: string) => void;
  /** Says where to begin, in a year that holds nothing; else null. */
  beginHint: ReactNode;
}

/** More bands than that in a month are counted beside its name, where the month opens. */
const maximumLanes = 5;
const laneHeight = 16;
const numbers = 15;
/** Room under the bands: days of awareness, then a line for each school zone. */
const foot = 15;

export function YearGrid({
  label,
  months,
  items,
  marks,
  day,
  open,
  onOpen,
  onNew,
  onMonth,
  beginHint,
}: Props): ReactNode {
  const dates = useDateWords();
  const grid = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<{ day: string; bar: string | null } | null>(null);
  const first = months[0]?.from ?? day;
  const last = months[11]?.to ?? day;
  const [focused, setFocused] = useState(day);
  const current = focused >= first && focused <= last ? focused : day;
  const focus = (next: string): void => {
    const inYear = next < first ? first : next > last ? last : next;
    setFocused(inYear);
    grid.current?.querySelector<HTMLElement>(`[data-date="${inYear}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-date]')?.dataset['date'];
    if (at === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const onBar = (event.target as HTMLElement).dataset['bar'] !== undefined;
    const line = heard(yearKeys, event);
    const target = line === 'begin' ? null : nextDay(event.key, at);
    if (target !== null) {
      event.preventDefault();
      focus(target);
    } else if (line === 'begin' && !onBar && onNew !== null) {
      event.preventDefault();
      onNew(at);
    }
  };
  // On a low window the day looked at may lie below: it is brought in sight, once for each year.
  useEffect(() => grid.current?.querySelector(`[data-date="${day}"]`)?.scrollIntoView({ block: 'nearest' }), [day]);
  const { rows, reached } = useMemo(() => {
    const laid = months.map((month) => ({ month, layout: lanesBetween(inTurn(items), month.from, month.to) }));
    const whereFirst = new Map<string, string>();
    for (const { month, layout } of laid)
      for (const { item, lane } of layout.placed)
        if (lane < maximumLanes && !whereFirst.has(item.id)) whereFirst.set(item.id, month.key);
    return { rows: laid, reached: whereFirst };
  }, [months, items]);
  const weekdays = dates.weekdays('narrow');
  return (
    <>
      <div className={classes['scroll']}>
        <div className={classes['weekdays']} aria-hidden="true">
          <span />
          {Array.from({ length: 37 }, (_, column) => (
            <span key={column} data-weekend={column % 7 > 4 || undefined}>
              {weekdays[column % 7]}
            </span>
          ))}
        </div>
        <div
          className={classes['year']}
          role="grid"
          aria-label={label}
          ref={grid}
          onKeyDown={onKeyDown}
          onPointerLeave={() => setPointed(null)}
        >
          {rows.map(({ month, layout }) => (
            <MonthRow
              key={month.key}
              month={month}
              layout={layout}
              reached={reached}
              marks={marks}
              current={current}
              open={open}
              onOpen={onOpen}
              onNew={onNew}
              onMonth={onMonth}
              onPoint={setPointed}
              onFocusDay={setFocused}
            />
          ))}
        </div>
      </div>
      <DayReader
        day={pointed?.day ?? current}
        item={items.find((bar) => bar.id === pointed?.bar) ?? null}
        items={items}
        marks={marks}
        hint={beginHint}
      />
    </>
  );
}

/** Left and right go by days, up and down by months; Home and End to the ends of the month. */
function nextDay(key: string, at: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(at, -1);
    case 'ArrowRight':
      return addDays(at, 1);
    case 'ArrowUp':
      return addMonths(at, -1);
    case 'ArrowDown':
      return addMonths(at, 1);
    case 'Home':
      return monthOf(at).from;
    case 'End':
      return monthOf(at).to;
    default:
      return null;
  }
}

interface RowProps extends Pick<Props, 'marks' | 'open' | 'onOpen' | 'onNew' | 'onMonth'> {
  month: Month;
  layout: Lanes<TimeItem>;
  /** In which month each item is in the order of the keys: the first in which it is drawn. */
  reached: Map<string, string>;
  current: string;
  onPoint: (at: { day: string; bar: string | null }) => void;
  onFocusDay: (day: string) => void;
}

/** Drawn again only when something of it changed: pointing at a day must not draw the year. */
const MonthRow = memo(function MonthRow({
  month,
  layout: { placed, lanes },
  reached,
  marks,
  current,
  open,
  onOpen,
  onNew,
  onMonth,
  onPoint,
  onFocusDay,
}: RowProps): ReactNode {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const dates = useDateWords();
  const labelOf = useBarLabel();
  const inMonth = useMemo(
    () => marks.filter((mark) => mark.startDate <= month.to && mark.endDate >= month.from),
    [marks, month.from, month.to],
  );
  const hidden = placed.filter((one) => one.lane >= maximumLanes).length;
  const days = Array.from({ length: daysBetween(month.from, month.to) + 1 }, (_, index) => addDays(month.from, index));
  const offset = weekdayOf(month.from) - 1;
  const now = today();
  return (
    <div
      className={classes['month']}
      role="row"
      style={{ minHeight: numbers + Math.max(1, Math.min(lanes, maximumLanes)) * laneHeight + foot }}
    >
      <div className={classes['name']} role="rowheader">
        <button type="button" className={classes['monthButton']} onClick={() => onMonth(month.from)}>
          <span>{dates.monthName(month.from)}</span>
          {month.key.endsWith('-01') && <span className={classes['monthYear']}>{month.key.slice(0, 4)}</span>}
        </button>
        {hidden > 0 && (
          <button type="button" className={classes['hidden']} onClick={() => onMonth(month.from)}>
            {t('more', { count: hidden, number: format.number(hidden) })}
          </button>
        )}
      </div>
      {days.map((date, index) => {
        const here = inMonth.filter((mark) => mark.startDate <= date && mark.endDate >= date);
        const layers = new Set(here.map((mark) => mark.layer));
        return (
          <div
            key={date}
            role="gridcell"
            className={classes['day']}
            style={{ gridColumn: offset + index + 2 }}
            data-date={date}
            data-weekend={weekdayOf(date) > 5 || undefined}
            data-public={layers.has('public') || undefined}
            data-local={layers.has('local') || undefined}
            data-company={layers.has('company') || undefined}
            data-anchor={index === 0 || weekdayOf(date) === 1 || undefined}
            data-today={date === now || undefined}
            data-new={onNew !== null || undefined}
            aria-current={date === now ? 'date' : undefined}
            tabIndex={date === current ? 0 : -1}
            onFocus={() => onFocusDay(date)}
            onPointerEnter={() => onPoint({ day: date, bar: null })}
            onClick={() => onNew?.(date)}
          >
            <span className="visually-hidden">
              {[
                dates.day(date),
                ...here.map((mark) => (mark.place === null ? mark.name : `${mark.name} (${mark.place})`)),
              ].join(', ')}
            </span>
            <span className={classes['number']} aria-hidden="true">
              {index + 1}
            </span>
            {placed
              .filter((one) => one.from === date && one.lane < maximumLanes)
              .map((one) => (
                <ItemBar
                  key={one.item.id}
                  placed={one}
                  days={daysBetween(one.from, one.to) + 1}
                  top={numbers + one.lane * laneHeight}
                  label={labelOf(one.item)}
                  isOpen={open === one.item.id}
                  reachable={reached.get(one.item.id) === month.key}
                  onOpen={onOpen}
                  onHover={(bar) => onPoint({ day: date, bar })}
                />
              ))}
            <Marks marks={here} date={date} />
          </div>
        );
      })}
    </div>
  );
});

/** What lies under the bands of one day. */
function Marks({ marks, date }: { marks: LayerMark[]; date: string }): ReactNode {
  const awareness = marks.filter((mark) => mark.layer === 'days');
  return (
    <>
      {awareness.some((mark) => mark.startDate === date) && <span className={classes['diamond']} aria-hidden="true" />}
      {awareness.some((mark) => mark.startDate !== mark.endDate) && (
        <span className={classes['stretch']} aria-hidden="true" />
      )}
      <SchoolLines marks={marks} />
    </>
  );
}
