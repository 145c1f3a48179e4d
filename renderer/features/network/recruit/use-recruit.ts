/** The search for recruits: what was asked, its job and its answer. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf } from '#shared/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { useJob, type Job } from '../../../lib/api.ts';
import { useOnChange } from '../../../lib/on-change.ts';
import type { NetworkFilterInput } from '../use-network.ts';

export interface Ask {
  count: number;
  /** Null: those of the same territory. */
  radiusKm: number | null;
}

export type Plan = OutputOf<'network.recruit'>;

export interface RecruitState {
  job: Job<'network.recruit'>;
  /** The answer and what it answers. */
  found: { plan: Plan; ask: Ask } | null;
  search: (ask: Ask) => void;
}

export const firstAsk: Ask = { count: 10, radiusKm: 30 };

/** Searches once for what is likely to be asked first, then as often as wanted; a change of the filter or of the data searches anew. */
export function useRecruit(filter: NetworkFilterInput): RecruitState {
  const job = useJob('network.recruit');
  const [found, setFound] = useState<RecruitState['found']>(null);
  const latest = useRef(firstAsk);
  const turn = useRef(0);
  const { start, cancel } = job;
  const search = useCallback(
    (ask: Ask) => {
      latest.current = ask;
      turn.current += 1;
      const mine = turn.current;
      cancel();
      const input: InputOf<'network.recruit'> = { filter, ...ask };
      start(input).then(
        (plan) => {
          if (mine === turn.current) setFound({ plan, ask });
        },
        (cause: unknown) => {
          // The job keeps its own error, and shows it.
          if (!(cause instanceof AppError)) throw cause;
        },
      );
    },
    [filter, start, cancel],
  );
  useEffect(() => {
    // Not within the effect: what it starts changes the state of this screen.
    const timer = setTimeout(() => search(latest.current), 0);
    return () => clearTimeout(timer);
  }, [search]);
  useOnChange(() => search(latest.current));
  useEffect(() => cancel, [cancel]);
  return { job, found, search };
}
