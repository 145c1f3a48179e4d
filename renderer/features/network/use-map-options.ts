/** What the map is asked to show, kept in the address: the figure, sites or territories, the level of the tree, the table. */
import { mapLayers, type MapLayer } from '#shared/network/scales.ts';
import type { ListState } from '../../lib/list-state.ts';
import type { Form } from './map/engine.ts';

export interface MapOptions {
  layer: MapLayer;
  form: Form;
  /** Of the tree of territories, 0 its top; null the leaves. */
  depth: number | null;
  table: boolean;
}

const oneOf = <T extends string>(values: readonly T[], value: string | undefined): T =>
  values.find((one) => one === value) ?? (values[0] as T);

/** The day of the last activity is not known for the past; a machine that draws no map has the table. */
export function mapOptions(state: ListState, past: boolean, canDraw: boolean): MapOptions {
  const layer = oneOf(mapLayers, state.filter('layer')[0]);
  const level = Number(state.filter('level')[0] ?? Number.NaN);
  const table = !canDraw || state.filter('show')[0] === 'table';
  return {
    layer: past && layer === 'lastActivity' ? 'coverage' : layer,
    form: table ? 'sites' : oneOf(['sites', 'territories'] as const, state.filter('form')[0]),
    depth: Number.isInteger(level) && level >= 0 && level <= 20 ? level : null,
    table,
  };
}
