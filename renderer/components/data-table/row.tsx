/** One row of a table, drawn anew only when something of its own changes: scrolling costs the rows that come, no others. */
import { Skeleton } from '@mantine/core';
import { memo, type MouseEvent, type ReactNode, type RefObject } from 'react';
import classes from './data-table.module.css';
import type { Column } from './types.ts';

export interface RowHandlers<R> {
  onRow: (event: MouseEvent, index: number) => void;
  toggle: (index: number, range: boolean) => void;
  label: (row: R) => string;
}

interface Props<R> {
  index: number;
  start: number;
  row: R | undefined;
  columns: Column<R>[];
  template: string;
  selected: boolean;
  active: boolean;
  open: boolean;
  /** Held in a ref: the functions are new at every drawing of the table, and no row needs to know. */
  handlers: RefObject<RowHandlers<R>>;
}

function TableRow<R>({ index, start, row, columns, template, selected, active, open, handlers }: Props<R>): ReactNode {
  return (
    // Keys reach a row through the grid, which holds the focus and names the row as its active descendant.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`row-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes['row']}
      data-active={active || undefined}
      data-open={open || undefined}
      data-selected={selected || undefined}
      style={{
        gridTemplateColumns: template,
        transform: `translateY(${start}px)`,
        position: 'absolute',
        top: 0,
        left: 0,
        right: 0,
      }}
      onClick={(event) => handlers.current.onRow(event, index)}
    >
      <div role="gridcell" className={classes['check']}>
        {row !== undefined && (
          <input
            type="checkbox"
            className={classes['box']}
            tabIndex={-1}
            aria-label={handlers.current.label(row)}
            checked={selected}
            onChange={() => undefined}
            onClick={(event) => {
              event.stopPropagation();
              handlers.current.toggle(index, event.shiftKey);
            }}
          />
        )}
      </div>
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes['cell']} data-align={column.align}>
          {row === undefined ? <Skeleton height={10} width="60%" /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

export const Row = memo(TableRow) as typeof TableRow;
