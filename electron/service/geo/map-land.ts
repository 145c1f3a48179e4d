/** Paints the land under the sites: fills, borders, the frames of overseas departments. */
import { geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import { europeOutlines, franceOutlines, propertiesOf, worldOutlines, type FranceTopology } from './geo-data.ts';
import type { Ground } from './map-frame.ts';
import { departmentShapes, overseasDepartments } from './map-places.ts';

export interface LandColours {
  land: string;
  border: string;
}

export const two = (value: number): string => String(Math.round(value * 100) / 100);

export function drawShape(projection: GeoProjection, shape: GeoPermissibleObjects): string {
  return geoPath(projection).digits(1)(shape) ?? '';
}

export function stroke(colour: string, width: number, opacity = 1): string {
  return `fill="none" stroke="${colour}" stroke-width="${two(width)}" stroke-linejoin="round"${opacity < 1 ? ` stroke-opacity="${opacity}"` : ''}`;
}

const regionOf = (geometry: unknown): string | undefined =>
  propertiesOf<{ region: string }>(geometry as { properties?: object }).region;

/** The departments of the mainland and Corsica, without those overseas. */
function mainlandOf(topology: FranceTopology): FranceTopology['objects']['departments'] {
  return {
    ...topology.objects.departments,
    geometries: topology.objects.departments.geometries.filter(
      (geometry) => !overseasDepartments.includes(String(geometry.id)),
    ),
  };
}

type Borders = (wanted: 'within' | 'between') => GeoPermissibleObjects;

/** Borders of departments within a region, and between regions. */
function bordersOf(topology: FranceTopology): Borders {
  const mainland = mainlandOf(topology);
  return (wanted) =>
    mesh(topology, mainland, (a, b) => a !== b && (regionOf(a) === regionOf(b)) === (wanted === 'within'));
}

function franceLand(
  { main: { projection } }: Ground,
  colours: LandColours,
  resources: string,
  hairline: number,
): string {
  const topology = franceOutlines(resources);
  const land = merge(topology, mainlandOf(topology).geometries as Parameters<typeof merge>[1]);
  const borders = bordersOf(topology);
  return `<path d="${drawShape(projection, land)}" fill="${colours.land}"/><path d="${drawShape(projection, borders('within'))}" ${stroke(colours.border, hairline * 0.6, 0.55)}/><path d="${drawShape(projection, borders('between'))}" ${stroke(colours.border, hairline * 1.3)}/>`;
}

function wideLand(
  { kind, isNear, main: { projection } }: Ground,
  colours: LandColours,
  resources: string,
  hairline: number,
): string {
  const topology = kind === 'world' ? worldOutlines(resources) : europeOutlines(resources);
  const countries = topology.objects.countries;
  const france = franceOutlines(resources);
  const french = bordersOf(france);
  const parts = [`<path d="${drawShape(projection, feature(topology, countries))}" fill="${colours.land}"/>`];
  if (isNear) {
    // The world's outlines are coarse; an island that fills the picture deserves the finer ones.
    const islands = departmentShapes(resources).filter((shape) => overseasDepartments.includes(String(shape.id)));
    if (kind === 'world')
      parts.push(
        `<path d="${drawShape(projection, { type: 'FeatureCollection', features: islands })}" fill="${colours.land}"/>`,
      );
    parts.push(
      `<path d="${drawShape(projection, french('within'))}" ${stroke(colours.border, hairline * 0.5, 0.55)}/>`,
    );
  }
  if (kind === 'europe' || isNear)
    parts.push(
      `<path d="${drawShape(projection, french('between'))}" ${stroke(colours.border, hairline * 0.7, 0.55)}/>`,
    );
  parts.push(
    `<path d="${drawShape(
      projection,
      mesh(topology, countries, (a, b) => a !== b),
    )}" ${stroke(colours.border, hairline * (kind === 'world' && !isNear ? 0.6 : 1.2))}/>`,
  );
  return parts.join('');
}

/** Where these points come to lie, in degrees, tells one projection from any other. */
const probes: [number, number][] = [
  [2, 47],
  [-5, 36],
  [25, 60],
];
/** Maps on screen are drawn again after every change of the data, which seldom moves the land under them. */
const painted = new Map<string, string>();
const keptLands = 8;

/** The land of a ground as SVG; `hairline` in pixels. */
export function landSvg(ground: Ground, colours: LandColours, resources: string, hairline: number): string {
  const { kind, isNear, main } = ground;
  const { land, border } = colours;
  const places = probes.map((probe) => main.projection(probe));
  const key = JSON.stringify([kind, isNear, places, main.projection.clipExtent(), land, border, resources, hairline]);
  const svg =
    painted.get(key) ??
    (kind === 'france'
      ? franceLand(ground, colours, resources, hairline)
      : wideLand(ground, colours, resources, hairline));
  painted.delete(key);
  painted.set(key, svg);
  if (painted.size > keptLands) painted.delete(painted.keys().next().value ?? '');
  return svg;
}

/** The framed overseas departments. */
export function insetsSvg(ground: Ground, colours: LandColours, hairline: number): string {
  return ground.insets
    .map(
      ({ frame, shape }) =>
        `<rect x="${two(frame.x)}" y="${two(frame.y)}" width="${two(frame.width)}" height="${two(frame.height)}" rx="${two(frame.width * 0.1)}" ${stroke(colours.border, hairline)}/>${shape === undefined ? '' : `<path d="${drawShape(frame.projection, shape)}" fill="${colours.land}"/>`}`,
    )
    .join('');
}
