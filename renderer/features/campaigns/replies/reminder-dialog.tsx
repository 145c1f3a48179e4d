/** A relance: whom to write to, in which language and with which words; sent from the user's own mail program, then noted here. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract.ts';
import { Letters } from '../../../blocks/letters.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingRows } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { useWrite } from '../../../lib/write.ts';
import { useFormat } from '../../../lib/format.ts';
import { showError } from '../../../lib/toasts.ts';

type Reminder = OutputOf<'adoptions.reminder'>;

/** The most answers that one relance may be noted for, as the contract says. */
export const mostReminded = 20_000;
const namedWithout = 6;

interface Props {
  /** Ids of answers; null while there is no relance. */
  ids: string[] | null;
  onClose: () => void;
  onDone: () => void;
}

export function ReminderDialog({ ids, onClose, onDone }: Props): ReactNode {
  const { t } = useTranslation('replies');
  const { t: words } = useTranslation('campaigns');
  return (
    <Modal
      opened={ids !== null}
      onClose={onClose}
      title={t('reminder.title')}
      size={720}
      closeButtonProps={{ 'aria-label': words('cancel') }}
      keepMounted={false}
    >
      {ids !== null && <Content ids={ids} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function Content({ ids, onClose, onDone }: Props & { ids: string[] }): ReactNode {
  const { t } = useTranslation('replies');
  const { t: words } = useTranslation('campaigns');
  const format = useFormat();
  const ready = useRead('adoptions.reminder', { ids });
  const note = useWrite('adoptions.remind', {
    toast: ({ count }) => words('answer.reminded', { count, number: format.number(count) }),
    onDone,
  });
  if (ready.error !== null) return <ErrorState error={ready.error} onRetry={() => void ready.refetch()} />;
  if (ready.data === undefined) return <LoadingRows rows={6} />;
  const { answers, sites, letters, without } = ready.data;
  if (answers === 0) return <Text>{t('reminder.nobody')}</Text>;
  return (
    <Stack gap="md">
      <Text size="sm">{t('reminder.sites', { count: sites, number: format.number(sites) })}</Text>
      {letters.length > 0 && <Letters letters={letters} />}
      {without.total > 0 && <Without without={without} />}
      <Group justify="space-between" align="center" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {t('reminder.noteHelp')}
        </Text>
        <Group gap="xs" wrap="nowrap" flex="none">
          <Button variant="default" onClick={onClose}>
            {words('cancel')}
          </Button>
          <Button loading={note.isPending} onClick={() => note.mutate({ ids }, { onError: showError })}>
            {t('reminder.note')}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

function Without({ without }: { without: Reminder['without'] }): ReactNode {
  const { t } = useTranslation('replies');
  const format = useFormat();
  const named = without.rows.slice(0, namedWithout).map((site) => site.name);
  const rest = without.total - named.length;
  return (
    <Text size="sm" c="dimmed">
      {t('reminder.without', {
        count: without.total,
        number: format.number(without.total),
        names: rest > 0 ? `${named.join(', ')}…` : format.list(named),
      })}
    </Text>
  );
}
