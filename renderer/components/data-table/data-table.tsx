/** A virtual table over a paged list: only the rows in sight exist; everything can be done from the keyboard. */
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { heard } from '../../lib/keys.ts';
import classes from './data-table.module.css';
import { HeadCell } from './head-cell.tsx';
import { tableKeys } from './keys.ts';
import { Row, type RowHandlers } from './row.tsx';
import type { Column, Selection } from './types.ts';

interface Rows<R> {
  total: number;
  rowAt: (index: number) => R | undefined;
  see: (first: number, last: number) => void;
}

interface Props<R extends { id: string }> {
  label: string;
  columns: Column<R>[];
  rows: Rows<R>;
  sort: string;
  descending: boolean;
  onSort: (sort: string, descending: boolean) => void;
  /** The open record. */
  openId: string | null;
  onOpen: (row: R) => void;
  /** Opened by the Enter key, when that is more than being opened. */
  onEnter?: (row: R) => void;
  /** Escape, when nothing is chosen and a record is open. */
  onClose?: () => void;
  /** The element that hears the keys. */
  gridRef?: RefObject<HTMLDivElement | null>;
  selection: Selection;
  /** Chooses every row that passes the filter, seen or not. */
  onSelectAll: () => void;
  selectRowLabel: (row: R) => string;
  selectAllLabel: string;
  /** Delete key on the selection. */
  onDelete?: () => void;
  /** Chooses every row between two places of the list, both counted, read or not. */
  onRange: (from: number, to: number) => void;
  /** Null gives the column its own width back. */
  onResize: (id: string, width: number | null) => void;
}

export const rowHeight = 36;
const headHeight = 36;

export function DataTable<R extends { id: string }>(props: Props<R>): ReactNode {
  const { columns, rows, selection, openId, gridRef } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: headHeight,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? 0;
  const { see } = rows;
  useEffect(() => see(first, last), [see, first, last]);

  const template = `44px minmax(${columns[0]?.width ?? 200}px, 1fr) ${columns
    .slice(1)
    .map((column) => `${column.width}px`)
    .join(' ')}`;
  const width = 44 + columns.reduce((sum, column) => sum + column.width, 0);
  const current = Math.min(active, Math.max(0, rows.total - 1));

  const toggle = (index: number, range: boolean): void => {
    if (range) {
      props.onRange(Math.min(anchor.current, index), Math.max(anchor.current, index));
      return;
    }
    const row = rows.rowAt(index);
    if (row === undefined) return;
    const next = new Set(selection.ids);
    if (!next.delete(row.id)) next.add(row.id);
    anchor.current = index;
    selection.set(next);
  };

  const move = (to: number, range: boolean): void => {
    const index = Math.max(0, Math.min(rows.total - 1, to));
    setActive(index);
    virtual.scrollToIndex(index);
    if (range) toggle(index, true);
    else anchor.current = index;
    const row = rows.rowAt(index);
    if (openId !== null && row !== undefined && !range) props.onOpen(row);
  };

  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== viewport.current) return;
    const page = Math.max(1, Math.floor((viewport.current.clientHeight - headHeight) / rowHeight) - 1);
    const row = rows.rowAt(current);
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.total - 1,
    };
    const step = steps[event.key];
    const line = heard(tableKeys, event);
    if (line === 'range' && step !== undefined) move(step, true);
    else if ((line === 'move' || line === 'page' || line === 'ends') && step !== undefined) move(step, false);
    else if (line === 'open' && row !== undefined) (props.onEnter ?? props.onOpen)(row);
    else if (line === 'choose' || line === 'range') toggle(current, line === 'range');
    else if (line === 'all') props.onSelectAll();
    else if (line === 'unchoose' && selection.ids.size > 0) selection.set(new Set());
    else if (line === 'unchoose' && openId !== null && props.onClose !== undefined) props.onClose();
    else if (line === 'remove' && selection.ids.size > 0 && props.onDelete !== undefined) props.onDelete();
    else return;
    event.preventDefault();
  };

  const onRow = (event: MouseEvent, index: number): void => {
    setActive(index);
    const row = rows.rowAt(index);
    if (row === undefined) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey) toggle(index, event.shiftKey);
    else {
      anchor.current = index;
      props.onOpen(row);
    }
  };

  const latest: RowHandlers<R> = { onRow, toggle, label: props.selectRowLabel };
  const handlers = useRef(latest);
  useEffect(() => {
    handlers.current = latest;
  });

  const allSelected = rows.total > 0 && selection.ids.size >= rows.total;
  return (
    <div
      ref={(element) => {
        viewport.current = element;
        if (gridRef !== undefined) gridRef.current = element;
      }}
      className={classes['viewport']}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={rows.total > 0 ? `row-${current}` : undefined}
      tabIndex={0}
      onKeyDown={onKey}
    >
      <div role="rowgroup" className={classes['head']} style={{ minWidth: width }}>
        <div role="row" aria-rowindex={1} className={classes['row']} style={{ gridTemplateColumns: template }}>
          <div role="columnheader" className={classes['check']}>
            <Checkbox
              size="xs"
              aria-label={props.selectAllLabel}
              checked={allSelected}
              indeterminate={!allSelected && selection.ids.size > 0}
              onChange={() => (selection.ids.size > 0 ? selection.set(new Set()) : props.onSelectAll())}
            />
          </div>
          {columns.map((column) => (
            <HeadCell
              key={column.id}
              column={column}
              sort={props.sort}
              descending={props.descending}
              onSort={props.onSort}
              onResize={props.onResize}
            />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes['body']} style={{ height: virtual.getTotalSize(), minWidth: width }}>
        {items.map((item) => {
          const row = rows.rowAt(item.index);
          return (
            <Row
              key={item.key}
              index={item.index}
              start={item.start}
              row={row}
              columns={columns}
              template={template}
              selected={row !== undefined && selection.ids.has(row.id)}
              active={item.index === current}
              open={row !== undefined && row.id === openId}
              handlers={handlers}
            />
          );
        })}
      </div>
    </div>
  );
}
