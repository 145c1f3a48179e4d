/** The shape of a table while its first page is on the way. */
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';

export function TableSkeleton({ widths }: { widths: number[] }): ReactNode {
  const { t } = useTranslation('common');
  const template = `44px minmax(${widths[0] ?? 200}px, 1fr) ${widths
    .slice(1)
    .map((width) => `${width}px`)
    .join(' ')}`;
  return (
    <div className={classes['viewport']} style={{ overflow: 'hidden' }} role="status" aria-label={t('loading')}>
      {Array.from({ length: 18 }, (_, row) => (
        <div key={row} className={classes['shape']} style={{ gridTemplateColumns: template }}>
          <span />
          {widths.map((_width, column) => (
            <span key={column} className={classes['cell']}>
              <Skeleton height={10} width={`${72 - ((row * 13 + column * 29) % 34)}%`} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
