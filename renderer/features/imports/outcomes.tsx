/** The rows of the file, each with what it does or why it cannot. */
import { Badge, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowOutcome } from '#shared/import/contract.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import { usePagedList } from '../../lib/paged-list.ts';
import { termFor } from '../../lib/terms.ts';
import classes from './imports.module.css';
import { useReasonWords } from './reason-words.ts';
import { Repair } from './repair.tsx';
import type { ImportState } from './use-import.ts';

const colours = { created: 'evergreen', updated: 'blue', unchanged: 'gray', rejected: 'red' } as const;

export function Outcomes({
  state,
  planId,
  status,
}: {
  state: ImportState;
  planId: string;
  status: RowOutcome['status'] | null;
}): ReactNode {
  const { t } = useTranslation('imports');
  const list = usePagedList('imports.outcomes', { planId, status });
  const viewport = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: list.total,
    getScrollElement: () => viewport.current,
    estimateSize: () => 44,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? 0;
  const { see } = list;
  useEffect(() => see(first, last), [see, first, last]);
  if (list.error !== null) return <ErrorState error={list.error} onRetry={list.retry} />;
  if (list.loading) return <LoadingRows rows={6} />;
  if (list.total === 0) return <Text c="dimmed">{t('noRows')}</Text>;
  return (
    <div
      ref={viewport}
      className={classes['outcomes']}
      tabIndex={0}
      role="table"
      aria-label={t('outcome.result')}
      aria-rowcount={list.total + 1}
    >
      <div role="rowgroup" className={classes['head']}>
        <div role="row" aria-rowindex={1} className={classes['outcome']}>
          <span role="columnheader">{t('line')}</span>
          <span role="columnheader">{t('outcome.what')}</span>
          <span role="columnheader">{t('outcome.result')}</span>
        </div>
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => (
          <div
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            role="row"
            aria-rowindex={item.index + 2}
            className={classes['outcome']}
            style={{ position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${item.start}px)` }}
          >
            <Row state={state} row={list.rowAt(item.index)} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Row({ state, row }: { state: ImportState; row: RowOutcome | undefined }): ReactNode {
  const { t } = useTranslation('imports');
  if (row === undefined) return null;
  return (
    <>
      <span role="cell" className="figures">
        {row.line}
      </span>
      <span role="cell" className={classes['cut']}>
        {row.name}
      </span>
      <span role="cell" className={classes['result']}>
        <Badge size="sm" variant="light" color={colours[row.status]} mr="sm">
          {state.step === 'done' ? t(`status.${row.status}`) : t(`coming.${row.status}`)}
        </Badge>
        <Detail state={state} row={row} />
      </span>
    </>
  );
}

/** What changes, from what to what; or the column, the value and the reason. */
function Detail({ state, row }: { state: ImportState; row: RowOutcome }): ReactNode {
  const { t } = useTranslation('imports');
  const words = useReasonWords();
  const format = useFormat();
  const show = (field: string, value: RowOutcome['changes'][number]['before']): string => {
    if (value === null || value === '') return '–';
    if (typeof value === 'number') return format.number(value, 6);
    return typeof value === 'string'
      ? /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? format.date(value)
        : termFor(field, value)
      : String(value);
  };
  if (row.status === 'rejected') {
    return row.problems.map((problem, index) => (
      <span key={index}>
        {index > 0 && ' · '}
        {problem.column !== null && <strong>{problem.column}</strong>}{' '}
        {problem.value !== '' && <span className={classes['value']}>{problem.value}</span>} {words.of(problem)}
        <Repair key={`${row.line} ${problem.column}`} state={state} line={row.line} problem={problem} />
      </span>
    ));
  }
  return row.changes.map((change, index) => (
    <span key={change.field}>
      {index > 0 && ' · '}
      <strong>{fieldName(change.field)}</strong> {show(change.field, change.before)} <span aria-hidden="true">→</span>
      <span className="visually-hidden">{t('becomes')}</span> {show(change.field, change.after)}
    </span>
  ));
}
