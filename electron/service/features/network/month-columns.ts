/** The sites that have a place, as the columns the page reads. */
import type { MapColumns } from '#shared/network/columns.ts';
import type { NetworkSite } from '../../domain/network/sites.ts';

/** Gives each value a place in a list, the same value the same place; null is -1. */
export function indexer(): { list: string[]; at: (value: string | null) => number } {
  const list: string[] = [];
  const known = new Map<string, number>();
  const at = (value: string | null): number => {
    if (value === null) return -1;
    const place = known.get(value);
    if (place !== undefined) return place;
    known.set(value, list.length);
    return list.push(value) - 1;
  };
  return { list, at };
}

export function mapColumns(sites: readonly NetworkSite[]): MapColumns {
  const kinds = indexer();
  const territories = indexer();
  const columns: MapColumns = {
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
    kinds: kinds.list,
    territories: territories.list,
  };
  for (const site of sites) {
    if (site.lat === null || site.lon === null || site.accuracy === null) continue;
    columns.id.push(site.id);
    columns.name.push(site.name);
    columns.lon.push(site.lon);
    columns.lat.push(site.lat);
    columns.accuracy.push(site.accuracy);
    columns.kind.push(kinds.at(site.kind));
    columns.territory.push(territories.at(site.territoryId));
    columns.headcount.push(site.headcount);
    columns.active.push(site.active);
    columns.target.push(site.target);
    columns.initiatives.push(site.initiatives);
    columns.lastActivity.push(site.lastActivity);
  }
  return columns;
}
