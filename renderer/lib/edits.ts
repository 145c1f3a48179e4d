/** What is being typed over a record that may change underneath: the record shows through, what was typed stays. */
import { useCallback, useState } from 'react';

/** One field that was typed in. */
interface Edit {
  value: unknown;
  /** What the record held when the typing began. */
  base: unknown;
  /** Sent: it is the record's own once the record has come back. */
  sent: boolean;
}
type EditMap = Readonly<Record<string, Edit>>;

export interface Edits<V extends object> {
  /** The record with what was typed over it. */
  values: V;
  /** What was typed and is not saved. */
  typed: Partial<V>;
  dirty: boolean;
  set: (change: Partial<V>) => void;
  /** These fields, or all, show the record again. */
  drop: (names?: (keyof V)[]) => void;
  /** What was typed has been saved: it is shown until the record comes back with it. */
  sent: () => void;
  /** Whether the record has got another value of a field that was typed in, and not by this typing. */
  overtaken: (name: keyof V) => boolean;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether two values of a field say the same: nothing is the same however it is written. */
export function isSame(one: unknown, other: unknown): boolean {
  return (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other);
}

function without(edits: EditMap, dropped: (name: string, edit: Edit) => boolean): EditMap {
  const kept = Object.entries(edits).filter(([name, edit]) => !dropped(name, edit));
  return kept.length === Object.keys(edits).length ? edits : Object.fromEntries(kept);
}

/** `begun` is a draft to begin with. */
export function useEdits<V extends object>(record: V, begun: Partial<V> | null = null): Edits<V> {
  const stored = record as Record<string, unknown>;
  const began = (change: object, edits: EditMap): EditMap => ({
    ...edits,
    ...Object.fromEntries(
      Object.entries(change).map(([name, value]) => [
        name,
        { value, base: edits[name] === undefined || edits[name].sent ? stored[name] : edits[name].base, sent: false },
      ]),
    ),
  });
  const [all, setAll] = useState<EditMap>(() => began(begun ?? {}, {}));
  // What was saved has come back, perhaps in another spelling.
  const edits = without(all, (name, edit) => edit.sent && !isSame(stored[name], edit.base));
  if (edits !== all) setAll(edits);

  const open = Object.entries(edits).filter(([name, edit]) => !edit.sent && !isSame(edit.value, stored[name]));
  return {
    values: { ...record, ...Object.fromEntries(Object.entries(edits).map(([name, edit]) => [name, edit.value])) },
    typed: Object.fromEntries(open.map(([name, edit]) => [name, edit.value])) as Partial<V>,
    dirty: open.length > 0,
    // What is typed back to what the record holds is no edit: the record shows through again.
    set: (change) =>
      setAll((current) => without(began(change, current), (name, edit) => isSame(edit.value, stored[name]))),
    drop: useCallback(
      (names) =>
        setAll((current) => without(current, (name) => names === undefined || names.includes(name as keyof V))),
      [],
    ),
    sent: useCallback(
      () =>
        setAll((current) =>
          Object.fromEntries(Object.entries(current).map(([name, edit]) => [name, { ...edit, sent: true }])),
        ),
      [],
    ),
    overtaken: (name) => {
      const edit = edits[name as string];
      return (
        edit !== undefined &&
        !edit.sent &&
        !isSame(stored[name as string], edit.base) &&
        !isSame(stored[name as string], edit.value)
      );
    },
  };
}
