/** Who is in the network today, and who of them is active: what dates say goes before what the stage says. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** A condition on `people`: joined by today, or nobody knows when, and not left before it; `leftOn` is the last day in. */
const within = sql<SqlBool>`coalesce(people."joinedOn", '') <= (select today()) and coalesce(people."leftOn", '9999') >= (select today())`;

/** A condition on `people`: in the network today ("connus"). */
export const isInNetwork: RawBuilder<SqlBool> = sql<SqlBool>`(people.stage <> 'alumni' and ${within})`;

/** A condition on `people`: in the network today and of the active stage ("actifs"). */
export const isActive: RawBuilder<SqlBool> = sql<SqlBool>`(people.stage = 'active' and ${within})`;

/** A number in a query of `sites`: the active ambassadors of the site. */
export const activeOfSite = sql<number>`(select count(*) from people where people."siteId" = sites.id and ${isActive})`;
