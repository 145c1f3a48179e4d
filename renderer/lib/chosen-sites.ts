/** Sites chosen on the map and taken to their list: too many for an address, so they travel in the history's entry beside it. */
import { useMemo } from 'react';
import { useLocation } from 'react-router';
import type { ListState } from './list-state.ts';

/** Name in the address that says that a choice narrows the list; without it the choice no longer counts. */
export const chosenName = 'chosen';

/** What `navigate` needs to open the list of sites with these only. */
export function chosenSitesLink(ids: readonly string[]): { to: string; state: { siteIds: readonly string[] } } {
  return { to: `/sites?${chosenName}=${ids.length}`, state: { siteIds: ids } };
}

const none: string[] = [];

/** The ids that came with the link; empty without a choice. */
export function useChosenSites(state: ListState): string[] {
  const brought: unknown = useLocation().state;
  const isSet = state.filter(chosenName).length > 0;
  return useMemo(() => {
    if (!isSet || typeof brought !== 'object' || brought === null || !('siteIds' in brought) || !Array.isArray(brought.siteIds)) return none;
    return brought.siteIds.filter((id) => typeof id === 'string');
  }, [brought, isSet]);
}
