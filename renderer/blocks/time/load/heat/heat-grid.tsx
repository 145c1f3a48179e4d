/**
 * The heat map: a scrolled window onto rows by weeks of which only what is in sight is drawn, walked by mouse or by key. For
 * those who do not see it, it is a grid with its true number of rows and columns, of which the cell in focus is spoken.
 */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import classes from './heat.module.css';
import { layoutOf, moved, placeAt, scrollTo, type Place } from './layout.ts';
import type { HeatHead, HeatRow } from './scene.ts';
import { loadScale } from './scale.ts';
import { useCanvas, useHeatColours, useRoom, useTheme, type Room } from './use-canvas.ts';
import { heard } from '../../../../lib/keys.ts';
import { heatKeys } from '../../keys.ts';

export interface HeatGridProps {
  /** What the grid is, for those who do not see it. */
  label: string;
  head: HeatHead;
  threshold: number;
  /** The greatest load there is. */
  most: number;
  rows: number;
  rowAt: (index: number) => HeatRow | undefined;
  /** Tells which rows are in sight, so that they are read. */
  see: (first: number, last: number) => void;
  rowHeight: number;
  bars?: boolean;
  /** A week in words, `Semaine 12, du 15 mars 2027`. */
  weekText: (week: number) => string;
  /** A cell in words, without its row and week. */
  cellText: (row: HeatRow, week: number) => string;
  /** What the card of an open cell holds, named by the element of id `heat-card`. */
  card: (row: HeatRow, week: number, index: number) => ReactNode;
  /** Opens what a row stands for. */
  onName: (row: HeatRow) => void;
  /** Where the cell under the pointer or in focus is put into words. */
  foot: ReactNode;
  /** Over the map, when there is nothing on it. */
  note?: ReactNode;
}

export function HeatGrid(props: HeatGridProps): ReactNode {
  const { head, threshold, rowAt, see, rows, rowHeight } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const room = useRoom(viewport);
  const theme = useTheme();
  const colours = useHeatColours();
  const weeks = head.weeks.length;
  const layout = layoutOf({ width: room.width, weeks, rows, row: rowHeight, sums: head.sums !== null });
  const [focused, setFocused] = useState(false);
  const [chosen, setChosen] = useState<Place>({ row: 0, week: Math.max(0, head.today) });
  const [hover, setHover] = useState<Place | null>(null);
  const [opened, setOpened] = useState<(Place & { x: number; y: number }) | null>(null);
  const active = {
    row: Math.max(0, Math.min(rows - 1, chosen.row)),
    week: Math.max(0, Math.min(weeks - 1, chosen.week)),
  };

  const range = (top: number): void => {
    const first = Math.max(0, Math.floor(top / layout.row));
    see(first, Math.min(Math.max(0, rows - 1), first + Math.ceil((room.height - layout.head) / layout.row)));
  };
  const canvas = useCanvas(
    viewport,
    {
      layout,
      head,
      rowAt,
      scale: loadScale(theme, threshold, props.most),
      colours,
      threshold,
      most: props.most,
      bars: props.bars ?? false,
      width: room.width,
      height: room.height,
      hover,
      active: focused || opened !== null ? (opened ?? active) : null,
    },
    range,
  );

  // Opened on a stretch that is wider than the window, today is in sight from the start.
  const seen = useRef('');
  const stretch = `${head.weeks.length} ${head.months[0]?.name ?? ''} ${head.today}`;
  useEffect(() => {
    const element = viewport.current;
    if (element === null || room.width === 0 || seen.current === stretch) return;
    seen.current = stretch;
    const today = Math.max(0, head.today);
    element.scrollLeft = Math.max(0, (today - 4) * layout.cell);
    setChosen((place) => ({ ...place, week: today }));
  }, [stretch, room.width, head.today, layout.cell]);

  const pointed = (event: PointerEvent | React.MouseEvent): Place | null => {
    const element = viewport.current;
    if (element === null) return null;
    const box = element.getBoundingClientRect();
    return placeAt(layout, event.clientX - box.left, event.clientY - box.top, element.scrollLeft, element.scrollTop);
  };
  const onMove = (event: PointerEvent): void => {
    const place = pointed(event);
    setHover((known) => (known?.row === place?.row && known?.week === place?.week ? known : place));
  };
  const open = (place: Place): void => {
    const [row, element] = [rowAt(place.row), viewport.current];
    if (row === undefined || element === null) return;
    if (place.week < 0) props.onName(row);
    else {
      setChosen(place);
      setOpened({
        ...place,
        x: layout.names + place.week * layout.cell - element.scrollLeft,
        y: layout.head + place.row * layout.row - element.scrollTop,
      });
    }
  };
  const close = (): void => {
    setOpened(null);
    viewport.current?.focus({ preventScroll: true });
  };
  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const element = viewport.current;
    if (element === null || event.target !== element) return;
    const page = Math.max(1, Math.floor((room.height - layout.head) / layout.row) - 1);
    const line = heard(heatKeys, event);
    const next = line === null || line === 'open' ? null : moved(layout, active, event.key, line === 'corners', page);
    if (next !== null) {
      setChosen(next);
      setHover(null);
      const { left, top } = scrollTo(layout, next, {
        left: element.scrollLeft,
        top: element.scrollTop,
        width: room.width,
        height: room.height,
      });
      element.scrollTo({ left, top });
    } else if (line === 'open') open(active);
    else return;
    event.preventDefault();
  };

  const spoken = hover !== null && hover.week >= 0 ? hover : focused ? active : null;
  const spokenRow = spoken === null ? undefined : rowAt(spoken.row);
  const activeRow = rows === 0 ? undefined : rowAt(active.row);
  const openedRow = opened === null ? undefined : rowAt(opened.row);
  return (
    <>
      <div className={classes['frame']}>
        <div
          ref={viewport}
          className={classes['viewport']}
          role="grid"
          aria-label={props.label}
          aria-rowcount={rows + 1}
          aria-colcount={weeks + 1}
          aria-activedescendant={activeRow === undefined ? undefined : 'heat-cell'}
          tabIndex={0}
          data-pointer={hover === null ? undefined : hover.week < 0 ? 'name' : 'cell'}
          onKeyDown={onKey}
          onFocus={(event) => setFocused(event.target === viewport.current)}
          onBlur={() => setFocused(false)}
          onPointerMove={onMove}
          onPointerLeave={() => setHover(null)}
          onClick={(event) => {
            const place = pointed(event);
            if (place !== null) open(place);
          }}
        >
          <div className={classes['sheet']} style={{ width: layout.width, height: layout.height }}>
            <canvas
              ref={canvas}
              className={classes['canvas']}
              style={{ width: room.width, height: room.height }}
              aria-hidden="true"
            />
          </div>
          <div className={classes['spoken']}>
            <div role="row" aria-rowindex={1}>
              <span role="columnheader" aria-colindex={1}>
                {head.corner.weeks}
              </span>
              <span role="columnheader" aria-colindex={active.week + 2}>
                {props.weekText(active.week)}
              </span>
            </div>
            {activeRow !== undefined && (
              <div role="row" aria-rowindex={active.row + 2}>
                <span role="rowheader" aria-colindex={1}>
                  {activeRow.name}
                </span>
                <span role="gridcell" id="heat-cell" aria-colindex={active.week + 2}>
                  {props.cellText(activeRow, active.week)}
                </span>
              </div>
            )}
          </div>
        </div>
        {props.note}
        {opened !== null && openedRow !== undefined && (
          <Card
            key={`${opened.row} ${opened.week}`}
            cell={{ ...opened, wide: layout.cell, tall: layout.row }}
            room={room}
            onClose={close}
          >
            {props.card(openedRow, opened.week, opened.row)}
          </Card>
        )}
      </div>
      <div className={classes['foot']}>
        <p className={classes['cell']} aria-live="polite">
          {spoken !== null && spokenRow !== undefined && (
            <>
              <strong>{spokenRow.name}</strong> · {props.weekText(spoken.week)} ·{' '}
              {props.cellText(spokenRow, spoken.week)}
            </>
          )}
        </p>
        {props.foot}
      </div>
    </>
  );
}

const cardWidth = 340;

/** Beside the cell, on the side where there is room; it takes the focus, and Escape or a click elsewhere closes it. */
function Card({
  cell,
  room,
  onClose,
  children,
}: {
  cell: { x: number; y: number; wide: number; tall: number };
  room: Room;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const { x, y, wide, tall } = cell;
  const left = x + wide + 6 + cardWidth > room.width ? Math.max(8, x - 6 - cardWidth) : x + wide + 6;
  const [above, below] = [Math.max(8, room.height - y - tall), Math.max(8, y)];
  const at =
    y > room.height / 2
      ? { left, bottom: above, maxHeight: room.height - above - 8 }
      : { left, top: below, maxHeight: room.height - below - 8 };
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const away = (event: globalThis.PointerEvent): void => {
      if (event.target instanceof Node && !(box.current?.contains(event.target) ?? false)) onClose();
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  });
  return (
    <div
      ref={box}
      className={classes['card']}
      style={{ ...at, width: cardWidth }}
      role="dialog"
      aria-labelledby="heat-card"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (heard(heatKeys, event) !== 'close') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
