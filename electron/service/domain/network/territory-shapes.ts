/**
 * Outlines for territories. A territory is a choice of a company's, so its outline is made of places that have one: French
 * departments and, elsewhere, whole countries. Each place goes to one territory of the level that is asked for, so that
 * outlines never overlap:
 * 1. to the one that bears its name, or that of its region or country (the deepest, when several do);
 * 2. else to the one with the most sites there; when two have as many, to the one whose name comes first.
 * 3. a department without sites goes with the rest of its region, when that belongs to one territory.
 * A place without any of these stays blank, and a territory that gets none has no outline: a list beside the map shows it.
 */
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge } from 'topojson-client';
import { fold } from '#shared/base/fold.ts';
import { europeOutlines, franceOutlines, divisions, propertiesOf, worldOutlines } from '../../geo/geo-data.ts';
import { departmentFinder, departmentShapes } from '../../geo/map-places.ts';
import { unwrapped } from '../../geo/antimeridian.ts';
import type { NetworkSite } from './sites.ts';
import { childrenOf } from './territories.ts';

interface Territory {
  id: string;
  parentId: string | null;
  name: string;
}

/** What is looked at of a site. */
type ShapingSite = Pick<NetworkSite, 'lat' | 'lon' | 'country' | 'territoryId'>;

/** `FR-29` a department, `BE` a country. */
type Place = string;
const placeOfDepartment = (code: string): Place => `FR-${code}`;

export interface TerritoryShapes {
  collection: FeatureCollection<MultiPolygon, { territoryId: string; name: string }>;
  /** Territories of the level that have no outline. */
  without: string[];
  /** How many levels the tree has. */
  depths: number;
}

/** The territory of the level that each one belongs to, itself or above; absent when it lies above the level. */
function levelOf(
  territories: readonly Territory[],
  depth: number | null,
): { levels: Map<string, Territory>; depthOf: Map<string, number>; members: Territory[] } {
  const children = childrenOf(territories);
  const levels = new Map<string, Territory>();
  const depthOf = new Map<string, number>();
  const members: Territory[] = [];
  const visit = (territory: Territory, at: number, level: Territory | null): void => {
    const below = children.get(territory.id) ?? [];
    const own = level ?? (below.length === 0 || at === depth ? territory : null);
    depthOf.set(territory.id, at);
    if (own !== null) levels.set(territory.id, own);
    if (own === territory) members.push(territory);
    for (const child of below) visit(child, at + 1, own);
  };
  for (const root of children.get(null) ?? []) visit(root, 0, null);
  return { levels, depthOf, members };
}

const nameKey = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The places that bear a name: a department, those of a region, a country. */
function placesByName(resources: string): Map<string, Place[]> {
  const { departments, regions } = divisions(resources);
  const drawn = new Set(departmentShapes(resources).map((shape) => String(shape.id)));
  const known = departments.filter(({ code }) => drawn.has(code));
  const places = new Map<string, Place[]>();
  for (const geometry of worldOutlines(resources).objects.countries.geometries) {
    const { code } = propertiesOf<{ code: string }>(geometry);
    if (code === undefined) continue;
    const list = code === 'FR' ? known.map((department) => placeOfDepartment(department.code)) : [code];
    for (const lang of ['fr', 'en'])
      places.set(nameKey(new Intl.DisplayNames(lang, { type: 'region' }).of(code) ?? code), list);
  }
  for (const { code, name } of regions)
    places.set(
      nameKey(name),
      known.filter(({ region }) => region === code).map((department) => placeOfDepartment(department.code)),
    );
  // An overseas region and its department are one; on the mainland no department is called as a region.
  for (const { code, name } of known) places.set(nameKey(name), [placeOfDepartment(code)]);
  return places;
}

function byName(
  territories: readonly Territory[],
  levels: Map<string, Territory>,
  depthOf: Map<string, number>,
  resources: string,
): Map<Place, Territory> {
  const names = placesByName(resources);
  const owners = new Map<Place, Territory>();
  for (const territory of territories.toSorted((a, b) => (depthOf.get(a.id) ?? 0) - (depthOf.get(b.id) ?? 0))) {
    const level = levels.get(territory.id);
    if (level !== undefined) for (const place of names.get(nameKey(territory.name)) ?? []) owners.set(place, level);
  }
  return owners;
}

function bySites(
  sites: readonly ShapingSite[],
  levels: Map<string, Territory>,
  resources: string,
): Map<Place, Territory> {
  const departmentAt = departmentFinder(resources);
  const counts = new Map<Place, Map<Territory, number>>();
  for (const { lat, lon, country, territoryId } of sites) {
    const level = levels.get(territoryId ?? '');
    if (level === undefined) continue;
    const department = lat === null || lon === null ? null : departmentAt(lat, lon);
    const place = department !== null ? placeOfDepartment(department) : country === 'FR' ? null : country;
    if (place === null) continue;
    const here = counts.get(place) ?? new Map<Territory, number>();
    here.set(level, (here.get(level) ?? 0) + 1);
    counts.set(place, here);
  }
  const owners = new Map<Place, Territory>();
  for (const [place, here] of counts) {
    const [first] = [...here].sort(([a, n], [b, m]) => m - n || (a.name < b.name ? -1 : 1));
    if (first !== undefined) owners.set(place, first[0]);
  }
  return owners;
}

/** Gives what is left of a region to the one territory that has a part of it. */
function completeRegions(owners: Map<Place, Territory>, resources: string): void {
  const drawn = new Set(departmentShapes(resources).map((shape) => String(shape.id)));
  const byRegion = new Map<string, Place[]>();
  for (const { code, region } of divisions(resources).departments)
    if (drawn.has(code)) byRegion.set(region, [...(byRegion.get(region) ?? []), placeOfDepartment(code)]);
  for (const places of byRegion.values()) {
    const [owner, ...others] = new Set(places.flatMap((place) => owners.get(place) ?? []));
    if (owner !== undefined && others.length === 0) for (const place of places) owners.set(place, owner);
  }
}

/** The country's polygons, from the finer map where it has them; null for one that is not on it. */
function countryPolygons(code: string, resources: string): Position[][][] | null {
  for (const topology of [europeOutlines(resources), worldOutlines(resources)]) {
    const found = topology.objects.countries.geometries.find(
      (geometry) => propertiesOf<{ code: string }>(geometry).code === code,
    );
    if (found === undefined) continue;
    const { geometry } = feature(topology, found) as { geometry: Polygon | MultiPolygon };
    return unwrapped(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
  }
  return null;
}

function outline(places: Place[], resources: string): MultiPolygon | null {
  const topology = franceOutlines(resources);
  const codes = new Set(places.filter((place) => place.startsWith('FR-')).map((place) => place.slice(3)));
  const departments = topology.objects.departments.geometries.filter((geometry) => codes.has(String(geometry.id)));
  const french =
    departments.length === 0 ? [] : merge(topology, departments as Parameters<typeof merge>[1]).coordinates;
  const abroad = places
    .filter((place) => !place.startsWith('FR-'))
    .flatMap((code) => countryPolygons(code, resources) ?? []);
  const coordinates = [...french, ...abroad];
  return coordinates.length === 0 ? null : { type: 'MultiPolygon', coordinates };
}

/** `depth` 0 is the top of the tree; null stands for the leaves. A branch that ends higher is shown by its leaf. */
export function territoryShapes(
  territories: readonly Territory[],
  sites: readonly ShapingSite[],
  depth: number | null,
  resources: string,
): TerritoryShapes {
  const { levels, depthOf, members } = levelOf(territories, depth);
  const owners = new Map([...bySites(sites, levels, resources), ...byName(territories, levels, depthOf, resources)]);
  completeRegions(owners, resources);
  const placesOf = new Map<string, Place[]>();
  for (const [place, territory] of owners) placesOf.set(territory.id, [...(placesOf.get(territory.id) ?? []), place]);
  const collection: TerritoryShapes['collection'] = { type: 'FeatureCollection', features: [] };
  const without: string[] = [];
  for (const { id, name } of members) {
    const geometry = outline((placesOf.get(id) ?? []).sort(), resources);
    if (geometry === null) without.push(id);
    else collection.features.push({ type: 'Feature', id, properties: { territoryId: id, name }, geometry });
  }
  return { collection, without, depths: Math.max(0, ...[...depthOf.values()].map((at) => at + 1)) };
}

/** Only the territories that are counted: within a scope, a name alone would draw those outside it too. */
export function shapesOf(shapes: TerritoryShapes, ids: ReadonlySet<string | null>): TerritoryShapes {
  const features = shapes.collection.features.filter(({ properties }) => ids.has(properties.territoryId));
  return {
    ...shapes,
    collection: { ...shapes.collection, features },
    without: shapes.without.filter((id) => ids.has(id)),
  };
}
