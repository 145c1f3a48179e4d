/** The map's data as columns: 20,000 sites cross to the page as one JSON text of about 2 MB, which is parsed there. */
import type { accuracies } from '../base/common.ts';
import type { SiteFigures } from './coverage.ts';

/** Each column holds one value a site, in the same order. Only sites that have a place are in it. */
export interface MapColumns {
  id: string[];
  name: string[];
  /** Degrees, WGS84. */
  lon: number[];
  lat: number[];
  accuracy: (typeof accuracies)[number][];
  /** Place in `kinds`; -1 without one. */
  kind: number[];
  /** Place in `territories`; -1 without one. */
  territory: number[];
  headcount: (number | null)[];
  active: number[];
  target: number[];
  initiatives: number[];
  /** `2026-03-31`, or null when nothing has happened yet. */
  lastActivity: (string | null)[];
  kinds: string[];
  /** Ids. */
  territories: string[];
}

export interface MapSiteRow extends SiteFigures {
  id: string;
  name: string;
  lon: number;
  lat: number;
  accuracy: (typeof accuracies)[number];
  kind: string | null;
  territoryId: string | null;
}

export function parseMapColumns(text: string): MapColumns {
  return JSON.parse(text) as MapColumns;
}

/** One site of the columns, for a panel or the rows of a table that are in sight. */
export function mapSiteAt(columns: MapColumns, index: number): MapSiteRow {
  return {
    id: columns.id[index] ?? '',
    name: columns.name[index] ?? '',
    lon: columns.lon[index] ?? 0,
    lat: columns.lat[index] ?? 0,
    accuracy: columns.accuracy[index] ?? 'site',
    kind: columns.kinds[columns.kind[index] ?? -1] ?? null,
    territoryId: columns.territories[columns.territory[index] ?? -1] ?? null,
    headcount: columns.headcount[index] ?? null,
    active: columns.active[index] ?? 0,
    target: columns.target[index] ?? 1,
    initiatives: columns.initiatives[index] ?? 0,
    lastActivity: columns.lastActivity[index] ?? null,
  };
}

/** Every site of the columns, made one by one for whoever asks for it. */
export function* mapSites(columns: MapColumns): Generator<MapSiteRow> {
  for (let at = 0; at < columns.id.length; at += 1) yield mapSiteAt(columns, at);
}
