/** By what a row finds its record, and what must be mapped: said before anything is changed. */
import type { MatchKey } from '../kind.ts';
import { kindOf, type ImportKind } from '../kinds.ts';

/** The key of a file of that kind whose columns fill these fields. Rows without a code in a file with codes go by the natural key. */
export function matchKey(kind: ImportKind, fields: ReadonlySet<string>): MatchKey {
  return fields.has('id') ? 'id' : (kindOf(kind).matchedBy?.(fields) ?? 'requiredFields');
}

/** What must be mapped and is not: a code or a full name can stand for a name. */
export function missingFields(kind: ImportKind, fields: ReadonlySet<string>): readonly string[] {
  if (fields.has('id')) return [];
  const { missing, fields: known = [] } = kindOf(kind);
  return (
    missing?.(fields) ??
    known.filter((field) => field.required === true && !fields.has(field.name)).map((field) => field.name)
  );
}
