/** All answers in one list, narrowed by answer, territory and kind: where a figure opens, and where the silent are reminded. */
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdoptionStatus } from '#shared/campaigns/lists.ts';
import { FilterSelect } from '../../../blocks/record-list/filter-select.tsx';
import { useRead } from '../../../lib/api.ts';
import { fieldName } from '../../../lib/fields.ts';
import type { ListState } from '../../../lib/list-state.ts';
import { useCampaignWords } from '../words.ts';
import { AnswerTable } from './answer-table.tsx';
import classes from './replies.module.css';
import type { AnswersOf } from './use-replies.ts';

export function SiteBySite({ state, of, readOnly }: { state: ListState; of: AnswersOf; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('replies');
  const { t: campaigns } = useTranslation('campaigns');
  const words = useCampaignWords();
  const territories = useRead('territories.list', {});
  const kinds = useRead('sites.kinds', {});
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 180);
  const siteId = state.filter('site')[0];
  const site = useRead('sites.get', { id: siteId ?? '' }, { enabled: siteId !== undefined });
  const filter = useMemo(
    () => ({
      ...of,
      statuses: state.filter('answer') as AdoptionStatus[],
      territoryIds: state.filter('territory'),
      kinds: state.filter('kind'),
      siteIds: siteId === undefined ? [] : [siteId],
    }),
    [of, state, siteId],
  );
  const filters = (
    <>
      <TextInput
        size="xs"
        w={200}
        aria-label={t('searchSite')}
        placeholder={t('searchSite')}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <FilterSelect state={state} name="answer" label={campaigns('answer.column')} options={words.answers} />
      <FilterSelect
        state={state}
        name="territory"
        label={fieldName('territory')}
        options={(territories.data?.rows ?? []).map((row) => ({ value: row.id, label: row.path }))}
      />
      <FilterSelect
        state={state}
        name="kind"
        label={t('kind')}
        options={(kinds.data?.rows ?? []).map(({ kind }) => ({ value: kind, label: kind }))}
      />
      {siteId !== undefined && (
        <Button
          size="xs"
          variant="light"
          rightSection={<IconX size={14} stroke={1.8} />}
          onClick={() => state.set({ site: null })}
        >
          {site.data?.name ?? '…'}
        </Button>
      )}
    </>
  );
  return (
    <div className={classes['list']}>
      <AnswerTable search={search} filter={filter} readOnly={readOnly} title={campaigns('answers')} filters={filters} />
    </div>
  );
}
