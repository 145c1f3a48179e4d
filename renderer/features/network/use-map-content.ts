/** What the map draws now, made from the sites, the layer, the month and the choice. */
import { useComputedColorScheme } from '@mantine/core';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { useMemo } from 'react';
import { mapSites, type MapColumns } from '#shared/network/columns.ts';
import { scaleOf, siteWeights, sumWeights, type MapLayer, type Scale } from '#shared/network/scales.ts';
import { useRead } from '../../lib/api.ts';
import { today } from '../../lib/today.ts';
import type { Form } from './map/engine.ts';
import { pixelsAtZoom0 } from './map/extent.ts';
import { areasOf, marksOf, type Areas, type Marks } from './map/features.ts';
import type { Network, NetworkFilterInput } from './use-network.ts';

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

export interface Drawing {
  marks: Marks;
  scale: Scale;
  areas: Areas | null;
  areaScale: Scale;
  /** How many levels of territories can be drawn, and how many territories of this one have no outline. */
  depths: number;
  withoutOutline: number;
  /** Sites or territories whose value is missing. */
  missing: number;
}

/** `columns` and `rows` are those of the month that is shown. */
export function useDrawing(
  network: Network,
  { columns, rows }: Pick<Network, 'columns' | 'rows'>,
  filter: NetworkFilterInput,
  layer: MapLayer,
  form: Form,
  depth: number | null,
): Drawing {
  const theme = useComputedColorScheme('light');
  const day = today();
  const marks = useMemo(() => marksOf(columns, day), [columns, day]);
  // The classes stay those of today while the months go by, so that a colour means the same all along.
  const scale = useMemo(
    () => scaleOf(layer, theme, siteWeights(layer, mapSites(network.columns))),
    [layer, theme, network.columns],
  );
  const shapes = useRead('network.territoryShapes', { filter, depth }, { enabled: form === 'territories', keep: true });
  const outlines = useMemo(
    () =>
      shapes.data === undefined
        ? null
        : (JSON.parse(shapes.data.geojson) as FeatureCollection<MultiPolygon, { territoryId: string; name: string }>),
    [shapes.data],
  );
  const areas = useMemo(
    () => (outlines === null ? null : areasOf(outlines, rows, layer, day)),
    [outlines, rows, layer, day],
  );
  const areaScale = useMemo(() => {
    const drawn = new Set(outlines?.features.map((shape) => shape.properties.territoryId));
    return scaleOf(
      layer,
      theme,
      sumWeights(
        layer,
        network.rows.flatMap((row) => (row.id !== null && drawn.has(row.id) ? [row.figures] : [])),
      ),
    );
  }, [layer, theme, outlines, network.rows]);
  const missing = useMemo(() => {
    if (form === 'territories')
      return areas === null ? 0 : areas.features.filter((area) => area.properties.value < 0).length;
    if (layer === 'coverage') return 0;
    if (layer === 'lastActivity') return columns.lastActivity.filter((date) => date === null).length;
    return columns.headcount.filter((headcount) => headcount === null || (layer === 'initiatives' && headcount === 0))
      .length;
  }, [form, areas, layer, columns]);
  return {
    marks,
    scale,
    areas,
    areaScale,
    depths: shapes.data?.depths ?? 1,
    withoutOutline: form === 'territories' ? (shapes.data?.without.length ?? 0) : 0,
    missing,
  };
}

/** Circles of action around the sites that have someone active. */
export function useCircles(columns: MapColumns, shown: boolean, kilometres: number): FeatureCollection {
  return useMemo(() => {
    if (!shown) return nothing;
    const features: FeatureCollection['features'] = [];
    for (let at = 0; at < columns.id.length; at += 1) {
      if ((columns.active[at] ?? 0) === 0) continue;
      const [lon, lat] = [columns.lon[at] ?? 0, columns.lat[at] ?? 0];
      features.push({
        type: 'Feature',
        properties: { crowd: columns.id.length > 2000 ? 1 : 0, radius: pixelsAtZoom0(kilometres, lat) },
        geometry: { type: 'Point', coordinates: [lon, lat] },
      });
    }
    return { type: 'FeatureCollection', features };
  }, [columns, shown, kilometres]);
}

/** Rings around what is chosen; of a crowd only the first thousands, which fill the view anyway. */
const mostRings = 3000;

export function usePickedPoints(
  columns: MapColumns,
  places: readonly number[],
  focus: number | null,
): FeatureCollection {
  return useMemo(() => {
    const points = places.slice(0, mostRings).map((at) => ({ at, focus: at === focus }));
    if (focus !== null && !places.includes(focus)) points.push({ at: focus, focus: true });
    return {
      type: 'FeatureCollection',
      features: points.map(({ at, focus: focused }) => ({
        type: 'Feature',
        properties: { focus: focused },
        geometry: { type: 'Point', coordinates: [columns.lon[at] ?? 0, columns.lat[at] ?? 0] },
      })),
    };
  }, [columns, places, focus]);
}

/** A territory with all below it. */
export function territoryAndBelow(rows: Network['rows'], id: string): Set<string> {
  const found = new Set([id]);
  for (const row of rows) if (row.id !== null && row.parentId !== null && found.has(row.parentId)) found.add(row.id);
  return found;
}

export function sitesOfTerritory(columns: MapColumns, rows: Network['rows'], id: string): number[] {
  const inside = territoryAndBelow(rows, id);
  const found: number[] = [];
  for (let at = 0; at < columns.id.length; at += 1)
    if (inside.has(columns.territories[columns.territory[at] ?? -1] ?? '')) found.push(at);
  return found;
}
