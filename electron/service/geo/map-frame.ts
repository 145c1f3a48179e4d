/** What part of the Earth a picture shows, in which projection, and where on it a place lies. */
import {
  geoAzimuthalEqualArea,
  geoConicConformal,
  geoMercator,
  geoNaturalEarth1,
  type GeoPermissibleObjects,
  type GeoProjection,
} from 'd3-geo';
import { departmentFinder, departmentShapes, overseasDepartments, type DepartmentShape } from './map-places.ts';

export interface Frame {
  projection: GeoProjection;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Inset {
  /** Of an overseas department. */
  code: string;
  frame: Frame;
  shape: DepartmentShape | undefined;
}

export interface Ground {
  /** What is drawn under the sites. */
  kind: 'france' | 'europe' | 'world';
  /** Whether it is near enough for the borders of departments. */
  isNear: boolean;
  main: Frame;
  insets: Inset[];
  /** For each place that was given: 0 the main frame, 1 and on an inset, -1 off the map. */
  frameOf: number[];
}

interface Place {
  lat: number;
  lon: number;
}

interface Canvas {
  /** Pixels. */
  width: number;
  height: number;
  resources: string;
}

/** West, south, east, north in degrees; east may lie beyond 180 where the antimeridian is crossed. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

/** Small framed maps of the overseas departments that have sites, in a column at the lower left. */
function insetsOf(codes: string[], { width, height, resources }: Canvas): Inset[] {
  const size = Math.min(width * 0.13, height * 0.17);
  const gap = size * 0.14;
  return codes.map((code, index) => {
    const place = codes.length - 1 - index;
    const frame = { x: gap, y: height - (place + 1) * (size + gap), width: size, height: size };
    const shape = departmentShapes(resources).find((one) => one.id === code);
    const pad = size * 0.12;
    const projection = geoMercator()
      .fitExtent(
        [
          [frame.x + pad, frame.y + pad],
          [frame.x + size - pad, frame.y + size - pad],
        ],
        shape ?? { type: 'Sphere' },
      )
      .clipExtent([
        [frame.x, frame.y],
        [frame.x + size, frame.y + size],
      ]);
    return { code, frame: { ...frame, projection }, shape };
  });
}

/** What the map of Europe must hold: the sites, and around a lone town the country it is in. */
function spread(places: Place[]): GeoPermissibleObjects {
  const lats = places.map((place) => place.lat);
  const lons = places.map((place) => place.lon);
  const [south, north] = [lats.reduce((a, b) => Math.min(a, b)), lats.reduce((a, b) => Math.max(a, b))];
  const [west, east] = [lons.reduce((a, b) => Math.min(a, b)), lons.reduce((a, b) => Math.max(a, b))];
  const up = Math.max(1.2, (5 - (north - south)) / 2);
  const out = Math.max(1.6, (7 - (east - west)) / 2);
  if (north - south > 5 && east - west > 7)
    return { type: 'MultiPoint', coordinates: places.map((place) => [place.lon, place.lat]) };
  return {
    type: 'MultiPoint',
    coordinates: [
      [west - out, south - up],
      [east + out, north + up],
      [west - out, north + up],
      [east + out, south - up],
    ],
  };
}

function isInEurope({ lat, lon }: Place): boolean {
  return lat > 33 && lat < 72 && lon > -25 && lon < 46;
}

/**
 * Metropolitan France when every European place lies in it, else as much of Europe as holds them, with the overseas departments
 * that have some beside it. With `beyond`, the whole world as soon as one lies on another continent; without, that one is off the map.
 */
export function groundFor(places: readonly Place[], canvas: Canvas, beyond = false): Ground {
  const { width, height, resources } = canvas;
  const departmentAt = departmentFinder(resources);
  const where = places.map((place) => {
    const code = departmentAt(place.lat, place.lon);
    return code !== null && overseasDepartments.includes(code)
      ? code
      : code !== null
        ? 'france'
        : isInEurope(place)
          ? 'abroad'
          : 'off';
  });
  if (beyond && where.includes('off')) return worldGround(places, canvas);
  const insets = insetsOf(
    overseasDepartments.filter((code) => where.includes(code)),
    canvas,
  );
  const isAbroad = where.includes('abroad');
  const pad = Math.min(width, height) * 0.035;
  const column = (insets[0]?.frame.width ?? 0) * 1.28;
  const left = insets.length === 0 ? pad : Math.max(pad, isAbroad ? column + pad * 0.5 : column * 0.82);
  const franceShape = {
    type: 'FeatureCollection' as const,
    features: departmentShapes(resources).filter((shape) => !overseasDepartments.includes(String(shape.id))),
  };
  const projection = isAbroad
    ? geoAzimuthalEqualArea()
        .rotate([-10, -50])
        .precision(0)
        .fitExtent(
          [
            [left + pad, 2 * pad],
            [width - 2 * pad, height - 2 * pad],
          ],
          spread(places.filter((_, at) => where[at] === 'france' || where[at] === 'abroad')),
        )
        .clipExtent([
          [insets.length === 0 ? -2 : column, -2],
          [width + 2, height + 2],
        ])
    : geoConicConformal()
        .rotate([-3, 0])
        .parallels([44, 49])
        .fitExtent(
          [
            [left, pad],
            [width - pad, height - pad],
          ],
          franceShape,
        );
  return {
    kind: isAbroad ? 'europe' : 'france',
    isNear: !isAbroad,
    main: { projection, x: 0, y: 0, width, height },
    insets,
    frameOf: where.map((code) =>
      code === 'off'
        ? -1
        : code === 'france' || code === 'abroad'
          ? 0
          : 1 + insets.findIndex((inset) => inset.code === code),
    ),
  };
}

function worldGround(places: readonly Place[], { width, height }: Canvas): Ground {
  const pad = Math.min(width, height) * 0.02;
  const inhabited: GeoPermissibleObjects = {
    type: 'MultiPoint',
    coordinates: [
      [-165, 10],
      [179, 10],
      [0, -56],
      [0, 76],
    ],
  };
  const projection = geoNaturalEarth1()
    .fitExtent(
      [
        [pad, pad],
        [width - pad, height - pad],
      ],
      inhabited,
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  return {
    kind: 'world',
    isNear: false,
    main: { projection, x: 0, y: 0, width, height },
    insets: [],
    frameOf: places.map(() => 0),
  };
}

/** Whether a place lies in a window, which may cross the antimeridian. */
export function isInExtent([west, south, east, north]: Extent, { lat, lon }: Place): boolean {
  const width = Math.min(360, (((east - west) % 360) + 360) % 360 || (east === west ? 0 : 360));
  return lat >= Math.min(south, north) && lat <= Math.max(south, north) && (((lon - west) % 360) + 360) % 360 <= width;
}

/** Mercator stops before the poles. */
const mercatorEdge = 85;

/** Exactly what a window on the map shows, north up, as the map on the screen does. */
export function groundOfExtent(extent: Extent, places: readonly Place[], { width, height }: Canvas): Ground {
  const [west, south, east, north] = extent;
  const turned = east < west ? east + 360 : east;
  const middle = (west + turned) / 2;
  const span = Math.min(359, Math.max(0.01, turned - west));
  const [low, high] = [Math.max(-mercatorEdge, Math.min(south, north)), Math.min(mercatorEdge, Math.max(south, north))];
  const corners: GeoPermissibleObjects = {
    type: 'MultiPoint',
    coordinates: [
      [middle - span / 2, low],
      [middle + span / 2, low],
      [middle - span / 2, high],
      [middle + span / 2, high],
    ],
  };
  const projection = geoMercator()
    .rotate([-middle, 0])
    .fitExtent(
      [
        [0, 0],
        [width, height],
      ],
      corners,
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  const isEurope = west > -25 && turned < 46 && low > 33 && high < 72;
  return {
    kind: isEurope ? 'europe' : 'world',
    isNear: span < 16,
    main: { projection, x: 0, y: 0, width, height },
    insets: [],
    frameOf: places.map(() => 0),
  };
}

/** Where a place falls in a frame, in pixels; null outside it. */
export function pointIn(frame: Frame, { lat, lon }: Place): { x: number; y: number } | null {
  const point = frame.projection([lon, lat]);
  if (point === null || !Number.isFinite(point[0]) || !Number.isFinite(point[1])) return null;
  const [x, y] = point;
  return x < frame.x || y < frame.y || x > frame.x + frame.width || y > frame.y + frame.height ? null : { x, y };
}
