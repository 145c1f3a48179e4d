/** The timeline as a table: the same items, phases and tasks line by line, their dates in fields. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOfDay, dayNumber } from '#shared/base/days.ts';
import { fieldName } from '../../../lib/fields.ts';
import { useFormat } from '../../../lib/format.ts';
import { changed, drawn, type Change, type Grip } from './changes.ts';
import { DateCell } from './date-cell.tsx';
import { isLocked, partsInOrder } from './items.ts';
import type { Lane } from './lanes.ts';
import type { Cell } from './rows.ts';
import classes from './table.module.css';
import type { ChangeState } from './use-change.ts';
import { useTimelineWords, type TimelineWords } from './use-words.ts';

interface Props {
  label: string;
  lanes: readonly Lane[];
  state: ChangeState;
  opened: ReadonlySet<string>;
  onToggle: (key: string) => void;
  openId: string | null;
  onOpen: (cell: Cell) => void;
  readOnly: boolean;
}

type Line = { key: string; lane: Lane } | { key: string; cell: Cell };

function linesOf(lanes: readonly Lane[], opened: ReadonlySet<string>): Line[] {
  return lanes.flatMap((lane): Line[] => [
    { key: `lane:${lane.id}`, lane },
    ...lane.items.flatMap((whole): Line[] => {
      const key = `${lane.id}/${whole.id}`;
      const parts = opened.has(key) ? partsInOrder(whole) : [];
      return [
        { key, cell: { key, item: whole } },
        ...parts.map((item): Line => ({ key: `${lane.id}/${item.id}`, cell: { key: `${lane.id}/${item.id}`, item } })),
      ];
    }),
  ]);
}

const lineHeight = 36;

export function TimelineTable(props: Props): ReactNode {
  const { lanes, opened, state, openId } = props;
  const { t } = useTranslation('timeline');
  const { t: calendarWords } = useTranslation('calendar');
  const words = useTimelineWords();
  const viewport = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(lanes, opened), [lanes, opened]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => lineHeight,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 10,
    scrollPaddingStart: lineHeight,
  });
  const { change } = state;
  return (
    <>
      {!props.readOnly && <p className={classes['help']}>{t('tableHelp')}</p>}
      <div
        ref={viewport}
        className={classes['viewport']}
        role="table"
        aria-label={props.label}
        aria-rowcount={lines.length + 1}
      >
        <div role="rowgroup" className={classes['head']}>
          <div role="row" aria-rowindex={1} className={classes['line']}>
            {[
              calendarWords('what'),
              calendarWords('kind'),
              fieldName('startDate'),
              fieldName('endDate'),
              t('length'),
              t('state'),
            ].map((name) => (
              <div key={name} role="columnheader">
                {name}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={classes['body']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((one) => {
            const line = lines[one.index];
            if (line === undefined) return null;
            const place = { 'aria-rowindex': one.index + 2, style: { transform: `translateY(${one.start}px)` } };
            if ('lane' in line)
              return (
                <div key={line.key} role="row" {...place} className={classes['lane']}>
                  <div role="rowheader" aria-colspan={6}>
                    {line.lane.name} <span>{line.lane.items.length}</span>
                  </div>
                </div>
              );
            return (
              <div
                key={line.key}
                role="row"
                {...place}
                className={classes['line']}
                data-kind={line.cell.item.kind}
                data-open={line.cell.item.id === openId || undefined}
              >
                <LineCells
                  {...props}
                  cell={line.cell}
                  change={change !== null && change.item.of.id === line.cell.item.of.id ? change : null}
                  words={words}
                />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

function LineCells({
  cell,
  change,
  words,
  state,
  opened,
  onToggle,
  onOpen,
  readOnly,
}: Props & { cell: Cell; change: Change | null; words: TimelineWords }): ReactNode {
  const { t } = useTranslation(['timeline', 'calendar']);
  const format = useFormat();
  const { item } = cell;
  const at = drawn(change, item);
  const isFixed = readOnly || isLocked(item);
  const isPoint = item.kind === 'task' && item.milestone && at.start === at.end;
  const hasParts = item.kind === 'item' && item.phases.length + item.tasks.length > 0;
  const write = (grip: Grip, days: number): null => {
    state.preview(changed(at, grip, days));
    state.commit();
    return null;
  };
  // A new start moves all that follows it; a due date alone is drawn out to a span.
  const start = (date: string): string | null => {
    const days = dayNumber(date) - at.start;
    if (!isPoint) return write('move', days);
    return days > 0 ? t('calendar:endBefore') : write('start', days);
  };
  const end = (date: string): string | null =>
    dayNumber(date) < at.start && !isPoint
      ? t('calendar:endBefore')
      : write(isPoint ? 'move' : 'end', dayNumber(date) - at.end);
  const isExpanded = opened.has(cell.key);
  return (
    <>
      <div role="cell" className={classes['name']}>
        {hasParts && (
          <button
            type="button"
            className={classes['expand']}
            aria-expanded={isExpanded}
            aria-label={t(isExpanded ? 'collapseOf' : 'expandOf', { name: item.title })}
            onClick={() => onToggle(cell.key)}
          >
            {isExpanded ? <IconChevronDown size={14} stroke={1.8} /> : <IconChevronRight size={14} stroke={1.8} />}
          </button>
        )}
        {item.kind === 'item' && (
          <span
            className={classes['band']}
            style={{ background: item.colour ?? 'var(--line-strong)' }}
            aria-hidden="true"
          />
        )}
        <button type="button" className={classes['open']} onClick={() => onOpen(cell)}>
          {item.title}
        </button>
      </div>
      <div role="cell">{words.kind(item)}</div>
      <div role="cell">
        <DateCell
          label={t('startOf', { name: item.title })}
          value={isPoint ? null : dateOfDay(at.start)}
          readOnly={isFixed}
          onChange={start}
          unknown={t('unknownDate')}
        />
      </div>
      <div role="cell">
        <DateCell
          label={t('endOf', { name: item.title })}
          value={dateOfDay(at.end)}
          readOnly={isFixed}
          onChange={end}
          unknown={t('unknownDate')}
        />
      </div>
      <div role="cell" data-align="right">
        {isPoint ? '' : t('days', { count: at.end - at.start + 1, number: format.number(at.end - at.start + 1) })}
      </div>
      <div
        role="cell"
        className={classes['state']}
        title={words.state(item)}
        data-late={(item.kind === 'task' && item.task.tooEarly) || undefined}
      >
        {words.state(item)}
      </div>
    </>
  );
}
