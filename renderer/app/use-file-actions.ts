/** What can be done with files, each by the one way in which a file is opened and its refusal shown. */
import i18next from 'i18next';
import { useMemo } from 'react';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { call, type Job } from '../lib/api.ts';
import { showActionToast, showError, showToast } from '../lib/toasts.ts';
import type { FileActions } from '../lib/workspace.ts';

/** Does the work, shows the file that comes of it, or says why none did; the path, if any, is the file that is blocked then. */
type Attempt = (path: string, work: () => Promise<WorkspaceInfo | null>) => Promise<void>;
/** Writes a copy to a path and goes on in it, or says why not. */
type GoOnIn = (outPath: string) => Promise<void>;
type StartBuilding = Job<'workspace.create'>['start'];

export const fileNameOf = (path: string): string => path.replace(/^.*[\\/]/, '').replace(/\.maillage$/i, '');

async function create(attempt: Attempt): Promise<void> {
  const { path } = await call('shell.chooseSave', { purpose: 'workspace', name: i18next.t('shell:newWorkspaceName') });
  if (path === null) return;
  // The system's dialog has already asked before replacing a file of that name.
  await attempt('', async () => {
    const { lang } = await call('shell.preferences', {});
    return call('workspace.create', { path, name: fileNameOf(path), lang, overwrite: true });
  });
}

async function buildDemo(fresh: boolean, start: StartBuilding): Promise<WorkspaceInfo> {
  const { path } = await call('shell.demoPath', { fresh });
  const { lang } = await call('shell.preferences', {});
  await call('workspace.close', {});
  const built = await start({ path, name: i18next.t('shell:demoName'), lang, demo: 'small' });
  if (fresh) showToast(i18next.t('shell:demoRebuilt'));
  return built;
}

function openDemo(attempt: Attempt, start: StartBuilding): Promise<void> {
  const offer = (text: string): void =>
    showActionToast('demo', text, i18next.t('shell:demoAnew'), () => void attempt('', () => buildDemo(true, start)));
  return attempt('', async () => {
    const { path, exists } = await call('shell.demoPath', {});
    if (!exists) return buildDemo(false, start);
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
}

async function saveCopy(goOnIn: GoOnIn): Promise<void> {
  const current = await call('workspace.current', {}).catch(() => null);
  const name = i18next.t('shell:copyName', { name: current === null ? '' : fileNameOf(current.path) });
  const { path } = await call('shell.chooseSave', { purpose: 'workspace', name });
  if (path !== null) await goOnIn(path);
}

async function backup(): Promise<void> {
  try {
    const made = await call('workspace.backup', {});
    showToast(i18next.t('shell:backupDone', { name: fileNameOf(made.path) }));
  } catch (error) {
    showError(error);
  }
}

async function check(): Promise<void> {
  try {
    const report = await call('workspace.check', {});
    if (report.ok) showToast(i18next.t('shell:checkOk'));
    else showError(new AppError('workspace_damaged', { path: '' }));
  } catch (error) {
    showError(error);
  }
}

/** The actions over one way of attempting; the same as long as what they stand on is. */
export function useFileActionsOver(
  attempt: Attempt,
  goOnIn: GoOnIn,
  dismiss: () => void,
  startBuilding: StartBuilding,
): FileActions {
  return useMemo(() => {
    const openPath = (path: string): Promise<void> => attempt(path, () => call('workspace.open', { path }));
    return {
      create: () => create(attempt),
      open: async () => {
        const { paths } = await call('shell.chooseOpen', { purpose: 'workspace' });
        if (paths[0] !== undefined) await openPath(paths[0]);
      },
      openPath,
      openDemo: () => openDemo(attempt, startBuilding),
      close: () =>
        attempt('', async () => {
          await call('workspace.close', {});
          return null;
        }),
      saveCopy: () => saveCopy(goOnIn),
      restore: (path, backupPath) => attempt(path, () => call('workspace.restore', { path, backupPath })),
      dismiss,
      backup,
      check,
    };
  }, [attempt, goOnIn, dismiss, startBuilding]);
}
