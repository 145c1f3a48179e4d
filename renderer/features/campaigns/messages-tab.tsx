/** The texts that go to sites, in French and in English: read, copied, written. */
import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCopy, IconMessage } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KitItem } from '#shared/campaigns/contract.ts';
import type { InputOf } from '#shared/contract.ts';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import type { FormValues } from '../../blocks/record-form/types.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { call } from '../../lib/api.ts';
import { offerUndo, useWrite } from '../../lib/write.ts';
import { copyText } from '../../lib/clipboard.ts';
import { showError, showToast } from '../../lib/toasts.ts';
import classes from './campaigns.module.css';
import type { CampaignDetail } from './campaign-detail.ts';
import { LineMenu } from './plan-tab.tsx';
import { useCampaignWords } from './words.ts';

export function MessagesTab({ campaign, readOnly }: { campaign: CampaignDetail; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('campaigns');
  const [open, setOpen] = useState<KitItem | 'new' | null>(null);
  const add = readOnly ? undefined : (
    <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
      {t('message.add')}
    </Button>
  );
  return (
    <Stack gap="md">
      {campaign.kit.length === 0 ? (
        <EmptyState icon={IconMessage} title={t('message.none')} text={t('message.noneText')} actions={add} />
      ) : (
        <Group>{add}</Group>
      )}
      {campaign.kit.map((row) => (
        <Message key={row.id} row={row} readOnly={readOnly} onEdit={() => setOpen(row)} />
      ))}
      <MessageDialog campaignId={campaign.id} row={open} onClose={() => setOpen(null)} />
    </Stack>
  );
}

function Message({ row, readOnly, onEdit }: { row: KitItem; readOnly: boolean; onEdit: () => void }): ReactNode {
  const { t } = useTranslation('campaigns');
  const words = useCampaignWords();
  const remove = useWrite('campaigns.deleteKitItems', { toast: () => t('message.deleted') });
  const name = row.title ?? words.kit(row.kind);
  return (
    <article className={classes['message']} lang={row.lang}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs" wrap="nowrap">
          <Badge variant="default" size="sm" flex="none">
            {row.lang}
          </Badge>
          <Text fw={500}>{name}</Text>
        </Group>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCopy size={14} stroke={1.6} />}
            aria-label={t('message.copyOf', { name })}
            onClick={() => copyText(row.text) && showToast(t('message.copied'))}
          >
            {t('message.copy')}
          </Button>
          {!readOnly && (
            <LineMenu
              label={name}
              onEdit={onEdit}
              onDelete={() => remove.mutate({ ids: [row.id] }, { onError: showError })}
            />
          )}
        </Group>
      </Group>
      <Text size="sm" className={classes['text']}>
        {row.text}
      </Text>
    </article>
  );
}

function MessageDialog({
  campaignId,
  row,
  onClose,
}: {
  campaignId: string;
  row: KitItem | 'new' | null;
  onClose: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation('campaigns');
  const { t: words } = useTranslation('table');
  const { kits } = useCampaignWords();
  const isNew = row === 'new';
  const save = async (set: FormValues): Promise<void> => {
    if (row === null) return;
    if (isNew) await call('campaigns.addKitItem', { campaignId, ...set } as InputOf<'campaigns.addKitItem'>);
    else await call('campaigns.updateKitItem', { id: row.id, set: set as InputOf<'campaigns.updateKitItem'>['set'] });
    onClose();
    await offerUndo(t(isNew ? 'message.added' : 'message.changed'));
  };
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      title={t(isNew ? 'message.add' : 'message.edit')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('cancel') }}
      keepMounted={false}
    >
      {row !== null && (
        <RecordForm
          draftKey={`messages:${row === 'new' ? `${campaignId}:new` : row.id}`}
          specs={[
            { name: 'kind', kind: 'choice', half: true, required: true, choices: kits },
            {
              name: 'lang',
              kind: 'choice',
              half: true,
              required: true,
              choices: [
                { value: 'fr', label: 'Français' },
                { value: 'en', label: 'English' },
              ],
            },
            { name: 'title', kind: 'text' },
            { name: 'text', kind: 'long', required: true },
          ]}
          initial={isNew ? { kind: 'message', lang: i18n.language } : (row as unknown as FormValues)}
          isNew={isNew}
          readOnly={false}
          submitLabel={words(isNew ? 'create' : 'save')}
          onSave={save}
          onCancel={onClose}
        />
      )}
    </Modal>
  );
}
