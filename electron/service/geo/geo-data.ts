/** The bundled geographic data, read once per folder: divisions, communes, towns of Europe, outlines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { GeometryCollection, Topology } from 'topojson-specification';

export interface Commune {
  /** INSEE code, text. */
  code: string;
  name: string;
  postcodes: string[];
  department: string;
  population: number | null;
  lat: number | null;
  lon: number | null;
}

export interface Town {
  country: string;
  name: string;
  population: number;
  lat: number;
  lon: number;
}

export interface Department {
  code: string;
  name: string;
  region: string;
}

/** The administrative divisions of France: a few kilobytes, unlike the communes. */
export interface Divisions {
  departments: Department[];
  regions: { code: string; name: string }[];
}

export interface GeoData {
  /** Communes and municipal arrondissements, by code. */
  communes: Commune[];
  /** Names of communes since merged, with the code they now go by. */
  former: [name: string, code: string][];
  /** European towns of more than 15,000 people outside France, the largest of a country first. */
  towns: Town[];
  otherNames: [country: string, other: string, name: string][];
}

interface DivisionFile {
  regions: [string, string][];
  departments: [string, string, string][];
}

interface CommuneFile {
  communes: [string, string, string[], string, number | null, number | null, number | null][];
  former: [string, string][];
}

interface TownFile {
  cities: [string, string, number, number, number][];
  otherNames: [string, string, string][];
}

/** Reads once per folder; what it gives is shared, and nobody changes it. */
export function once<T>(read: (resources: string) => T): (resources: string) => T {
  const known = new Map<string, T>();
  return (resources) => {
    let value = known.get(resources);
    if (value === undefined) known.set(resources, (value = read(resources)));
    return value;
  };
}

const json = (resources: string, name: string): unknown => {
  const bytes = readFileSync(join(resources, 'geo', name));
  return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
};

export const divisions: (resources: string) => Divisions = once((resources) => {
  const { regions, departments } = json(resources, 'divisions.json') as DivisionFile;
  return {
    departments: departments.map(([code, name, region]) => ({ code, name, region })),
    regions: regions.map(([code, name]) => ({ code, name })),
  };
});

/** Where the towns of France and Europe lie: 9 bytes a town, where the whole of them takes 25 MB once read. */
export interface TownPoints {
  /** Ten-thousandths of a degree. */
  lat: Int32Array;
  lon: Int32Array;
  /** Place of its department in `divisions`; `abroad` for those of other countries, which come last. */
  department: Uint8Array;
}

export const abroad = 255;

export const townPoints: (resources: string) => TownPoints = once((resources) => {
  const bytes = readFileSync(join(resources, 'geo', 'town-points.bin'));
  const { buffer, byteOffset } = Uint8Array.from(bytes);
  const count = bytes.length / 9;
  return {
    lat: new Int32Array(buffer, byteOffset, count),
    lon: new Int32Array(buffer, byteOffset + 4 * count, count),
    department: new Uint8Array(buffer, byteOffset + 8 * count, count),
  };
});

/** Communes and towns; about 60 ms the first time. */
export const geoData: (resources: string) => GeoData = once((resources) => {
  const { communes, former } = json(resources, 'communes.json.gz') as CommuneFile;
  const { cities, otherNames } = json(resources, 'cities.json.gz') as TownFile;
  return {
    communes: communes.map(([code, name, postcodes, department, population, lat, lon]) => ({
      code,
      name,
      postcodes,
      department,
      population,
      lat,
      lon,
    })),
    former,
    towns: cities.map(([country, name, population, lat, lon]) => ({ country, name, population, lat, lon })),
    otherNames,
  };
});

/** What a geometry of ours says of itself; topojson's own types let it say nothing. */
export function propertiesOf<T>(geometry: { properties?: T | object }): Partial<T> {
  return (geometry.properties ?? {}) as Partial<T>;
}

export type FranceTopology = Topology<{ departments: GeometryCollection<{ name: string; region: string }> }>;
export type EuropeTopology = Topology<{ countries: GeometryCollection<{ name: string; code?: string }> }>;

/** The outlines of the 101 departments; each geometry's id is its code. */
export const franceOutlines: (resources: string) => FranceTopology = once(
  (resources) => json(resources, 'france.json') as FranceTopology,
);

/** The outlines of Europe's countries and their neighbours, without overseas parts. */
export const europeOutlines: (resources: string) => EuropeTopology = once(
  (resources) => json(resources, 'europe.json') as EuropeTopology,
);

/** The outlines of every country but Antarctica, coarser than Europe's. */
export const worldOutlines: (resources: string) => EuropeTopology = once(
  (resources) => json(resources, 'world.json') as EuropeTopology,
);
