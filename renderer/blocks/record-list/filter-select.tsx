/** One filter of a list: several values at once, kept in the address. */
import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.ts';

interface Props {
  state: ListState;
  name: string;
  label: string;
  options: { value: string; label: string }[];
}

export function FilterSelect({ state, name, label, options }: Props): ReactNode {
  const { t } = useTranslation('table');
  const value = state.filter(name);
  return (
    <MultiSelect
      aria-label={label}
      {...(value.length === 0 ? { placeholder: label } : {})}
      data={options}
      value={value}
      onChange={(next) => state.set({ [name]: next })}
      searchable={options.length > 8}
      clearable
      w={value.length > 0 ? 200 : 132}
      nothingFoundMessage={t('nothing')}
      clearButtonProps={{ 'aria-label': t('none') }}
      comboboxProps={{ shadow: 'md', width: 280, position: 'bottom-start' }}
    />
  );
}
