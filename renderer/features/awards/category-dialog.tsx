/** Making a category, with three criteria proposed to begin with. */
import { Checkbox, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { awardSubjects } from '#shared/awards/results.ts';
import { DraftFoot } from '../../components/draft-foot.tsx';
import { call } from '../../lib/api.ts';
import { useDialogDraft } from '../../lib/dialog-draft.ts';
import { offerUndo } from '../../lib/write.ts';
import { fieldName } from '../../lib/fields.ts';

const suggested = [
  { key: 'impact', weight: 40 },
  { key: 'involvement', weight: 30 },
  { key: 'replication', weight: 30 },
] as const;

export function CategoryDialog({
  editionId,
  onClose,
  onCreated,
}: {
  editionId: string;
  onClose: () => void;
  onCreated: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation('awards');
  const [failure, setFailure] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const form = useForm({
    initialValues: {
      name: '',
      subject: awardSubjects[0] as (typeof awardSubjects)[number],
      winnersCount: 1 as number | string,
      withCriteria: true,
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('edition.required') : null),
      winnersCount: (value) => (Number(value) >= 1 ? null : t('edition.required')),
    },
  });
  const draft = useDialogDraft(form, `categories:${editionId}:new`, null);
  const giveUp = (): void => {
    draft.forget();
    onClose();
  };

  const save = async ({ withCriteria, ...values }: typeof form.values): Promise<void> => {
    setSaving(true);
    setFailure(null);
    try {
      const criteria = withCriteria
        ? suggested.map(({ key, weight }) => ({ name: t(`category.suggested.${key}`), weight }))
        : [];
      const made = await call('awards.createCategory', {
        editionId,
        ...values,
        winnersCount: Number(values.winnersCount),
        criteria,
      });
      draft.forget();
      onCreated(made.id);
      onClose();
      await offerUndo(t('category.created', { name: made.name }));
    } catch (error) {
      setFailure(error);
      setSaving(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('category.new')} closeButtonProps={{ 'aria-label': t('edition.cancel') }}>
      <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
        <Stack gap="md">
          <TextInput label={fieldName('name')} withAsterisk data-autofocus {...form.getInputProps('name')} />
          <Group grow align="flex-start">
            <Select
              label={fieldName('subject')}
              data={awardSubjects.map((value) => ({ value, label: t(`subject.${value}`) }))}
              allowDeselect={false}
              comboboxProps={{ shadow: 'md' }}
              {...form.getInputProps('subject')}
            />
            <NumberInput
              label={fieldName('winnersCount')}
              allowDecimal={false}
              min={1}
              max={50}
              {...form.getInputProps('winnersCount')}
            />
          </Group>
          <Checkbox
            label={t('category.withCriteria')}
            description={suggested.map(({ key }) => t(`category.suggested.${key}`)).join(', ')}
            {...form.getInputProps('withCriteria', { type: 'checkbox' })}
          />
          <DraftFoot
            isBack={draft.isBack}
            failure={failure}
            saving={saving}
            submitLabel={t('category.create')}
            onGiveUp={giveUp}
          />
        </Stack>
      </form>
    </Modal>
  );
}
