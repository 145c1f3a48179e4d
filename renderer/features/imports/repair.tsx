/** A refused cell put right where it is told: written anew, or passed over with its row taken. */
import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#shared/import/contract.ts';
import { fieldOf } from '#shared/import/fields.ts';
import classes from './imports.module.css';
import type { ImportState } from './use-import.ts';
import { heard } from '../../lib/keys.ts';
import { repairKeys } from './keys.ts';

/** Fields that a record is known by: without them the row would be another. */
const known = new Set(['id', 'code']);

/** Whether a record can be taken without this field. */
export const canBeWithout = (state: ImportState, field: string): boolean =>
  !known.has(field) && fieldOf(state.kind, field)?.required !== true;

/** Nothing where the whole row is at fault, or when everything is written already. */
export function Repair({
  state,
  line,
  problem: { column, field, value },
}: {
  state: ImportState;
  line: number;
  problem: Problem;
}): ReactNode {
  const { t } = useTranslation('imports');
  const [text, setText] = useState<string | null>(null);
  if (state.step === 'done' || column === null || field === null || state.inspection?.columns.includes(column) !== true)
    return null;
  const busy = state.checking.running || state.writing.running;
  const take = (written: string): void => {
    setText(null);
    void state.correct({ line, column, value: written, leftOut: false });
  };
  if (text !== null)
    return (
      <span className={classes['repair']}>
        <TextInput
          size="xs"
          w={200}
          autoFocus
          aria-label={t('correction', { column, line })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            const meant = heard(repairKeys, event);
            if (meant === 'take') take(text);
            if (meant !== 'leave') return;
            event.stopPropagation();
            setText(null);
          }}
        />
        <ActionIcon size="md" variant="default" aria-label={t('correctNow')} onClick={() => take(text)}>
          <IconCheck size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </span>
    );
  return (
    <span className={classes['repair']}>
      <Tooltip label={t('correct')}>
        <ActionIcon
          size="sm"
          variant="subtle"
          disabled={busy}
          aria-label={t('correctCell', { column, line })}
          onClick={() => setText(value)}
        >
          <IconPencil size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {value !== '' && canBeWithout(state, field) && (
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={busy}
          onClick={() => void state.correct({ line, column, value: '', leftOut: true })}
        >
          {t('withoutValue')}
        </Button>
      )}
    </span>
  );
}
