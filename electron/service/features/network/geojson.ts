/** The map's data as GeoJSON (RFC 7946): WGS84, outlines by the right-hand rule, no feature without a geometry. */
import type { Feature, MultiPolygon, Point, Position } from 'geojson';
import { coverageShare, per100Employees, type Figures } from '#shared/network/coverage.ts';
import { isInExtent, type Extent } from '../../geo/map-frame.ts';
import { cutAtAntimeridian } from '../../geo/antimeridian.ts';
import type { NetworkSite } from '../../domain/network/sites.ts';
import type { TerritoryShapes } from '../../domain/network/territory-shapes.ts';

type Properties = Record<string, string | number | null>;

interface Collection {
  type: 'FeatureCollection';
  /** Members beside those of the RFC: the day of the figures, whose they are, and what could not be drawn. */
  date: string;
  attribution: string;
  unlocated: number;
  /** Sites that have a place, beyond the window that was asked for. */
  outside: number;
  features: Feature<Point | MultiPolygon, Properties>[];
}

const round = (value: number | null, digits: number): number | null =>
  value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits;

/** Sites as points, those of a window only when one is given. `territories` gives names by id. */
export function sitesGeoJson(
  sites: readonly NetworkSite[],
  territories: Map<string, string>,
  extent: Extent | null,
  date: string,
  attribution: string,
): Collection {
  const unlocated = sites.filter((site) => site.lat === null).length;
  const features = sites.flatMap((site): Feature<Point, Properties>[] => {
    const {
      id,
      lat,
      lon,
      name,
      code,
      city,
      country,
      accuracy,
      kind,
      territoryId,
      headcount,
      active,
      target,
      initiatives,
      lastActivity,
    } = site;
    if (lat === null || lon === null || (extent !== null && !isInExtent(extent, { lat, lon }))) return [];
    return [
      {
        type: 'Feature',
        id,
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: {
          code,
          name,
          kind,
          city,
          country,
          territory: territories.get(territoryId ?? '') ?? null,
          accuracy,
          headcount,
          active,
          target,
          coverage: round(coverageShare(site), 4),
          initiatives,
          initiativesPer100: round(per100Employees(initiatives, headcount), 2),
          lastActivity,
        },
      },
    ];
  });
  return {
    type: 'FeatureCollection',
    date,
    attribution,
    unlocated,
    outside: sites.length - unlocated - features.length,
    features,
  };
}

/** Twice the signed area in the plane of degrees: above zero when the ring turns anticlockwise. */
function turn(ring: Position[]): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [x0 = 0, y0 = 0] = ring[at - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[at] ?? [];
    sum += x0 * y1 - x1 * y0;
  }
  return sum;
}

/** Rounded to four decimals, repeated points dropped, closed; outer rings anticlockwise, holes clockwise. Null when nothing is left of it. */
function ringOf(ring: Position[], isOuter: boolean): Position[] | null {
  const points: Position[] = [];
  for (const [lon = 0, lat = 0] of ring) {
    const point: Position = [round(lon, 4) ?? 0, round(lat, 4) ?? 0];
    const last = points[points.length - 1];
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) points.push(point);
  }
  if (points.length < 4 || turn(points) === 0) return null;
  return turn(points) > 0 === isOuter ? points : points.reverse();
}

/** The same outline as the RFC wants it. */
export function rightHanded(polygons: Position[][][]): Position[][][] {
  return polygons.flatMap(([outer, ...holes]) => {
    const shell = ringOf(outer ?? [], true);
    return shell === null
      ? []
      : [
          [
            shell,
            ...holes.flatMap((hole) => {
              const ring = ringOf(hole, false);
              return ring === null ? [] : [ring];
            }),
          ],
        ];
  });
}

/** Territories as outlines; those without one are counted. */
export function territoriesGeoJson(
  { collection, without }: TerritoryShapes,
  figuresOf: Map<string, Figures>,
  date: string,
  attribution: string,
): Collection {
  const features = collection.features.map((feature): Feature<MultiPolygon, Properties> => {
    const { territoryId, name } = feature.properties;
    const figures = figuresOf.get(territoryId);
    return {
      type: 'Feature',
      id: territoryId,
      geometry: { type: 'MultiPolygon', coordinates: rightHanded(cutAtAntimeridian(feature.geometry.coordinates)) },
      properties:
        figures === undefined
          ? { name }
          : {
              name,
              sites: figures.sites,
              sitesWithoutPlace: figures.sitesWithoutPlace,
              headcount: figures.sitesWithoutHeadcount === figures.sites ? null : figures.headcount,
              sitesWithoutHeadcount: figures.sitesWithoutHeadcount,
              active: figures.active,
              target: figures.target,
              coverage: round(coverageShare(figures), 4),
              sitesCovered: figures.sitesCovered,
              initiatives: figures.initiatives,
              initiativesPer100: round(
                per100Employees(
                  figures.initiativesOfCounted,
                  figures.sitesWithoutHeadcount === figures.sites ? null : figures.headcount,
                ),
                2,
              ),
              lastActivity: figures.lastActivity,
            },
    };
  });
  return { type: 'FeatureCollection', date, attribution, unlocated: without.length, outside: 0, features };
}
