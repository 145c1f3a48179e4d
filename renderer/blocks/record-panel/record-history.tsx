/** What happened to one record: who, when, which field from what to what. */
import type { TrackedTable } from '#shared/kinds.ts';
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { useRead } from '../../lib/api.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat, type Format } from '../../lib/format.ts';
import { useActionName } from '../../lib/history.tsx';
import { termFor } from '../../lib/terms.ts';
import classes from './record-history.module.css';

function shown(format: Format, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'number') return format.number(value, 6);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value);
  if (typeof value === 'string') return termFor(field, value);
  return JSON.stringify(value);
}

/** `createdAt` is told where nothing else says when the record came: it was there before the history began. */
export function RecordHistory({
  table,
  id,
  createdAt,
}: {
  table: TrackedTable;
  id: string;
  createdAt?: string;
}): ReactNode {
  const nameOf = useActionName();
  const { t: h } = useTranslation('history');
  const format = useFormat();
  const history = useRead('history.record', { table, id });
  if (history.error !== null) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  if (history.data === undefined) return <LoadingRows rows={6} />;
  const born = history.data.rows.some((row) => row.operation === 'insert' || row.operation === 'bulk');
  if (history.data.rows.length === 0 && createdAt === undefined) return <Text c="dimmed">{h('noChange')}</Text>;
  return (
    <ol className={classes['list']}>
      {history.data.rows.map((row) => (
        <li key={row.seq} data-undone={row.transaction.state !== 'done' || undefined}>
          <Text size="sm" fw={500}>
            {nameOf(row.transaction)}
          </Text>
          <Text size="xs" c="dimmed">
            {h('byAt', { actor: row.transaction.actor, at: format.dateTime(row.transaction.at) })}
            {row.transaction.state !== 'done' && ` · ${h('state.undone')}`}
          </Text>
          {row.operation === 'update' && (
            <Stack gap={2} mt={4}>
              {row.changes.map((change) => (
                <Text key={change.field} size="sm" className={classes['change']}>
                  <span className={classes['field']}>{fieldName(change.field)}</span>
                  <span className={classes['before']}>{shown(format, change.field, change.before)}</span>
                  <span aria-hidden="true">→</span>
                  <span className="visually-hidden">{h('becomes')}</span>
                  <span>{shown(format, change.field, change.after)}</span>
                </Text>
              ))}
            </Stack>
          )}
        </li>
      ))}
      {!born && createdAt !== undefined && (
        <li data-undone>
          <Text size="sm" fw={500}>
            {h('created')}
          </Text>
          <Text size="xs" c="dimmed">
            {format.dateTime(createdAt)}
          </Text>
        </li>
      )}
    </ol>
  );
}
