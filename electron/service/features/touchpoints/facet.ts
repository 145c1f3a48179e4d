/** What touchpoints give to the engines. */
import { sql } from 'kysely';
import enFields from '#shared/touchpoints/words/en/fields.json' with { type: 'json' };
import enTables from '#shared/touchpoints/words/en/tables.json' with { type: 'json' };
import enTerms from '#shared/touchpoints/words/en/terms.json' with { type: 'json' };
import frFields from '#shared/touchpoints/words/fr/fields.json' with { type: 'json' };
import frTables from '#shared/touchpoints/words/fr/tables.json' with { type: 'json' };
import frTerms from '#shared/touchpoints/words/fr/terms.json' with { type: 'json' };
import type { Facet } from '../../engines/facets.ts';
import { tableFinder } from '../../engines/finder.ts';
import { judgeTouchpoints } from './import.ts';
import { touchpointsList } from './list.ts';

export const touchpointsFacet: Facet = {
  imports: { touchpoints: judgeTouchpoints },
  lists: { touchpoints: touchpointsList },
  finders: {
    touchpoint: tableFinder({
      kind: 'touchpoint',
      table: 'touchpoints',
      title: sql`coalesce(nullif(substr(t.summary, 1, 120), ''), t.author, '')`,
      detail: sql`trim(p."firstName" || ' ' || p."lastName") || ' · ' || t.date`,
      joins: sql`join people p on p.id = t."personId"`,
    }),
  },
  names: {
    touchpoints: (row, nameOf) => `${nameOf('people', String(row['personId']))} · ${String(row['date'] ?? '')}`,
  },
  words: {
    fr: { fields: frFields, tables: frTables, terms: frTerms },
    en: { fields: enFields, tables: enTables, terms: enTerms },
  },
};
