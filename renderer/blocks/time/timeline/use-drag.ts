/** The pointer on a timeline: moves a bar, pulls it at an end, draws a line from one task to another. Escape gives up. */
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type PointerEvent as ReactPointerEvent,
  type RefObject,
} from 'react';
import { AppError } from '#shared/base/result.ts';
import { showError } from '../../../lib/toasts.ts';
import { changed, drawn, wouldCircle, type Grip } from './changes.ts';
import { isLocked, type TaskItem } from './items.ts';
import type { Cell } from './rows.ts';
import { wholeDays, type Scale } from './scale.ts';
import type { ChangeState } from './use-change.ts';
import { heard } from '../../../lib/keys.ts';
import { timelineKeys } from '../keys.ts';

/** A line being drawn, from the end of a task to the pointer. */
export interface DrawnLink {
  from: Cell;
  /** Below the pointer, when it is a task of the same item. */
  target: string | null;
  refused: boolean;
  /** Of the pointer, in pixels of the drawing. */
  x: number;
  y: number;
}

interface Options {
  viewport: RefObject<HTMLElement | null>;
  /** Of the drawing in the viewport: what stands before it and above it. */
  inset: { left: number; top: number };
  scale: Scale;
  cellOf: (key: string) => Cell | undefined;
  tasksOf: (itemId: string) => TaskItem[];
  state: ChangeState;
  readOnly: boolean;
  onLink: (task: TaskItem, before: TaskItem) => void;
}

export interface Drag {
  onPointerDown: (event: ReactPointerEvent) => void;
  /** Whether the click that now comes only ends a drag. */
  swallowsClick: () => boolean;
  link: DrawnLink | null;
  /** A bar is held. */
  holding: boolean;
  /** Moved beside the pointer while a bar is held. */
  hint: RefObject<HTMLDivElement | null>;
}

const threshold = 4;
const edge = 36;

export const cellKeyOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? null) : null;

export function useDrag(options: Options): Drag {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const [link, setLink] = useState<DrawnLink | null>(null);
  const [holding, setHolding] = useState(false);
  const hint = useRef<HTMLDivElement>(null);
  const dragged = useRef(false);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = useCallback((event: ReactPointerEvent) => {
    const { viewport, readOnly, cellOf } = latest.current;
    const frame = viewport.current;
    const cell = cellOf(cellKeyOf(event.target) ?? '');
    if (frame === null || cell === undefined || readOnly || event.button !== 0 || event.ctrlKey) return;
    const grip = (event.target as Element).closest<HTMLElement>('[data-grip]')?.dataset['grip'] ?? 'move';
    if (grip === 'none' || (isLocked(cell.item) && grip !== 'link')) return;
    const item = drawn(latest.current.state.change, cell.item);
    const start = { x: event.clientX, y: event.clientY, scroll: frame.scrollLeft };
    const at = { x: start.x, y: start.y };
    let begun = false;
    let days = 0;
    let scrolling = 0;

    const placeHint = (): void => {
      if (hint.current !== null)
        hint.current.style.transform = `translate(${Math.min(at.x + 14, window.innerWidth - hint.current.offsetWidth - 8)}px, ${Math.min(at.y + 18, window.innerHeight - hint.current.offsetHeight - 8)}px)`;
    };
    const drawLink = (): void => {
      const { inset, tasksOf } = latest.current;
      const box = frame.getBoundingClientRect();
      const below = cellOf(cellKeyOf(document.elementFromPoint(at.x, at.y)) ?? '');
      const target =
        below !== undefined &&
        below.item.kind === 'task' &&
        below.item.of.id === cell.item.of.id &&
        below.item.id !== cell.item.id
          ? below
          : null;
      setLink({
        from: cell,
        target: target?.key ?? null,
        refused:
          target !== null &&
          wouldCircle(
            tasksOf(cell.item.of.id).map(({ task }) => task),
            target.item.id,
            cell.item.id,
          ),
        x: at.x - box.left + frame.scrollLeft - inset.left,
        y: at.y - box.top + frame.scrollTop - inset.top,
      });
    };
    const follow = (): void => {
      if (grip === 'link') {
        drawLink();
        return;
      }
      placeHint();
      const next = wholeDays(latest.current.scale, at.x - start.x + frame.scrollLeft - start.scroll);
      if (next === days) return;
      days = next;
      latest.current.state.preview(changed(item, grip as Grip, days));
    };
    // Near an edge the drawing comes along.
    const scroll = (): void => {
      const box = frame.getBoundingClientRect();
      const way = at.x > box.right - edge ? 12 : at.x < box.left + latest.current.inset.left + edge ? -12 : 0;
      if (way !== 0) {
        frame.scrollLeft += way;
        follow();
      }
      scrolling = requestAnimationFrame(scroll);
    };
    const move = (moved: PointerEvent): void => {
      [at.x, at.y] = [moved.clientX, moved.clientY];
      if (!begun) {
        if (Math.hypot(at.x - start.x, at.y - start.y) < threshold) return;
        begun = true;
        dragged.current = true;
        frame.setPointerCapture(event.pointerId);
        if (grip !== 'link') {
          setHolding(true);
          latest.current.state.preview(changed(item, grip as Grip, 0));
          scrolling = requestAnimationFrame(scroll);
        }
      }
      follow();
    };
    const end = (): void => {
      cancelAnimationFrame(scrolling);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', giveUp);
      window.removeEventListener('keydown', key, true);
      stop.current = null;
      setHolding(false);
      setLink(null);
    };
    // The click of a release comes right after it.
    const released = (): void => {
      setTimeout(() => {
        dragged.current = false;
      });
    };
    const drop = (): void => {
      end();
      released();
      if (!begun) return;
      if (grip !== 'link') {
        latest.current.state.commit();
        return;
      }
      const { tasksOf, onLink } = latest.current;
      const target = cellOf(cellKeyOf(document.elementFromPoint(at.x, at.y)) ?? '')?.item;
      if (
        target?.kind !== 'task' ||
        cell.item.kind !== 'task' ||
        target.of.id !== cell.item.of.id ||
        target.id === cell.item.id
      )
        return;
      if (
        wouldCircle(
          tasksOf(target.of.id).map(({ task }) => task),
          target.id,
          cell.item.id,
        )
      )
        showError(new AppError('task_cycle', {}));
      else if (!target.task.dependsOn.includes(cell.item.id)) onLink(target, cell.item);
    };
    const giveUp = (): void => {
      end();
      window.addEventListener('pointerup', released, { once: true });
      if (begun && grip !== 'link') latest.current.state.giveUp();
    };
    const key = (pressed: KeyboardEvent): void => {
      if (heard(timelineKeys, pressed) !== 'giveUp') return;
      pressed.preventDefault();
      pressed.stopPropagation();
      giveUp();
    };
    stop.current?.();
    stop.current = giveUp;
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', giveUp);
    window.addEventListener('keydown', key, true);
  }, []);

  return { onPointerDown, swallowsClick: useCallback(() => dragged.current, []), link, holding, hint };
}
