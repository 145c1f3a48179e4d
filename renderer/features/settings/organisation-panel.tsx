/** Who the organisation is, how it counts, and the colours and logo that its slides wear. */
import { Button, ColorInput, Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#shared/workspace/contract.ts';
import { AttachmentImage } from '../../blocks/attachment-image.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingPage } from '../../components/loading.tsx';
import { call, useRead } from '../../lib/api.ts';
import { offerUndo, useWrite } from '../../lib/write.ts';
import { errorText } from '../../lib/errors.ts';
import { showError } from '../../lib/toasts.ts';

export function OrganisationPanel(): ReactNode {
  const organisation = useRead('organisation.get', {});
  if (organisation.error !== null)
    return <ErrorState error={organisation.error} onRetry={() => void organisation.refetch()} />;
  if (organisation.data === undefined) return <LoadingPage />;
  return <OrganisationForm key={organisation.data.updatedAt} organisation={organisation.data} />;
}

function OrganisationForm({ organisation }: { organisation: Organisation }): ReactNode {
  const { t, i18n } = useTranslation('settings');
  const save = useWrite('organisation.update', { toast: () => t('saved') });
  const form = useForm({
    initialValues: {
      name: organisation.name,
      lang: organisation.lang,
      country: organisation.country,
      primaryColour: organisation.primaryColour,
      accentColour: organisation.accentColour,
      fiscalYearStartMonth: String(organisation.fiscalYearStartMonth),
      coverageRatio: organisation.coverageRatio as number | string,
      solicitationThreshold: organisation.solicitationThreshold as number | string,
      hourlyCost: (organisation.hourlyCost ?? '') as number | string,
      currency: organisation.currency,
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('required') : null),
      country: (value) => (/^[A-Za-z]{2}$/.test(value.trim()) ? null : t('twoLetters')),
      currency: (value) => (/^[A-Za-z]{3}$/.test(value.trim()) ? null : t('threeLetters')),
      coverageRatio: (value) => (typeof value === 'number' && value >= 1 ? null : t('atLeastOne')),
      solicitationThreshold: (value) => (typeof value === 'number' && value >= 1 ? null : t('atLeastOne')),
    },
  });
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2026, index, 1)),
    ),
  }));
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        save.mutate({
          set: {
            ...values,
            fiscalYearStartMonth: Number(values.fiscalYearStartMonth),
            coverageRatio: Number(values.coverageRatio),
            solicitationThreshold: Number(values.solicitationThreshold),
            hourlyCost: values.hourlyCost === '' ? null : Number(values.hourlyCost),
          },
        }),
      )}
    >
      <Stack gap="lg">
        <SimpleGrid cols={2}>
          <TextInput label={t('organisation.name')} required {...form.getInputProps('name')} />
          <Select
            label={t('organisation.lang')}
            description={t('organisation.langHelp')}
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
            allowDeselect={false}
            {...form.getInputProps('lang')}
          />
          <TextInput label={t('organisation.country')} maxLength={2} {...form.getInputProps('country')} />
          <Select
            label={t('organisation.fiscalYear')}
            data={months}
            allowDeselect={false}
            {...form.getInputProps('fiscalYearStartMonth')}
          />
          <NumberInput
            label={t('organisation.ratio')}
            description={t('organisation.ratioHelp')}
            min={1}
            max={100_000}
            allowDecimal={false}
            {...form.getInputProps('coverageRatio')}
          />
          <NumberInput
            label={t('organisation.threshold')}
            description={t('organisation.thresholdHelp')}
            min={1}
            max={1000}
            allowDecimal={false}
            {...form.getInputProps('solicitationThreshold')}
          />
          <NumberInput
            label={t('organisation.hourlyCost')}
            description={t('organisation.hourlyCostHelp')}
            min={0}
            decimalScale={2}
            {...form.getInputProps('hourlyCost')}
          />
          <TextInput label={t('organisation.currency')} maxLength={3} {...form.getInputProps('currency')} />
          <ColorInput
            label={t('organisation.primary')}
            description={t('organisation.colourHelp')}
            format="hex"
            {...form.getInputProps('primaryColour')}
          />
          <ColorInput
            label={t('organisation.accent')}
            description={t('organisation.accentHelp')}
            format="hex"
            {...form.getInputProps('accentColour')}
          />
        </SimpleGrid>
        <Logo organisation={organisation} />
        {save.error !== null && (
          <Text c="var(--danger)" role="alert">
            {errorText(save.error)}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Logo({ organisation }: { organisation: Organisation }): ReactNode {
  const { t } = useTranslation('settings');
  const remove = useWrite('organisation.update', { toast: () => t('organisation.logoRemoved') });
  const choose = async (): Promise<void> => {
    try {
      const { paths } = await call('shell.chooseOpen', { purpose: 'image' });
      const path = paths[0];
      if (path === undefined) return;
      const { rows } = await call('attachments.add', {
        ownerKind: 'organisation',
        ownerId: organisation.id,
        role: 'logo',
        paths: [path],
      });
      const added = rows[0];
      if (added !== undefined) await call('organisation.update', { set: { logoAttachmentId: added.id } });
      await offerUndo(t('organisation.logoAdded'));
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Group gap="lg" align="center">
      {organisation.logoAttachmentId !== null && (
        <AttachmentImage
          id={organisation.logoAttachmentId}
          alt={t('organisation.logo')}
          style={{ height: 56, maxWidth: 200, objectFit: 'contain' }}
        />
      )}
      <div>
        <Text fw={500} size="sm">
          {t('organisation.logo')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('organisation.logoHelp')}
        </Text>
      </div>
      <Group gap="xs">
        <Button variant="default" onClick={() => void choose()}>
          {t('organisation.chooseLogo')}
        </Button>
        {organisation.logoAttachmentId !== null && (
          <Button variant="subtle" onClick={() => remove.mutate({ set: { logoAttachmentId: null } })}>
            {t('organisation.removeLogo')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
