/** Holds the figures of a run of the benches against those of an earlier one, and says what is worse than chance explains. */
import type { Outcome } from './measure.ts';

export interface Verdict {
  name: string;
  what: 'ratio' | 'memory';
  before: number;
  now: number;
  verdict: 'same' | 'better' | 'worse';
}

export interface Comparison {
  verdicts: Verdict[];
  /** Measured then and not now, and the other way round. */
  gone: string[];
  added: string[];
}

/** Below these shares a difference is never told: the machine's own mood. */
const least = { ratio: 0.12, memory: 0.1 };
/** What a single run may be off by, which cannot say so itself. */
const unknownSpread = 0.1;

/** The outcomes in what `npm run bench` printed: its JSON alone, or the whole of it, of which the JSON is the last line. */
export function readOutcomes(text: string): Outcome[] {
  const lines = text.split('\n').filter((line) => line.startsWith('[{') || line === '[]');
  return JSON.parse(lines[lines.length - 1] ?? text) as Outcome[];
}

function judge(before: number, now: number, noise: number): Verdict['verdict'] {
  if (now > before * (1 + noise)) return 'worse';
  return before > now * (1 + noise) ? 'better' : 'same';
}

/** Ratios are compared, not milliseconds: another machine, or a busy one, has the same ratios. */
export function compare(before: readonly Outcome[], now: readonly Outcome[]): Comparison {
  const earlier = new Map(before.map((one) => [one.name, one]));
  const verdicts = now.flatMap((one): Verdict[] => {
    const old = earlier.get(one.name);
    if (old === undefined) return [];
    const noise = Math.max(least.ratio, 2 * ((old.spread ?? unknownSpread) + (one.spread ?? unknownSpread)));
    const ratio: Verdict = {
      name: one.name,
      what: 'ratio',
      before: old.ratio,
      now: one.ratio,
      verdict: judge(old.ratio, one.ratio, noise),
    };
    if (typeof old.megabytes !== 'number' || one.megabytes === null) return [ratio];
    const { megabytes } = one;
    return [
      ratio,
      {
        name: one.name,
        what: 'memory',
        before: old.megabytes,
        now: megabytes,
        verdict: judge(old.megabytes, megabytes, least.memory),
      },
    ];
  });
  const known = new Set(now.map((one) => one.name));
  return {
    verdicts,
    gone: before.filter((one) => !known.has(one.name)).map((one) => one.name),
    added: now.filter((one) => !earlier.has(one.name)).map((one) => one.name),
  };
}

/** One line a figure, what is worse last, so that it is what stays on screen. */
export function comparisonLines({ verdicts, gone, added }: Comparison): string[] {
  const rank = { same: 0, better: 1, worse: 2 };
  return [
    ...added.map((name) => `${name.padEnd(58)} new`),
    ...gone.map((name) => `${name.padEnd(58)} not measured this time`),
    ...[...verdicts]
      .sort((a, b) => rank[a.verdict] - rank[b.verdict])
      .map(
        ({ name, what, before, now, verdict }) =>
          `${name.padEnd(58)} ${what.padEnd(6)} ${before.toFixed(2).padStart(8)} -> ${now.toFixed(2).padStart(8)}  x${(now / before).toFixed(2)}${verdict === 'same' ? '' : `  ${verdict.toUpperCase()}`}`,
      ),
  ];
}
