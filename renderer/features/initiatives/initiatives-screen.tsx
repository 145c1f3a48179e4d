/** All local initiatives: what, where, when, by whom. */
import { IconSeedling } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract.ts';
import type { InitiativeRow } from '#shared/initiatives/contract.ts';
import { CoverThumb } from '../../blocks/cover-thumb.tsx';
import { FilterNote } from '../../blocks/record-list/filter-note.tsx';
import { PersonNames, SiteNames } from '../../blocks/record-list/record-names.tsx';
import { FilterSelect } from '../../blocks/record-list/filter-select.tsx';
import { RecordList } from '../../blocks/record-list/record-list.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Sdg } from '../../components/sdg.tsx';
import { Marked } from '../../components/step-mark.tsx';
import { useRead } from '../../lib/api.ts';
import { useChoices, useTerm } from '../../lib/choices.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { statusMarks } from '../../components/marks.ts';
import { useReadOnly } from '../../lib/workspace.ts';
import { InitiativePanel } from './initiative-panel.tsx';
import classes from './initiatives.module.css';

type Input = InputOf<'initiatives.list'>;
type Filter = NonNullable<Input['filter']>;

function useColumns(): Column<InitiativeRow>[] {
  const { i18n } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  return useMemo(
    () => [
      {
        id: 'title',
        label: fieldName('title'),
        width: 250,
        sort: 'title',
        cell: (row) => (
          <span className={classes['titled']}>
            <CoverThumb id={row.coverId} />
            <span className={classes['title']}>{row.title}</span>
          </span>
        ),
      },
      {
        id: 'status',
        label: fieldName('status'),
        width: 116,
        sort: 'status',
        cell: (row) => <Marked mark={statusMarks[row.status]}>{term('initiativeStatus', row.status)}</Marked>,
      },
      { id: 'site', label: fieldName('site'), width: 160, sort: 'site', cell: (row) => row.siteName ?? '' },
      { id: 'theme', label: fieldName('theme'), width: 124, sort: 'theme', cell: (row) => row.theme ?? '' },
      {
        id: 'startDate',
        label: fieldName('startDate'),
        width: 104,
        sort: 'startDate',
        cell: (row) => format.date(row.startDate),
      },
      {
        id: 'endDate',
        label: fieldName('endDate'),
        width: 110,
        sort: 'endDate',
        optional: true,
        cell: (row) => format.date(row.endDate),
      },
      { id: 'lead', label: fieldName('lead'), width: 132, cell: (row) => row.leadName ?? '' },
      {
        id: 'measurements',
        label: fieldName('measurements'),
        width: 92,
        align: 'right',
        cell: (row) => format.number(row.measurements),
      },
      {
        id: 'replications',
        label: fieldName('replications'),
        width: 120,
        align: 'right',
        optional: true,
        cell: (row) => format.number(row.replications),
      },
      {
        id: 'territory',
        label: fieldName('territory'),
        width: 150,
        optional: true,
        cell: (row) => row.territoryName ?? '',
      },
      {
        id: 'sdgs',
        label: fieldName('sdgs'),
        width: 100,
        optional: true,
        cell: (row) => row.sdgs.map((goal) => <Sdg key={goal} goal={goal} />),
      },
      { id: 'code', label: fieldName('code'), width: 110, optional: true, cell: (row) => row.code ?? '' },
      {
        id: 'updatedAt',
        label: fieldName('updatedAt'),
        width: 160,
        sort: 'updatedAt',
        optional: true,
        cell: (row) => format.dateTime(row.updatedAt),
      },
    ],
    // The words come with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [format, i18n.language],
  );
}

export function InitiativesScreen(): ReactNode {
  const { t } = useTranslation('initiatives');
  const { t: terms } = useTranslation('terms');
  const format = useFormat();
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
      endsBefore: state.filter('endsBefore')[0] ?? null,
      measured: state.filter('measured')[0] === 'no' ? 'no' : state.filter('measured')[0] === 'yes' ? 'yes' : 'any',
    },
  };
  const readOnly = useReadOnly();
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
          <FilterSelect
            state={state}
            name="theme"
            label={fieldName('theme')}
            options={themeNames.map((theme) => ({ value: theme, label: theme }))}
          />
          <FilterSelect
            state={state}
            name="territory"
            label={fieldName('territory')}
            options={(territories.data?.rows ?? []).map((row) => ({ value: row.id, label: row.path }))}
          />
          <FilterSelect
            state={state}
            name="sdg"
            label={fieldName('sdgs')}
            options={Array.from({ length: 17 }, (_, index) => ({
              value: String(index + 1),
              label: `${index + 1} ${terms(`sdg.${index + 1}` as 'sdg.1')}`,
            }))}
          />
          <FilterSelect
            state={state}
            name="measured"
            label={fieldName('measurements')}
            options={[
              { value: 'no', label: t('measured.no') },
              { value: 'yes', label: t('measured.yes') },
            ]}
          />
          <FilterNote state={state} names={['site']}>
            <SiteNames ids={state.filter('site')} />
          </FilterNote>
          <FilterNote state={state} names={['lead']}>
            <PersonNames ids={state.filter('lead')} />
          </FilterNote>
          <FilterNote state={state} names={['endsBefore']}>
            {t('endsBefore', { date: format.date(state.filter('endsBefore')[0]) })}
          </FilterNote>
        </>
      }
      empty={{
        icon: IconSeedling,
        title: t('empty'),
        text: t('emptyText'),
        importTo: '/imports?kind=initiatives',
        importLabel: t('import'),
      }}
      newLabel={t('new')}
      readOnly={readOnly}
      panel={
        state.record === null ? null : (
          <InitiativePanel
            key={state.record}
            id={state.record}
            readOnly={readOnly}
            themes={themeNames}
            onClose={() => state.set({ record: null })}
            onCreated={(id) => state.set({ record: id })}
          />
        )
      }
      panelLabel={t('panel')}
    />
  );
}
