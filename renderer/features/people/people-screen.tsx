/** All ambassadors: who they are, where, and how far along. */
import { IconUsers } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract.ts';
import type { PersonRow } from '#shared/people/contract.ts';
import { personStanding } from '#shared/people/standing.ts';
import { PersonFace } from '../../blocks/person-face.tsx';
import { ConsentDialog } from '../../blocks/consent-dialog.tsx';
import { ChosenNote } from '../../blocks/record-list/chosen-note.tsx';
import { FilterNote } from '../../blocks/record-list/filter-note.tsx';
import { FilterSelect } from '../../blocks/record-list/filter-select.tsx';
import { SiteNames } from '../../blocks/record-list/record-names.tsx';
import { RecordQuick } from '../../blocks/record-quick.tsx';
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
import { stageMarks } from '../../components/marks.ts';
import { useReadOnly } from '../../lib/workspace.ts';
import classes from './people.module.css';
import { PersonPanel } from './person-panel.tsx';

type Input = InputOf<'people.list'>;
type Filter = NonNullable<Input['filter']>;

const nameOf = (row: PersonRow): string => `${row.firstName} ${row.lastName}`.trim();

/** The stage, or the date that goes before it: who left is no longer active, whatever was noted. */
function Stage({ row }: { row: PersonRow }): ReactNode {
  const { t } = useTranslation('people');
  const format = useFormat();
  const term = useTerm();
  const standing = personStanding(row, today());
  if (standing === null) return <Marked mark={stageMarks[row.stage]}>{term('stage', row.stage)}</Marked>;
  const date = format.date(standing === 'left' ? row.leftOn : row.joinedOn);
  return (
    <span title={t('notedStage', { stage: term('stage', row.stage) })}>
      <Marked mark={standing === 'left' ? stageMarks.alumni : 'dotted'}>{t(`standing.${standing}`, { date })}</Marked>
    </span>
  );
}

function useColumns(): Column<PersonRow>[] {
  const { i18n } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  return useMemo(
    () => [
      {
        id: 'name',
        label: fieldName('name'),
        width: 200,
        sort: 'name',
        cell: (row) => (
          <span className={classes['person']}>
            <PersonFace name={nameOf(row)} portraitId={row.portraitId} seed={row.territoryId ?? row.id} size={24} />
            <span className={classes['name']}>{nameOf(row)}</span>
            <RecordQuick kind="person" id={row.id} name={nameOf(row)} inRow />
          </span>
        ),
      },
      { id: 'site', label: fieldName('site'), width: 170, sort: 'site', cell: (row) => row.siteName ?? '' },
      {
        id: 'territory',
        label: fieldName('territory'),
        width: 136,
        cell: (row) => <TerritoryName id={row.territoryId} name={row.territoryName} />,
      },
      {
        id: 'stage',
        label: fieldName('stage'),
        width: 148,
        sort: 'stage',
        cell: (row) => <Stage row={row} />,
      },
      {
        id: 'profile',
        label: fieldName('profile'),
        width: 150,
        sort: 'profile',
        cell: (row) => term('profile', row.profile),
      },
      {
        id: 'channel',
        label: fieldName('channel'),
        width: 160,
        sort: 'channel',
        optional: true,
        cell: (row) => term('channel', row.channel),
      },
      {
        id: 'joinedOn',
        label: fieldName('joinedOn'),
        width: 112,
        sort: 'joinedOn',
        cell: (row) => format.date(row.joinedOn),
      },
      {
        id: 'initiatives',
        label: fieldName('initiatives'),
        width: 96,
        sort: 'initiatives',
        align: 'right',
        cell: (row) => format.number(row.initiatives),
      },
      {
        id: 'remindedOn',
        label: fieldName('remindedOn'),
        width: 112,
        sort: 'remindedOn',
        optional: true,
        cell: (row) => format.date(row.remindedOn),
      },
      { id: 'email', label: fieldName('email'), width: 230, optional: true, cell: (row) => row.email ?? '' },
      { id: 'jobTitle', label: fieldName('jobTitle'), width: 180, optional: true, cell: (row) => row.jobTitle ?? '' },
      {
        id: 'stageSince',
        label: fieldName('stageSince'),
        width: 180,
        sort: 'stageSince',
        optional: true,
        cell: (row) => format.date(row.stageSince),
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

export function PeopleScreen(): ReactNode {
  const { t } = useTranslation('people');
  const state = useListState('name');
  const columns = useColumns();
  const chosen = useChosenSites(state);
  const stages = useChoices('stage');
  const profiles = useChoices('profile');
  const channels = useChoices('channel');
  const territories = useRead('territories.list', {});
  const format = useFormat();
  const input: Input = {
    search: state.search,
    sort: state.sort as NonNullable<Input['sort']>,
    descending: state.descending,
    filter: {
      stages: state.filter('stage') as Filter['stages'],
      profiles: state.filter('profile') as Filter['profiles'],
      channels: state.filter('channel') as Filter['channels'],
      territoryIds: state.filter('territory'),
      siteIds: chosen.ids.length > 0 ? chosen.ids : state.filter('site'),
      withoutSite: state.filter('withoutSite')[0] === 'true',
      stageBefore: state.filter('stageBefore')[0] ?? null,
      consentEndsBefore: state.filter('consentEndsBefore')[0] ?? null,
    },
  };
  const readOnly = useReadOnly();
  return (
    <RecordList
      name="people"
      title={t('title')}
      list="people.list"
      ids="people.ids"
      update="people.updateMany"
      remove="people.delete"
      input={input}
      columns={columns}
      nameOf={nameOf}
      bulkFields={[
        { name: 'stage', kind: 'choice', choices: stages },
        { name: 'siteId', kind: 'site' },
        { name: 'profile', kind: 'choice', choices: profiles },
        { name: 'channel', kind: 'choice', choices: channels },
        { name: 'allottedHours', kind: 'decimal' },
      ]}
      bulkActions={(ids, done) => <GrantConsents ids={ids} onDone={done} />}
      state={state}
      filters={
        <>
          <FilterSelect
            state={state}
            name="territory"
            label={fieldName('territory')}
            options={(territories.data?.rows ?? []).map((row) => ({ value: row.id, label: row.path }))}
          />
          <FilterSelect state={state} name="stage" label={fieldName('stage')} options={stages} />
          <FilterSelect state={state} name="profile" label={fieldName('profile')} options={profiles} />
          <FilterSelect state={state} name="channel" label={fieldName('channel')} options={channels} />
          <FilterSelect
            state={state}
            name="withoutSite"
            label={fieldName('site')}
            options={[{ value: 'true', label: t('withoutSite') }]}
          />
          <ChosenNote state={state} chosen={chosen} />
          <FilterNote state={state} names={['site']}>
            <SiteNames ids={state.filter('site')} />
          </FilterNote>
          <FilterNote state={state} names={['stageBefore']}>
            {t('stageBefore', { date: format.date(state.filter('stageBefore')[0]) })}
          </FilterNote>
          <FilterNote state={state} names={['consentEndsBefore']}>
            {t('consents.endsBefore', { date: format.date(state.filter('consentEndsBefore')[0]) })}
          </FilterNote>
        </>
      }
      empty={{
        icon: IconUsers,
        title: t('empty'),
        text: t('emptyText'),
        importTo: '/imports?kind=people',
        importLabel: t('import'),
      }}
      newLabel={t('new')}
      readOnly={readOnly}
      panel={
        state.record === null ? null : (
          <PersonPanel
            key={state.record}
            id={state.record}
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

/** The chosen gave the same consents: on one sheet, at one gathering. */
function GrantConsents({ ids, onDone }: { ids: string[]; onDone: () => void }): ReactNode {
  const { t } = useTranslation('people');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('consents.addMany')}
      </Button>
      {open && <ConsentDialog personIds={ids} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}
