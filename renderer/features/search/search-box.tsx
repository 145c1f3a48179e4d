/** One box over everything: records by name, commands by their words. */
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { Kbd } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBolt, IconBuilding, IconMap2, IconSearch, IconSeedling, IconTrophy, IconUser } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SearchHit } from '#shared/search/contract.ts';
import { fold } from '#shared/base/fold.ts';
import { useRead } from '../../lib/api.ts';
import { shortcutLabel, type Action } from '../../lib/shortcuts.ts';
import classes from './search.module.css';
import { createSpotlightStore } from './store.ts';

const pictures = {
  site: IconBuilding,
  person: IconUser,
  initiative: IconSeedling,
  territory: IconMap2,
  edition: IconTrophy,
} as const;
const addresses: Record<SearchHit['kind'], (id: string) => string> = {
  site: (id) => `/sites?record=${id}`,
  person: (id) => `/people?record=${id}`,
  initiative: (id) => `/initiatives?record=${id}`,
  territory: (id) => `/territories?record=${id}`,
  edition: (id) => `/awards?edition=${id}`,
};

interface Props {
  opened: boolean;
  onClose: () => void;
  actions: Action[];
}

export function SearchBox({ opened, onClose, actions }: Props): ReactNode {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [text] = useDebouncedValue(query.trim(), 120);
  const hits = useRead('search.all', { text, limit: 8 }, { enabled: opened && text !== '', keep: true });
  const spotlight = useMemo(() => createSpotlightStore(), []);

  useEffect(() => {
    if (opened) spotlight.actions.open();
    else spotlight.actions.close();
  }, [opened, spotlight]);

  const words = fold(query)
    .split(' ')
    .filter((word) => word !== '');
  const commands: SpotlightActionData[] = actions
    .filter(
      (action) =>
        action.enabled && action.id !== 'edit.search' && words.every((word) => fold(action.label).includes(word)),
    )
    .slice(0, query === '' ? 12 : 6)
    .map((action) => ({
      id: action.id,
      label: action.label,
      leftSection: <IconBolt size={18} stroke={1.6} aria-hidden />,
      rightSection:
        action.shortcut === null ? undefined : <Kbd size="xs">{shortcutLabel(action.shortcut, t('shiftKey'))}</Kbd>,
      onClick: action.run,
    }));
  const found = text === '' ? [] : (hits.data?.rows ?? []);
  const groups = (['site', 'person', 'initiative', 'territory', 'edition'] as const)
    .map((kind) => ({
      group: t(`found.${kind}`),
      actions: found
        .filter((hit) => hit.kind === kind)
        .map((hit): SpotlightActionData => {
          const Picture = pictures[kind];
          return {
            id: `${kind}:${hit.id}`,
            label: hit.title,
            description: hit.detail,
            leftSection: <Picture size={18} stroke={1.6} aria-hidden />,
            onClick: () => void navigate(addresses[kind](hit.id)),
          };
        }),
    }))
    .concat([{ group: t('found.actions'), actions: commands }])
    .filter((group) => group.actions.length > 0);

  return (
    <Spotlight
      store={spotlight.store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={() => {
        setQuery('');
        onClose();
      }}
      actions={groups}
      filter={(_query, all) => all}
      shortcut={null}
      limit={50}
      scrollable
      maxHeight={520}
      size={640}
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      attributes={{ content: { 'aria-label': t('search') } }}
      classNames={{ action: classes['action'] ?? '' }}
      highlightQuery={false}
      nothingFound={hits.isFetching ? t('searching') : t('nothingFound')}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} />,
        placeholder: t('searchPlaceholder'),
        'aria-label': t('search'),
      }}
    />
  );
}
