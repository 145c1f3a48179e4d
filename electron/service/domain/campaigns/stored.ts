/** Stored rows of campaigns as the contract has them. */
import { campaignScopeSchema, type Campaign, type Phase } from '#shared/campaigns/contract.ts';
import type { Row } from '../../database/tables.ts';
import { withoutStored } from '../../records/records.ts';

export function campaignOf(row: Row<'campaigns'>): Campaign {
  return {
    ...withoutStored(row),
    sdgs: JSON.parse(row.sdgs) as number[],
    scope: campaignScopeSchema.parse(JSON.parse(row.scope)),
    asksSites: row.asksSites === 1,
  };
}

export function phaseOf(row: Row<'campaignPhases'>): Phase {
  return { ...withoutStored(row), asksSites: row.asksSites === 1 };
}

/** The values of a change as they are stored. */
export function storedCampaign(
  set: Partial<Pick<Campaign, 'sdgs' | 'scope' | 'asksSites'>>,
): Partial<Pick<Row<'campaigns'>, 'sdgs' | 'scope' | 'asksSites'>> {
  return {
    ...(set.sdgs === undefined ? {} : { sdgs: JSON.stringify(set.sdgs) }),
    ...(set.scope === undefined ? {} : { scope: JSON.stringify(set.scope) }),
    ...(set.asksSites === undefined ? {} : { asksSites: set.asksSites ? 1 : 0 }),
  };
}
