/** A decision of the jury, always with its reason: who comes first of equals, or who wins despite the ranking. */
import { Button, Group, Modal, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CategoryResult, RankedNominee } from '#shared/awards/results.ts';
import { call } from '../../lib/api.ts';
import { offerUndo } from '../../lib/write.ts';
import { errorText } from '../../lib/errors.ts';

interface Props {
  kind: 'tie_break' | 'override';
  /** One, or those among whom to choose. */
  candidates: RankedNominee[];
  category: CategoryResult;
  onClose: () => void;
}

export function DecisionDialog({ kind, candidates, category, onClose }: Props): ReactNode {
  const { t } = useTranslation('awards');
  const [nomineeId, setNomineeId] = useState(candidates.length === 1 ? (candidates[0]?.nomineeId ?? '') : '');
  const [rank, setRank] = useState('1');
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const [only] = candidates.length === 1 ? candidates : [];
  const ready = nomineeId !== '' && reason.trim() !== '';
  const title =
    kind === 'override'
      ? t('results.override')
      : only === undefined
        ? t('results.breakTie')
        : t('results.breakTieFor', { name: only.title });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    setSaving(true);
    setFailure(null);
    try {
      await call('awards.decide', { nomineeId, kind, rank: Number(rank), reason });
      onClose();
      await offerUndo(
        t('results.decided', { name: candidates.find((one) => one.nomineeId === nomineeId)?.title ?? '' }),
      );
    } catch (error) {
      setFailure(error);
      setSaving(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('edition.cancel') }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {only !== undefined ? (
            <Text fw={600}>{only.title}</Text>
          ) : (
            <Radio.Group label={t('results.chosen')} value={nomineeId} onChange={setNomineeId}>
              <Stack gap="xs" mt="xs">
                {candidates.map((one) => (
                  <Radio key={one.nomineeId} value={one.nomineeId} label={one.title} description={one.siteName} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          {kind === 'override' && category.winnersCount > 1 && (
            <Select
              label={t('results.whichPrize')}
              data={Array.from({ length: category.winnersCount }, (_, index) => ({
                value: String(index + 1),
                label: t('results.prize', { rank: index + 1 }),
              }))}
              value={rank}
              onChange={(value) => setRank(value ?? '1')}
              allowDeselect={false}
              comboboxProps={{ shadow: 'md' }}
            />
          )}
          <Textarea
            label={t('results.reason')}
            description={t('results.reasonHelp')}
            withAsterisk
            autosize
            minRows={3}
            data-autofocus={only !== undefined || undefined}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {failure !== null && (
            <Text c="var(--danger)" size="sm" role="alert">
              {errorText(failure)}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('edition.cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={saving}>
              {t('results.decide')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
