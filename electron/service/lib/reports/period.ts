/** Which initiatives and measurements a period takes in. */
import { sql, type SqlBool } from 'kysely';
import type { ReportFilter } from '#shared/contract/reports.ts';
import { all, type Condition } from '../paging.ts';

type Period = Pick<ReportFilter, 'from' | 'to'>;

/** An initiative belongs to a period that it overlaps; one without an end lasts a day. The same rule as the list's filter. */
export function overlaps({ from, to }: Period): Condition {
  const conditions: Condition[] = [];
  if (from !== null) conditions.push(sql<SqlBool>`coalesce(initiatives."endDate", initiatives."startDate") >= ${from}`);
  if (to !== null) conditions.push(sql<SqlBool>`initiatives."startDate" <= ${to}`);
  return all(conditions);
}

/** Measurements of the period, by their day. */
export function measuredWithin({ from, to }: Period): Condition[] {
  const conditions: Condition[] = [];
  if (from !== null) conditions.push(sql<SqlBool>`measurements.date >= ${from}`);
  if (to !== null) conditions.push(sql<SqlBool>`measurements.date <= ${to}`);
  return conditions;
}
