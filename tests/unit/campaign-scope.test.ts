/** A scope as a person writes it: by criteria or one by one, with what is added and left out. */
import { describe, expect, it } from 'vitest';
import { draftOf, putBack, scopeOf, wholeNetwork, withoutSites, withSite } from '#shared/campaigns/scope.ts';

describe('a scope being written', () => {
  it('never turns into the whole network when the last chosen site is taken out', () => {
    const one = draftOf({ ...wholeNetwork, siteIds: ['a'] });
    expect(one.mode).toBe('chosen');
    expect(scopeOf(withSite(one, 'b'))).toEqual({ ...wholeNetwork, siteIds: ['a', 'b'] });
    expect(scopeOf(withoutSites(one, ['a']))).toBeNull();
  });

  it('keeps the criteria aside while sites are chosen, and drops added sites that no criterion needs', () => {
    const draft = draftOf({ ...wholeNetwork, territoryIds: ['t'], siteIds: ['a'] });
    expect(draft.mode).toBe('criteria');
    expect(scopeOf({ ...draft, mode: 'chosen' })).toEqual({ ...wholeNetwork, siteIds: ['a'] });
    expect(scopeOf(draft)).toEqual({ ...wholeNetwork, territoryIds: ['t'], siteIds: ['a'] });
    expect(scopeOf({ mode: 'criteria', scope: { ...draft.scope, territoryIds: [] } })).toEqual(wholeNetwork);
  });

  it('leaves a site out once, puts it back, and finds an added one again', () => {
    const draft = draftOf({ ...wholeNetwork, siteKinds: ['usine'], siteIds: ['a'] });
    const out = withoutSites(withoutSites(draft, ['a']), ['b', 'b']);
    expect(out.scope).toMatchObject({ siteIds: ['a'], excludedSiteIds: ['a', 'b'] });
    expect(putBack(out, ['a']).scope).toMatchObject({ siteIds: ['a'], excludedSiteIds: ['b'] });
    expect(putBack(out).scope.excludedSiteIds).toEqual([]);
    expect(withSite(out, 'b').scope).toMatchObject({ siteIds: ['a', 'b'], excludedSiteIds: ['a'] });
  });
});
