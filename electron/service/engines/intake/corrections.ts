/** Cells corrected at the check, without touching the file: the rows come as if they had been written so. */
import type { Correction, ImportInput, ImportNote } from '#shared/import/contract.ts';
import type { Cell } from '#shared/import/cells.ts';
import { fieldOf } from '#shared/import/fields.ts';
import { AppError } from '#shared/base/result.ts';
import { fitRow, type Source, type SourceRow } from '../../sources/rows.ts';
import type { Plan } from './plan.ts';

/** By line, then by the column's place. */
export type Corrections = Map<number, Map<number, Correction>>;

/** Throws `mapping_invalid` for a column that the file does not have. */
export function correctionsOf(source: Pick<Source, 'columns' | 'path'>, list: readonly Correction[]): Corrections {
  const corrections: Corrections = new Map();
  for (const one of list) {
    const index = source.columns.indexOf(one.column);
    if (index < 0)
      throw new AppError('mapping_invalid', {
        path: source.path,
        what: one.column,
        columns: source.columns.slice(0, 50),
      });
    add(corrections, index, one);
  }
  return corrections;
}

function add(corrections: Corrections, index: number, one: Correction): boolean {
  const row = corrections.get(one.line) ?? new Map<number, Correction>();
  corrections.set(one.line, row);
  if (row.get(index)?.value === one.value) return false;
  row.set(index, one);
  return true;
}

/** The source as it reads with the corrections; rows that cannot be read as rows stay as they are. */
export function corrected(source: Source, corrections: Corrections): Source {
  if (corrections.size === 0) return source;
  const mend = (row: SourceRow): SourceRow[] => {
    const own = corrections.get(row.line);
    if (own === undefined || row.broken !== undefined) return [row];
    const cells: Cell[] = [...row.cells];
    for (const [index, { value }] of own) {
      while (cells.length < index) cells.push(null);
      cells[index] = value;
    }
    const mended = fitRow(row.line, cells, { width: source.columns.length, reasonAt: -1 });
    // What was left out is kept for the file of rejects; what was corrected by hand goes there as it was corrected.
    const original = row.cells.map((cell, index) => (own.get(index)?.leftOut === true ? cell : (cells[index] ?? null)));
    return mended === null ? [] : [{ ...row, ...mended, original }];
  };
  return {
    ...source,
    rows: async function* rows() {
      for await (const some of source.rows()) yield some.flatMap(mend);
    },
  };
}

/**
 * Blanks the values for which rows were refused, where the user said that such values of the column are left out. Answers
 * how many there are of each column: none when another try would change nothing.
 */
export function leaveOutRefused(
  corrections: Corrections,
  source: Pick<Source, 'columns'>,
  plan: Pick<Plan, 'outcomes' | 'counts'>,
  { kind, mapping, leaveOut }: ImportInput,
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  if (leaveOut.length === 0) return found;
  const columnsOf = (field: string): string[] =>
    Object.entries(mapping).flatMap(([column, to]) =>
      to === field || (field === 'latLon' && (to === 'lat' || to === 'lon')) ? [column] : [],
    );
  const page = 1000;
  for (let at = 0; at < plan.counts.rejected; at += page) {
    for (const { line, problems } of plan.outcomes.page('rejected', at, page)) {
      for (const { field, value } of problems) {
        if (field === null || value === '' || !leaveOut.includes(field)) continue;
        if (fieldOf(kind, field)?.required === true) continue;
        for (const column of columnsOf(field))
          if (add(corrections, source.columns.indexOf(column), { line, column, value: '', leftOut: true }))
            found.set(column, [...(found.get(column) ?? []), line]);
      }
    }
  }
  return found;
}

/** What was left out, as notes of the report. */
export function leftOutNotes(lines: ReadonlyMap<string, readonly number[]>): ImportNote[] {
  return [...lines].map(([column, all]) => ({
    column,
    note: 'valueLeftOut',
    count: all.length,
    lines: all.slice(0, 5),
    example: null,
  }));
}
