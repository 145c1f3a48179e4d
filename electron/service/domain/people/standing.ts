/** Who is in the network today, and who of them is active: what dates say goes before what the stage says. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope, stages } from '#shared/base/common.ts';
import { all, type Condition } from '../../records/paging.ts';
import { hasPeriod, isOneOf } from '../../records/scope.ts';

type Period = Pick<Scope, 'from' | 'to'> | undefined;
type Stage = (typeof stages)[number];

/** A condition on `people`: joined by today, or nobody knows when, and not left before it; `leftOn` is the last day in. */
const within = sql<SqlBool>`coalesce(people."joinedOn", '') <= (select today()) and coalesce(people."leftOn", '9999') >= (select today())`;

/** A condition on `people`: in the network today ("connus"). */
export const isInNetwork: RawBuilder<SqlBool> = sql<SqlBool>`(people.stage <> 'alumni' and ${within})`;

/** A condition on `people`: in the network today and of the active stage ("actifs"). */
export const isActive: RawBuilder<SqlBool> = sql<SqlBool>`(people.stage = 'active' and ${within})`;

/** The people that a scope counts as known: those of today; with a period those in it, which the scope's own conditions see to. */
export function isKnownIn(period: Period): RawBuilder<SqlBool> {
  return hasPeriod(period) ? sql<SqlBool>`people.stage <> 'alumni'` : isInNetwork;
}

/** The same for those who are active. */
export function isActiveIn(period: Period): RawBuilder<SqlBool> {
  return hasPeriod(period) ? sql<SqlBool>`people.stage = 'active'` : isActive;
}

/**
 * A condition on `people`: at one of these stages on their days. Who left is a former ambassador whatever the stage says, and
 * who has not joined yet is at none. With a period the stage alone is asked: its own conditions say who was there.
 */
export function isOfStage(stages: readonly Stage[], period: Period): Condition {
  const chosen = isOneOf('people.stage', stages);
  if (hasPeriod(period)) return chosen;
  const left = sql<SqlBool>`(people.stage = 'alumni' or people."leftOn" < (select today()))`;
  const there = sql<SqlBool>`(people.stage <> 'alumni' and ${chosen} and ${within})`;
  return stages.includes('alumni') ? sql<SqlBool>`(${left} or ${there})` : there;
}

/** A number in a query of `sites`: the people of the site who meet a condition. */
function peopleOfSite(...conditions: Condition[]): RawBuilder<number> {
  return sql<number>`(select count(*) from people where people."siteId" = sites.id and ${all(conditions)})`;
}

/** A number in a query of `sites`: the people in the network who are known on the site. */
export const knownOfSite = peopleOfSite(isInNetwork);

/** A number in a query of `sites`: the active ambassadors of the site. */
export const activeOfSite = peopleOfSite(isActive);
