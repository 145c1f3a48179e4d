/** Sites and territories as what the map draws: points that sum up when they are gathered, and filled outlines. */
import type { FeatureCollection, MultiPolygon, Point } from 'geojson';
import type { CoverageRow } from '#shared/network/contract.ts';
import { mapSiteAt, type MapColumns, type MapSiteRow } from '#shared/network/columns.ts';
import { noFigures } from '#shared/network/coverage.ts';
import { daysSince, fadingDays, sumValue, type MapLayer } from '#shared/network/scales.ts';
import { sitesAt, type NetworkMonth, type Timeline } from '#shared/network/timeline.ts';
import { ownFigures, sumTree } from '#shared/network/territory-sums.ts';
import { labelPoint } from './label-point.ts';

/** Days since the last initiative, for a site that never had one: more than any date gives. */
export const never = 1_000_000;

export interface MarkProperties {
  /** Place in the columns. */
  at: number;
  active: number;
  target: number;
  headcount: number;
  /** 1 when the headcount is known. */
  counted: number;
  /** Those of sites whose headcount is known: the only ones that are set against employees. */
  initiatives: number;
  days: number;
  /** 1 when that is not so long ago that the site counts as fading. */
  awake: number;
}

export type Marks = FeatureCollection<Point, MarkProperties>;

export function marksOf(columns: MapColumns, today: string): Marks {
  const features: Marks['features'] = [];
  for (let at = 0; at < columns.id.length; at += 1) {
    const headcount = columns.headcount[at] ?? null;
    const last = columns.lastActivity[at] ?? null;
    const days = last === null ? never : daysSince(last, today);
    features.push({
      type: 'Feature',
      id: at,
      geometry: { type: 'Point', coordinates: [columns.lon[at] ?? 0, columns.lat[at] ?? 0] },
      properties: {
        at,
        active: columns.active[at] ?? 0,
        target: columns.target[at] ?? 1,
        headcount: headcount ?? 0,
        counted: headcount === null ? 0 : 1,
        initiatives: headcount === null ? 0 : (columns.initiatives[at] ?? 0),
        days,
        awake: days <= fadingDays ? 1 : 0,
      },
    });
  }
  return { type: 'FeatureCollection', features };
}

/**
 * The columns as they were at the end of a month of the timeline: sites open then that have a place, their active
 * ambassadors then, the initiatives of the twelve months up to then. The day of the last activity is not known for the past.
 */
export function columnsAt(
  timeline: Timeline,
  { open, active, initiatives }: NetworkMonth,
  today: MapColumns,
): MapColumns {
  const known = new Map(today.id.map((id, at) => [id, at]));
  const past: MapColumns = {
    id: [],
    name: [],
    lon: [],
    lat: [],
    accuracy: [],
    kind: [],
    territory: [],
    headcount: [],
    active: [],
    target: [],
    initiatives: [],
    lastActivity: [],
    kinds: today.kinds,
    territories: today.territories,
  };
  for (let site = 0; site < timeline.id.length; site += 1) {
    const [lon, lat] = [timeline.lon[site] ?? null, timeline.lat[site] ?? null];
    if (open[site] === 0 || lon === null || lat === null) continue;
    const at = known.get(timeline.id[site] ?? '');
    past.id.push(timeline.id[site] ?? '');
    past.name.push(timeline.name[site] ?? '');
    past.lon.push(lon);
    past.lat.push(lat);
    past.accuracy.push(at === undefined ? 'site' : (today.accuracy[at] ?? 'site'));
    past.kind.push(at === undefined ? -1 : (today.kind[at] ?? -1));
    past.territory.push(at === undefined ? -1 : (today.territory[at] ?? -1));
    past.headcount.push(timeline.headcount[site] ?? null);
    past.active.push(active[site] ?? 0);
    past.target.push(timeline.target[site] ?? 1);
    past.initiatives.push(initiatives[site] ?? 0);
    past.lastActivity.push(null);
  }
  return past;
}

/** The territories as they were at the end of a month: the same tree, summed by the same functions from the sites of then. */
export function rowsAtMonth(timeline: Timeline, then: NetworkMonth, today: readonly CoverageRow[]): CoverageRow[] {
  const sums = sumTree(today, ownFigures(sitesAt(timeline, then), new Set(today.map((row) => row.id))));
  return today.map((row) => ({ ...row, figures: sums.get(row.id) ?? noFigures() }));
}

export interface TerritoryProperties {
  territoryId: string;
  name: string;
  /** -1 when it is missing. */
  value: number;
}
export type Areas = FeatureCollection<MultiPolygon, TerritoryProperties>;

/** The outlines with the figure of a layer; a territory without sites says nothing, so it stays blank. */
export function areasOf(
  shapes: FeatureCollection<MultiPolygon, { territoryId: string; name: string }>,
  rows: readonly CoverageRow[],
  layer: MapLayer,
  today: string,
): Areas {
  const figures = new Map(rows.map((row) => [row.id, row.figures]));
  return {
    type: 'FeatureCollection',
    features: shapes.features.flatMap((shape, at) => {
      const sum = figures.get(shape.properties.territoryId);
      return sum === undefined || sum.sites === 0
        ? []
        : [{ ...shape, id: at, properties: { ...shape.properties, value: sumValue(layer, sum, today) ?? -1 } }];
    }),
  };
}

/** A point in each territory that is drawn, to carry its name and its figure. */
export function areaNames(areas: Areas): FeatureCollection<Point, TerritoryProperties & { size: number }> {
  return {
    type: 'FeatureCollection',
    features: areas.features.flatMap(({ geometry, properties }) => {
      const point = labelPoint(geometry);
      return point === null
        ? []
        : [
            {
              type: 'Feature' as const,
              properties: { ...properties, size: point.size },
              geometry: { type: 'Point' as const, coordinates: [point.lon, point.lat] },
            },
          ];
    }),
  };
}

export function rowsAt(columns: MapColumns, places: readonly number[]): MapSiteRow[] {
  return places.map((at) => mapSiteAt(columns, at));
}
