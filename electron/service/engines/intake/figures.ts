/** Figures of an initiative file: each column of an indicator gives one measurement a row, dated by the initiative. */
import type { RowOutcome } from '#shared/import/contract.ts';
import { fold } from '#shared/base/fold.ts';
import { indicatorPrefix } from '#shared/import/fields.ts';
import type { ReasonCode } from '#shared/import/outcome.ts';
import { insert } from './records.ts';
import type { JudgeContext, ReadRow, Stored } from './types.ts';

export interface Figures {
  /** What stands against the row's figures. */
  check: (row: ReadRow, initiative: Stored) => { field: string; reason: ReasonCode } | null;
  /** Whether the initiative already holds the row's figures. */
  isSame: (row: ReadRow, initiativeId: string, initiative: Stored) => boolean;
  /** Takes the figures in; answers those of an existing initiative that changed. */
  take: (row: ReadRow, initiativeId: string, initiative: Stored, isNew: boolean) => RowOutcome['changes'];
}

const money = /€|\beur\b|montant|amount|mandate|subvention|budget|cout|cost/;

/** `Déchets (kg)`, `Durée en heures`: the unit that a header names, else none. */
function unitIn(header: string): string {
  return /[([]\s*([^\s()[\]]{1,12})\s*[)\]]\s*$/.exec(header)?.[1] ?? (/\b(?:heures|hours)\b/i.test(header) ? 'h' : '');
}

/** The indicators of the mapped columns. One that is not there is made: the column was given to it by name, once for the file. */
export function indicatorFigures(context: JudgeContext): Figures {
  const wanted = Object.values(context.input.mapping).filter((field) => field.startsWith(indicatorPrefix));
  const known = new Map(
    (context.raw.prepare('select id, code from indicators').all() as { id: string; code: string }[]).map((row) => [
      row.code,
      row.id,
    ]),
  );
  let position = known.size;
  /** Made with the first figure that is taken, so that a file of rejected rows makes none. */
  const idOf = (field: string): string => {
    const code = field.slice(indicatorPrefix.length);
    const there = known.get(code);
    if (there !== undefined) return there;
    const header = context.columnOf(field) ?? code;
    const isMoney = code === 'EUR' || money.test(fold(header));
    const unit = isMoney ? '€' : unitIn(header);
    position += 1;
    const id = insert(context, 'indicators', {
      code,
      name: header.slice(0, 300),
      nameEn: null,
      unit,
      kind: isMoney ? 'input' : 'output',
      decimals: isMoney ? 2 : 0,
      position,
      description: null,
    });
    known.set(code, id);
    context.also.indicators += 1;
    return id;
  };
  const stored = context.raw.prepare(
    'select id, value from measurements where initiativeId = ? and indicatorId = ? and date = ?',
  );
  const dateOf = (initiative: Stored): string | null =>
    (initiative['endDate'] ?? initiative['startDate'] ?? null) as string | null;
  return {
    check: (row, initiative) => {
      const isFilled = wanted.some((field) => row.values[field] !== undefined);
      return isFilled && dateOf(initiative) === null ? { field: 'startDate', reason: 'required' } : null;
    },
    isSame: (row, initiativeId, initiative) =>
      wanted.every((field) => {
        const value = row.values[field];
        const indicatorId = known.get(field.slice(indicatorPrefix.length));
        if (typeof value !== 'number') return true;
        const before =
          indicatorId === undefined
            ? undefined
            : (stored.get(initiativeId, indicatorId, dateOf(initiative)) as { value: number } | undefined);
        return before !== undefined && Math.abs(before.value - value) < 1e-9;
      }),
    take: (row, initiativeId, initiative, isNew) => {
      const changes: RowOutcome['changes'] = [];
      for (const field of wanted) {
        const value = row.values[field];
        const date = dateOf(initiative);
        if (typeof value !== 'number' || date === null) continue;
        const indicatorId = idOf(field);
        const before = isNew
          ? undefined
          : (stored.get(initiativeId, indicatorId, date) as { id: string; value: number } | undefined);
        if (before === undefined) {
          insert(context, 'measurements', {
            initiativeId,
            indicatorId,
            date,
            value,
            provenance: 'declared',
            source: null,
            factor: null,
            factorVersion: null,
            notes: null,
          });
          context.also.measurements += 1;
          if (!isNew) changes.push({ field, before: null, after: value });
        } else if (Math.abs(before.value - value) > 1e-9) {
          context.change({
            table: 'measurements',
            operation: 'update',
            id: before.id,
            row: { value, updatedAt: context.now },
          });
          context.also.measurementsUpdated += 1;
          changes.push({ field, before: before.value, after: value });
        }
      }
      return changes;
    },
  };
}
