/** Figures held against earlier ones: what is worse is told, what chance explains is not. */
import { describe, expect, it } from 'vitest';
import { compare, comparisonLines, readOutcomes } from '../bench/compare.ts';
import { outcomeOf, type Outcome, type Sample } from '../bench/measure.ts';

const outcome = (name: string, sample: Sample): Outcome =>
  outcomeOf({ name, against: 'nothing', target: 2, run: () => Promise.resolve(sample) }, sample);

describe('a run of the benches held against an earlier one', () => {
  it('tells what is slower, what is quicker, and what takes more memory', () => {
    const before = [
      outcome('steady', { ours: [100, 101, 102], bare: [50, 50, 51], megabytes: 100 }),
      outcome('slower', { ours: [100, 101, 102], bare: [50, 50, 51], megabytes: 100 }),
      outcome('quicker', { ours: [100, 101, 102], bare: [50, 50, 51] }),
      outcome('gone', { ours: [1], bare: [1] }),
    ];
    const now = [
      outcome('steady', { ours: [210, 212, 214], bare: [100, 101, 102], megabytes: 105 }),
      outcome('slower', { ours: [130, 131, 132], bare: [50, 50, 51], megabytes: 150 }),
      outcome('quicker', { ours: [60, 61, 62], bare: [50, 50, 51], megabytes: 10 }),
      outcome('added', { ours: [1], bare: [1] }),
    ];
    const { verdicts, gone, added } = compare(before, now);
    expect(verdicts.map(({ name, what, verdict }) => `${name} ${what} ${verdict}`)).toEqual([
      'steady ratio same',
      'steady memory same',
      'slower ratio worse',
      'slower memory worse',
      'quicker ratio better',
    ]);
    expect({ gone, added }).toEqual({ gone: ['gone'], added: ['added'] });
    const lines = comparisonLines({ verdicts, gone, added });
    expect(lines[lines.length - 1]).toMatch(/^slower\s+memory\s+100\.00 ->\s+150\.00\s+x1\.50\s+WORSE$/);
  });

  it('allows for as much as the runs themselves lay apart', () => {
    const before = [outcome('unsteady', { ours: [80, 100, 130], bare: [50, 50, 50] })];
    const now = [outcome('unsteady', { ours: [100, 140, 160], bare: [50, 50, 50] })];
    expect(compare(before, now).verdicts[0]?.verdict).toBe('same');
    const single = compare(
      [outcome('once', { ours: [100], bare: [50] })],
      [outcome('once', { ours: [139], bare: [50] })],
    );
    expect(single.verdicts[0]?.verdict).toBe('same');
  });

  it('reads what was printed, alone or under its table', () => {
    const json = JSON.stringify([outcome('one', { ours: [1], bare: [1] })]);
    expect(readOutcomes(json)[0]?.name).toBe('one');
    expect(readOutcomes(`one  1.00 ms\n${json}\n`)[0]?.name).toBe('one');
    expect(readOutcomes(`one  1.00 ms\n${json}\none  ratio 1.00 -> 1.00\n`)[0]?.name).toBe('one');
  });
});
