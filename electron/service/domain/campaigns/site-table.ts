/** All sites in memory, for what looks at every site of many campaigns at once; read again when the file has changed. */
import type { RawDatabase } from '../../database/connect.ts';
import { changesBehind } from '../../database/dialect.ts';
import type { ScopedSite } from './scope.ts';

export interface SiteTable {
  sites: ScopedSite[];
  /** Place in `sites` by id. */
  indexOf: Map<string, number>;
  /** The given territories and all below them; safe against a circular tree. */
  below: (ids: string[]) => Set<string>;
}

const kept = new WeakMap<RawDatabase, { version: number; table: SiteTable }>();

/**
 * Sites in the order of their search key: the same table as long as nothing changes, so that what is made from it can be kept with
 * it. Ask once and pass it along: places in one table mean nothing in another. `reader` must be the reading connection, which never writes.
 */
export function siteTable(reader: RawDatabase): SiteTable {
  const version = changesBehind(reader);
  const known = kept.get(reader);
  if (known?.version === version) return known.table;
  const sites = reader
    .prepare('select id, status, kind, territoryId, headcount, openedOn, closedOn from sites order by searchKey, seq')
    .all() as ScopedSite[];
  const children = new Map<string, string[]>();
  for (const { id, parentId } of reader
    .prepare('select id, parentId from territories where parentId is not null')
    .all() as { id: string; parentId: string }[]) {
    children.set(parentId, [...(children.get(parentId) ?? []), id]);
  }
  const below = (ids: string[]): Set<string> => {
    const all = new Set(ids);
    for (const id of all) for (const child of children.get(id) ?? []) all.add(child);
    return all;
  };
  const table = { sites, indexOf: new Map(sites.map((site, index) => [site.id, index])), below };
  kept.set(reader, { version, table });
  return table;
}
