/** The rows of a timeline from top to bottom: lines of items, and below an opened one its phases and tasks. */
import { partsInOrder, type WholeItem, type Item } from './items.ts';
import { packed, type Lane, type Room } from './lanes.ts';
import { widthOf, xOf, type Scale } from './scale.ts';

/** One bar in one place: an item in two lanes is two cells. */
export interface Cell {
  key: string;
  item: Item;
}

export interface Row {
  key: string;
  kind: 'line' | 'part';
  laneId: string;
  top: number;
  height: number;
  cells: Cell[];
  /** The opened item a part belongs to. */
  owner: Cell | null;
}

export interface LaneBlock {
  lane: Lane;
  top: number;
  height: number;
}

export interface Layout {
  rows: Row[];
  lanes: LaneBlock[];
  height: number;
}

export const lineHeight = 40;
export const partHeight = 30;
const laneGap = 8;
const labelRoom = { perLetter: 6.7, around: 34, most: 220 };

/** About how wide a name is written; a long one is cut. */
export function labelWidth(title: string): number {
  return Math.min(labelRoom.most, title.length * labelRoom.perLetter + labelRoom.around);
}

/** Whether a name is written in its bar rather than after it: when the bar holds it, or a good part of it. */
export function isLabelInside(title: string, barWidth: number): boolean {
  return barWidth >= Math.min(labelWidth(title), 112);
}

/** What an item takes up on its line. */
export function roomOf(scale: Scale, whole: WholeItem): Room {
  const width = widthOf(scale, whole.end - whole.start + 1);
  const bar = xOf(scale, whole.start);
  const left = Math.min(bar, ...whole.phases.map((phase) => xOf(scale, phase.start)));
  const right = Math.max(bar + width, ...whole.phases.map((phase) => xOf(scale, phase.end + 1)));
  return {
    left,
    right: Math.max(right, isLabelInside(whole.title, width) ? right : bar + width + labelWidth(whole.title)) + 6,
  };
}

/** `opened` holds the keys of the cells whose parts are shown. */
export function layoutOf(lanes: readonly Lane[], scale: Scale, opened: ReadonlySet<string>): Layout {
  const rows: Row[] = [];
  const blocks: LaneBlock[] = [];
  let top = 0;
  for (const lane of lanes) {
    const laneTop = top;
    top += laneGap / 2;
    const add = (key: string, kind: Row['kind'], height: number, cells: Cell[], owner: Cell | null): void => {
      rows.push({ key, kind, laneId: lane.id, top, height, cells, owner });
      top += height;
    };
    packed(lane.items, (whole) => roomOf(scale, whole)).forEach((line, index) => {
      const cells = line.map((item): Cell & { item: WholeItem } => ({ key: `${lane.id}/${item.id}`, item }));
      const closed = cells.filter(({ key }) => !opened.has(key));
      if (closed.length > 0) add(`${lane.id}#${index}`, 'line', lineHeight, closed, null);
      // An opened item has a line to itself, so that its parts are seen to be its own.
      for (const owner of cells) {
        if (!opened.has(owner.key)) continue;
        add(`${owner.key}#`, 'line', lineHeight, [owner], null);
        for (const part of partsInOrder(owner.item)) {
          const key = `${lane.id}/${part.id}`;
          add(key, 'part', partHeight, [{ key, item: part }], owner);
        }
      }
    });
    top += laneGap / 2;
    blocks.push({ lane, top: laneTop, height: top - laneTop });
  }
  return { rows, lanes: blocks, height: top };
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'first' | 'last' | 'pageUp' | 'pageDown';

/** The cell reached from another by an arrow: along the line, or on the next line the one that lies nearest in time. */
export function stepped(rows: readonly Row[], key: string, step: Step): string {
  const rowIndex = rows.findIndex((row) => row.cells.some((cell) => cell.key === key));
  const row = rows[rowIndex];
  const first = rows[0]?.cells[0]?.key ?? key;
  if (row === undefined) return first;
  const at = row.cells.findIndex((cell) => cell.key === key);
  if (step === 'first') return first;
  if (step === 'last') return rows[rows.length - 1]?.cells[0]?.key ?? key;
  if (step === 'left') return row.cells[at - 1]?.key ?? rows[rowIndex - 1]?.cells.at(-1)?.key ?? key;
  if (step === 'right') return row.cells[at + 1]?.key ?? rows[rowIndex + 1]?.cells[0]?.key ?? key;
  const lines = { up: -1, down: 1, pageUp: -10, pageDown: 10 }[step];
  const next = rows[Math.max(0, Math.min(rows.length - 1, rowIndex + lines))];
  const from = row.cells[at]?.item;
  if (next === undefined || from === undefined || next === row) return key;
  const distance = ({ item }: Cell): number =>
    item.start > from.end ? item.start - from.end : item.end < from.start ? from.start - item.end : 0;
  return (
    next.cells.reduce<Cell | undefined>(
      (best, cell) => (best === undefined || distance(cell) < distance(best) ? cell : best),
      undefined,
    )?.key ?? key
  );
}
