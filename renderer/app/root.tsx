/** Chooses what fills the window: the welcome, a file that cannot be opened, or the open workspace. */
import { useEffect, type ReactNode } from 'react';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { WelcomeScreen } from '../features/welcome/welcome-screen.tsx';
import { ActionsProvider } from './actions-provider.tsx';
import { BlockedScreen } from './blocked-screen.tsx';
import { Shell } from './shell.tsx';
import { ServiceBanner } from './service-banner.tsx';
import { useWorkspace, WorkspaceProvider } from '../lib/workspace.tsx';

function Content(): ReactNode {
  const state = useWorkspace();
  const { workspace, blocked, starting } = state;
  useEffect(() => {
    // The shell takes its picture, and the tests begin, when the page can be used.
    if (workspace === null && !starting) document.documentElement.dataset['appState'] = 'ready';
  }, [workspace, starting]);
  if (workspace !== null) return <Shell key={workspace.path} workspace={workspace} />;
  if (blocked !== null) return <BlockedScreen blocked={blocked} />;
  if (starting) return null;
  return (
    <WelcomeScreen
      busy={state.busy}
      building={state.building}
      onCreate={state.create}
      onOpen={state.open}
      onOpenPath={state.openPath}
      onDemo={state.openDemo}
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
