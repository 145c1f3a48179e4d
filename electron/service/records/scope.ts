/** The global scope as conditions: the chosen territories with all below them, the chosen kinds of site, and the period. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '#shared/base/common.ts';

/** A subquery with the ids of the given territories and of every territory below them; safe against a damaged, circular tree. */
export function territorySubtree(ids: string[]): ReturnType<typeof sql<{ id: string }>> {
  return sql<{ id: string }>`(with recursive below(id) as (
    select value from json_each(${JSON.stringify(ids)})
    union select t.id from territories t join below on t."parentId" = below.id
  ) select id from below)`;
}

/** The conditions a scope puts on a site's columns (`sites.territoryId`, `sites.kind`), to be joined with and. */
export function scopeConditions(
  scope: Pick<Scope, 'territoryIds' | 'siteKinds'> | undefined,
  territoryColumn = 'sites.territoryId',
  kindColumn = 'sites.kind',
): ReturnType<typeof sql<SqlBool>>[] {
  const conditions: ReturnType<typeof sql<SqlBool>>[] = [];
  if (scope === undefined) return conditions;
  if (scope.territoryIds.length > 0)
    conditions.push(sql<SqlBool>`${sql.ref(territoryColumn)} in ${territorySubtree(scope.territoryIds)}`);
  if (scope.siteKinds.length > 0)
    conditions.push(
      sql<SqlBool>`${sql.ref(kindColumn)} in (select value from json_each(${JSON.stringify(scope.siteKinds)}))`,
    );
  return conditions;
}

/** Whether a scope looks at a record's site, which then has to be joined. */
export function scopeNeedsSite(scope: Scope | undefined): boolean {
  return scope !== undefined && scope.territoryIds.length + scope.siteKinds.length > 0;
}

/** Whether a scope looks at a time of its own, rather than at today. */
export function hasPeriod(scope: Pick<Scope, 'from' | 'to'> | undefined): boolean {
  return (scope?.from ?? null) !== null || (scope?.to ?? null) !== null;
}

/** A period: first and last day, both counted; null leaves that end open. */
export type Period = Pick<Scope, 'from' | 'to'>;
type PeriodConditions = (period: Period | undefined) => ReturnType<typeof sql<SqlBool>>[];

function between(
  period: Period | undefined,
  begins: RawBuilder<unknown>,
  ends: RawBuilder<unknown>,
): ReturnType<PeriodConditions> {
  const conditions: ReturnType<PeriodConditions> = [];
  if (period?.from != null) conditions.push(sql<SqlBool>`${ends} >= ${period.from}`);
  if (period?.to != null) conditions.push(sql<SqlBool>`${begins} <= ${period.to}`);
  return conditions;
}

/** Sites that existed on a day of the period. A day that is not known excludes nothing: most lists of sites have no opening dates. */
export const sitePeriod: PeriodConditions = (period) =>
  between(period, sql`coalesce(sites."openedOn", '0000')`, sql`coalesce(sites."closedOn", '9999')`);

/** People who belonged to the network on a day of the period. A day that is not known excludes nothing. */
export const personPeriod: PeriodConditions = (period) =>
  between(period, sql`coalesce(people."joinedOn", '0000')`, sql`coalesce(people."leftOn", '9999')`);

/**
 * Initiatives that overlap the period. One without an end lasts a day, unless it is still running: then it goes on. One without
 * any date belongs to no period, lest it be counted in every year.
 */
export const initiativePeriod: PeriodConditions = (period) =>
  between(
    period,
    sql`initiatives."startDate"`,
    sql`coalesce(initiatives."endDate", case when initiatives.status = 'running' then '9999' else initiatives."startDate" end)`,
  );

/** Campaigns that go on at some time of the period. */
export const campaignPeriod: PeriodConditions = (period) =>
  between(period, sql`campaigns."startDate"`, sql`campaigns."endDate"`);

/**
 * Membership of a list. A short one is spelled out, so that an index of the column serves; a long one is given as JSON:
 * one statement whatever its length.
 */
export function isOneOf(column: string, values: readonly (string | number)[]): ReturnType<typeof sql<SqlBool>> {
  if (values.length > 0 && values.length <= 16) return sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`;
  return sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`;
}
