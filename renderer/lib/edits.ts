/** What is being typed over a record that may change underneath: the record shows through, what was typed stays. */
import { useCallback, useState } from 'react';

/** One field that was typed in. */
interface Edit {
  value: unknown;
  /** What the record held when the typing began. */
  base: unknown;
  /** Saved: it is the record's own once the record has come back. */
  sent: boolean;
}
export type EditMap = Readonly<Record<string, Edit>>;
type Stored = Readonly<Record<string, unknown>>;

/** Whether a field holds nothing. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Whether two values of a field say the same: nothing is the same however it is written. */
export function isSame(one: unknown, other: unknown): boolean {
  return (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other);
}

function without(edits: EditMap, dropped: (name: string, edit: Edit) => boolean): EditMap {
  const kept = Object.entries(edits).filter(([name, edit]) => !dropped(name, edit));
  return kept.length === Object.keys(edits).length ? edits : Object.fromEntries(kept);
}

/** After typing. What is typed back to what the record holds is no edit: the record shows through again. */
export function typedOver(edits: EditMap, stored: Stored, change: object): EditMap {
  const begun = Object.entries(change).map(([name, value]): [string, Edit] => {
    const before = edits[name];
    return [name, { value, base: before === undefined || before.sent ? stored[name] : before.base, sent: false }];
  });
  return without({ ...edits, ...Object.fromEntries(begun) }, (name, edit) => isSame(edit.value, stored[name]));
}

/** After saving. What was typed on meanwhile is not saved yet. */
export function savedOf(edits: EditMap, saved: object): EditMap {
  const values = saved as Stored;
  return Object.fromEntries(
    Object.entries(edits).map(([name, edit]) => [
      name,
      { ...edit, sent: edit.sent || (Object.hasOwn(values, name) && isSame(edit.value, values[name])) },
    ]),
  );
}

/** After the record has changed: what was saved has come back, perhaps in another spelling. */
export function cameBack(edits: EditMap, stored: Stored): EditMap {
  return without(edits, (name, edit) => edit.sent && !isSame(stored[name], edit.base));
}

const isOpen = (edit: Edit | undefined, value: unknown): edit is Edit =>
  edit !== undefined && !edit.sent && !isSame(edit.value, value);

/** What was typed and is not saved. */
export function openEdits(edits: EditMap, stored: Stored): Stored {
  const open = Object.entries(edits).filter(([name, edit]) => isOpen(edit, stored[name]));
  return Object.fromEntries(open.map(([name, edit]) => [name, edit.value]));
}

/** Whether the record has got another value of a field that was typed in, and not by this typing. */
export function isOvertaken(edits: EditMap, stored: Stored, name: string): boolean {
  const edit = edits[name];
  return isOpen(edit, stored[name]) && !isSame(stored[name], edit.base);
}

export interface Edits<V extends object> {
  /** The record with what was typed over it. */
  values: V;
  /** What was typed and is not saved. */
  typed: Partial<V>;
  dirty: boolean;
  set: (change: Partial<V>) => void;
  /** These fields, or all, show the record again. */
  drop: (names?: readonly (keyof V)[]) => void;
  /** This has been saved as it was typed: it is shown until the record comes back with it. */
  sent: (saved: Partial<V>) => void;
  /** Whether the record has got another value of this field, in which something was typed. */
  overtaken: (name: keyof V) => boolean;
}

/** `record` may be another at every drawing; `begun` is a draft to begin with. */
export function useEdits<V extends object>(record: V, begun: Partial<V> | null = null): Edits<V> {
  const stored = record as Stored;
  const [all, setAll] = useState<EditMap>(() => typedOver({}, stored, begun ?? {}));
  const edits = cameBack(all, stored);
  if (edits !== all) setAll(edits);
  const typed = openEdits(edits, stored) as Partial<V>;
  return {
    values: { ...record, ...Object.fromEntries(Object.entries(edits).map(([name, edit]) => [name, edit.value])) },
    typed,
    dirty: Object.keys(typed).length > 0,
    set: (change) => setAll((current) => typedOver(current, stored, change)),
    drop: useCallback(
      (names) =>
        setAll((current) => without(current, (name) => names === undefined || names.includes(name as keyof V))),
      [],
    ),
    sent: useCallback((saved) => setAll((current) => savedOf(current, saved)), []),
    overtaken: (name) => isOvertaken(edits, stored, String(name)),
  };
}
