/** The open file: creating, opening, closing and looking after it, and what stands in its way. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import i18next from 'i18next';
import { useNavigate } from 'react-router';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { call, useJob, type Job } from './api.ts';
import { forgetDrafts } from './drafts.ts';
import { showActionToast, showError, showToast } from './toasts.ts';

/** A file that could not be opened, and why: it gets a screen of its own with the ways out. */
export interface Blocked {
  path: string;
  error: AppError;
}

export interface WorkspaceState {
  workspace: WorkspaceInfo | null;
  blocked: Blocked | null;
  /** True while a file is being opened or made. */
  busy: boolean;
  /** True while the file asked for at start is being opened: the welcome would only flash. */
  starting: boolean;
  building: Job<'workspace.create'>;
  create: () => Promise<void>;
  open: () => Promise<void>;
  openPath: (path: string) => Promise<void>;
  openDemo: () => Promise<void>;
  close: () => Promise<void>;
  restore: (path: string, backupPath: string) => Promise<void>;
  dismiss: () => void;
  backup: () => Promise<void>;
  check: () => Promise<void>;
}

const WorkspaceContext = createContext<WorkspaceState | null>(null);

const nameOf = (path: string): string => path.replace(/^.*[\\/]/, '').replace(/\.maillage$/i, '');

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
  const navigate = useNavigate();
  const building = useJob('workspace.create');
  const startBuilding = building.start;

  /** Another file: nothing that was read before may be seen again. */
  const show = useCallback(
    (next: WorkspaceInfo | null) => {
      client.clear();
      forgetDrafts();
      setBlocked(null);
      setWorkspace(next);
      void navigate('/');
    },
    [client, navigate],
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

  const openPath = useCallback((path: string) => attempt(path, () => call('workspace.open', { path })), [attempt]);
  const open = useCallback(async () => {
    const { paths } = await call('shell.chooseOpen', { purpose: 'workspace' });
    if (paths[0] !== undefined) await openPath(paths[0]);
  }, [openPath]);
  const create = useCallback(async () => {
    const { path } = await call('shell.chooseSave', {
      purpose: 'workspace',
      name: i18next.t('shell:newWorkspaceName'),
    });
    // The system's dialog has already asked before replacing a file of that name.
    if (path !== null)
      await attempt('', async () => {
        const { lang } = await call('shell.preferences', {});
        return call('workspace.create', { path, name: nameOf(path), lang, overwrite: true });
      });
  }, [attempt]);
  const buildDemo = useCallback(
    async (fresh: boolean): Promise<WorkspaceInfo> => {
      const { path } = await call('shell.demoPath', { fresh });
      const { lang } = await call('shell.preferences', {});
      await call('workspace.close', {});
      const built = await startBuilding({ path, name: i18next.t('shell:demoName'), lang, demo: 'small' });
      if (fresh) showToast(i18next.t('shell:demoRebuilt'));
      return built;
    },
    [startBuilding],
  );
  const openDemo = useCallback(() => {
    const offer = (text: string): void =>
      showActionToast('demo', text, i18next.t('shell:demoAnew'), () => void attempt('', () => buildDemo(true)));
    return attempt('', async () => {
      const { path, exists } = await call('shell.demoPath', {});
      if (!exists) return buildDemo(false);
      // What the person changed in it is theirs: it is opened again as it was left, and a new one stands beside it.
      try {
        const opened = await call('workspace.open', { path });
        offer(i18next.t('shell:demoReopened'));
        return opened;
      } catch (cause) {
        offer(i18next.t('shell:demoUnopened'));
        throw cause;
      }
    });
  }, [attempt, buildDemo]);
  const close = useCallback(
    () =>
      attempt('', async () => {
        await call('workspace.close', {});
        return null;
      }),
    [attempt],
  );
  const restore = useCallback(
    (path: string, backupPath: string) => attempt(path, () => call('workspace.restore', { path, backupPath })),
    [attempt],
  );
  const backup = useCallback(async () => {
    try {
      const made = await call('workspace.backup', {});
      showToast(i18next.t('shell:backupDone', { name: nameOf(made.path) }));
    } catch (error) {
      showError(error);
    }
  }, []);
  const check = useCallback(async () => {
    try {
      const report = await call('workspace.check', {});
      if (report.ok) showToast(i18next.t('shell:checkOk'));
      else showError(new AppError('workspace_damaged', { path: '' }));
    } catch (error) {
      showError(error);
    }
  }, []);
  const dismiss = useCallback(() => setBlocked(null), []);

  useEffect(
    () =>
      window.maillage.onEvent((event) => {
        if (event.type === 'openRequest') void openPath(event.path);
        if (event.type === 'workspace' && (event.workspace === null || !attempting.current))
          setWorkspace(event.workspace);
      }),
    [openPath],
  );

  // `openPath` is new after every navigation: the file asked for at start is opened once, not at each screen.
  const asked = useRef(false);
  useEffect(() => {
    if (requested === null || asked.current) return;
    asked.current = true;
    void openPath(requested).finally(() => setStarting(false));
  }, [openPath, requested]);

  useEffect(() => {
    const title = workspace === null ? 'Maillage' : `${nameOf(workspace.path)} – Maillage`;
    void call('shell.setTitle', { title, path: workspace?.path ?? null });
    document.title = title;
  }, [workspace]);

  const value = useMemo(
    () => ({
      workspace,
      blocked,
      busy,
      starting,
      building,
      create,
      open,
      openPath,
      openDemo,
      close,
      restore,
      dismiss,
      backup,
      check,
    }),
    [
      workspace,
      blocked,
      busy,
      starting,
      building,
      create,
      open,
      openPath,
      openDemo,
      close,
      restore,
      dismiss,
      backup,
      check,
    ],
  );
  return <WorkspaceContext value={value}>{children}</WorkspaceContext>;
}

export function useWorkspace(): WorkspaceState {
  const state = use(WorkspaceContext);
  if (state === null) throw new Error('The workspace is used outside its provider.');
  return state;
}
