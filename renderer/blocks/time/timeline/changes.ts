/** A change of dates while it is being made: what moves with it, what it means for the tasks that wait. */
import type { TimeTask } from '../../../lib/time-source.ts';
import type { Item, Span, TaskItem } from './items.ts';

/** Whole, or pulled at one of its ends. */
export type Grip = 'move' | 'start' | 'end';

export interface Change extends Span {
  item: Item;
  grip: Grip;
}

/** An item moved or pulled by whole days. Pulled past its other end it keeps one day. */
export function changed(item: Item, grip: Grip, days: number): Change {
  const { start, end } = item;
  if (grip === 'move') return { item, grip, start: start + days, end: end + days };
  if (grip === 'start') return { item, grip, start: Math.min(start + days, end), end };
  return { item, grip, start, end: Math.max(end + days, start) };
}

export function isChange({ item, start, end }: Change): boolean {
  return start !== item.start || end !== item.end;
}

/** Where an item is drawn during a change: itself, or carried along by the item it belongs to; what is done stays. */
export function during(change: Change | null, item: Item): Span {
  if (change === null) return item;
  if (change.item.id === item.id) return change;
  const isCarried =
    change.item.kind === 'item' &&
    change.grip === 'move' &&
    item.of.id === change.item.id &&
    item.kind !== 'item' &&
    !(item.kind === 'task' && item.task.doneOn !== null);
  const days = isCarried ? change.start - change.item.start : 0;
  return { start: item.start + days, end: item.end + days };
}

/** An item as it is drawn: where the next change of it begins, though the last one may not have been read back yet. */
export function drawn<T extends Item>(change: Change | null, item: T): T {
  const { start, end } = during(change, item);
  return start === item.start && end === item.end ? item : { ...item, start, end };
}

type Waiting = Pick<TimeTask, 'id' | 'dependsOn' | 'doneOn'>;

/** The tasks that wait for one, however far down; ends on a circular plan too. */
export function waitingFor<T extends Waiting>(tasks: readonly T[], id: string): T[] {
  const found = new Map<string, T>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const task of tasks) {
      if (task.dependsOn.includes(next) && task.id !== id && !found.has(task.id)) {
        found.set(task.id, task);
        open.push(task.id);
      }
    }
  }
  return [...found.values()];
}

/** Whether `taskId` could not wait for `beforeId` without going in a circle. */
export function wouldCircle(tasks: readonly Waiting[], taskId: string, beforeId: string): boolean {
  return taskId === beforeId || waitingFor(tasks, taskId).some((task) => task.id === beforeId);
}

/**
 * The tasks to move along when a task ends later, and one that waits for it would begin before it is over: all that wait
 * and are not done, since they move together. Else none.
 */
export function toCarryAlong(tasks: readonly TaskItem[], { item, end }: Change): TaskItem[] {
  if (item.kind !== 'task' || item.task.doneOn !== null || end <= item.end) return [];
  const isTooEarly = tasks.some(
    ({ task, start }) => task.doneOn === null && task.dependsOn.includes(item.id) && start < end,
  );
  if (!isTooEarly) return [];
  const ids = new Set(
    waitingFor(
      tasks.map(({ task }) => task),
      item.id,
    )
      .filter((task) => task.doneOn === null)
      .map((task) => task.id),
  );
  return tasks.filter(({ id }) => ids.has(id));
}
