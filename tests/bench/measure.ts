/** One measurement: ours and the bare baseline, in the same run, alternately, as a ratio of medians. */

export interface Bench {
  name: string;
  /** What the baseline does. */
  against: string;
  target: number;
  /** What `ours` and `bare` count; milliseconds unless said. */
  unit?: 'ms' | 'MB';
  /** The most memory the work may take, in MB. */
  atMost?: number;
  run: () => Promise<Sample>;
}

export interface Sample {
  /** Milliseconds (or what the bench's unit says), several runs each. */
  ours: number[];
  bare: number[];
  /** The most memory that a process of its own took for the work, in MB. */
  megabytes?: number;
  /** Anything else worth knowing: rows, sizes. */
  note?: string;
}

export interface Outcome {
  name: string;
  against: string;
  unit: 'ms' | 'MB';
  ours: number;
  bare: number;
  ratio: number;
  /** How far the runs lay apart, as a share of their median: what two runs may differ by without meaning anything. */
  spread: number | null;
  megabytes: number | null;
  target: number;
  atMost: number | null;
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

/** The typical distance from the median, as a share of it; null for a single run, which says nothing of it. */
function spreadOf(values: number[]): number | null {
  if (values.length < 2) return null;
  const middle = median(values);
  return median(values.map((value) => Math.abs(value - middle))) / middle;
}

export function outcomeOf(bench: Bench, sample: Sample): Outcome {
  const ours = median(sample.ours);
  const bare = median(sample.bare);
  const ratio = ours / bare;
  const [first, second] = [spreadOf(sample.ours), spreadOf(sample.bare)];
  return {
    name: bench.name,
    against: bench.against,
    unit: bench.unit ?? 'ms',
    ours,
    bare,
    ratio,
    spread: first === null || second === null ? null : first + second,
    megabytes: sample.megabytes ?? null,
    target: bench.target,
    atMost: bench.atMost ?? null,
    reached: ratio <= bench.target && (bench.atMost === undefined || (sample.megabytes ?? Infinity) <= bench.atMost),
    note: sample.note ?? '',
  };
}
