/** One field of a form, by its kind. */
import { Autocomplete, ColorInput, Group, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { DateField } from '../../components/date-field.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sdgNumbers } from '#shared/base/sdgs.ts';
import { Sdg } from '../../components/sdg.tsx';
import { fieldName } from '../../lib/fields.ts';
import { InitiativePicker, PersonPicker, SitePicker, TerritoryPicker } from './pickers.tsx';
import type { FieldSpec, FieldValue } from './types.ts';

interface Props {
  spec: FieldSpec;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  error: string | null;
  disabled: boolean;
  excludeId?: string | undefined;
}

export function Field({ spec, value, onChange, error, disabled }: Props): ReactNode {
  const { t, i18n } = useTranslation('table');
  const { t: terms } = useTranslation('terms');
  const common = {
    label: fieldName(spec.name),
    description: spec.help,
    error,
    disabled,
    ...(spec.required === true ? { withAsterisk: true } : {}),
  };
  const text = typeof value === 'string' ? value : '';
  switch (spec.kind) {
    case 'long':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={12}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'integer':
    case 'decimal':
      return (
        <NumberInput
          {...common}
          allowDecimal={spec.kind === 'decimal'}
          decimalSeparator={i18n.language === 'fr' ? ',' : '.'}
          allowedDecimalSeparators={[',', '.']}
          thousandSeparator={spec.kind === 'integer' ? (i18n.language === 'fr' ? '\u202f' : ',') : ''}
          hideControls
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(next === '' ? null : Number(next))}
        />
      );
    case 'date':
      return <DateField {...common} value={text} onChange={(next) => onChange(next ?? '')} clearLabel={t('none')} />;
    case 'choice':
      return (
        <Select
          {...common}
          data={spec.choices ?? []}
          value={text === '' ? null : text}
          onChange={onChange}
          clearable={spec.required !== true}
          allowDeselect={spec.required !== true}
          placeholder={t('choose')}
          clearSectionMode="clear"
          clearButtonProps={{ 'aria-label': t('none') }}
          comboboxProps={{ shadow: 'md' }}
        />
      );
    case 'several':
      return (
        <MultiSelect
          {...common}
          data={spec.choices ?? []}
          value={text === '' ? [] : text.split(',')}
          onChange={(next) => onChange(next.join(','))}
          searchable
          nothingFoundMessage={t('nothing')}
          clearButtonProps={{ 'aria-label': t('none') }}
          comboboxProps={{ shadow: 'md' }}
        />
      );
    case 'suggest':
      return (
        <Autocomplete
          {...common}
          data={spec.suggestions ?? []}
          value={text}
          onChange={onChange}
          comboboxProps={{ shadow: 'md' }}
        />
      );
    case 'sdgs':
      return (
        <MultiSelect
          {...common}
          data={sdgNumbers.map((goal) => ({
            value: String(goal),
            label: `${goal} ${terms(`sdg.${goal}` as 'sdg.1')}`,
          }))}
          renderOption={({ option }) => (
            <Group gap={8} wrap="nowrap">
              <Sdg goal={Number(option.value)} />
              {option.label.replace(/^\d+ /, '')}
            </Group>
          )}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(next) => onChange(next.map(Number))}
          searchable
          clearButtonProps={{ 'aria-label': t('none') }}
          comboboxProps={{ shadow: 'md' }}
        />
      );
    case 'colour':
      return <ColorInput {...common} format="hex" value={text} onChange={onChange} />;
    case 'site':
      return <SitePicker {...common} value={text === '' ? null : text} onChange={onChange} />;
    case 'person':
      return <PersonPicker {...common} value={text === '' ? null : text} onChange={onChange} />;
    case 'initiative':
      return <InitiativePicker {...common} value={text === '' ? null : text} onChange={onChange} />;
    case 'territory':
      return <TerritoryPicker {...common} value={text === '' ? null : text} onChange={onChange} />;
    default:
      return <TextInput {...common} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
}
