/** The rejected rows as a file in the form of the one they came from, with why, to be corrected and imported again. */
import type { Language } from '#shared/base/common.ts';
import { protectCell, unprotectCell } from '#shared/import/csv-safety.ts';
import { isErrorText } from '#shared/import/cells.ts';
import { formReasonOf, isReasonHeader } from '#shared/import/rejects-file.ts';
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
  const [headers, cellsOf] = withoutReason(plan.headers);
  return [
    [...headers, reasonHeader(lang)],
    ...[...plan.rejected.all()]
      .sort((a, b) => a.line - b.line)
      .map(({ line, cells, broken }) => {
        const kept = cellsOf(cells, broken);
        // A row of another width keeps it, its reason at its end: beside its column, by which the row is known again.
        const filled = broken ? kept : Array.from({ length: headers.length }, (_, index) => kept[index] ?? '');
        return [...filled, reasons.get(line) ?? ''];
      }),
  ];
}

/** The columns without that of an earlier file of rejects, and how a row loses its cell there, wherever that stands. */
function withoutReason(headers: string[]): [string[], (cells: string[], broken: boolean) => string[]] {
  const at = headers.findIndex(isReasonHeader);
  if (at < 0) return [headers, (cells) => cells];
  return [
    headers.toSpliced(at, 1),
    (cells, broken) => {
      const astray = cells.findIndex((cell, index) => index !== at && formReasonOf(cell) !== null);
      if (astray >= 0) return cells.toSpliced(astray, 1);
      // Cells that have slid are all its own, once someone took the reason out.
      return broken && formReasonOf(cells[at] ?? '') === null ? cells : cells.toSpliced(at, 1);
    },
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
    const width = bare.reduce((widest, row) => Math.max(widest, row.length), headers.length);
    const named = Array.from({ length: width }, (_, index) => headers[index] ?? '');
    await writeTable(outPath, { title: sheetTitle[lang], headers: named, rows: bare, now }, signal);
  } else {
    const delimiter = plan.delimiter ?? ';';
    const text = [headers, ...rows].map((row) => formatCsvRecord(row.map(asItStood), delimiter)).join('\r\n');
    await writeFileAtomically(outPath, `\uFEFF${text}\r\n`, signal);
  }
  return rows.length;
}
