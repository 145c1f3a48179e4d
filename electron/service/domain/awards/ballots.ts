/** Jurors' notes: what each juror's scores amount to, and who counts. Nothing missing is ever taken for a zero. */

export interface Ballots {
  /** Weights may be any positive numbers; in the order of the category. */
  criteria: { id: string; weight: number }[];
  nominees: { id: string }[];
  jurors: { id: string }[];
  recusals: { jurorId: string; nomineeId: string }[];
  scores: { jurorId: string; nomineeId: string; criterionId: string; value: number }[];
}

/** One juror's view of one nominee. */
export interface Note {
  jurorId: string;
  /** Sum of weight x score, only when every criterion is scored. */
  note: number | null;
  recused: boolean;
  /** Scores by criterion, in the order of the criteria; null where there is none. */
  scores: (number | null)[];
}

export interface NotedNominee {
  id: string;
  /** One per juror, in a fixed order of jurors so that sums never depend on how they were listed. */
  notes: Note[];
}

/** Weights that sum to 1. */
export function normalisedWeights(criteria: { weight: number }[]): number[] {
  const total = criteria.reduce((sum, one) => sum + one.weight, 0);
  return criteria.map((one) => one.weight / total);
}

/**
 * Every juror's note for every nominee: `sum w(c) s(j,n,c)`, null when a criterion lacks its score, when there is no criterion,
 * or when the juror is recused. Jurors come sorted by id.
 */
export function notesOf(ballots: Ballots): NotedNominee[] {
  const weights = normalisedWeights(ballots.criteria);
  const values = new Map(
    ballots.scores.map((score) => [`${score.jurorId} ${score.nomineeId} ${score.criterionId}`, score.value]),
  );
  const recused = new Set(ballots.recusals.map((one) => `${one.jurorId} ${one.nomineeId}`));
  const jurors = [...ballots.jurors].sort((a, b) => (a.id < b.id ? -1 : 1));
  return ballots.nominees.map(({ id }) => ({
    id,
    notes: jurors.map((juror) => {
      const scores = ballots.criteria.map((criterion) => values.get(`${juror.id} ${id} ${criterion.id}`) ?? null);
      const isRecused = recused.has(`${juror.id} ${id}`);
      const whole = !isRecused && scores.length > 0 && scores.every((score) => score !== null);
      return {
        jurorId: juror.id,
        recused: isRecused,
        scores,
        note: whole
          ? scores.reduce<number>((sum, score, index) => sum + (score ?? 0) * (weights[index] ?? 0), 0)
          : null,
      };
    }),
  }));
}

/** The notes that count for a nominee. */
export function countedNotes(nominee: NotedNominee): number[] {
  return nominee.notes.flatMap((one) => (one.note === null ? [] : [one.note]));
}

export function mean(values: number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean without one highest and one lowest value, from five values on; the plain mean below. */
export function trimmedMean(values: number[]): number | null {
  return values.length < 5 ? mean(values) : mean([...values].sort((a, b) => a - b).slice(1, -1));
}

export function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Rounds away what floating-point sums add, so that equal notes are equal. */
export function settled(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** Ranks from the largest value down, 1 first; equal values share the mean of their ranks. */
export function meanRanks(values: number[]): number[] {
  const exact = values.map(settled);
  return exact.map((value) => {
    const above = exact.filter((other) => other > value).length;
    const same = exact.filter((other) => other === value).length;
    return above + (same + 1) / 2;
  });
}
