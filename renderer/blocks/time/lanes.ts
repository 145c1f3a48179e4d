/** Bars over days, one under another where they overlap: the layout of the year and of the month. */
import type { Days } from '../../lib/time-source.ts';

/** What of a bar is seen between the two days of a row. */
export interface Placed<S extends Days> {
  item: S;
  /** 0 is the uppermost. */
  lane: number;
  from: string;
  to: string;
  /** Its first day is in this row. */
  opens: boolean;
  /** Its last day is in this row. */
  closes: boolean;
}

export interface Lanes<S extends Days> {
  placed: Placed<S>[];
  /** As many as bars on the fullest day, no more, when there is one group. */
  lanes: number;
}

/**
 * Lanes for the items that touch the days from `from` to `to`, both counted: no two in a lane share a day, and none is put
 * lower than need be. A later group fills what the groups before it left free. Of those of a group that begin on a day the
 * longer stands above; equal ones keep their order.
 */
export function lanesBetween<S extends Days>(groups: readonly (readonly S[])[], from: string, to: string): Lanes<S> {
  const lanes: Placed<S>[][] = [];
  const placed = groups.flatMap((items) =>
    items
      .filter((item) => item.startDate <= to && item.endDate >= from)
      .map((item) => ({
        item,
        from: item.startDate < from ? from : item.startDate,
        to: item.endDate > to ? to : item.endDate,
      }))
      .sort((a, b) =>
        a.from !== b.from
          ? a.from < b.from
            ? -1
            : 1
          : a.item.startDate !== b.item.startDate
            ? a.item.startDate < b.item.startDate
              ? -1
              : 1
            : a.to !== b.to
              ? a.to > b.to
                ? -1
                : 1
              : 0,
      )
      .map((one): Placed<S> => {
        const free = lanes.findIndex((lane) => lane.every((other) => other.to < one.from || other.from > one.to));
        const lane = free < 0 ? lanes.length : free;
        const found = { ...one, lane, opens: one.item.startDate >= from, closes: one.item.endDate <= to };
        (lanes[lane] ??= []).push(found);
        return found;
      }),
  );
  return { placed, lanes: lanes.length };
}
