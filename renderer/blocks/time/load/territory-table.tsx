/** The load of territories as a table: the same figures as the map. */
import { Anchor, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoadTerritory } from '#shared/load/contract.ts';
import { isoWeekOf } from '#shared/base/weeks.ts';
import { fieldName } from '../../../lib/fields.ts';
import { useFormat } from '../../../lib/format.ts';
import classes from './load.module.css';
import { peakWeek } from './table-rows.ts';

interface Props {
  rows: readonly LoadTerritory[];
  mondays: readonly string[];
  onOpen: (id: string) => void;
}

export function TerritoryTable({ rows, mondays, onOpen }: Props): ReactNode {
  const { t } = useTranslation('load');
  const format = useFormat();
  const most = (values: readonly number[]): number => values.reduce((high, value) => Math.max(high, value), 0);
  const weekText = (values: readonly number[]): string => {
    const monday = mondays[peakWeek(values, most(values))];
    return monday === undefined ? '' : t('weekAt', { week: isoWeekOf(monday).week, date: format.date(monday) });
  };
  return (
    <div
      className={classes['table']}
      tabIndex={0}
      role="region"
      aria-label={t('tableOf', { what: t('zooms.territories') })}
    >
      <Table stickyHeader verticalSpacing={6} miw={820}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{fieldName('territory')}</Table.Th>
            <Table.Th ta="right">{fieldName('sites')}</Table.Th>
            <Table.Th ta="right">{t('heaviestSite')}</Table.Th>
            <Table.Th ta="right">{t('mostOver')}</Table.Th>
            <Table.Th>{t('mostOverWeek')}</Table.Th>
            <Table.Th ta="right">{t('total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td pl={10 + row.depth * 20}>
                {row.id === null ? (
                  t('noTerritory')
                ) : (
                  <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onOpen(row.id ?? '')}>
                    {row.name}
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td data-right ta="right">
                {format.number(row.sites)}
              </Table.Td>
              <Table.Td data-right ta="right">
                {format.number(most(row.peak))}
              </Table.Td>
              <Table.Td data-right ta="right" {...(most(row.over) > 0 ? { className: classes['over'] } : {})}>
                {format.number(most(row.over))}
              </Table.Td>
              <Table.Td className={classes['whole']}>{weekText(row.over)}</Table.Td>
              <Table.Td data-right ta="right">
                {format.number(row.total.reduce((sum, value) => sum + value, 0))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
