/** The network by place: the map, coverage, and where to recruit next. */
import { Badge, Button, Tabs } from '@mantine/core';
import { IconFilter, IconMap2 } from '@tabler/icons-react';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingPage } from '../../components/loading.tsx';
import { Screen } from '../../components/screen.tsx';
import { useFormat } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { useScope } from '../../lib/scope.tsx';
import { useReadOnly } from '../../lib/workspace.ts';
import { lazily } from '../../lib/lazily.tsx';
import { Filters } from './filters.tsx';
import { MapTab, unplacedLink } from './map-tab.tsx';
import classes from './network.module.css';
import { filterNames, filtersInAddress, useBaseShapes, useNetwork, useNetworkFilter } from './use-network.ts';

const CoverageTab = lazily(async () => (await import('./by-place/coverage-tab.tsx')).CoverageTab);

const RecruitTab = lazily(async () => (await import('./recruit/recruit-tab.tsx')).RecruitTab);

const views = ['map', 'coverage', 'recruit'] as const;

export function NetworkScreen(): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  const { active: isScoped, clear: leaveScope } = useScope();
  const { t: scopeWords } = useTranslation('scope');
  const { t: tableWords } = useTranslation('table');
  const state = useListState('name');
  const filter = useNetworkFilter(state);
  const { network, error, retry } = useNetwork(filter);
  // Asked for with the figures, not after them.
  useBaseShapes();
  const view = views.find((one) => one === state.filter('view')[0]) ?? 'map';
  const readOnly = useReadOnly();
  const chosen = filterNames.filter((name) => state.filter(name).length > 0).length;
  const isFiltered = chosen > 0;
  const [filtering, setFiltering] = useState(isFiltered);
  const content = (): ReactNode => {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />;
    if (network === null) return <LoadingPage />;
    if (network.total.sites === 0 && isFiltered)
      return (
        <EmptyState
          icon={IconMap2}
          title={tableWords('noMatch')}
          text={tableWords('noMatchText')}
          actions={
            <Button
              variant="default"
              onClick={() => state.set(Object.fromEntries(filterNames.map((name) => [name, null])))}
            >
              {tableWords('clear')}
            </Button>
          }
        />
      );
    if (network.total.sites === 0 && isScoped)
      return (
        <EmptyState
          icon={IconMap2}
          title={scopeWords('nothing')}
          actions={
            <Button variant="default" onClick={leaveScope}>
              {scopeWords('clear')}
            </Button>
          }
        />
      );
    if (network.total.sites === 0)
      return (
        <EmptyState
          icon={IconMap2}
          title={t('empty.title')}
          text={t('empty.text')}
          actions={
            readOnly ? undefined : (
              <>
                <Button component={Link} to="/imports?kind=sites">
                  {t('empty.import')}
                </Button>
                <Button component={Link} to="/sites?record=new" variant="default">
                  {t('empty.new')}
                </Button>
              </>
            )
          }
        />
      );
    return (
      <Tabs
        value={view}
        onChange={(next) => state.set({ view: next === 'map' ? null : next })}
        className={classes['tabs']}
        keepMounted={false}
      >
        <Tabs.List className={classes['tabList']}>
          {views.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`view.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {filtering && <Filters state={state} />}
        <Tabs.Panel value="map" className={classes['tabPanel']}>
          <MapTab state={state} network={network} filter={filter} readOnly={readOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="coverage" className={classes['tabPanel']}>
          <Suspense fallback={<LoadingPage />}>
            <CoverageTab
              network={network}
              filter={filter}
              narrowed={filtersInAddress(state)}
              onTerritory={(id) => state.set({ view: null, at: id })}
            />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="recruit" className={classes['tabPanel']}>
          <Suspense fallback={<LoadingPage />}>
            <RecruitTab
              network={network}
              filter={filter}
              onUnplaced={() => state.set({ view: null, show: null, at: unplacedLink })}
            />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    );
  };
  return (
    <Screen
      title={t('title')}
      layout="fill"
      detail={
        network === null
          ? undefined
          : t('sites', { count: network.total.sites, number: format.number(network.total.sites) })
      }
      actions={
        <Button
          variant="default"
          leftSection={<IconFilter size={16} stroke={1.6} />}
          aria-expanded={filtering}
          rightSection={
            chosen > 0 ? (
              <Badge size="sm" circle>
                {chosen}
              </Badge>
            ) : undefined
          }
          onClick={() => setFiltering(!filtering)}
        >
          {t('filter')}
        </Button>
      }
    >
      {content()}
    </Screen>
  );
}
