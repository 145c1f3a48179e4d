/** Which sites a campaign is for, as a person says it: the network by criteria, or sites chosen one by one. */
import type { CampaignScope } from './contract.ts';

export const wholeNetwork: CampaignScope = {
  territoryIds: [],
  siteKinds: [],
  headcountMin: null,
  headcountMax: null,
  siteIds: [],
  excludedSiteIds: [],
};

/** Whether anything but the names of sites narrows the scope. */
export function hasCriteria(scope: CampaignScope): boolean {
  return (
    scope.territoryIds.length > 0 ||
    scope.siteKinds.length > 0 ||
    scope.headcountMin !== null ||
    scope.headcountMax !== null
  );
}

/** A scope being written. `chosen` keeps the criteria aside, so that going back finds them again. */
export interface ScopeDraft {
  mode: 'criteria' | 'chosen';
  scope: CampaignScope;
}

export function draftOf(scope: CampaignScope): ScopeDraft {
  return { mode: !hasCriteria(scope) && scope.siteIds.length > 0 ? 'chosen' : 'criteria', scope };
}

/**
 * The scope that a draft means; null while no site is chosen, since a scope that names nothing is the whole network. Without
 * criteria the added sites say nothing: they are in the network already.
 */
export function scopeOf({ mode, scope }: ScopeDraft): CampaignScope | null {
  if (mode === 'chosen') return scope.siteIds.length === 0 ? null : { ...wholeNetwork, siteIds: scope.siteIds };
  return hasCriteria(scope) ? scope : { ...scope, siteIds: [] };
}

/** Brings a site in, whether it was left out or was never in. */
export function withSite(draft: ScopeDraft, id: string): ScopeDraft {
  const { scope } = draft;
  const siteIds = scope.siteIds.includes(id) ? scope.siteIds : [...scope.siteIds, id];
  return { ...draft, scope: { ...scope, siteIds, excludedSiteIds: scope.excludedSiteIds.filter((one) => one !== id) } };
}

/** Takes sites out of what the draft gives: off the chosen ones, or left out of those that meet the criteria. */
export function withoutSites({ mode, scope }: ScopeDraft, ids: string[]): ScopeDraft {
  const gone = new Set(ids);
  if (mode === 'chosen') return { mode, scope: { ...scope, siteIds: scope.siteIds.filter((one) => !gone.has(one)) } };
  return { mode, scope: { ...scope, excludedSiteIds: [...new Set([...scope.excludedSiteIds, ...ids])] } };
}

/** Lets these sites in again as the criteria have it; without ids, all of those left out. */
export function putBack(draft: ScopeDraft, ids?: string[]): ScopeDraft {
  const { scope } = draft;
  return {
    ...draft,
    scope: {
      ...scope,
      excludedSiteIds: ids === undefined ? [] : scope.excludedSiteIds.filter((one) => !ids.includes(one)),
    },
  };
}
