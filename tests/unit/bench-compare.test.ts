/** Figures held against earlier ones: what is worse is told, what chance explains is not. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/run.ts';
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

describe('npm run bench -- --against', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-against-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const name = 'growth of a page of people, 1000 to 10000';
  const bench = (file: string): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [join(root, 'tests/bench/run.ts'), name, '--against', file], { encoding: 'utf8' });

  it('says what is worse than in the file, and ends with 1', () => {
    const file = join(folder, 'earlier.txt');
    const old = outcome(name, { ours: [1, 1, 1], bare: [1000, 1000, 1000] });
    writeFileSync(file, `what was printed before\n${JSON.stringify([old])}\n`);
    const { status, stdout } = bench(file);
    expect(stdout).toMatch(/growth of a page of people, 1000 to 10000 +ratio +0\.00 -> .*WORSE/);
    expect(status).toBe(1);
    // What it printed can be held against the next time: a run is not worse than itself by chance beyond a wide margin.
    const [now] = readOutcomes(stdout);
    writeFileSync(file, JSON.stringify([{ ...now, ratio: (now?.ratio ?? 0) * 20 }]));
    const next = bench(file);
    expect(next.stdout).toContain('BETTER');
    expect(next.status).toBe(0);
  });

  it('measures nothing when the file cannot be read', () => {
    const { status, stdout, stderr } = bench(join(folder, 'nowhere.json'));
    expect(stderr).toContain('nowhere.json');
    expect([status, stdout]).toEqual([1, '']);
  });
});
