/** Who the organisation is, how it counts, and the colours and logo that its slides wear. */
import { Button, ColorInput, Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ChangeEvent, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract.ts';
import type { Organisation } from '#shared/workspace/contract.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingPage } from '../../components/loading.tsx';
import { Overtaken } from '../../components/overtaken.tsx';
import { useRead } from '../../lib/api.ts';
import { useEdits } from '../../lib/edits.ts';
import { useWrite } from '../../lib/write.ts';
import { errorText } from '../../lib/errors.ts';
import { OrganisationLogo } from './organisation-logo.tsx';

export function OrganisationPanel(): ReactNode {
  const organisation = useRead('organisation.get', {});
  if (organisation.error !== null)
    return <ErrorState error={organisation.error} onRetry={() => void organisation.refetch()} />;
  if (organisation.data === undefined) return <LoadingPage />;
  return <OrganisationForm organisation={organisation.data} />;
}

const fieldNames = [
  'name',
  'lang',
  'country',
  'fiscalYearStartMonth',
  'coverageRatio',
  'solicitationThreshold',
  'hourlyCost',
  'currency',
  'primaryColour',
  'accentColour',
] as const;
type Name = (typeof fieldNames)[number];
type Values = Record<Name, string | number | null>;

/** What is wrong with a field, as a key of the words; null when nothing is. */
const rules: Partial<
  Record<Name, (value: string | number | null) => 'required' | 'twoLetters' | 'threeLetters' | 'atLeastOne' | null>
> = {
  name: (value) => (String(value).trim() === '' ? 'required' : null),
  country: (value) => (/^[A-Za-z]{2}$/.test(String(value).trim()) ? null : 'twoLetters'),
  currency: (value) => (/^[A-Za-z]{3}$/.test(String(value).trim()) ? null : 'threeLetters'),
  coverageRatio: (value) => (typeof value === 'number' && value >= 1 ? null : 'atLeastOne'),
  solicitationThreshold: (value) => (typeof value === 'number' && value >= 1 ? null : 'atLeastOne'),
};

function OrganisationForm({ organisation }: { organisation: Organisation }): ReactNode {
  const { t, i18n } = useTranslation('settings');
  const save = useWrite('organisation.update', { toast: () => t('saved') });
  const record = Object.fromEntries(fieldNames.map((name) => [name, organisation[name]])) as Values;
  const edits = useEdits<Values>(record);
  const [refused, setRefused] = useState<Partial<Record<Name, string>>>({});
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2026, index, 1)),
    ),
  }));
  const langs = [
    { value: 'fr', label: 'Français' },
    { value: 'en', label: 'English' },
  ];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found: Partial<Record<Name, string>> = {};
    for (const name of fieldNames) {
      const rule = rules[name]?.(edits.values[name]) ?? null;
      if (rule !== null) found[name] = t(rule);
    }
    setRefused(found);
    const { typed } = edits;
    // Only what was changed: the rest may have been changed elsewhere meanwhile.
    if (Object.keys(found).length === 0)
      save.mutate({ set: typed as InputOf<'organisation.update'>['set'] }, { onSuccess: () => edits.sent(typed) });
  };
  const change = (name: Name, value: string | number | null): void => {
    edits.set({ [name]: value });
    setRefused(({ [name]: _mended, ...rest }) => rest);
  };
  /** What every field is given. */
  const text = (
    name: Name,
  ): { value: string; error: string | undefined; onChange: (event: ChangeEvent<HTMLInputElement>) => void } => ({
    value: String(edits.values[name] ?? ''),
    error: refused[name],
    onChange: (event) => change(name, event.currentTarget.value),
  });
  const number = (
    name: Name,
  ): { value: string | number; error: string | undefined; onChange: (value: string | number) => void } => ({
    value: edits.values[name] ?? '',
    error: refused[name],
    onChange: (value) => change(name, value === '' ? null : Number(value)),
  });
  const colour = (name: Name): { value: string; onChange: (value: string) => void } => ({
    value: String(edits.values[name] ?? ''),
    onChange: (value) => change(name, value.toUpperCase()),
  });
  const overtaken = (name: Name): ReactNode => {
    const value = record[name];
    const words =
      name === 'lang'
        ? langs.find((one) => one.value === value)?.label
        : name === 'fiscalYearStartMonth'
          ? months.find((one) => one.value === String(value))?.label
          : value;
    return edits.overtaken(name) && !save.isPending ? (
      <Overtaken value={String(words ?? '')} onTake={() => edits.drop([name])} />
    ) : null;
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <SimpleGrid cols={2}>
          <div data-field>
            <TextInput label={t('organisation.name')} required {...text('name')} />
            {overtaken('name')}
          </div>
          <div data-field>
            <Select
              label={t('organisation.lang')}
              description={t('organisation.langHelp')}
              data={langs}
              allowDeselect={false}
              value={String(edits.values.lang)}
              onChange={(value) => change('lang', value)}
            />
            {overtaken('lang')}
          </div>
          <div data-field>
            <TextInput label={t('organisation.country')} maxLength={2} {...text('country')} />
            {overtaken('country')}
          </div>
          <div data-field>
            <Select
              label={t('organisation.fiscalYear')}
              data={months}
              allowDeselect={false}
              value={String(edits.values.fiscalYearStartMonth)}
              onChange={(value) => change('fiscalYearStartMonth', Number(value))}
            />
            {overtaken('fiscalYearStartMonth')}
          </div>
          <div data-field>
            <NumberInput
              label={t('organisation.ratio')}
              description={t('organisation.ratioHelp')}
              min={1}
              max={100_000}
              allowDecimal={false}
              {...number('coverageRatio')}
            />
            {overtaken('coverageRatio')}
          </div>
          <div data-field>
            <NumberInput
              label={t('organisation.threshold')}
              description={t('organisation.thresholdHelp')}
              min={1}
              max={1000}
              allowDecimal={false}
              {...number('solicitationThreshold')}
            />
            {overtaken('solicitationThreshold')}
          </div>
          <div data-field>
            <NumberInput
              label={t('organisation.hourlyCost')}
              description={t('organisation.hourlyCostHelp')}
              min={0}
              decimalScale={2}
              {...number('hourlyCost')}
            />
            {overtaken('hourlyCost')}
          </div>
          <div data-field>
            <TextInput label={t('organisation.currency')} maxLength={3} {...text('currency')} />
            {overtaken('currency')}
          </div>
          <div data-field>
            <ColorInput
              label={t('organisation.primary')}
              description={t('organisation.colourHelp')}
              format="hex"
              {...colour('primaryColour')}
            />
            {overtaken('primaryColour')}
          </div>
          <div data-field>
            <ColorInput
              label={t('organisation.accent')}
              description={t('organisation.accentHelp')}
              format="hex"
              {...colour('accentColour')}
            />
            {overtaken('accentColour')}
          </div>
        </SimpleGrid>
        <OrganisationLogo organisation={organisation} />
        {save.error !== null && (
          <Text c="var(--danger)" role="alert">
            {errorText(save.error)}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!edits.dirty}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
