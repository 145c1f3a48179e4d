/** Which initiatives and measurements a period takes in. */
import { sql, type SqlBool } from 'kysely';
import type { Scope } from '#shared/base/common.ts';
import type { ReportFilter } from '#shared/reports/contract.ts';
import { all, type Condition } from '../../records/paging.ts';
import { initiativePeriod } from '../../records/scope.ts';

type Period = Pick<ReportFilter, 'from' | 'to'>;

/** Initiatives of a period, by the rule of the lists (`initiativePeriod`). */
export function overlaps(period: Period): Condition {
  return all(initiativePeriod(period));
}

/** Measurements of the period, by their day. */
export function measuredWithin({ from, to }: Period): Condition[] {
  const conditions: Condition[] = [];
  if (from !== null) conditions.push(sql<SqlBool>`measurements.date >= ${from}`);
  if (to !== null) conditions.push(sql<SqlBool>`measurements.date <= ${to}`);
  return conditions;
}

/** The filter as the scope of a list: sites that were open, people who were there in the period. */
export function scopeOf(filter: ReportFilter): Scope {
  return { territoryIds: filter.territories, siteKinds: filter.siteKinds, from: filter.from, to: filter.to };
}
