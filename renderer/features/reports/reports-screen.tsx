/** Reports: which one, what it holds, a look at it as it will be, and its export. */
import type { ReportName } from '#shared/kinds.ts';
import { Button, Tabs, Text, UnstyledButton } from '@mantine/core';
import { IconDownload, IconTable } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OutputOf } from '#shared/contract.ts';
import { ExportDialog, type ExportSource } from '../../blocks/export-dialog/export-dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRead } from '../../lib/api.ts';
import { useCatalogue } from '../../lib/features.ts';
import { useFormat } from '../../lib/format.ts';
import { useListState, type ListState } from '../../lib/list-state.ts';
import { useScope } from '../../lib/scope.tsx';
import { Dictionary } from './dictionary.tsx';
import { filterNames, ReportFilters } from './report-filters.tsx';
import { pageSize, Preview } from './preview.tsx';
import classes from './reports.module.css';

type ReportRow = OutputOf<'reports.list'>['rows'][number];
type Filter = NonNullable<InputOf<'reports.preview'>['filter']>;

/** The report's own filters from the address, and the scope for the parts it obeys. */
function useFilter(report: ReportRow | undefined, state: ListState): Filter {
  const { scope } = useScope();
  const obeys = new Set(report?.filters ?? []);
  return {
    ...(obeys.has('territories') ? { territories: scope.territoryIds } : {}),
    ...(obeys.has('siteKinds') ? { siteKinds: scope.siteKinds } : {}),
    ...(obeys.has('period') ? { from: scope.from, to: scope.to } : {}),
    ...Object.fromEntries(
      filterNames
        .filter((name) => obeys.has(name) && state.filter(name).length > 0)
        .map((name) => [name, name === 'edition' ? state.filter(name)[0] : state.filter(name)]),
    ),
  };
}

export function ReportsScreen(): ReactNode {
  const { t, i18n } = useTranslation('reports');
  const state = useListState('');
  const list = useRead('reports.list', { lang: i18n.language === 'en' ? 'en' : 'fr' }, { keep: true });
  const reports = list.data?.rows ?? [];
  const report = reports.find((one) => one.id === state.filter('report')[0]) ?? reports[0];
  const filter = useFilter(report, state);
  const scoped = report === undefined || report.filters.includes('territories');
  return list.error !== null ? (
    <Screen title={t('title')}>
      <ErrorState error={list.error} onRetry={() => void list.refetch()} />
    </Screen>
  ) : report === undefined ? (
    <Screen title={t('title')}>
      <LoadingRows />
    </Screen>
  ) : (
    <Shown key={report.id} reports={reports} report={report} filter={filter} scoped={scoped} state={state} />
  );
}

interface ShownProps {
  reports: ReportRow[];
  report: ReportRow;
  filter: Filter;
  scoped: boolean;
  state: ListState;
}

function Shown({ reports, report, filter, scoped, state }: ShownProps): ReactNode {
  const { t, i18n } = useTranslation('reports');
  const format = useFormat();
  const { reports: entries } = useCatalogue();
  const [page, setPage] = useState({ filter: '', at: 0 });
  const [tab, setTab] = useState<string | null>('preview');
  const [exporting, setExporting] = useState(false);
  const filterKey = JSON.stringify(filter);
  // Another filter begins again at its first page.
  const at = page.filter === filterKey ? page.at : 0;
  const lang = i18n.language === 'en' ? ('en' as const) : ('fr' as const);
  const preview = useRead(
    'reports.preview',
    { report: report.id, filter, lang, offset: at * pageSize, limit: pageSize },
    { keep: true },
  );
  const total = preview.data?.total;
  const scopeLine = preview.data?.scope.join(' · ') ?? '';
  const sources: ExportSource[] = [
    {
      label: t('data'),
      name: report.title,
      note:
        total === undefined ? '' : t('exportNote', { count: total, number: format.number(total), scope: scopeLine }),
      job: 'reports.export',
      input: { report: report.id, filter },
    },
    {
      label: t('dictionary'),
      name: t('dictionaryOf', { report: report.title }),
      note: t('dictionaryNote'),
      job: 'reports.exportDictionary',
      input: { report: report.id, filter },
    },
  ];
  const pick = (id: ReportName): void =>
    state.set({ ...Object.fromEntries(filterNames.map((name) => [name, null])), report: id });
  return (
    <Screen
      title={t('title')}
      layout="fill"
      scoped={scoped}
      actions={
        <Button
          leftSection={<IconDownload size={16} stroke={1.8} />}
          disabled={preview.data === undefined}
          onClick={() => setExporting(true)}
        >
          {t('export')}
        </Button>
      }
    >
      <div className={classes['layout']}>
        <nav className={classes['rail']} aria-label={t('choose')}>
          {reports.map((one) => {
            const Picture = entries[one.id]?.icon ?? IconTable;
            return (
              <UnstyledButton
                key={one.id}
                className={classes['choice']}
                aria-current={one.id === report.id ? 'true' : undefined}
                onClick={() => pick(one.id)}
              >
                <Picture size={18} stroke={1.6} aria-hidden className={classes['icon']} />
                <span>
                  <span className={classes['name']}>{one.title}</span>
                  <span className={classes['audience']}>{one.audience}</span>
                </span>
              </UnstyledButton>
            );
          })}
        </nav>
        <section className={classes['main']} aria-label={report.title}>
          <header className={classes['head']}>
            <Text className={classes['what']}>{report.text}</Text>
            <Text size="sm" c="dimmed" className="figures" aria-live="polite">
              {total === undefined ? t('counting') : t('rows', { count: total, number: format.number(total) })}
              {scopeLine !== '' && ` · ${scopeLine}`}
            </Text>
          </header>
          <Tabs value={tab} onChange={setTab} keepMounted={false} className={classes['tabs']}>
            <div className={classes['bar']}>
              <Tabs.List className={classes['tabList']}>
                <Tabs.Tab value="preview">{t('preview')}</Tabs.Tab>
                <Tabs.Tab value="dictionary">{t('dictionary')}</Tabs.Tab>
              </Tabs.List>
              {tab === 'preview' && <ReportFilters filters={report.filters} state={state} />}
            </div>
            {preview.error !== null ? (
              <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
            ) : preview.data === undefined ? (
              <LoadingRows />
            ) : (
              <>
                <Tabs.Panel value="preview" className={classes['panel']}>
                  <Preview
                    scoped={scoped}
                    report={report.id}
                    data={preview.data}
                    page={at}
                    filtered={filterNames.some((name) => state.filter(name).length > 0)}
                    onPage={(next) => setPage({ filter: filterKey, at: next })}
                  />
                </Tabs.Panel>
                <Tabs.Panel value="dictionary" className={classes['panel']}>
                  <Dictionary columns={preview.data.columns} />
                </Tabs.Panel>
              </>
            )}
          </Tabs>
        </section>
      </div>
      <ExportDialog
        opened={exporting}
        onClose={() => setExporting(false)}
        title={t('exportTitle', { report: report.title })}
        sources={sources}
      />
    </Screen>
  );
}
