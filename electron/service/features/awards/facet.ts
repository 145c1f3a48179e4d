/** What awards give to the engines. */
import type { Facet } from '../../engines/facets.ts';
import { judgeScores } from './import.ts';
import { rankingReport } from './report.ts';
import { findEditions } from './find-editions.ts';

export const awardsFacet: Facet = {
  imports: { scores: judgeScores },
  reports: [rankingReport],
  finders: { edition: findEditions },
  names: {
    nominees: (row, nameOf) => {
      if (typeof row['title'] === 'string' && row['title'].trim() !== '') return row['title'].trim();
      if (typeof row['initiativeId'] === 'string') return nameOf('initiatives', row['initiativeId']);
      return typeof row['personId'] === 'string' ? nameOf('people', row['personId']) : '';
    },
  },
};
