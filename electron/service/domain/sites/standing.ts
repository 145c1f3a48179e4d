/** Which sites are open today: what dates say goes before what the status says. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '#shared/base/common.ts';

/** A condition on `sites`: opened by today, or nobody knows when, and not closed before it; `closedOn` is the last day open. */
export const isOpen: RawBuilder<SqlBool> = sql<SqlBool>`(sites.status = 'open' and coalesce(sites."openedOn", '') <= (select today())
  and coalesce(sites."closedOn", '9999') >= (select today()))`;

/** The sites that a scope counts: those open today; with a period those open in it, which the scope's own conditions see to. */
export function isOpenIn(scope: Pick<Scope, 'from' | 'to'> | undefined): RawBuilder<SqlBool> {
  return (scope?.from ?? null) === null && (scope?.to ?? null) === null ? isOpen : sql<SqlBool>`sites.status = 'open'`;
}
