/** One week of the month: its days as cells, and over them items, tasks and days of awareness in lanes. */
import { useMemo, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween, weekdayOf } from '#shared/base/days.ts';
import { isoWeekOf } from '#shared/base/weeks.ts';
import { useFormat } from '../../../lib/format.ts';
import { today } from '../../../lib/today.ts';
import type { TimeItem, TimePhase, TimeTask } from '../../../lib/time-source.ts';
import { ItemBar, useBarLabel } from '../item-bar.tsx';
import { useDateWords } from '../../../lib/date-words.ts';
import { DayCard } from './day-card.tsx';
import type { Placed } from '../lanes.ts';
import type { LayerMark } from '../layers.ts';
import type { TimeViewProps } from '../view-props.ts';
import type { MonthItem, WeekLayout } from './month-layout.ts';
import classes from './month.module.css';
import { SchoolLines } from '../school-lines.tsx';
import type { Month } from '../place.ts';
import { TaskCheck } from '../task-check.tsx';

interface Props {
  layout: WeekLayout;
  /** On which day the piece of each item that is in the order of the keys begins. */
  reached: Map<string, string>;
  month: Month;
  /** In pixels. */
  height: number;
  items: TimeItem[];
  phases: TimePhase[];
  tasks: TimeTask[];
  marks: LayerMark[];
  day: string;
  open: string | null;
  /** The day whose card is open. */
  shown: string | null;
  onShow: (day: string | null) => void;
  onOpen: TimeViewProps['onOpen'];
  onNew: ((day: string) => void) | null;
  newLabel: string;
  onGrab: (event: PointerEvent, bar: TimeItem) => void;
  moving: string | null;
  readOnly: boolean;
}

const head = 23;
const laneHeight = 20;
/** Room for the lines of the school zones. */
const foot = 8;

/** How many lanes a week of that height has. */
export function roomOf(height: number): number {
  return Math.max(1, Math.floor((height - head - foot) / laneHeight));
}

export function MonthWeek({
  layout,
  reached,
  month,
  height,
  items,
  phases,
  tasks,
  marks,
  day,
  open,
  shown,
  onShow,
  onOpen,
  onNew,
  newLabel,
  onGrab,
  moving,
  readOnly,
}: Props): ReactNode {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const dates = useDateWords();
  const { monday, drawn } = layout;
  const sunday = addDays(monday, 6);
  const colours = useMemo(() => new Map(items.map((item) => [item.id, item.colour])), [items]);
  const { week } = isoWeekOf(monday);
  const now = today();
  const background = marks.filter(
    (mark) => mark.layer !== 'days' && mark.startDate <= sunday && mark.endDate >= monday,
  );
  return (
    <div className={classes['week']} role="row" style={{ height }}>
      <div className={classes['number']} role="rowheader" aria-label={t('week', { number: week })}>
        {week}
      </div>
      {Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((date) => {
        const { lanes, beyond, items: count } = layout.dayOf(date);
        const behind = background.filter((mark) => mark.startDate <= date && mark.endDate >= date);
        const holiday = behind.find((mark) => mark.layer === 'public' || mark.layer === 'local');
        const company = behind.find((mark) => mark.layer === 'company');
        return (
          <div
            key={date}
            role="gridcell"
            className={classes['day']}
            data-date={date}
            data-outside={date < month.from || date > month.to || undefined}
            data-weekend={weekdayOf(date) > 5 || undefined}
            data-public={holiday !== undefined || undefined}
            data-company={company !== undefined || undefined}
            data-today={date === now || undefined}
            aria-current={date === now ? 'date' : undefined}
            tabIndex={date === day ? 0 : -1}
            onClick={(event) => event.target === event.currentTarget && onShow(date)}
          >
            <span className="visually-hidden">
              {[
                dates.day(date),
                count === 0 ? '' : t('items', { count, number: format.number(count) }),
                ...behind.map((mark) => (mark.place === null ? mark.name : `${mark.name} (${mark.place})`)),
              ]
                .filter((part) => part !== '')
                .join(', ')}
            </span>
            <div className={classes['dayHead']}>
              <DayCard
                date={date}
                opened={shown === date}
                onShow={onShow}
                items={items}
                tasks={tasks}
                marks={marks}
                onOpen={onOpen}
                onNew={onNew}
                newLabel={newLabel}
                readOnly={readOnly}
              />
              {(holiday ?? company) !== undefined && (
                <span className={classes['holiday']} aria-hidden="true">
                  {(holiday ?? company)?.name}
                </span>
              )}
            </div>
            {drawn
              .filter((one) => one.from === date)
              .map((one) => (
                <Drawn
                  key={
                    one.item.kind === 'item'
                      ? one.item.bar.id
                      : one.item.kind === 'task'
                        ? one.item.task.id
                        : one.item.mark.key
                  }
                  one={one}
                  phases={phases}
                  colours={colours}
                  open={open}
                  reachable={one.item.kind === 'item' && reached.get(one.item.bar.id) === one.from}
                  onOpen={onOpen}
                  onGrab={onGrab}
                  moving={moving}
                  readOnly={readOnly}
                />
              ))}
            {beyond > 0 && (
              <button
                type="button"
                className={classes['more']}
                style={{ top: head + lanes * laneHeight }}
                onClick={() => onShow(date)}
              >
                {t('moreHere', { count: beyond, number: format.number(beyond) })}
              </button>
            )}
            <SchoolLines marks={behind} />
          </div>
        );
      })}
    </div>
  );
}

interface DrawnProps extends Pick<Props, 'phases' | 'open' | 'onOpen' | 'onGrab' | 'moving' | 'readOnly'> {
  one: Placed<MonthItem>;
  reachable: boolean;
  colours: Map<string, string | null>;
}

function Drawn({ one, phases, colours, open, reachable, onOpen, onGrab, moving, readOnly }: DrawnProps): ReactNode {
  const labelOf = useBarLabel();
  const { item } = one;
  const top = head + one.lane * laneHeight;
  const days = daysBetween(one.from, one.to) + 1;
  if (item.kind === 'day') {
    return (
      <span
        className={classes['awareness']}
        style={{ top, width: `calc(${days * 100}% - 8px)` }}
        data-opens={one.opens || undefined}
        title={item.mark.name}
      >
        <span className={classes['diamond']} aria-hidden="true" />
        <span className={classes['cut']}>{item.mark.name}</span>
      </span>
    );
  }
  if (item.kind === 'task') {
    const { task } = item;
    return (
      <span
        className={classes['task']}
        style={{ top, '--colour': colours.get(task.of.id) ?? 'var(--muted)' } as React.CSSProperties}
        data-done={task.doneOn !== null || undefined}
        data-late={(task.doneOn === null && task.dueDate < today()) || undefined}
      >
        <TaskCheck task={task} readOnly={readOnly} small />
        <button
          type="button"
          className={classes['taskName']}
          title={task.title}
          onClick={() => onOpen(task.of, 'plan')}
        >
          {task.title}
        </button>
      </span>
    );
  }
  const { bar } = item;
  const own = phases.filter(
    (phase) => phase.of.id === bar.id && phase.startDate <= one.to && phase.endDate >= one.from,
  );
  const first = own.find((phase) => phase.startDate <= one.from);
  const share = (from: string, to: string): number => ((daysBetween(from, to) + 1) / days) * 100;
  return (
    <ItemBar
      placed={{ ...one, item: bar }}
      days={days}
      top={top}
      label={labelOf(bar)}
      isOpen={open === bar.id || moving === bar.id}
      reachable={reachable}
      onOpen={onOpen}
      onPointerDown={(event) => onGrab(event, bar)}
      {...(first === undefined ? {} : { more: `· ${first.title}` })}
    >
      {own.map((phase) => {
        const [from, to] = [
          phase.startDate < one.from ? one.from : phase.startDate,
          phase.endDate > one.to ? one.to : phase.endDate,
        ];
        return (
          <span
            key={phase.id}
            className={classes['phase']}
            data-look={phase.look}
            style={{ left: `${(daysBetween(one.from, from) / days) * 100}%`, width: `calc(${share(from, to)}% - 2px)` }}
            title={phase.title}
            aria-hidden="true"
          />
        );
      })}
    </ItemBar>
  );
}
