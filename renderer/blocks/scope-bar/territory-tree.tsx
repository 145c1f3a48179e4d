/** The tree of territories with boxes to tick; what lies under a ticked one is in it already. */
import { Checkbox, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/base/fold.ts';
import { useRead } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './scope-bar.module.css';

/** From this many on, the tree gets a search field. */
const many = 12;

export function TerritoryTree({
  chosen,
  onChange,
}: {
  chosen: string[];
  onChange: (ids: string[]) => void;
}): ReactNode {
  const { t } = useTranslation('scope');
  const format = useFormat();
  const list = useRead('territories.list', {});
  const [search, setSearch] = useState('');
  const rows = list.data?.rows ?? [];
  if (rows.length === 0) return null;
  const inside = new Set<string>();
  for (const row of rows)
    if (row.parentId !== null && (chosen.includes(row.parentId) || inside.has(row.parentId))) inside.add(row.id);
  const below = (id: string): Set<string> => {
    const found = new Set([id]);
    for (const row of rows) if (row.parentId !== null && found.has(row.parentId)) found.add(row.id);
    return found;
  };
  const toggle = (id: string): void => {
    if (chosen.includes(id)) onChange(chosen.filter((one) => one !== id));
    else {
      // A territory takes the place of those under it.
      const under = below(id);
      onChange([...chosen.filter((one) => !under.has(one)), id]);
    }
  };
  const words = fold(search).split(' ');
  const shown = rows.filter((row) => words.every((word) => fold(row.path).includes(word)));
  return (
    <div role="group" aria-label={t('territories')}>
      <Text size="sm" fw={500} mb={6}>
        {t('territories')}
      </Text>
      {rows.length >= many && (
        <TextInput
          size="xs"
          mb={6}
          aria-label={t('searchTerritory')}
          placeholder={t('searchTerritory')}
          leftSection={<IconSearch size={14} stroke={1.6} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <div className={classes['tree']}>
        {shown.map((row) => (
          <label
            key={row.id}
            className={classes['branch']}
            data-within={inside.has(row.id) || undefined}
            style={{ paddingLeft: 10 + row.depth * 18 }}
          >
            <Checkbox
              size="xs"
              checked={chosen.includes(row.id) || inside.has(row.id)}
              disabled={inside.has(row.id)}
              onChange={() => toggle(row.id)}
              aria-label={row.name}
            />
            <span className={classes['name']}>{row.name}</span>
            <span className={classes['count']}>{format.number(row.sites)}</span>
          </label>
        ))}
        {shown.length === 0 && (
          <Text size="sm" c="dimmed" p="sm">
            {t('noTerritory')}
          </Text>
        )}
      </div>
    </div>
  );
}
