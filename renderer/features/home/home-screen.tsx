/** What the network amounts to today, what to do next, and what happened lately. */
import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Overview } from '#shared/contract/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingPage } from '../../components/loading.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRead } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useScope } from '../../lib/scope.tsx';
import classes from './home.module.css';
import { NextSteps } from './next-steps.tsx';
import { RecentInitiatives } from './recent-initiatives.tsx';
import { UncoveredSites } from './uncovered-sites.tsx';

export function HomeScreen(): ReactNode {
  const { t } = useTranslation('home');
  const organisation = useRead('organisation.get', {});
  const { scope, active } = useScope();
  const overview = useRead('workspace.overview', active ? { scope } : {}, { keep: true });
  const whole = useRead('workspace.overview', {}, { keep: true });
  const failed = organisation.error ?? overview.error;
  if (failed !== null) return <ErrorState error={failed} onRetry={() => void overview.refetch()} />;
  if (overview.data === undefined || whole.data === undefined || organisation.data === undefined) return <LoadingPage />;
  const empty = whole.data.sites === 0 && whole.data.people === 0 && whole.data.initiatives === 0;
  return (
    <Screen title={organisation.data.name} actions={<Button component={Link} to="/imports" variant={empty ? 'filled' : 'default'} leftSection={<IconFileImport size={16} stroke={1.6} />}>{t('import')}</Button>}>
      <Stack gap={40} maw={1280}>
        {!empty && <Figures overview={overview.data} />}
        <NextSteps overview={whole.data} />
        {!empty && (
          <div className={classes['columns']}>
            <RecentInitiatives />
            <UncoveredSites />
          </div>
        )}
      </Stack>
    </Screen>
  );
}

function Figures({ overview }: { overview: Overview }): ReactNode {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { coverage } = overview;
  const share = coverage.target === 0 ? null : coverage.active / coverage.target;
  return (
    <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="md">
      <Figure to="/sites" label={t('sites')} value={format.number(overview.sites)} detail={overview.sitesWithoutHeadcount > 0 ? t('headcountPartly', { count: overview.sitesWithoutHeadcount, headcount: format.number(overview.headcount) }) : t('headcount', { headcount: format.number(overview.headcount) })} />
      <Figure to="/people" label={t('people')} value={format.number(overview.people)} detail={t('activePeople', { count: overview.activePeople, number: format.number(overview.activePeople) })} />
      <Figure to="/sites" label={t('coverage')} value={format.percent(share)} detail={t('coverageDetail', { active: format.number(coverage.active), target: format.number(coverage.target) })} share={share} />
      <Figure to="/initiatives" label={t('initiatives')} value={format.number(overview.initiatives)} detail={t('coveredSites', { count: coverage.sitesCovered, number: format.number(coverage.sitesCovered), open: format.number(coverage.sitesOpen) })} />
    </SimpleGrid>
  );
}

function Figure({ to, label, value, detail, share = null }: { to: string; label: string; value: string; detail: string; share?: number | null }): ReactNode {
  return (
    <Link to={to} className={classes['figure']}>
      <Text size="sm" c="dimmed">{label}</Text>
      <span className={classes['value']}>{value}</span>
      {share !== null && <span className={classes['track']} aria-hidden="true"><span style={{ width: `${Math.min(100, share * 100)}%` }} /></span>}
      <Text size="sm" c="dimmed">{detail}</Text>
    </Link>
  );
}
