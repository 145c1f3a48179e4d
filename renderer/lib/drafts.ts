/** What was typed and not saved when a form was left: kept while the window lives, found again on return, and told of. */
import i18next from 'i18next';
import { useEffect, useRef, type RefObject } from 'react';
import { showActionToast, showToast } from './toasts.ts';

type Values = Record<string, string | number | boolean | number[] | null>;

const drafts = new Map<string, Values>();
/** Forms now on screen, by key: a form that is only drawn anew was not left. */
const shown = new Map<string, number>();

/** The draft of this key, for the first drawing of its form; `useKeptDraft` then hands it over. */
export function keptDraft<V extends Values = Values>(key: string | null): V | null {
  return key === null ? null : ((drafts.get(key) as V | undefined) ?? null);
}

/** Another workspace is another world. */
export function forgetDrafts(): void {
  drafts.clear();
}

/** What a record is called, by the fields that may say it; empty when none does. */
export function nameIn(values: Readonly<Record<string, unknown>>): string {
  const named = values['name'] ?? values['title'] ?? values['lastName'];
  return typeof named === 'string' ? named : '';
}

/**
 * Without a key (null) nothing is kept. Keeps `pending` under the key when the form goes away, and says so; an empty one leaves
 * nothing. `restore` gets what was kept, which from then on is the form's.
 * `called` is the name of the record, when what was typed does not say it.
 */
export function useKeptDraft<V extends Values>(
  key: string | null,
  pending: RefObject<V>,
  restore: (left: V) => void,
  called = '',
): void {
  const latest = useRef(restore);
  const latestName = useRef(called);
  useEffect(() => {
    latest.current = restore;
    latestName.current = called;
  });
  useEffect(() => {
    if (key === null) return undefined;
    const kept = drafts.get(key);
    drafts.delete(key);
    if (kept !== undefined) latest.current(kept as V);
    const address = window.location.hash;
    shown.set(key, (shown.get(key) ?? 0) + 1);
    return () => {
      shown.set(key, (shown.get(key) ?? 1) - 1);
      // What was typed last is wanted, not what was there when the form came.
      // oxlint-disable-next-line react-hooks/exhaustive-deps
      const left = pending.current;
      if (Object.keys(left).length === 0) return;
      drafts.set(key, left);
      setTimeout(() => {
        if ((shown.get(key) ?? 0) > 0 || !drafts.has(key)) return;
        const name =
          nameIn(left) !== ''
            ? nameIn(left)
            : latestName.current !== ''
              ? latestName.current
              : i18next.t(key.endsWith(':new') ? 'table:unnamed' : 'table:tabs.record');
        // A dialog left where it stood opens at no address of its own.
        if (window.location.hash === address) {
          showToast(i18next.t('table:draftKept', { name }));
          return;
        }
        showActionToast(`draft-${key}`, i18next.t('table:draftLeft', { name }), i18next.t('table:draftResume'), () => {
          window.location.hash = address;
        });
      });
    };
  }, [key, pending]);
}
