/** Which test file to try a mutant on next: the one most likely to fail for its time. */
import type { Plan, Trial } from './plan.ts';

/** Null when all were tried, or when the time for one mutant is used up. */
export function chooseFile(plan: Plan, trial: Trial, tried: ReadonlyMap<string, number>): string | null {
  const spent = trial.files.reduce((sum, { path, ms }) => sum + (tried.has(path) ? ms : 0), 0);
  let best: string | null = null;
  let most = -1;
  for (const { path, ms } of trial.files) {
    if (tried.has(path) || (tried.size > 0 && spent + ms > plan.budget)) continue;
    const promise = ((plan.kills[`${trial.file} ${path}`] ?? 0) + 0.5) / (ms + 50);
    if (promise > most) [best, most] = [path, promise];
  }
  return best;
}
