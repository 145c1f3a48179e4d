/** What each site answered: all of them page by page, answered one or many at a time, and reminded. */
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdoptionStatus } from '#shared/campaigns/lists.ts';
import type { AdoptionRow } from '#shared/contract/adoptions.ts';
import type { CampaignRow } from '#shared/contract/campaigns.ts';
import { useTableSettings } from '../../blocks/record-list/table-settings.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { Marked } from '../../components/step-mark.tsx';
import { call, useWrite } from '../../lib/api.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import { usePagedList } from '../../lib/paged-list.ts';
import { showError } from '../../lib/toasts.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import classes from './campaigns.module.css';
import { answerMarks, useCampaignWords } from './words.ts';

const nobody: ReadonlySet<string> = new Set();

/** The most sites that one answer may be given for, as the contract says. */
const maximumSelection = 10_000;

export function AnswersTab({ campaign, readOnly }: { campaign: CampaignRow; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('campaigns');
  if (campaign.frozenAt === null || campaign.answers.sites === 0) return <EmptyState icon={IconMessageQuestion} title={t('answer.none')} text={t('answer.noneText')} />;
  return <Answers campaign={campaign} readOnly={readOnly} />;
}

function Answers({ campaign, readOnly }: { campaign: CampaignRow; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: words } = useTranslation('table');
  const format = useFormat();
  const named = useCampaignWords();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 180);
  const [status, setStatus] = useState<AdoptionStatus | null>(null);
  const [sort, setSort] = useState<{ by: 'site' | 'status' | 'answeredOn' | 'remindedOn'; descending: boolean }>({ by: 'site', descending: false });
  const [selected, setSelected] = useState<ReadonlySet<string>>(nobody);
  const [answering, setAnswering] = useState<AdoptionRow | string[] | null>(null);
  const filter = { campaignIds: [campaign.id], statuses: status === null ? [] : [status] };
  const pages = usePagedList('adoptions.list', { search, sort: sort.by, descending: sort.descending, filter });
  const remind = useWrite('adoptions.remind', { toast: ({ count }) => t('answer.reminded', { count, number: format.number(count) }), onDone: () => setSelected(nobody) });
  const columns = useMemo((): Column<AdoptionRow>[] => [
    { id: 'site', label: fieldName('site'), width: 130, sort: 'site', cell: (row) => row.siteName },
    { id: 'status', label: t('answer.column'), width: 144, sort: 'status', cell: (row) => <Marked mark={answerMarks[row.status]}>{named.answer(row.status)}</Marked> },
    { id: 'remindedOn', label: fieldName('remindedOn'), width: 104, sort: 'remindedOn', cell: (row) => format.date(row.remindedOn) },
  ], [t, format, named]);
  const table = useTableSettings('answers', columns);
  const narrow = (): void => setSelected(nobody);
  const ids = [...selected];
  const selectAll = (): void => {
    call('adoptions.ids', { search, filter }).then((found) => setSelected(new Set(found.ids)), showError);
  };
  const selectRange = async (from: number, to: number): Promise<void> => {
    const next = new Set(selected);
    for (let offset = from; offset <= Math.min(to, from + maximumSelection); offset += 1000) {
      const page = await call('adoptions.list', { search, sort: sort.by, descending: sort.descending, filter, offset, limit: Math.min(1000, to - offset + 1) });
      for (const row of page.rows) next.add(row.id);
    }
    setSelected(next);
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('answer.sum', { answered: format.number(campaign.answers.sites - campaign.answers.invited), total: format.number(campaign.answers.sites), waiting: format.number(campaign.answers.invited) })}</Text>
      <Group gap="xs" wrap="nowrap">
        <TextInput size="xs" flex={1} aria-label={words('search')} placeholder={words('search')} value={typed} maxLength={200} onChange={(event) => { setTyped(event.currentTarget.value); narrow(); }} />
        <Select size="xs" w={160} aria-label={t('answer.column')} placeholder={t('answer.all')} data={named.answers} value={status} clearable clearSectionMode="clear" clearButtonProps={{ 'aria-label': words('none') }} comboboxProps={{ shadow: 'md' }} onChange={(next) => { setStatus(next as AdoptionStatus | null); narrow(); }} />
      </Group>
      {!readOnly && (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" disabled={ids.length === 0 || ids.length > maximumSelection} onClick={() => setAnswering(ids)}>{t('answer.many', { number: format.number(ids.length) })}</Button>
          <Button size="compact-sm" variant="default" disabled={ids.length === 0 || ids.length > maximumSelection} loading={remind.isPending} onClick={() => remind.mutate({ ids }, { onError: showError })}>{t('answer.remind')}</Button>
          {ids.length > maximumSelection && <Text size="sm" c="dimmed">{words('tooMany')}</Text>}
        </Group>
      )}
      {pages.error !== null ? <ErrorState error={pages.error} onRetry={pages.retry} />
        : pages.loading ? <LoadingRows rows={8} />
          : pages.total === 0 ? <Text c="dimmed">{words('noMatch')}</Text> : (
            <div className={classes['sites']}>
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
                selection={{ ids: selected, set: setSelected }}
                onSelectAll={selectAll}
                onRange={(from, to) => void selectRange(from, to).catch(showError)}
                selectRowLabel={(row) => words('selectRow', { name: row.siteName })}
                selectAllLabel={words('selectAll')}
              />
            </div>
          )}
      <AnswerDialog target={answering} onClose={() => setAnswering(null)} onDone={() => { setAnswering(null); setSelected(nobody); }} />
    </Stack>
  );
}
