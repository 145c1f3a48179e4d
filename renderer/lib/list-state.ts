/** What a list shows, kept in the address: search, order, filters, the open record. Links from elsewhere set it, "back" undoes it. */
import { useCallback, useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';

export interface ListState {
  search: string;
  sort: string;
  descending: boolean;
  /** Id of the open record, `new` for one being made, null for none. */
  record: string | null;
  /** Values of a filter; empty when it is not set. */
  filter: (name: string) => string[];
  filtered: boolean;
  /** The filters that are set, the search among them. */
  filterNames: string[];
  set: (change: Record<string, string | string[] | null>) => void;
  /** Takes every filter off, the search among them. */
  clear: () => void;
  /** How often that was done: a field that holds what is being typed begins anew by it. */
  clears: number;
}

const own = new Set(['record', 'tab', 'sort', 'descending', 'view', 'on', 'as', 'starts']);
/** What a view keeps for itself under a name with a point (`load.weeks`) filters no other view. */
const isOwn = (name: string): boolean => own.has(name) || name.includes('.');

export function useListState(defaultSort: string, defaultDescending = false): ListState {
  const [params, setParams] = useSearchParams();
  // What a link brought beside the address stays until another link.
  const brought: unknown = useLocation().state;
  const set = useCallback(
    (change: Record<string, string | string[] | null>) => {
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(change)) {
            next.delete(name);
            for (const one of Array.isArray(value) ? value : [value])
              if (one !== null && one !== '') next.append(name, one);
          }
          return next;
        },
        { replace: true, state: brought },
      );
    },
    [setParams, brought],
  );
  const [clears, setClears] = useState(0);
  return useMemo(() => {
    const filterNames = [...new Set(params.keys())].filter((name) => !isOwn(name));
    return {
      search: params.get('search') ?? '',
      sort: params.get('sort') ?? defaultSort,
      descending: params.has('descending') ? params.get('descending') === 'true' : defaultDescending,
      record: params.get('record'),
      filter: (name) => params.getAll(name),
      filtered: filterNames.length > 0,
      filterNames,
      set,
      clear: () => {
        setClears((count) => count + 1);
        set(Object.fromEntries(filterNames.map((name) => [name, null])));
      },
      clears,
    };
  }, [params, set, clears, defaultSort, defaultDescending]);
}
