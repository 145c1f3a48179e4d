/** Which sites are open on their days: what dates say goes before what the status says. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '#shared/base/common.ts';
import type { SiteRow } from '#shared/sites/contract.ts';
import type { Condition } from '../../records/paging.ts';
import { hasPeriod, isOneOf } from '../../records/scope.ts';

type Dates = Pick<SiteRow, 'status' | 'openedOn' | 'closedOn'>;

/** A condition on `sites`: their dates touch this time; `closedOn` is the last day open, a day that is not known excludes nothing. */
function openBetween(first: RawBuilder<unknown>, last: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`coalesce(sites."openedOn", '') <= ${last} and coalesce(sites."closedOn", '9999') >= ${first}`;
}

const now = sql`(select today())`;

/** A condition on `sites`: opened by today, or nobody knows when, and not closed before it. */
export const isOpen: RawBuilder<SqlBool> = sql<SqlBool>`(sites.status = 'open' and ${openBetween(now, now)})`;

/** The sites that a scope counts: those open today; with a period those open in it, which the scope's own conditions see to. */
export function isOpenIn(scope: Pick<Scope, 'from' | 'to'> | undefined): RawBuilder<SqlBool> {
  return hasPeriod(scope) ? sql<SqlBool>`sites.status = 'open'` : isOpen;
}

/** A condition on `sites`: open at some time from `first` to `last`; a planned site counts from its opening date, when it has one. */
export function opensBetween(first: string, last: string): Condition {
  return sql<SqlBool>`((sites.status = 'open' or (sites.status = 'planned' and sites."openedOn" is not null))
    and ${openBetween(sql`${first}`, sql`${last}`)})`;
}

/** `opensBetween` for a site in memory. */
export function isOpenBetween({ status, openedOn, closedOn }: Dates, first: string, last: string): boolean {
  if (status === 'closed' || (status === 'planned' && openedOn === null)) return false;
  return (openedOn === null || openedOn <= last) && (closedOn === null || closedOn >= first);
}

/**
 * A condition on `sites`: of one of these statuses on their days. What closed is closed and what has not opened is planned,
 * whatever the status says. With a period the status alone is asked: its own conditions say what was open.
 */
export function isOfStatus(
  statuses: readonly Dates['status'][],
  period: Pick<Scope, 'from' | 'to'> | undefined,
): Condition {
  if (hasPeriod(period)) return isOneOf('sites.status', statuses);
  const standing = sql`case when sites.status = 'closed' or sites."closedOn" < ${now} then 'closed'
    when sites.status = 'planned' or sites."openedOn" > ${now} then 'planned' else 'open' end`;
  return sql<SqlBool>`(${standing}) in (${sql.join(statuses)})`;
}
