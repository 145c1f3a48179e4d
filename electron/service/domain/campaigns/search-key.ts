/** The stored key by which campaigns are sorted and found; one function, whoever writes the record. */
import type { Campaign } from '#shared/campaigns/contract.ts';
import { foldSearch } from '#shared/base/fold.ts';

export function campaignSearchKey(campaign: Pick<Campaign, 'title' | 'theme' | 'pillar' | 'code'>): string {
  return foldSearch(campaign.title, campaign.theme, campaign.pillar, campaign.code);
}
