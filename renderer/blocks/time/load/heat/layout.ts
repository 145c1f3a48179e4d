/** Where things stand in the heat map, in CSS pixels: a column of names, weeks as columns, a head of months, weeks and sums. */

export const monthsHeight = 20;
export const weeksHeight = 18;
export const sumsHeight = 34;
/** Left of a name. */
export const namePadding = 12;

export interface Layout {
  /** The column of names. */
  names: number;
  head: number;
  cell: number;
  row: number;
  weeks: number;
  rows: number;
  /** Of everything, seen or not. */
  width: number;
  height: number;
}

/** The narrowest a week may be, and the widest it grows where there is room. */
const [narrowest, widest] = [15, 30];

/** `width` is the room there is. */
export function layoutOf({
  width,
  weeks,
  rows,
  row,
  sums,
}: {
  width: number;
  weeks: number;
  rows: number;
  row: number;
  sums: boolean;
}): Layout {
  const names = width < 760 ? 176 : 248;
  const cell = Math.max(narrowest, Math.min(widest, Math.floor((width - names) / Math.max(1, weeks))));
  const head = monthsHeight + weeksHeight + (sums ? sumsHeight : 0);
  return { names, head, cell, row, weeks, rows, width: names + weeks * cell, height: head + rows * row };
}

export interface Place {
  row: number;
  /** -1 is the name. */
  week: number;
}

/** What lies under a point of the window, `left` and `top` being how far it is scrolled; null for the head and what is beyond. */
export function placeAt(layout: Layout, x: number, y: number, left: number, top: number): Place | null {
  if (y < layout.head || x < 0) return null;
  const row = Math.floor((y - layout.head + top) / layout.row);
  if (row < 0 || row >= layout.rows) return null;
  if (x < layout.names) return { row, week: -1 };
  const week = Math.floor((x - layout.names + left) / layout.cell);
  return week < layout.weeks ? { row, week } : null;
}

/** How far to scroll so that a cell is in sight under the head and beside the names; as little as possible. */
export function scrollTo(
  layout: Layout,
  { row, week }: Place,
  view: { left: number; top: number; width: number; height: number },
): { left: number; top: number } {
  const nearest = (from: number, size: number, at: number, room: number): number =>
    from < at ? from : from + size > at + room ? from + size - room : at;
  return {
    left: week < 0 ? view.left : nearest(week * layout.cell, layout.cell, view.left, view.width - layout.names),
    top: nearest(row * layout.row, layout.row, view.top, view.height - layout.head),
  };
}

/** Where a key leads in the grid; null when it leads nowhere. `page` is the number of rows in sight. */
export function moved(
  layout: Pick<Layout, 'rows' | 'weeks'>,
  { row, week }: Place,
  key: string,
  ctrl: boolean,
  page: number,
): Place | null {
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  const go = (toRow: number, toWeek: number): Place => ({
    row: clamp(toRow, layout.rows - 1),
    week: clamp(toWeek, layout.weeks - 1),
  });
  switch (key) {
    case 'ArrowUp':
      return go(row - 1, week);
    case 'ArrowDown':
      return go(row + 1, week);
    case 'ArrowLeft':
      return go(row, week - 1);
    case 'ArrowRight':
      return go(row, week + 1);
    case 'PageUp':
      return go(row - page, week);
    case 'PageDown':
      return go(row + page, week);
    case 'Home':
      return ctrl ? go(0, 0) : go(row, 0);
    case 'End':
      return ctrl ? go(layout.rows - 1, layout.weeks - 1) : go(row, layout.weeks - 1);
    default:
      return null;
  }
}
