/** All contacts with the people of the network: how, when, with whom and by whom. */
import { IconMessages } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract.ts';
import type { TouchpointRow } from '#shared/touchpoints/contract.ts';
import { FilterNote } from '../../blocks/record-list/filter-note.tsx';
import { FilterSelect } from '../../blocks/record-list/filter-select.tsx';
import { RecordList } from '../../blocks/record-list/record-list.tsx';
import { PersonNames } from '../../blocks/record-list/record-names.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { useRead } from '../../lib/api.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { useReadOnly } from '../../lib/workspace.ts';
import { kindIcons, useTouchpointKinds } from './kinds.ts';
import { TouchpointPanel } from './touchpoint-panel.tsx';
import classes from './touchpoints.module.css';

type Input = InputOf<'touchpoints.list'>;
type Filter = NonNullable<Input['filter']>;

function useColumns(): Column<TouchpointRow>[] {
  const format = useFormat();
  const kinds = useTouchpointKinds();
  return useMemo(
    () => [
      { id: 'date', label: fieldName('date'), width: 112, sort: 'date', cell: (row) => format.date(row.date) },
      { id: 'person', label: fieldName('personId'), width: 200, sort: 'person', cell: (row) => row.personName },
      {
        id: 'kind',
        label: fieldName('kind'),
        width: 128,
        sort: 'kind',
        cell: (row) => {
          const Picture = kindIcons[row.kind];
          return (
            <span className={classes['kind']}>
              <Picture size={16} stroke={1.5} aria-hidden />
              {kinds.find(({ value }) => value === row.kind)?.label}
            </span>
          );
        },
      },
      { id: 'summary', label: fieldName('summary'), width: 380, cell: (row) => row.summary ?? '' },
      { id: 'author', label: fieldName('author'), width: 150, sort: 'author', cell: (row) => row.author ?? '' },
      { id: 'site', label: fieldName('site'), width: 170, sort: 'site', cell: (row) => row.siteName ?? '' },
      {
        id: 'territory',
        label: fieldName('territory'),
        width: 136,
        optional: true,
        cell: (row) => row.territoryName ?? '',
      },
    ],
    [format, kinds],
  );
}

export function TouchpointsScreen(): ReactNode {
  const { t } = useTranslation('touchpoints');
  const state = useListState('date', true);
  const columns = useColumns();
  const kinds = useTouchpointKinds();
  const authors = useRead('touchpoints.authors', {}, { keep: true });
  const readOnly = useReadOnly();
  const known = (authors.data?.rows ?? []).map(({ author }) => ({ value: author, label: author }));
  const input: Input = {
    search: state.search,
    sort: state.sort as NonNullable<Input['sort']>,
    descending: state.descending,
    filter: {
      kinds: state.filter('kind') as Filter['kinds'],
      authors: state.filter('author'),
      personIds: state.filter('person'),
    },
  };
  return (
    <RecordList
      name="touchpoints"
      title={t('title')}
      list="touchpoints.list"
      ids="touchpoints.ids"
      update="touchpoints.updateMany"
      remove="touchpoints.delete"
      input={input}
      columns={columns}
      nameOf={(row) => row.personName}
      bulkFields={[
        { name: 'kind', kind: 'choice', choices: kinds },
        { name: 'author', kind: 'suggest', suggestions: known.map(({ value }) => value) },
        { name: 'date', kind: 'date' },
      ]}
      state={state}
      filters={
        <>
          <FilterSelect state={state} name="kind" label={fieldName('kind')} options={kinds} />
          <FilterSelect state={state} name="author" label={fieldName('author')} options={known} />
          <FilterNote state={state} names={['person']}>
            <PersonNames field="person" ids={state.filter('person')} />
          </FilterNote>
        </>
      }
      empty={{
        icon: IconMessages,
        title: t('empty'),
        text: t('emptyText'),
        importTo: '/imports?kind=touchpoints',
        importLabel: t('import'),
      }}
      newLabel={t('new')}
      readOnly={readOnly}
      panel={
        state.record === null ? null : (
          <TouchpointPanel
            key={state.record}
            id={state.record}
            personId={state.filter('person')[0] ?? null}
            readOnly={readOnly}
            onClose={() => state.set({ record: null })}
            onCreated={(id) => state.set({ record: id })}
          />
        )
      }
      panelLabel={t('panel')}
    />
  );
}
