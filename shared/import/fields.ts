/** The fields that each kind of import can fill, gathered from the kinds. */
import { importKinds, kindOf, type ImportKind } from '../kinds.ts';
import type { Field } from './field.ts';

export const fieldsOf = Object.fromEntries(importKinds.map((kind) => [kind, kindOf(kind).fields])) as Record<
  ImportKind,
  readonly Field[]
>;

/** The prefix by which a column of an initiative file goes to an indicator: `indicator:HOURS`. */
export const indicatorPrefix = 'indicator:';

/** The field of that name, `indicator:CODE` included for initiatives; null when the kind has none. */
export function fieldOf(kind: ImportKind, name: string): Field | null {
  if (
    kind === 'initiatives' &&
    name.startsWith(indicatorPrefix) &&
    name.length > indicatorPrefix.length &&
    name.length <= indicatorPrefix.length + 100
  ) {
    return { name, type: 'number', words: [] };
  }
  return fieldsOf[kind].find((field) => field.name === name) ?? null;
}
