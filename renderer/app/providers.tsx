/** Everything a screen may take for granted: theme, words, cached reads, toasts, addresses. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { HashRouter } from 'react-router';
import type { Preferences } from '#shared/shell/contract.ts';
import { invalidate } from '../lib/api.ts';
import { PreferencesProvider } from '../lib/preferences.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { theme, variables } from './theme.ts';

function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The data is on this machine: it changes when the service says so, and a refusal does not pass by asking again.
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

function DataEvents({ client }: { client: QueryClient }): null {
  useEffect(
    () =>
      window.maillage.onEvent((event) => {
        if (event.type === 'changed') invalidate(client, event.features);
        if (event.type === 'service' && event.state === 'restarted') void client.invalidateQueries();
      }),
    [client],
  );
  return null;
}

export function Providers({ preferences, children }: { preferences: Preferences; children: ReactNode }): ReactNode {
  const [client] = useState(createClient);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme={preferences.theme === 'system' ? 'auto' : preferences.theme}
    >
      <QueryClientProvider client={client}>
        <DataEvents client={client} />
        <HashRouter>
          <PreferencesProvider initial={preferences}>
            <Notifications position="bottom-center" limit={3} />
            <ErrorBoundary>{children}</ErrorBoundary>
          </PreferencesProvider>
        </HashRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
