/** Campaigns as a table: what is proposed to which sites, when, and how they answer. */
import { IconSpeakerphone } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignRow } from '#shared/campaigns/contract.ts';
import type { InputOf } from '#shared/contract.ts';
import { RecordList } from '../../blocks/record-list/record-list.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Sdg } from '../../components/sdg.tsx';
import { Marked } from '../../components/step-mark.tsx';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import { AnswerBar } from './answer-bar.tsx';
import classes from './campaigns.module.css';
import type { CampaignViewProps } from './view-props.ts';
import { campaignMarks, useCampaignWords } from './words.ts';

type Input = InputOf<'campaigns.list'>;

function useColumns(): Column<CampaignRow>[] {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const words = useCampaignWords();
  return useMemo(
    () => [
      {
        id: 'title',
        label: fieldName('title'),
        width: 236,
        sort: 'title',
        cell: (row) => (
          <span className={classes['titled']}>
            <span className={classes['band']} style={{ background: row.colour ?? 'var(--line)' }} aria-hidden="true" />
            <span className={classes['title']}>{row.title}</span>
          </span>
        ),
      },
      {
        id: 'status',
        label: fieldName('status'),
        width: 116,
        sort: 'status',
        cell: (row) => <Marked mark={campaignMarks[row.status]}>{words.status(row.status)}</Marked>,
      },
      { id: 'owner', label: fieldName('owner'), width: 124, sort: 'owner', cell: (row) => row.owner ?? '' },
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
        width: 104,
        sort: 'endDate',
        cell: (row) => format.date(row.endDate),
      },
      {
        id: 'sites',
        label: fieldName('sites'),
        width: 72,
        align: 'right',
        cell: (row) => format.number(row.answers.sites),
      },
      {
        id: 'answers',
        label: t('answers'),
        width: 190,
        cell: (row) => <AnswerBar answers={row.answers} settled={row.frozenAt !== null} />,
      },
      { id: 'tasks', label: t('tasks'), width: 132, cell: (row) => <Tasks row={row} /> },
      {
        id: 'theme',
        label: fieldName('theme'),
        width: 124,
        sort: 'theme',
        optional: true,
        cell: (row) => row.theme ?? '',
      },
      {
        id: 'pillar',
        label: fieldName('pillar'),
        width: 124,
        sort: 'pillar',
        optional: true,
        cell: (row) => row.pillar ?? '',
      },
      {
        id: 'budget',
        label: fieldName('budget'),
        width: 104,
        sort: 'budget',
        align: 'right',
        optional: true,
        cell: (row) => format.number(row.budget),
      },
      {
        id: 'sdgs',
        label: fieldName('sdgs'),
        width: 100,
        optional: true,
        cell: (row) => row.sdgs.map((goal) => <Sdg key={goal} goal={goal} />),
      },
      { id: 'code', label: fieldName('code'), width: 110, sort: 'code', optional: true, cell: (row) => row.code },
      {
        id: 'updatedAt',
        label: fieldName('updatedAt'),
        width: 160,
        sort: 'updatedAt',
        optional: true,
        cell: (row) => format.dateTime(row.updatedAt),
      },
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
      {row.tasksLate > 0 && (
        <span className={classes['late']}>
          {' '}
          · {t('late', { count: row.tasksLate, number: format.number(row.tasksLate) })}
        </span>
      )}
    </span>
  );
}

export function ListView({
  state,
  filter,
  facets,
  filters,
  tabs,
  readOnly,
  panel,
  otherStart,
}: CampaignViewProps): ReactNode {
  const { t } = useTranslation('campaigns');
  const columns = useColumns();
  const input: Input = {
    search: state.search,
    sort: state.sort as NonNullable<Input['sort']>,
    descending: state.descending,
    filter,
  };
  return (
    <RecordList
      name="campaigns"
      title={t('title')}
      list="campaigns.list"
      ids="campaigns.ids"
      update="campaigns.updateMany"
      remove="campaigns.delete"
      input={input}
      columns={columns}
      nameOf={(row) => row.title}
      bulkFields={[
        { name: 'theme', kind: 'suggest', suggestions: facets.themes },
        { name: 'pillar', kind: 'suggest', suggestions: facets.pillars },
        { name: 'ownerId', kind: 'person' },
        { name: 'colour', kind: 'colour' },
      ]}
      state={state}
      filters={filters}
      lead={tabs}
      empty={{
        icon: IconSpeakerphone,
        title: t('empty'),
        text: t('emptyText'),
        importTo: '/imports?kind=campaigns',
        importLabel: t('import'),
      }}
      otherStart={otherStart}
      newLabel={t('new')}
      readOnly={readOnly}
      panel={panel}
      panelLabel={t('panel')}
    />
  );
}
