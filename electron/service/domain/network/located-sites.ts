/** The open sites as the maps show them: where, how large, and whether the target of ambassadors is met. */
import { sql } from 'kysely';
import type { AnyDb, ReadDb } from '../../database/tables.ts';
import { targetOf } from '#shared/network/coverage.ts';
import { coverageRatio } from './coverage.ts';
import type { MapSite } from '../../geo/map-places.ts';
import { all, type Condition } from '../../records/paging.ts';

/** `conditions` are on `sites`, to be joined with and. */
export async function networkSites(db: AnyDb, conditions: Condition[] = []): Promise<MapSite[]> {
  const ratio = await coverageRatio(db);
  const rows = await (db as ReadDb)
    .selectFrom('sites')
    .select([
      'lat',
      'lon',
      'headcount',
      sql<number>`(select count(*) from people where people."siteId" = sites.id and people.stage = 'active')`.as(
        'active',
      ),
    ])
    .where('status', '=', 'open')
    .where(all(conditions))
    .orderBy('seq')
    .execute();
  return rows.map(({ lat, lon, headcount, active }) => ({
    lat,
    lon,
    weight: headcount,
    covered: active >= targetOf(headcount, ratio),
  }));
}
