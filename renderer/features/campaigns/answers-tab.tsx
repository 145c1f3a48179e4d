/** What each site of one campaign answered, with the forms by which they answer. */
import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdoptionStatus } from '#shared/campaigns/lists.ts';
import type { CampaignRow } from '#shared/campaigns/contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useFormat } from '../../lib/format.ts';
import { FormsMenu } from './forms/forms-menu.tsx';
import { AnswerTable } from './replies/answer-table.tsx';
import { useCampaignWords } from './words.ts';

export function AnswersTab({ campaign, readOnly }: { campaign: CampaignRow; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('campaigns');
  if (campaign.frozenAt === null || campaign.answers.sites === 0)
    return <EmptyState icon={IconMessageQuestion} title={t('answer.none')} text={t('answer.noneText')} />;
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
  const filter = useMemo(
    () => ({ campaignIds: [campaign.id], statuses: status === null ? [] : [status] }),
    [campaign.id, status],
  );
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t('answer.sum', {
          answered: format.number(campaign.answers.sites - campaign.answers.invited),
          total: format.number(campaign.answers.sites),
          waiting: format.number(campaign.answers.invited),
        })}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          aria-label={words('search')}
          placeholder={words('search')}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          size="xs"
          w={160}
          aria-label={t('answer.column')}
          placeholder={t('answer.all')}
          data={named.answers}
          value={status}
          clearable
          clearSectionMode="clear"
          clearButtonProps={{ 'aria-label': words('none') }}
          comboboxProps={{ shadow: 'md' }}
          onChange={(next) => setStatus(next as AdoptionStatus | null)}
        />
      </Group>
      <AnswerTable
        narrow
        search={search}
        filter={filter}
        readOnly={readOnly}
        title={campaign.title}
        tools={!readOnly && <FormsMenu campaign={campaign} />}
      />
    </Stack>
  );
}
