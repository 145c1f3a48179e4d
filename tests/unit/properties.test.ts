/** The helper of all property tests: daily cases that never change, fresh ones that can be tried again, and failures that say how. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshSeed, holds } from '../factories/properties.ts';

function casesOf(runs: number): number[] {
  const cases: number[] = [];
  holds(
    fc.property(fc.integer(), (n) => {
      cases.push(n);
    }),
    { runs },
  );
  return cases;
}

describe('a property', () => {
  it('is tried as often as was said, half on the cases of every day', () => {
    const first = casesOf(20);
    expect(first).toHaveLength(20);
    expect(casesOf(20)).toEqual(first);
    expect(casesOf(8).slice(0, 4)).toEqual(first.slice(0, 4));
    // These stand as long as the library draws as it does now: a change of them is a new set of daily cases.
    expect(first.slice(0, 3)).toEqual([-29, -2_147_483_638, -1_796_073_757]);
    expect(casesOf(1)).toHaveLength(2);
  });

  it('has a fresh seed, printed when the run began', () => {
    expect(process.env['MAILLAGE_SEED']).toBe(String(freshSeed));
    expect(freshSeed).toBeGreaterThanOrEqual(0);
  });

  it('that fails says with which seed, and of a fresh one how to try it again', async () => {
    const fails = (from: number) => {
      let at = 0;
      return fc.property(fc.integer(), () => {
        at += 1;
        if (at > from) throw new Error('no');
      });
    };
    expect(() => holds(fails(0), { runs: 20 })).toThrow(/seed: 20261130/);
    expect(() => holds(fails(0), { runs: 20 })).not.toThrow(/MAILLAGE_SEED/);
    expect(() => holds(fails(10), { runs: 20 })).toThrow(new RegExp(`MAILLAGE_SEED=${freshSeed}\\b`));
    let at = 0;
    const later = fc.asyncProperty(fc.integer(), async () => {
      at += 1;
      if (at > 10) throw new Error('no');
    });
    await expect(holds(later, { runs: 20 })).rejects.toThrow(`MAILLAGE_SEED=${freshSeed}`);
  });

  it('is tried by this helper alone', () => {
    const tests = resolve(import.meta.dirname, '..');
    const others = globSync('**/*.{ts,tsx}', { cwd: tests }).filter((file) =>
      /\bfc\s*\.\s*(assert|configureGlobal)\b/.test(readFileSync(join(tests, file), 'utf8')),
    );
    expect(others.map((file) => file.replaceAll('\\', '/'))).toEqual(['factories/properties.ts']);
  });

  it('is tried first on what failed before', () => {
    const seen: number[] = [];
    holds(
      fc.property(fc.integer({ min: 0, max: 1000 }), (n) => {
        seen.push(n);
      }),
      { runs: 2, known: [{ seed: 42 }, { seed: 42, path: '3' }] },
    );
    const [drawn] = fc.sample(fc.integer({ min: 0, max: 1000 }), { seed: 42, numRuns: 1 });
    expect(seen).toHaveLength(4);
    expect(seen[0]).toBe(drawn);
  });
});
