/** The steps every kind of record shares: has it changed, make it, change it. */
import type { RowOutcome } from '#shared/import/contract.ts';
import { newId } from '#shared/base/ids.ts';
import { labelColumns, labelKey } from '#shared/import/labels.ts';
import { cellText } from '#shared/import/cells.ts';
import type { Params, ReasonCode } from '#shared/import/outcome.ts';
import type { Decision, JudgeContext, ReadRow, Stored } from './types.ts';

export function rejected(name: string, field: string | null, reason: ReasonCode, params?: Params): Decision {
  return { status: 'rejected', name, problems: [{ field, reason, ...(params === undefined ? {} : { params }) }] };
}

/** What a cell cannot carry is no difference: the last bits of a number, invisible signs and outer spaces of a text. */
function alike(old: Stored[string], value: Stored[string]): boolean {
  if (typeof old === 'number' && typeof value === 'number') return Math.abs(old - value) < 1e-9;
  return typeof old === 'string' && typeof value === 'string' && cellText(old) === cellText(value);
}

/** The fields whose value differs; what reads alike is alike. */
export function differences(before: Stored, after: Stored): RowOutcome['changes'] {
  const changes: RowOutcome['changes'] = [];
  for (const [field, value] of Object.entries(after)) {
    const old = before[field] ?? null;
    if (old === value || alike(old, value)) continue;
    changes.push({ field, before: old, after: value });
  }
  return changes;
}

/** Records the insertion of a whole row, under the id it brings or a new one; returns it. */
export function insert(context: JudgeContext, table: string, values: Stored): string {
  const id = typeof values['id'] === 'string' ? values['id'] : newId();
  context.change({
    table,
    operation: 'insert',
    id,
    row: { ...values, id, createdAt: context.now, updatedAt: context.now },
  });
  return id;
}

const isLabel = (table: string, field: string): boolean => labelColumns[table]?.includes(field) === true;

/** Records an update of what differs, with what follows from it (`derived`: search key). Answers how the row came out. */
export function update(
  context: JudgeContext,
  table: string,
  before: Stored,
  after: Stored,
  derived: Stored,
  name: string,
): Decision {
  // One label in another spelling is no change: spellings are settled for all records at once.
  const changes = differences(before, after).filter(
    ({ field, before: old, after: label }) =>
      !isLabel(table, field) ||
      typeof old !== 'string' ||
      typeof label !== 'string' ||
      labelKey(old) !== labelKey(label),
  );
  if (changes.length === 0) return { status: 'unchanged', name, changes: [] };
  const changed = Object.fromEntries(changes.map(({ field, after: value }) => [field, value]));
  context.change({
    table,
    operation: 'update',
    id: String(before['id']),
    row: { ...changed, ...derived, updatedAt: context.now } as Stored,
  });
  return { status: 'updated', name, changes };
}

/** The values of the file under the record's own columns; what the file does not say is left alone. */
export function given(row: ReadRow, fields: string[]): Stored {
  const values: Stored = {};
  for (const field of fields) {
    const value = row.values[field];
    if (value !== undefined) values[field] = value as string | number;
  }
  return values;
}

/** A reader of one record by id, for comparing. */
export function byId(context: JudgeContext, table: string): (id: string) => Stored | undefined {
  const statement = context.raw.prepare(`select * from "${table}" where id = ?`);
  return (id) => statement.get(id) as Stored | undefined;
}
