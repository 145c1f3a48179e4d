/** Which of the items, tasks and days of a week are drawn, in which lane, and how many of each day are only counted. */
import { addDays } from '#shared/base/days.ts';
import type { Days, TimeItem, TimeTask } from '../../../lib/time-source.ts';
import { inTurn } from '../item-bar.tsx';
import { lanesBetween, type Placed } from '../lanes.ts';
import { isLong, type LayerMark } from '../layers.ts';

export type MonthItem = Days &
  ({ kind: 'item'; bar: TimeItem } | { kind: 'task'; task: TimeTask } | { kind: 'day'; mark: LayerMark });

export interface WeekLayout {
  monday: string;
  drawn: Placed<MonthItem>[];
  /** Lanes that are drawn on a day, and how many things are not. */
  dayOf: (date: string) => { lanes: number; beyond: number; items: number };
}

/** `room` is how many lanes a week has; where a day has more, its last lane is given up to the count. */
export function weekLayout(
  monday: string,
  room: number,
  items: TimeItem[],
  tasks: TimeTask[],
  marks: LayerMark[],
): WeekLayout {
  const { placed } = lanesBetween<MonthItem>(
    [
      ...inTurn(items).map((bars) =>
        bars.map((bar): MonthItem => ({ kind: 'item', bar, startDate: bar.startDate, endDate: bar.endDate })),
      ),
      tasks.map((task): MonthItem => ({ kind: 'task', task, startDate: task.dueDate, endDate: task.dueDate })),
      marks
        .filter((mark) => mark.layer === 'days' && !isLong(mark))
        .map((mark): MonthItem => ({ kind: 'day', mark, startDate: mark.startDate, endDate: mark.endDate })),
    ],
    monday,
    addDays(monday, 6),
  );
  const touching = (date: string, list: Placed<MonthItem>[]): Placed<MonthItem>[] =>
    list.filter((one) => one.from <= date && one.to >= date);
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const overfull = new Set(days.filter((date) => touching(date, placed).some((one) => one.lane >= room)));
  // In the last lane a piece is drawn on those of its days that do not need the lane for their count.
  const cut = (one: Placed<MonthItem>): Placed<MonthItem>[] => {
    const pieces: Placed<MonthItem>[] = [];
    for (const date of days.filter((day) => day >= one.from && day <= one.to && !overfull.has(day))) {
      const last = pieces[pieces.length - 1];
      if (last !== undefined && addDays(last.to, 1) === date) last.to = date;
      else pieces.push({ ...one, from: date, to: date });
    }
    return pieces.map((piece) => ({
      ...piece,
      opens: one.opens && piece.from === one.from,
      closes: one.closes && piece.to === one.to,
    }));
  };
  const drawn = placed.flatMap((one) => (one.lane < room - 1 ? [one] : one.lane === room - 1 ? cut(one) : []));
  return {
    monday,
    drawn,
    dayOf: (date) => {
      const all = touching(date, placed).length;
      return { lanes: room - 1, beyond: all - touching(date, drawn).length, items: all };
    },
  };
}

/** The day on which each item is drawn first: that piece of its bar is in the order of the keys, the others are the same again. */
export function firstDrawn(weeks: WeekLayout[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { drawn } of weeks)
    for (const { item, from } of drawn)
      if (item.kind === 'item' && !first.has(item.bar.id)) first.set(item.bar.id, from);
  return first;
}
