/** Copying a campaign to another time: its phases, tasks, targets, messages and sites come along. */
import { Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignRow } from '#shared/campaigns/contract.ts';
import { addYears } from '#shared/base/days.ts';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import { call } from '../../lib/api.ts';
import { offerUndo } from '../../lib/write.ts';
import type { Made } from './view-props.ts';

export function CloneDialog({
  row,
  opened,
  onClose,
  onCreated,
}: {
  row: CampaignRow;
  opened: boolean;
  onClose: () => void;
  onCreated: (made: Made) => void;
}): ReactNode {
  const { t } = useTranslation('campaigns');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('clone.do')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      keepMounted={false}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('clone.help')}
        </Text>
        <RecordForm
          draftKey={`campaigns:${row.id}:clone:new`}
          specs={[
            { name: 'title', kind: 'text', required: true },
            { name: 'startDate', kind: 'date', required: true },
          ]}
          initial={{ title: row.title, startDate: addYears(row.startDate, 1) }}
          isNew
          readOnly={false}
          submitLabel={t('clone.do')}
          onCancel={onClose}
          onSave={async (set) => {
            const made = await call('campaigns.clone', {
              id: row.id,
              title: String(set['title']),
              startDate: String(set['startDate']),
            });
            onClose();
            onCreated(made);
            await offerUndo(t('created', { name: made.title }));
          }}
        />
      </Stack>
    </Modal>
  );
}
