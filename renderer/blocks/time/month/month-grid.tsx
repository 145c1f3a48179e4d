/** The weeks of a month as a grid of days that keys go through. */
import { VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, addMonths, daysBetween, weekdayOf } from '#shared/base/days.ts';
import { mondayOf } from '#shared/base/weeks.ts';
import { useDateWords } from '../../../lib/date-words.ts';
import type { LayerMark } from '../layers.ts';
import { firstDrawn, weekLayout } from './month-layout.ts';
import { MonthWeek, roomOf } from './month-week.tsx';
import classes from './month.module.css';
import type { Month } from '../place.ts';
import type { TimePlan } from '../../../lib/time-source.ts';
import type { TimeViewProps } from '../view-props.ts';
import { useBarMove } from './use-bar-move.ts';
import { heard } from '../../../lib/keys.ts';
import { monthKeys } from '../keys.ts';

interface Props {
  label: string;
  month: Month;
  plan: TimePlan;
  marks: LayerMark[];
  /** The day that has the keys. */
  day: string;
  open: string | null;
  onOpen: TimeViewProps['onOpen'];
  onNew: ((day: string) => void) | null;
  newLabel: string;
  /** To a day of this month or of another. */
  onGo: (day: string) => void;
  readOnly: boolean;
}

/** Below that a week shows nothing useful; the month scrolls instead. */
const lowestWeek = 111;

/** What the names of the weekdays and the edges of the room take, in pixels. */
const around = 30;

/** Arrows go by days and weeks, Home and End to the ends of the week, Page keys by months. */
function nextDay(key: string, at: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(at, -1);
    case 'ArrowRight':
      return addDays(at, 1);
    case 'ArrowUp':
      return addDays(at, -7);
    case 'ArrowDown':
      return addDays(at, 7);
    case 'Home':
      return mondayOf(at);
    case 'End':
      return addDays(at, 7 - weekdayOf(at));
    case 'PageUp':
      return addMonths(at, -1);
    case 'PageDown':
      return addMonths(at, 1);
    default:
      return null;
  }
}

export function MonthGrid({
  label,
  month,
  plan,
  marks,
  day,
  open,
  onOpen,
  onNew,
  newLabel,
  onGo,
  readOnly,
}: Props): ReactNode {
  const { t } = useTranslation('calendar');
  const dates = useDateWords();
  const grid = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<string | null>(null);
  const { ref: room, height } = useElementSize();
  const move = useBarMove(plan, readOnly, onOpen);
  const first = mondayOf(month.from);
  const weeks = Array.from({ length: Math.ceil((daysBetween(first, month.to) + 1) / 7) }, (_, index) =>
    addDays(first, index * 7),
  );
  const weekHeight = Math.max(lowestWeek, Math.floor((height - around) / weeks.length));
  const layouts = weeks.map((monday) => weekLayout(monday, roomOf(weekHeight), move.items, plan.tasks, marks));
  const reached = firstDrawn(layouts);
  // When keys lead into another month, its drawing takes the focus up.
  const keysLead = useRef(false);
  const barFocused = useRef<string | null>(null);

  useEffect(() => {
    if (!keysLead.current) return;
    keysLead.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-date="${day}"]`)?.focus();
  }, [day]);
  // A bar that goes into another week is drawn in another place: the keys stay on it.
  const { moving } = move;
  useEffect(() => {
    if (moving === null || barFocused.current !== moving.id) return;
    const bar = grid.current?.querySelector<HTMLElement>(`[data-bar="${moving.id}"][tabindex="0"]`);
    if (bar !== null && bar !== undefined && document.activeElement !== bar) bar.focus();
  }, [moving, plan]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    const at = target.closest<HTMLElement>('[data-date]')?.dataset['date'];
    if (at === undefined) return;
    const bar = move.items.find((one) => one.id === target.dataset['bar']);
    if (bar !== undefined) {
      barFocused.current = bar.id;
      if (move.onKeyDown(event, plan.items.find((one) => one.id === bar.id) ?? bar)) return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || target.matches('input')) return;
    const line = heard(monthKeys, event);
    const next = line === 'open' ? null : nextDay(event.key, at);
    if (next !== null) {
      event.preventDefault();
      // Within the month at once, so that no press is lost; another month is drawn first.
      if (next >= month.from && next <= month.to)
        grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
      else keysLead.current = true;
      if (next !== day) onGo(next);
    } else if (line === 'open' && target.matches('[data-date]')) {
      event.preventDefault();
      setShown(at);
    }
  };

  return (
    <div className={classes['frame']}>
      <div className={classes['room']} ref={room}>
        <div className={classes['weekdays']} aria-hidden="true">
          <span>{t('weekShort')}</span>
          {dates.weekdays('short').map((name) => (
            <span key={name}>{name}</span>
          ))}
        </div>
        <div
          className={classes['weeks']}
          role="grid"
          aria-label={label}
          aria-describedby="month-keys"
          ref={grid}
          onKeyDown={onKeyDown}
          data-moving={move.moving === null ? undefined : true}
        >
          {height > 0 &&
            layouts.map((layout) => (
              <MonthWeek
                key={layout.monday}
                layout={layout}
                reached={reached}
                month={month}
                height={weekHeight}
                items={move.items}
                phases={move.phases}
                tasks={plan.tasks}
                marks={marks}
                day={day}
                open={open}
                shown={shown}
                onShow={setShown}
                onOpen={onOpen}
                onNew={onNew}
                newLabel={newLabel}
                onGrab={move.onPointerDown}
                moving={move.moving?.id ?? null}
                readOnly={readOnly}
              />
            ))}
        </div>
      </div>
      <VisuallyHidden id="month-keys">{t('monthKeys')}</VisuallyHidden>
      <div className={classes['said']} aria-live="polite">
        {move.said}
      </div>
    </div>
  );
}
