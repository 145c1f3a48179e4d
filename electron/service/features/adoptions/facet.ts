/** What adoptions give to the engines. */
import type { Facet } from '../../engines/facets.ts';
import { judgeAdoptions } from './import.ts';
import { adoptionsList } from './list.ts';
import { adoptionsReport } from './report.ts';

export const adoptionsFacet: Facet = {
  imports: { adoptions: judgeAdoptions },
  lists: { adoptions: adoptionsList },
  reports: [adoptionsReport],
};
