/** A table whose rows stand in a tree: folded and walked by key, each row opens what is behind it. */
import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { heard } from '../lib/keys.ts';
import { closedAtFirst, visibleRows, type Branching } from '../lib/tree.ts';
import { treeKeys } from './tree-keys.ts';
import classes from './tree-table.module.css';

interface Props<R extends Branching> {
  label: string;
  rows: readonly R[];
  /** The header of the first column, in which the tree is seen. */
  nameLabel: string;
  nameOf: (row: R) => string;
  /** The headers of the others. */
  columns: {
    label: string;
    align?: 'right';
    /** Only where there is room; its cells say `data-wide` too. */ wide?: true;
  }[];
  /** The cells after the name, as `td`. */
  cells: (row: R) => ReactNode;
  onOpen: (row: R) => void;
  /** What opens when nothing belongs to the row; rows without it do nothing. */
  opens?: (row: R) => boolean;
  /** The last line, as `tr`. */
  foot?: ReactNode;
}

export function TreeTable<R extends Branching>({
  label,
  rows,
  nameLabel,
  nameOf,
  columns,
  cells,
  onOpen,
  opens = (row) => row.id !== null,
  foot,
}: Props<R>): ReactNode {
  const { t } = useTranslation('common');
  const body = useRef<HTMLTableSectionElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string> | null>(null);
  const [active, setActive] = useState(0);
  const closed = useMemo(() => folded ?? closedAtFirst(rows), [folded, rows]);
  const shown = useMemo(() => visibleRows(rows, closed), [rows, closed]);
  const current = Math.min(active, shown.length - 1);
  const isTree = shown.some((line) => line.branch);
  const fold = (id: string, close: boolean): void => {
    const next = new Set(closed);
    if (close) next.add(id);
    else next.delete(id);
    setFolded(next);
  };
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setActive(next);
    body.current?.querySelectorAll<HTMLTableRowElement>('tr')[next]?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    const line = shown[current];
    if (line === undefined || !(event.target instanceof HTMLTableRowElement)) return;
    const { row, branch, open } = line;
    const meant = heard(treeKeys, event);
    if (meant === 'move') go(current + (event.key === 'ArrowDown' ? 1 : -1));
    else if (meant === 'ends') go(event.key === 'Home' ? 0 : shown.length - 1);
    else if (meant === 'fold' && event.key === 'ArrowLeft') {
      if (open && row.id !== null) fold(row.id, true);
      else go(shown.findIndex((one) => one.row.id !== null && one.row.id === row.parentId));
    } else if (meant === 'fold' && branch && row.id !== null) {
      if (open) go(current + 1);
      else fold(row.id, false);
    } else if (meant === 'open' && opens(row)) onOpen(row);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes['scroll']}>
      <table className={classes['tree']} role="treegrid" aria-label={label}>
        <thead>
          <tr>
            <th>{nameLabel}</th>
            {columns.map((column) => (
              <th key={column.label} data-align={column.align} data-wide={column.wide}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKey}>
          {shown.map(({ row, branch, open }, at) => (
            <tr
              key={row.id ?? 'none'}
              data-opens={opens(row) || undefined}
              aria-level={row.depth + 1}
              aria-expanded={branch ? open : undefined}
              tabIndex={at === current ? 0 : -1}
              onFocus={() => setActive(at)}
              onClick={() => opens(row) && onOpen(row)}
            >
              <td style={{ paddingLeft: 6 + row.depth * 20 }}>
                <span className={classes['name']}>
                  {branch ? (
                    <ActionIcon
                      size="sm"
                      tabIndex={-1}
                      aria-label={t(open ? 'fold' : 'unfold', { name: nameOf(row) })}
                      onClick={(event) => {
                        event.stopPropagation();
                        if (row.id !== null) fold(row.id, open);
                      }}
                    >
                      {open ? <IconChevronDown size={15} stroke={1.7} /> : <IconChevronRight size={15} stroke={1.7} />}
                    </ActionIcon>
                  ) : (
                    isTree && <span className={classes['leaf']} />
                  )}
                  <span className={classes['words']}>{nameOf(row)}</span>
                </span>
              </td>
              {cells(row)}
            </tr>
          ))}
        </tbody>
        {foot !== undefined && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}
