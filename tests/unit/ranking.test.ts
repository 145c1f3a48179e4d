/** The ranking of nominees: known cases worked out by hand, and what must hold whatever the notes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardMethods } from '#shared/base/common.ts';
import { kendallW, robustnessOf } from '../../electron/service/domain/awards/firmness.ts';
import { bordaPoints, schulzeShares, standardised } from '../../electron/service/domain/awards/methods.ts';
import { notesOf } from '../../electron/service/domain/awards/ballots.ts';
import { rankCategory, type RankingInput } from '../../electron/service/domain/awards/ranking.ts';
import { holds } from '../factories/properties.ts';

/** Notes by nominee, one column per juror; a cell is null (nothing scored), a number (all criteria alike) or one score per criterion. */
type Cell = number | null | (number | null)[];
function category(notes: Record<string, Cell[]>, more: Partial<RankingInput> = {}): RankingInput {
  const criteria = more.criteria ?? [
    { id: 'impact', weight: 2 },
    { id: 'daring', weight: 1 },
  ];
  const jurors = Array.from({ length: Math.max(...Object.values(notes).map((row) => row.length)) }, (_, index) => ({
    id: `j${index + 1}`,
  }));
  const scores = Object.entries(notes).flatMap(([nomineeId, row]) =>
    row.flatMap((cell, juror) =>
      criteria.flatMap((criterion, index) => {
        const value = Array.isArray(cell) ? (cell[index] ?? null) : cell;
        return value === null ? [] : [{ nomineeId, jurorId: `j${juror + 1}`, criterionId: criterion.id, value }];
      }),
    ),
  );
  return {
    method: 'mean',
    quorum: 1,
    winnersCount: 1,
    criteria,
    jurors,
    nominees: Object.keys(notes).map((id) => ({ id })),
    recusals: [],
    scores,
    decisions: [],
    ...more,
  };
}
const of = (input: RankingInput, id: string) => {
  const one = rankCategory(input).nominees.find((nominee) => nominee.nomineeId === id);
  if (one === undefined) throw new Error(`no nominee ${id}`);
  return one;
};
const ranks = (input: RankingInput): Record<string, number | null> =>
  Object.fromEntries(rankCategory(input).nominees.map((one) => [one.nomineeId, one.rank]));

describe('the quorum', () => {
  it.each(awardMethods)('is reached with as many notes as it asks for, not with one fewer (%s)', (method) => {
    const input = category({ a: [9, 9, null], b: [5, 6, 5], c: [2, null, null] }, { method, quorum: 2 });
    expect(ranks(input)).toEqual({ a: 1, b: 2, c: null });
    expect(of(input, 'a').value).not.toBeNull();
    expect(ranks({ ...input, quorum: 3 })).toEqual({ a: null, b: 1, c: null });
  });
});

describe('notes', () => {
  it('weighs the criteria with weights of any size', () => {
    expect(of(category({ a: [[9, 6]] }), 'a').note).toBeCloseTo(8, 12);
    expect(
      of(
        category(
          { a: [[9, 6]] },
          {
            criteria: [
              { id: 'impact', weight: 0.2 },
              { id: 'daring', weight: 0.1 },
            ],
          },
        ),
        'a',
      ).note,
    ).toBeCloseTo(8, 12);
  });

  it('counts a note only when every criterion is scored, and never takes what is missing for a zero', () => {
    const input = category({
      a: [[8, 8], [6, null], null],
      b: [
        [7, 7],
        [7, 7],
        [7, 7],
      ],
    });
    expect(of(input, 'a')).toMatchObject({ note: 8, notesCount: 1, expectedNotes: 3, missingNotes: 2, rank: 1 });
    expect(of(input, 'a').perCriterion).toEqual([
      { criterionId: 'impact', mean: 8 },
      { criterionId: 'daring', mean: 8 },
    ]);
    expect(of(input, 'a').perJuror[1]).toEqual({ jurorId: 'j2', note: null, recused: false, scored: 1 });
  });

  it('leaves recused jurors out even when they had scored', () => {
    const input = category({ a: [10, 2], b: [5, 5] }, { recusals: [{ jurorId: 'j1', nomineeId: 'a' }] });
    expect(of(input, 'a')).toMatchObject({ note: 2, notesCount: 1, expectedNotes: 1, missingNotes: 0, rank: 2 });
  });

  it('leaves those under the quorum unranked and says why', () => {
    const input = category({ a: [9, 9, 9], b: [10, 10, null], c: [null, null, null] }, { quorum: 3 });
    expect(ranks(input)).toEqual({ a: 1, b: null, c: null });
    expect(of(input, 'b').unranked).toBe('quorum');
    expect(of(input, 'c').unranked).toBe('no_notes');
    expect(of(input, 'c').note).toBeNull();
  });
});

describe('methods', () => {
  it('drops one highest and one lowest note from five notes on', () => {
    expect(of(category({ a: [0, 5, 6, 7, 10] }, { method: 'trimmed' }), 'a').value).toBe(6);
    expect(of(category({ a: [0, 6, 6, 10] }, { method: 'trimmed' }), 'a').value).toBe(5.5);
  });

  it('standardises by the population, all equal giving zero', () => {
    expect(standardised([2, 4, 4, 4, 5, 5, 7, 9])).toEqual([-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]);
    expect(standardised([3.3, 3.3, 3.3])).toEqual([0, 0, 0]);
  });

  it('gives Borda points with shared ranks for ties', () => {
    expect(bordaPoints([9, 7, 7, 1])).toEqual([1, 0.5, 0.5, 0]);
    expect(bordaPoints([4])).toEqual([0.5]);
  });

  it('takes out a severe juror with zscore', () => {
    // The generous juror did not note a: b has the higher mean, although the severe juror puts a first.
    const severe = { a: [4, null], b: [2, 10], c: [3, 8] };
    expect(ranks(category(severe))).toMatchObject({ b: 1 });
    expect(ranks(category(severe, { method: 'zscore' }))).toMatchObject({ a: 1 });
  });

  it('finds the Schulze order of the published example of 45 ballots', () => {
    const ballots: [number, string][] = [
      [5, 'ACBED'],
      [5, 'ADECB'],
      [8, 'BEDAC'],
      [3, 'CABED'],
      [7, 'CAEBD'],
      [2, 'CBADE'],
      [7, 'DCEBA'],
      [8, 'EBADC'],
    ];
    const votes = ballots.flatMap(([count, order]) => Array.from({ length: count }, () => order));
    const notes = Object.fromEntries([...'ABCDE'].map((id) => [id, votes.map((order) => 5 - order.indexOf(id))]));
    const input = category(notes, { method: 'schulze', criteria: [{ id: 'only', weight: 1 }] });
    expect(
      rankCategory(input)
        .nominees.map((one) => one.nomineeId)
        .join(''),
    ).toBe('EACBD');
    expect(schulzeShares([])).toEqual([]);
  });

  it('compares for Schulze only what a juror noted both of, and takes a draw for no preference', () => {
    const shares = (notes: Record<string, Cell[]>): number[] =>
      schulzeShares(notesOf(category(notes, { criteria: [{ id: 'only', weight: 1 }] })));
    expect(shares({ a: [5] })).toEqual([1]);
    expect(shares({ a: [5, 9], b: [7, 1] })).toEqual([0, 0]);
    expect(shares({ a: [5, 9, 9], b: [7, 1, 1] })).toEqual([1, 0]);
    expect(shares({ a: [5, 5], b: [5, 5] })).toEqual([0, 0]);
    // a and b are even, two jurors against two; the fifth prefers c to a, and nobody compared c with b.
    expect(shares({ a: [9, 9, 1, 1, 1], b: [1, 1, 9, 9, null], c: [null, null, null, null, 9] })).toEqual([0, 0, 0.5]);
    // A ring, 5 to 2, 5 to 2 and 4 to 3: the weakest link, c over a, gives way.
    const ring = { a: [3, 3, 3, 1, 1, 2, 2], b: [2, 2, 2, 3, 3, 1, 1], c: [1, 1, 1, 2, 2, 3, 3] };
    expect(shares(ring)).toEqual([1, 0.5, 0]);
  });
});

describe('ties', () => {
  it('breaks by the heaviest criterion, then by the median, and says which', () => {
    const byCriterion = category({ a: [[7, 10]], b: [[9, 6]] });
    expect(rankCategory(byCriterion).nominees.map((one) => [one.nomineeId, one.rank, one.tieBrokenBy])).toEqual([
      ['b', 1, 'criterion'],
      ['a', 2, 'criterion'],
    ]);
    const byMedian = category({ a: [4, 5, 9], b: [5, 6, 7] });
    expect(rankCategory(byMedian).nominees.map((one) => [one.nomineeId, one.rank, one.tieBrokenBy])).toEqual([
      ['b', 1, 'median'],
      ['a', 2, 'median'],
    ]);
  });

  it('leaves the prize pending until the chair decides, and takes the decision', () => {
    const tie = { a: [8, 6], b: [6, 8], c: [5, 5] };
    const open = rankCategory(category(tie));
    expect(open.nominees.map((one) => one.rank)).toEqual([1, 1, 3]);
    expect(open.winnerIds).toEqual([]);
    expect(open.pendingIds.sort()).toEqual(['a', 'b']);
    const decided = rankCategory(
      category(tie, {
        decisions: [{ id: 'd', kind: 'tie_break', nomineeId: 'b', rank: 1, reason: 'Plus reproductible' }],
      }),
    );
    expect(decided.nominees.map((one) => [one.nomineeId, one.rank, one.tieBrokenBy])).toEqual([
      ['b', 1, 'decision'],
      ['a', 2, 'decision'],
      ['c', 3, null],
    ]);
    expect(decided.winnerIds).toEqual(['b']);
    expect(decided.decisions[0]?.applied).toBe(true);
  });

  it('orders equals as the chair decided for their ranks, and by no decision about other ranks, other nominees or another matter', () => {
    const tie = { a: [9], b: [5], c: [5], d: [5], e: [1] };
    const decision = (kind: 'tie_break' | 'override', nomineeId: string, rank: number) => ({
      id: `${kind} ${nomineeId} ${rank}`,
      kind,
      nomineeId,
      rank,
      reason: 'x',
    });
    const order = (...decisions: ReturnType<typeof decision>[]): unknown[] =>
      rankCategory(category(tie, { decisions, winnersCount: 5 })).nominees.map((one) => [one.nomineeId, one.rank]);
    const [first, last] = [
      ['a', 1],
      ['e', 5],
    ];
    expect(order()).toEqual([first, ['b', 2], ['c', 2], ['d', 2], last]);
    expect(order(decision('tie_break', 'b', 3), decision('tie_break', 'd', 2))).toEqual([
      first,
      ['d', 2],
      ['b', 3],
      ['c', 4],
      last,
    ]);
    // Ranks 2 to 4 are theirs; the first and the fifth are not, nor does an override order anything.
    const open = [first, ['b', 2], ['c', 2], ['d', 2], last];
    expect(order(decision('tie_break', 'd', 1), decision('tie_break', 'd', 5))).toEqual(open);
    expect(order(decision('override', 'd', 2))).toEqual(open);
    expect(order(decision('tie_break', 'e', 2), decision('tie_break', 'x', 2))).toEqual(open);
    const four = category(tie, { decisions: [decision('tie_break', 'd', 4)] });
    expect(rankCategory(four).nominees.map((one) => [one.nomineeId, one.rank, one.tieBrokenBy])).toEqual([
      ['a', 1, null],
      ['d', 2, 'decision'],
      ['b', 3, null],
      ['c', 3, null],
      ['e', 5, null],
    ]);
  });

  it('puts several overrides at their prizes, whatever the order they were taken in, and moves no one else', () => {
    const ranking = rankCategory(
      category(
        { a: [9], b: [8], c: [7], d: [6] },
        {
          winnersCount: 3,
          decisions: [
            { id: '2', kind: 'override', nomineeId: 'a', rank: 2, reason: 'x' },
            { id: '1', kind: 'override', nomineeId: 'd', rank: 1, reason: 'x' },
          ],
        },
      ),
    );
    expect(ranking.winnerIds).toEqual(['d', 'a', 'b']);
  });

  it('gives the prizes that are left to all who wait, once they are enough', () => {
    const waiting = { a: [9], b: [8], c: [8], d: [1] };
    const override = { id: 'o', kind: 'override' as const, rank: 1, reason: 'x' };
    // Two prizes, three names: a, and one of b and c. With c put first, a and b are left for one prize.
    expect(
      rankCategory(category(waiting, { winnersCount: 2, decisions: [{ ...override, nomineeId: 'c' }] })),
    ).toMatchObject({
      winnerIds: ['c', 'a'],
      pendingIds: [],
    });
    expect(
      rankCategory(
        category({ a: [8], b: [8], c: [8] }, { winnersCount: 2, decisions: [{ ...override, nomineeId: 'c' }] }),
      ),
    ).toMatchObject({ winnerIds: ['c'], pendingIds: ['a', 'b'] });
    expect(
      rankCategory(
        category({ a: [8], b: [8], c: [1] }, { winnersCount: 1, decisions: [{ ...override, nomineeId: 'b' }] }),
      ),
    ).toMatchObject({ winnerIds: ['b'], pendingIds: [] });
  });

  it('says when a decision decides nothing any more', () => {
    const ranking = rankCategory(
      category(
        { a: [9], b: [8] },
        { decisions: [{ id: 'd', kind: 'tie_break', nomineeId: 'b', rank: 1, reason: 'x' }] },
      ),
    );
    expect(ranking.winnerIds).toEqual(['a']);
    expect(ranking.decisions[0]?.applied).toBe(false);
  });

  it('gives two prizes to two equals', () => {
    expect(rankCategory(category({ a: [8], b: [8], c: [5] }, { winnersCount: 2 })).winnerIds.sort()).toEqual([
      'a',
      'b',
    ]);
    expect(rankCategory(category({ a: [9], b: [8], c: [8] }, { winnersCount: 2 }))).toMatchObject({
      winnerIds: ['a'],
      pendingIds: ['b', 'c'],
    });
  });

  it('lets an override win and keeps the computed rank', () => {
    const ranking = rankCategory(
      category(
        { a: [9], b: [8] },
        { decisions: [{ id: 'd', kind: 'override', nomineeId: 'b', rank: 1, reason: 'Dossier complet' }] },
      ),
    );
    expect(ranking.winnerIds).toEqual(['b']);
    expect(ranking.nominees.map((one) => [one.nomineeId, one.rank, one.isWinner])).toEqual([
      ['a', 1, false],
      ['b', 2, true],
    ]);
  });
});

describe('firmness', () => {
  it('computes W with and without ties', () => {
    const criteria = [{ id: 'only', weight: 1 }];
    const ids = ['a', 'b', 'c'];
    expect(kendallW(category({ a: [9, 8], b: [5, 6], c: [1, 2] }, { criteria }), ids)).toBeCloseTo(1, 12);
    expect(kendallW(category({ a: [3, 1], b: [2, 2], c: [1, 3] }, { criteria }), ids)).toBeCloseTo(0, 12);
    // Ranks (1, 2.5, 2.5) and (1, 2, 3): sums 2, 4.5, 5.5, S = 6.5, W = 78 / (96 - 12).
    expect(kendallW(category({ a: [9, 9], b: [5, 6], c: [5, 2] }, { criteria }), ids)).toBeCloseTo(78 / 84, 12);
    expect(kendallW(category({ a: [9], b: [5] }, { criteria }), ['a', 'b'])).toBeNull();
    // Three jurors: sums of ranks 4, 6 and 8, so 12 times 8 over 9 times 24.
    const three = { a: [9, 9, 5], b: [5, 1, 9], c: [1, 5, 1] };
    expect(kendallW(category(three, { criteria }), ids)).toBeCloseTo(96 / 216, 12);
    // Only those asked for, and only jurors who noted all of them.
    expect(kendallW(category({ ...three, d: [10, 0, 10] }, { criteria }), ids)).toBeCloseTo(96 / 216, 12);
    expect(kendallW(category({ a: [9, 9, 1], b: [5, 1, null], c: [1, 5, 9] }, { criteria }), ids)).toBeCloseTo(
      18 / 24,
      12,
    );
    expect(kendallW(category({ a: [9, 9], b: [5, 1] }, { criteria }), ['a', 'b'])).toBeCloseTo(1, 12);
    expect(kendallW(category({ a: [9, 9], b: [5, 1] }, { criteria }), ['a'])).toBeNull();
    expect(kendallW(category({ a: [5, 5], b: [5, 5] }, { criteria }), ['a', 'b'])).toBeNull();
    // A juror listed first or last is the same juror.
    const turned = category(three, { criteria });
    expect(kendallW({ ...turned, jurors: turned.jurors.toReversed() }, ids)).toBeCloseTo(96 / 216, 12);
  });

  it('tells a firm result from a fragile one', () => {
    const firm = category({ a: [9, 9, 9], b: [5, 5, 5] });
    expect(robustnessOf(firm)).toEqual({ jurorRuns: 3, jurorSame: 3, methodRuns: 5, methodSame: 5 });
    const fragile = category({ a: [10, 6, 6], b: [2, 7, 7] });
    expect(robustnessOf(fragile)).toMatchObject({ jurorRuns: 3, jurorSame: 2 });
    expect(robustnessOf(category({ a: [null], b: [null] }))).toBeNull();
    // Two jurors can each be left out; one alone cannot.
    expect(robustnessOf(category({ a: [9, 4], b: [5, 6] }))).toMatchObject({ jurorRuns: 2, jurorSame: 1 });
    expect(robustnessOf(category({ a: [9], b: [5] }))).toMatchObject({ jurorRuns: 0, jurorSame: 0 });
    // Just as many jurors as the quorum asks for: one who leaves takes nobody out of the ranking.
    expect(robustnessOf(category({ a: [9, 9, 9], b: [5, 5, 5] }, { quorum: 3 }))).toMatchObject({
      jurorRuns: 3,
      jurorSame: 3,
      methodSame: 5,
    });
  });
});

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const table = fc
  .integer({ min: 1, max: 6 })
  .chain((jurors) =>
    fc.array(fc.array(cell, { minLength: jurors, maxLength: jurors }), { minLength: 1, maxLength: 6 }),
  );
const inputs = fc
  .record({
    rows: table,
    method: fc.constantFrom(...awardMethods),
    quorum: fc.integer({ min: 1, max: 3 }),
    weights: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
  })
  .map(({ rows, method, quorum, weights }) =>
    category(Object.fromEntries(rows.map((row, index) => [`n${index}`, row])), {
      method,
      quorum,
      criteria: [
        { id: 'impact', weight: weights[0] },
        { id: 'daring', weight: weights[1] },
      ],
    }),
  );

describe('whatever the notes', () => {
  it('the order of jurors and of nominees changes nothing', () => {
    holds(
      fc.property(inputs, (input) => {
        const turned = {
          ...input,
          jurors: [...input.jurors].reverse(),
          nominees: [...input.nominees].reverse(),
          scores: [...input.scores].reverse(),
        };
        expect(ranks(turned)).toEqual(ranks(input));
        expect(robustnessOf(turned)).toEqual(robustnessOf(input));
      }),
    );
  });

  it('only the proportion of the weights counts', () => {
    holds(
      fc.property(inputs, fc.constantFrom(0.01, 0.1, 3, 1000), (input, factor) => {
        expect(
          ranks({ ...input, criteria: input.criteria.map((one) => ({ ...one, weight: one.weight * factor })) }),
        ).toEqual(ranks(input));
      }),
    );
  });

  it('ties are mutual, share a rank, and ranks count who stands before', () => {
    holds(
      fc.property(inputs, (input) => {
        const { nominees } = rankCategory(input);
        for (const one of nominees) {
          for (const other of one.tiedWith) {
            const twin = nominees.find((nominee) => nominee.nomineeId === other);
            expect(twin?.rank).toBe(one.rank);
            expect(twin?.tiedWith).toContain(one.nomineeId);
          }
          if (one.rank !== null)
            expect(one.rank).toBe(
              1 + nominees.filter((other) => other.rank !== null && other.rank < (one.rank ?? 0)).length,
            );
          else expect(one.unranked).not.toBeNull();
          expect(one.notesCount + one.missingNotes).toBe(one.expectedNotes);
        }
      }),
    );
  });

  it('a recused juror might as well have scored nothing', () => {
    holds(
      fc.property(inputs, fc.nat(), fc.nat(), (input, j, n) => {
        const jurorId = input.jurors[j % input.jurors.length]?.id ?? '';
        const nomineeId = input.nominees[n % input.nominees.length]?.id ?? '';
        const recusals = [{ jurorId, nomineeId }];
        const silent = input.scores.filter((score) => score.jurorId !== jurorId || score.nomineeId !== nomineeId);
        expect(ranks({ ...input, recusals })).toEqual(ranks({ ...input, recusals, scores: silent }));
      }),
    );
  });

  it('a note is a mean of notes given: it stays between the lowest and the highest', () => {
    holds(
      fc.property(inputs, (input) => {
        for (const one of rankCategory(input).nominees) {
          const notes = one.perJuror.flatMap((juror) => juror.note ?? []);
          if (one.note === null) expect(notes).toEqual([]);
          else {
            expect(one.note).toBeGreaterThanOrEqual(Math.min(...notes) - 1e-9);
            expect(one.note).toBeLessThanOrEqual(Math.max(...notes) + 1e-9);
          }
        }
      }),
    );
  });

  it('no more winners than prizes, and a prize is left over only when it is pending or nobody is ranked for it', () => {
    holds(
      fc.property(inputs, fc.integer({ min: 1, max: 3 }), (input, winnersCount) => {
        const { nominees, winnerIds, pendingIds } = rankCategory({ ...input, winnersCount });
        const ranked = nominees.filter((one) => one.rank !== null).length;
        expect(winnerIds.length).toBeLessThanOrEqual(winnersCount);
        if (pendingIds.length === 0) expect(winnerIds.length).toBe(Math.min(winnersCount, ranked));
        else expect(winnerIds.length + pendingIds.length).toBeGreaterThan(winnersCount);
      }),
    );
  });
});
