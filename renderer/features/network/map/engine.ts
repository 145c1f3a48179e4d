/** The map itself: made once, then told what to show; everything it needs is in the app, nothing is asked of a network. */
import type { FeatureCollection } from 'geojson';
import {
  Map as MapLibre,
  ScaleControl,
  setWorkerUrl,
  type FilterSpecification,
  type GeoJSONSource,
  type MapGeoJSONFeature,
  type MapMouseEvent,
  type PointLike,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Scale } from '#shared/network/scales.ts';
import type { Extent } from './extent.ts';
import { areaNames, type Areas, type Marks } from './features.ts';
import {
  areaColour,
  areaFigure,
  dotRadius,
  drawHatching,
  drawRing,
  headcountStep,
  markColour,
  ringImage,
  ringSize,
  ringWords,
} from './paint.ts';
import { mapStyle, type BaseShapes, type MapColours } from './style.ts';
import { heard } from '../../../lib/keys.ts';
import { mapKeys } from '../keys.ts';

setWorkerUrl(workerUrl);

export type Form = 'sites' | 'territories';

/** What lies under the pointer. */
export type Target =
  | { kind: 'site'; at: number }
  | { kind: 'many'; cluster: number; count: number; sums: Record<string, number> }
  | { kind: 'territory'; id: string };

export interface MapEvents {
  onHover: (target: Target | null, x: number, y: number) => void;
  /** `add` when the key that adds to a selection is held. */
  onPick: (target: Target | null, add: boolean, lon: number, lat: number) => void;
  onMoving: () => void;
  /** The view after a move. */
  onView: (extent: Extent, zoom: number) => void;
  /** How many marks are drawn and for how many sites they stand; for those who test and those who listen. */
  onStill: (marks: number, sites: number) => void;
}

export interface Options {
  container: HTMLElement;
  base: BaseShapes;
  colours: MapColours;
  lang: string;
  dayUnit: string;
  extent: Extent;
  words: { map: string; scaleUnit: 'metric' };
  events: MapEvents;
}

export const maxZoom = 13;

export interface NetworkMap {
  setMarks: (marks: Marks, scale: Scale, form: Form) => void;
  setAreas: (areas: Areas, scale: Scale, form: Form) => void;
  setPicked: (points: FeatureCollection, territoryId: string | null) => void;
  setReach: (points: FeatureCollection, shown: boolean) => void;
  setRecruits: (points: FeatureCollection) => void;
  fit: (extent: Extent, animate: boolean) => void;
  /** Opens a gathered mark by zooming in; false when its sites stand on one spot, which no zoom parts. */
  open: (cluster: number, lon: number, lat: number) => Promise<boolean>;
  sitesOf: (cluster: number) => Promise<number[]>;
  /** Pixels from the upper left of the map. */
  project: (lon: number, lat: number) => { x: number; y: number };
  zoomBy: (step: number) => void;
  placing: (on: boolean) => void;
  canvas: () => HTMLCanvasElement;
  resize: () => void;
  destroy: () => void;
}

/** Room for what floats at the edges: chips above, the zoom at the right, the scale below. */
const padding = { left: 48, right: 80, top: 60, bottom: 56 };

/** Pixels around the middle within which the Enter key looks for something to choose. */
const keyReach = 60;

const stillMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

function targetOf(feature: MapGeoJSONFeature | undefined): Target | null {
  if (feature === undefined) return null;
  const { properties } = feature;
  if (feature.layer.id === 'dots') return { kind: 'site', at: Number(properties['at']) };
  if (feature.layer.id === 'rings')
    return {
      kind: 'many',
      cluster: Number(properties['cluster_id']),
      count: Number(properties['point_count']),
      sums: properties as Record<string, number>,
    };
  return { kind: 'territory', id: String(properties['territoryId']) };
}

/** Refuses when the machine has no WebGL. */
export async function createMap({
  container,
  base,
  colours,
  lang,
  dayUnit,
  extent,
  words,
  events,
}: Options): Promise<NetworkMap> {
  const map = new MapLibre({
    container,
    style: mapStyle(base, colours, lang),
    bounds: extent,
    fitBoundsOptions: { padding, maxZoom: 11 },
    minZoom: 0.8,
    maxZoom,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    renderWorldCopies: true,
    fadeDuration: stillMotion() ? 0 : 120,
    // MapLibre smooths its own edges: to have the canvas do it again costs half of every frame without a graphics card.
    canvasContextAttributes: { antialias: false },
    locale: { 'Map.Title': words.map },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ unit: words.scaleUnit, maxWidth: 110 }), 'bottom-left');

  const ratio = Math.max(1, Math.min(3, window.devicePixelRatio));
  let scale: Scale | null = null;
  map.setMissingStyleImageResolver((id) => {
    const image =
      id === 'hatching'
        ? drawHatching(colours.land, colours.hatch, ratio)
        : scale === null
          ? null
          : drawRing(id, scale, { ground: colours.surface, track: colours.inner, line: colours.border }, ratio);
    if (image !== null && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: ratio });
  });

  const source = (id: string): GeoJSONSource | undefined => map.getSource(id);
  const show = (ids: string[], visible: boolean): void => {
    for (const id of ids) map.setLayoutProperty(id, 'visibility', visible ? 'visible' : 'none');
  };
  const around = ({ x, y }: { x: number; y: number }): [PointLike, PointLike] => [
    [x - 4, y - 4],
    [x + 4, y + 4],
  ];
  const under = (event: MapMouseEvent): Target | null =>
    targetOf(
      map.queryRenderedFeatures(around(event.point), { layers: ['rings', 'dots'] })[0] ??
        map.queryRenderedFeatures(event.point, { layers: ['areas', 'areas-missing'] })[0],
    );
  const view = (): void => {
    const bounds = map.getBounds();
    events.onView([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], map.getZoom());
  };

  let crosshair = false;
  map.on('mousemove', (event) => {
    if (crosshair || map.isMoving()) return;
    const target = under(event);
    map.getCanvas().style.cursor = target === null ? '' : 'pointer';
    events.onHover(target, event.point.x, event.point.y);
  });
  map.on('mouseout', () => events.onHover(null, 0, 0));
  map.on('movestart', () => {
    events.onMoving();
    events.onHover(null, 0, 0);
  });
  map.on('click', (event) =>
    events.onPick(
      crosshair ? null : under(event),
      event.originalEvent.shiftKey || event.originalEvent.ctrlKey || event.originalEvent.metaKey,
      event.lngLat.lng,
      event.lngLat.lat,
    ),
  );
  // By key, what lies nearest to the middle is chosen.
  map.getCanvas().addEventListener('keydown', (event) => {
    const line = heard(mapKeys, event);
    if (line !== 'pick' && line !== 'add') return;
    event.preventDefault();
    const { clientWidth, clientHeight } = container;
    const [x, y] = [clientWidth / 2, clientHeight / 2];
    const away = (feature: MapGeoJSONFeature): number => {
      const at =
        feature.geometry.type === 'Point' ? map.project(feature.geometry.coordinates as [number, number]) : { x, y };
      return Math.hypot(at.x - x, at.y - y);
    };
    const marks = map.queryRenderedFeatures(
      [
        [x - keyReach, y - keyReach],
        [x + keyReach, y + keyReach],
      ],
      { layers: ['rings', 'dots'] },
    );
    const nearest =
      marks.sort((a, b) => away(a) - away(b))[0] ??
      map.queryRenderedFeatures([x, y], { layers: ['areas', 'areas-missing'] })[0];
    const { lng, lat } = map.getCenter();
    const middle =
      nearest?.geometry.type === 'Point' && !crosshair
        ? { lng: nearest.geometry.coordinates[0] ?? lng, lat: nearest.geometry.coordinates[1] ?? lat }
        : { lng, lat };
    events.onPick(crosshair ? null : targetOf(nearest), line === 'add', middle.lng, middle.lat);
  });
  map.on('moveend', view);
  map.on('idle', () => {
    if (!map.getLayer('rings')) return;
    const seen = map.queryRenderedFeatures({ layers: ['rings', 'dots'] });
    // One mark may be drawn by two tiles, or again in the next copy of the world.
    const marks = new Map(
      seen.map((feature) => [
        `${feature.layer.id} ${String(feature.id)}`,
        Number(feature.properties['point_count'] ?? 1),
      ]),
    );
    events.onStill(
      marks.size,
      [...marks.values()].reduce((sum, count) => sum + count, 0),
    );
  });

  const repaint = (next: Scale, step: number): void => {
    map.setPaintProperty(
      'dots',
      'circle-color',
      next.layer === 'headcount'
        ? (next.colours[Math.floor(next.colours.length / 2)] ?? next.missing)
        : markColour(next),
    );
    map.setPaintProperty('dots', 'circle-radius', dotRadius(next, step));
    map.setLayoutProperty('rings', 'icon-image', ringImage(next));
    map.setLayoutProperty('rings', 'icon-size', ringSize(next));
    map.setLayoutProperty('rings', 'text-field', ringWords(next.layer, lang, dayUnit));
  };

  const handle: NetworkMap = {
    setMarks: (marks, next, form) => {
      scale = next;
      repaint(next, headcountStep(marks.features.map((mark) => mark.properties.headcount)));
      show(['rings', 'dots', 'department-names', 'region-names', 'country-names'], form === 'sites');
      // Hidden marks need not be gathered anew for every month that is played.
      if (form === 'sites') void source('marks')?.setData(marks);
    },
    setAreas: (areas, next, form) => {
      map.setPaintProperty('areas', 'fill-color', areaColour(next));
      map.setLayoutProperty('area-names', 'text-field', [
        'format',
        ['get', 'name'],
        {},
        '\n',
        {},
        areaFigure(next.layer, lang, dayUnit),
        {},
      ]);
      show(['areas', 'areas-missing', 'area-borders', 'area-picked', 'area-names'], form === 'territories');
      void source('areas')?.setData(areas);
      void source('area-names')?.setData(areaNames(areas));
    },
    setPicked: (points, territoryId) => {
      void source('picked')?.setData(points);
      map.setFilter('area-picked', ['==', ['get', 'territoryId'], territoryId ?? ''] as FilterSpecification);
    },
    setReach: (points, shown) => {
      // The circle of so many kilometres doubles with each zoom; `radius` is its size at zoom 0.
      map.setPaintProperty('reach', 'circle-radius', [
        'interpolate',
        ['exponential', 2],
        ['zoom'],
        0,
        ['get', 'radius'],
        20,
        ['*', ['get', 'radius'], 2 ** 20],
      ]);
      show(['reach'], shown);
      void source('reach')?.setData(points);
    },
    setRecruits: (points) => void source('recruits')?.setData(points),
    fit: (next, animate) =>
      void map.fitBounds(next, { padding, maxZoom: 11, animate: animate && !stillMotion(), duration: 600 }),
    open: async (cluster, lon, lat) => {
      const zoom = (await source('marks')?.getClusterExpansionZoom(cluster)) ?? 99;
      if (zoom > maxZoom) return false;
      map.easeTo({
        center: [lon, lat],
        zoom: Math.min(maxZoom, Math.max(zoom, map.getZoom() + 0.6)),
        animate: !stillMotion(),
        duration: 450,
      });
      return true;
    },
    sitesOf: async (cluster) =>
      ((await source('marks')?.getClusterLeaves(cluster, 100_000, 0)) ?? []).map((leaf) =>
        Number(leaf.properties?.['at']),
      ),
    project: (lon, lat) => map.project([lon, lat]),
    zoomBy: (step) => void map.easeTo({ zoom: map.getZoom() + step, animate: !stillMotion(), duration: 250 }),
    placing: (on) => {
      crosshair = on;
      map.getCanvas().style.cursor = on ? 'crosshair' : '';
    },
    canvas: () => map.getCanvas(),
    resize: () => void map.resize(),
    destroy: () => map.remove(),
  };
  return new Promise((done) => {
    map.once('style.load', () => {
      view();
      done(handle);
    });
  });
}
