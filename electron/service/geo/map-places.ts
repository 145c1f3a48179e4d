/** Where sites lie on the map: which French department, and the dots they make together. */
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import { abroad, divisions, franceOutlines, once, townPoints, type TownPoints } from './geo-data.ts';

export interface MapSite {
  lat: number | null;
  lon: number | null;
  /** Headcount; null where unknown, drawn as the smallest dot. */
  weight: number | null;
  covered: boolean;
}

export type PlacedSite = MapSite & { lat: number; lon: number };
export type DepartmentShape = Feature<Polygon | MultiPolygon, { name: string; region: string }>;

export const overseasDepartments = ['971', '972', '973', '974', '976'];

export const departmentShapes: (resources: string) => readonly DepartmentShape[] = once((resources) => {
  const topology = franceOutlines(resources);
  return feature(topology, topology.objects.departments).features as DepartmentShape[];
});

interface Box {
  id: string;
  rings: Ring[];
  west: number;
  south: number;
  east: number;
  north: number;
}

// A tenth of a degree: outlines are simplified, and a harbour's dot may fall into the sea.
const margin = 0.1;

/** Longitudes and latitudes in turn: pairs that are taken apart one by one cost most of a first map's time. */
type Ring = Float64Array;

function boxOf(shape: DepartmentShape): Box {
  const outlines = shape.geometry.type === 'Polygon' ? shape.geometry.coordinates : shape.geometry.coordinates.flat();
  const rings = outlines.map((outline) => Float64Array.from(outline.flat()));
  const box = { id: String(shape.id), rings, west: 180, south: 90, east: -180, north: -90 };
  for (const ring of rings)
    for (let at = 0; at < ring.length; at += 2) {
      const lon = ring[at] ?? 0;
      const lat = ring[at + 1] ?? 0;
      box.west = Math.min(box.west, lon - margin);
      box.east = Math.max(box.east, lon + margin);
      box.south = Math.min(box.south, lat - margin);
      box.north = Math.max(box.north, lat + margin);
    }
  return box;
}

/** Whether a line east from a point crosses the rings an odd number of times; between two corners of a department the Earth is flat enough. */
function isInside(rings: readonly Ring[], lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let x0 = ring[ring.length - 2] ?? 0;
    let y0 = ring[ring.length - 1] ?? 0;
    for (let at = 0; at < ring.length; at += 2) {
      const x = ring[at] ?? 0;
      const y = ring[at + 1] ?? 0;
      if (y > lat !== y0 > lat && lon < ((x0 - x) * (lat - y)) / (y0 - y) + x) inside = !inside;
      x0 = x;
      y0 = y;
    }
  }
  return inside;
}

/** The department of the nearest town within reach, null where there is none; of two as near the French one. */
function nearestTown({ lat: lats, lon: lons, department }: TownPoints, lat: number, lon: number): number | null {
  const shrink = Math.cos((lat * Math.PI) / 180) ** 2;
  const reach = 2 * margin;
  let found: number | null = null;
  let nearest = reach ** 2;
  for (let town = 0; town < lats.length; town += 1) {
    const north = (lats[town] ?? 0) / 10_000 - lat;
    if (Math.abs(north) >= reach) continue;
    const distance = north ** 2 + shrink * ((lons[town] ?? 0) / 10_000 - lon) ** 2;
    if (distance < nearest) [nearest, found] = [distance, department[town] ?? null];
  }
  return found;
}

/**
 * A function that tells the code of the French department a point lies in, or null. Outlines are simplified, so a point
 * just outside them belongs where the nearest town does, French or foreign. Each twentieth of a degree is looked up
 * once, so 20,000 sites cost as much as a few hundred.
 */
export function departmentFinder(resources: string): (lat: number, lon: number) => string | null {
  const ready = finders.get(resources);
  if (ready !== undefined) return ready;
  const made = makeFinder(resources);
  finders.set(resources, made);
  return made;
}

const finders = new Map<string, (lat: number, lon: number) => string | null>();

function makeFinder(resources: string): (lat: number, lon: number) => string | null {
  const boxes = departmentShapes(resources).map(boxOf);
  const known = new Map<string, string | null>();
  const find = (lat: number, lon: number): string | null => {
    const near = boxes.filter((box) => lon > box.west && lon < box.east && lat > box.south && lat < box.north);
    const box = near.find((one) => isInside(one.rings, lon, lat));
    if (box !== undefined) return box.id;
    if (near.length === 0) return null;
    const at = nearestTown(townPoints(resources), lat, lon);
    return at === null || at === abroad ? null : (divisions(resources).departments[at]?.code ?? null);
  };
  return (lat, lon) => {
    const key = `${Math.round(lat * 20)} ${Math.round(lon * 20)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const code = find(lat, lon);
    known.set(key, code);
    return code;
  };
}

export interface Dot {
  x: number;
  y: number;
  weight: number;
  count: number;
  covered: boolean;
}

/** Sites that fall on the same few pixels become one dot at their middle; it counts as covered when most of its sites are. */
export function mergeDots(points: { x: number; y: number; weight: number; covered: boolean }[], cell: number): Dot[] {
  const cells = new Map<string, { x: number; y: number; weight: number; count: number; covered: number }>();
  for (const { x, y, weight, covered } of points) {
    const key = `${Math.round(x / cell)} ${Math.round(y / cell)}`;
    const dot = cells.get(key) ?? { x: 0, y: 0, weight: 0, count: 0, covered: 0 };
    dot.x += x;
    dot.y += y;
    dot.weight += weight;
    dot.count += 1;
    dot.covered += covered ? 1 : 0;
    cells.set(key, dot);
  }
  return [...cells.values()]
    .map((dot) => ({
      x: dot.x / dot.count,
      y: dot.y / dot.count,
      weight: dot.weight,
      count: dot.count,
      covered: dot.covered * 2 > dot.count,
    }))
    .sort((a, b) => b.weight - a.weight || a.x - b.x || a.y - b.y);
}
