/** Sites chosen on the map and taken to a list: too many for an address, so they travel in the history's entry beside it. */
import { useMemo } from 'react';
import { useLocation } from 'react-router';
import type { ListState } from './list-state.ts';

/** Name in the address that says that a choice narrows the list; without it the choice no longer counts. */
export const chosenName = 'chosen';

export interface ChosenSites {
  /** The ids that came with the link; empty without a choice. */
  ids: string[];
  /** How many were chosen when the address says so but they did not come with it (it was copied, or typed): then nothing is narrowed. */
  lost: number | null;
}

/** What `navigate` needs to open a list (of sites, or of the people there) with these sites only. */
export function chosenSitesLink(
  path: '/sites' | '/people',
  ids: readonly string[],
): { to: string; state: { siteIds: readonly string[] } } {
  return { to: `${path}?${chosenName}=${ids.length}`, state: { siteIds: ids } };
}

/** From the values of `chosen` in the address and what came beside it. */
export function chosenSites(values: readonly string[], brought: unknown): ChosenSites {
  if (values.length === 0) return { ids: [], lost: null };
  const ids =
    typeof brought === 'object' && brought !== null && 'siteIds' in brought && Array.isArray(brought.siteIds)
      ? brought.siteIds.filter((id) => typeof id === 'string')
      : [];
  const count = Number(values[0]);
  return { ids, lost: ids.length > 0 ? null : Number.isInteger(count) && count > 0 ? count : 0 };
}

export function useChosenSites(state: ListState): ChosenSites {
  const brought: unknown = useLocation().state;
  return useMemo(() => chosenSites(state.filter(chosenName), brought), [state, brought]);
}
