/** What waits for someone, counted in one read for the home screen; each feature takes its own part of it. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '#shared/contract.ts';
import type { AppError } from '#shared/base/result.ts';
import { useRead } from '../lib/api.ts';
import { useScope } from '../lib/scope.tsx';

export function useWaiting(): UseQueryResult<OutputOf<'workspace.waiting'>, AppError> {
  const { scope, active } = useScope();
  return useRead('workspace.waiting', active ? { scope } : {}, { keep: true });
}
