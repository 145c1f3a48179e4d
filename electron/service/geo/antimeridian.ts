/** Outlines that cross the 180th meridian (Russia's far east, Fiji): made whole for a map that repeats, or cut as GeoJSON wants them. */
import type { Position } from 'geojson';

/** The ring without a jump from one edge of the world to the other: its longitudes may leave -180 to 180. */
function unwrappedRing(ring: readonly Position[]): Position[] {
  let shift = 0;
  let before: number | null = null;
  return ring.map(([lon = 0, lat = 0]) => {
    if (before !== null && lon - before > 180) shift -= 360;
    if (before !== null && lon - before < -180) shift += 360;
    before = lon;
    return [lon + shift, lat];
  });
}

/** Polygons whose rings go on past the edge of the world, holes beside their outer ring, most of each within -180 to 180. */
export function unwrapped(polygons: readonly Position[][][]): Position[][][] {
  return polygons.map((polygon) => {
    const rings = polygon.map(unwrappedRing);
    const [outer = []] = rings;
    const middle = (Math.min(...outer.map(([lon = 0]) => lon)) + Math.max(...outer.map(([lon = 0]) => lon))) / 2;
    return rings.map((ring) => {
      const own = (Math.min(...ring.map(([lon = 0]) => lon)) + Math.max(...ring.map(([lon = 0]) => lon))) / 2;
      // A hole may have been unwrapped the other way round; and the whole belongs where its middle is.
      const shift = 360 * (Math.round((middle - own) / 360) - Math.round(middle / 360));
      return shift === 0 ? ring : ring.map(([lon = 0, lat = 0]) => [lon + shift, lat]);
    });
  });
}

/** The part of a closed ring on one side of a meridian (Sutherland and Hodgman, 1974); empty when there is none. */
function clipped(ring: readonly Position[], meridian: number, east: boolean): Position[] {
  const isIn = ([lon = 0]: Position): boolean => (east ? lon >= meridian : lon <= meridian);
  const kept: Position[] = [];
  for (let at = 1; at < ring.length; at += 1) {
    const [from, to] = [ring[at - 1] ?? [], ring[at] ?? []];
    const [x0 = 0, y0 = 0] = from;
    const [x1 = 0, y1 = 0] = to;
    if (isIn(from)) kept.push(from);
    if (isIn(from) !== isIn(to) && x0 !== meridian && x1 !== meridian)
      kept.push([meridian, y0 + ((meridian - x0) / (x1 - x0)) * (y1 - y0)]);
  }
  const [first] = kept;
  return first === undefined || kept.length < 3 ? [] : [...kept, first];
}

/** The same polygons within -180 to 180: those that cross the antimeridian are cut there, as RFC 7946 asks (3.1.9). */
export function cutAtAntimeridian(polygons: readonly Position[][][]): Position[][][] {
  return unwrapped(polygons).flatMap((rings) => {
    const lons = (rings[0] ?? []).map(([lon = 0]) => lon);
    const [first, last] = [Math.floor((Math.min(...lons) + 180) / 360), Math.ceil((Math.max(...lons) - 180) / 360)];
    if (first >= 0 && last <= 0) return [rings];
    return Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((band) => {
      const parts = rings.map((ring) =>
        clipped(clipped(ring, 360 * band - 180, true), 360 * band + 180, false).map(([lon = 0, lat = 0]): Position => [
          lon - 360 * band,
          lat,
        ]),
      );
      return (parts[0] ?? []).length === 0 ? [] : [parts.filter((part) => part.length > 0)];
    });
  });
}
