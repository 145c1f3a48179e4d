/** The rejected rows as a file in the form of the one they came from, with why, to be corrected and imported again. */
import type { Language } from '#shared/base/common.ts';
import { protectCell, unprotectCell } from '#shared/import/csv-safety.ts';
import { isErrorText } from '#shared/import/cells.ts';
import { formatCsvRecord } from '#shared/import/csv-records.ts';
import { writeFileAtomically } from '../../formats/atomic-file.ts';
import { writeTable } from '../../formats/xlsx/table.ts';
import { reasonHeader, reasonText } from '../../engines/intake/reason-words.ts';
import type { Plan } from '../../engines/intake/plan.ts';

const sheetTitle: Record<Language, string> = { fr: 'Lignes refusées', en: 'Rejected rows' };

function table(plan: Plan, lang: Language): string[][] {
  const reasons = new Map(
    plan.outcomes
      .page('rejected', 0, plan.counts.rejected)
      .map((outcome) => [
        outcome.line,
        outcome.problems
          .map((problem) => [problem.column, reasonText(lang, problem)].filter((part) => part !== null).join(' : '))
          .join(' ; '),
      ]),
  );
  const width = plan.headers.length;
  const fitted = (cells: string[]): string[] => Array.from({ length: width }, (_, index) => cells[index] ?? '');
  return [
    [...plan.headers, reasonHeader(lang)],
    ...[...plan.rejected.all()]
      .sort((a, b) => a.line - b.line)
      .map((row) => [...fitted(row.cells), reasons.get(row.line) ?? '']),
  ];
}

/** A cell as it stood: an error stays one, it is no text to keep; what was protected already is not protected twice. */
const asItStood = (cell: string): string =>
  isErrorText(cell) || unprotectCell(cell) !== cell ? cell : protectCell(cell);

/** Writes `outPath`, whole or not at all; CSV unless its name says XLSX. Answers the number of rows. */
export async function saveRejects(
  plan: Plan,
  outPath: string,
  { lang, now, signal }: { lang: Language; now: string; signal: AbortSignal },
): Promise<number> {
  const [headers = [], ...rows] = table(plan, lang);
  if (outPath.toLowerCase().endsWith('.xlsx')) {
    // The workbook's own writer protects what needs it.
    const bare = rows.map((row) => row.map(unprotectCell));
    await writeTable(outPath, { title: sheetTitle[lang], headers, rows: bare, now }, signal);
  } else {
    const delimiter = plan.delimiter ?? ';';
    const text = [headers, ...rows].map((row) => formatCsvRecord(row.map(asItStood), delimiter)).join('\r\n');
    await writeFileAtomically(outPath, `\uFEFF${text}\r\n`, signal);
  }
  return rows.length;
}
