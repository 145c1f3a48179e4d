/** How many sites a campaign has and where they are with their answer: the one count, for lists, views and reports. */
import type { AdoptionStatus } from '#shared/campaigns/lists.ts';
import type { AnswerCounts, Campaign } from '#shared/campaigns/contract.ts';
import type { RawDatabase } from '../../database/connect.ts';
import { scopeTest } from './scope.ts';
import { siteTable } from './site-table.ts';

export const noAnswers: AnswerCounts = { sites: 0, invited: 0, adopted: 0, adapted: 0, declined: 0, done: 0 };

/**
 * Counts by campaign. A settled list is counted from its answers, one that is not from the sites it would have today, of
 * which only `sites` is known. `reader` is the reading connection.
 */
export function answerCounts(
  reader: RawDatabase,
  campaigns: Pick<Campaign, 'id' | 'frozenAt' | 'scope' | 'startDate' | 'endDate'>[],
): Map<string, AnswerCounts> {
  const counts = new Map<string, AnswerCounts>();
  const byCampaign = reader.prepare('select status, count(*) as n from adoptions where campaignId = ? group by status');
  const drafts = new Map<string, number>();
  for (const campaign of campaigns) {
    if (campaign.frozenAt === null) {
      // Drafts of one year often have the same sites in mind.
      const key = JSON.stringify([campaign.scope, campaign.startDate, campaign.endDate]);
      const sites = drafts.get(key) ?? countScope(reader, campaign);
      drafts.set(key, sites);
      counts.set(campaign.id, { ...noAnswers, sites });
      continue;
    }
    const count = { ...noAnswers };
    for (const { status, n } of byCampaign.all(campaign.id) as { status: AdoptionStatus; n: number }[]) {
      count[status] = n;
      count.sites += n;
    }
    counts.set(campaign.id, count);
  }
  return counts;
}

function countScope(reader: RawDatabase, campaign: Pick<Campaign, 'scope' | 'startDate' | 'endDate'>): number {
  const { sites, below } = siteTable(reader);
  const isIn = scopeTest(campaign.scope, campaign, below);
  let count = 0;
  for (const site of sites) if (isIn(site)) count += 1;
  return count;
}
