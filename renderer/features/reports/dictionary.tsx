/** What each column of a report means, in which unit, of which type, with which values. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportColumn } from '#shared/reports/contract.ts';
import classes from './reports.module.css';

export function Dictionary({ columns }: { columns: ReportColumn[] }): ReactNode {
  const { t } = useTranslation(['reports', 'tables']);
  return (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('reports:dictionary')}>
      <table className={classes['dictionary']}>
        <thead>
          <tr>
            <th scope="col">{t('tables:column.label')}</th>
            <th scope="col">{t('tables:column.help')}</th>
            <th scope="col">{t('tables:column.type')}</th>
            <th scope="col">{t('reports:unit')}</th>
            <th scope="col">{t('tables:column.values')}</th>
            <th scope="col">{t('tables:column.column')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.id}>
              <th scope="row">{column.label}</th>
              <td>{column.help}</td>
              <td>{t(`tables:term.type.${column.type}`)}</td>
              <td>{column.unit ?? ''}</td>
              <td>{column.terms === null ? '' : Object.values(column.terms).join(', ')}</td>
              <td>
                <code>{column.id}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
