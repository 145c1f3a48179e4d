/** Finds a territory, a site or a town by name, offline and whatever the accents, and shows it on the map. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/base/fold.ts';
import { useRead } from '../../../lib/api.ts';
import type { Network } from '../use-network.ts';

const most = 12;

interface Props {
  network: Network;
  onSite: (id: string) => void;
  onTerritory: (id: string) => void;
  /** Null where there is no map to show a town on. */
  onTown: ((lat: number, lon: number) => void) | null;
}

export function PlaceSearch({ network, onSite, onTerritory, onTown }: Props): ReactNode {
  const { t } = useTranslation('network');
  const { t: words } = useTranslation('table');
  const [search, setSearch] = useState('');
  const { columns, rows } = network;
  const folded = useMemo(() => columns.name.map(fold), [columns]);
  const [query] = useDebouncedValue(search.trim(), 150);
  const hasTowns = onTown !== null && query.length > 1;
  const places = useRead('network.findPlaces', { query, limit: 20 }, { enabled: hasTowns, keep: true });
  const towns = useMemo(
    () =>
      !hasTowns || search.trim() === ''
        ? []
        : (places.data?.rows ?? []).filter((place) => place.kind === 'town').slice(0, most),
    [hasTowns, search, places.data],
  );
  const options = useMemo(() => {
    const parts = fold(search)
      .split(' ')
      .filter((part) => part !== '');
    const matches = (name: string): boolean => parts.every((part) => name.includes(part));
    const sites: { value: string; label: string }[] = [];
    for (let at = 0; at < folded.length && sites.length < most && parts.length > 0; at += 1)
      if (matches(folded[at] ?? ''))
        sites.push({ value: `site ${columns.id[at] ?? ''}`, label: columns.name[at] ?? '' });
    const territories = rows
      .filter((row) => row.id !== null && matches(fold(row.name ?? '')))
      .slice(0, most)
      .map((row) => ({ value: `territory ${row.id ?? ''}`, label: row.name ?? '' }));
    const townItems = towns.map((town, at) => ({ value: `town ${at}`, label: `${town.name}, ${town.detail}` }));
    return [
      { group: t('search.territories'), items: territories },
      { group: t('search.sites'), items: sites },
      { group: t('search.towns'), items: townItems },
    ].filter((group) => group.items.length > 0);
  }, [search, folded, columns, rows, towns, t]);
  return (
    <Select
      aria-label={t('search.label')}
      placeholder={t('search.label')}
      leftSection={<IconSearch size={15} stroke={1.6} />}
      rightSection={<span />}
      w={196}
      searchable
      data={options}
      value={null}
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options: all }) => all}
      nothingFoundMessage={words('nothing')}
      comboboxProps={{ shadow: 'md', width: 300, position: 'bottom-start' }}
      onChange={(value) => {
        if (value === null) return;
        const [kind, id = ''] = value.split(' ');
        setSearch('');
        const town = towns[Number(id)];
        if (kind === 'site') onSite(id);
        else if (kind === 'town') {
          if (town !== undefined) onTown?.(town.lat, town.lon);
        } else onTerritory(id);
      }}
    />
  );
}
