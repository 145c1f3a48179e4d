/** A dialog's form under the rule of all forms: what was typed is kept when it closes, what the record becomes meanwhile shows through or is told of. */
import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useKeptDraft } from './drafts.ts';
import { isSame } from './edits.ts';
import { useReportUnsaved } from './unsaved.ts';

type Values = Record<string, string | number | boolean | null>;

export interface DialogDraft<V extends Values> {
  /** What was typed is saved, or given up: nothing is kept. */
  forget: () => void;
  /** The value that the record has got in a field that was typed in, else undefined. */
  overtakenBy: (name: keyof V & string) => V[keyof V] | undefined;
  /** Shows the record's value again. */
  take: (name: keyof V & string) => void;
  /** Whether something typed earlier was brought back. */
  isBack: boolean;
}

/** `stored` is the record as it stands, null for a new one; `key` is where the draft is kept. */
export function useDialogDraft<V extends Values>(
  form: UseFormReturnType<V>,
  key: string,
  stored: Partial<V> | null,
): DialogDraft<V> {
  const [isBack, setIsBack] = useState(false);
  const forgotten = useRef(false);
  const pending = useRef<Values>({});
  const isDirty = form.isDirty();
  /** What the record held when each field was begun. */
  const [base, setBase] = useState<Partial<V>>(stored ?? {});
  const text = JSON.stringify(stored);
  const names = Object.keys(form.values) as (keyof V & string)[];

  // The record has changed: fields that nobody typed in follow it.
  useEffect(() => {
    if (stored === null) return;
    const follow = names.filter((name) => name in stored && !form.isDirty(name) && !isSame(stored[name], base[name]));
    if (follow.length === 0) return;
    const change = Object.fromEntries(follow.map((name) => [name, stored[name]])) as Partial<V>;
    form.setInitialValues({ ...form.getInitialValues(), ...change });
    form.setValues(change);
    setBase((before) => ({ ...before, ...change }));
    // Only when the record has changed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);

  useEffect(() => {
    pending.current = forgotten.current
      ? {}
      : Object.fromEntries(names.filter((name) => form.isDirty(name)).map((name) => [name, form.values[name] ?? null]));
  });
  useKeptDraft(key, pending, (left) => {
    form.setValues(left as Partial<V>);
    setIsBack(true);
  });
  useReportUnsaved(isDirty);

  return {
    isBack,
    forget: () => {
      forgotten.current = true;
      pending.current = {};
    },
    overtakenBy: (name) => {
      if (stored === null || !(name in stored) || !form.isDirty(name)) return undefined;
      const now = stored[name] as V[keyof V];
      return isSame(now, base[name]) || isSame(now, form.values[name]) ? undefined : now;
    },
    take: (name) => {
      if (stored === null) return;
      const change = { [name]: stored[name] } as Partial<V>;
      form.setInitialValues({ ...form.getInitialValues(), ...change });
      form.setValues(change);
      setBase((before) => ({ ...before, ...change }));
    },
  };
}
