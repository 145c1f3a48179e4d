/** A juror stands aside for a nominee, and says why. */
import { Modal, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { recusalKinds } from '#shared/awards/results.ts';
import type { EditionDetail } from '#shared/awards/contract.ts';
import { DraftFoot } from '../../components/draft-foot.tsx';
import { call } from '../../lib/api.ts';
import { useDialogDraft } from '../../lib/dialog-draft.ts';
import { offerUndo } from '../../lib/write.ts';
import { nomineeTitle } from './nominees-step.tsx';

export function RecusalDialog({ detail, onClose }: { detail: EditionDetail; onClose: () => void }): ReactNode {
  const { t } = useTranslation('awards');
  const [failure, setFailure] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const form = useForm({
    initialValues: { jurorId: '', nomineeId: '', kind: recusalKinds[0] as (typeof recusalKinds)[number], reason: '' },
    validate: {
      jurorId: (value) => (value === '' ? t('edition.required') : null),
      nomineeId: (value) => (value === '' ? t('edition.required') : null),
      reason: (value) => (value.trim() === '' ? t('edition.required') : null),
    },
  });
  const draft = useDialogDraft(form, `recusals:${detail.edition.id}:new`, null);
  const giveUp = (): void => {
    draft.forget();
    onClose();
  };

  const save = async (values: typeof form.values): Promise<void> => {
    setSaving(true);
    setFailure(null);
    try {
      await call('awards.setRecusal', values);
      draft.forget();
      onClose();
      await offerUndo(
        t('jury.recused', { name: detail.jurors.find((juror) => juror.id === values.jurorId)?.name ?? '' }),
      );
    } catch (error) {
      setFailure(error);
      setSaving(false);
    }
  };
  const select = {
    placeholder: t('jury.choose'),
    comboboxProps: { shadow: 'md' as const },
    nothingFoundMessage: t('nominees.nothing'),
    searchable: true,
    withAsterisk: true,
  };
  return (
    <Modal opened onClose={onClose} title={t('jury.recuse')} closeButtonProps={{ 'aria-label': t('edition.cancel') }}>
      <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
        <Stack gap="md">
          <Select
            {...select}
            label={t('jury.juror')}
            data-autofocus
            data={detail.jurors.map((juror) => ({ value: juror.id, label: juror.name }))}
            {...form.getInputProps('jurorId')}
          />
          <Select
            {...select}
            label={t('jury.nominee')}
            data={detail.categories
              .filter((category) => category.nominees.length > 0)
              .map((category) => ({
                group: category.name,
                items: category.nominees.map((nominee) => ({ value: nominee.id, label: nomineeTitle(nominee) })),
              }))}
            {...form.getInputProps('nomineeId')}
          />
          <Select
            label={t('jury.kind')}
            allowDeselect={false}
            comboboxProps={{ shadow: 'md' }}
            data={recusalKinds.map((value) => ({ value, label: t(`jury.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <Textarea
            label={t('jury.reason')}
            description={t('jury.reasonHelp')}
            withAsterisk
            autosize
            minRows={2}
            {...form.getInputProps('reason')}
          />
          <DraftFoot
            isBack={draft.isBack}
            failure={failure}
            saving={saving}
            submitLabel={t('jury.save')}
            onGiveUp={giveUp}
          />
        </Stack>
      </form>
    </Modal>
  );
}
