/** What is chosen on the map: sites by id, so that a change of the data keeps them, or a territory whole. */
import { useCallback, useMemo, useState } from 'react';
import type { MapColumns } from '#shared/network/columns.ts';

export interface MapChoice {
  ids: ReadonlySet<string>;
  territoryId: string | null;
}

export interface ChoiceState {
  choice: MapChoice;
  /** Places in the columns. */
  places: number[];
  pick: (ids: Iterable<string>, add?: boolean) => void;
  pickTerritory: (id: string, ids: Iterable<string>) => void;
  clear: () => void;
}

const nothing: MapChoice = { ids: new Set(), territoryId: null };

export function useChoice(columns: MapColumns): ChoiceState {
  const [choice, setChoice] = useState<MapChoice>(nothing);
  const places = useMemo(() => {
    if (choice.ids.size === 0) return [];
    const found: number[] = [];
    columns.id.forEach((id, at) => {
      if (choice.ids.has(id)) found.push(at);
    });
    return found;
  }, [columns, choice]);
  const pick = useCallback((ids: Iterable<string>, add = false) => {
    setChoice((current) => {
      const next = new Set(add ? current.ids : []);
      // Adding what is there already takes it away again, if it is one.
      const list = [...ids];
      const [only] = list;
      if (add && list.length === 1 && only !== undefined && next.has(only)) next.delete(only);
      else for (const id of list) next.add(id);
      return { ids: next, territoryId: null };
    });
  }, []);
  const pickTerritory = useCallback(
    (id: string, ids: Iterable<string>) => setChoice({ ids: new Set(ids), territoryId: id }),
    [],
  );
  const clear = useCallback(() => setChoice(nothing), []);
  return { choice, places, pick, pickTerritory, clear };
}
