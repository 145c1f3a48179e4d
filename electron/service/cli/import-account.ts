/** The account of an import for a person at a terminal: how rows were recognised, what was repaired, what was left out, why rows were refused. */
import type { Language } from '#shared/base/common.ts';
import type { ImportInput, ImportReport, Inspection, Mapping, RowOutcome } from '#shared/import/contract.ts';
import { fold } from '#shared/base/fold.ts';
import { firstRecords, valuesOfField } from '#shared/import/first-records.ts';
import { keyText, noteText, reasonSummary, reasonText, shownValue } from '../engines/intake/reason-words.ts';
import { fieldLabel } from '../engines/reporting/words.ts';
import { say } from './words.ts';

export const shownRejects = 20;
const shownColumns = 12;

const shownTerritories = 8;

/** A field as `--map` writes it, with what it is called. */
export function fieldText(lang: Language, field: string): string {
  const label = fieldLabel(lang, field);
  return label === field ? field : `${field} (${label})`;
}

/**
 * How the file is going to be read, said before anything is tried: the mapping, what is left out and why, the first records.
 * `doubted` is what may be wrong. `territories` are the codes and names there are.
 */
export function readingAccount(
  lang: Language,
  { columns, preview, leftOut, hiddenRows, encodingFault, kind, likelyKind, isReport }: Inspection,
  mapping: Mapping,
  reading: Pick<ImportInput, 'hiddenRows' | 'markFaults'>,
  territories: readonly string[],
): { told: string[]; doubted: string[] } {
  const told: string[] = [];
  const doubted: string[] = [];
  const pairs = Object.entries(mapping).map(([column, field]) => `${column}=${field}`);
  told.push(pairs.length === 0 ? say(lang, 'noColumn') : say(lang, 'mappingUsed', { pairs: pairs.join(', ') }));
  for (const { column, field, reason, params, value } of leftOut)
    told.push(`  ${say(lang, 'leftOut', { column, field, value, reason: reasonText(lang, { reason, params }) })}`);
  const names = firstRecords(preview, columns, mapping);
  if (names.length > 0) told.push(`  ${say(lang, 'firstRecords', { names: names.join(', ') })}`);
  const known = new Set(territories.map(fold));
  const missing = valuesOfField(preview, columns, mapping, 'territory').filter((name) => !known.has(fold(name)));
  if (missing.length > 0)
    told.push(
      `  ${say(lang, 'newTerritories', { names: missing.slice(0, shownTerritories).join(', ') + (missing.length > shownTerritories ? '...' : '') })}`,
    );
  if (encodingFault !== null && !reading.markFaults) doubted.push(say(lang, 'markHint'));
  if (hiddenRows > 0 && !reading.hiddenRows)
    doubted.push(say(lang, 'hiddenSkipped', { count: new Intl.NumberFormat(lang).format(hiddenRows) }));
  if (likelyKind !== kind) doubted.push(say(lang, 'looksLike', { kind: likelyKind }));
  if (isReport) doubted.push(say(lang, 'isReport'));
  return { told, doubted };
}

/** `told` belongs with the answer, `refused` with what went wrong; `rejected` are the first rejected rows. */
export function importAccount(
  lang: Language,
  report: ImportReport,
  rejected: RowOutcome[],
  { createMissing }: Pick<ImportInput, 'createMissing'>,
): { told: string[]; refused: string[] } {
  const number = (value: number): string => new Intl.NumberFormat(lang, { maximumFractionDigits: 6 }).format(value);
  const told = [keyText(lang, report.key)];
  for (const kind of ['sites', 'territories', 'indicators', 'measurements', 'measurementsUpdated'] as const) {
    if (report.also[kind] > 0) told.push(`  ${say(lang, `also_${kind}`, { count: number(report.also[kind]) })}`);
  }
  for (const total of report.totals)
    if (total.count > 0)
      told.push(
        `  ${say(lang, 'totalLine', { column: total.column, count: number(total.count), total: number(total.total) })}`,
      );
  for (const note of report.notes) {
    const example = note.example === null ? '' : ` (${note.example.from} → ${shownValue(lang, note.example.to)})`;
    told.push(
      `  ${note.column === null ? '' : say(lang, 'ofColumn', { column: note.column })}${noteText(lang, note)}${say(lang, 'colon')}${number(note.count)}${example}`,
    );
  }
  if (report.unread.length > 0)
    told.push(
      `  ${say(lang, 'unread', { columns: report.unread.slice(0, shownColumns).join(', ') + (report.unread.length > shownColumns ? '...' : '') })}`,
    );
  const refused = report.reasons.map(({ reason, column, count, params }) =>
    say(lang, 'reasonLine', {
      count: number(count),
      column: column === null ? '' : say(lang, 'ofColumn', { column }),
      reason: reasonSummary(lang, { reason, params }),
    }),
  );
  if (!createMissing && report.reasons.some(({ reason }) => reason === 'territoryUnknown' || reason === 'siteUnknown'))
    refused.push(`  ${say(lang, 'createMissingHint')}`);
  for (const { line, problems } of rejected) {
    const problem = problems[0];
    // What is wrong with nearly all rows was said once.
    if (problem !== undefined && problem.reason !== 'rowsTooWide')
      refused.push(
        `  ${say(lang, 'rejectLine', { line, column: problem.column ?? '-', value: problem.value, reason: reasonText(lang, problem) })}`,
      );
  }
  if (report.counts.rejected > rejected.length) refused.push('  ...');
  return { told, refused };
}
