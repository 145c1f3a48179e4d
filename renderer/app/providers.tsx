/** Everything a screen may take for granted: theme, words, cached reads, toasts, addresses. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { HashRouter } from 'react-router';
import type { InputOf, ReadName } from '#shared/contract.ts';
import type { Preferences } from '#shared/shell/contract.ts';
import { call, isStatic } from '../lib/api.ts';
import { CatalogueContext, type Catalogue } from '../lib/features.ts';
import { createFreshness, type Freshness } from '../lib/freshness.ts';
import { PreferencesProvider } from '../lib/preferences.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { theme, variables } from './theme.ts';

const startFreshness = (): Freshness =>
  createFreshness({
    call: (name, input) => call(name as ReadName, input as InputOf<ReadName>),
    isStatic,
    isVisible: () => document.visibilityState === 'visible',
  });

function DataEvents({ freshness }: { freshness: Freshness }): null {
  useEffect(() => {
    document.addEventListener('visibilitychange', freshness.seen);
    const stop = window.maillage.onEvent((event) => {
      if (event.type === 'changed') freshness.changed();
      if (event.type === 'service' && event.state === 'restarted') freshness.restarted();
    });
    return () => {
      stop();
      document.removeEventListener('visibilitychange', freshness.seen);
    };
  }, [freshness]);
  return null;
}

interface Props {
  preferences: Preferences;
  catalogue: Catalogue;
  children: ReactNode;
}

export function Providers({ preferences, catalogue, children }: Props): ReactNode {
  const [freshness] = useState(startFreshness);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme={preferences.theme === 'system' ? 'auto' : preferences.theme}
    >
      <QueryClientProvider client={freshness.client}>
        <DataEvents freshness={freshness} />
        <HashRouter>
          <PreferencesProvider initial={preferences}>
            <CatalogueContext value={catalogue}>
              {/* Their words can be selected: a drag does not push them away. */}
              <Notifications position="bottom-center" limit={3} allowDragDismiss={false} allowScrollDismiss={false} />
              <ErrorBoundary>{children}</ErrorBoundary>
            </CatalogueContext>
          </PreferencesProvider>
        </HashRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
