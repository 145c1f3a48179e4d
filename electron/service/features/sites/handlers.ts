/** Sites: paged list, detail, edits; a site given without a place is located from its postcode and city. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Site, sitesContract, siteSorts } from '#shared/sites/contract.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import type { ReadDb } from '../../database/tables.ts';
import { activeOfSite, knownOfSite } from '../../domain/people/standing.ts';
import { siteConditions } from '../../domain/sites/filter.ts';
import { networkMapSvg, pageColours } from '../../geo/map-svg.ts';
import { locateSite } from '../../geo/locate-site.ts';
import { joinLabels } from '../../records/labels.ts';
import {
  assertFreeCode,
  assertReference,
  found,
  given,
  newRecord,
  nextCode,
  withoutStored,
} from '../../records/records.ts';
import { allIds, inOrder, pageOfIds } from '../../records/paging.ts';
import { isOneOf } from '../../records/scope.ts';
import { siteSearchKey } from '../../domain/sites/search-key.ts';

const sorts: Record<(typeof siteSorts)[number], RawBuilder<unknown>> = {
  name: sql`sites."searchKey"`,
  code: sql`sites.code`,
  kind: sql`sites.kind`,
  status: sql`sites.status`,
  territory: sql`territories."searchKey"`,
  city: sql`sites.city`,
  postcode: sql`sites.postcode`,
  country: sql`sites.country`,
  headcount: sql`sites.headcount`,
  people: knownOfSite,
  initiatives: sql`(select count(*) from initiatives where initiatives."siteId" = sites.id)`,
  updatedAt: sql`sites."updatedAt"`,
};

function siteRows(db: ReadDb) {
  return db
    .selectFrom('sites')
    .leftJoin('territories', 'territories.id', 'sites.territoryId')
    .selectAll('sites')
    .select(['territories.name as territoryName'])
    .select([
      sql<number>`${knownOfSite}`.as('people'),
      activeOfSite.as('activePeople'),
      sql<number>`(select count(*) from initiatives where initiatives."siteId" = sites.id)`.as('initiatives'),
    ]);
}

function assertPair(site: Pick<Site, 'lat' | 'lon'>): void {
  if ((site.lat === null) !== (site.lon === null))
    throw new AppError('invalid_input', { issues: [{ path: 'lat', rule: 'coordinates_pair', message: '' }] });
}

export const sitesHandlers: HandlersOf<typeof sitesContract> = {
  'sites.list': async ({ db }, { offset, limit, search, sort, descending, filter }) => {
    const { ids, total } = await pageOfIds(db, {
      table: 'sites',
      conditions: siteConditions(filter, search),
      joins: sort === 'territory' ? sql`left join territories on territories.id = sites."territoryId"` : sql``,
      orderBy: sorts[sort],
      descending,
      offset,
      limit,
    });
    const rows = await siteRows(db).where(isOneOf('sites.id', ids)).execute();
    return { rows: inOrder(ids, rows.map(withoutStored)), total };
  },

  'sites.ids': async ({ db }, { search, filter }) => ({
    ids: await allIds(db, 'sites', siteConditions(filter, search)),
  }),

  'sites.get': async ({ db }, { id }) =>
    withoutStored(found(await siteRows(db).where('sites.id', '=', id).executeTakeFirst(), 'sites', id)),

  'sites.map': async ({ db, host }, { id, width, height }) => {
    const { lat, lon } = found(
      await db.selectFrom('sites').select(['lat', 'lon']).where('id', '=', id).executeTakeFirst(),
      'sites',
      id,
    );
    const { svg, drawn } = networkMapSvg({
      sites: [{ lat, lon, weight: 1, covered: true }],
      width,
      height,
      colours: pageColours,
      resources: host.resources,
    });
    return { svg: drawn === 0 ? null : svg };
  },

  'sites.kinds': async ({ db }) => ({
    rows: await db
      .selectFrom('sites')
      .select(['kind', (eb) => eb.fn.countAll<number>().as('sites')])
      .where('kind', 'is not', null)
      .groupBy('kind')
      .orderBy('kind')
      .$narrowType<{ kind: string }>()
      .execute(),
  }),

  'sites.create': async ({ db, now, note, host }, asked) => {
    const input = await joinLabels(db, 'sites', asked);
    const code = input.code ?? (await nextCode(db, 'sites', 'S'));
    await assertFreeCode(db, 'sites', code, null);
    await assertReference(db, 'territories', input.territoryId, 'territoryId');
    assertPair(input);
    const site = { ...newRecord(now), ...input, code };
    const placed = locateSite(host.resources, { ...site, accuracy: site.lat === null ? null : 'site' });
    const row = await db
      .insertInto('sites')
      .values({ ...site, ...placed, searchKey: siteSearchKey(site) })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.name });
    return withoutStored(row);
  },

  'sites.update': async ({ db, now, note, host }, { id, set: asked }) => {
    const set = await joinLabels(db, 'sites', asked, [id]);
    const before = found(await db.selectFrom('sites').selectAll().where('id', '=', id).executeTakeFirst(), 'sites', id);
    await assertFreeCode(db, 'sites', set.code, id);
    await assertReference(db, 'territories', set.territoryId, 'territoryId');
    const after = { ...before, ...given(set) };
    const moved = set.lat !== undefined && set.lon !== undefined && (set.lat !== before.lat || set.lon !== before.lon);
    const readdressed =
      after.postcode !== before.postcode || after.city !== before.city || after.country !== before.country;
    assertPair(after);
    // A place set by hand stays; one that was only derived from the address follows the address.
    const derived = before.accuracy !== 'site';
    const placed = moved
      ? { lat: after.lat, lon: after.lon, accuracy: after.lat === null ? null : ('site' as const) }
      : readdressed && derived
        ? locateSite(host.resources, { ...after, lat: null, lon: null, accuracy: null })
        : { lat: before.lat, lon: before.lon, accuracy: before.accuracy };
    const row = await db
      .updateTable('sites')
      .set({ ...given(set), ...placed, searchKey: siteSearchKey(after), updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.name });
    return withoutStored(row);
  },

  'sites.updateMany': async ({ db, now, note }, { ids, set: asked }) => {
    const set = await joinLabels(db, 'sites', asked, ids);
    await assertReference(db, 'territories', set.territoryId, 'territoryId');
    const result = await db
      .updateTable('sites')
      .set({ ...given(set), updatedAt: now })
      .where(sql<SqlBool>`id in (select value from json_each(${JSON.stringify(ids)}))`)
      .executeTakeFirst();
    const count = Number(result.numUpdatedRows);
    note({ count });
    return { count };
  },

  'sites.delete': async ({ db, note }, { ids }) => {
    const list = JSON.stringify(ids);
    const person = await db
      .selectFrom('people')
      .select('id')
      .where(sql<SqlBool>`"siteId" in (select value from json_each(${list}))`)
      .limit(1)
      .executeTakeFirst();
    if (person !== undefined) throw new AppError('in_use', { table: 'sites', by: 'people' });
    const initiative = await db
      .selectFrom('initiatives')
      .select('id')
      .where(sql<SqlBool>`"siteId" in (select value from json_each(${list}))`)
      .limit(1)
      .executeTakeFirst();
    if (initiative !== undefined) throw new AppError('in_use', { table: 'sites', by: 'initiatives' });
    const result = await db
      .deleteFrom('sites')
      .where(sql<SqlBool>`id in (select value from json_each(${list}))`)
      .executeTakeFirst();
    await db
      .deleteFrom('attachments')
      .where('ownerKind', '=', 'site')
      .where(sql<SqlBool>`"ownerId" in (select value from json_each(${list}))`)
      .execute();
    const count = Number(result.numDeletedRows);
    note({ count });
    return { count };
  },
};
