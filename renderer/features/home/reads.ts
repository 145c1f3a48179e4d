/** What the home screen reads. All of it is asked for at once when the screen opens; each part shows its own as it comes. */
import type { OutputOf, ReadName } from '#shared/contract.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import type { AppError } from '#shared/base/result.ts';
import { useWaiting } from '../../blocks/waiting.ts';
import { useRead } from '../../lib/api.ts';
import { useScope } from '../../lib/scope.tsx';

type Reading<N extends ReadName> = UseQueryResult<OutputOf<N>, AppError>;

/** Pixels of the drawing. */
export const mapSize = { width: 640, height: 460 } as const;

export function useOverview(): Reading<'workspace.overview'> {
  const { scope, active } = useScope();
  return useRead('workspace.overview', active ? { scope } : {}, { keep: true });
}

export function useUncovered(): Reading<'sites.list'> {
  const { scope, active } = useScope();
  return useRead(
    'sites.list',
    {
      limit: 5,
      sort: 'headcount',
      descending: true,
      filter: { statuses: ['open'], withoutPeople: true, ...(active ? { scope } : {}) },
    },
    { keep: true },
  );
}

export function useRecent(): Reading<'initiatives.list'> {
  const { scope, active } = useScope();
  return useRead(
    'initiatives.list',
    {
      limit: 8,
      sort: 'startDate',
      descending: true,
      filter: { statuses: ['running', 'done', 'shared'], ...(active ? { scope } : {}) },
    },
    { keep: true },
  );
}

export function useMapDrawing(): Reading<'workspace.map'> {
  const { scope, active } = useScope();
  return useRead('workspace.map', { ...mapSize, ...(active ? { scope } : {}) }, { keep: true });
}

/** Asks for what the parts below will show, the longest last. */
export function useHomeReads(): void {
  useWaiting();
  useRead('awards.list', {});
  useUncovered();
  useRecent();
  useMapDrawing();
}
