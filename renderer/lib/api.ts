/** How the page reads: every procedure of the contract, typed and cached; long work with its progress. Writing is in `write.ts`. */
import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type {
  InputOf,
  JobName,
  OutputOf,
  ProcedureName,
  ReadName,
  SessionName,
  ShellName,
  StaticReadName,
} from '#shared/contract.ts';
import type { Progress } from '#shared/base/define.ts';
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

/** As the contract says, whose own table would bring every schema into the page; one missing or too many does not compile. */
const staticReads: Record<StaticReadName, true> = { 'network.shapes': true, 'calendar.sources': true };

/** Whether no change of the data changes what this read answers. */
export function isStatic(name: string): boolean {
  return Object.hasOwn(staticReads, name);
}

/** The cache key of a read; also what the cache asks by itself (freshness.ts). */
export function keyOf<N extends ReadName | SessionName | ShellName>(name: N, input: InputOf<N>): [N, InputOf<N>] {
  return [name, input];
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
    enabled: options.enabled ?? true,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
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
