/** What every feature gives to the engines: a line each. It reaches handlers through their context. */
import { gather } from '../engines/facets.ts';
import { territoriesFacet } from './territories/facet.ts';
import { sitesFacet } from './sites/facet.ts';
import { peopleFacet } from './people/facet.ts';
import { initiativesFacet } from './initiatives/facet.ts';
import { awardsFacet } from './awards/facet.ts';
import { deckFacet } from './deck/facet.ts';
import { networkFacet } from './network/facet.ts';
import { campaignsFacet } from './campaigns/facet.ts';
import { adoptionsFacet } from './adoptions/facet.ts';
import { touchpointsFacet } from './touchpoints/facet.ts';

export const catalogue = gather([
  territoriesFacet,
  sitesFacet,
  peopleFacet,
  initiativesFacet,
  awardsFacet,
  deckFacet,
  networkFacet,
  campaignsFacet,
  adoptionsFacet,
  touchpointsFacet,
]);
