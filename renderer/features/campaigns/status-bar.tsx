/** Where a campaign stands and what may be done with it. */
import { ActionIcon, Button, Group, Menu, Tooltip } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignStatus } from '#shared/campaigns/lists.ts';
import type { CampaignRow } from '#shared/campaigns/contract.ts';
import { Marked } from '../../components/step-mark.tsx';
import { useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import { useHasUnsaved } from '../../lib/unsaved.ts';
import { CloneDialog } from './clone-dialog.tsx';
import { useStatusChange } from './status-change.tsx';
import { campaignMarks, useCampaignWords } from './words.ts';
import type { Made } from './view-props.ts';

interface Props {
  row: CampaignRow;
  onClose: () => void;
  onMade: (made: Made) => void;
}

const next: Partial<Record<CampaignStatus, CampaignStatus>> = {
  draft: 'ready',
  ready: 'running',
  running: 'closed',
  closed: 'archived',
};

export function StatusBar({ row, onClose, onMade }: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  const words = useCampaignWords();
  const [cloning, setCloning] = useState(false);
  const change = useStatusChange();
  const remove = useWrite('campaigns.delete', { toast: () => t('deleted', { name: row.title }), onDone: onClose });
  const following = next[row.status];
  // What was typed and not saved would not count, and who presses the button thinks it does.
  const unsaved = useHasUnsaved();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Marked mark={campaignMarks[row.status]}>{words.status(row.status)}</Marked>
      <Group gap="xs" wrap="nowrap">
        {following !== undefined && (
          <Tooltip label={t('scope.saveFirst')} disabled={!unsaved} withinPortal={false}>
            <Button
              size="xs"
              variant={following === 'archived' ? 'default' : 'filled'}
              loading={change.pending}
              data-disabled={unsaved || undefined}
              aria-disabled={unsaved}
              aria-description={unsaved ? t('scope.saveFirst') : undefined}
              onClick={() => !unsaved && change.ask(row, following)}
            >
              {t(`status.to.${following}`)}
            </Button>
          </Tooltip>
        )}
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {words.statuses
              .filter(({ value }) => value !== row.status && value !== following)
              .map(({ value }) => (
                <Menu.Item key={value} disabled={unsaved} onClick={() => change.ask(row, value as CampaignStatus)}>
                  {t(`status.to.${value as CampaignStatus}`)}
                </Menu.Item>
              ))}
            <Menu.Divider />
            <Menu.Item onClick={() => setCloning(true)}>{t('clone.do')}</Menu.Item>
            <Menu.Item color="red" onClick={() => remove.mutate({ ids: [row.id] }, { onError: showError })}>
              {t('delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {change.question}
      <CloneDialog row={row} opened={cloning} onClose={() => setCloning(false)} onCreated={onMade} />
    </Group>
  );
}
