/** Where towns lie and in which department, as plain numbers: the map asks for the nearest without reading their names. */
import type { CityRow } from './cities.ts';
import type { CommuneRow } from './communes.ts';

/** Of a town of another country. */
const abroad = 255;

/**
 * All latitudes, then all longitudes (32-bit integers, ten-thousandths of a degree, little endian), then one byte a town for
 * the place of its department among `departments`. Those of France come first: of two as near, they win.
 */
export function townPoints(
  departments: readonly string[],
  communes: readonly CommuneRow[],
  cities: readonly CityRow[],
): Buffer {
  const points = [
    ...communes.flatMap(([, , , department, , lat, lon]) => {
      const at = departments.indexOf(department);
      return lat === null || lon === null || at < 0 ? [] : [{ lat, lon, at }];
    }),
    ...cities.map(([, , , lat, lon]) => ({ lat, lon, at: abroad })),
  ];
  const bytes = Buffer.alloc(points.length * 9);
  points.forEach(({ lat, lon, at }, index) => {
    bytes.writeInt32LE(Math.round(lat * 10_000), index * 4);
    bytes.writeInt32LE(Math.round(lon * 10_000), (points.length + index) * 4);
    bytes.writeUInt8(at, points.length * 8 + index);
  });
  return bytes;
}
