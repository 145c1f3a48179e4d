/** What sites give to the engines. */
import { sql } from 'kysely';
import type { Facet } from '../../engines/facets.ts';
import { judgeSites } from './import.ts';
import { sitesList } from './list.ts';
import { sitesReport } from './report.ts';
import { tableFinder } from '../../engines/finder.ts';

export const sitesFacet: Facet = {
  imports: { sites: judgeSites },
  lists: { sites: sitesList },
  reports: [sitesReport],
  finders: {
    site: tableFinder({
      kind: 'site',
      table: 'sites',
      title: sql`t.name`,
      detail: sql`trim(coalesce(t.city, '') || ' · ' || t.code, ' ·')`,
    }),
  },
};
