/** Choosing on the map and beside it: a click, an outline, a territory, a row; and what the panel beside the map then shows. */
import { useState, type RefObject } from 'react';
import { showError } from '../../lib/toasts.ts';
import type { NetworkMap, Target } from './map/engine.ts';
import { extentOfSites } from './map/extent.ts';
import type { Side } from './panel/side-panel.tsx';
import { useChoice, type MapChoice } from './use-choice.ts';
import { sitesOfTerritory } from './use-map-content.ts';
import type { Moment } from './use-moment.ts';

export interface MapChoiceState {
  choice: MapChoice;
  /** Places in the columns. */
  places: number[];
  /** The one site that is chosen. */
  focus: number | null;
  side: Side;
  setSide: (side: Side) => void;
  idsAt: (places: readonly number[]) => string[];
  showSites: (ids: string[], add?: boolean) => void;
  showTerritory: (id: string, move: boolean) => void;
  /** Shows a site from near. */
  flyTo: (id: string) => void;
  onTarget: (target: Target | null, add: boolean, lon: number, lat: number) => void;
  leave: () => void;
}

/** Degrees around a site that is shown from near. */
const [besideIt, aboveIt] = [0.2, 0.14];

export function useMapChoice({ columns, rows }: Moment, map: RefObject<NetworkMap | null>): MapChoiceState {
  const { choice, places, pick, pickTerritory, clear } = useChoice(columns);
  const [openSide, setSide] = useState<Side>('view');
  // A choice that the filters have emptied is none.
  const side = openSide === 'choice' && places.length === 0 && choice.territoryId === null ? 'view' : openSide;
  const idsAt = (list: readonly number[]): string[] => list.map((at) => columns.id[at] ?? '');
  const showSites = (ids: string[], add = false): void => {
    pick(ids, add);
    setSide('choice');
  };
  const showTerritory = (id: string, move: boolean): void => {
    const inside = sitesOfTerritory(columns, rows, id);
    pickTerritory(id, idsAt(inside));
    setSide('choice');
    if (move && inside.length > 0) map.current?.fit(extentOfSites(columns, inside), true);
  };
  const flyTo = (id: string): void => {
    const at = columns.id.indexOf(id);
    const [lon, lat] = [columns.lon[at] ?? 0, columns.lat[at] ?? 0];
    showSites([id]);
    if (at !== -1) map.current?.fit([lon - besideIt, lat - aboveIt, lon + besideIt, lat + aboveIt], true);
  };
  const leave = (): void => {
    clear();
    setSide('view');
  };
  const openMany = async (cluster: number, add: boolean, lon: number, lat: number): Promise<void> => {
    const handle = map.current;
    if (handle !== null && (add || !(await handle.open(cluster, lon, lat))))
      showSites(idsAt(await handle.sitesOf(cluster)), add);
  };
  const onTarget = (target: Target | null, add: boolean, lon: number, lat: number): void => {
    if (target === null) {
      if (!add && side === 'choice') leave();
    } else if (target.kind === 'site') showSites(idsAt([target.at]), add);
    else if (target.kind === 'territory') showTerritory(target.id, false);
    else openMany(target.cluster, add, lon, lat).catch(showError);
  };
  return {
    choice,
    places,
    focus: places.length === 1 ? (places[0] ?? null) : null,
    side,
    setSide,
    idsAt,
    showSites,
    showTerritory,
    flyTo,
    onTarget,
    leave,
  };
}
