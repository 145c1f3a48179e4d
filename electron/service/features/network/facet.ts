/** What network gives to the engines. */
import type { Facet } from '../../engines/facets.ts';
import { coverageReport } from './report.ts';

export const networkFacet: Facet = {
  reports: [coverageReport],
};
