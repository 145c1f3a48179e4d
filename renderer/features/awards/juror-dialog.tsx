/** Adding a juror, from the network or from outside, and changing one. */
import { Checkbox, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Juror } from '#shared/awards/contract.ts';
import { PersonPicker } from '../../blocks/record-form/pickers.tsx';
import { Overtaken } from '../../components/overtaken.tsx';
import { DraftFoot } from '../../components/draft-foot.tsx';
import { call } from '../../lib/api.ts';
import { useDialogDraft } from '../../lib/dialog-draft.ts';
import { offerUndo } from '../../lib/write.ts';

export function JurorDialog({
  editionId,
  juror,
  onClose,
}: {
  editionId: string;
  juror: Juror | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('awards');
  const [failure, setFailure] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const form = useForm({
    initialValues: {
      personId: juror?.personId ?? null,
      name: juror?.name ?? '',
      role: juror?.role ?? '',
      email: juror?.email ?? '',
      isChair: juror?.isChair ?? false,
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('edition.required') : null),
      email: (value) =>
        value.trim() === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? null : t('jury.emailBad'),
    },
  });

  const draft = useDialogDraft(
    form,
    `jurors:${juror?.id ?? `${editionId}:new`}`,
    juror === null
      ? null
      : {
          personId: juror.personId,
          name: juror.name,
          role: juror.role ?? '',
          email: juror.email ?? '',
          isChair: juror.isChair,
        },
  );
  const giveUp = (): void => {
    draft.forget();
    onClose();
  };

  /** A member of the network brings name, job and address along; what was typed stays. */
  const choose = async (personId: string | null): Promise<void> => {
    form.setFieldValue('personId', personId);
    if (personId === null) return;
    try {
      const person = await call('people.get', { id: personId });
      form.setValues((current) => ({
        name:
          current.name === '' || current.name === undefined
            ? `${person.firstName} ${person.lastName}`.trim()
            : current.name,
        role: current.role === '' || current.role === undefined ? (person.jobTitle ?? '') : current.role,
        email: current.email === '' || current.email === undefined ? (person.email ?? '') : current.email,
      }));
    } catch (error) {
      setFailure(error);
    }
  };

  const save = async (values: typeof form.values): Promise<void> => {
    const fields = { ...values, email: values.email.trim() === '' ? null : values.email };
    // What was not touched may have been changed elsewhere meanwhile.
    const touched = Object.fromEntries(Object.entries(fields).filter(([name]) => form.isDirty(name)));
    if (juror !== null && Object.keys(touched).length === 0) {
      onClose();
      return;
    }
    setSaving(true);
    setFailure(null);
    try {
      const saved =
        juror === null
          ? await call('awards.addJuror', { editionId, ...fields })
          : await call('awards.updateJuror', { id: juror.id, set: touched });
      draft.forget();
      onClose();
      await offerUndo(t(juror === null ? 'jury.added' : 'jury.saved', { name: saved.name }));
    } catch (error) {
      setFailure(error);
      setSaving(false);
    }
  };

  const overtaken = (name: 'name' | 'role' | 'email'): ReactNode => {
    const now = draft.overtakenBy(name);
    return now === undefined ? null : <Overtaken value={String(now ?? '')} onTake={() => draft.take(name)} />;
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(juror === null ? 'jury.add' : 'jury.editTitle')}
      closeButtonProps={{ 'aria-label': t('edition.cancel') }}
    >
      <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
        <Stack gap="md">
          <div data-field>
            <TextInput label={t('jury.name')} withAsterisk data-autofocus {...form.getInputProps('name')} />
            {overtaken('name')}
          </div>
          <PersonPicker label={t('jury.person')} value={form.values.personId} onChange={(id) => void choose(id)} />
          <div data-field>
            <TextInput label={t('jury.role')} {...form.getInputProps('role')} />
            {overtaken('role')}
          </div>
          <div data-field>
            <TextInput label={t('jury.email')} type="email" {...form.getInputProps('email')} />
            {overtaken('email')}
          </div>
          <Checkbox
            label={t('jury.isChair')}
            description={t('jury.chairHelp')}
            {...form.getInputProps('isChair', { type: 'checkbox' })}
          />
          <DraftFoot
            isBack={draft.isBack}
            failure={failure}
            saving={saving}
            submitLabel={t(juror === null ? 'jury.add' : 'jury.save')}
            onGiveUp={giveUp}
          />
        </Stack>
      </form>
    </Modal>
  );
}
