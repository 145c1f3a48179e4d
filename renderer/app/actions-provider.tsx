/** Listens to keys and to the native menu, runs the action meant, and holds the search box and the list of shortcuts. */
import { useDisclosure } from '@mantine/hooks';
import { createContext, use, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { SearchBox } from '../features/search/search-box.tsx';
import type { InputOf } from '#shared/contract.ts';
import { call } from '../lib/api.ts';
import { matches, type Action } from '../lib/shortcuts.ts';
import { useActions } from './actions.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

interface ActionsState {
  actions: Action[];
  openSearch: () => void;
}
const ActionsContext = createContext<ActionsState>({ actions: [], openSearch: () => undefined });

export function useActionList(): ActionsState {
  return use(ActionsContext);
}

/** In a text field the field's own undo comes first; the app's keys wait. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)))
  );
}

export function ActionsProvider({ children }: { children: ReactNode }): ReactNode {
  const [searching, search] = useDisclosure(false);
  const [listing, list] = useDisclosure(false);
  const actions = useActions(search.open, list.open);
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  }, [actions]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const action = latest.current.find((one) => one.shortcut !== null && one.enabled && matches(event, one.shortcut));
      if (
        action === undefined ||
        (isTyping(event.target) && action.menu === 'edit' && action.id !== 'edit.search' && action.id !== 'edit.find')
      )
        return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKey);
    const stop = window.maillage.onEvent((event) => {
      if (event.type === 'action') latest.current.find((one) => one.id === event.id && one.enabled)?.run();
    });
    return () => {
      window.removeEventListener('keydown', onKey);
      stop();
    };
  }, []);

  // The list is made anew at every render; as a text, only a change of its content reaches the menu.
  const items = JSON.stringify(
    actions.map(({ id, menu, label, shortcut, enabled }) => ({ id, menu, label, accelerator: shortcut, enabled })),
  );
  useEffect(() => {
    void call('shell.setMenu', { items: JSON.parse(items) as InputOf<'shell.setMenu'>['items'] });
  }, [items]);

  const value = useMemo(() => ({ actions, openSearch: search.open }), [actions, search.open]);
  return (
    <ActionsContext value={value}>
      {children}
      <SearchBox opened={searching} onClose={search.close} actions={actions} />
      <ShortcutsDialog opened={listing} onClose={list.close} actions={actions} />
    </ActionsContext>
  );
}
