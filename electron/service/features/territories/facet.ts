/** What territories give to the engines. */
import { sql } from 'kysely';
import type { Facet } from '../../engines/facets.ts';
import { judgeTerritories } from './import.ts';
import { territoriesList } from './list.ts';
import { tableFinder } from '../../engines/finder.ts';

export const territoriesFacet: Facet = {
  imports: { territories: judgeTerritories },
  lists: { territories: territoriesList },
  finders: {
    territory: tableFinder({ kind: 'territory', table: 'territories', title: sql`t.name`, detail: sql`t.code` }),
  },
};
