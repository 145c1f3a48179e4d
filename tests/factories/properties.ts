/**
 * Properties are tried on the same cases every day and on as many fresh ones, whose seed is printed at the start of the run
 * and with a failure: `MAILLAGE_SEED=123 npx vitest run tests/unit/x.test.ts` tries those again.
 */
import fc from 'fast-check';

/** The cases of every day. */
const dailySeed = 20_261_130;

/** The seed of this run, the same in every file of it (vitest.config.ts chooses it). */
export const freshSeed = Number(process.env['MAILLAGE_SEED'] ?? 1);

export interface HoldsOptions {
  /** Cases in all, half of them the daily ones. */
  runs?: number;
  /** Cases that failed once, by the seed and path that were printed then: tried first. */
  known?: { seed: number; path?: string }[];
}

type Round = Pick<fc.Parameters, 'seed' | 'path' | 'numRuns'>;

/** One round of cases after another; the first that fails ends it. */
function roundsOf({ runs = 100, known = [] }: HoldsOptions): Round[] {
  const half = Math.ceil(runs / 2);
  return [
    ...known.map(({ seed, path }) => ({ seed, numRuns: 1, ...(path === undefined ? {} : { path }) })),
    { seed: dailySeed, numRuns: half },
    { seed: freshSeed, numRuns: Math.max(1, runs - half) },
  ];
}

/** The failure with how to see it again. */
function retold(error: unknown, { seed }: Round): unknown {
  if (error instanceof Error && seed === freshSeed)
    error.message += `\n\nThe fresh seed of this run: MAILLAGE_SEED=${freshSeed} tries it again.`;
  return error;
}

/** Throws when the property does not hold in one of its cases; for an asynchronous one the promise must be awaited. */
export function holds<T>(property: fc.IAsyncProperty<T>, options?: HoldsOptions): Promise<void>;
export function holds<T>(property: fc.IProperty<T>, options?: HoldsOptions): void;
export function holds<T>(property: fc.IRawProperty<T>, options: HoldsOptions = {}): Promise<void> | void {
  const rounds = roundsOf(options);
  if (property.isAsync()) {
    return rounds.reduce(
      (before, round) =>
        before.then(() =>
          Promise.resolve(fc.assert(property, round)).catch((error: unknown) => {
            throw retold(error, round);
          }),
        ),
      Promise.resolve(),
    );
  }
  for (const round of rounds) {
    try {
      void fc.assert(property, round);
    } catch (error) {
      throw retold(error, round);
    }
  }
}
