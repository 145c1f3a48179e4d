/** Reads places in degrees from one column or two; recognises swapped axes and projected metres, and refuses them. */
import { cellText, type Cell } from './cells.ts';
import { insideCountry, insideEurope } from './country-boxes.ts';
import { parseNumber } from './numbers.ts';
import { accept, refuse, type Outcome, type Refused } from './outcome.ts';

export interface Place {
  lat: number;
  lon: number;
}

const degreesText =
  /^([NSEWO])?\s*(-?\d{1,3})\s*[°ºd]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’m]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”s]|''|′′)\s*)?([NSEWO])?$/i;
const hemisphere = /^([NSEWO])?\s*(-?\d+(?:[.,]\d+)?)\s*°?\s*([NSEWO])?$/i;

/** The longest text that may hold two coordinates; patterns never see a longer one. */
const longest = 200;

/** One axis in degrees: decimal with point or comma, `48°51'24"N`, `2.35 E`. West (`W`, `O`) and south are negative. */
export function parseDegrees(cell: Cell): Outcome<number> {
  const plainNumber = parseNumber(cell, { decimal: null, neverGrouped: true });
  if (plainNumber.ok) return accept(plainNumber.value);
  const text = cellText(cell);
  if (text.length > longest) return refuse('coordinatesUnreadable');
  const written = degreesText.exec(text);
  if (written !== null) {
    const [, before, degrees = '0', minutes = '0', seconds = '0', after] = written;
    const size =
      Math.abs(Number(degrees)) + Number(minutes.replace(',', '.')) / 60 + Number(seconds.replace(',', '.')) / 3600;
    return accept(signed(size, degrees.startsWith('-'), after ?? before));
  }
  const marked = hemisphere.exec(text);
  if (marked === null) return refuse('coordinatesUnreadable');
  const number = Number((marked[2] ?? '').replace(',', '.'));
  return accept(signed(Math.abs(number), number < 0, marked[3] ?? marked[1]));
}

function signed(size: number, negative: boolean, side: string | undefined): number {
  const south = side !== undefined && /[SWO]/i.test(side);
  return negative !== south && size !== 0 ? -size : size;
}

const wellKnownText = /^(?:SRID=\d+;)?\s*POINT\s*Z?\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)[^)]*\)$/i;

/** `48.85, 2.35`, `48,85 ; 2,35`, `48,85, 2,35`, `(48.85 2.35)`, `POINT(2.35 48.85)`: the two texts, latitude first. */
function splitPair(text: string): [string, string] | null {
  const point = wellKnownText.exec(text);
  if (point !== null) return [point[2] ?? '', point[1] ?? ''];
  const body = text.replace(/^[[({]\s*/, '').replace(/\s*[\])}]$/, '');
  for (const separator of [/\s*[;|/]\s*/, /,\s+/, /\s+-\s+/, /\t/]) {
    const parts = body.split(separator);
    if (parts.length === 2) return [parts[0] ?? '', parts[1] ?? ''];
  }
  const commas = body.split(',');
  if (commas.length === 2 && (body.includes('.') || !/^-?\d+,\d+$/.test(body)))
    return [(commas[0] ?? '').trim(), (commas[1] ?? '').trim()];
  if (commas.length === 4) return [`${commas[0]},${commas[1]}`.trim(), `${commas[2]},${commas[3]}`.trim()];
  const spaces = body.split(/\s+/);
  return spaces.length === 2 ? [spaces[0] ?? '', spaces[1] ?? ''] : null;
}

/** Reads `lat, lon` from one cell; see `checkPlace` for what is refused. */
export function parsePair(cell: Cell, country: string | null): Outcome<Place> {
  const text = cellText(cell);
  const pair = text.length > longest ? null : splitPair(text);
  if (pair === null) return refuse('coordinatesUnreadable');
  const lat = parseDegrees(pair[0]);
  const lon = parseDegrees(pair[1]);
  if (!lat.ok || !lon.ok) return refuse('coordinatesUnreadable');
  return checkPlace(lat.value, lon.value, country);
}

/**
 * Judges a place. Refused, each with its reason: projected metres (Lambert 93, web Mercator, others), axes swapped (the
 * country's outline holds the place only when latitude and longitude change sides), 0/0, beyond the globe. A place outside
 * its country is kept with a note. `country` null: Europe is the outline, for swapped axes only.
 */
export function checkPlace(lat: number, lon: number, country: string | null): Outcome<Place> {
  const unfit = Math.abs(lat) > 90 || Math.abs(lon) > 180;
  if (unfit) return refuseBeyond(lat, lon, country);
  if (Math.abs(lat) < 1e-6 && Math.abs(lon) < 1e-6) return refuse('coordinatesNull');
  const inCountry = country === null ? insideEurope(lat, lon) : insideCountry(country, lat, lon);
  if (inCountry === false) {
    const swappedFits = country === null ? insideEurope(lon, lat) : insideCountry(country, lon, lat) === true;
    if (swappedFits) return refuse('coordinatesSwapped', { lat: lon, lon: lat });
    if (country !== null) return accept({ lat, lon }, 'outsideCountry');
  }
  return accept({ lat, lon });
}

function refuseBeyond(lat: number, lon: number, country: string | null): Refused {
  if (isLambert93(lon, lat) || isLambert93(lat, lon)) return refuse('coordinatesLambert93');
  if (Math.abs(lat) <= 180 && Math.abs(lon) <= 90 && (country === null || insideCountry(country, lon, lat) !== false))
    return refuse('coordinatesSwapped', { lat: lon, lon: lat });
  if (Math.abs(lat) > 1000 && Math.abs(lon) > 1000) {
    return refuse(isMercator(lon, lat) ? 'coordinatesWebMercator' : 'coordinatesProjected');
  }
  return refuse(Math.abs(lat) > 1000 || Math.abs(lon) > 1000 ? 'coordinatesProjected' : 'coordinatesOutOfRange');
}

/** Easting and northing of metropolitan France in EPSG:2154. */
function isLambert93(x: number, y: number): boolean {
  return x >= 90_000 && x <= 1_300_000 && y >= 6_000_000 && y <= 7_200_000;
}

/** Half the equator in metres bounds EPSG:3857; the north keeps clear of Lambert 93 by its easting. */
function isMercator(x: number, y: number): boolean {
  return (
    Math.abs(x) <= 20_037_509 && Math.abs(y) <= 20_037_509 && insideEurope(mercatorLat(y), (x / 20_037_508.34) * 180)
  );
}

function mercatorLat(y: number): number {
  return (Math.atan(Math.sinh((y / 20_037_508.34) * Math.PI)) * 180) / Math.PI;
}
