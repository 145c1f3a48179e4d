/** The account of an import for a person at a terminal: how rows were recognised, what was repaired, what was left out, why rows were refused. */
import type { Language } from '#shared/base/common.ts';
import type { ImportReport, RowOutcome } from '#shared/import/contract.ts';
import { keyText, noteText, reasonSummary, reasonText } from '../engines/intake/reason-words.ts';
import { say } from './words.ts';

export const shownRejects = 20;
const shownColumns = 12;

/** `told` belongs with the answer, `refused` with what went wrong; `rejected` are the first rejected rows. */
export function importAccount(
  lang: Language,
  report: ImportReport,
  rejected: RowOutcome[],
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
    const example = note.example === null ? '' : ` (${note.example.from} → ${note.example.to})`;
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
