/** The part of the world that is shown: where the sites are, without letting a few far ones shrink the rest. */
import type { MapColumns } from '#shared/network/columns.ts';

/** West, south, east, north, in degrees. */
export type Extent = [number, number, number, number];

/** Europe's west, for a network that has no place yet. */
export const nowhere: Extent = [-5.5, 41, 10, 51.5];
/** Degrees: a lone site is shown with its surroundings. */
const least = 0.6;

export function extentOf(lons: readonly number[], lats: readonly number[]): Extent {
  if (lons.length === 0) return nowhere;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < lons.length; at += 1) {
    west = Math.min(west, lons[at] ?? 0);
    east = Math.max(east, lons[at] ?? 0);
    south = Math.min(south, lats[at] ?? 0);
    north = Math.max(north, lats[at] ?? 0);
  }
  const [wide, high] = [Math.max(0, least - (east - west)) / 2, Math.max(0, least - (north - south)) / 2];
  return [west - wide, Math.max(-85, south - high), east + wide, Math.min(85, north + high)];
}

export function extentOfSites(columns: MapColumns, places: readonly number[]): Extent {
  return extentOf(
    places.map((at) => columns.lon[at] ?? 0),
    places.map((at) => columns.lat[at] ?? 0),
  );
}

/**
 * The first view: all sites, unless one in twenty at most lies far off (overseas, another continent); then the others, and the
 * far ones are a search or a move away.
 */
export function homeExtent(columns: MapColumns): Extent {
  const count = columns.id.length;
  if (count === 0) return nowhere;
  const all = Array.from({ length: count }, (_, at) => at);
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(count / 2)] ?? 0;
  const [lon, lat] = [middle(columns.lon), middle(columns.lat)];
  const near = all.filter(
    (at) => Math.abs((columns.lon[at] ?? 0) - lon) < 30 && Math.abs((columns.lat[at] ?? 0) - lat) < 20,
  );
  return extentOfSites(columns, near.length >= count * 0.85 ? near : all);
}

export function isWithin(lon: number, lat: number, [west, south, east, north]: Extent): boolean {
  return (
    lat >= south &&
    lat <= north &&
    (east - west >= 360 ||
      (lon >= west && lon <= east) ||
      (lon + 360 >= west && lon + 360 <= east) ||
      (lon - 360 >= west && lon - 360 <= east))
  );
}

/** The sites of the columns that lie in the view. */
export function sitesWithin(columns: MapColumns, extent: Extent): number[] {
  const found: number[] = [];
  for (let at = 0; at < columns.id.length; at += 1)
    if (isWithin(columns.lon[at] ?? 0, columns.lat[at] ?? 0, extent)) found.push(at);
  return found;
}

/** Kilometres of a pixel at the equator and zoom 0, as MapLibre counts zooms (a world of 512 pixels). */
const kilometresPerPixel = 40_075.017 / 512;

/** The radius in pixels, at zoom 0, of a circle of so many kilometres around a latitude; it doubles with every zoom. */
export function pixelsAtZoom0(kilometres: number, lat: number): number {
  return kilometres / (kilometresPerPixel * Math.cos((lat * Math.PI) / 180));
}
