/** Which of the campaigns, tasks and days of a week are drawn, in which lane, and how many of each day are only counted. */
import type { Task } from '#shared/contract/campaigns.ts';
import { addDays } from '#shared/dates/days.ts';
import { inTurn, type PlanBar } from './campaign-bar.tsx';
import { lanesBetween, type Placed, type Span } from './lanes.ts';
import { isLong, type LayerMark } from './layers.ts';

export type MonthItem = Span & ({ kind: 'campaign'; bar: PlanBar } | { kind: 'task'; task: Task } | { kind: 'day'; mark: LayerMark });

export interface WeekLayout {
  monday: string;
  /** Everything of the week, drawn or not. */
  placed: Placed<MonthItem>[];
  drawn: Placed<MonthItem>[];
  /** Lanes that are drawn on a day, and how many things are not. */
  dayOf: (date: string) => { lanes: number; beyond: number; items: number };
}

/** `room` is how many lanes a week has; where a day has more, its last lane is given up to the count. */
export function weekLayout(monday: string, room: number, campaigns: PlanBar[], tasks: Task[], marks: LayerMark[]): WeekLayout {
  const { placed } = lanesBetween<MonthItem>([
    ...inTurn(campaigns).map((bars) => bars.map((bar): MonthItem => ({ kind: 'campaign', bar, startDate: bar.startDate, endDate: bar.endDate }))),
    tasks.map((task): MonthItem => ({ kind: 'task', task, startDate: task.dueDate, endDate: task.dueDate })),
    marks.filter((mark) => mark.layer === 'days' && !isLong(mark)).map((mark): MonthItem => ({ kind: 'day', mark, startDate: mark.startDate, endDate: mark.endDate })),
  ], monday, addDays(monday, 6));
  const overfull = (one: Placed<MonthItem>): boolean => placed.some((other) => other.lane >= room && other.from <= one.to && other.to >= one.from);
  const drawn = placed.filter((one) => one.lane < room - 1 || (one.lane === room - 1 && !overfull(one)));
  const seen = new Set(drawn);
  return {
    monday,
    placed,
    drawn,
    dayOf: (date) => {
      const here = placed.filter((one) => one.from <= date && one.to >= date);
      return { lanes: room - 1, beyond: here.filter((one) => !seen.has(one)).length, items: here.length };
    },
  };
}

/** The week in which each campaign is drawn first: there its bar is in the order of the keys, the others are the same again. */
export function firstDrawn(weeks: WeekLayout[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { monday, drawn } of weeks) for (const { item } of drawn) if (item.kind === 'campaign' && !first.has(item.bar.id)) first.set(item.bar.id, monday);
  return first;
}
