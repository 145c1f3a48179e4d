/** The global scope as conditions on sites: the chosen territories with all below them, and the chosen kinds of site. */
import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { Scope } from '#shared/contract/common.ts';
import type { Tables } from '../database/tables.ts';

type Builder = ExpressionBuilder<Tables, never>;
type Condition = ExpressionWrapper<Tables, never, SqlBool>;

/** A subquery with the ids of the given territories and of every territory below them; safe against a damaged, circular tree. */
export function territorySubtree(ids: string[]): ReturnType<typeof sql<{ id: string }>> {
  return sql<{ id: string }>`(with recursive below(id) as (
    select value from json_each(${JSON.stringify(ids)})
    union select t.id from territories t join below on t."parentId" = below.id
  ) select id from below)`;
}

/** The conditions a scope puts on a site's columns (`sites.territoryId`, `sites.kind`), to be joined with and. */
export function scopeConditions(scope: Scope | undefined, territoryColumn = 'sites.territoryId', kindColumn = 'sites.kind'): ReturnType<typeof sql<SqlBool>>[] {
  const conditions: ReturnType<typeof sql<SqlBool>>[] = [];
  if (scope === undefined) return conditions;
  if (scope.territoryIds.length > 0) conditions.push(sql<SqlBool>`${sql.ref(territoryColumn)} in ${territorySubtree(scope.territoryIds)}`);
  if (scope.siteKinds.length > 0) conditions.push(sql<SqlBool>`${sql.ref(kindColumn)} in (select value from json_each(${JSON.stringify(scope.siteKinds)}))`);
  return conditions;
}

/**
 * Membership of a list. A short one is spelled out, so that an index of the column serves; a long one is given as JSON:
 * one statement whatever its length.
 */
export function isOneOf(column: string, values: readonly (string | number)[]): ReturnType<typeof sql<SqlBool>> {
  if (values.length > 0 && values.length <= 16) return sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`;
  return sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`;
}

export type { Builder, Condition };
