/** Where a campaign stands and what may be done with it; a change that reaches sites says so first. */
import { ActionIcon, Button, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignStatus } from '#shared/campaigns/lists.ts';
import type { CampaignRow } from '#shared/contract/campaigns.ts';
import { Marked } from '../../components/step-mark.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { showError } from '../../lib/toasts.ts';
import { CloneDialog } from './clone-dialog.tsx';
import { campaignMarks, useCampaignWords } from './words.ts';

interface Props {
  row: CampaignRow;
  onClose: () => void;
  onOpen: (id: string) => void;
}

const next: Partial<Record<CampaignStatus, CampaignStatus>> = { draft: 'ready', ready: 'running', running: 'closed', closed: 'archived' };

export function StatusBar({ row, onClose, onOpen }: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const words = useCampaignWords();
  const [asked, setAsked] = useState<CampaignStatus | null>(null);
  const [cloning, setCloning] = useState(false);
  const set = useWrite('campaigns.setStatus', {
    toast: ({ invited }, { status }) => (invited > 0 ? t('status.invited', { count: invited, number: format.number(invited) }) : t('status.is', { name: row.title, status: words.status(status) })),
  });
  const remove = useWrite('campaigns.delete', { toast: () => t('deleted', { name: row.title }), onDone: onClose });
  const change = (status: CampaignStatus): void => set.mutate({ ids: [row.id], status }, { onError: showError });
  const reachesSites = (status: CampaignStatus): boolean => (row.frozenAt === null ? status === 'ready' || status === 'running' : status === 'draft');
  const ask = (status: CampaignStatus): void => (reachesSites(status) ? setAsked(status) : change(status));
  const following = next[row.status];
  return (
    <Group justify="space-between" wrap="nowrap">
      <Marked mark={campaignMarks[row.status]}>{words.status(row.status)}</Marked>
      <Group gap="xs" wrap="nowrap">
        {following !== undefined && <Button size="xs" variant={following === 'archived' ? 'default' : 'filled'} loading={set.isPending} onClick={() => ask(following)}>{t(`status.to.${following}`)}</Button>}
        <Menu position="bottom-end" shadow="md">
          <Menu.Target><ActionIcon variant="default" size={30} aria-label={t('more')}><IconDots size={16} /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            {words.statuses.filter(({ value }) => value !== row.status && value !== following).map(({ value }) => <Menu.Item key={value} onClick={() => ask(value as CampaignStatus)}>{t(`status.to.${value as CampaignStatus}`)}</Menu.Item>)}
            <Menu.Divider />
            <Menu.Item onClick={() => setCloning(true)}>{t('clone.do')}</Menu.Item>
            <Menu.Item color="red" onClick={() => remove.mutate({ ids: [row.id] }, { onError: showError })}>{t('delete')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <Modal opened={asked !== null} onClose={() => setAsked(null)} title={asked === null ? '' : t(`status.to.${asked}`)} closeButtonProps={{ 'aria-label': t('cancel') }}>
        {asked !== null && (
          <Stack>
            {asked === 'draft' ? <Text>{t('status.back', { count: row.answers.invited, number: format.number(row.answers.invited) })}</Text> : <Invites id={row.id} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsked(null)}>{t('cancel')}</Button>
              <Button
                data-autofocus
                onClick={() => {
                  setAsked(null);
                  change(asked);
                }}
              >
                {t(`status.to.${asked}`)}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
      <CloneDialog row={row} opened={cloning} onClose={() => setCloning(false)} onCreated={onOpen} />
    </Group>
  );
}

function Invites({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const preview = useRead('campaigns.scopePreview', { id, limit: 1 });
  return <Text aria-live="polite">{preview.data === undefined ? '…' : t('status.invites', { count: preview.data.sites, number: format.number(preview.data.sites) })}</Text>;
}
