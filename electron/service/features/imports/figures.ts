/** Figures of an initiative file: each column of an indicator gives one measurement a row, dated by the initiative. */
import type { RowOutcome } from '#shared/contract/imports.ts';
import { fold } from '#shared/fold.ts';
import { indicatorPrefix } from '#shared/import/fields.ts';
import type { ReasonCode } from '#shared/import/outcome.ts';
import type { JudgeContext, ReadRow, Stored } from './plan.ts';
import { insert } from './records.ts';

export interface Figures {
  /** What stands against the row's figures. */
  check: (row: ReadRow, initiative: Stored) => { field: string; reason: ReasonCode } | null;
  /** Takes the figures in; answers those of an existing initiative that changed. */
  take: (row: ReadRow, initiativeId: string, initiative: Stored, isNew: boolean) => RowOutcome['changes'];
}

const money = /€|\beur\b|montant|amount|mandate|subvention|budget|cout|cost/;

/** The indicators of the mapped columns; unknown ones are made when the user asked for that. */
export function indicatorFigures(context: JudgeContext): Figures {
  const wanted = Object.values(context.input.mapping).filter((field) => field.startsWith(indicatorPrefix));
  const known = new Map((context.raw.prepare('select id, code from indicators').all() as { id: string; code: string }[]).map((row) => [row.code, row.id]));
  const ids = new Map<string, string>();
  let position = known.size;
  for (const field of wanted) {
    const code = field.slice(indicatorPrefix.length);
    const id = known.get(code);
    if (id !== undefined) ids.set(field, id);
    else if (context.input.createMissing) {
      const header = context.columnOf(field) ?? code;
      const isMoney = code === 'EUR' || money.test(fold(header));
      position += 1;
      ids.set(field, insert(context, 'indicators', { code, name: header.slice(0, 300), nameEn: null, unit: isMoney ? '€' : '', kind: isMoney ? 'input' : 'output', decimals: isMoney ? 2 : 0, position, description: null }));
      context.also.indicators += 1;
      context.note(field, 'indicatorCreated', 0);
    }
  }
  const stored = context.raw.prepare('select id, value from measurements where initiativeId = ? and indicatorId = ? and date = ?');
  const dateOf = (initiative: Stored): string | null => (initiative['endDate'] ?? initiative['startDate'] ?? null) as string | null;
  return {
    check: (row, initiative) => {
      const filled = wanted.filter((field) => row.values[field] !== undefined);
      const unknown = filled.find((field) => !ids.has(field));
      if (unknown !== undefined) return { field: unknown, reason: 'indicatorUnknown' };
      return filled.length > 0 && dateOf(initiative) === null ? { field: 'startDate', reason: 'required' } : null;
    },
    take: (row, initiativeId, initiative, isNew) => {
      const changes: RowOutcome['changes'] = [];
      for (const field of wanted) {
        const value = row.values[field];
        const indicatorId = ids.get(field);
        const date = dateOf(initiative);
        if (typeof value !== 'number' || indicatorId === undefined || date === null) continue;
        const before = isNew ? undefined : (stored.get(initiativeId, indicatorId, date) as { id: string; value: number } | undefined);
        if (before === undefined) {
          insert(context, 'measurements', { initiativeId, indicatorId, date, value, provenance: 'declared', source: null, factor: null, factorVersion: null, notes: null });
          context.also.measurements += 1;
          if (!isNew) changes.push({ field, before: null, after: value });
        } else if (Math.abs(before.value - value) > 1e-9) {
          context.change({ table: 'measurements', operation: 'update', id: before.id, row: { value, updatedAt: context.now } });
          context.also.measurementsUpdated += 1;
          changes.push({ field, before: before.value, after: value });
        }
      }
      return changes;
    },
  };
}
