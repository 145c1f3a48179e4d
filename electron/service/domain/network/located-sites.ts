/** The open sites as the maps show them: where, how large, and whether the target of ambassadors is met. */
import type { AnyDb, ReadDb } from '../../database/tables.ts';
import { targetOf } from '#shared/network/coverage.ts';
import { activeOfSite } from '../people/standing.ts';
import { isOpen } from '../sites/standing.ts';
import { coverageRatio } from './coverage.ts';
import type { MapSite } from '../../geo/map-places.ts';
import { all, type Condition } from '../../records/paging.ts';

/** `conditions` are on `sites`, to be joined with and; `open` says which count as open. */
export async function networkSites(
  db: AnyDb,
  conditions: Condition[] = [],
  open: Condition = isOpen,
): Promise<MapSite[]> {
  const ratio = await coverageRatio(db);
  const rows = await (db as ReadDb)
    .selectFrom('sites')
    .select(['lat', 'lon', 'headcount', activeOfSite.as('active')])
    .where(open)
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
