/** The head of a column: orders the list, and is drawn wider or narrower by its edge or with Alt and the arrows. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { heard } from '../../lib/keys.ts';
import classes from './data-table.module.css';
import { tableKeys } from './keys.ts';
import type { Column } from './types.ts';

interface Props<R> {
  column: Column<R>;
  sort: string;
  descending: boolean;
  onSort: (sort: string, descending: boolean) => void;
  onResize: (id: string, width: number | null) => void;
}

const narrowest = 56;
const widest = 800;
const step = 16;
const bounded = (width: number): number => Math.max(narrowest, Math.min(widest, width));

export function HeadCell<R>({ column, sort, descending, onSort, onResize }: Props<R>): ReactNode {
  const sorted = column.sort !== undefined && column.sort === sort;
  const target = column.sort;
  const onKey = (event: KeyboardEvent): void => {
    if (heard(tableKeys, event) !== 'width') return;
    event.preventDefault();
    onResize(column.id, bounded(column.width + (event.key === 'ArrowRight' ? step : -step)));
  };
  const onDrag = (event: PointerEvent<HTMLSpanElement>): void => {
    const handle = event.currentTarget;
    const cell = handle.parentElement;
    if (cell === null || event.button !== 0) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    const [startX, startWidth] = [event.clientX, cell.getBoundingClientRect().width];
    let frame = 0;
    const move = (moved: globalThis.PointerEvent): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => onResize(column.id, bounded(startWidth + moved.clientX - startX)));
    };
    const end = (): void => handle.removeEventListener('pointermove', move);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', end, { once: true });
  };
  return (
    <div
      role="columnheader"
      className={classes['headCell']}
      data-align={column.align}
      aria-sort={target === undefined ? undefined : sorted ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      {target === undefined ? (
        <span className={classes['plain']}>{column.label}</span>
      ) : (
        <button
          type="button"
          className={classes['sort']}
          onClick={() => onSort(target, sorted ? !descending : false)}
          onKeyDown={onKey}
        >
          <span>{column.label}</span>
          {sorted && (descending ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
        </button>
      )}
      <span
        className={classes['edge']}
        aria-hidden="true"
        onPointerDown={onDrag}
        onDoubleClick={() => onResize(column.id, null)}
      />
    </div>
  );
}
