/** Where the name of an outline may stand. */
import type { Geometry } from 'geojson';

/** The middle of the largest part of an outline, to carry its name, and how large that part is in square degrees; null of what is no outline. */
export function labelPoint(geometry: Geometry): { lon: number; lat: number; size: number } | null {
  const parts =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  let best: { lon: number; lat: number; size: number } | null = null;
  for (const [ring = []] of parts) {
    let [area, x, y] = [0, 0, 0];
    for (let at = 0; at < ring.length - 1; at += 1) {
      const [x0 = 0, y0 = 0] = ring[at] ?? [];
      const [x1 = 0, y1 = 0] = ring[at + 1] ?? [];
      const cross = x0 * y1 - x1 * y0;
      area += cross;
      x += (x0 + x1) * cross;
      y += (y0 + y1) * cross;
    }
    if (area !== 0 && (best === null || Math.abs(area) > best.size))
      best = { lon: x / (3 * area), lat: y / (3 * area), size: Math.abs(area) };
  }
  return best;
}
