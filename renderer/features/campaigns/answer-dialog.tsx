/** The answer of one site, or the same answer for many. */
import { Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdoptionRow } from '#shared/adoptions/contract.ts';
import type { InputOf } from '#shared/contract.ts';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import type { FieldSpec, FormValues } from '../../blocks/record-form/types.ts';
import { call } from '../../lib/api.ts';
import { offerUndo } from '../../lib/write.ts';
import { useFormat } from '../../lib/format.ts';
import { useCampaignWords } from './words.ts';

interface Props {
  /** One row, or the ids of many; null for none. */
  target: AdoptionRow | string[] | null;
  onClose: () => void;
  onDone: () => void;
}

export function AnswerDialog({ target, onClose, onDone }: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const title =
    target === null
      ? ''
      : Array.isArray(target)
        ? t('answer.of', { count: target.length, number: format.number(target.length) })
        : target.siteName;
  return (
    <Modal
      opened={target !== null}
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('cancel') }}
      keepMounted={false}
    >
      {target !== null && <Answer target={target} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function Answer({ target, onClose, onDone }: Props & { target: AdoptionRow | string[] }): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: words } = useTranslation('table');
  const { answers } = useCampaignWords();
  const format = useFormat();
  const many = Array.isArray(target);
  const specs: FieldSpec[] = [
    { name: 'status', kind: 'choice', required: true, choices: answers },
    { name: 'what', kind: 'long', help: t('answer.whatHelp') },
    { name: 'why', kind: 'long', help: t('answer.whyHelp') },
    { name: 'answeredOn', kind: 'date', half: true },
    { name: 'answeredBy', kind: 'text', half: true },
    ...(many ? [] : [{ name: 'initiativeId', kind: 'initiative' } satisfies FieldSpec]),
  ];
  const check = (values: FormValues): Record<string, string> => {
    const empty = (name: string): boolean => String(values[name] ?? '').trim() === '';
    const found: Record<string, string> = {};
    if (values['status'] === 'adapted' && empty('what')) found['what'] = words('required');
    if (values['status'] === 'declined' && empty('why')) found['why'] = words('required');
    return found;
  };
  const save = async (set: FormValues): Promise<void> => {
    if (many) {
      const { count } = await call('adoptions.answerMany', {
        ids: target,
        set: set as InputOf<'adoptions.answerMany'>['set'],
      });
      onDone();
      await offerUndo(t('answer.savedMany', { count, number: format.number(count) }));
      return;
    }
    await call('adoptions.answer', { id: target.id, set: set as InputOf<'adoptions.answer'>['set'] });
    onDone();
    await offerUndo(t('answer.saved', { name: target.siteName }));
  };
  return (
    <Stack gap="sm">
      {!many && (
        <Text size="sm" c="dimmed">
          {[
            target.campaignTitle,
            target.city,
            target.territoryName,
            target.contacts.length > 0
              ? t('answer.contacts', { names: format.list(target.contacts.map(({ name }) => name)) })
              : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </Text>
      )}
      <RecordForm
        draftKey={many ? null : `adoptions:${target.id}`}
        specs={specs}
        initial={many ? {} : (target as unknown as FormValues)}
        isNew={many}
        readOnly={false}
        submitLabel={words('save')}
        onSave={save}
        onCancel={onClose}
        check={check}
      />
    </Stack>
  );
}
