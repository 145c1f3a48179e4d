/** One bar of a timeline: an item with its phases inside, a phase, a task or a due date. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, type CSSProperties, type ReactNode } from 'react';
import { StepMark } from '../../../components/step-mark.tsx';
import { today } from '../../../lib/today.ts';
import { during, type Change } from './changes.ts';
import { isLocked, type Item, type Span, type WholeItem } from './items.ts';
import { isLabelInside, type Cell } from './rows.ts';
import { widthOf, xOf, type Scale } from './scale.ts';
import classes from './timeline.module.css';
import type { TimelineWords } from './use-words.ts';

interface Props {
  drawing: string;
  cell: Cell;
  /** The column it stands in, for those who do not see it. */
  column: number;
  scale: Scale;
  change: Change | null;
  /** The arrows go on from here. */
  isActive: boolean;
  /** What it belongs to is the one in the panel. */
  isOpen: boolean;
  /** Null where its parts are always shown. */
  isExpanded: boolean | null;
  readOnly: boolean;
  words: TimelineWords;
  expandLabel: string;
}

/** A drawing's own name before the key: the same item may be drawn in a view and in its panel. */
export const cellId = (drawing: string, key: string): string => `${drawing}-${key}`;

export const Bar = memo(function Bar({
  drawing,
  cell,
  column,
  scale,
  change,
  isActive,
  isOpen,
  isExpanded,
  readOnly,
  words,
  expandLabel,
}: Props): ReactNode {
  const { item } = cell;
  const at = during(change, item);
  const width = widthOf(scale, at.end - at.start + 1);
  const isPoint = isPointAt(item, at);
  const canMove = !readOnly && !isLocked(item);
  const colour = item.colour ?? 'var(--line-strong)';
  return (
    <div
      id={cellId(drawing, cell.key)}
      role="gridcell"
      aria-colindex={column}
      aria-label={words.name(item, at)}
      aria-expanded={
        item.kind === 'item' && item.phases.length + item.tasks.length > 0 ? (isExpanded ?? undefined) : undefined
      }
      className={classes['bar']}
      data-cell={cell.key}
      data-kind={isPoint ? 'point' : item.kind}
      data-state={stateOf(item)}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      data-held={change?.item.id === item.id || undefined}
      data-fixed={!canMove || undefined}
      style={{ left: xOf(scale, at.start), width, '--bar': colour } as CSSProperties}
    >
      {item.kind === 'item' ? (
        <WholeBody
          item={item}
          scale={scale}
          change={change}
          width={width}
          isExpanded={isExpanded}
          expandLabel={expandLabel}
        />
      ) : (
        <span className={classes['shape']} />
      )}
      {canMove && !isPoint && (
        <>
          <span className={classes['grip']} data-grip="start" />
          <span className={classes['grip']} data-grip="end" />
        </>
      )}
      {!readOnly && item.kind === 'task' && <span className={classes['linkGrip']} data-grip="link" />}
    </div>
  );
});

/** Whether it is drawn as a due date alone. */
export function isPointAt(item: Item, at: Span): boolean {
  return item.kind === 'task' && item.milestone && at.start === at.end;
}

/** What the look of a bar tells beside its kind. */
export function stateOf(item: Item): string | undefined {
  if (item.kind === 'item') return item.item.stage;
  if (item.kind === 'phase') return item.phase.look;
  return item.task.doneOn !== null ? 'done' : item.task.dueDate < today() ? 'late' : undefined;
}

function WholeBody({
  item,
  scale,
  change,
  width,
  isExpanded,
  expandLabel,
}: {
  item: WholeItem;
  scale: Scale;
  change: Change | null;
  width: number;
  isExpanded: boolean | null;
  expandLabel: string;
}): ReactNode {
  const left = during(change, item).start;
  const isInside = isLabelInside(item.title, width);
  const hasParts = isExpanded !== null && item.phases.length + item.tasks.length > 0;
  // What is late or begins too early is told by name and hint; here it is a sign to look, while there is still something to do.
  const isTroubled = !isLocked(item) && (item.item.late || item.tasks.some(({ task }) => task.tooEarly));
  const done = item.tasks.filter(({ task }) => task.doneOn !== null).length;
  const label = (
    <span className={classes['label']} data-inside={isInside || undefined}>
      {hasParts && (
        <span className={classes['expand']} data-grip="none" data-expand title={expandLabel}>
          {isExpanded ? <IconChevronDown size={14} stroke={1.8} /> : <IconChevronRight size={14} stroke={1.8} />}
        </span>
      )}
      <StepMark mark={item.item.mark} />
      <span className={classes['title']}>{item.title}</span>
      {isTroubled && <span className={classes['trouble']} />}
      {isInside && width > 260 && item.tasks.length > 0 && (
        <span className={classes['share']} data-share={`${done}/${item.tasks.length}`} />
      )}
    </span>
  );
  return (
    <>
      <span className={classes['body']}>{isInside && label}</span>
      {!isInside && label}
      {item.phases.map((phase) => {
        const at = during(change, phase);
        return (
          <span
            key={phase.id}
            className={classes['phase']}
            data-look={phase.phase.look}
            style={{
              left: xOf(scale, at.start) - xOf(scale, left),
              width: Math.max(2, widthOf(scale, at.end - at.start + 1) - 1),
            }}
          />
        );
      })}
    </>
  );
}
