/** All campaigns: what is proposed to which sites, when, and how they answer. */
import { Button } from '@mantine/core';
import { IconSpeakerphone, IconTemplate } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignRow } from '#shared/contract/campaigns.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { FilterSelect } from '../../blocks/record-list/filter-select.tsx';
import { RecordList } from '../../blocks/record-list/record-list.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Sdg } from '../../components/sdg.tsx';
import { Marked } from '../../components/step-mark.tsx';
import { useRead } from '../../lib/api.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { useWorkspace } from '../../lib/workspace.tsx';
import { AnswerBar } from './answer-bar.tsx';
import { CampaignPanel } from './campaign-panel.tsx';
import classes from './campaigns.module.css';
import { TemplateDialog } from './template-dialog.tsx';
import { campaignMarks, useCampaignWords } from './words.ts';

type Input = InputOf<'campaigns.list'>;
type Filter = NonNullable<Input['filter']>;

function useColumns(): Column<CampaignRow>[] {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const words = useCampaignWords();
  return useMemo(
    () => [
      { id: 'title', label: fieldName('title'), width: 236, sort: 'title', cell: (row) => <span className={classes['titled']}><span className={classes['band']} style={{ background: row.colour ?? 'var(--line)' }} aria-hidden="true" /><span className={classes['title']}>{row.title}</span></span> },
      { id: 'status', label: fieldName('status'), width: 116, sort: 'status', cell: (row) => <Marked mark={campaignMarks[row.status]}>{words.status(row.status)}</Marked> },
      { id: 'owner', label: fieldName('owner'), width: 124, sort: 'owner', cell: (row) => row.owner ?? '' },
      { id: 'startDate', label: fieldName('startDate'), width: 104, sort: 'startDate', cell: (row) => format.date(row.startDate) },
      { id: 'endDate', label: fieldName('endDate'), width: 104, sort: 'endDate', cell: (row) => format.date(row.endDate) },
      { id: 'sites', label: fieldName('sites'), width: 72, align: 'right', cell: (row) => format.number(row.answers.sites) },
      { id: 'answers', label: t('answers'), width: 136, cell: (row) => <AnswerBar answers={row.answers} settled={row.frozenAt !== null} /> },
      { id: 'tasks', label: t('tasks'), width: 120, cell: (row) => <Tasks row={row} /> },
      { id: 'theme', label: fieldName('theme'), width: 124, sort: 'theme', optional: true, cell: (row) => row.theme ?? '' },
      { id: 'pillar', label: fieldName('pillar'), width: 124, sort: 'pillar', optional: true, cell: (row) => row.pillar ?? '' },
      { id: 'budget', label: fieldName('budget'), width: 104, sort: 'budget', align: 'right', optional: true, cell: (row) => format.number(row.budget) },
      { id: 'sdgs', label: fieldName('sdgs'), width: 100, optional: true, cell: (row) => row.sdgs.map((goal) => <Sdg key={goal} goal={goal} />) },
      { id: 'code', label: fieldName('code'), width: 110, sort: 'code', optional: true, cell: (row) => row.code },
      { id: 'updatedAt', label: fieldName('updatedAt'), width: 160, sort: 'updatedAt', optional: true, cell: (row) => format.dateTime(row.updatedAt) },
    ],
    [format, t, words],
  );
}

function Tasks({ row }: { row: CampaignRow }): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  if (row.tasks === 0) return '–';
  return (
    <span>
      {format.number(row.tasksDone)}/{format.number(row.tasks)}
      {row.tasksLate > 0 && <span className={classes['late']}> · {t('late', { count: row.tasksLate, number: format.number(row.tasksLate) })}</span>}
    </span>
  );
}

export function CampaignsScreen(): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: terms } = useTranslation('terms');
  const { workspace } = useWorkspace();
  const state = useListState('startDate', true);
  const columns = useColumns();
  const words = useCampaignWords();
  const [templates, setTemplates] = useState(false);
  const facets = useRead('campaigns.facets', {}, { keep: true });
  const themes = facets.data?.themes ?? [];
  const pillars = facets.data?.pillars ?? [];
  const plain = (value: string): { value: string; label: string } => ({ value, label: value });
  const input: Input = {
    search: state.search,
    sort: state.sort as NonNullable<Input['sort']>,
    descending: state.descending,
    filter: { statuses: state.filter('status') as Filter['statuses'], themes: state.filter('theme'), pillars: state.filter('pillar'), ownerIds: state.filter('owner'), sdgs: state.filter('sdg').map(Number) },
  };
  const readOnly = workspace?.readOnly ?? true;
  const open = (id: string): void => state.set({ record: id });
  return (
    <>
      <RecordList
        name="campaigns"
        title={t('name')}
        list="campaigns.list"
        ids="campaigns.ids"
        update="campaigns.updateMany"
        remove="campaigns.delete"
        input={input}
        columns={columns}
        nameOf={(row) => row.title}
        bulkFields={[
          { name: 'theme', kind: 'suggest', suggestions: themes },
          { name: 'pillar', kind: 'suggest', suggestions: pillars },
          { name: 'ownerId', kind: 'person' },
          { name: 'colour', kind: 'colour' },
        ]}
        state={state}
        filters={
          <>
            <FilterSelect state={state} name="status" label={fieldName('status')} options={words.statuses} />
            <FilterSelect state={state} name="theme" label={fieldName('theme')} options={themes.map(plain)} />
            <FilterSelect state={state} name="pillar" label={fieldName('pillar')} options={pillars.map(plain)} />
            <FilterSelect state={state} name="owner" label={fieldName('owner')} options={(facets.data?.owners ?? []).map((owner) => ({ value: owner.id, label: owner.name }))} />
            <FilterSelect state={state} name="sdg" label={fieldName('sdgs')} options={Array.from({ length: 17 }, (_, index) => ({ value: String(index + 1), label: `${index + 1} ${terms(`sdg.${index + 1}` as 'sdg.1')}` }))} />
          </>
        }
        empty={{ icon: IconSpeakerphone, title: t('empty'), text: t('emptyText'), importTo: '/imports?kind=campaigns', importLabel: t('import') }}
        otherStart={<Button variant="default" leftSection={<IconTemplate size={16} stroke={1.6} />} onClick={() => setTemplates(true)}>{t('fromTemplate')}</Button>}
        newLabel={t('new')}
        readOnly={readOnly}
        panel={state.record === null ? null : <CampaignPanel key={state.record} id={state.record} readOnly={readOnly} themes={themes} pillars={pillars} onClose={() => state.set({ record: null })} onOpen={open} />}
        panelLabel={t('panel')}
      />
      <TemplateDialog opened={templates} onClose={() => setTemplates(false)} onCreated={open} />
    </>
  );
}
