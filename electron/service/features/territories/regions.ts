/** Sites without a territory, by the region that their postcode lies in: what there is to do, and doing it. */
import type { Language } from '#shared/base/common.ts';
import { regionKind } from '#shared/territories/kind-words.ts';
import { fold, foldSearch } from '#shared/base/fold.ts';
import type { ReadDb, WriteDb } from '../../database/tables.ts';
import { codeFrom } from '../../engines/intake/references.ts';
import { regionOf } from '../../geo/regions.ts';
import { newRecord } from '../../records/records.ts';

interface Region {
  name: string;
  /** The territory that bears the name already. */
  territoryId: string | null;
  siteIds: string[];
}

/** The regions with sites to be placed, the fullest first, and how many sites have none that could be told. */
export async function regionsToFill(db: ReadDb, resources: string): Promise<{ regions: Region[]; unplaced: number }> {
  const sites = await db
    .selectFrom('sites')
    .select(['id', 'country', 'postcode'])
    .where('territoryId', 'is', null)
    .orderBy('searchKey')
    .execute();
  const territories = await db.selectFrom('territories').select(['id', 'name', 'kind']).orderBy('searchKey').execute();
  const regions = new Map<string, Region>();
  let unplaced = 0;
  for (const { id, country, postcode } of sites) {
    const name = regionOf(resources, country, postcode);
    if (name === null) {
      unplaced += 1;
      continue;
    }
    const namesakes = territories.filter((one) => fold(one.name) === fold(name));
    const own = namesakes.find(({ kind }) => fold(kind) === 'region') ?? namesakes[0];
    const region = regions.get(name) ?? { name, territoryId: own?.id ?? null, siteIds: [] };
    region.siteIds.push(id);
    regions.set(name, region);
  }
  return { regions: [...regions.values()].sort((a, b) => b.siteIds.length - a.siteIds.length), unplaced };
}

/** Gives these sites their region, made where there is none of that name; answers how many of both. */
export async function fillRegions(
  db: WriteDb,
  resources: string,
  now: string,
  lang: Language,
): Promise<{ sites: number; territories: number }> {
  const { regions } = await regionsToFill(db, resources);
  const codes = new Set((await db.selectFrom('territories').select('code').execute()).map(({ code }) => code));
  let made = 0;
  let placed = 0;
  for (const { name, territoryId, siteIds } of regions) {
    let id = territoryId;
    if (id === null) {
      const code = codeFrom(name, (one) => codes.has(one));
      codes.add(code);
      const row = { ...newRecord(now), code, name, kind: regionKind[lang], parentId: null, colour: null };
      await db
        .insertInto('territories')
        .values({ ...row, searchKey: foldSearch(name, code) })
        .execute();
      id = row.id;
      made += 1;
    }
    const most = 500;
    for (let at = 0; at < siteIds.length; at += most)
      await db
        .updateTable('sites')
        .set({ territoryId: id, updatedAt: now })
        .where('id', 'in', siteIds.slice(at, at + most))
        .execute();
    placed += siteIds.length;
  }
  return { sites: placed, territories: made };
}
