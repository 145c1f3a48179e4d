/** What the load view shows, kept in the address under names of its own: zoom, period, filters, order. */
import { useMemo } from 'react';
import { addDays } from '#shared/base/days.ts';
import { mondayOf } from '#shared/base/weeks.ts';
import type { ListState } from '../../../lib/list-state.ts';
import { weeksBefore } from '../../../lib/load-link.ts';
import { useScope } from '../../../lib/scope.tsx';
import { today } from '../../../lib/today.ts';
import { usePlace } from '../place.ts';

export const zooms = ['territories', 'sites', 'people'] as const;
export type Zoom = (typeof zooms)[number];
export const orders = ['load', 'peak', 'total', 'name'] as const;
export type Order = (typeof orders)[number];
const keeps = ['all', 'asked', 'over'] as const;
export type Keep = (typeof keeps)[number];
export const lengths = [26, 52, 104] as const;

/** Names in the address; the search of sites is not that of campaigns. */
export const address = {
  zoom: 'load.zoom',
  weeks: 'load.weeks',
  order: 'load.order',
  keep: 'load.keep',
  drafts: 'load.drafts',
  territory: 'load.territory',
  kind: 'load.kind',
  search: 'load.search',
} as const;
const filters = [address.keep, address.drafts, address.territory, address.kind, address.search];

export interface LoadChoice {
  zoom: Zoom;
  /** The first Monday. */
  from: string;
  weeks: (typeof lengths)[number];
  drafts: boolean;
  keep: Keep;
  order: Order;
  territoryIds: string[];
  kinds: string[];
  search: string;
  /** Half a window later (1) or earlier (-1); 0 is back to today. */
  go: (direction: -1 | 0 | 1) => void;
  /** The state of the bar: its own search, filters and what clears them. */
  state: ListState;
}

const oneOf = <T extends string>(list: readonly T[], value: string | undefined, standard: T): T =>
  list.find((one) => one === value) ?? standard;

export function useLoadChoice(state: ListState): LoadChoice {
  const { day, go } = usePlace(state);
  const { scope } = useScope();
  return useMemo(() => {
    const first = (name: string): string | undefined => state.filter(name)[0];
    const weeks = lengths.find((length) => String(length) === first(address.weeks)) ?? 52;
    // A scope with a period that today is not in is looked at from its beginning.
    const now = today();
    const at =
      first('on') === undefined && scope.from !== null && (now < scope.from || (scope.to !== null && now > scope.to))
        ? scope.from
        : day;
    const set = filters.filter((name) => state.filter(name).length > 0);
    return {
      zoom: oneOf(zooms, first(address.zoom), 'sites'),
      from: mondayOf(addDays(at, -7 * weeksBefore)),
      weeks,
      drafts: first(address.drafts) !== 'no',
      keep: oneOf(keeps, first(address.keep), 'all'),
      order: oneOf(orders, first(address.order), 'load'),
      territoryIds: state.filter(address.territory),
      kinds: state.filter(address.kind),
      search: first(address.search) ?? '',
      go: (direction) => go(direction === 0 ? now : addDays(at, direction * 7 * (weeks / 2))),
      state: {
        ...state,
        search: first(address.search) ?? '',
        filtered: set.length > 0,
        filterNames: set,
        set: ({ search, ...change }) =>
          state.set({ ...change, ...(search === undefined ? {} : { [address.search]: search }) }),
      },
    };
  }, [state, scope, day, go]);
}
