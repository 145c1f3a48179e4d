/** Version 3: what happened on each site is read for all sites at once, by the map and by coverage, from one index. Frozen. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create index "initiativesBySiteStatus" on initiatives ("siteId", status, "startDate", "endDate")`)
    .execute(db);
}
