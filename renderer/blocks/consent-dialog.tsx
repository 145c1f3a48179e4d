/** Records the same consents for one or several people where they are missing: in their list, beside what was left out for want of them. */
import { Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { consentPurposes } from '#shared/base/common.ts';
import type { Consent } from '#shared/people/contract.ts';
import { call } from '../lib/api.ts';
import { useFormat } from '../lib/format.ts';
import { today } from '../lib/today.ts';
import { offerUndo } from '../lib/write.ts';
import { RecordForm } from './record-form/record-form.tsx';
import type { FormValues } from './record-form/types.ts';

type Purpose = Consent['purpose'];

interface Props {
  personIds: string[];
  /** Who it is about, when it is one. */
  name?: string;
  purposes?: Purpose[];
  onClose: () => void;
  onDone?: () => void;
}

export function ConsentDialog({ personIds, name, purposes = [], onClose, onDone }: Props): ReactNode {
  const { t } = useTranslation('people');
  const { t: terms } = useTranslation('terms');
  const format = useFormat();
  const save = async (set: FormValues): Promise<void> => {
    const { count, kept } = await call('people.grantConsents', {
      ids: personIds,
      purposes: String(set['purposes']).split(',') as Purpose[],
      grantedOn: String(set['grantedOn']),
      expiresOn: (set['expiresOn'] ?? null) as string | null,
      media: (set['media'] ?? null) as string | null,
      notes: (set['notes'] ?? null) as string | null,
    });
    onClose();
    onDone?.();
    const told = t('consents.recorded', { count, number: format.number(count) });
    await offerUndo(kept === 0 ? told : `${told} ${t('consents.kept', { count: kept, number: format.number(kept) })}`);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        name === undefined
          ? t('consents.addFor', { count: personIds.length, number: format.number(personIds.length) })
          : t('consents.addForOne', { name })
      }
      closeButtonProps={{ 'aria-label': t('consents.cancel') }}
      size="lg"
    >
      <Text size="sm" c="dimmed" mb="md">
        {t('consents.addHelp')}
      </Text>
      <RecordForm
        draftKey={name === undefined ? null : `consents:${personIds.join(' ')}:new`}
        specs={[
          {
            name: 'purposes',
            kind: 'several',
            required: true,
            choices: consentPurposes.map((value) => ({ value, label: terms(`purpose.${value}`) })),
          },
          { name: 'grantedOn', kind: 'date', half: true, required: true },
          { name: 'expiresOn', kind: 'date', half: true },
          { name: 'media', kind: 'text' },
          { name: 'notes', kind: 'long' },
        ]}
        initial={{ grantedOn: today(), purposes: purposes.join(',') }}
        isNew
        readOnly={false}
        submitLabel={t('consents.save')}
        onSave={save}
        onCancel={onClose}
      />
    </Modal>
  );
}
