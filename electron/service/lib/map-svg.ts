/** The network as a map, drawn as an SVG of its own: France with insets of its overseas departments, or Europe. */
import { geoAzimuthalEqualArea, geoConicConformal, geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import type { GeoPermissibleObjects } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import { europeOutlines, franceOutlines } from './geo-data.ts';
import { departmentFinder, departmentShapes, mergeDots, overseasDepartments, type Dot, type MapSite, type PlacedSite } from './map-places.ts';

export interface MapColours {
  land: string;
  border: string;
  /** Sites whose target is not met. */
  dot: string;
  /** Sites whose target is met. */
  covered: string;
  /** Fills the background; without it the background is clear. */
  sea?: string;
}

/** Colours that the page's theme fills in, for maps shown in the window. */
export const pageColours: MapColours = { land: 'var(--map-land)', border: 'var(--map-border)', dot: 'var(--map-dot)', covered: 'var(--map-covered)' };

export interface MapRequest {
  sites: MapSite[];
  /** Pixels. */
  width: number;
  height: number;
  colours: MapColours;
  /** Folder of the bundled resources. */
  resources: string;
}

export interface NetworkMap {
  svg: string;
  /** Sites that have a dot. */
  drawn: number;
  /** Sites without a place, or off the map. */
  missing: number;
}

interface Frame {
  projection: GeoProjection;
  x: number;
  y: number;
  width: number;
  height: number;
}

const two = (value: number): string => String(Math.round(value * 100) / 100);

function draw(projection: GeoProjection, shape: GeoPermissibleObjects): string {
  return geoPath(projection).digits(1)(shape) ?? '';
}

/** Dots by headcount: their area, not their radius, grows with it; the whole of them never hides the land. */
function dotsSvg(dots: Dot[], largest: number, scale: number, colours: MapColours): string {
  const radius = (dot: Dot): number => scale * (0.006 + 0.016 * Math.sqrt(Math.min(1, dot.weight / largest)));
  return dots
    .map((dot) => `<circle cx="${two(dot.x)}" cy="${two(dot.y)}" r="${two(radius(dot))}" fill="${dot.covered ? colours.covered : colours.dot}"/>`)
    .join('');
}

function pointsIn(frame: Frame, sites: PlacedSite[]): { x: number; y: number; weight: number; covered: boolean }[] {
  return sites.flatMap(({ lat, lon, weight, covered }) => {
    const point = frame.projection([lon, lat]);
    if (point === null || !Number.isFinite(point[0]) || !Number.isFinite(point[1])) return [];
    const [x, y] = point;
    return x < frame.x || y < frame.y || x > frame.x + frame.width || y > frame.y + frame.height ? [] : [{ x, y, weight: weight ?? 0, covered }];
  });
}

function stroke(colour: string, width: number, opacity = 1): string {
  return `fill="none" stroke="${colour}" stroke-width="${two(width)}" stroke-linejoin="round"${opacity < 1 ? ` stroke-opacity="${opacity}"` : ''}`;
}

type France = ReturnType<typeof franceOutlines>;
const regionOf = (geometry: unknown): string | undefined => (geometry as { properties?: { region: string } }).properties?.region;

/** The departments of the mainland and Corsica, without those overseas. */
function mainlandOf(topology: France): France['objects']['departments'] {
  return { ...topology.objects.departments, geometries: topology.objects.departments.geometries.filter((geometry) => !overseasDepartments.includes(String(geometry.id))) };
}

function franceLand(frame: Frame, { colours, resources }: MapRequest, hairline: number): string {
  const topology = franceOutlines(resources);
  const mainland = mainlandOf(topology);
  const land = merge(topology, mainland.geometries as Parameters<typeof merge>[1]);
  const regions = mesh(topology, mainland, (a, b) => a !== b && regionOf(a) !== regionOf(b));
  const departments = mesh(topology, mainland, (a, b) => a !== b && regionOf(a) === regionOf(b));
  return `<path d="${draw(frame.projection, land)}" fill="${colours.land}"/><path d="${draw(frame.projection, departments)}" ${stroke(colours.border, hairline * 0.6, 0.55)}/><path d="${draw(frame.projection, regions)}" ${stroke(colours.border, hairline * 1.3)}/>`;
}

function europeLand(frame: Frame, { colours, resources }: MapRequest, hairline: number): string {
  const topology = europeOutlines(resources);
  const countries = topology.objects.countries;
  const borders = mesh(topology, countries, (a, b) => a !== b);
  const france = franceOutlines(resources);
  const regions = mesh(france, mainlandOf(france), (a, b) => a !== b && regionOf(a) !== regionOf(b));
  return `<path d="${draw(frame.projection, feature(topology, countries))}" fill="${colours.land}"/><path d="${draw(frame.projection, regions)}" ${stroke(colours.border, hairline * 0.7, 0.55)}/><path d="${draw(frame.projection, borders)}" ${stroke(colours.border, hairline * 1.2)}/>`;
}

/** Small framed maps of the overseas departments that have sites, in a column at the lower left. */
function insets(codes: string[], request: MapRequest): { code: string; frame: Frame; svg: (hairline: number) => string }[] {
  const size = Math.min(request.width * 0.13, request.height * 0.17);
  const gap = size * 0.14;
  return codes.map((code, index) => {
    const place = codes.length - 1 - index;
    const frame = { x: gap, y: request.height - (place + 1) * (size + gap), width: size, height: size };
    const shape = departmentShapes(request.resources).find((one) => one.id === code);
    const pad = size * 0.12;
    const projection = geoMercator().fitExtent([[frame.x + pad, frame.y + pad], [frame.x + size - pad, frame.y + size - pad]], shape ?? { type: 'Sphere' });
    const svg = (hairline: number): string =>
      `<rect x="${two(frame.x)}" y="${two(frame.y)}" width="${two(size)}" height="${two(size)}" rx="${two(size * 0.1)}" ${stroke(request.colours.border, hairline)}/>${shape === undefined ? '' : `<path d="${draw(projection, shape)}" fill="${request.colours.land}"/>`}`;
    return { code, frame: { ...frame, projection }, svg };
  });
}

/** What the map of Europe must hold: the sites, and around a lone town the country it is in. */
function spread(sites: PlacedSite[]): GeoPermissibleObjects {
  const lats = sites.map((site) => site.lat);
  const lons = sites.map((site) => site.lon);
  const [south, north] = [lats.reduce((a, b) => Math.min(a, b)), lats.reduce((a, b) => Math.max(a, b))];
  const [west, east] = [lons.reduce((a, b) => Math.min(a, b)), lons.reduce((a, b) => Math.max(a, b))];
  const up = Math.max(1.2, (5 - (north - south)) / 2);
  const out = Math.max(1.6, (7 - (east - west)) / 2);
  if (north - south > 5 && east - west > 7) return { type: 'MultiPoint', coordinates: sites.map((site) => [site.lon, site.lat]) };
  return { type: 'MultiPoint', coordinates: [[west - out, south - up], [east + out, north + up], [west - out, north + up], [east + out, south - up]] };
}

function isInEurope({ lat, lon }: PlacedSite): boolean {
  return lat > 33 && lat < 72 && lon > -25 && lon < 46;
}

/**
 * Draws the sites. The map shows metropolitan France when every European site lies in it, else as much of Europe as holds
 * them; overseas departments with sites are shown beside it. Coverage is colour, headcount is area. The same sites in the
 * same order give the same text; nothing outside the SVG is referred to.
 */
export function networkMapSvg(request: MapRequest): NetworkMap {
  const { sites, width, height, colours, resources } = request;
  const placed = sites.filter((site): site is PlacedSite => site.lat !== null && site.lon !== null);
  const departmentAt = departmentFinder(resources);
  const byPlace = new Map<string, PlacedSite[]>();
  for (const site of placed) {
    const code = departmentAt(site.lat, site.lon);
    const place = code !== null && overseasDepartments.includes(code) ? code : code !== null ? 'france' : isInEurope(site) ? 'abroad' : 'off';
    const list = byPlace.get(place);
    if (list === undefined) byPlace.set(place, [site]);
    else list.push(site);
  }
  const home = byPlace.get('france') ?? [];
  const abroad = byPlace.get('abroad') ?? [];
  const boxes = insets(overseasDepartments.filter((code) => byPlace.has(code)), request);
  const hairline = Math.max(0.5, Math.min(width, height) / 900);
  const pad = Math.min(width, height) * 0.035;
  const column = (boxes[0]?.frame.width ?? 0) * 1.28;
  const left = boxes.length === 0 ? pad : Math.max(pad, abroad.length === 0 ? column * 0.82 : column + pad * 0.5);
  const extent: [[number, number], [number, number]] = [[left, pad], [width - pad, height - pad]];
  const franceShape = { type: 'FeatureCollection' as const, features: departmentShapes(resources).filter((shape) => !overseasDepartments.includes(String(shape.id))) };
  const projection = abroad.length === 0
    ? geoConicConformal().rotate([-3, 0]).parallels([44, 49]).fitExtent(extent, franceShape)
    : geoAzimuthalEqualArea().rotate([-10, -50]).fitExtent([[left + pad, 2 * pad], [width - 2 * pad, height - 2 * pad]], spread([...home, ...abroad])).clipExtent([[boxes.length === 0 ? -2 : column, -2], [width + 2, height + 2]]);
  const frame: Frame = { projection, x: 0, y: 0, width, height };
  const scale = Math.min(width, height);
  const cell = scale * 0.008;
  const dots = [frame, ...boxes.map((box) => box.frame)].map((one, index) => pointsIn(one, index === 0 ? [...home, ...abroad] : (byPlace.get(boxes[index - 1]?.code ?? '') ?? [])));
  const merged = dots.map((points) => mergeDots(points, cell));
  const largest = Math.max(1, ...merged.flatMap((list) => list.slice(0, 1).map((dot) => dot.weight)));
  const crowding = Math.min(1, Math.max(0.5, Math.sqrt(150 / Math.max(1, merged[0]?.length ?? 1))));
  const drawn = dots.reduce((sum, points) => sum + points.length, 0);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    colours.sea === undefined ? '' : `<rect width="${width}" height="${height}" fill="${colours.sea}"/>`,
    abroad.length === 0 ? franceLand(frame, request, hairline) : europeLand(frame, request, hairline),
    ...boxes.map((box) => box.svg(hairline)),
    `<g fill-opacity="0.9" stroke="${colours.land}" stroke-width="${two(hairline * 0.9)}">`,
    ...merged.map((list) => dotsSvg(list, largest, scale * crowding, colours)),
    '</g></svg>',
  ];
  return { svg: parts.join(''), drawn, missing: sites.length - drawn };
}
