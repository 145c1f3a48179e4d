/** The heat map: a window of sites, the territories, one cell. */
import type { Scope } from '#shared/base/common.ts';
import { askKinds, type LoadItem, type LoadRow, type LoadTerritory, type loadContract } from '#shared/load/contract.ts';
import { siteFilterSchema } from '#shared/sites/contract.ts';
import { fold } from '#shared/base/fold.ts';
import { mondayOf, mondayOfIndex, weekIndex } from '#shared/base/weeks.ts';
import type { HandlersOf, ReadContext } from '../../context.ts';
import type { ReadDb } from '../../database/tables.ts';
import { siteTable } from '../../domain/campaigns/site-table.ts';
import { siteConditions } from '../../domain/sites/filter.ts';
import { weekSums, type SiteLoad } from '../../domain/load/matrix.ts';
import { allAsks, askersOf } from '../../domain/load/sources.ts';
import { networkLoad, thresholdOf, type NetworkLoad } from '../../domain/load/network.ts';
import { allIds } from '../../records/paging.ts';
import { found } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';

type Names = 'load.sites' | 'load.territories' | 'load.cell';
type Filter = { scope?: Scope | undefined; territoryIds?: string[]; kinds: string[] };

/** Places in the site table of the sites that pass; by name, as the table is. */
async function placesOf(
  { db }: Pick<ReadContext, 'db'>,
  { table }: NetworkLoad,
  filter: Filter,
  search: string,
): Promise<number[]> {
  const isAll =
    search.trim() === '' &&
    (filter.scope === undefined || filter.scope.territoryIds.length + filter.scope.siteKinds.length === 0) &&
    (filter.territoryIds ?? []).length === 0 &&
    filter.kinds.length === 0;
  if (isAll) return [...table.sites.keys()];
  const ids = await allIds(
    db,
    'sites',
    siteConditions(
      siteFilterSchema.parse({ scope: filter.scope, territoryIds: filter.territoryIds ?? [], kinds: filter.kinds }),
      search,
    ),
  );
  return ids.flatMap((id) => table.indexOf.get(id) ?? []).sort((a, b) => a - b);
}

const orders: Record<'load' | 'name' | 'peak' | 'total', (a: SiteLoad, b: SiteLoad) => number> = {
  load: (a, b) => a.over - b.over || a.peak - b.peak || a.total - b.total,
  peak: (a, b) => a.peak - b.peak || a.total - b.total,
  total: (a, b) => a.total - b.total || a.peak - b.peak,
  name: () => 0,
};

async function namesOf(db: ReadDb, ids: string[]) {
  const rows = await db
    .selectFrom('sites')
    .leftJoin('territories', 'territories.id', 'sites.territoryId')
    .select(['sites.id', 'sites.code', 'sites.name', 'sites.kind', 'territories.name as territoryName'])
    .where(isOneOf('sites.id', ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Territories in the order of the tree with their sites, those below counted in; then the sites that have none. */
function territoryRows({ raw }: Pick<ReadContext, 'raw'>, load: NetworkLoad, places: number[]): LoadTerritory[] {
  const nodes = raw.prepare('select id, name, parentId from territories order by searchKey').all() as {
    id: string;
    name: string;
    parentId: string | null;
  }[];
  const own = new Map<string | null, number[]>();
  for (const place of places) {
    const id = load.table.sites[place]?.territoryId ?? null;
    const list = own.get(id);
    if (list === undefined) own.set(id, [place]);
    else list.push(place);
  }
  const known = new Set(nodes.map((node) => node.id));
  const children = new Map<string | null, typeof nodes>();
  for (const node of nodes) {
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const rows: LoadTerritory[] = [];
  const visit = (node: (typeof nodes)[number], depth: number): LoadTerritory => {
    const mine = own.get(node.id) ?? [];
    const row: LoadTerritory = {
      id: node.id,
      name: node.name,
      depth,
      sites: mine.length,
      ...weekSums(load.matrix, mine, load.threshold),
    };
    rows.push(row);
    for (const child of children.get(node.id) ?? []) {
      const below = visit(child, depth + 1);
      row.sites += below.sites;
      for (let week = 0; week < load.matrix.weeks; week += 1) {
        row.over[week] = (row.over[week] ?? 0) + (below.over[week] ?? 0);
        row.total[week] = (row.total[week] ?? 0) + (below.total[week] ?? 0);
        row.peak[week] = Math.max(row.peak[week] ?? 0, below.peak[week] ?? 0);
      }
    }
    return row;
  };
  for (const root of children.get(null) ?? []) visit(root, 0);
  const without = own.get(null) ?? [];
  if (without.length > 0)
    rows.push({
      id: null,
      name: null,
      depth: 0,
      sites: without.length,
      ...weekSums(load.matrix, without, load.threshold),
    });
  return rows;
}

export const loadHandlers: Pick<HandlersOf<typeof loadContract>, Names> = {
  'load.sites': async (context, { offset, limit, search, sort, descending, filter, ...window }) => {
    const load = networkLoad(context.raw, window);
    const { matrix, table, threshold } = load;
    const none: SiteLoad = { peak: 0, over: 0, total: 0 };
    const places = (await placesOf(context, load, filter, search)).map((place) => ({
      place,
      ...(load.sites[place] ?? none),
    }));
    const passing = places.filter((one) => (!filter.onlyOver || one.over > 0) && (!filter.onlyAsked || one.total > 0));
    const compare = orders[sort];
    // Equals keep the order of names, whichever way the load is sorted.
    const sorted = passing.sort(
      (a, b) =>
        (descending ? compare(b, a) : compare(a, b)) ||
        (sort === 'name' && descending ? b.place - a.place : a.place - b.place),
    );
    const page = sorted.slice(offset, offset + limit);
    const names = await namesOf(
      context.db,
      page.map((one) => table.sites[one.place]?.id ?? ''),
    );
    const rows = page.flatMap(({ place, peak, over, total }): LoadRow[] => {
      const site = names.get(table.sites[place]?.id ?? '');
      return site === undefined
        ? []
        : [
            {
              ...site,
              peak,
              over,
              total,
              weeks: [...matrix.cells.subarray(place * matrix.weeks, (place + 1) * matrix.weeks)],
            },
          ];
    });
    const sums =
      passing.length === table.sites.length
        ? load.all
        : weekSums(
            matrix,
            passing.map((one) => one.place),
            threshold,
          );
    return {
      mondays: load.mondays,
      threshold,
      total: passing.length,
      json: JSON.stringify(rows),
      sitesOver: passing.filter((one) => one.over > 0).length,
      over: sums.over,
      peak: sums.peak,
      sum: sums.total,
    };
  },

  'load.territories': async (context, { filter, ...window }) => {
    const load = networkLoad(context.raw, window);
    return {
      mondays: load.mondays,
      threshold: load.threshold,
      json: JSON.stringify(territoryRows(context, load, await placesOf(context, load, filter, ''))),
    };
  },

  'load.cell': async ({ db, raw }, { siteId, week, weeks, drafts }) => {
    found(await db.selectFrom('sites').select('id').where('id', '=', siteId).executeTakeFirst(), 'sites', siteId);
    const index = weekIndex(week);
    const askers = await askersOf(db, siteTable(raw), siteId, drafts);
    const items = allAsks(raw, index, index + weeks - 1, [...askers.keys()]).flatMap(
      ({ kind, id, title, of, weeks: asked }): LoadItem[] => {
        const asker = askers.get(of);
        return asker === undefined ? [] : [{ ...asker, kind, id, title, mondays: asked.map(mondayOfIndex) }];
      },
    );
    const key = (item: LoadItem): string =>
      `${item.mondays[0] ?? ''}|${fold(item.record.title)}|${askKinds.indexOf(item.kind)}|${fold(item.title)}`;
    return {
      monday: mondayOf(week),
      threshold: thresholdOf(raw),
      rows: items.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    };
  },
};
