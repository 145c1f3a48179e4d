/** Choosing one record of a long list by typing a part of its name. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteRow } from '#shared/sites/contract.ts';
import { useRead } from '../../lib/api.ts';

export interface PickerProps {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
  required?: boolean;
  autoFocus?: boolean;
}

interface Option {
  value: string;
  label: string;
}

/** The select shared by all pickers: the chosen record stays an option whatever is typed. */
function SearchSelect({
  options,
  chosen,
  search,
  onSearch,
  value,
  onChange,
  ...rest
}: PickerProps & {
  options: Option[];
  chosen: Option | null;
  search: string;
  onSearch: (text: string) => void;
}): ReactNode {
  const { t } = useTranslation('table');
  const data =
    chosen !== null && !options.some((option) => option.value === chosen.value) ? [chosen, ...options] : options;
  return (
    <Select
      {...rest}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      clearable
      searchValue={search}
      onSearchChange={onSearch}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('nothing')}
      placeholder={t('choose')}
      clearSectionMode="clear"
      clearButtonProps={{ 'aria-label': t('none') }}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}

function useSearchText(label: string | null): { search: string; setSearch: (text: string) => void; text: string } {
  const [search, setSearch] = useState('');
  const [delayed] = useDebouncedValue(search, 150);
  // What the field shows for the chosen record is not something to look for.
  return { search, setSearch, text: delayed === label ? '' : delayed };
}

/** `statuses` narrows what is proposed; the chosen site is shown whatever it is. */
export function SitePicker({ statuses = [], ...props }: PickerProps & { statuses?: SiteRow['status'][] }): ReactNode {
  const current = useRead('sites.get', { id: props.value ?? '' }, { enabled: props.value !== null });
  const chosen =
    props.value === null || current.data === undefined
      ? null
      : { value: current.data.id, label: siteLabel(current.data) };
  const { search, setSearch, text } = useSearchText(chosen?.label ?? null);
  const list = useRead('sites.list', { search: text, limit: 30, filter: { statuses } }, { keep: true });
  return (
    <SearchSelect
      {...props}
      chosen={chosen}
      options={(list.data?.rows ?? []).map((row) => ({ value: row.id, label: siteLabel(row) }))}
      search={search}
      onSearch={setSearch}
    />
  );
}

function siteLabel(site: { name: string; city: string | null; code: string }): string {
  return site.city === null || site.name.includes(site.city)
    ? `${site.name} (${site.code})`
    : `${site.name}, ${site.city} (${site.code})`;
}

export function PersonPicker(props: PickerProps): ReactNode {
  const current = useRead('people.get', { id: props.value ?? '' }, { enabled: props.value !== null });
  const chosen =
    props.value === null || current.data === undefined
      ? null
      : { value: current.data.id, label: personLabel(current.data) };
  const { search, setSearch, text } = useSearchText(chosen?.label ?? null);
  const list = useRead('people.list', { search: text, limit: 30 }, { keep: true });
  return (
    <SearchSelect
      {...props}
      chosen={chosen}
      options={(list.data?.rows ?? []).map((row) => ({ value: row.id, label: personLabel(row) }))}
      search={search}
      onSearch={setSearch}
    />
  );
}

function personLabel(person: { firstName: string; lastName: string; siteName: string | null }): string {
  const name = `${person.firstName} ${person.lastName}`.trim();
  return person.siteName === null ? name : `${name}, ${person.siteName}`;
}

export function InitiativePicker(props: PickerProps): ReactNode {
  const current = useRead('initiatives.get', { id: props.value ?? '' }, { enabled: props.value !== null });
  const label = (row: { title: string; siteName: string | null }): string =>
    row.siteName === null ? row.title : `${row.title}, ${row.siteName}`;
  const chosen =
    props.value === null || current.data === undefined ? null : { value: current.data.id, label: label(current.data) };
  const { search, setSearch, text } = useSearchText(chosen?.label ?? null);
  const list = useRead('initiatives.list', { search: text, limit: 30, sort: 'title' }, { keep: true });
  return (
    <SearchSelect
      {...props}
      chosen={chosen}
      options={(list.data?.rows ?? []).map((row) => ({ value: row.id, label: label(row) }))}
      search={search}
      onSearch={setSearch}
    />
  );
}

export function TerritoryPicker(props: PickerProps): ReactNode {
  const { t } = useTranslation('table');
  const list = useRead('territories.list', {});
  const data = (list.data?.rows ?? []).map((row) => ({ value: row.id, label: row.path }));
  return (
    <Select
      {...props}
      data={data}
      searchable
      clearable
      nothingFoundMessage={t('nothing')}
      placeholder={t('choose')}
      clearSectionMode="clear"
      clearButtonProps={{ 'aria-label': t('none') }}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
