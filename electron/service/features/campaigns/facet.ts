/** What campaigns give to the engines. */
import type { Facet } from '../../engines/facets.ts';
import { judgeCampaigns } from './import.ts';
import { campaignsList } from './list.ts';
import { campaignsReport } from './report.ts';
import { loadReport } from './report-load.ts';

export const campaignsFacet: Facet = {
  imports: { campaigns: judgeCampaigns },
  lists: { campaigns: campaignsList },
  reports: [campaignsReport, loadReport],
};
