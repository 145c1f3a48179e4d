/** Territories: the tree, read whole (it is small), written with guards against circles and orphans. */
import { sql } from 'kysely';
import type { territoriesContract } from '#shared/territories/contract.ts';
import { foldSearch } from '#shared/base/fold.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import { isActive } from '../../domain/people/standing.ts';
import { joinLabels } from '../../records/labels.ts';
import { assertFreeCode, assertReference, found, given, newRecord, withoutStored } from '../../records/records.ts';
import { all } from '../../records/paging.ts';
import { fillRegions, regionsToFill } from './regions.ts';
import { personPeriod, scopeConditions, sitePeriod, territorySubtree } from '../../records/scope.ts';

/** The chosen territories, all below them, and their ancestors, without which a tree cannot be read; the whole tree when none is chosen. */
function withinScope<T extends { id: string; parentId: string | null }>(rows: T[], chosen: string[]): T[] {
  if (chosen.length === 0) return rows;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const kept = new Set<string>();
  for (const id of chosen)
    for (
      let row = byId.get(id);
      row !== undefined && !kept.has(row.id);
      row = row.parentId === null ? undefined : byId.get(row.parentId)
    )
      kept.add(row.id);
  const inside = new Set(chosen);
  // Rows come parents first, so one pass reaches every depth.
  for (const row of rows) if (row.parentId !== null && inside.has(row.parentId)) inside.add(row.id);
  return rows.filter((row) => kept.has(row.id) || inside.has(row.id));
}

export const territoriesHandlers: HandlersOf<typeof territoriesContract> = {
  'territories.list': async ({ db }, { scope }) => {
    const rows = await db.selectFrom('territories').selectAll().orderBy('searchKey').execute();
    const place = scopeConditions(scope);
    const siteCounts = await db
      .selectFrom('sites')
      .select(['territoryId', (eb) => eb.fn.countAll<number>().as('n')])
      .where('territoryId', 'is not', null)
      .where(all([...place, ...sitePeriod(scope)]))
      .groupBy('territoryId')
      .execute();
    const peopleCounts = await db
      .selectFrom('people')
      .innerJoin('sites', 'sites.id', 'people.siteId')
      .select(['sites.territoryId', (eb) => eb.fn.countAll<number>().as('n')])
      .where(isActive)
      .where(all([...place, ...personPeriod(scope)]))
      .groupBy('sites.territoryId')
      .execute();
    const ownSites = new Map(siteCounts.map((row) => [row.territoryId, row.n]));
    const ownPeople = new Map(peopleCounts.map((row) => [row.territoryId, row.n]));
    const children = new Map<string | null, typeof rows>();
    const known = new Set(rows.map((row) => row.id));
    for (const row of rows) {
      const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
      children.set(parent, [...(children.get(parent) ?? []), row]);
    }
    const output: (Omit<(typeof rows)[number], 'seq' | 'searchKey'> & {
      depth: number;
      path: string;
      sites: number;
      people: number;
    })[] = [];
    const visit = (row: (typeof rows)[number], depth: number, path: string): { sites: number; people: number } => {
      const node = {
        ...withoutStored(row),
        depth,
        path,
        sites: ownSites.get(row.id) ?? 0,
        people: ownPeople.get(row.id) ?? 0,
      };
      output.push(node);
      for (const child of children.get(row.id) ?? []) {
        const below = visit(child, depth + 1, `${path} › ${child.name}`);
        node.sites += below.sites;
        node.people += below.people;
      }
      return node;
    };
    for (const root of children.get(null) ?? []) visit(root, 0, root.name);
    return { rows: withinScope(output, scope?.territoryIds ?? []) };
  },

  'territories.get': async ({ db }, { id }) =>
    withoutStored(
      found(await db.selectFrom('territories').selectAll().where('id', '=', id).executeTakeFirst(), 'territories', id),
    ),

  'territories.create': async ({ db, now, note }, asked) => {
    const input = await joinLabels(db, 'territories', asked);
    await assertFreeCode(db, 'territories', input.code, null);
    await assertReference(db, 'territories', input.parentId, 'parentId');
    const row = await db
      .insertInto('territories')
      .values({ ...newRecord(now), ...input, searchKey: foldSearch(input.name, input.code) })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.name });
    return withoutStored(row);
  },

  'territories.update': async ({ db, now, note }, { id, set: asked }) => {
    const set = await joinLabels(db, 'territories', asked, [id]);
    const before = found(
      await db.selectFrom('territories').selectAll().where('id', '=', id).executeTakeFirst(),
      'territories',
      id,
    );
    await assertFreeCode(db, 'territories', set.code, id);
    await assertReference(db, 'territories', set.parentId, 'parentId');
    if (set.parentId !== undefined && set.parentId !== null) {
      const below = await sql<{ id: string }>`select id from ${territorySubtree([id])}`.execute(db);
      if (below.rows.some((row) => row.id === set.parentId))
        throw new AppError('cycle', { id, parentId: set.parentId });
    }
    const after = { ...before, ...given(set) };
    const row = await db
      .updateTable('territories')
      .set({ ...given(set), searchKey: foldSearch(after.name, after.code), updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.name });
    return withoutStored(row);
  },

  'territories.regionsToFill': async ({ db, host }) => {
    const { regions, unplaced } = await regionsToFill(db, host.resources);
    return {
      regions: regions.map(({ name, siteIds, territoryId }) => ({
        name,
        sites: siteIds.length,
        isNew: territoryId === null,
      })),
      unplaced,
    };
  },

  'territories.fillRegions': async ({ db, host, now, lang, note }) => {
    const filled = await fillRegions(db, host.resources, now, lang);
    note({ count: filled.sites });
    return filled;
  },

  'territories.delete': async ({ db, note }, { ids }) => {
    const used = await db
      .selectFrom('sites')
      .select('territoryId')
      .where('territoryId', 'in', ids)
      .limit(1)
      .executeTakeFirst();
    if (used !== undefined) throw new AppError('in_use', { table: 'territories', by: 'sites' });
    const parents = await db
      .selectFrom('territories')
      .select('id')
      .where('parentId', 'in', ids)
      .where('id', 'not in', ids)
      .limit(1)
      .executeTakeFirst();
    if (parents !== undefined) throw new AppError('in_use', { table: 'territories', by: 'territories' });
    // Children first: the tree refuses to lose a parent that still has some.
    let count = 0;
    let left = ids;
    while (left.length > 0) {
      const parentsLeft = await db.selectFrom('territories').select('parentId').where('parentId', 'in', left).execute();
      const held = new Set(parentsLeft.map((row) => row.parentId));
      const leaves = left.filter((id) => !held.has(id));
      if (leaves.length === 0) throw new AppError('cycle', { id: left[0] ?? '' });
      const result = await db.deleteFrom('territories').where('id', 'in', leaves).executeTakeFirst();
      count += Number(result.numDeletedRows);
      left = left.filter((id) => held.has(id));
    }
    note({ count });
    return { count };
  },
};
