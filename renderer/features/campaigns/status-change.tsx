/** Changing where a campaign stands, from its panel or from the board: a change that reaches sites says so first. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignStatus } from '#shared/campaigns/lists.ts';
import type { CampaignRow } from '#shared/campaigns/contract.ts';
import { useRead } from '../../lib/api.ts';
import { keptDraft } from '../../lib/drafts.ts';
import { offerUndo, useWrite } from '../../lib/write.ts';
import { useFormat } from '../../lib/format.ts';
import { showError } from '../../lib/toasts.ts';
import { CollisionsNote } from './collisions/collisions-note.tsx';
import { useScopeWords } from './scope/scope-words.ts';
import { useCampaignWords } from './words.ts';

type Row = Pick<CampaignRow, 'id' | 'title' | 'frozenAt' | 'answers'>;

export interface StatusChange {
  /** Changes at once, or asks first where sites would be invited or invitations taken back. */
  ask: (row: Row, status: CampaignStatus) => void;
  /** What is asked or being written, and of whom; null when nothing is. */
  asked: { row: Row; status: CampaignStatus } | null;
  pending: boolean;
  /** To be put on the page: the question. */
  question: ReactNode;
}

function reachesSites(row: Row, status: CampaignStatus): boolean {
  return row.frozenAt === null ? status === 'ready' || status === 'running' : status === 'draft';
}

/** `onClosed` is told when the question has gone, however it was answered. */
export function useStatusChange(onClosed?: () => void): StatusChange {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const words = useCampaignWords();
  const [asked, setAsked] = useState<StatusChange['asked']>(null);
  const [confirming, setConfirming] = useState(false);
  const set = useWrite('campaigns.setStatus');
  const { mutate } = set;
  const change = (row: Row, status: CampaignStatus): void => {
    setAsked({ row, status });
    setConfirming(false);
    mutate(
      { ids: [row.id], status },
      {
        onSuccess: ({ invited }) =>
          void offerUndo(
            invited > 0
              ? t('status.invited', { count: invited, number: format.number(invited) })
              : t('status.is', { name: row.title, status: words.status(status) }),
          ),
        onError: (error) => {
          setAsked(null);
          showError(error);
        },
      },
    );
  };
  const ask = (row: Row, status: CampaignStatus): void => {
    if (!reachesSites(row, status)) return change(row, status);
    setAsked({ row, status });
    setConfirming(true);
  };
  const cancel = (): void => {
    setConfirming(false);
    setAsked(null);
  };
  const question = (
    <Modal
      opened={confirming}
      onClose={cancel}
      {...(onClosed === undefined ? {} : { onExitTransitionEnd: onClosed })}
      title={asked === null ? '' : t(`status.to.${asked.status}`)}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      {asked !== null && (
        <Stack>
          {asked.status === 'draft' ? (
            <Text>
              {t('status.back', { count: asked.row.answers.invited, number: format.number(asked.row.answers.invited) })}
            </Text>
          ) : (
            <Invites id={asked.row.id} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={cancel}>
              {t('cancel')}
            </Button>
            <Button data-autofocus onClick={() => change(asked.row, asked.status)}>
              {t(`status.to.${asked.status}`)}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
  return { ask, asked, pending: set.isPending, question };
}

/** How many sites, and which. */
function Invites({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const campaign = useRead('campaigns.get', { id });
  const preview = useRead('campaigns.scopePreview', { id, limit: 4 });
  const whom = useScopeWords(campaign.data?.scope ?? null, preview.data?.rows.map((row) => row.name) ?? []);
  const count = preview.data?.sites;
  return (
    <>
      <div aria-live="polite">
        {count === undefined || campaign.data === undefined ? (
          '…'
        ) : (
          <>
            <Text fw={600} mb={4}>
              {t('status.whom', { sites: t('scope.sites', { count, number: format.number(count) }), whom })}
            </Text>
            <Text>{t('status.invites', { count, number: format.number(count) })}</Text>
          </>
        )}
      </div>
      {keptDraft(`campaigns:${id}`) !== null && (
        <Text size="sm" c="var(--danger)">
          {t('scope.unsavedAside')}
        </Text>
      )}
      <CollisionsNote plan={{ id }} />
    </>
  );
}
