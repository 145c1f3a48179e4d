/** The look of the map: a calm atlas of sea, land, borders and few names, on paper or in deep blue-green. */
import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { labelPoint } from './label-point.ts';
import { summed } from './paint.ts';

export interface MapColours {
  sea: string;
  land: string;
  coast: string;
  border: string;
  /** Regions and departments. */
  inner: string;
  name: string;
  /** Around names. */
  halo: string;
  ink: string;
  surface: string;
  accent: string;
  hatch: string;
  /** Between territories, seen on their palest and their deepest fill. */
  between: string;
}

export const mapColours: Record<'light' | 'dark', MapColours> = {
  light: {
    sea: '#DFE9E8',
    land: '#F8F5EC',
    coast: '#A9BDBA',
    border: '#B3AD9A',
    inner: '#D8D3C3',
    name: '#5E665F',
    halo: '#F8F5EC',
    ink: '#12211E',
    surface: '#FFFFFF',
    accent: '#17664B',
    hatch: '#8F8E84',
    between: '#FFFFFF',
  },
  dark: {
    sea: '#0A1716',
    land: '#182C29',
    coast: '#35514B',
    border: '#48655E',
    inner: '#294039',
    name: '#93A7A1',
    halo: '#182C29',
    ink: '#E9F0ED',
    surface: '#10201E',
    accent: '#6CC7A4',
    hatch: '#7C8F89',
    between: '#5A7A70',
  },
};

/** The bundled outlines, parsed. */
export interface BaseShapes {
  world: FeatureCollection;
  countries: FeatureCollection;
  regions: FeatureCollection;
  departments: FeatureCollection;
}

export const font = ['Inter Variable'];

/** From here on the finer outlines of Europe take over from those of the world. */
const fineZoom = 3;

/** Ids as properties: the map keeps only numbers as ids. */
function withCodes(shapes: FeatureCollection): FeatureCollection {
  return {
    ...shapes,
    features: shapes.features.map((shape) => ({
      ...shape,
      properties: { ...shape.properties, code: String(shape.id ?? '') },
    })),
  };
}

interface NamedPlace {
  code: string;
  name: string;
  kind: 'country' | 'region' | 'department';
}

function namesOf(
  shapes: FeatureCollection,
  kind: NamedPlace['kind'],
  nameOf: (code: string, name: string) => string,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: shapes.features.flatMap((shape) => {
      const code = String(shape.id ?? '');
      const point = labelPoint(shape.geometry);
      return point === null || (kind === 'country' && code === '')
        ? []
        : [
            {
              type: 'Feature' as const,
              properties: {
                code,
                kind,
                name: nameOf(code, String(shape.properties?.['name'] ?? '')),
                size: point.size,
              },
              geometry: { type: 'Point' as const, coordinates: [point.lon, point.lat] },
            },
          ];
    }),
  };
}

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

function nameLayer(
  id: string,
  kind: NamedPlace['kind'],
  minzoom: number,
  maxzoom: number,
  size: number,
  colours: MapColours,
): LayerSpecification {
  const country = kind === 'country';
  return {
    id,
    type: 'symbol',
    source: 'names',
    minzoom,
    maxzoom,
    filter: ['==', ['get', 'kind'], kind],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': font,
      'text-size': size,
      'text-max-width': 7,
      'text-padding': country ? 10 : 6,
      'symbol-sort-key': ['-', 0, ['get', 'size']],
      ...(country ? { 'text-transform': 'uppercase' as const, 'text-letter-spacing': 0.12 } : {}),
    },
    paint: { 'text-color': colours.name, 'text-halo-color': colours.halo, 'text-halo-width': 1.2 },
  };
}

function marksLayers(colours: MapColours): LayerSpecification[] {
  const gathered: LayerSpecification['filter' & keyof LayerSpecification] = ['has', 'point_count'] as never;
  return [
    {
      id: 'reach',
      type: 'circle',
      source: 'reach',
      layout: { visibility: 'none' },
      paint: {
        'circle-color': colours.accent,
        'circle-opacity': ['case', ['has', 'next'], 0.22, ['==', ['get', 'crowd'], 1], 0.02, 0.08],
        'circle-stroke-color': colours.accent,
        'circle-stroke-opacity': ['case', ['has', 'next'], 0.9, ['==', ['get', 'crowd'], 1], 0.06, 0.3],
        'circle-stroke-width': 1,
        'circle-pitch-alignment': 'map',
      },
    },
    {
      id: 'dots',
      type: 'circle',
      source: 'marks',
      filter: ['!', gathered],
      paint: {
        'circle-radius': 5,
        'circle-stroke-width': 1.3,
        'circle-stroke-color': colours.ink,
        'circle-stroke-opacity': 0.7,
      },
    },
    {
      id: 'rings',
      type: 'symbol',
      source: 'marks',
      filter: gathered,
      layout: {
        'icon-allow-overlap': true,
        'text-allow-overlap': true,
        'icon-ignore-placement': false,
        'text-font': font,
        'text-size': 11.5,
        'text-line-height': 1.1,
        'symbol-sort-key': ['get', 'point_count'],
      },
      paint: { 'text-color': colours.ink },
    },
    {
      id: 'picked',
      type: 'circle',
      source: 'picked',
      paint: {
        'circle-radius': ['case', ['get', 'focus'], 12, 9],
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-width': ['case', ['get', 'focus'], 3, 2],
        'circle-stroke-color': colours.accent,
      },
    },
    {
      id: 'recruits',
      type: 'circle',
      source: 'recruits',
      paint: {
        'circle-radius': 12,
        'circle-color': colours.accent,
        'circle-stroke-width': 2,
        'circle-stroke-color': colours.surface,
      },
    },
    {
      id: 'ranks',
      type: 'symbol',
      source: 'recruits',
      layout: {
        'text-field': ['to-string', ['get', 'rank']],
        'text-font': font,
        'text-size': 12,
        'symbol-sort-key': ['get', 'rank'],
        'text-padding': 0,
      },
      paint: { 'text-color': colours.surface },
    },
  ];
}

const geojson = (data: FeatureCollection): { type: 'geojson'; data: FeatureCollection; tolerance?: number } => ({
  type: 'geojson',
  data,
});

/** A whole style without a single address: every source is data of ours, every glyph is drawn here. */
export function mapStyle(base: BaseShapes, colours: MapColours, lang: string): StyleSpecification {
  const world = withCodes(base.world);
  const countries = withCodes(base.countries);
  const europe = countries.features.map((shape) => String(shape.properties?.['code'])).filter((code) => code !== '');
  const elsewhere = ['!', ['in', ['get', 'code'], ['literal', europe]]] as never;
  const names = new Intl.DisplayNames([lang], { type: 'region' });
  const own = (_code: string, name: string): string => name;
  const line = (id: string, source: string, colour: string, width: number, more: object = {}): LayerSpecification =>
    ({
      id,
      type: 'line',
      source,
      paint: { 'line-color': colour, 'line-width': width },
      layout: { 'line-join': 'round' },
      ...more,
    }) as LayerSpecification;
  return {
    version: 8,
    sources: {
      world: geojson(world),
      countries: geojson(countries),
      regions: geojson(base.regions),
      departments: geojson(base.departments),
      names: geojson({
        type: 'FeatureCollection',
        features: [
          ...namesOf(base.world, 'country', (code, name) => names.of(code) ?? name).features,
          ...namesOf(base.regions, 'region', own).features,
          ...namesOf(base.departments, 'department', own).features,
        ],
      }),
      areas: geojson(nothing),
      'area-names': geojson(nothing),
      reach: geojson(nothing),
      marks: {
        type: 'geojson',
        data: nothing,
        cluster: true,
        clusterRadius: 52,
        clusterMaxZoom: 16,
        clusterProperties: summed,
      },
      picked: geojson(nothing),
      recruits: geojson(nothing),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      { id: 'world-land', type: 'fill', source: 'world', maxzoom: fineZoom, paint: { 'fill-color': colours.land } },
      line('world-borders', 'world', colours.border, 0.7, { maxzoom: fineZoom }),
      {
        id: 'far-land',
        type: 'fill',
        source: 'world',
        minzoom: fineZoom,
        filter: elsewhere,
        paint: { 'fill-color': colours.land },
      },
      line('far-borders', 'world', colours.border, 0.7, { minzoom: fineZoom, filter: elsewhere }),
      { id: 'land', type: 'fill', source: 'countries', minzoom: fineZoom, paint: { 'fill-color': colours.land } },
      {
        id: 'french-land',
        type: 'fill',
        source: 'departments',
        minzoom: fineZoom,
        paint: { 'fill-color': colours.land },
      },
      {
        id: 'areas',
        type: 'fill',
        source: 'areas',
        filter: ['>=', ['get', 'value'], 0],
        layout: { visibility: 'none' },
        paint: { 'fill-color': colours.land },
      },
      {
        id: 'areas-missing',
        type: 'fill',
        source: 'areas',
        filter: ['<', ['get', 'value'], 0],
        layout: { visibility: 'none' },
        paint: { 'fill-pattern': 'hatching' },
      },
      line('department-borders', 'departments', colours.inner, 0.7, { minzoom: 5.5 }),
      line('region-borders', 'regions', colours.inner, 1.1, { minzoom: 4 }),
      line('borders', 'countries', colours.border, 1, { minzoom: fineZoom }),
      line('area-borders', 'areas', colours.between, 1.4, { layout: { visibility: 'none', 'line-join': 'round' } }),
      {
        id: 'area-picked',
        type: 'line',
        source: 'areas',
        filter: ['==', ['get', 'territoryId'], ''],
        layout: { visibility: 'none' },
        paint: { 'line-color': colours.ink, 'line-width': 2.6 },
      },
      nameLayer('department-names', 'department', 7.2, 24, 11, colours),
      nameLayer('region-names', 'region', 5.4, 7.2, 11.5, colours),
      nameLayer('country-names', 'country', 1.5, 6, 11, colours),
      // On fills from pale to deep only a strong halo keeps names readable.
      {
        id: 'area-names',
        type: 'symbol',
        source: 'area-names',
        layout: {
          visibility: 'none',
          'text-font': font,
          'text-size': 12,
          'text-line-height': 1.15,
          'text-max-width': 8,
          'text-padding': 3,
          'symbol-sort-key': ['-', 0, ['get', 'size']],
        },
        paint: { 'text-color': colours.ink, 'text-halo-color': colours.surface, 'text-halo-width': 1.8 },
      },
      ...marksLayers(colours),
    ],
  };
}
