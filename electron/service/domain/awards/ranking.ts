/** Ranks the nominees of a category: quorum, ties broken in their order, decisions of the chair, winners. */
import type { CategoryResult, RankedNominee } from '#shared/awards/results.ts';
import {
  countedNotes,
  mean,
  median,
  notesOf,
  settled,
  trimmedMean,
  type Ballots,
  type NotedNominee,
} from './ballots.ts';
import { methodValues, type AwardMethod } from './methods.ts';

export interface Decision {
  id: string;
  kind: 'tie_break' | 'override';
  nomineeId: string;
  rank: number;
  reason: string;
}

export interface RankingInput extends Ballots {
  method: AwardMethod;
  quorum: number;
  winnersCount: number;
  decisions: Decision[];
}

type Figures = Pick<
  RankedNominee,
  | 'nomineeId'
  | 'note'
  | 'value'
  | 'median'
  | 'notesCount'
  | 'expectedNotes'
  | 'missingNotes'
  | 'rank'
  | 'unranked'
  | 'tiedWith'
  | 'tieBrokenBy'
  | 'isWinner'
  | 'perCriterion'
  | 'perJuror'
>;
export type Ranking = { nominees: Figures[] } & Pick<CategoryResult, 'winnerIds' | 'pendingIds' | 'decisions'>;

function figuresOf(nominee: NotedNominee, value: number | null, input: RankingInput): Figures {
  const notes = countedNotes(nominee);
  const expectedNotes = nominee.notes.filter((one) => !one.recused).length;
  const order = new Map(input.jurors.map((juror, index) => [juror.id, index]));
  const counted = nominee.notes.filter((one) => one.note !== null);
  const unranked = notes.length === 0 ? 'no_notes' : notes.length < input.quorum ? 'quorum' : null;
  return {
    nomineeId: nominee.id,
    note: input.method === 'trimmed' ? trimmedMean(notes) : mean(notes),
    value,
    median: median(notes),
    notesCount: notes.length,
    expectedNotes,
    missingNotes: expectedNotes - notes.length,
    rank: null,
    unranked,
    tiedWith: [],
    tieBrokenBy: null,
    isWinner: false,
    perCriterion: input.criteria.map((criterion, index) => ({
      criterionId: criterion.id,
      mean: mean(counted.map((one) => one.scores[index] ?? 0)),
    })),
    perJuror: nominee.notes
      .map(({ jurorId, note, recused, scores }) => ({
        jurorId,
        note,
        recused,
        scored: scores.filter((score) => score !== null).length,
      }))
      .sort((a, b) => (order.get(a.jurorId) ?? 0) - (order.get(b.jurorId) ?? 0)),
  };
}

/** Groups of equal key, the largest key first; the order inside a group is kept. */
function grouped(list: Figures[], keyOf: (one: Figures) => number): Figures[][] {
  const groups = new Map<number, Figures[]>();
  for (const one of list) groups.set(settled(keyOf(one)), [...(groups.get(settled(keyOf(one))) ?? []), one]);
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}

/** The criterion that breaks ties: the heaviest, the first listed among equals. */
function heaviest(criteria: { id: string; weight: number }[]): string | undefined {
  return criteria.reduce<{ id: string; weight: number } | undefined>(
    (best, one) => (best === undefined || one.weight > best.weight ? one : best),
    undefined,
  )?.id;
}

/** Splits a group of equals by one key and marks whom that set apart. */
function split(group: Figures[], keyOf: (one: Figures) => number, by: 'criterion' | 'median'): Figures[][] {
  const groups = grouped(group, keyOf);
  if (groups.length > 1)
    for (const part of groups) if (part.length === 1 && part[0] !== undefined) part[0].tieBrokenBy = by;
  return groups;
}

/** The chair's order within what is still equal; only decisions for a rank that the group occupies speak of it. */
function splitByDecision(
  group: Figures[],
  firstRank: number,
  decisions: Decision[],
  applied: Set<string>,
): Figures[][] {
  if (group.length === 1) return [group];
  const chosen = decisions
    .filter(
      (one) =>
        one.kind === 'tie_break' &&
        one.rank >= firstRank &&
        one.rank < firstRank + group.length &&
        group.some((nominee) => nominee.nomineeId === one.nomineeId),
    )
    .sort((a, b) => a.rank - b.rank);
  if (chosen.length === 0) return [group];
  const named = chosen.flatMap((decision) => {
    applied.add(decision.id);
    return group.filter((one) => one.nomineeId === decision.nomineeId);
  });
  const rest = group.filter((one) => !named.includes(one));
  const parts = [...named.map((one) => [one]), ...(rest.length === 0 ? [] : [rest])];
  for (const part of parts) if (part.length === 1 && part[0] !== undefined) part[0].tieBrokenBy = 'decision';
  return parts;
}

/**
 * Ranks a category. Fewer notes than the quorum leaves a nominee unranked. Equal values are separated by the mean on the heaviest
 * criterion, then by the median note, then by the chair's decision; what stays equal shares its rank. The first `winnersCount`
 * win; a tie across that limit leaves the prize pending. Overrides put a nominee at its prize whatever the ranking says.
 */
export function rankCategory(input: RankingInput): Ranking {
  const noted = notesOf(input);
  const values = methodValues(input.method, noted, input.quorum);
  const all = noted.map((nominee, index) => figuresOf(nominee, values[index] ?? null, input));
  const applied = new Set<string>();
  const key = heaviest(input.criteria);
  const onKey = (one: Figures): number =>
    one.perCriterion.find((criterion) => criterion.criterionId === key)?.mean ?? 0;
  const ranked: Figures[] = [];
  for (const equals of grouped(
    all.filter((one) => one.unranked === null),
    (one) => one.value ?? 0,
  )) {
    for (const byCriterion of split(equals, onKey, 'criterion')) {
      for (const byMedian of split(byCriterion, (one) => one.median ?? 0, 'median')) {
        for (const part of splitByDecision(byMedian, ranked.length + 1, input.decisions, applied)) {
          const rank = ranked.length + 1;
          for (const one of part) {
            one.rank = rank;
            one.tiedWith = part.filter((other) => other !== one).map((other) => other.nomineeId);
          }
          ranked.push(...part);
        }
      }
    }
  }
  const { winnerIds, pendingIds } = winnersOf(ranked, all, input, applied);
  for (const one of all) one.isWinner = winnerIds.includes(one.nomineeId);
  return {
    nominees: [...ranked, ...all.filter((one) => one.rank === null)],
    winnerIds,
    pendingIds,
    decisions: input.decisions.map((decision) => ({ ...decision, applied: applied.has(decision.id) })),
  };
}

function winnersOf(
  ranked: Figures[],
  all: Figures[],
  input: RankingInput,
  applied: Set<string>,
): { winnerIds: string[]; pendingIds: string[] } {
  const count = input.winnersCount;
  let winnerIds: string[] = [];
  let pendingIds: string[] = [];
  for (const one of ranked) {
    if (one.rank === null || one.rank > count) break;
    const lastOfTie = one.rank + one.tiedWith.length;
    if (lastOfTie <= count) winnerIds.push(one.nomineeId);
    else pendingIds.push(one.nomineeId);
  }
  const overrides = input.decisions
    .filter(
      (one) =>
        one.kind === 'override' && one.rank <= count && all.some((nominee) => nominee.nomineeId === one.nomineeId),
    )
    .sort((a, b) => a.rank - b.rank);
  for (const decision of overrides) {
    applied.add(decision.id);
    const others = winnerIds.filter((id) => id !== decision.nomineeId);
    winnerIds = [...others.slice(0, decision.rank - 1), decision.nomineeId, ...others.slice(decision.rank - 1)];
    pendingIds = pendingIds.filter((id) => id !== decision.nomineeId);
  }
  winnerIds = winnerIds.slice(0, count);
  const left = count - winnerIds.length;
  // Once the prizes left are enough for all who wait, or none is left, nothing is pending.
  if (left === 0) pendingIds = [];
  else if (pendingIds.length > 0 && pendingIds.length <= left)
    return { winnerIds: [...winnerIds, ...pendingIds], pendingIds: [] };
  return { winnerIds, pendingIds };
}
