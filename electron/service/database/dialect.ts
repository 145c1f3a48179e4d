/** The few expressions that are SQLite's own; a workspace on another database would replace this file. */
import { sql, type RawBuilder } from 'kysely';
import { fold } from '#shared/base/fold.ts';
import type { RawDatabase } from './connect.ts';

/** The LIKE pattern that finds a folded text anywhere; `%`, `_` and `\` in it count as themselves. */
export function containsPattern(text: string): string {
  return `%${fold(text).replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

/** `key like pattern` for a stored search key; every word must be found, in any order. */
export function matchesWords(column: string, text: string): RawBuilder<boolean> {
  const words = text.split(/[\s\u00A0\u202F]+/).filter((word) => word !== '');
  const tests = words.map((word) => sql`${sql.ref(column)} like ${containsPattern(word)} escape '\\'`);
  return tests.length === 0 ? sql<boolean>`1` : sql<boolean>`(${sql.join(tests, sql` and `)})`;
}

/** The members of a JSON array column as rows, usable in `exists`: `column` holds `value`. */
export function jsonArrayHas(column: string, values: (string | number)[]): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from json_each(${sql.ref(column)}) where json_each.value in (${sql.join(values)}))`;
}

/** A stored calendar date so many days later; null stays null. */
export function shiftedDate(column: string, days: number): RawBuilder<string> {
  return sql<string>`date(${sql.ref(column)}, ${`${days} days`})`;
}

/** A text column as a value without an index: for a condition that most rows meet, where the planner would choose the wrong one. */
export function unindexed(column: string): RawBuilder<string> {
  return sql<string>`(${sql.ref(column)} || '')`;
}

/** A number that changes whenever another connection has changed the data that this one reads. */
export function changesBehind(raw: RawDatabase): number {
  return raw.pragma('data_version', { simple: true }) as number;
}
