/** The plans of several sources as one. */
import type { TimeAnswer, TimePlan } from '../../lib/time-source.ts';

export interface WholePlan extends TimePlan {
  /** How many each source has, by its id. */
  totals: Record<string, number>;
}

/** Undefined until every source has answered. */
export function wholePlan(ids: readonly string[], plans: readonly (TimePlan | undefined)[]): WholePlan | undefined {
  const known = plans.filter((plan) => plan !== undefined);
  if (known.length < plans.length) return undefined;
  return {
    items: known.flatMap(({ items }) => items),
    phases: known.flatMap(({ phases }) => phases),
    tasks: known.flatMap(({ tasks }) => tasks),
    statuses: known.flatMap(({ statuses }) => statuses),
    total: known.reduce((sum, { total }) => sum + total, 0),
    totals: Object.fromEntries(ids.map((id, at) => [id, known[at]?.total ?? 0])),
  };
}

/** The first fault of all, and the way to ask again what failed. */
export function faultOf(answers: readonly TimeAnswer[]): Pick<TimeAnswer, 'error' | 'retry'> {
  return {
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const { error, retry } of answers) if (error !== null) retry();
    },
  };
}
