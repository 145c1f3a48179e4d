/** A file of rejects: the column that says why, and the rows that still stand in it as they were refused. */
import enReasons from '#shared/words/en/reasons.json' with { type: 'json' };
import frReasons from '#shared/words/fr/reasons.json' with { type: 'json' };
import { plainHeader } from './headers.ts';

const words = [frReasons, enReasons];

/** The column that a file of rejects adds, in both languages. */
const reasonHeaders = words.map(({ column }) => plainHeader(column));

export const isReasonHeader = (header: string): boolean => reasonHeaders.includes(plainHeader(header));

/** What is wrong with a row before any of its values is looked at. */
export const formReasons = ['quoteUnclosed', 'raggedRow', 'rowTooWide', 'rowTooNarrow', 'rowsTooWide'] as const;
export type FormReason = (typeof formReasons)[number];

/** The words of each such reason, whatever fills their holes. */
const patterns = formReasons.flatMap((code) =>
  words.map(({ reason }) => {
    const text = reason[code].replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\{\w+\}\}/g, '\\d+');
    return { code, pattern: new RegExp(`^${text}$`, 'u') };
  }),
);

/** The reason that a cell of a file of rejects tells, when it is about the form of its row; else null. */
export function formReasonOf(text: string): FormReason | null {
  return text.length > 300 ? null : (patterns.find(({ pattern }) => pattern.test(text.trim()))?.code ?? null);
}

/**
 * Whether a row of a file of rejects still stands as it was refused: its reason lies beside its column (cells are missing or too
 * many before it), or it blames a quote that is still alone. `at` is the place of the reason's column.
 */
export function stillBroken(cells: readonly string[], at: number): FormReason | null {
  const own = formReasonOf(cells[at] ?? '');
  if (own === 'quoteUnclosed')
    return cells.some((cell, index) => index !== at && cell.split('"').length % 2 === 0) ? own : null;
  if (own !== null) return null;
  for (const cell of cells) {
    const astray = formReasonOf(cell);
    if (astray !== null) return astray;
  }
  return null;
}
