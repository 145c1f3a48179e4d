/** All local initiatives: what, where, when, by whom. */
import { Badge } from '@mantine/core';
import { IconSeedling } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract/index.ts';
import type { InitiativeRow } from '#shared/contract/initiatives.ts';
import { FilterSelect } from '../../blocks/record-list/filter-select.tsx';
import { RecordList } from '../../blocks/record-list/record-list.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { useRead } from '../../lib/api.ts';
import { useChoices, useTerm } from '../../lib/choices.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { useWorkspace } from '../../lib/workspace.tsx';
import { InitiativePanel } from './initiative-panel.tsx';

type Input = InputOf<'initiatives.list'>;
type Filter = NonNullable<Input['filter']>;

function useColumns(): Column<InitiativeRow>[] {
  const { i18n } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  return useMemo(
    () => [
      { id: 'title', label: fieldName('title'), width: 244, sort: 'title', cell: (row) => row.title },
      { id: 'status', label: fieldName('status'), width: 104, sort: 'status', cell: (row) => <Badge size="sm" variant={row.status === 'running' ? 'light' : 'default'}>{term('initiativeStatus', row.status)}</Badge> },
      { id: 'site', label: fieldName('site'), width: 168, sort: 'site', cell: (row) => row.siteName ?? '' },
      { id: 'theme', label: fieldName('theme'), width: 128, sort: 'theme', cell: (row) => row.theme ?? '' },
      { id: 'startDate', label: fieldName('startDate'), width: 116, sort: 'startDate', cell: (row) => format.date(row.startDate) },
      { id: 'endDate', label: fieldName('endDate'), width: 110, sort: 'endDate', optional: true, cell: (row) => format.date(row.endDate) },
      { id: 'lead', label: fieldName('lead'), width: 140, cell: (row) => row.leadName ?? '' },
      { id: 'measurements', label: fieldName('measurements'), width: 84, align: 'right', cell: (row) => format.number(row.measurements) },
      { id: 'replications', label: fieldName('replications'), width: 120, align: 'right', optional: true, cell: (row) => format.number(row.replications) },
      { id: 'territory', label: fieldName('territory'), width: 150, optional: true, cell: (row) => row.territoryName ?? '' },
      { id: 'sdgs', label: fieldName('sdgs'), width: 100, optional: true, cell: (row) => row.sdgs.join(', ') },
      { id: 'code', label: fieldName('code'), width: 110, optional: true, cell: (row) => row.code ?? '' },
      { id: 'updatedAt', label: fieldName('updatedAt'), width: 160, sort: 'updatedAt', optional: true, cell: (row) => format.dateTime(row.updatedAt) },
    ],
    // The words come with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [format, i18n.language],
  );
}

export function InitiativesScreen(): ReactNode {
  const { t } = useTranslation('initiatives');
  const { workspace } = useWorkspace();
  const state = useListState('startDate', true);
  const columns = useColumns();
  const statuses = useChoices('initiativeStatus');
  const themes = useRead('initiatives.themes', {});
  const territories = useRead('territories.list', {});
  const themeNames = (themes.data?.rows ?? []).map((row) => row.theme);
  const input: Input = {
    search: state.search,
    sort: state.sort as NonNullable<Input['sort']>,
    descending: state.descending,
    filter: {
      statuses: state.filter('status') as Filter['statuses'],
      themes: state.filter('theme'),
      sdgs: state.filter('sdg').map(Number),
      territoryIds: state.filter('territory'),
      siteIds: state.filter('site'),
      leadIds: state.filter('lead'),
    },
  };
  const readOnly = workspace?.readOnly ?? true;
  return (
    <RecordList
      name="initiatives"
      title={t('title')}
      list="initiatives.list"
      ids="initiatives.ids"
      update="initiatives.updateMany"
      remove="initiatives.delete"
      input={input}
      columns={columns}
      nameOf={(row) => row.title}
      bulkFields={[
        { name: 'status', kind: 'choice', choices: statuses },
        { name: 'theme', kind: 'suggest', suggestions: themeNames },
        { name: 'siteId', kind: 'site' },
        { name: 'leadId', kind: 'person' },
      ]}
      state={state}
      filters={
        <>
          <FilterSelect state={state} name="status" label={fieldName('status')} options={statuses} />
          <FilterSelect state={state} name="theme" label={fieldName('theme')} options={themeNames.map((theme) => ({ value: theme, label: theme }))} />
          <FilterSelect state={state} name="territory" label={fieldName('territory')} options={(territories.data?.rows ?? []).map((row) => ({ value: row.id, label: row.path }))} />
          <FilterSelect state={state} name="sdg" label={fieldName('sdgs')} options={Array.from({ length: 17 }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))} />
        </>
      }
      empty={{ icon: IconSeedling, title: t('empty'), text: t('emptyText'), importTo: '/imports?kind=initiatives', importLabel: t('import') }}
      newLabel={t('new')}
      readOnly={readOnly}
      panel={state.record === null ? null : <InitiativePanel key={state.record} id={state.record} readOnly={readOnly} themes={themeNames} onClose={() => state.set({ record: null })} onCreated={(id) => state.set({ record: id })} />}
      panelLabel={t('panel')}
    />
  );
}
