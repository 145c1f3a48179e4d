/** The bar below a pointer that rests: what it is can be read where its name is cut. */
import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import { cellKeyOf } from './use-drag.ts';

export interface Hover {
  key: string;
  x: number;
  y: number;
}

/** How long the pointer rests, in milliseconds. */
const rest = 450;

export function useHover(): { hover: Hover | null; onPointerMove: (event: PointerEvent) => void; leave: () => void } {
  const [hover, setHover] = useState<Hover | null>(null);
  const timer = useRef(0);
  const leave = useCallback(() => {
    clearTimeout(timer.current);
    setHover(null);
  }, []);
  useEffect(() => leave, [leave]);
  const onPointerMove = useCallback((event: PointerEvent) => {
    const key = cellKeyOf(event.target);
    const [x, y] = [event.clientX, event.clientY];
    clearTimeout(timer.current);
    setHover((current) => (current?.key === key ? current : null));
    if (key !== null && event.buttons === 0)
      timer.current = window.setTimeout(
        () => setHover((current) => (current?.key === key ? current : { key, x, y })),
        rest,
      );
  }, []);
  return useMemo(() => ({ hover, onPointerMove, leave }), [hover, onPointerMove, leave]);
}
