/** A relance of the ambassadors of chosen sites: to whom, in which language and words; sent from the user's own mail program, then noted here. */
import { Anchor, Button, Group, Modal, Select, Stack, Switch, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { activityBreaks } from '#shared/network/scales.ts';
import { RecordQuick } from '../../../blocks/record-quick.tsx';
import { Letters } from '../../../blocks/letters.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingRows } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { useWrite } from '../../../lib/write.ts';
import { useFormat } from '../../../lib/format.ts';
import { showError } from '../../../lib/toasts.ts';
import type { NetworkFilterInput } from '../use-network.ts';
import { useRecordAddress } from '../../../lib/features.ts';

/** Whoever was reminded within a month is left in peace. */
const sparedDays = 30;
const namedWithout = 5;

interface Props {
  /** The sites; null while there is no relance. */
  filter: NetworkFilterInput | null;
  readOnly: boolean;
  onClose: () => void;
}

export function FollowUpDialog({ filter, readOnly, onClose }: Props): ReactNode {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation('common');
  return (
    <Modal
      opened={filter !== null}
      onClose={onClose}
      title={t('followUp.title')}
      size={720}
      closeButtonProps={{ 'aria-label': common('close') }}
      keepMounted={false}
    >
      {filter !== null && <Content filter={filter} readOnly={readOnly} onClose={onClose} />}
    </Modal>
  );
}

function Content({ filter, readOnly, onClose }: Props & { filter: NetworkFilterInput }): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('network');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const [quiet, setQuiet] = useState<number | null>(null);
  const [sparing, setSparing] = useState(true);
  const asked = { filter, quietDays: quiet, sparedDays: sparing ? sparedDays : null };
  const ready = useRead('network.followUp', asked, { keep: true });
  const note = useWrite('network.noteFollowUp', {
    toast: ({ count }) => t('followUp.noted', { count, number: format.number(count) }),
    onDone: onClose,
  });
  if (ready.error !== null) return <ErrorState error={ready.error} onRetry={() => void ready.refetch()} />;
  if (ready.data === undefined) return <LoadingRows rows={6} />;
  const { sites, alone, people, spared, letters, without } = ready.data;
  const rest = without.total - namedWithout;
  return (
    <Stack gap="md">
      <Group gap="lg" align="flex-end">
        <Select
          w={290}
          label={t('followUp.which')}
          allowDeselect={false}
          value={quiet === null ? 'all' : String(quiet)}
          onChange={(value) => setQuiet(value === null || value === 'all' ? null : Number(value))}
          data={[
            { value: 'all', label: t('followUp.all') },
            ...activityBreaks.map((days) => ({
              value: String(days),
              label: t('followUp.quiet', { days: format.number(days) }),
            })),
          ]}
          comboboxProps={{ shadow: 'md' }}
        />
        <Switch
          mb={8}
          label={t('followUp.spare')}
          checked={sparing}
          onChange={(event) => setSparing(event.currentTarget.checked)}
        />
      </Group>
      <Text size="sm" aria-live="polite">
        {t('followUp.people', {
          count: people,
          number: format.number(people),
          sites: t('sites', { count: sites, number: format.number(sites) }),
        })}
        {spared > 0 && ` ${t('followUp.spared', { count: spared, number: format.number(spared) })}`}
        {alone > 0 && ` ${t('followUp.alone', { count: alone, number: format.number(alone) })}`}
      </Text>
      {/* Another choice makes other letters. */}
      {letters.length > 0 && <Letters key={`${quiet} ${sparing}`} letters={letters} />}
      {without.total > 0 && (
        <Text size="sm" c="dimmed">
          {t('followUp.without', { count: without.total, number: format.number(without.total) })}{' '}
          {without.rows.slice(0, namedWithout).map((person, at) => (
            <span key={person.id}>
              {at > 0 && ', '}
              <Anchor component={Link} to={address('person', person.id)} size="sm" underline="always">
                {person.name}
              </Anchor>
              <RecordQuick kind="person" id={person.id} name={person.name} />
            </span>
          ))}
          {rest > 0 && '…'}
        </Text>
      )}
      {people > 0 && !readOnly && (
        <Group justify="space-between" align="center" wrap="nowrap">
          <Text size="sm" c="dimmed">
            {t('followUp.noteHelp')}
          </Text>
          <Group gap="xs" wrap="nowrap" flex="none">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button loading={note.isPending} onClick={() => note.mutate(asked, { onError: showError })}>
              {t('followUp.note')}
            </Button>
          </Group>
        </Group>
      )}
    </Stack>
  );
}
