/** What became of every row, by line: pages and those of one status are told by numbers, the rows themselves lie in a spool. */
import type { RowOutcome } from '#shared/import/contract.ts';
import { outcomeStatuses } from '#shared/import/contract.ts';
import { growing } from '../../sources/packed-texts.ts';
import { spool } from './spool.ts';

export type OutcomeStatus = RowOutcome['status'];

export interface Outcomes {
  add: (outcome: RowOutcome) => void;
  /** How many there are of a status; null means all. */
  count: (status: OutcomeStatus | null) => number;
  /** Some of them in the order of the file. */
  page: (status: OutcomeStatus | null, offset: number, limit: number) => RowOutcome[];
  close: () => void;
}

/** The numbers of values in the order of the lines they were given; equal lines as they came. */
export function byLine(lines: { values: () => Uint32Array; count: () => number }): Uint32Array {
  const at = lines.values();
  const order = Uint32Array.from({ length: lines.count() }, (_, index) => index);
  return order.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
}

export function outcomeList(): Outcomes {
  const kept = spool<RowOutcome>();
  const lines = growing();
  const statuses = growing();
  let ordered: Uint32Array | null = null;
  const inOrder = (): Uint32Array => {
    if (ordered?.length !== kept.count()) ordered = byLine(lines);
    return ordered;
  };
  const codeOf = (status: OutcomeStatus): number => outcomeStatuses.indexOf(status);
  return {
    close: kept.close,
    add: (outcome) => {
      kept.push(outcome);
      lines.push(outcome.line);
      statuses.push(codeOf(outcome.status));
    },
    count: (status) => {
      if (status === null) return kept.count();
      const [codes, wanted] = [statuses.values(), codeOf(status)];
      let count = 0;
      for (let index = 0; index < statuses.count(); index += 1) if (codes[index] === wanted) count += 1;
      return count;
    },
    page: (status, offset, limit) => {
      if (status === null) return [...inOrder().subarray(offset, offset + limit)].map(kept.at);
      const [codes, wanted] = [statuses.values(), codeOf(status)];
      const some: RowOutcome[] = [];
      let nth = 0;
      for (const index of inOrder()) {
        if (codes[index] !== wanted) continue;
        if (nth >= offset) some.push(kept.at(index));
        nth += 1;
        if (some.length === limit) break;
      }
      return some;
    },
  };
}
