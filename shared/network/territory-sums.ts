/** The figures of a tree of territories, summed from the sites: the map, the tables, the report and any month of the past use these. */
import { addFigures, addSite, noFigures, type Figures, type SiteFigures } from './coverage.ts';

interface Branch {
  id: string | null;
  parentId: string | null;
}

/** The sum of the sites of each territory itself; those of no territory, or of one that `known` does not have, under null. */
export function ownFigures<T extends SiteFigures & { territoryId: string | null }>(
  sites: Iterable<T>,
  known: ReadonlySet<string | null>,
): Map<string | null, Figures> {
  const own = new Map<string | null, Figures>();
  for (const site of sites) {
    const id = known.has(site.territoryId) ? site.territoryId : null;
    const figures = own.get(id) ?? noFigures();
    addSite(figures, site);
    own.set(id, figures);
  }
  return own;
}

/** Each territory with every one below it. `territories` come parents first; one whose parent is not among them stands at the top. */
export function sumTree(
  territories: readonly Branch[],
  own: ReadonlyMap<string | null, Figures>,
): Map<string | null, Figures> {
  const sums = new Map<string | null, Figures>(
    territories.map(({ id }) => {
      const sum = noFigures();
      addFigures(sum, own.get(id) ?? noFigures());
      return [id, sum];
    }),
  );
  for (const { id, parentId } of territories.toReversed()) {
    const [sum, parent] = [sums.get(id), parentId === null ? undefined : sums.get(parentId)];
    if (sum !== undefined && parent !== undefined) addFigures(parent, sum);
  }
  return sums;
}
