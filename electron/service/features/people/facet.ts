/** What people give to the engines. */
import { sql } from 'kysely';
import type { Facet } from '../../engines/facets.ts';
import { judgePeople } from './import.ts';
import { peopleList } from './list.ts';
import { peopleReport } from './report.ts';
import { tableFinder } from '../../engines/finder.ts';

export const peopleFacet: Facet = {
  imports: { people: judgePeople },
  lists: { people: peopleList },
  reports: [peopleReport],
  finders: {
    person: tableFinder({
      kind: 'person',
      table: 'people',
      title: sql`trim(t."firstName" || ' ' || t."lastName")`,
      detail: sql`coalesce(s.name, '')`,
      joins: sql`left join sites s on s.id = t."siteId"`,
    }),
  },
  names: { people: (row) => `${String(row['firstName'] ?? '')} ${String(row['lastName'] ?? '')}`.trim() },
};
