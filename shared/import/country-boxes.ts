/** Rough outlines of countries, enough to tell a place from the same place with its axes swapped. */

/** South, north, west, east in degrees. */
export type Box = readonly [south: number, north: number, west: number, east: number];

// Rounded outwards by about a quarter of a degree from the countries' extreme points (general geographic knowledge).
const boxes: Record<string, readonly Box[]> = {
  FR: [
    [41.2, 51.3, -5.4, 9.8],
    [15.7, 16.7, -62, -60.8],
    [14.2, 15, -61.4, -60.6],
    [2, 6, -54.8, -51.4],
    [-21.6, -20.7, 55, 56],
    [-13.2, -12.5, 44.8, 45.5],
    [46.6, 47.3, -56.6, -56],
    [17.8, 18.2, -63.3, -62.7],
    [-23, -19.4, 163.3, 168.4],
    [-28, -7.7, -155, -134],
    [-14.5, -13, -178.4, -176],
  ],
  BE: [[49.3, 51.7, 2.3, 6.6]],
  NL: [[50.6, 53.7, 3.2, 7.4]],
  LU: [[49.3, 50.3, 5.6, 6.7]],
  DE: [[47.1, 55.2, 5.7, 15.2]],
  CH: [[45.7, 47.9, 5.8, 10.7]],
  IT: [[35.3, 47.3, 6.4, 18.7]],
  ES: [
    [35.1, 44, -9.5, 4.6],
    [27.4, 29.6, -18.4, -13.2],
  ],
  PT: [
    [36.8, 42.3, -9.7, -6],
    [32.3, 33.3, -17.5, -16.1],
    [36.8, 39.9, -31.5, -24.8],
  ],
  GB: [[49.7, 61, -8.8, 2]],
  IE: [[51.2, 55.6, -10.8, -5.8]],
  AT: [[46.2, 49.2, 9.3, 17.3]],
  PL: [[48.8, 55, 14, 24.3]],
  CZ: [[48.4, 51.2, 12, 19]],
  SK: [[47.6, 49.8, 16.7, 22.7]],
  HU: [[45.6, 48.7, 16, 23]],
  RO: [[43.5, 48.4, 20.1, 29.9]],
  BG: [[41.1, 44.4, 22.2, 28.8]],
  GR: [[34.6, 41.9, 19.2, 29.8]],
  HR: [[42.2, 46.7, 13.3, 19.6]],
  SI: [[45.3, 47, 13.2, 16.7]],
  DK: [[54.4, 58, 7.9, 15.4]],
  SE: [[55.1, 69.2, 10.8, 24.3]],
  NO: [[57.8, 71.4, 4.3, 31.3]],
  FI: [[59.6, 70.2, 19.2, 31.7]],
  EE: [[57.4, 59.9, 21.6, 28.4]],
  LV: [[55.5, 58.2, 20.8, 28.4]],
  LT: [[53.7, 56.6, 20.8, 27]],
  MC: [[43.6, 43.9, 7.2, 7.6]],
  MA: [[20.6, 36.1, -17.3, -0.8]],
  TN: [[30.1, 37.6, 7.4, 11.7]],
  DZ: [[18.8, 37.2, -8.8, 12.1]],
};
/** Europe with its near islands. */
const europe: Box = [34, 72, -32, 45];

function inside(box: Box, lat: number, lon: number): boolean {
  return lat >= box[0] && lat <= box[1] && lon >= box[2] && lon <= box[3];
}

/** Whether the point lies in the country's outline; null when the outline is not known. */
export function insideCountry(country: string, lat: number, lon: number): boolean | null {
  const known = boxes[country];
  return known === undefined ? null : known.some((box) => inside(box, lat, lon));
}

export function insideEurope(lat: number, lon: number): boolean {
  return inside(europe, lat, lon);
}
