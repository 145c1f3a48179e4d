/** One row of a timeline, drawn anew only when something of its own changes. */
import { memo, type CSSProperties, type ReactNode } from 'react';
import { Bar } from './bar.tsx';
import type { Change } from './changes.ts';
import type { Row } from './rows.ts';
import { widthOf, xOf, type Scale } from './scale.ts';
import classes from './timeline.module.css';
import type { TimelineWords } from './use-words.ts';

interface Props {
  row: Row;
  index: number;
  /** Pixels before the drawing. */
  inset: number;
  laneName: string;
  scale: Scale;
  /** Only a change that shows in this row. */
  change: Change | null;
  active: string | null;
  openId: string | null;
  opened: ReadonlySet<string>;
  target: string | null;
  readOnly: boolean;
  words: TimelineWords;
  expandLabels: { open: string; close: string };
}

export const TimelineRow = memo(function TimelineRow({ row, index, inset, laneName, scale, change, active, openId, opened, target, readOnly, words, expandLabels }: Props): ReactNode {
  const owner = row.owner?.item;
  return (
    <div role="row" aria-rowindex={index + 1} aria-label={laneName} className={classes['row']} data-kind={row.kind} style={{ top: row.top, height: row.height, paddingLeft: inset }}>
      {owner !== undefined && <span className={classes['reach']} style={{ left: inset + xOf(scale, owner.start), width: widthOf(scale, owner.end - owner.start + 1), '--bar': owner.colour ?? 'var(--line-strong)' } as CSSProperties} />}
      <div className={classes['track']} role="presentation" data-target={target ?? undefined}>
        {row.cells.map((cell, at) => (
          <Bar
            key={cell.key}
            cell={cell}
            column={at + 1}
            scale={scale}
            change={change}
            isActive={cell.key === active}
            isOpen={cell.item.campaignId === openId}
            isExpanded={opened.has(cell.key)}
            readOnly={readOnly}
            words={words}
            expandLabel={opened.has(cell.key) ? expandLabels.close : expandLabels.open}
          />
        ))}
      </div>
    </div>
  );
});
