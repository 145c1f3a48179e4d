/** What every part of the screen reads: the filter from the address and the scope, the sites, the territories. */
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { InputOf, OutputOf } from '#shared/contract.ts';
import { parseMapColumns, type MapColumns } from '#shared/network/columns.ts';
import type { AppError } from '#shared/base/result.ts';
import { keyOf, useRead } from '../../lib/api.ts';
import type { ListState } from '../../lib/list-state.ts';
import { useScope } from '../../lib/scope.tsx';
import type { BaseShapes } from './map/style.ts';

export type NetworkFilterInput = NonNullable<InputOf<'network.map'>['filter']>;
type Rows = OutputOf<'network.territories'>['rows'];

/** The screen's own filters; the same names as those of the lists, so that a link carries them over. */
export const filterNames = ['territory', 'kind', 'stage', 'profile'] as const;

/** The screen's filters as a list's address carries them; `but` leaves one out. */
export function filtersInAddress(state: ListState, but: (typeof filterNames)[number] | null = null): string {
  return new URLSearchParams(
    filterNames.flatMap((name) => (name === but ? [] : state.filter(name).map((value) => [name, value]))),
  ).toString();
}

export function useNetworkFilter(state: ListState): NetworkFilterInput {
  const { scope, active } = useScope();
  return useMemo(
    () => ({
      ...(active ? { scope } : {}),
      territoryIds: state.filter('territory'),
      kinds: state.filter('kind'),
      stages: state.filter('stage') as NonNullable<NetworkFilterInput['stages']>,
      profiles: state.filter('profile') as NonNullable<NetworkFilterInput['profiles']>,
    }),
    [scope, active, state],
  );
}

export interface Network {
  columns: MapColumns;
  total: OutputOf<'network.map'>['total'];
  ratio: number;
  rows: Rows;
  /** Names by id. */
  territoryName: (id: string | null) => string | null;
}

export function useNetwork(filter: NetworkFilterInput): {
  network: Network | null;
  error: AppError | null;
  retry: () => void;
} {
  const map = useRead('network.map', { filter }, { keep: true });
  const territories = useRead('network.territories', { filter }, { keep: true });
  const { data } = map;
  const columns = useMemo(() => (data === undefined ? null : parseMapColumns(data.sites)), [data]);
  const rows = territories.data?.rows;
  const network = useMemo((): Network | null => {
    if (columns === null || data === undefined || rows === undefined) return null;
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return { columns, total: data.total, ratio: data.ratio, rows, territoryName: (id) => names.get(id) ?? null };
  }, [columns, data, rows]);
  return {
    network,
    error: map.error ?? territories.error,
    retry: () => {
      void map.refetch();
      void territories.refetch();
    },
  };
}

type Base = BaseShapes & { attribution: string };
type Answer = OutputOf<'network.shapes'>;
const layers = ['world', 'countries', 'regions', 'departments'] as const;

const shapeOf = ({ geojson }: Answer): FeatureCollection => JSON.parse(geojson) as FeatureCollection;

/** Read from their text once, whoever shows them: by the answer for the world, which stays the same as long as it is kept. */
const bases = new WeakMap<Answer, Base>();

function baseOf([world, countries, regions, departments]: (Answer | undefined)[]): Base | null {
  if (world === undefined || countries === undefined || regions === undefined || departments === undefined) return null;
  const base = bases.get(world) ?? {
    world: shapeOf(world),
    countries: shapeOf(countries),
    regions: shapeOf(regions),
    departments: shapeOf(departments),
    attribution: world.attribution,
  };
  bases.set(world, base);
  return base;
}

const failureOf = (results: UseQueryResult[]): AppError | null =>
  (results.find((one) => one.error !== null)?.error ?? null) as AppError | null;

/** The bundled outlines, read once: no change of the data changes them. */
export function useBaseShapes(): { base: Base | null; error: AppError | null } {
  const results = useQueries({
    queries: layers.map((layer) => ({
      queryKey: keyOf('network.shapes', { layer }),
      gcTime: Number.POSITIVE_INFINITY,
    })),
  }) as UseQueryResult<Answer>[];
  return { base: baseOf(results.map((one) => one.data)), error: failureOf(results) };
}
