/** The open file: what is open or being opened, what stands in its way, and the work of opening it, apart from what screens see. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { call, useJob, type Job } from '../lib/api.ts';
import { forgetDrafts } from '../lib/drafts.ts';
import { showError } from '../lib/toasts.ts';
import { FileActionsContext, OpenFileContext, ReadOnlyContext } from '../lib/workspace.ts';
import { fileNameOf, useFileActionsOver } from './use-file-actions.ts';

/** A file that could not be opened, and why: it gets a screen of its own with the ways out. */
export interface Blocked {
  path: string;
  error: AppError;
}

/** What the window shows of opening; its progress is why no screen may hold it. */
export interface Opening {
  blocked: Blocked | null;
  /** True while a file is being opened or made. */
  busy: boolean;
  /** True while the file asked for at start is being opened: the welcome would only flash. */
  starting: boolean;
  building: Job<'workspace.create'>;
}

const OpeningContext = createContext<Opening | null>(null);

export function useOpening(): Opening {
  const opening = use(OpeningContext);
  if (opening === null) throw new Error('The opening is used outside its provider.');
  return opening;
}

export function WorkspaceProvider({
  initial,
  requested,
  children,
}: {
  initial: WorkspaceInfo | null;
  requested: string | null;
  children: ReactNode;
}): ReactNode {
  const [workspace, setWorkspace] = useState(initial);
  const [blocked, setBlocked] = useState<Blocked | null>(null);
  const [busy, setBusy] = useState(false);
  const [starting, setStarting] = useState(requested !== null);
  const client = useQueryClient();
  const building = useJob('workspace.create');

  // `navigate` is new after every navigation: held here, what goes home with it is made once.
  const navigate = useNavigate();
  const latestNavigate = useRef(navigate);
  useEffect(() => {
    latestNavigate.current = navigate;
  }, [navigate]);

  /** Another file: nothing that was read before may be seen again. */
  const show = useCallback(
    (next: WorkspaceInfo | null) => {
      client.clear();
      forgetDrafts();
      setBlocked(null);
      setWorkspace(next);
      void latestNavigate.current('/');
    },
    [client],
  );

  // What the shell tells of the file meanwhile is in the answer too, which forgets what was read of another file first.
  const attempting = useRef(false);
  const attempt = useCallback(
    async (path: string, work: () => Promise<WorkspaceInfo | null>): Promise<void> => {
      setBusy(true);
      attempting.current = true;
      try {
        show(await work());
      } catch (cause) {
        const error = cause instanceof AppError ? cause : new AppError('internal', {}, { cause });
        if (error.code === 'cancelled') return;
        // The file that was open may still be; the service knows.
        const current = await call('workspace.current', {}).catch(() => null);
        setWorkspace(current);
        if (current === null && path !== '') setBlocked({ path, error });
        else showError(error);
      } finally {
        attempting.current = false;
        setBusy(false);
      }
    },
    [show],
  );
  const dismiss = useCallback(() => setBlocked(null), []);
  const actions = useFileActionsOver(attempt, dismiss, building.start);
  const { openPath } = actions;

  useEffect(
    () =>
      window.maillage.onEvent((event) => {
        if (event.type === 'openRequest') void openPath(event.path);
        if (event.type === 'workspace' && (event.workspace === null || !attempting.current))
          setWorkspace(event.workspace);
      }),
    [openPath],
  );

  useEffect(() => {
    if (requested !== null) void openPath(requested).finally(() => setStarting(false));
  }, [openPath, requested]);

  useEffect(() => {
    const title = workspace === null ? 'Maillage' : `${fileNameOf(workspace.path)} – Maillage`;
    void call('shell.setTitle', { title, path: workspace?.path ?? null });
    document.title = title;
  }, [workspace]);

  const opening = useMemo(() => ({ blocked, busy, starting, building }), [blocked, busy, starting, building]);
  return (
    <FileActionsContext value={actions}>
      <OpenFileContext value={workspace}>
        <ReadOnlyContext value={workspace?.readOnly ?? true}>
          <OpeningContext value={opening}>{children}</OpeningContext>
        </ReadOnlyContext>
      </OpenFileContext>
    </FileActionsContext>
  );
}
