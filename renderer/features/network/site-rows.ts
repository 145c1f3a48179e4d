/** Sites of the map in the order of a table's column. */
import { coverageShare, per100Employees } from '#shared/network/coverage.ts';
import type { MapColumns } from '#shared/network/columns.ts';

export const siteOrders = [
  'name',
  'kind',
  'territory',
  'coverage',
  'active',
  'headcount',
  'initiatives',
  'per100',
  'lastActivity',
] as const;
export type SiteOrder = (typeof siteOrders)[number];

/** The rank of each site by name, once for all orders: comparing names as a language does is what costs. */
export function nameRanks(columns: MapColumns, lang: string): Uint32Array {
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const order = columns.name.map((_, at) => at).sort((a, b) => compare(columns.name[a] ?? '', columns.name[b] ?? ''));
  const ranks = new Uint32Array(order.length);
  order.forEach((at, rank) => {
    ranks[at] = rank;
  });
  return ranks;
}

function keyOf(
  columns: MapColumns,
  order: SiteOrder,
  at: number,
  ranks: Uint32Array,
  territoryName: (id: string | null) => string | null,
): number | string | null {
  switch (order) {
    case 'name':
      return ranks[at] ?? 0;
    case 'kind':
      return columns.kinds[columns.kind[at] ?? -1] ?? null;
    case 'territory':
      return territoryName(columns.territories[columns.territory[at] ?? -1] ?? null);
    case 'coverage':
      return coverageShare({ active: columns.active[at] ?? 0, target: columns.target[at] ?? 1 });
    case 'active':
      return columns.active[at] ?? 0;
    case 'headcount':
      return columns.headcount[at] ?? null;
    case 'initiatives':
      return columns.initiatives[at] ?? 0;
    case 'per100':
      return per100Employees(columns.initiatives[at] ?? 0, columns.headcount[at] ?? null);
    case 'lastActivity':
      return columns.lastActivity[at] ?? null;
  }
}

/** Missing values come last, whichever the direction; equals go by name. */
export function sortSites(
  columns: MapColumns,
  places: readonly number[],
  order: SiteOrder,
  descending: boolean,
  ranks: Uint32Array,
  territoryName: (id: string | null) => string | null,
): number[] {
  const sign = descending ? -1 : 1;
  return places
    .map((at) => ({ at, key: keyOf(columns, order, at, ranks, territoryName) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null)
        return a.key === b.key ? (ranks[a.at] ?? 0) - (ranks[b.at] ?? 0) : a.key === null ? 1 : -1;
      return a.key < b.key ? -sign : a.key > b.key ? sign : (ranks[a.at] ?? 0) - (ranks[b.at] ?? 0);
    })
    .map(({ at }) => at);
}
