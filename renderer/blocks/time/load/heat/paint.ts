/** Paints what of the heat map is in sight onto a canvas: cells first, then names, then the head, each over the one before. */
import { namePadding } from './layout.ts';
import { paintHead } from './paint-head.ts';
import type { Scene } from './scene.ts';
import { fitted } from './text.ts';

const indent = 14;

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

function paintCells(
  pen: CanvasRenderingContext2D,
  scene: Scene,
  firstRow: number,
  lastRow: number,
  firstWeek: number,
  lastWeek: number,
): void {
  const { layout, scale, colours, left, top, hover, active } = scene;
  const tall = layout.row - 1;
  const xOf = (week: number): number => layout.names + week * layout.cell - left;
  const yOf = (row: number): number => layout.head + row * layout.row - top;
  for (let index = firstRow; index <= lastRow; index += 1) {
    const row = scene.rowAt(index);
    const y = yOf(index);
    if (row === undefined) {
      // Not read yet: paler than a week in which nothing is asked.
      pen.fillStyle = colours.line;
      pen.globalAlpha = 0.35;
      pen.fillRect(xOf(firstWeek), y, (lastWeek - firstWeek + 1) * layout.cell, tall);
      pen.globalAlpha = 1;
    } else if (scene.bars) {
      for (let week = firstWeek; week <= lastWeek; week += 1)
        paintBar(pen, scene, xOf(week), y, row.values[week] ?? 0, row.marks[week] != null);
    } else {
      // Weeks alike are filled in one go.
      for (let week = firstWeek; week <= lastWeek;) {
        const value = row.values[week] ?? 0;
        let end = week + 1;
        while (end <= lastWeek && (row.values[end] ?? 0) === value) end += 1;
        pen.fillStyle = scale.of(value);
        pen.fillRect(xOf(week), y, (end - week) * layout.cell, tall);
        week = end;
      }
    }
  }
  if (!scene.bars) {
    pen.fillStyle = colours.surface;
    for (let week = firstWeek; week <= lastWeek; week += 1)
      pen.fillRect(xOf(week + 1) - 1, layout.head, 1, layout.rows * layout.row - top);
    paintMarks(pen, scene, firstRow, lastRow, firstWeek, lastWeek);
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

/** What is over has a frame, and its number where there is room. */
function paintMarks(
  pen: CanvasRenderingContext2D,
  { layout, scale, colours, rowAt, left, top }: Scene,
  firstRow: number,
  lastRow: number,
  firstWeek: number,
  lastWeek: number,
): void {
  const [wide, tall] = [layout.cell - 1, layout.row - 1];
  pen.textAlign = 'center';
  const narrow = layout.cell < 19;
  const frame = narrow ? 1.5 : 2;
  pen.font = `600 ${narrow ? 10 : 11}px ${colours.font}`;
  pen.strokeStyle = scale.frame;
  pen.lineWidth = frame;
  pen.fillStyle = scale.ink;
  // Few numbers on many cells: each is fitted once a frame.
  const written = new Map<string, string>();
  const fit = (mark: string): string => {
    const known = written.get(mark) ?? (fitted(pen, mark, Infinity).width <= wide - 1 ? mark : '•');
    written.set(mark, known);
    return known;
  };
  for (let index = firstRow; index <= lastRow; index += 1) {
    const marks = rowAt(index)?.marks;
    if (marks === undefined) continue;
    for (let week = firstWeek; week <= lastWeek; week += 1) {
      const mark = marks[week] ?? null;
      if (mark === null) continue;
      const [x, y] = [layout.names + week * layout.cell - left, layout.head + index * layout.row - top];
      pen.strokeRect(x + frame / 2, y + frame / 2, wide - frame, tall - frame);
      pen.fillText(fit(mark), x + wide / 2, y + tall / 2 + 0.5);
    }
  }
}

/** A bar as high as the load; full height is the greatest there is, at least twice the threshold, which is the fine line. */
function paintBar(
  pen: CanvasRenderingContext2D,
  { layout, scale, colours, threshold, most }: Scene,
  x: number,
  y: number,
  value: number,
  isOver: boolean,
): void {
  const tall = layout.row - 5;
  const base = y + layout.row - 1;
  const highest = Math.max(2 * threshold, most);
  pen.fillStyle = colours.line;
  pen.fillRect(x, base, layout.cell, 1);
  if (value > 0) {
    const high = Math.max(2, (value / highest) * tall);
    pen.fillStyle = isOver ? scale.frame : scale.of(threshold);
    pen.fillRect(x + 1, base - high, layout.cell - 3, high);
  }
  pen.fillStyle = colours.ink;
  pen.globalAlpha = 0.55;
  pen.fillRect(x, Math.round(base - (threshold / highest) * tall), Math.ceil(layout.cell / 2), 1);
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
      pen.fillRect(namePadding, y + layout.row / 2 - 4, 60 + ((index * 37) % 70), 8);
      continue;
    }
    const x = namePadding + row.depth * indent;
    pen.font = `${row.depth === 0 && row.detail === null ? 500 : 400} 13px ${colours.font}`;
    pen.fillStyle = colours.ink;
    const name = fitted(pen, row.name, layout.names - x - 8);
    pen.fillText(name.text, x, y + layout.row / 2);
    const used = x + Math.ceil(name.width) + 8;
    if (row.detail !== null && layout.names - used > 40) {
      pen.font = `400 12px ${colours.font}`;
      pen.fillStyle = colours.muted;
      pen.fillText(fitted(pen, row.detail, layout.names - used - 8).text, used, y + layout.row / 2);
    }
  }
  pen.fillStyle = colours.line;
  pen.fillRect(layout.names - 1, layout.head, 1, scene.height);
}
