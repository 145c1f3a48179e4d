/** What campaigns give to the engines. */
import { sql } from 'kysely';
import type { Facet } from '../../engines/facets.ts';
import { tableFinder } from '../../engines/finder.ts';
import { judgeCampaigns } from './import.ts';
import { campaignsList } from './list.ts';
import { campaignsReport } from './report.ts';
import { loadReport } from './report-load.ts';

export const campaignsFacet: Facet = {
  imports: { campaigns: judgeCampaigns },
  lists: { campaigns: campaignsList },
  reports: [campaignsReport, loadReport],
  finders: {
    campaign: tableFinder({
      kind: 'campaign',
      table: 'campaigns',
      title: sql`t.title`,
      // A campaign comes back under one name: its year tells which it is.
      detail: sql`coalesce(nullif(t.theme, '') || ' · ', '') || substr(t."startDate", 1, 4)`,
    }),
  },
};
