/** What the columns promise: why one is left out, with the way to take it all the same, and the first records that would be made. */
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/base/fold.ts';
import type { Inspection } from '#shared/import/contract.ts';
import { firstRecords, valuesOfField } from '#shared/import/first-records.ts';
import { useRead } from '../../lib/api.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './imports.module.css';
import { useReasonWords } from './reason-words.ts';
import type { ImportState } from './use-import.ts';

interface Shown {
  state: ImportState;
  inspection: Inspection;
}

/** Nothing for a column that fills a field, or was never promising. */
export function LeftOutNote({ state, inspection, column }: Shown & { column: string }): ReactNode {
  const { t } = useTranslation('imports');
  const words = useReasonWords();
  const left = inspection.leftOut.find((one) => one.column === column);
  if (left === undefined || state.mapping[column] !== undefined) return null;
  const field = fieldName(left.field);
  return (
    <div className={classes['leftOut']}>
      <Text size="xs" c="dimmed">
        {t('leftOutBecause', { field, value: left.value, reason: words.of(left) })}
      </Text>
      <Button size="compact-xs" variant="default" onClick={() => state.map(column, left.field)}>
        {t('takeAnyway', { field })}
      </Button>
    </div>
  );
}

const shownTerritories = 8;

/** The names of the first records, and the territories that nobody knows yet, as far as the first rows tell. */
export function ComingRecords({ state, inspection: { preview, columns } }: Shown): ReactNode {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const named = valuesOfField(preview, columns, state.mapping, 'territory');
  const territories = useRead('territories.list', {}, { enabled: named.length > 0 });
  const names = firstRecords(preview, columns, state.mapping);
  const known = new Set((territories.data?.rows ?? []).flatMap(({ code, name }) => [fold(code), fold(name)]));
  const missing = territories.data === undefined ? [] : named.filter((name) => !known.has(fold(name)));
  if (names.length === 0) return null;
  return (
    <Text size="sm" className={classes['sentences']}>
      <span>{t('firstRecords', { count: names.length, names: format.list(names) })}</span>
      {missing.length > 0 && (
        <span>
          {t('newTerritories', {
            count: missing.length,
            names: format.list(missing.slice(0, shownTerritories)) + (missing.length > shownTerritories ? '…' : ''),
          })}
        </span>
      )}
    </Text>
  );
}
