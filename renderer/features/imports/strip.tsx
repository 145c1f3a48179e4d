/** Read = created + updated + unchanged + rejected, at a glance, with the sums to hold against the file's own. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import classes from './imports.module.css';
import type { Report } from './use-import.ts';

export function Strip({ report, done }: { report: Report; done: boolean }): ReactNode {
  const { t } = useTranslation('imports');
  const { t: notes } = useTranslation('notes');
  const format = useFormat();
  const { counts, also } = report;
  const cells = (['read', 'created', 'updated', 'unchanged', 'rejected'] as const).map((name) => ({
    name,
    value: counts[name],
    label: done && (name === 'created' || name === 'updated') ? t(`donecounts.${name}`) : t(`counts.${name}`),
  }));
  const extra = [
    also.sites > 0 ? t('also.sites', { count: also.sites, number: format.number(also.sites) }) : null,
    also.territories > 0
      ? t('also.territories', { count: also.territories, number: format.number(also.territories) })
      : null,
    also.indicators > 0
      ? t('also.indicators', { count: also.indicators, number: format.number(also.indicators) })
      : null,
    also.measurements > 0
      ? t('also.measurements', { count: also.measurements, number: format.number(also.measurements) })
      : null,
  ].filter((text) => text !== null);
  const totals = report.totals
    .filter((one) => one.count > 0)
    .map((one) =>
      t('total', {
        count: one.count,
        column: one.column,
        number: format.number(one.count),
        total: format.number(one.total, 6),
      }),
    );
  return (
    <div>
      <dl className={classes['strip']}>
        {cells.map((cell) => (
          <div key={cell.name} data-name={cell.name} data-zero={cell.value === 0 || undefined}>
            <dd>{format.number(cell.value)}</dd>
            <dt>{cell.label}</dt>
          </div>
        ))}
      </dl>
      <Text size="sm" c="dimmed" mt="xs" className={classes['sentences']}>
        <span>{notes(`key.${report.key}`)}</span>
        {extra.length > 0 && <span>{t('also.lead', { list: format.list(extra) })}</span>}
        {totals.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </Text>
    </div>
  );
}
