/** Page by page through a long table. */
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import classes from './load.module.css';
import { tablePage } from './table-rows.ts';

export function Pager({
  offset,
  total,
  onOffset,
}: {
  offset: number;
  total: number;
  onOffset: (offset: number) => void;
}): ReactNode {
  const { t } = useTranslation('load');
  const format = useFormat();
  const last = Math.min(total, offset + tablePage);
  if (total <= tablePage) return null;
  return (
    <nav className={classes['pager']} aria-label={t('pages')}>
      <Button
        size="xs"
        variant="default"
        disabled={offset === 0}
        onClick={() => onOffset(Math.max(0, offset - tablePage))}
      >
        {t('previous')}
      </Button>
      <Text size="sm" c="dimmed" aria-live="polite">
        {t('page', { from: format.number(offset + 1), to: format.number(last), total: format.number(total) })}
      </Text>
      <Button size="xs" variant="default" disabled={last >= total} onClick={() => onOffset(offset + tablePage)}>
        {t('next')}
      </Button>
    </nav>
  );
}
