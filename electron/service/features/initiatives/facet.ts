/** What initiatives give to the engines. */
import { sql } from 'kysely';
import type { Facet } from '../../engines/facets.ts';
import { judgeInitiatives } from './import.ts';
import { judgeMeasurements } from './import-measurements.ts';
import { initiativesList, measurementsList } from './list.ts';
import { initiativesReport } from './report.ts';
import { measurementsReport } from './report-measurements.ts';
import { tableFinder } from '../../engines/finder.ts';

export const initiativesFacet: Facet = {
  imports: { initiatives: judgeInitiatives, measurements: judgeMeasurements },
  lists: { initiatives: initiativesList, measurements: measurementsList },
  reports: [initiativesReport, measurementsReport],
  finders: {
    initiative: tableFinder({
      kind: 'initiative',
      table: 'initiatives',
      title: sql`t.title`,
      detail: sql`coalesce(s.name, '')`,
      joins: sql`left join sites s on s.id = t."siteId"`,
    }),
  },
};
