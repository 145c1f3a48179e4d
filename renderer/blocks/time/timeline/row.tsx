/** One row of a timeline, drawn anew only when something of its own changes. */
import { memo, type CSSProperties, type ReactNode } from 'react';
import { Bar, isPointAt, stateOf } from './bar.tsx';
import type { Item, Span } from './items.ts';
import { during, type Change } from './changes.ts';
import type { Cell, Row } from './rows.ts';
import { widthOf, xOf, type Scale } from './scale.ts';
import classes from './timeline.module.css';
import type { TimelineWords } from './use-words.ts';

interface Props {
  drawing: string;
  row: Row;
  index: number;
  /** Pixels before the drawing. */
  inset: number;
  /** The days in sight, with some around them: items beyond are not drawn. Null draws all there is. */
  seen: Span | null;
  laneName: string;
  scale: Scale;
  /** Only a change that shows in this row. */
  change: Change | null;
  active: string | null;
  openId: string | null;
  /** Null where everything is opened for good. */
  opened: ReadonlySet<string> | null;
  target: string | null;
  readOnly: boolean;
  words: TimelineWords;
  expandLabels: { open: string; close: string };
}

/** A name may go on after its bar; the bar the arrows stand on, and the one that is held, are always there. */
function isInSight(item: Item, seen: Span | null, isKept: boolean): boolean {
  if (isKept || seen === null || item.kind !== 'item') return true;
  const first = Math.min(item.start, ...item.phases.map(({ start }) => start));
  return first <= seen.end && item.end >= seen.start;
}

export const TimelineRow = memo(function TimelineRow({
  drawing,
  row,
  index,
  inset,
  seen,
  laneName,
  scale,
  change,
  active,
  openId,
  opened,
  target,
  readOnly,
  words,
  expandLabels,
}: Props): ReactNode {
  const owner = row.owner?.item;
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-label={laneName}
      className={classes['row']}
      data-kind={row.kind}
      style={{ top: row.top, height: row.height, paddingLeft: inset }}
    >
      {owner !== undefined && (
        <span
          className={classes['reach']}
          style={
            {
              left: inset + xOf(scale, owner.start),
              width: widthOf(scale, owner.end - owner.start + 1),
              '--bar': owner.colour ?? 'var(--line-strong)',
            } as CSSProperties
          }
        />
      )}
      <div className={classes['track']} role="presentation" data-target={target ?? undefined}>
        {row.cells.map(
          (cell, at) =>
            isInSight(cell.item, seen, cell.key === active || change?.item.id === cell.item.id) && (
              <Bar
                key={cell.key}
                drawing={drawing}
                cell={cell}
                column={at + 1}
                scale={scale}
                change={change}
                isActive={cell.key === active}
                isOpen={cell.item.of.id === openId}
                isExpanded={opened?.has(cell.key) ?? null}
                readOnly={readOnly}
                words={words}
                expandLabel={opened?.has(cell.key) === true ? expandLabels.close : expandLabels.open}
              />
            ),
        )}
        {row.kind === 'part' &&
          row.cells.map((cell) => <PartLabel key={cell.key} cell={cell} scale={scale} change={change} inset={inset} />)}
      </div>
    </div>
  );
});

const pointHalf = 9;

/** The name of a phase or a task after its bar; it stays at the edge while the bar is out of sight, so that a row is never nameless. */
function PartLabel({
  cell,
  scale,
  change,
  inset,
}: {
  cell: Cell;
  scale: Scale;
  change: Change | null;
  inset: number;
}): ReactNode {
  const { item } = cell;
  const at = during(change, item);
  const x = isPointAt(item, at) ? xOf(scale, at.start + 0.5) + pointHalf : xOf(scale, at.end + 1);
  return (
    <>
      <span className={classes['before']} style={{ width: x }} />
      <span
        className={classes['partLabel']}
        aria-hidden="true"
        data-cell={cell.key}
        data-kind={item.kind}
        data-state={stateOf(item)}
        data-early={(item.kind === 'task' && item.task.tooEarly) || undefined}
        style={{ left: inset }}
      >
        {item.title}
      </span>
    </>
  );
}
