/** The bundled outlines as GeoJSON, each layer made once. */
import type { FeatureCollection, Geometry } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { shapeLayers } from '#shared/network/contract.ts';
import { divisions, europeOutlines, franceOutlines, propertiesOf, worldOutlines } from './geo-data.ts';
import { departmentShapes } from './map-places.ts';
import { unwrapped } from './antimeridian.ts';

type Layer = (typeof shapeLayers)[number];

/** Said wherever the outlines are shown. */
export const attribution = 'Natural Earth, GeoNames, INSEE';

/** Degrees to four decimals, about ten metres: the outlines are coarser than that. */
export function compactJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'number' && !Number.isInteger(part) ? Math.round(part * 10_000) / 10_000 : part,
  );
}

function regions(resources: string): FeatureCollection {
  const topology = franceOutlines(resources);
  const { geometries } = topology.objects.departments;
  return {
    type: 'FeatureCollection',
    features: divisions(resources).regions.flatMap(({ code, name }) => {
      const own = geometries.filter((geometry) => propertiesOf<{ region: string }>(geometry).region === code);
      return own.length === 0
        ? []
        : [
            {
              type: 'Feature' as const,
              id: code,
              properties: { name },
              geometry: merge(topology, own as Parameters<typeof merge>[1]),
            },
          ];
    }),
  };
}

function countries(topology: ReturnType<typeof europeOutlines>): FeatureCollection {
  const collection = feature(topology, topology.objects.countries);
  const whole = (geometry: Geometry): Geometry =>
    geometry.type === 'Polygon'
      ? { ...geometry, coordinates: unwrapped([geometry.coordinates])[0] ?? [] }
      : geometry.type === 'MultiPolygon'
        ? { ...geometry, coordinates: unwrapped(geometry.coordinates) }
        : geometry;
  return {
    type: 'FeatureCollection',
    features: collection.features.map(({ geometry, properties }) => ({
      type: 'Feature',
      ...(properties.code === undefined ? {} : { id: properties.code }),
      properties: { name: properties.name },
      geometry: whole(geometry),
    })),
  };
}

const makers: Record<Layer, (resources: string) => FeatureCollection> = {
  world: (resources) => countries(worldOutlines(resources)),
  countries: (resources) => countries(europeOutlines(resources)),
  regions,
  departments: (resources) => ({
    type: 'FeatureCollection',
    features: departmentShapes(resources).map(({ id, properties, geometry }) => ({
      type: 'Feature',
      ...(id === undefined ? {} : { id }),
      properties,
      geometry,
    })),
  }),
};

const ready = new Map<string, string>();

export function shapeLayer(layer: Layer, resources: string): string {
  const key = `${resources} ${layer}`;
  const text = ready.get(key) ?? compactJson(makers[layer](resources));
  ready.set(key, text);
  return text;
}
