/** The open file: what is open or being opened, what stands in its way, and the work of opening it, apart from what screens see. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { call, useJob, type Job } from '../lib/api.ts';
import { forgetDrafts } from '../lib/drafts.ts';
import { usePreferences } from '../lib/preferences.tsx';
import { showActionToast, showError, showToast } from '../lib/toasts.ts';
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
  /** Another number for another file: its screens begin anew. A copy in which work goes on is none. */
  shown: number;
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
  const { t } = useTranslation('shell');
  const [workspace, setWorkspace] = useState(initial);
  const [blocked, setBlocked] = useState<Blocked | null>(null);
  const [busy, setBusy] = useState(false);
  const [starting, setStarting] = useState(requested !== null);
  const [shown, setShown] = useState(0);
  const { preferences, set: setPreferences } = usePreferences();
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
      setShown((count) => count + 1);
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
  // What is kept for the file at its old place, and cannot be asked for without drawing everything anew.
  const latest = useRef({ workspace, scopes: preferences.scopes });
  useEffect(() => {
    latest.current = { workspace, scopes: preferences.scopes };
  }, [workspace, preferences.scopes]);

  /** The same workspace at another place: whatever is shown, typed and chosen stays. */
  const goOnIn = useCallback(
    async (outPath: string): Promise<void> => {
      setBusy(true);
      attempting.current = true;
      try {
        const next = await call('workspace.saveAs', { outPath });
        const { workspace: before, scopes } = latest.current;
        if (before !== null) setPreferences({ scopes: { ...scopes, [next.path]: scopes[before.path] ?? {} } });
        setWorkspace(next);
        showToast(t('copySaved', { name: fileNameOf(next.path) }));
      } catch (error) {
        showError(error);
        setWorkspace(await call('workspace.current', {}).catch(() => null));
      } finally {
        attempting.current = false;
        setBusy(false);
      }
    },
    [setPreferences, t],
  );
  const dismiss = useCallback(() => setBlocked(null), []);
  const actions = useFileActionsOver(attempt, goOnIn, dismiss, building.start);
  const { openPath } = actions;

  useEffect(
    () =>
      window.maillage.onEvent((event) => {
        if (event.type === 'openRequest') void openPath(event.path);
        if (event.type === 'file')
          setWorkspace((current) => (current === null ? null : { ...current, loss: event.loss }));
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

  // A log that a crash left beside another file: said once, with where it lies.
  const logAside = workspace?.logAside ?? null;
  useEffect(() => {
    if (logAside !== null)
      showActionToast('log-aside', t('logAside'), t('showInFolder'), () => {
        call('shell.showInFolder', { path: logAside }).catch(showError);
      });
  }, [logAside, t]);

  const opening = useMemo(
    () => ({ blocked, busy, starting, building, shown }),
    [blocked, busy, starting, building, shown],
  );
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
