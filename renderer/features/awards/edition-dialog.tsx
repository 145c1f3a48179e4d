/** Making an edition, from nothing or from an earlier one, and changing its name, date, method and quorum. */
import { Checkbox, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { DateField } from '../../components/date-field.tsx';
import { useForm } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionRow } from '#shared/awards/contract.ts';
import { editionLabel } from '#shared/awards/edition-label.ts';
import { awardMethods, isCalendarDate } from '#shared/base/common.ts';
import { Overtaken } from '../../components/overtaken.tsx';
import { DraftFoot } from '../../components/draft-foot.tsx';
import { call } from '../../lib/api.ts';
import { useDialogDraft } from '../../lib/dialog-draft.ts';
import { useFormat } from '../../lib/format.ts';
import { offerUndo } from '../../lib/write.ts';
import { today } from '../../lib/today.ts';

interface Props {
  /** Null for a new one. */
  edition: EditionRow | null;
  editions: EditionRow[];
  onClose: () => void;
  onCreated?: (id: string) => void;
}

export function EditionDialog({ edition, editions, onClose, onCreated }: Props): ReactNode {
  const { t } = useTranslation('awards');
  const { t: words } = useTranslation('table');
  const format = useFormat();
  const [failure, setFailure] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const last = editions[0];
  const form = useForm({
    initialValues: {
      name: edition?.name ?? last?.name ?? t('edition.defaultName'),
      year: (edition?.year ?? (last === undefined ? Number(today().slice(0, 4)) : last.year + 1)) as number | string,
      heldOn: edition?.heldOn ?? null,
      place: edition?.place ?? '',
      method: edition?.method ?? last?.method ?? awardMethods[0],
      quorum: (edition?.quorum ?? last?.quorum ?? 3) as number | string,
      copyFrom: last?.id ?? '',
      copyCategories: true,
      copyJurors: true,
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('edition.required') : null),
      year: (value) => (Number(value) >= 1990 && Number(value) <= 2200 ? null : t('edition.yearRange')),
      heldOn: (value) => (value === null || isCalendarDate(value) ? null : words('date.unknown')),
      quorum: (value) => (Number(value) >= 1 ? null : t('edition.required')),
    },
  });
  const draft = useDialogDraft(
    form,
    `editions:${edition?.id ?? 'new'}`,
    edition === null
      ? null
      : {
          name: edition.name,
          year: edition.year,
          heldOn: edition.heldOn,
          place: edition.place ?? '',
          method: edition.method,
          quorum: edition.quorum,
        },
  );
  const { method, copyFrom } = form.values;
  const giveUp = (): void => {
    draft.forget();
    onClose();
  };

  const save = async ({ copyFrom: from, copyCategories, copyJurors, ...values }: typeof form.values): Promise<void> => {
    setSaving(true);
    setFailure(null);
    const fields = { ...values, year: Number(values.year), quorum: Number(values.quorum) };
    try {
      if (edition === null) {
        const made = await call('awards.createEdition', {
          ...fields,
          copyFrom: from === '' ? null : from,
          copyCategories,
          copyJurors,
        });
        draft.forget();
        onCreated?.(made.id);
        onClose();
        await offerUndo(t('edition.created', { name: editionLabel(made) }));
      } else {
        // What was not touched may have been changed elsewhere meanwhile.
        const set = Object.fromEntries(Object.entries(fields).filter(([name]) => form.isDirty(name)));
        if (Object.keys(set).length === 0) {
          onClose();
          return;
        }
        const saved = await call('awards.updateEdition', { id: edition.id, set });
        draft.forget();
        onClose();
        await offerUndo(t('edition.saved', { name: editionLabel(saved) }));
      }
    } catch (error) {
      setFailure(error);
      setSaving(false);
    }
  };

  /** Under a field: that it has got another value elsewhere, and the way to take it. */
  const overtaken = (name: 'name' | 'year' | 'heldOn' | 'place' | 'method' | 'quorum'): ReactNode => {
    const now = draft.overtakenBy(name);
    if (now === undefined) return null;
    const shown =
      name === 'method'
        ? t(`method.${now as (typeof awardMethods)[number]}`)
        : name === 'heldOn'
          ? format.date(now === null ? null : String(now))
          : String(now ?? '');
    return <Overtaken value={shown} onTake={() => draft.take(name)} />;
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(edition === null ? 'edition.new' : 'edition.edit')}
      closeButtonProps={{ 'aria-label': t('edition.cancel') }}
      size="lg"
    >
      <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
        <Stack gap="md">
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <div data-field style={{ flex: 3 }}>
              <TextInput label={t('edition.name')} withAsterisk data-autofocus {...form.getInputProps('name')} />
              {overtaken('name')}
            </div>
            <div data-field style={{ flex: 1 }}>
              <NumberInput
                label={t('edition.year')}
                withAsterisk
                allowDecimal={false}
                thousandSeparator=""
                hideControls
                {...form.getInputProps('year')}
              />
              {overtaken('year')}
            </div>
          </Group>
          <Group grow align="flex-start">
            <div data-field>
              <DateField
                label={t('edition.heldOn')}
                clearLabel={words('none')}
                value={form.values.heldOn}
                onChange={(heldOn) => form.setFieldValue('heldOn', heldOn)}
                error={form.errors['heldOn'] === undefined ? null : words('date.unknown')}
              />
              {overtaken('heldOn')}
            </div>
            <div data-field>
              <TextInput label={t('edition.place')} {...form.getInputProps('place')} />
              {overtaken('place')}
            </div>
          </Group>
          <Group grow align="flex-start">
            <div data-field>
              <Select
                label={t('edition.method')}
                description={t(`methodHelp.${method}`)}
                data={awardMethods.map((value) => ({ value, label: t(`method.${value}`) }))}
                allowDeselect={false}
                comboboxProps={{ shadow: 'md' }}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps('method')}
              />
              {overtaken('method')}
            </div>
            <div data-field>
              <NumberInput
                label={t('edition.quorum')}
                description={t('edition.quorumHelp')}
                allowDecimal={false}
                min={1}
                max={1000}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps('quorum')}
              />
              {overtaken('quorum')}
            </div>
          </Group>
          {edition === null && last !== undefined && (
            <>
              <Select
                label={t('edition.copyFrom')}
                data={[
                  { value: '', label: t('edition.copyNone') },
                  ...editions.map((row) => ({ value: row.id, label: editionLabel(row) })),
                ]}
                allowDeselect={false}
                comboboxProps={{ shadow: 'md' }}
                {...form.getInputProps('copyFrom')}
              />
              {copyFrom !== '' && (
                <Group gap="xl">
                  <Checkbox
                    label={t('edition.copyCategories')}
                    {...form.getInputProps('copyCategories', { type: 'checkbox' })}
                  />
                  <Checkbox
                    label={t('edition.copyJurors')}
                    {...form.getInputProps('copyJurors', { type: 'checkbox' })}
                  />
                </Group>
              )}
            </>
          )}
          <DraftFoot
            isBack={draft.isBack}
            failure={failure}
            saving={saving}
            submitLabel={t(edition === null ? 'edition.create' : 'edition.save')}
            onGiveUp={giveUp}
          />
        </Stack>
      </form>
    </Modal>
  );
}
