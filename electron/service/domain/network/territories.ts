/** Coverage by territory and by kind of site, summed from the sites. */
import type { CoverageRow, NetworkFilter } from '#shared/network/contract.ts';
import { noFigures, sumFigures, type Figures } from '#shared/network/coverage.ts';
import { ownFigures, sumTree } from '#shared/network/territory-sums.ts';
import type { AnyDb, ReadDb, Row } from '../../database/tables.ts';
import type { NetworkSite } from './sites.ts';

type Territory = Pick<Row<'territories'>, 'id' | 'parentId' | 'name' | 'code' | 'kind' | 'colour'>;

/** All territories in the order of their names. */
export async function readTerritories(db: AnyDb): Promise<Territory[]> {
  return (db as ReadDb)
    .selectFrom('territories')
    .select(['id', 'parentId', 'name', 'code', 'kind', 'colour'])
    .orderBy('searchKey')
    .execute();
}

/** Children by parent; one whose parent is missing stands at the top. */
export function childrenOf<T extends Pick<Territory, 'id' | 'parentId'>>(
  territories: readonly T[],
): Map<string | null, T[]> {
  const known = new Set(territories.map((territory) => territory.id));
  const children = new Map<string | null, T[]>();
  for (const territory of territories) {
    const parent = territory.parentId !== null && known.has(territory.parentId) ? territory.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), territory]);
  }
  return children;
}

function inScope(row: CoverageRow, chosen: Set<string>, above: Set<string>): boolean {
  return chosen.size === 0 || row.figures.sites > 0 || (row.id !== null && (chosen.has(row.id) || above.has(row.id)));
}

/** The tree, parents first; within a scope only its territories and those that lead to them. The sites of no territory come last. */
export function coverageRows(
  territories: readonly Territory[],
  sites: readonly NetworkSite[],
  filter: Pick<NetworkFilter, 'scope' | 'territoryIds'>,
): CoverageRow[] {
  const children = childrenOf(territories);
  const tree: Omit<CoverageRow, 'figures'>[] = [];
  const chosen = new Set([...(filter.scope?.territoryIds ?? []), ...filter.territoryIds]);
  const above = new Set<string>();
  const visit = (territory: Territory, depth: number, inside: boolean): boolean => {
    tree.push({ ...territory, depth });
    const isInside = inside || chosen.has(territory.id);
    let holds = isInside;
    for (const child of children.get(territory.id) ?? []) holds = visit(child, depth + 1, isInside) || holds;
    if (holds) above.add(territory.id);
    return holds;
  };
  for (const root of children.get(null) ?? []) visit(root, 0, false);
  const own = ownFigures(sites, new Set(territories.map((territory) => territory.id)));
  const sums = sumTree(tree, own);
  const rows = tree.map((row): CoverageRow => ({ ...row, figures: sums.get(row.id) ?? noFigures() }));
  const none = own.get(null);
  if (none !== undefined)
    rows.push({ id: null, parentId: null, name: null, code: null, kind: null, colour: null, depth: 0, figures: none });
  return rows.filter((row) => inScope(row, chosen, above));
}

/** By kind of site, the most numerous first; sites without a kind under null. */
export function coverageByKind(sites: readonly NetworkSite[]): { kind: string | null; figures: Figures }[] {
  const byKind = new Map<string | null, NetworkSite[]>();
  for (const site of sites) {
    const list = byKind.get(site.kind);
    if (list === undefined) byKind.set(site.kind, [site]);
    else list.push(site);
  }
  return [...byKind]
    .map(([kind, list]) => ({ kind, figures: sumFigures(list) }))
    .sort((a, b) => b.figures.sites - a.figures.sites || ((a.kind ?? '') < (b.kind ?? '') ? -1 : 1));
}
