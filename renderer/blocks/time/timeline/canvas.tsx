/** The timeline itself: scrolls over time and lanes, draws what is in sight, and hears pointer and keys. */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { dayNumber } from '#shared/base/days.ts';
import { today as todayDate } from '../../../lib/today.ts';
import { cellId } from './bar.tsx';
import type { LayerMark } from '../layers.ts';
import { Ground } from './ground.tsx';
import { Head } from './head.tsx';
import { Hint } from './hint.tsx';
import { LaneNames, lanesWidth } from './lane-names.tsx';
import { LinksLayer } from './links-layer.tsx';
import { TimelineRow } from './row.tsx';
import type { Cell, Layout } from './rows.ts';
import { widthOf, zoomedBy, type Scale } from './scale.ts';
import classes from './timeline.module.css';
import { cellKeyOf, useDrag } from './use-drag.ts';
import type { Editing } from './use-editing.tsx';
import { useHover } from './use-hover.ts';
import { useKeys } from './use-keys.ts';
import { useTimeScroll, useZoomWheel } from './use-time-scroll.ts';
import { useTimelineWords } from './use-words.ts';

export interface CanvasHandle {
  /** Brings a day into view, a third from the left. */
  goTo: (day: number) => void;
  /** Zooms about the middle. */
  zoomTo: (week: number) => void;
}

interface Props {
  label: string;
  layout: Layout;
  scale: Scale;
  /** Hears which days are in sight. */
  onSight?: ((days: { start: number; end: number }) => void) | undefined;
  onScale: (scale: Scale) => void;
  /** The day that stands a third from the left at first. */
  around: number;
  editing: Editing;
  /** The cells whose parts are shown; null where all are, for good. */
  opened: ReadonlySet<string> | null;
  onToggle?: (key: string) => void;
  /** Whether the names of the lanes stand at the left. */
  hasLanes: boolean;
  openId: string | null;
  onOpen: (cell: Cell) => void;
  /** Behind the bars: holidays and days of awareness. Null leaves out their line in the head too. */
  marks: readonly LayerMark[] | null;
  readOnly: boolean;
  ref?: Ref<CanvasHandle>;
}

const headHeights = { plain: 56, marks: 82 };

export function Canvas(props: Props): ReactNode {
  const { layout, scale, onScale, opened, openId, readOnly } = props;
  const { state, tasksOf, onLink, onMenu } = props.editing;
  const { t } = useTranslation('timeline');
  const words = useTimelineWords();
  const drawing = useId();
  const headHeight = props.marks === null ? headHeights.plain : headHeights.marks;
  const laneWidth = props.hasLanes ? lanesWidth : 0;
  const { viewport, seen, onScroll, show, into, hold } = useTimeScroll(
    scale,
    onScale,
    laneWidth,
    props.around,
    props.onSight,
  );
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const today = todayDate();
  const width = widthOf(scale, scale.to - scale.from + 1);
  const { rows } = layout;

  const keyAt = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: (index) => (rows[index + 1]?.top ?? layout.height) - (rows[index]?.top ?? 0),
    getItemKey: keyAt,
    paddingStart: rows[0]?.top ?? 0,
    scrollPaddingStart: headHeight,
    overscan: 6,
  });
  const shown = virtual.getVirtualItems();
  const seenRows = { top: (shown[0]?.start ?? 0) - headHeight, bottom: shown.at(-1)?.end ?? 0 };

  const cells = useMemo(
    () => new Map(rows.flatMap((row) => row.cells.map((cell) => [cell.key, cell] as const))),
    [rows],
  );
  const cellOf = useCallback((key: string) => cells.get(key), [cells]);
  const active = (activeKey === null ? undefined : cells.get(activeKey)) ?? rows[0]?.cells[0];

  const drag = useDrag({
    viewport,
    inset: { left: laneWidth, top: headHeight },
    scale,
    cellOf,
    tasksOf,
    state,
    readOnly,
    onLink,
  });

  const zoom = useCallback(
    (week: number, clientX?: number) => {
      hold(clientX);
      onScale({ ...scale, week });
    },
    [hold, onScale, scale],
  );
  useImperativeHandle(props.ref, () => ({ goTo: show, zoomTo: zoom }), [show, zoom]);
  useZoomWheel(viewport, (factor, x) => zoom(zoomedBy(scale.week, factor), x));

  const reveal = (key: string): void => {
    setActiveKey(key);
    const index = rows.findIndex((row) => row.cells.some((cell) => cell.key === key));
    if (index >= 0) virtual.scrollToIndex(index);
    const item = cells.get(key)?.item;
    if (item !== undefined) into(item.start, item.end);
  };
  const openedHere = useRef<string | null>(null);
  const open = (cell: Cell): void => {
    openedHere.current = cell.item.of.id;
    props.onOpen(cell);
  };
  const boxOf = (key: string): DOMRect | undefined =>
    document.getElementById(cellId(drawing, key))?.getBoundingClientRect();
  const keys = useKeys({
    rows,
    active,
    state,
    readOnly,
    onActive: reveal,
    onOpen: open,
    onToggle: (cell) => props.onToggle?.(cell.key),
    onMenu: (cell) => {
      const box = boxOf(cell.key);
      if (box !== undefined) onMenu(cell, Math.max(box.left, laneWidth) + 12, box.bottom);
    },
    onZoom: (factor) => {
      // The bar the arrows stand on stays in its place, when it is in sight.
      const [box, frame] = [
        active === undefined ? undefined : boxOf(active.key),
        viewport.current?.getBoundingClientRect(),
      ];
      const middle = box === undefined ? Number.NaN : box.left + box.width / 2;
      zoom(
        zoomedBy(scale.week, factor),
        frame !== undefined && middle > frame.left + laneWidth && middle < frame.right ? middle : undefined,
      );
    },
    onToday: () => show(dayNumber(today)),
    onSay: (cell, what, change) => {
      if (change !== undefined) into(change.start, change.end);
      setSaid(
        what === 'locked'
          ? t('locked', { name: cell.item.title })
          : t('moved', { name: cell.item.title, dates: words.span(change ?? cell.item) }),
      );
    },
  });

  const onClick = (event: MouseEvent): void => {
    const cell = cellOf(cellKeyOf(event.target) ?? '');
    if (cell === undefined || drag.swallowsClick()) return;
    setActiveKey(cell.key);
    if ((event.target as Element).closest('[data-expand]') !== null) props.onToggle?.(cell.key);
    else {
      // A name at the edge may belong to a bar out of sight.
      into(cell.item.start, cell.item.end);
      open(cell);
    }
  };
  const onContextMenu = (event: MouseEvent): void => {
    const cell = cellOf(cellKeyOf(event.target) ?? '');
    if (cell === undefined) return;
    event.preventDefault();
    setActiveKey(cell.key);
    onMenu(cell, event.clientX, event.clientY);
  };

  // The open item is brought into view once, when it is opened elsewhere or has just been made.
  useReveal(openId, openedHere, cells, reveal);
  useEffect(() => {
    if (state.change === null) setSaid('');
  }, [state.change]);

  const { hover, onPointerMove, leave } = useHover();
  const hovered = hover === null ? undefined : cells.get(hover.key);

  const laneNames = useMemo(() => new Map(layout.lanes.map(({ lane }) => [lane.id, lane.name])), [layout.lanes]);
  const expandLabels = useMemo(() => ({ open: t('expand'), close: t('collapse') }), [t]);
  const { change } = state;
  return (
    <>
      <div
        ref={viewport}
        className={classes['viewport']}
        role="grid"
        aria-label={props.label}
        aria-describedby={`${drawing}-help`}
        aria-rowcount={rows.length}
        aria-activedescendant={active === undefined ? undefined : cellId(drawing, active.key)}
        tabIndex={0}
        data-linking={drag.link !== null || undefined}
        onScroll={() => {
          leave();
          onScroll();
        }}
        onPointerDown={(event) => {
          leave();
          drag.onPointerDown(event);
        }}
        onPointerMove={onPointerMove}
        onPointerLeave={leave}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onKeyDown={keys.onKeyDown}
        onKeyUp={keys.onKeyUp}
        onBlur={keys.onBlur}
      >
        <div
          className={classes['head']}
          role="presentation"
          aria-hidden="true"
          style={{ width: laneWidth + width, height: headHeight }}
        >
          <div className={classes['corner']} style={{ width: laneWidth }} hidden={!props.hasLanes} />
          <Head scale={scale} seen={seen} today={today} marks={props.marks ?? []} />
        </div>
        <div
          className={classes['drawing']}
          role="presentation"
          style={{
            width: laneWidth + width,
            height: Math.max(layout.height, 1),
            minHeight: `calc(100% - ${headHeight + 1}px)`,
          }}
        >
          <Ground scale={scale} seen={seen} today={today} inset={laneWidth} width={width} marks={props.marks ?? []} />
          <div className={classes['linksBox']} role="presentation" style={{ left: laneWidth }}>
            <LinksLayer
              rows={rows}
              seen={seenRows}
              scale={scale}
              change={change}
              width={width}
              height={layout.height}
              drawn={drag.link}
              label={({ task, before }) => t('linkOf', { name: task.title, before: before.title })}
              {...(readOnly ? {} : { onLink: onMenu })}
            />
          </div>
          <div role="rowgroup">
            {shown.map((one) => {
              const row = rows[one.index];
              if (row === undefined) return null;
              const has = (key: string | undefined): string | null =>
                key !== undefined && row.cells.some((cell) => cell.key === key) ? key : null;
              return (
                <TimelineRow
                  key={row.key}
                  drawing={drawing}
                  row={row}
                  index={one.index}
                  inset={laneWidth}
                  seen={row.kind === 'line' ? seen : null}
                  laneName={laneNames.get(row.laneId) ?? ''}
                  scale={scale}
                  change={
                    change !== null && row.cells.some((cell) => cell.item.of.id === change.item.of.id) ? change : null
                  }
                  active={has(active?.key)}
                  openId={openId !== null && row.cells.some((cell) => cell.item.of.id === openId) ? openId : null}
                  opened={opened}
                  target={
                    drag.link === null
                      ? null
                      : has(drag.link.target ?? undefined) === null
                        ? null
                        : drag.link.refused
                          ? 'refused'
                          : 'ready'
                  }
                  readOnly={readOnly}
                  words={words}
                  expandLabels={expandLabels}
                />
              );
            })}
          </div>
          {props.hasLanes && (
            <LaneNames lanes={layout.lanes} seen={seenRows} height={layout.height} headHeight={headHeight} />
          )}
        </div>
      </div>
      <p id={`${drawing}-help`} className="visually-hidden">
        {t(readOnly ? 'helpRead' : 'help')}
      </p>
      <Hint
        ref={drag.hint}
        change={drag.holding ? change : null}
        rests={
          drag.link !== null || hovered === undefined || hover === null
            ? null
            : { item: hovered.item, x: hover.x, y: hover.y }
        }
        words={words}
      />
      <div className="visually-hidden" aria-live="polite">
        {said}
      </div>
    </>
  );
}

/** Calls once for an item that comes to be open, unless it was opened from the drawing itself. */
function useReveal(
  openId: string | null,
  openedHere: RefObject<string | null>,
  cells: ReadonlyMap<string, Cell>,
  reveal: (key: string) => void,
): void {
  const done = useRef<string | null>(null);
  useEffect(() => {
    if (openId === done.current) return;
    const found =
      openId === null || openId === openedHere.current
        ? undefined
        : [...cells.values()].find((cell) => cell.item.id === openId);
    if (openId !== null && openId !== openedHere.current && found === undefined) return;
    done.current = openId;
    if (found !== undefined) reveal(found.key);
  });
}
