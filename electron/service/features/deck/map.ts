/** The network's map for a slide, drawn in the theme's colours. */
import { mapColours, type Theme } from '#shared/deck/themes.ts';
import type { AnyDb } from '../../database/tables.ts';
import { networkMapSvg } from '../../geo/map-svg.ts';
import { networkSites } from '../../domain/network/located-sites.ts';

export interface DeckMap {
  /** Drawn when asked for: most readings of a deck only need its size. */
  readonly svg: string;
  width: number;
  height: number;
}

// The shape of the place the slide keeps for it, so that nothing is left empty beside it.
const [width, height] = [1440, 1400];

/** Open sites with headcount as area; in a quiet colour where the target of ambassadors is not met. */
export async function mapOf(db: AnyDb, theme: Theme, resources: string): Promise<DeckMap | null> {
  const sites = await networkSites(db);
  if (sites.every((site) => site.lat === null)) return null;
  const colours = mapColours(theme);
  let drawn: string | undefined;
  return {
    get svg() {
      drawn ??= networkMapSvg({ sites, width, height, colours, resources }).svg;
      return drawn;
    },
    width,
    height,
  };
}
