/** What was understood otherwise than written: said once a column, with how often. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportNote } from '#shared/contract/imports.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './imports.module.css';

export function Notes({ notes }: { notes: ImportNote[] }): ReactNode {
  const { t } = useTranslation('imports');
  const format = useFormat();
  if (notes.length === 0) return null;
  return (
    <details className={classes['notes']}>
      <summary>{t('notesTitle')} ({notes.length})</summary>
      <ul>
        {notes.map((one) => {
          const values = { note: t(`note.${one.note}`), count: format.number(one.count) as unknown as number };
          return <li key={`${one.column ?? ''}${one.note}`}><Text size="sm" span>{one.column === null ? t('noteAlone', values) : t('noteLine', { ...values, column: one.column })}</Text></li>;
        })}
      </ul>
    </details>
  );
}
