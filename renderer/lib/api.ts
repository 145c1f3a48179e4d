/** How the page reads: every procedure of the contract, typed and cached; long work with its progress. Writing is in `write.ts`. */
import {
  keepPreviousData,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { InputOf, JobName, OutputOf, ProcedureName, ReadName, SessionName, ShellName } from '#shared/contract.ts';
import { derivedFrom, type FeatureName, type Progress } from '#shared/base/define.ts';
import { AppError, type Result } from '#shared/base/result.ts';

/** Calls one procedure; a refusal is thrown as `AppError`. */
export async function call<N extends ProcedureName>(name: N, input: InputOf<N>, jobId?: string): Promise<OutputOf<N>> {
  const result = (await window.maillage.call(name, input, jobId)) as Result<OutputOf<N>>;
  if (result.ok) return result.value;
  throw new AppError(
    result.error.code,
    result.error.logId === undefined ? result.error.details : { ...result.error.details, logId: result.error.logId },
  );
}

const featureOf = (name: ProcedureName): string => name.slice(0, name.indexOf('.'));

/** The cache key of a read: its feature first, so that a change of the feature reaches it. */
export function keyOf<N extends ProcedureName>(name: N, input: InputOf<N>): readonly unknown[] {
  return [featureOf(name), name, input];
}

export interface ReadOptions {
  enabled?: boolean;
  /** Shows the previous answer while the next one comes: for filters, pages and searches. */
  keep?: boolean;
}

export function useRead<N extends ReadName | SessionName | ShellName>(
  name: N,
  input: InputOf<N>,
  options: ReadOptions = {},
): UseQueryResult<OutputOf<N>, AppError> {
  return useQuery<OutputOf<N>, AppError>({
    queryKey: keyOf(name, input),
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Refetches what these features show. The overview counts everything, the history remembers everything. */
export function invalidate(client: QueryClient, features: readonly (FeatureName | string)[]): void {
  const stale = new Set<unknown>([...features, 'history']);
  for (const [derived, sources] of Object.entries(derivedFrom))
    if (sources.some((source) => features.includes(source))) stale.add(derived);
  void client.invalidateQueries({
    predicate: (query) => stale.has(query.queryKey[0]) || query.queryKey[0] === 'workspace',
  });
}

export interface Job<N extends ProcedureName> {
  start: (input: InputOf<N>) => Promise<OutputOf<N>>;
  cancel: () => void;
  progress: Progress | null;
  running: boolean;
  error: AppError | null;
  reset: () => void;
}

/** Long work: progress, cancel, and its answer as a promise. Session procedures that take time are called the same way. */
export function useJob<N extends JobName | SessionName>(name: N): Job<N> {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const current = useRef<string | null>(null);
  const start = useCallback(
    async (input: InputOf<N>): Promise<OutputOf<N>> => {
      const jobId = crypto.randomUUID();
      current.current = jobId;
      setRunning(true);
      setError(null);
      setProgress(null);
      const stop = window.maillage.onEvent((event) => {
        if (event.type === 'progress' && event.jobId === jobId) setProgress(event.progress);
      });
      try {
        return await call(name, input, jobId);
      } catch (cause) {
        const failure = cause instanceof AppError ? cause : new AppError('internal', {}, { cause });
        if (failure.code !== 'cancelled') setError(failure);
        throw failure;
      } finally {
        stop();
        setRunning(false);
        current.current = null;
      }
    },
    [name],
  );
  const cancel = useCallback(() => {
    if (current.current !== null) void call('jobs.cancel', { jobId: current.current });
  }, []);
  const reset = useCallback(() => {
    setError(null);
    setProgress(null);
  }, []);
  return { start, cancel, progress, running, error, reset };
}

export { useQueryClient };
