/** Listens to keys and to the native menu, runs the action meant, and holds the command box and the list of keys. */
import { useDisclosure } from '@mantine/hooks';
import { createContext, Suspense, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { InputOf } from '#shared/contract.ts';
import type { Action } from '../../lib/actions.ts';
import { call } from '../../lib/api.ts';
import { isSign, matches } from '../../lib/keys.ts';
import { lazily, whenIdle } from '../../lib/lazily.tsx';
import { useActions } from './use-actions.ts';

interface ActionsState {
  actions: Action[];
  openSearch: () => void;
}
const ActionsContext = createContext<ActionsState>({ actions: [], openSearch: () => undefined });
const Palette = lazily(async () => (await import('../palette/palette.tsx')).Palette);
const KeysDialog = lazily(async () => (await import('../keys-dialog.tsx')).KeysDialog);

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

const waitsForFields = ({ menu, id }: Action): boolean => menu === 'edit' && id !== 'edit.search' && id !== 'edit.find';

export function ActionsProvider({ children }: { children: ReactNode }): ReactNode {
  const [searching, search] = useDisclosure(false);
  const [listing, list] = useDisclosure(false);
  const [searched, setSearched] = useState(false);
  if (searching && !searched) setSearched(true);
  const [listed, setListed] = useState(false);
  if (listing && !listed) setListed(true);
  useEffect(() => whenIdle(() => void Promise.all([Palette.load(), KeysDialog.load()])), []);
  const openSearch = useCallback(() => void Palette.load().then(search.open), [search.open]);
  const openList = useCallback(() => void KeysDialog.load().then(list.open), [list.open]);
  const actions = useActions(openSearch, openList);
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  }, [actions]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const typing = isTyping(event.target);
      const action = latest.current.find(
        (one) => one.enabled && one.keys.some((keys) => matches(event, keys) && !(typing && isSign(keys))),
      );
      if (action === undefined || (typing && waitsForFields(action))) return;
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
    actions.flatMap(({ id, menu, label, shortcut, enabled, checked }) =>
      menu === null ? [] : { id, menu, label, accelerator: shortcut, enabled, checked },
    ),
  );
  useEffect(() => {
    void call('shell.setMenu', { items: JSON.parse(items) as InputOf<'shell.setMenu'>['items'] });
  }, [items]);

  const value = useMemo(() => ({ actions, openSearch }), [actions, openSearch]);
  return (
    <ActionsContext value={value}>
      {children}
      <Suspense>
        {searched && <Palette opened={searching} onClose={search.close} actions={actions} />}
        {listed && <KeysDialog opened={listing} onClose={list.close} actions={actions} />}
      </Suspense>
    </ActionsContext>
  );
}
