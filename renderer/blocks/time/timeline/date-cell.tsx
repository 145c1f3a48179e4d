/** A date typed in a line of the table: written with Enter or on leaving, given up with Escape. */
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { readTypedDate } from '#shared/import/dates.ts';
import { useFormat } from '../../../lib/format.ts';
import classes from './table.module.css';
import { heard } from '../../../lib/keys.ts';
import { dateKeys } from '../keys.ts';

interface Props {
  label: string;
  /** `2027-03-01`, or null where there is none. */
  value: string | null;
  readOnly: boolean;
  /** Refuses by saying why. */
  onChange: (date: string) => string | null;
  unknown: string;
}

export function DateCell({ label, value, readOnly, onChange, unknown }: Props): ReactNode {
  const format = useFormat();
  const [draft, setDraft] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const shown = value === null ? '' : format.date(value);
  const leave = (): void => {
    setDraft(null);
    setFault(null);
  };
  const commit = (): void => {
    if (draft === null) return;
    if (draft.trim() === '' || draft.trim() === shown) {
      leave();
      return;
    }
    const date = readTypedDate(draft);
    const refusal = date === null ? unknown : onChange(date);
    if (refusal === null) leave();
    else setFault(refusal);
  };
  const onKey = (event: KeyboardEvent): void => {
    const line = heard(dateKeys, event);
    if (line === 'keep') commit();
    else if (line === 'giveUp' && draft !== null) leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className={classes['dateCell']}>
      <input
        className={classes['date']}
        aria-label={label}
        aria-invalid={fault !== null}
        readOnly={readOnly}
        value={draft ?? shown}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setFault(null);
        }}
        onBlur={commit}
        onKeyDown={onKey}
      />
      {fault !== null && (
        <span className={classes['fault']} role="alert">
          {fault}
        </span>
      )}
    </span>
  );
}
