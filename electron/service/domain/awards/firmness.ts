/** How firm a ranking is: the jurors' agreement, and whether the same nominees win without a juror or by another method. */
import type { Robustness } from '#shared/awards/results.ts';
import { awardMethods } from '#shared/base/common.ts';
import { meanRanks, notesOf } from './ballots.ts';
import { rankCategory, type RankingInput } from './ranking.ts';

/**
 * Kendall's coefficient of concordance W, corrected for ties (Kendall and Babington Smith 1939; Siegel and Castellan 1988), over
 * the given nominees and the jurors who noted all of them. 0 is no agreement, 1 full agreement; null for fewer than two of
 * either, or when every juror finds all equal.
 */
export function kendallW(input: RankingInput, nomineeIds: string[]): number | null {
  const nominees = notesOf(input).filter((one) => nomineeIds.includes(one.id));
  const n = nominees.length;
  if (n < 2) return null;
  const rankings = input.jurors.flatMap((juror) => {
    const notes = nominees.flatMap((nominee) => nominee.notes.find((one) => one.jurorId === juror.id)?.note ?? []);
    return notes.length === n ? [meanRanks(notes)] : [];
  });
  const m = rankings.length;
  if (m < 2) return null;
  const sums = nominees.map((_, index) => rankings.reduce((sum, ranks) => sum + (ranks[index] ?? 0), 0));
  const centre = (m * (n + 1)) / 2;
  const spread = sums.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const ties = rankings.reduce((sum, ranks) => {
    const counts = new Map<number, number>();
    for (const rank of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1);
    return sum + [...counts.values()].reduce((part, count) => part + count ** 3 - count, 0);
  }, 0);
  const most = m ** 2 * (n ** 3 - n) - m * ties;
  return most === 0 ? null : (12 * spread) / most;
}

/** The winners by the notes alone; what people decided is left out, as it would hold whatever the notes say. */
function computedWinners(input: RankingInput): string {
  const { winnerIds, pendingIds } = rankCategory({ ...input, decisions: [] });
  return JSON.stringify([[...winnerIds].sort(), [...pendingIds].sort()]);
}

/** In how many leave-one-juror-out runs, and under how many of the five methods, the same nominees win; null without a winner. */
export function robustnessOf(input: RankingInput): Robustness | null {
  const { winnerIds } = rankCategory({ ...input, decisions: [] });
  if (winnerIds.length === 0) return null;
  const reference = computedWinners(input);
  // One juror fewer must not push nominees under the quorum: what is asked is who wins, not whether enough voted.
  const jurorRuns =
    input.jurors.length < 2
      ? []
      : input.jurors.map((left) =>
          computedWinners({
            ...input,
            quorum: Math.max(1, input.quorum - 1),
            jurors: input.jurors.filter((juror) => juror !== left),
          }),
        );
  const methodRuns = awardMethods.map((method) => computedWinners({ ...input, method }));
  const same = (runs: string[]): number => runs.filter((run) => run === reference).length;
  return {
    jurorRuns: jurorRuns.length,
    jurorSame: same(jurorRuns),
    methodRuns: methodRuns.length,
    methodSame: same(methodRuns),
  };
}
