/** Scrolling over time: where one looks, what is kept in place when the scale changes, and more time when one nears an end. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { dayNumber } from '#shared/base/days.ts';
import type { Span } from './items.ts';
import { scaleAround, widened, xOf, type Scale } from './scale.ts';

/** How near to an end one may scroll before more is read, and how many weeks more. */
const near = 240;
const more = 26;
const [earliest, furthest] = [dayNumber('1950-01-01'), dayNumber('2150-01-01')];
/** What is in sight is told in steps of so many pixels, so that scrolling seldom draws. */
const step = 800;

export interface TimeScroll {
  viewport: RefObject<HTMLDivElement | null>;
  /** The days in sight, with some around them. */
  seen: Span;
  onScroll: () => void;
  /** Brings a day to a third from the left, wherever it is. */
  show: (day: number) => void;
  /** Scrolls just as far as is needed to see a span, or its start when it is long. */
  into: (start: number, end: number) => void;
  /** The day below the pointer (or in the middle) stays there at the next scale. */
  hold: (clientX?: number) => void;
}

/** `inset`: pixels before the drawing. `around`: the day that is shown first. */
export function useTimeScroll(
  scale: Scale,
  onScale: (scale: Scale) => void,
  inset: number,
  around: number,
  onSight?: (days: Span) => void,
): TimeScroll {
  const viewport = useRef<HTMLDivElement>(null);
  const held = useRef<{ day: number; x: number } | null>(null);
  const drawn = useRef<Scale | null>(null);
  const [at, setAt] = useState({ first: 0, last: 0 });

  useLayoutEffect(() => {
    const frame = viewport.current;
    const before = drawn.current;
    if (frame === null) return;
    if (before === null) frame.scrollTo({ left: xOf(scale, around) - (frame.clientWidth - inset) / 3 });
    else if (held.current !== null) frame.scrollTo({ left: xOf(scale, held.current.day) - held.current.x });
    else if (before.from !== scale.from) frame.scrollTo({ left: frame.scrollLeft + xOf(scale, before.from) });
    held.current = null;
    drawn.current = scale;
  }, [scale, inset, around]);

  const onScroll = useCallback(() => {
    const frame = viewport.current;
    if (frame === null) return;
    const room = frame.clientWidth - inset;
    onSight?.({
      start: scale.from + Math.floor((frame.scrollLeft * 7) / scale.week),
      end: scale.from + Math.ceil(((frame.scrollLeft + room) * 7) / scale.week) - 1,
    });
    const first = Math.floor(frame.scrollLeft / step) * step;
    const last = Math.ceil((frame.scrollLeft + frame.clientWidth) / step) * step;
    setAt((current) => (current.first === first && current.last === last ? current : { first, last }));
    if (frame.scrollLeft < near && scale.from > earliest) onScale(widened(scale, more, 0));
    else if (frame.scrollLeft + frame.clientWidth > frame.scrollWidth - near && scale.to < furthest)
      onScale(widened(scale, 0, more));
  }, [scale, onScale, onSight, inset]);
  useEffect(() => {
    const frame = viewport.current;
    if (frame === null) return undefined;
    const watch = new ResizeObserver(onScroll);
    watch.observe(frame);
    for (const child of frame.children) watch.observe(child);
    return () => watch.disconnect();
  }, [onScroll]);

  const seen = useMemo(
    () => ({
      start: Math.max(scale.from, scale.from + Math.floor(((at.first - step) * 7) / scale.week)),
      end: Math.min(scale.to, scale.from + Math.ceil(((at.last + step) * 7) / scale.week)),
    }),
    [at, scale],
  );

  const show = useCallback(
    (day: number) => {
      const frame = viewport.current;
      if (frame === null) return;
      const x = (frame.clientWidth - inset) / 3;
      if (day >= scale.from && day <= scale.to) frame.scrollTo({ left: xOf(scale, day) - x });
      else {
        held.current = { day, x };
        onScale(scaleAround(day, scale.week));
      }
    },
    [scale, onScale, inset],
  );
  const into = useCallback(
    (start: number, end: number) => {
      const frame = viewport.current;
      if (frame === null) return;
      const [left, right] = [xOf(scale, start), xOf(scale, end + 1)];
      const room = frame.clientWidth - inset;
      if (left >= frame.scrollLeft && right <= frame.scrollLeft + room) return;
      const isStartShown = right - left > room - 48 || left < frame.scrollLeft;
      frame.scrollTo({ left: isStartShown ? left - 24 : right - room + 24 });
    },
    [scale, inset],
  );
  const hold = useCallback(
    (clientX?: number) => {
      const frame = viewport.current;
      if (frame === null) return;
      const x =
        clientX === undefined
          ? (frame.clientWidth - inset) / 2
          : Math.max(0, clientX - frame.getBoundingClientRect().left - inset);
      held.current = { day: scale.from + ((x + frame.scrollLeft) * 7) / scale.week, x };
    },
    [scale, inset],
  );

  return { viewport, seen, onScroll, show, into, hold };
}

/** Ctrl and the wheel, or two fingers on a touch pad. Heard without `passive`, or the whole window would zoom. */
export function useZoomWheel(
  viewport: RefObject<HTMLDivElement | null>,
  zoom: (factor: number, clientX: number) => void,
): void {
  const latest = useRef(zoom);
  // Before the next turn of the wheel, which may come as soon as this one is drawn.
  useLayoutEffect(() => {
    latest.current = zoom;
  });
  useEffect(() => {
    const frame = viewport.current;
    if (frame === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      latest.current(Math.exp(-Math.max(-100, Math.min(100, event.deltaY)) / 350), event.clientX);
    };
    frame.addEventListener('wheel', onWheel, { passive: false });
    return () => frame.removeEventListener('wheel', onWheel);
  }, [viewport]);
}
