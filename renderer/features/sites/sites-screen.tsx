/** All sites: where they are, who is there, how many work there. */
import { IconBuilding } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract.ts';
import type { SiteRow } from '#shared/sites/contract.ts';
import { statusByDates } from '#shared/sites/standing.ts';
import { ChosenNote } from '../../blocks/record-list/chosen-note.tsx';
import { FilterSelect } from '../../blocks/record-list/filter-select.tsx';
import { TerritoryName } from '../../blocks/territory-name.tsx';
import { RecordList } from '../../blocks/record-list/record-list.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Marked } from '../../components/step-mark.tsx';
import { useRead } from '../../lib/api.ts';
import { useChoices, useTerm } from '../../lib/choices.ts';
import { useChosenSites } from '../../lib/chosen-sites.ts';
import { fieldName } from '../../lib/fields.ts';
import { today } from '../../lib/today.ts';
import { useFormat } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { siteMarks } from '../../components/marks.ts';
import { useReadOnly } from '../../lib/workspace.ts';
import { SitePanel } from './site-panel.tsx';

type Filter = NonNullable<InputOf<'sites.list'>['filter']>;

/** The status, or the date that goes before it: what closed is no longer open, whatever was noted. */
function Status({ row }: { row: SiteRow }): ReactNode {
  const { t } = useTranslation('sites');
  const format = useFormat();
  const term = useTerm();
  const dated = statusByDates(row, today());
  // A planned site is open once somebody says so, not by its date alone.
  if (dated === null || dated === 'open')
    return <Marked mark={siteMarks[row.status]}>{term('siteStatus', row.status)}</Marked>;
  const date = format.date(dated === 'closed' ? row.closedOn : row.openedOn);
  return (
    <span title={t('notedStatus', { status: term('siteStatus', row.status) })}>
      <Marked mark={siteMarks[dated]}>{t(`standing.${dated}`, { date })}</Marked>
    </span>
  );
}

function useColumns(): Column<SiteRow>[] {
  const { i18n } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  return useMemo(
    () => [
      { id: 'name', label: fieldName('name'), width: 200, sort: 'name', cell: (row) => row.name },
      { id: 'code', label: fieldName('code'), width: 100, sort: 'code', cell: (row) => row.code },
      { id: 'kind', label: fieldName('kind'), width: 110, sort: 'kind', cell: (row) => row.kind ?? '' },
      { id: 'city', label: fieldName('city'), width: 130, sort: 'city', cell: (row) => row.city ?? '' },
      {
        id: 'territory',
        label: fieldName('territory'),
        width: 140,
        sort: 'territory',
        cell: (row) => <TerritoryName id={row.territoryId} name={row.territoryName} />,
      },
      {
        id: 'headcount',
        label: fieldName('headcount'),
        width: 90,
        sort: 'headcount',
        align: 'right',
        cell: (row) => format.number(row.headcount),
      },
      {
        id: 'people',
        label: fieldName('people'),
        width: 152,
        sort: 'people',
        align: 'right',
        cell: (row) => format.number(row.people),
      },
      {
        id: 'initiatives',
        label: fieldName('initiatives'),
        width: 98,
        sort: 'initiatives',
        align: 'right',
        cell: (row) => format.number(row.initiatives),
      },
      {
        id: 'status',
        label: fieldName('status'),
        width: 110,
        sort: 'status',
        optional: true,
        cell: (row) => <Status row={row} />,
      },
      {
        id: 'postcode',
        label: fieldName('postcode'),
        width: 110,
        sort: 'postcode',
        optional: true,
        cell: (row) => row.postcode ?? '',
      },
      {
        id: 'country',
        label: fieldName('country'),
        width: 80,
        sort: 'country',
        optional: true,
        cell: (row) => row.country,
      },
      {
        id: 'accuracy',
        label: fieldName('accuracy'),
        width: 150,
        optional: true,
        cell: (row) => term('accuracy', row.accuracy),
      },
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

export function SitesScreen(): ReactNode {
  const { t } = useTranslation('sites');
  const state = useListState('name');
  const columns = useColumns();
  const chosen = useChosenSites(state);
  const statuses = useChoices('siteStatus');
  const stages = useChoices('stage');
  const profiles = useChoices('profile');
  const kinds = useRead('sites.kinds', {});
  const territories = useRead('territories.list', {});
  const located = state.filter('located')[0];
  const input: InputOf<'sites.list'> = {
    search: state.search,
    sort: state.sort as NonNullable<InputOf<'sites.list'>['sort']>,
    descending: state.descending,
    filter: {
      statuses: state.filter('status') as Filter['statuses'],
      kinds: state.filter('kind'),
      territoryIds: state.filter('territory'),
      ...(located === undefined ? {} : { located: located as 'yes' | 'no' | 'approximate' }),
      stages: state.filter('stage') as Filter['stages'],
      profiles: state.filter('profile') as Filter['profiles'],
      ids: chosen.ids,
      withoutPeople: state.filter('withoutPeople')[0] === 'true',
    } as Filter,
  };
  const readOnly = useReadOnly();
  const territoryOptions = (territories.data?.rows ?? []).map((row) => ({ value: row.id, label: row.path }));
  const kindNames = (kinds.data?.rows ?? []).map((row) => row.kind);
  return (
    <RecordList
      name="sites"
      title={t('title')}
      list="sites.list"
      ids="sites.ids"
      update="sites.updateMany"
      remove="sites.delete"
      input={input}
      columns={columns}
      nameOf={(row) => row.name}
      bulkFields={[
        { name: 'territoryId', kind: 'territory' },
        { name: 'kind', kind: 'suggest', suggestions: kindNames },
        { name: 'status', kind: 'choice', choices: statuses },
        { name: 'country', kind: 'text' },
      ]}
      state={state}
      filters={
        <>
          <FilterSelect state={state} name="territory" label={fieldName('territory')} options={territoryOptions} />
          <FilterSelect
            state={state}
            name="kind"
            label={fieldName('kind')}
            options={kindNames.map((kind) => ({ value: kind, label: kind }))}
          />
          <FilterSelect state={state} name="status" label={fieldName('status')} options={statuses} />
          <FilterSelect
            state={state}
            name="located"
            label={t('place')}
            options={[
              { value: 'no', label: t('located.no') },
              { value: 'approximate', label: t('located.approximate') },
              { value: 'yes', label: t('located.yes') },
            ]}
          />
          <FilterSelect
            state={state}
            name="withoutPeople"
            label={t('presence')}
            options={[{ value: 'true', label: t('nobody') }]}
          />
          <FilterSelect state={state} name="stage" label={fieldName('stage')} options={stages} />
          <FilterSelect state={state} name="profile" label={fieldName('profile')} options={profiles} />
          <ChosenNote state={state} chosen={chosen} />
        </>
      }
      empty={{
        icon: IconBuilding,
        title: t('empty'),
        text: t('emptyText'),
        importTo: '/imports?kind=sites',
        importLabel: t('import'),
      }}
      newLabel={t('new')}
      readOnly={readOnly}
      panel={
        state.record === null ? null : (
          <SitePanel
            key={state.record}
            id={state.record}
            readOnly={readOnly}
            kinds={kindNames}
            onClose={() => state.set({ record: null })}
            onCreated={(id) => state.set({ record: id })}
          />
        )
      }
      panelLabel={t('panel')}
    />
  );
}
