/** The filter of campaigns as the address holds it; the scope is not in it. */
import type { InputOf } from '#shared/contract.ts';
import type { ListState } from '../../lib/list-state.ts';

export type CampaignFilter = NonNullable<InputOf<'campaigns.list'>['filter']>;

export function filterOf(state: ListState): CampaignFilter {
  return {
    statuses: state.filter('status') as CampaignFilter['statuses'],
    themes: state.filter('theme'),
    pillars: state.filter('pillar'),
    ownerIds: state.filter('owner'),
    sdgs: state.filter('sdg').map(Number),
  };
}
