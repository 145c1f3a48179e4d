/** Answers of sites, page by page: one opened, many answered with one word, those who are silent written to. */
import { Button, Group, Text } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdoptionRow } from '#shared/adoptions/contract.ts';
import { maximumPage } from '#shared/base/common.ts';
import type { InputOf } from '#shared/contract.ts';
import { ListExport } from '../../../blocks/export-dialog/list-export.tsx';
import { useTableSettings } from '../../../blocks/record-list/table-settings.ts';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import { TableSkeleton } from '../../../components/data-table/table-skeleton.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { Marked } from '../../../components/step-mark.tsx';
import { call } from '../../../lib/api.ts';
import { fieldName } from '../../../lib/fields.ts';
import { useFormat } from '../../../lib/format.ts';
import { usePagedList } from '../../../lib/paged-list.ts';
import { showError, showToast } from '../../../lib/toasts.ts';
import { AnswerDialog } from '../answer-dialog.tsx';
import { answerMarks, useCampaignWords } from '../words.ts';
import { mostReminded, ReminderDialog } from './reminder-dialog.tsx';
import classes from './replies.module.css';

const nobody: ReadonlySet<string> = new Set();
/** The most sites that one answer may be given for, as the contract says. */
const mostAnswered = 10_000;

type Input = InputOf<'adoptions.list'>;
type Filter = NonNullable<Input['filter']>;

interface Props {
  search: string;
  filter: Filter;
  /** In a panel there is room for few columns. */
  narrow?: boolean;
  readOnly: boolean;
  /** What the file of an export is called. */
  title: string;
  /** What narrows the list, before the buttons. */
  filters?: ReactNode;
  /** More to do, beside the buttons. */
  tools?: ReactNode;
}

function useColumns(narrow: boolean): Column<AdoptionRow>[] {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const words = useCampaignWords();
  return useMemo((): Column<AdoptionRow>[] => {
    const answer: Column<AdoptionRow> = {
      id: 'status',
      label: t('answer.column'),
      width: 140,
      sort: 'status',
      cell: (row) => <Marked mark={answerMarks[row.status]}>{words.answer(row.status)}</Marked>,
    };
    const reminded: Column<AdoptionRow> = {
      id: 'remindedOn',
      label: fieldName('remindedOn'),
      width: 110,
      sort: 'remindedOn',
      cell: (row) => format.date(row.remindedOn),
    };
    if (narrow)
      return [
        { id: 'site', label: fieldName('site'), width: 138, sort: 'site', cell: (row) => row.siteName },
        answer,
        reminded,
      ];
    return [
      { id: 'site', label: fieldName('site'), width: 220, sort: 'site', cell: (row) => row.siteName },
      answer,
      { id: 'campaign', label: fieldName('campaign'), width: 210, sort: 'campaign', cell: (row) => row.campaignTitle },
      {
        id: 'territory',
        label: fieldName('territory'),
        width: 140,
        sort: 'territory',
        cell: (row) => row.territoryName ?? '',
      },
      {
        id: 'said',
        label: t('answer.said'),
        width: 280,
        cell: (row) => (row.status === 'declined' ? (row.why ?? row.what) : (row.what ?? row.why)) ?? '',
      },
      {
        id: 'answeredOn',
        label: fieldName('answeredOn'),
        width: 110,
        sort: 'answeredOn',
        cell: (row) => format.date(row.answeredOn),
      },
      reminded,
    ];
  }, [narrow, t, format, words]);
}

export function AnswerTable({ search, filter, narrow = false, readOnly, title, filters, tools }: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: words } = useTranslation('table');
  const format = useFormat();
  const [sort, setSort] = useState<{ by: NonNullable<Input['sort']>; descending: boolean }>({
    by: 'site',
    descending: false,
  });
  const [choice, setChoice] = useState<{ of: string; ids: ReadonlySet<string> }>({ of: '', ids: nobody });
  const [answering, setAnswering] = useState<AdoptionRow | string[] | null>(null);
  const [reminding, setReminding] = useState<string[] | null>(null);
  const asked = { search, sort: sort.by, descending: sort.descending, filter };
  const pages = usePagedList('adoptions.list', asked);
  const columns = useColumns(narrow);
  const table = useTableSettings(narrow ? 'answers' : 'replies', columns);
  // What is chosen must be what is seen: another filter is another choice.
  const of = JSON.stringify({ search, filter });
  const selected = choice.of === of ? choice.ids : nobody;
  const select = (ids: ReadonlySet<string>): void => setChoice({ of, ids });
  const ids = [...selected];
  const selectRange = async (from: number, to: number): Promise<void> => {
    const next = new Set(selected);
    for (let offset = from; offset <= Math.min(to, from + mostReminded); offset += maximumPage) {
      const page = await call('adoptions.list', { ...asked, offset, limit: Math.min(maximumPage, to - offset + 1) });
      for (const row of page.rows) next.add(row.id);
    }
    select(next);
  };
  const silent = (filter.statuses ?? []).length === 0 || (filter.statuses ?? []).includes('invited');
  /** Those chosen, else everyone who has not answered. */
  const remind = async (): Promise<void> => {
    const who =
      ids.length > 0
        ? ids
        : (await call('adoptions.ids', { search, filter: { ...filter, statuses: ['invited'] } })).ids;
    if (who.length === 0) showToast(t('answer.allAnswered'));
    else if (who.length > mostReminded) showToast(t('answer.tooManyReminded', { number: format.number(mostReminded) }));
    else setReminding(who);
  };
  const done = (): void => {
    setAnswering(null);
    setReminding(null);
    select(nobody);
  };
  return (
    <>
      <Group gap="xs" className={classes['tools']}>
        {filters}
        {!readOnly && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={ids.length === 0 || ids.length > mostAnswered}
            onClick={() => setAnswering(ids)}
          >
            {ids.length === 0 ? t('answer.do') : t('answer.many', { number: format.number(ids.length) })}
          </Button>
        )}
        {!readOnly && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={ids.length === 0 && !silent}
            onClick={() => void remind().catch(showError)}
          >
            {ids.length === 0 ? t('answer.remindAll') : t('answer.remindMany', { number: format.number(ids.length) })}
          </Button>
        )}
        {tools}
        <span className={classes['gap']} />
        <ListExport
          list="adoptions"
          title={title}
          count={ids.length > 0 ? ids.length : pages.total}
          narrowed={{ search, filter }}
          {...(ids.length > 0 ? { ids } : {})}
        />
      </Group>
      {ids.length > mostAnswered && (
        <Text size="sm" c="dimmed">
          {words('tooMany')}
        </Text>
      )}
      {pages.error !== null ? (
        <ErrorState error={pages.error} onRetry={pages.retry} />
      ) : pages.loading ? (
        <TableSkeleton widths={table.columns.map((column) => column.width)} />
      ) : pages.total === 0 ? (
        <Text c="dimmed" p="lg">
          {words('noMatch')}
        </Text>
      ) : (
        <div className={narrow ? classes['inPanel'] : classes['whole']}>
          <DataTable
            label={t('answers')}
            columns={table.columns}
            rows={pages}
            sort={sort.by}
            descending={sort.descending}
            onSort={(by, descending) => setSort({ by: by as typeof sort.by, descending })}
            onResize={table.setWidth}
            openId={null}
            onOpen={(row) => !readOnly && setAnswering(row)}
            selection={{ ids: selected, set: select }}
            onSelectAll={() =>
              call('adoptions.ids', { search, filter }).then((found) => select(new Set(found.ids)), showError)
            }
            onRange={(from, to) => void selectRange(from, to).catch(showError)}
            selectRowLabel={(row) => words('selectRow', { name: row.siteName })}
            selectAllLabel={words('selectAll')}
          />
        </div>
      )}
      <AnswerDialog target={answering} onClose={() => setAnswering(null)} onDone={done} />
      <ReminderDialog ids={reminding} onClose={() => setReminding(null)} onDone={done} />
    </>
  );
}
