/** What jurors' scores amount to: means, medians and ranks worked out by hand. */
import { describe, expect, it } from 'vitest';
import {
  countedNotes,
  mean,
  meanRanks,
  median,
  notesOf,
  settled,
  trimmedMean,
  type Ballots,
} from '../../electron/service/domain/awards/ballots.ts';

const ballots: Ballots = {
  criteria: [
    { id: 'impact', weight: 3 },
    { id: 'daring', weight: 1 },
  ],
  nominees: [{ id: 'n' }],
  jurors: [{ id: 'c' }, { id: 'a' }, { id: 'b' }],
  recusals: [],
  scores: [
    { jurorId: 'a', nomineeId: 'n', criterionId: 'impact', value: 8 },
    { jurorId: 'a', nomineeId: 'n', criterionId: 'daring', value: 4 },
    { jurorId: 'b', nomineeId: 'n', criterionId: 'impact', value: 6 },
    { jurorId: 'c', nomineeId: 'n', criterionId: 'impact', value: 0 },
    { jurorId: 'c', nomineeId: 'n', criterionId: 'daring', value: 4 },
  ],
};

describe('notes', () => {
  it('weigh the criteria, take a zero for a zero and nothing for nothing, juror by juror in one order', () => {
    const [nominee] = notesOf(ballots);
    expect(nominee?.notes).toEqual([
      { jurorId: 'a', recused: false, scores: [8, 4], note: 7 },
      { jurorId: 'b', recused: false, scores: [6, null], note: null },
      { jurorId: 'c', recused: false, scores: [0, 4], note: 1 },
    ]);
    expect(nominee && countedNotes(nominee)).toEqual([7, 1]);
    for (const jurors of [ballots.jurors.toReversed(), ballots.jurors.toSorted((x, y) => (x.id < y.id ? -1 : 1))])
      expect(notesOf({ ...ballots, jurors })).toEqual([nominee]);
  });

  it('of a recused juror do not count, though there are scores', () => {
    const [nominee] = notesOf({ ...ballots, recusals: [{ jurorId: 'a', nomineeId: 'n' }] });
    expect(nominee?.notes[0]).toEqual({ jurorId: 'a', recused: true, scores: [8, 4], note: null });
    expect(nominee && countedNotes(nominee)).toEqual([1]);
  });

  it('are none when a category has no criterion', () => {
    expect(notesOf({ ...ballots, criteria: [], scores: [] })[0]?.notes.map(({ note }) => note)).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('the middle of some values', () => {
  it('is their mean, null for none', () => {
    expect(mean([])).toBeNull();
    expect(mean([4])).toBe(4);
    expect(mean([1, 2, 6])).toBe(3);
  });

  it('leaves one highest and one lowest out from five on, in whatever order they come', () => {
    expect(trimmedMean([])).toBeNull();
    expect(trimmedMean([0, 8, 8, 8])).toBe(6);
    expect(trimmedMean([8, 0, 9, 10, 7])).toBe(8);
    expect(trimmedMean([10, 10, 1, 1, 4, 6])).toBe(5.25);
  });

  it('is the one in the middle, or between the two there, sorted as numbers', () => {
    expect(median([])).toBeNull();
    expect(median([7])).toBe(7);
    expect(median([10, 9, 2])).toBe(9);
    expect(median([10, 2, 9, 1])).toBe(5.5);
    expect(median([3, 5])).toBe(4);
    expect(median([100, 20, 3, 50, 4])).toBe(20);
  });
});

describe('ranks', () => {
  it('go from the largest down, and equal values share the mean of theirs', () => {
    expect(meanRanks([5, 9, 7])).toEqual([3, 1, 2]);
    expect(meanRanks([4, 9, 4, 4])).toEqual([3, 1, 3, 3]);
    expect(meanRanks([1, 1])).toEqual([1.5, 1.5]);
  });

  it('do not see what adding fractions leaves in the last digits', () => {
    expect(settled(0.1 + 0.2)).toBe(0.3);
    expect(settled(7.123456789)).toBe(7.123456789);
    expect(meanRanks([0.1 + 0.2, 0.3])).toEqual([1.5, 1.5]);
    expect(meanRanks([0.3, 0.300000002])).toEqual([2, 1]);
  });
});
