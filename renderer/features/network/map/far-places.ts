/** Mainland France and what belongs to it overseas: places too far apart for one view, so the map leads to each. */
import type { FeatureCollection, Position } from 'geojson';
import type { MapColumns } from '#shared/network/columns.ts';
import { fold } from '#shared/base/fold.ts';
import { isWithin, type Extent } from './extent.ts';
import type { BaseShapes } from './style.ts';

export interface FarPlace {
  /** INSEE's code of the department, the two letters of a country, `FR` for the mainland. */
  code: string;
  name: string;
  extent: Extent;
  /** Sites of the workspace within its frame; that of the mainland holds some of its neighbours too. */
  sites: number;
}

/** Overseas countries of the world's outlines. */
const countries = new Set(['NC', 'PF', 'PM', 'WF', 'BL', 'MF']);
/** Degrees around an outline: a site on a quay or an islet belongs to it. */
const margin = 0.1;

function extentOfShape(shape: FeatureCollection['features'][number]): Extent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (ring: readonly Position[]): void => {
    for (const [lon = 0, lat = 0] of ring)
      [west, south, east, north] = [
        Math.min(west, lon),
        Math.min(south, lat),
        Math.max(east, lon),
        Math.max(north, lat),
      ];
  };
  if (shape.geometry.type === 'Polygon') for (const ring of shape.geometry.coordinates) visit(ring);
  if (shape.geometry.type === 'MultiPolygon')
    for (const part of shape.geometry.coordinates) for (const ring of part) visit(ring);
  return [west - margin, south - margin, east + margin, north + margin];
}

const around = (extents: readonly Extent[]): Extent => [
  Math.min(...extents.map((one) => one[0])),
  Math.min(...extents.map((one) => one[1])),
  Math.max(...extents.map((one) => one[2])),
  Math.max(...extents.map((one) => one[3])),
];

/** All of them, from the bundled outlines, countries named in `lang`; the mainland first, then from west to east. */
export function frenchPlaces(base: BaseShapes, lang: string): Omit<FarPlace, 'sites'>[] {
  const overseas = (code: string): boolean => code.length === 3 && code.startsWith('97');
  const countryNames = new Intl.DisplayNames([lang], { type: 'region' });
  const place = (shape: FeatureCollection['features'][number]): Omit<FarPlace, 'sites'> => {
    const code = String(shape.id ?? '');
    return {
      code,
      name: countries.has(code) ? (countryNames.of(code) ?? code) : String(shape.properties?.['name'] ?? ''),
      extent: extentOfShape(shape),
    };
  };
  const departments = base.departments.features.map(place);
  const mainland = departments.filter(({ code }) => !overseas(code));
  if (mainland.length === 0) return [];
  const far = [
    ...departments.filter(({ code }) => overseas(code)),
    ...base.world.features.filter((shape) => countries.has(String(shape.id ?? ''))).map(place),
  ];
  return [
    { code: 'FR', name: '', extent: around(mainland.map((one) => one.extent)) },
    ...far.sort((a, b) => a.extent[0] - b.extent[0]),
  ];
}

/** Those that hold sites, or bear the name of a territory of the workspace; none when that is the mainland at most. */
export function farPlaces(
  places: readonly Omit<FarPlace, 'sites'>[],
  columns: MapColumns,
  territoryNames: readonly string[],
): FarPlace[] {
  const names = new Set(territoryNames.map(fold));
  const counts = new Map(places.map(({ code }) => [code, 0]));
  for (let at = 0; at < columns.id.length; at += 1) {
    const found = places.find(({ extent }) => isWithin(columns.lon[at] ?? 0, columns.lat[at] ?? 0, extent));
    if (found !== undefined) counts.set(found.code, (counts.get(found.code) ?? 0) + 1);
  }
  const held = places
    .map((place) => ({ ...place, sites: counts.get(place.code) ?? 0 }))
    .filter((place) => place.sites > 0 || names.has(fold(place.name)));
  return held.some((place) => place.code !== 'FR') ? held : [];
}
