/** Moving an item by days, with the pointer or with keys: seen at once, written once, undone by its toast. */
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween } from '#shared/base/days.ts';
import { offerUndo } from '../../../lib/write.ts';
import { showError } from '../../../lib/toasts.ts';
import { useDateWords } from '../../../lib/date-words.ts';
import type { Days, TimeItem, TimePhase, TimePlan } from '../../../lib/time-source.ts';
import { useEditsOf } from '../sources.tsx';
import { heard } from '../../../lib/keys.ts';
import { monthKeys } from '../keys.ts';

/** What is being moved: how far, and from which first day. */
interface Moving {
  id: string;
  from: string;
  days: number;
  /** The plan it was let go over: until another is read, it stays where it was put. Null while it is held. */
  over: TimeItem[] | null;
}

export interface BarMove {
  /** The items as they would be, the moved one at its new place. */
  items: TimeItem[];
  /** Its phases go with it. */
  phases: TimePhase[];
  moving: Moving | null;
  /** What is said of the move while it goes on; empty when none does. */
  said: string;
  onPointerDown: (event: PointerEvent, bar: TimeItem) => void;
  /** Shift with the arrows; true when the key meant a move. */
  onKeyDown: (event: KeyboardEvent, bar: TimeItem) => boolean;
}

/** A click trembles by less than this, in pixels. */
const threshold = 5;
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The day drawn under a point of the window; a bar lies in the cell of its first day, and does not count. */
function dayAt(x: number, y: number): string | null {
  return (
    document
      .elementsFromPoint(x, y)
      .find(
        (element): element is HTMLElement =>
          element instanceof HTMLElement && element.matches('[role="gridcell"][data-date]'),
      )?.dataset['date'] ?? null
  );
}

/** Listens to the window, before anything on the page does; the answer stops it. */
function listening(handlers: { [K in keyof WindowEventMap]?: (event: WindowEventMap[K]) => unknown }): () => void {
  const entries = Object.entries(handlers) as [string, (event: Event) => void][];
  for (const [name, handler] of entries) window.addEventListener(name, handler, true);
  return () => {
    for (const [name, handler] of entries) window.removeEventListener(name, handler, true);
  };
}

/** Escape gives a move up, and closes nothing else. */
function onEscape(event: globalThis.KeyboardEvent, giveUp: () => void): void {
  if (heard(monthKeys, event) !== 'giveUp') return;
  event.stopPropagation();
  giveUp();
}

export function useBarMove(
  { items: list, phases: inPlan }: Pick<TimePlan, 'items' | 'phases'>,
  readOnly: boolean,
  onOpen: (item: TimeItem) => void,
): BarMove {
  const { t } = useTranslation('calendar');
  const dates = useDateWords();
  const [moving, setMoving] = useState<Moving | null>(null);
  const latest = useRef<Moving | null>(null);
  const stop = useRef<() => void>(() => undefined);
  const set = (next: Moving | null): void => {
    latest.current = next;
    setMoving(next);
  };
  const editsOf = useEditsOf();
  const move = useMutation({
    mutationFn: ({ item, startDate }: { item: TimeItem; startDate: string }) =>
      editsOf(item.source).moveItem(item.id, { startDate }),
    onSuccess: (_, { item, startDate }) => {
      editsOf(item.source).moved?.(item.id, () => onOpen(item));
      const endDate = addDays(startDate, daysBetween(item.startDate, item.endDate));
      void offerUndo(t('moved', { name: item.title, from: dates.short(startDate), to: dates.short(endDate) }));
    },
  });
  const commit = (): void => {
    const asked = latest.current;
    if (asked === null) return;
    set(asked.days === 0 ? null : { ...asked, over: list });
    const item = list.find((one) => one.id === asked.id);
    if (asked.days === 0 || item === undefined) return;
    move.mutate(
      { item, startDate: addDays(asked.from, asked.days) },
      {
        onError: (error) => {
          set(null);
          showError(error);
        },
      },
    );
  };
  useEffect(() => () => stop.current(), []);
  const held = moving !== null && (moving.over === null || moving.over === list) ? moving : null;
  const { items, phases } = useMemo(() => {
    if (held === null || !list.some((bar) => bar.id === held.id && bar.startDate === held.from))
      return { items: list, phases: inPlan };
    const shifted = <S extends Days>(span: S): S => ({
      ...span,
      startDate: addDays(span.startDate, held.days),
      endDate: addDays(span.endDate, held.days),
    });
    return {
      items: list.map((bar) => (bar.id === held.id ? shifted(bar) : bar)),
      phases: inPlan.map((phase) => (phase.of.id === held.id ? shifted(phase) : phase)),
    };
  }, [list, inPlan, held]);

  const onPointerDown = (event: PointerEvent, bar: TimeItem): void => {
    const grabbed = dayAt(event.clientX, event.clientY);
    if (readOnly || event.button !== 0 || grabbed === null || move.isPending) return;
    const [x, y] = [event.clientX, event.clientY];
    let begun = false;
    const end = (keep: boolean): void => {
      stop.current();
      if (!begun) return;
      // The click that follows a drag is no click.
      const swallow = (click: MouseEvent): void => click.stopPropagation();
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      if (keep) commit();
      else set(null);
    };
    stop.current = listening({
      pointermove: (next) => {
        begun ||= Math.hypot(next.clientX - x, next.clientY - y) > threshold;
        const day = begun ? dayAt(next.clientX, next.clientY) : null;
        if (day !== null && latest.current?.days !== daysBetween(grabbed, day))
          set({ id: bar.id, from: bar.startDate, days: daysBetween(grabbed, day), over: null });
      },
      pointerup: () => end(true),
      pointercancel: () => end(false),
      keydown: (key) => onEscape(key, () => end(false)),
    });
  };

  const onKeyDown = (event: KeyboardEvent, bar: TimeItem): boolean => {
    const days = steps[event.key];
    if (readOnly || days === undefined || heard(monthKeys, event) !== 'carry') return false;
    event.preventDefault();
    if (move.isPending) return true;
    // Several presses while Shift is held are one move, written when Shift is let go.
    const before = latest.current?.over === null && latest.current.id === bar.id ? latest.current : null;
    set(
      before === null ? { id: bar.id, from: bar.startDate, days, over: null } : { ...before, days: before.days + days },
    );
    if (before !== null) return true;
    const end = (keep: boolean): void => {
      stop.current();
      if (keep) commit();
      else set(null);
    };
    stop.current = listening({
      keyup: (key) => key.key === 'Shift' && end(true),
      keydown: (key) => onEscape(key, () => end(false)),
      // The window's own: a bar that is drawn in another week loses the focus too.
      blur: (blurred) => blurred.target === window && end(true),
    });
    return true;
  };

  const moved = moving?.over === null ? items.find((bar) => bar.id === moving.id) : undefined;
  const said =
    moved === undefined
      ? ''
      : t('moving', { name: moved.title, from: dates.short(moved.startDate), to: dates.short(moved.endDate) });
  return { items, phases, moving: held, said, onPointerDown, onKeyDown };
}
