/** What the command box offers for a text: records of every kind, and commands. */
import { useDebouncedValue } from '@mantine/hooks';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Action } from '../../lib/actions.ts';
import { useRead } from '../../lib/api.ts';
import { useCatalogue } from '../../lib/features.ts';
import { useWord } from '../../lib/use-word.ts';
import { commandsFor } from './commands.ts';

export interface Entry {
  id: string;
  icon: Icon;
  label: string;
  detail: string;
  keys: string | null;
  checked: boolean | null;
  run: () => void;
}

export interface Entries {
  groups: { title: string; entries: Entry[] }[];
  /** False while what is shown answers an earlier text. */
  fresh: boolean;
}

export function useEntries(query: string, opened: boolean, actions: readonly Action[]): Entries {
  const { t } = useTranslation('shell');
  const word = useWord();
  const navigate = useNavigate();
  const { records } = useCatalogue();
  const asked = query.trim();
  const [text] = useDebouncedValue(asked, 120);
  const hits = useRead('search.all', { text, limit: 8 }, { enabled: opened && text !== '', keep: true });
  const meant = commandsFor(actions, query);
  const found = asked === '' || text === '' ? [] : (hits.data?.rows ?? []);
  const commands = {
    title: t('found'),
    entries: meant.map(({ action }): Entry => ({
      id: action.id,
      icon: action.icon,
      label: action.label,
      detail: action.detail,
      keys: action.shortcut,
      checked: action.checked,
      run: action.run,
    })),
  };
  // In the order in which the service answers: the kinds one looks for most come first.
  const ofRecords = [...new Set(found.map(({ kind }) => kind))].flatMap((kind) => {
    const one = records[kind];
    if (one === undefined) return [];
    return {
      title: word(one.label),
      entries: found
        .filter((hit) => hit.kind === kind)
        .map((hit): Entry => ({
          id: `${kind}:${hit.id}`,
          icon: one.icon,
          label: hit.title,
          detail: hit.detail,
          keys: null,
          checked: null,
          run: () => void navigate(one.address(hit.id)),
        })),
    };
  });
  const groups = meant[0]?.byName === true ? [commands, ...ofRecords] : [...ofRecords, commands];
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    fresh: asked === '' || (asked === text && (hits.isError || (hits.isSuccess && !hits.isPlaceholderData))),
  };
}
