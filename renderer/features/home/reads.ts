/** What the home screen reads. All of it is asked for at once when the screen opens; each part shows its own as it comes. */
import { useMemo } from 'react';
import type { OutputOf, ReadName } from '#shared/contract.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import type { AppError } from '#shared/base/result.ts';
import { firstScreen } from '#shared/workspace/first-screen.ts';
import { useWaiting } from '../../blocks/waiting.ts';
import { useRead } from '../../lib/api.ts';
import { useScope } from '../../lib/scope.tsx';
import { today } from '../../lib/today.ts';

type Reading<N extends ReadName> = UseQueryResult<OutputOf<N>, AppError>;

/** The inputs of every part, within the scope. */
function useInputs(): ReturnType<typeof firstScreen> {
  const { scope } = useScope();
  const day = today();
  return useMemo(() => firstScreen(scope, day), [scope, day]);
}

export function useOverview(): Reading<'workspace.overview'> {
  return useRead('workspace.overview', useInputs().overview.input, { keep: true });
}

export function useUncovered(): Reading<'sites.list'> {
  return useRead('sites.list', useInputs().uncovered.input, { keep: true });
}

export function useRecent(): Reading<'initiatives.list'> {
  return useRead('initiatives.list', useInputs().recent.input, { keep: true });
}

export function useMapDrawing(): Reading<'workspace.map'> {
  return useRead('workspace.map', useInputs().map.input, { keep: true });
}

/** Asks for what the parts below will show, the longest last. */
export function useHomeReads(): void {
  useWaiting();
  useRead('awards.list', {});
  useUncovered();
  useRecent();
  useMapDrawing();
}
