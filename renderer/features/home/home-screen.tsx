/** What the network amounts to today, what to do next, and what happened lately. */
import { Button, Stack } from '@mantine/core';
import { IconFileImport, IconFocus2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingPage } from '../../components/loading.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRead } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useScope } from '../../lib/scope.tsx';
import { useReadOnly } from '../../lib/workspace.ts';
import { Figures } from './figures.tsx';
import classes from './home.module.css';
import { NetworkMap } from './network-map.tsx';
import { Beginnings, NextSteps, useBeginnings } from './next-steps.tsx';
import { useHomeReads, useOverview } from './reads.ts';
import { RecentInitiatives } from './recent-initiatives.tsx';
import { UncoveredSites } from './uncovered-sites.tsx';

export function HomeScreen(): ReactNode {
  const { t } = useTranslation('home');
  const { t: scopeWords } = useTranslation('scope');
  const format = useFormat();
  const readOnly = useReadOnly();
  const { clear } = useScope();
  const organisation = useRead('organisation.get', {});
  const scoped = useOverview();
  const whole = useRead('workspace.overview', {}, { keep: true });
  useHomeReads();
  const beginnings = useBeginnings(whole.data);
  const failed = organisation.error ?? scoped.error ?? whole.error;
  if (failed !== null)
    return (
      <ErrorState
        error={failed}
        onRetry={() => void Promise.all([organisation.refetch(), scoped.refetch(), whole.refetch()])}
      />
    );
  if (scoped.data === undefined || whole.data === undefined || organisation.data === undefined) return <LoadingPage />;
  const overview = scoped.data;
  const empty = whole.data.sites === 0 && whole.data.people === 0 && whole.data.initiatives === 0;
  const hidden = whole.data.sites + whole.data.people + whole.data.initiatives;
  const nothingHere = !empty && overview.sites === 0 && overview.people === 0 && overview.initiatives === 0;
  return (
    <Screen
      title={organisation.data.name}
      actions={
        readOnly || empty ? undefined : (
          <Button
            component={Link}
            to="/imports"
            variant="default"
            leftSection={<IconFileImport size={16} stroke={1.6} />}
          >
            {t('import')}
          </Button>
        )
      }
    >
      {nothingHere ? (
        <EmptyState
          icon={IconFocus2}
          title={scopeWords('nothing')}
          text={scopeWords('hides', { count: hidden, number: format.number(hidden) })}
          actions={
            <Button variant="default" onClick={clear}>
              {scopeWords('clear')}
            </Button>
          }
        />
      ) : (
        <Stack gap={32} maw={1440} mx="auto">
          {!empty && <Figures overview={overview} />}
          {beginnings.some(({ missing }) => missing) && <Beginnings beginnings={beginnings} readOnly={readOnly} />}
          {!empty && (
            <>
              <div className={classes['columns']}>
                <NetworkMap overview={overview} />
                <div className={classes['side']}>
                  <NextSteps overview={overview} />
                  <UncoveredSites open={overview.coverage.sitesOpen} />
                </div>
              </div>
              <RecentInitiatives />
            </>
          )}
        </Stack>
      )}
    </Screen>
  );
}
