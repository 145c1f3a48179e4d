/** What a timeline draws: items with their phases and tasks, as spans of days. */
import { dayNumber } from '#shared/base/days.ts';
import type { TimeItem, TimePhase, TimePlan, TimeRecord, TimeTask } from '../../../lib/time-source.ts';

/** Both days counted, as numbers since 1970. */
export interface Span {
  start: number;
  end: number;
}

interface Base extends Span {
  id: string;
  /** The item it is, or belongs to. */
  of: TimeRecord;
  source: string;
  title: string;
  colour: string | null;
  facts: () => readonly string[];
}

export interface WholeItem extends Base {
  kind: 'item';
  item: TimeItem;
  phases: PhaseItem[];
  tasks: TaskItem[];
}

export interface PhaseItem extends Base {
  kind: 'phase';
  phase: TimePhase;
}

export interface TaskItem extends Base {
  kind: 'task';
  task: TimeTask;
  /** A due date alone. */
  milestone: boolean;
}

export type Item = WholeItem | PhaseItem | TaskItem;

/** What is over stays where it was. */
export function isLocked(item: Item): boolean {
  return item.kind === 'item' && item.item.fixed;
}

function byItem<T extends { of: TimeRecord }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const list = found.get(row.of.id);
    if (list === undefined) found.set(row.of.id, [row]);
    else list.push(row);
  }
  return found;
}

export function phaseItem(phase: TimePhase, colour: string | null): PhaseItem {
  const { id, of, source, title, facts } = phase;
  return {
    ...{ id, of, source, title, facts, colour, phase },
    kind: 'phase',
    start: dayNumber(phase.startDate),
    end: dayNumber(phase.endDate),
  };
}

export function taskItem(task: TimeTask, colour: string | null): TaskItem {
  const { id, of, source, title, facts } = task;
  return {
    ...{ id, of, source, title, facts, colour, task },
    kind: 'task',
    start: dayNumber(task.startDate ?? task.dueDate),
    end: dayNumber(task.dueDate),
    milestone: task.startDate === null,
  };
}

/** The plan as items. */
export function itemsOf({ items, phases, tasks }: Pick<TimePlan, 'items' | 'phases' | 'tasks'>): WholeItem[] {
  const [phasesOf, tasksOf] = [byItem(phases), byItem(tasks)];
  return items.map((item) => {
    const { id, source, title, colour, facts } = item;
    return {
      ...{ id, source, title, colour, facts, item },
      kind: 'item',
      of: { kind: item.kind, id },
      start: dayNumber(item.startDate),
      end: dayNumber(item.endDate),
      phases: (phasesOf.get(id) ?? []).map((phase) => phaseItem(phase, colour)),
      tasks: (tasksOf.get(id) ?? []).map((task) => taskItem(task, colour)),
    };
  });
}

/** The parts in the order in which they are listed: each phase with its tasks, then tasks without a phase; by date. */
export function partsInOrder({ phases, tasks }: Pick<WholeItem, 'phases' | 'tasks'>): (PhaseItem | TaskItem)[] {
  const byDate = <T extends Span>(list: readonly T[]): T[] =>
    [...list].sort((a, b) => a.start - b.start || a.end - b.end);
  const known = new Set(phases.map((phase) => phase.id));
  const loose = tasks.filter(({ task }) => task.phaseId === null || !known.has(task.phaseId));
  return [
    ...byDate(phases).flatMap((phase) => [phase, ...byDate(tasks.filter(({ task }) => task.phaseId === phase.id))]),
    ...byDate(loose),
  ];
}
