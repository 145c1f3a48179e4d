/** The lines from tasks to those that wait for them, and the one being drawn. */
import type { ReactNode } from 'react';
import { during, type Change } from './changes.ts';
import type { TaskItem } from './items.ts';
import { linkPoints, roundedPath } from './links.ts';
import { partHeight, type Cell, type Row } from './rows.ts';
import { xOf, type Scale } from './scale.ts';
import classes from './links-layer.module.css';
import type { DrawnLink } from './use-drag.ts';

export interface Link {
  task: TaskItem;
  before: TaskItem;
}

interface Props {
  rows: readonly Row[];
  /** Only lines that touch rows between these heights are drawn. */
  seen: { top: number; bottom: number };
  scale: Scale;
  change: Change | null;
  width: number;
  height: number;
  drawn: DrawnLink | null;
  label: (link: Link) => string;
  onLink?: (link: Link, x: number, y: number) => void;
}

const pointHalf = 8;

/** Where a line leaves a task, or reaches it. */
function endX(scale: Scale, item: TaskItem, change: Change | null, side: 'start' | 'end'): number {
  const at = during(change, item);
  if (!item.milestone || at.start !== at.end) return xOf(scale, side === 'start' ? at.start : at.end + 1);
  return xOf(scale, at.start + 0.5) + (side === 'start' ? -pointHalf : pointHalf);
}

export function LinksLayer({ rows, seen, scale, change, width, height, drawn, label, onLink }: Props): ReactNode {
  // An item opened in two lanes has its tasks, and its lines, twice.
  const places = new Map<string, { item: TaskItem; y: number }>();
  const keyOf = (owner: Cell | null, id: string): string => `${owner?.key ?? ''}>${id}`;
  for (const row of rows) {
    const item = row.cells[0]?.item;
    if (row.kind === 'part' && item?.kind === 'task')
      places.set(keyOf(row.owner, item.id), { item, y: row.top + row.height / 2 });
  }
  const lines = rows.flatMap((row) => {
    const item = row.cells[0]?.item;
    if (row.kind !== 'part' || item?.kind !== 'task') return [];
    return item.task.dependsOn.flatMap((id) => {
      const before = places.get(keyOf(row.owner, id));
      if (before === undefined) return [];
      const y = row.top + row.height / 2;
      if (Math.max(before.y, y) < seen.top || Math.min(before.y, y) > seen.bottom) return [];
      const [from, to] = [
        { x: endX(scale, before.item, change, 'end'), y: before.y },
        { x: endX(scale, item, change, 'start'), y },
      ];
      const isEarly =
        item.task.doneOn === null &&
        before.item.task.doneOn === null &&
        during(change, item).start < during(change, before.item).end;
      return [
        {
          key: `${row.key}>${id}`,
          link: { task: item, before: before.item },
          path: roundedPath(linkPoints(from, to, partHeight / 2)),
          to,
          isEarly,
        },
      ];
    });
  });
  const from = drawn === null ? undefined : rows.find((row) => row.cells[0]?.key === drawn.from.key);
  return (
    <svg className={classes['links']} width={width} height={height} aria-hidden="true">
      {lines.map(({ key, link, path, to, isEarly }) => (
        <g key={key} className={classes['link']} data-early={isEarly || undefined}>
          {onLink !== undefined && (
            <path
              className={classes['linkHit']}
              d={path}
              onClick={(event) => onLink(link, event.clientX, event.clientY)}
            >
              <title>{label(link)}</title>
            </path>
          )}
          <path className={classes['linkLine']} d={path} />
          <path className={classes['linkHead']} d={`M${to.x} ${to.y}l-6 -3.5v7z`} />
        </g>
      ))}
      {drawn !== null && from !== undefined && drawn.from.item.kind === 'task' && (
        <path
          className={classes['linkDrawn']}
          data-refused={drawn.refused || undefined}
          d={`M${endX(scale, drawn.from.item, null, 'end')} ${from.top + from.height / 2}L${drawn.x} ${drawn.y}`}
        />
      )}
    </svg>
  );
}
