/** One measurement: ours and the bare baseline, in the same run, alternately, as a ratio of medians. */

export interface Bench {
  name: string;
  /** What the baseline does. */
  against: string;
  target: number;
  run: () => Promise<Sample>;
}

export interface Sample {
  /** Milliseconds, several runs each. */
  ours: number[];
  bare: number[];
  /** Anything else worth knowing: rows, megabytes. */
  note?: string;
}

export interface Outcome {
  name: string;
  against: string;
  ours: number;
  bare: number;
  ratio: number;
  target: number;
  reached: boolean;
  note: string;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export async function timed(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Runs both by turns, so that a machine that slows down slows both. */
export async function alternate(
  times: number,
  ours: () => unknown,
  bare: () => unknown,
): Promise<{ ours: number[]; bare: number[] }> {
  const result = { ours: [] as number[], bare: [] as number[] };
  for (let n = 0; n < times; n += 1) {
    result.bare.push(await timed(bare));
    result.ours.push(await timed(ours));
  }
  return result;
}

export function outcomeOf(bench: Bench, sample: Sample): Outcome {
  const ours = median(sample.ours);
  const bare = median(sample.bare);
  const ratio = ours / bare;
  return {
    name: bench.name,
    against: bench.against,
    ours,
    bare,
    ratio,
    target: bench.target,
    reached: ratio <= bench.target,
    note: sample.note ?? '',
  };
}
