/** Gives a site without coordinates a place from the bundled gazetteer, with the mark of how exact it is. */
import type { Site } from '#shared/sites/contract.ts';
import { locate } from './gazetteer.ts';

type Placed = Pick<Site, 'lat' | 'lon' | 'accuracy'>;

/** Keeps given coordinates; else looks the postcode and city up; else leaves the place missing, never 0,0. */
export function locateSite(resources: string, site: Placed & Pick<Site, 'postcode' | 'city' | 'country'>): Placed {
  if (site.lat !== null && site.lon !== null)
    return { lat: site.lat, lon: site.lon, accuracy: site.accuracy ?? 'site' };
  if (site.postcode === null && site.city === null) return { lat: null, lon: null, accuracy: null };
  const place = locate({ postcode: site.postcode, city: site.city, country: site.country }, resources);
  return place === null
    ? { lat: null, lon: null, accuracy: null }
    : { lat: place.lat, lon: place.lon, accuracy: place.accuracy };
}
