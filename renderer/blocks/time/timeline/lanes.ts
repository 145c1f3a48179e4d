/** Items laid in lanes, and in each lane on lines where none touches another. */
import type { LaneKind } from '../../../lib/time-source.ts';
import type { WholeItem } from './items.ts';

export interface Lane {
  /** Empty for what belongs to no territory, theme or owner. */
  id: string;
  name: string;
  colour: string | null;
  items: WholeItem[];
}

export interface LaneChoice {
  id: string;
  name: string;
  colour?: string | null;
}

/** The lanes that there may be. */
export interface LaneChoices {
  /** In the order in which they are shown; owners are taken as they come, by name. */
  known: readonly LaneChoice[] | null;
  /** The lane of what belongs to none: what no territory limits before the territories, "no theme" after the themes. */
  none: { name: string; isFirst: boolean };
}

/** The lanes that hold something, in order. An item that belongs to several territories stands in each of their lanes; one whose lane is no longer known stands in none's. */
export function lanesOf(items: readonly WholeItem[], kind: LaneKind, { known, none }: LaneChoices): Lane[] {
  const lane = ({ id, name, colour }: LaneChoice): Lane => ({ id, name, colour: colour ?? null, items: [] });
  const names =
    known ??
    [...new Set(items.flatMap(({ item }) => item.lanes[kind] ?? []))]
      .sort((a, b) => a.localeCompare(b))
      .map((name) => ({ id: name, name }));
  const lanes = new Map(names.map((choice) => [choice.id, lane(choice)]));
  const rest = lane({ id: '', name: none.name });
  for (const whole of items) {
    const own = [...new Set(whole.item.lanes[kind])].flatMap((id) => lanes.get(id) ?? []);
    for (const one of own.length === 0 ? [rest] : own) one.items.push(whole);
  }
  const all = [...lanes.values()];
  return (none.isFirst ? [rest, ...all] : [...all, rest]).filter((one) => one.items.length > 0);
}

/** What something takes up on a line, in pixels: its bar, its phases before and after, its name beside it. */
export interface Room {
  left: number;
  right: number;
}

/** Lays things on as few lines as will do, none touching another; on each line from left to right. */
export function packed<T>(things: readonly T[], roomOf: (thing: T) => Room): T[][] {
  const lines: { right: number; things: T[] }[] = [];
  const placed = things
    .map((thing) => ({ thing, room: roomOf(thing) }))
    .sort((a, b) => a.room.left - b.room.left || b.room.right - a.room.right);
  for (const { thing, room } of placed) {
    const line = lines.find(({ right }) => right <= room.left);
    if (line === undefined) lines.push({ right: room.right, things: [thing] });
    else {
      line.things.push(thing);
      line.right = Math.max(line.right, room.right);
    }
  }
  return lines.map((line) => line.things);
}
