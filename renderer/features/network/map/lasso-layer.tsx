/** A sheet over the map on which an outline is drawn by hand; letting go chooses the sites within. */
import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from './lasso.ts';
import classes from './map.module.css';
import { heard } from '../../../lib/keys.ts';
import { mapKeys } from '../keys.ts';

interface Props {
  onDrawn: (outline: Point[], add: boolean) => void;
  onCancel: () => void;
}

/** Pixels between two corners. */
const least = 4;

export function LassoLayer({ onDrawn, onCancel }: Props): ReactNode {
  const { t } = useTranslation('network');
  const [outline, setOutline] = useState<Point[]>([]);
  const drawing = useRef(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (heard(mapKeys, event) === 'giveUp') onCancel();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onCancel]);
  const point = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  return (
    <svg
      className={classes['lasso']}
      role="img"
      aria-label={t('lassoHelp')}
      onPointerDown={(event) => {
        drawing.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        setOutline([point(event)]);
      }}
      onPointerMove={(event) => {
        if (!drawing.current) return;
        const next = point(event);
        setOutline((current) => {
          const last = current[current.length - 1];
          return last !== undefined && Math.hypot(next.x - last.x, next.y - last.y) < least
            ? current
            : [...current, next];
        });
      }}
      onPointerUp={(event) => {
        drawing.current = false;
        onDrawn(outline, event.shiftKey || event.ctrlKey || event.metaKey);
      }}
    >
      {outline.length > 1 && <path d={`M${outline.map(({ x, y }) => `${x} ${y}`).join('L')}Z`} />}
    </svg>
  );
}
