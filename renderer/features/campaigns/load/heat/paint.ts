/** Paints what of the heat map is in sight onto a canvas: cells first, then names, then the head, each over the one before. */
import { monthsHeight, sumsHeight, weeksHeight, type Layout, type Place } from './layout.ts';
import type { LoadScale } from './scale.ts';

export interface HeatRow {
  id: string;
  name: string;
  /** After the name, paler. */
  detail: string | null;
  /** How deep in a tree. */
  depth: number;
  values: readonly number[];
  /** By week, what is written on the cell because it is over; null where it is not. */
  marks: readonly (string | null)[];
}

export interface HeatHead {
  /** By week: its ISO number, and where a month begins its name. */
  weeks: readonly string[];
  months: readonly { week: number; name: string; short: string }[];
  /** The week of today, or -1. */
  today: number;
  /** Over the column of names. */
  corner: { weeks: string; sums: string };
  /** By week how many are over; null leaves the line out. */
  sums: readonly number[] | null;
}

export interface HeatColours {
  ink: string;
  muted: string;
  line: string;
  surface: string;
  accent: string;
  danger: string;
  font: string;
}

export interface Scene {
  layout: Layout;
  head: HeatHead;
  rowAt: (index: number) => HeatRow | undefined;
  scale: LoadScale;
  colours: HeatColours;
  threshold: number;
  /** Bars instead of filled cells. */
  bars: boolean;
  left: number;
  top: number;
  width: number;
  height: number;
  hover: Place | null;
  active: Place | null;
}

const indent = 14;
const pad = 12;

/** Draws the scene in CSS pixels; the caller has scaled the pen to the screen's. */
export function paint(pen: CanvasRenderingContext2D, scene: Scene): void {
  const { layout, colours, left, top, width, height } = scene;
  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = 'middle';
  const firstRow = Math.max(0, Math.floor(top / layout.row));
  const lastRow = Math.min(layout.rows - 1, Math.floor((top + height - layout.head) / layout.row));
  const firstWeek = Math.max(0, Math.floor(left / layout.cell));
  const lastWeek = Math.min(layout.weeks - 1, Math.floor((left + width - layout.names) / layout.cell));
  paintCells(pen, scene, firstRow, lastRow, firstWeek, lastWeek);
  paintNames(pen, scene, firstRow, lastRow);
  paintHead(pen, scene, firstWeek, lastWeek);
}

function paintCells(pen: CanvasRenderingContext2D, scene: Scene, firstRow: number, lastRow: number, firstWeek: number, lastWeek: number): void {
  const { layout, scale, colours, left, top, hover, active } = scene;
  const [wide, tall] = [layout.cell - 1, layout.row - 1];
  pen.textAlign = 'center';
  pen.font = `600 11px ${colours.font}`;
  for (let index = firstRow; index <= lastRow; index += 1) {
    const row = scene.rowAt(index);
    const y = layout.head + index * layout.row - top;
    for (let week = firstWeek; week <= lastWeek; week += 1) {
      const x = layout.names + week * layout.cell - left;
      const value = row?.values[week] ?? 0;
      const mark = row?.marks[week] ?? null;
      // Not read yet: an empty cell, without a claim that nothing is asked.
      if (row === undefined) {
        pen.fillStyle = colours.line;
        pen.globalAlpha = 0.35;
        pen.fillRect(x, y, wide, tall);
        pen.globalAlpha = 1;
        continue;
      }
      if (scene.bars) paintBar(pen, scene, x, y, value, mark !== null);
      else {
        pen.fillStyle = scale.of(value);
        pen.fillRect(x, y, wide, tall);
        if (mark !== null) {
          pen.strokeStyle = scale.frame;
          pen.lineWidth = 2;
          pen.strokeRect(x + 1, y + 1, wide - 2, tall - 2);
          pen.fillStyle = scale.ink;
          pen.fillText(pen.measureText(mark).width <= wide - 3 ? mark : '•', x + wide / 2, y + tall / 2 + 0.5);
        }
      }
    }
  }
  const { today } = scene.head;
  if (today >= firstWeek && today <= lastWeek) {
    pen.fillStyle = colours.accent;
    pen.fillRect(layout.names + today * layout.cell - left - 1.5, layout.head, 2, layout.rows * layout.row - top);
  }
  if (hover !== null) {
    pen.fillStyle = colours.ink;
    pen.globalAlpha = 0.1;
    pen.fillRect(0, layout.head + hover.row * layout.row - top, scene.width, layout.row - 1);
    if (hover.week >= 0) pen.fillRect(layout.names + hover.week * layout.cell - left, 0, layout.cell - 1, scene.height);
    pen.globalAlpha = 1;
  }
  if (active !== null && active.week >= 0) {
    const [x, y] = [layout.names + active.week * layout.cell - left, layout.head + active.row * layout.row - top];
    pen.strokeStyle = colours.surface;
    pen.lineWidth = 4;
    pen.strokeRect(x - 0.5, y - 0.5, layout.cell, layout.row);
    pen.strokeStyle = colours.ink;
    pen.lineWidth = 2;
    pen.strokeRect(x - 0.5, y - 0.5, layout.cell, layout.row);
  }
}

/** A bar as high as the load; full height is twice the threshold, which is the fine line. */
function paintBar(pen: CanvasRenderingContext2D, { layout, scale, colours, threshold }: Scene, x: number, y: number, value: number, isOver: boolean): void {
  const [wide, tall] = [layout.cell - 1, layout.row - 5];
  const base = y + layout.row - 1;
  pen.fillStyle = colours.line;
  pen.fillRect(x, base, layout.cell, 1);
  if (value > 0) {
    const high = Math.max(2, Math.min(1, value / (2 * threshold)) * tall);
    pen.fillStyle = isOver ? scale.frame : scale.of(threshold);
    pen.fillRect(x + 1, base - high, wide - 2, high);
    // Beyond the top it is cut, and says so.
    if (value > 2 * threshold) {
      pen.fillStyle = colours.surface;
      pen.fillRect(x + 1, base - tall + 3, wide - 2, 2);
    }
  }
  pen.fillStyle = colours.danger;
  pen.globalAlpha = 0.5;
  pen.fillRect(x, Math.round(base - tall / 2), Math.ceil(layout.cell / 2), 1);
  pen.globalAlpha = 1;
}

function paintNames(pen: CanvasRenderingContext2D, scene: Scene, firstRow: number, lastRow: number): void {
  const { layout, colours, top, hover } = scene;
  pen.fillStyle = colours.surface;
  pen.fillRect(0, layout.head, layout.names, scene.height);
  pen.textAlign = 'left';
  for (let index = firstRow; index <= lastRow; index += 1) {
    const row = scene.rowAt(index);
    const y = layout.head + index * layout.row - top;
    if (hover?.row === index) {
      pen.fillStyle = colours.ink;
      pen.globalAlpha = 0.08;
      pen.fillRect(0, y, layout.names, layout.row - 1);
      pen.globalAlpha = 1;
    }
    if (row === undefined) {
      pen.fillStyle = colours.line;
      pen.fillRect(pad, y + layout.row / 2 - 4, 60 + ((index * 37) % 70), 8);
      continue;
    }
    const x = pad + row.depth * indent;
    pen.font = `${row.depth === 0 && row.detail === null ? 500 : 400} 13px ${colours.font}`;
    pen.fillStyle = colours.ink;
    const name = shortened(pen, row.name, layout.names - x - 8);
    pen.fillText(name, x, y + layout.row / 2);
    const used = x + pen.measureText(name).width + 8;
    if (row.detail !== null && layout.names - used > 40) {
      pen.font = `400 12px ${colours.font}`;
      pen.fillStyle = colours.muted;
      pen.fillText(shortened(pen, row.detail, layout.names - used - 8), used, y + layout.row / 2);
    }
  }
  pen.fillStyle = colours.line;
  pen.fillRect(layout.names - 1, layout.head, 1, scene.height);
}

const shortenings = new Map<string, string>();

/** The text, or as much of it as fits with an ellipsis. */
function shortened(pen: CanvasRenderingContext2D, text: string, room: number): string {
  const key = `${pen.font}|${room}|${text}`;
  const known = shortenings.get(key);
  if (known !== undefined) return known;
  let length = text.length;
  if (pen.measureText(text).width > room) {
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (pen.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= room) low = middle;
      else high = middle - 1;
    }
    length = low;
  }
  const short = length === text.length ? text : `${text.slice(0, length).trimEnd()}…`;
  if (shortenings.size > 5000) shortenings.clear();
  shortenings.set(key, short);
  return short;
}

function paintHead(pen: CanvasRenderingContext2D, scene: Scene, firstWeek: number, lastWeek: number): void {
  const { layout, head, colours, left } = scene;
  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, scene.width, layout.head);
  const xOf = (week: number): number => layout.names + week * layout.cell - left;
  const middle = monthsHeight + weeksHeight / 2;
  pen.save();
  pen.beginPath();
  pen.rect(layout.names, 0, scene.width - layout.names, layout.head);
  pen.clip();
  pen.textAlign = 'left';
  pen.font = `600 12px ${colours.font}`;
  for (const [index, month] of head.months.entries()) {
    const [x, end] = [xOf(month.week), xOf(head.months[index + 1]?.week ?? layout.weeks)];
    if (end < layout.names || x > scene.width) continue;
    pen.fillStyle = colours.line;
    pen.fillRect(x - 1, 0, 1, monthsHeight + weeksHeight);
    pen.fillStyle = colours.ink;
    // A month whose beginning is scrolled away keeps its name in sight.
    const from = Math.max(x, layout.names) + 4;
    const spare = Math.max(0, end - from - 2);
    pen.fillText(pen.measureText(month.name).width <= spare ? month.name : shortened(pen, month.short, spare), from, monthsHeight / 2 + 1);
  }
  pen.textAlign = 'center';
  for (let week = firstWeek; week <= lastWeek; week += 1) {
    const isToday = week === head.today;
    pen.font = `${isToday ? 700 : 400} ${layout.cell < 17 ? 10 : 11}px ${colours.font}`;
    pen.fillStyle = isToday ? colours.accent : colours.muted;
    pen.fillText(head.weeks[week] ?? '', xOf(week) + layout.cell / 2, middle);
  }
  if (head.sums !== null) paintSums(pen, scene, head.sums, firstWeek, lastWeek, xOf);
  pen.restore();
  pen.textAlign = 'left';
  pen.font = `400 12px ${colours.font}`;
  pen.fillStyle = colours.muted;
  pen.fillText(head.corner.weeks, pad, middle);
  if (head.sums !== null) pen.fillText(shortened(pen, head.corner.sums, layout.names - pad - 8), pad, monthsHeight + weeksHeight + sumsHeight / 2);
  pen.fillStyle = colours.line;
  pen.fillRect(0, layout.head - 1, scene.width, 1);
  pen.fillRect(layout.names - 1, 0, 1, layout.head);
}

/** How many are over, by week: a bar against the worst week, with its number where there is room. */
function paintSums(pen: CanvasRenderingContext2D, { layout, colours }: Scene, sums: readonly number[], firstWeek: number, lastWeek: number, xOf: (week: number) => number): void {
  const most = Math.max(1, ...sums);
  const base = layout.head - 3;
  pen.textAlign = 'center';
  pen.font = `600 10px ${colours.font}`;
  for (let week = firstWeek; week <= lastWeek; week += 1) {
    const count = sums[week] ?? 0;
    if (count === 0) continue;
    const high = Math.max(2, (count / most) * (sumsHeight - 16));
    pen.fillStyle = colours.danger;
    pen.fillRect(xOf(week) + 1, base - high, layout.cell - 3, high);
    pen.fillStyle = colours.ink;
    const text = count < 1000 ? String(count) : `${Math.round(count / 1000)}k`;
    const isAlone = (sums[week - 1] ?? 0) === 0 && (sums[week + 1] ?? 0) === 0;
    if (isAlone || pen.measureText(text).width <= layout.cell + 1) pen.fillText(text, xOf(week) + layout.cell / 2, base - high - 6);
  }
}
