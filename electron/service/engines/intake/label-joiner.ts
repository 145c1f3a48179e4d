/** Labels of a file that are one whatever their spelling. */
import type { ImportInput } from '#shared/import/contract.ts';
import { labelColumns, labelKey } from '#shared/import/labels.ts';
import type { NoteCode } from '#shared/import/outcome.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { Example, Values } from './types.ts';

/** Gives labels the spelling that they were first given, in the network or else in the file, and says so. */
export function labelJoiner(
  raw: RawDatabase,
  kind: ImportInput['kind'],
  note: (column: string | null, note: NoteCode, line: number, example?: Example) => void,
  columnOf: (field: string) => string | null,
): (values: Values, line: number) => void {
  const fields = (labelColumns[kind] ?? []).map((field) => ({ field, first: new Map<string, string>() }));
  for (const { field, first } of fields) {
    const labels = raw
      .prepare(`select "${field}" from "${kind}" where "${field}" is not null group by "${field}" order by min(seq)`)
      .pluck()
      .all() as string[];
    for (const label of labels) if (!first.has(labelKey(label))) first.set(labelKey(label), label);
  }
  return (values, line) => {
    for (const { field, first } of fields) {
      const label = values[field];
      if (typeof label !== 'string' || label === '') continue;
      const known = first.get(labelKey(label));
      if (known === undefined) first.set(labelKey(label), label);
      else if (known !== label) {
        note(columnOf(field), 'labelJoined', line, { from: label, to: known });
        values[field] = known;
      }
    }
  };
}
