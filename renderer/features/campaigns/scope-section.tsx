/** The sites of a campaign that exists: its criteria, saved apart from the rest, and what a settled list would gain or lose. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignRow, CampaignScope } from '#shared/contract/campaigns.ts';
import { useRead, useWrite } from '../../lib/api.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import { showError } from '../../lib/toasts.ts';
import { ScopeFields } from './scope-fields.tsx';

export function ScopeSection({ row, readOnly }: { row: CampaignRow; readOnly: boolean }): ReactNode {
  const { t: words } = useTranslation('table');
  const [scope, setScope] = useState<CampaignScope>(row.scope);
  const save = useWrite('campaigns.update', { toast: (saved) => words('saved', { name: saved.title }) });
  const dirty = JSON.stringify(scope) !== JSON.stringify(row.scope);
  return (
    <Stack gap="sm">
      <Title order={3} fz={16}>{fieldName('scope')}</Title>
      {row.frozenAt !== null && <Settled row={row} readOnly={readOnly} />}
      <ScopeFields scope={scope} onChange={setScope} readOnly={readOnly} dates={{ startDate: row.startDate, endDate: row.endDate }} />
      {dirty && !readOnly && (
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setScope(row.scope)}>{words('cancel')}</Button>
          <Button loading={save.isPending} onClick={() => save.mutate({ id: row.id, set: { scope } }, { onError: showError })}>{words('save')}</Button>
        </Group>
      )}
    </Stack>
  );
}

function Settled({ row, readOnly }: { row: CampaignRow; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const preview = useRead('campaigns.scopePreview', { id: row.id, limit: 1 }, { keep: true });
  const refresh = useWrite('campaigns.refreshScope', { toast: ({ added, removed }) => t('scope.refreshed', { added: format.number(added), removed: format.number(removed) }) });
  const changes = preview.data !== undefined && preview.data.missing + preview.data.leaving > 0;
  const going = row.status === 'ready' || row.status === 'running';
  return (
    <Stack gap={6} align="flex-start">
      <Text size="sm">{t('scope.settled', { count: row.answers.sites, number: format.number(row.answers.sites), date: format.date(row.frozenAt, 'long') })}</Text>
      {changes && going && <Text size="sm" c="dimmed">{t('scope.changed', { missing: format.number(preview.data?.missing), leaving: format.number(preview.data?.leaving) })}</Text>}
      {changes && going && !readOnly && <Button size="compact-sm" variant="default" loading={refresh.isPending} onClick={() => refresh.mutate({ id: row.id }, { onError: showError })}>{t('scope.refresh')}</Button>}
    </Stack>
  );
}
