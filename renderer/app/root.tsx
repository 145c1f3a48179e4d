/** Chooses what fills the window: the welcome, a file that cannot be opened, or the open workspace. */
import { Suspense, useEffect, type ReactNode } from 'react';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { ActionsProvider } from './actions/actions-provider.tsx';
import { Shell } from './shell.tsx';
import { ServiceBanner } from './service-banner.tsx';
import { lazily } from '../lib/lazily.tsx';
import { useFileActions, useOpenFile } from '../lib/workspace.ts';
import { WelcomeScreen } from './welcome/welcome-screen.tsx';
import { useOpening, WorkspaceProvider } from './workspace-provider.tsx';

const FileLossNotice = lazily(async () => (await import('./file-loss.tsx')).FileLossNotice);
const BlockedScreen = lazily(async () => (await import('./blocked-screen.tsx')).BlockedScreen);

function Content(): ReactNode {
  const workspace = useOpenFile();
  const { blocked, starting, busy, building, shown } = useOpening();
  const { create, open, openPath, openDemo } = useFileActions();
  useEffect(() => {
    // The shell takes its picture, and the tests begin, when the page can be used.
    if (workspace === null && !starting) document.documentElement.dataset['appState'] = 'ready';
  }, [workspace, starting]);
  if (workspace !== null)
    return (
      <>
        {workspace.loss !== null && (
          <Suspense>
            <FileLossNotice key={workspace.loss.kind} workspace={workspace} loss={workspace.loss} />
          </Suspense>
        )}
        <Shell key={shown} workspace={workspace} busy={busy} />
      </>
    );
  if (blocked !== null)
    return (
      <Suspense>
        <BlockedScreen blocked={blocked} />
      </Suspense>
    );
  if (starting) return null;
  return (
    <WelcomeScreen
      busy={busy}
      building={building}
      onCreate={create}
      onOpen={open}
      onOpenPath={openPath}
      onDemo={openDemo}
    />
  );
}

export function Root({
  initialWorkspace,
  requested,
}: {
  initialWorkspace: WorkspaceInfo | null;
  requested: string | null;
}): ReactNode {
  return (
    <WorkspaceProvider initial={initialWorkspace} requested={requested}>
      <ActionsProvider>
        <ServiceBanner />
        <Content />
      </ActionsProvider>
    </WorkspaceProvider>
  );
}
