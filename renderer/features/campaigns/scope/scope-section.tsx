/** The sites of a campaign that exists, in its form: and what a settled list would gain or lose. */
import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignRow } from '#shared/campaigns/contract.ts';
import type { OwnField } from '../../../blocks/record-form/types.ts';
import { useRead } from '../../../lib/api.ts';
import { useWrite } from '../../../lib/write.ts';
import { useFormat } from '../../../lib/format.ts';
import { showError } from '../../../lib/toasts.ts';
import { CollisionsNote } from '../collisions/collisions-note.tsx';
import { ScopeField } from './scope-field.tsx';

export function ScopeSection({
  row,
  field,
  readOnly,
}: {
  row: CampaignRow;
  field: OwnField;
  readOnly: boolean;
}): ReactNode {
  const { t } = useTranslation('campaigns');
  const over = row.status === 'closed' || row.status === 'archived';
  return (
    <ScopeField
      field={{ ...field, disabled: readOnly || over }}
      shown={field.dirty ? { startDate: row.startDate, endDate: row.endDate } : { id: row.id }}
      before={
        <>
          {row.frozenAt !== null && <Settled row={row} readOnly={readOnly} />}
          {over && !readOnly && (
            <Text size="sm" c="dimmed">
              {t('scope.over')}
            </Text>
          )}
        </>
      }
      after={(scope, leaveOut) =>
        field.dirty && <CollisionsNote plan={scope === null ? null : { id: row.id, scope }} onLeaveOut={leaveOut} />
      }
    />
  );
}

function Settled({ row, readOnly }: { row: CampaignRow; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const preview = useRead('campaigns.scopePreview', { id: row.id, limit: 1 }, { keep: true });
  const refresh = useWrite('campaigns.refreshScope', {
    toast: ({ added, removed }) =>
      t('scope.refreshed', { added: format.number(added), removed: format.number(removed) }),
  });
  const { missing = 0, leaving = 0 } = preview.data ?? {};
  const changes = missing + leaving > 0 && (row.status === 'ready' || row.status === 'running');
  return (
    <Stack gap={6} align="flex-start">
      <Text size="sm">
        {t('scope.settled', {
          count: row.answers.sites,
          number: format.number(row.answers.sites),
          date: format.date(row.frozenAt, 'long'),
        })}
      </Text>
      {changes && missing > 0 && (
        <Text size="sm" c="dimmed">
          {t('scope.missing', { count: missing, number: format.number(missing) })}
        </Text>
      )}
      {changes && leaving > 0 && (
        <Text size="sm" c="dimmed">
          {t('scope.leaving', { count: leaving, number: format.number(leaving) })}
        </Text>
      )}
      {changes && !readOnly && (
        <Button
          size="compact-sm"
          variant="default"
          loading={refresh.isPending}
          onClick={() => refresh.mutate({ id: row.id }, { onError: showError })}
        >
          {t('scope.refresh')}
        </Button>
      )}
    </Stack>
  );
}
