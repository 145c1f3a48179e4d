/** What deck gives to the engines. */
import type { Facet } from '../../engines/facets.ts';

export const deckFacet: Facet = {
  names: { decks: (row, nameOf) => nameOf('awardEditions', String(row['editionId'])) },
};
