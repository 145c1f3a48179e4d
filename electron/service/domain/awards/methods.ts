/** The five ways to turn jurors' notes into one value per nominee; larger is better in all of them. */
import type { awardMethods } from '#shared/base/common.ts';
import { assertNever } from '#shared/base/result.ts';
import { countedNotes, mean, meanRanks, settled, trimmedMean, type NotedNominee } from './ballots.ts';

export type AwardMethod = (typeof awardMethods)[number];

/** What one juror noted: the index of the nominee and the note. */
type Ballot = { nominee: number; note: number }[];

function ballotsOf(nominees: NotedNominee[]): Ballot[] {
  const jurors = nominees[0]?.notes.length ?? 0;
  return Array.from({ length: jurors }, (_, juror) =>
    nominees.flatMap((nominee, index) => {
      const note = nominee.notes[juror]?.note ?? null;
      return note === null ? [] : [{ nominee: index, note }];
    }),
  );
}

/** The mean, per nominee, of what each ballot gives it. */
function meanOverBallots(nominees: NotedNominee[], valuesOf: (notes: number[]) => number[]): (number | null)[] {
  const given: number[][] = nominees.map(() => []);
  for (const ballot of ballotsOf(nominees)) {
    const values = valuesOf(ballot.map((one) => one.note));
    for (const [index, one] of ballot.entries()) given[one.nominee]?.push(values[index] ?? 0);
  }
  return given.map(mean);
}

/** Population standard scores; all equal gives 0. */
export function standardised(notes: number[]): number[] {
  const centre = mean(notes) ?? 0;
  const deviation = Math.sqrt(mean(notes.map((note) => (note - centre) ** 2)) ?? 0);
  return notes.map((note) => (settled(deviation) === 0 ? 0 : (note - centre) / deviation));
}

/** `(k - rank) / (k - 1)` of k noted; a ballot with one name compares nothing and gives the middle, 0.5. */
export function bordaPoints(notes: number[]): number[] {
  const count = notes.length;
  return meanRanks(notes).map((rank) => (count === 1 ? 0.5 : (count - rank) / (count - 1)));
}

/**
 * Strongest paths over pairwise preferences (Schulze 2011, winning votes); pairs a juror did not both note are skipped. The
 * value is the share of the others a nominee beats: the relation is transitive, so whoever is beaten has a smaller share.
 */
export function schulzeShares(nominees: NotedNominee[]): number[] {
  const size = nominees.length;
  const prefers = nominees.map(() => new Array<number>(size).fill(0));
  for (const ballot of ballotsOf(nominees)) {
    for (const a of ballot) {
      for (const b of ballot) {
        const row = prefers[a.nominee];
        if (row !== undefined && settled(a.note) > settled(b.note)) row[b.nominee] = (row[b.nominee] ?? 0) + 1;
      }
    }
  }
  const at = (matrix: number[][], a: number, b: number): number => matrix[a]?.[b] ?? 0;
  const path = prefers.map((row, a) => row.map((count, b) => (count > at(prefers, b, a) ? count : 0)));
  for (let via = 0; via < size; via += 1) {
    for (let from = 0; from < size; from += 1) {
      const row = path[from];
      if (row === undefined || from === via) continue;
      for (let to = 0; to < size; to += 1) {
        if (to !== from && to !== via) row[to] = Math.max(row[to] ?? 0, Math.min(row[via] ?? 0, at(path, via, to)));
      }
    }
  }
  return nominees.map((_, a) =>
    size < 2 ? 1 : nominees.filter((__, b) => b !== a && at(path, a, b) > at(path, b, a)).length / (size - 1),
  );
}

/**
 * The value of each nominee under a method, in the order given; null without any counted note. For `schulze` only those who
 * reach the quorum take part in the duels, so that a nominee too few have seen changes nothing among the others.
 */
export function methodValues(method: AwardMethod, nominees: NotedNominee[], quorum: number): (number | null)[] {
  switch (method) {
    case 'mean':
      return nominees.map((nominee) => mean(countedNotes(nominee)));
    case 'trimmed':
      return nominees.map((nominee) => trimmedMean(countedNotes(nominee)));
    case 'zscore':
      return meanOverBallots(nominees, standardised);
    case 'borda':
      return meanOverBallots(nominees, bordaPoints);
    case 'schulze': {
      const inPlay = nominees.filter((nominee) => countedNotes(nominee).length >= quorum);
      const shares = schulzeShares(inPlay);
      return nominees.map((nominee) => (inPlay.includes(nominee) ? (shares[inPlay.indexOf(nominee)] ?? null) : null));
    }
    default:
      return assertNever(method);
  }
}
