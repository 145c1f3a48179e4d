/** Everything a screen may take for granted: theme, words, cached reads, toasts, addresses. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { HashRouter } from 'react-router';
import type { InputOf, ReadName } from '#shared/contract.ts';
import type { Answered, Preferences } from '#shared/shell/contract.ts';
import { call, isStatic } from '../lib/api.ts';
import { CatalogueContext, type Catalogue } from '../lib/features.ts';
import { createFreshness, type Freshness } from '../lib/freshness.ts';
import { lazily, whenIdle } from '../lib/lazily.tsx';
import { PreferencesProvider } from '../lib/preferences.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { theme, variables } from './theme.ts';

/** `reads` were answered while the page was loading. */
function startFreshness(reads: readonly Answered[]): Freshness {
  const freshness = createFreshness({
    call: (name, input) => call(name as ReadName, input as InputOf<ReadName>),
    isStatic,
    isVisible: () => document.visibilityState === 'visible',
  });
  for (const { name, input, value } of reads) freshness.client.setQueryData([name, input], value);
  return freshness;
}

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

const ToastStack = lazily(async () => (await import('./toast-stack.tsx')).ToastStack);

function Toasts(): ReactNode {
  const [rested, setRested] = useState(false);
  useEffect(() => whenIdle(() => setRested(true)), []);
  return <Suspense>{rested && <ToastStack />}</Suspense>;
}

interface Props {
  preferences: Preferences;
  /** What was answered while the page was loading. */
  reads: readonly Answered[];
  catalogue: Catalogue;
  children: ReactNode;
}

export function Providers({ preferences, reads, catalogue, children }: Props): ReactNode {
  const [freshness] = useState(() => startFreshness(reads));
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
              <Toasts />
              <ErrorBoundary>{children}</ErrorBoundary>
            </CatalogueContext>
          </PreferencesProvider>
        </HashRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
