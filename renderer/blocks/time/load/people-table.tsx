/** The load of ambassadors as a table: the same figures as the bars. */
import { Anchor, Table, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LoadPerson } from '#shared/load/contract.ts';
import { isoWeekOf } from '#shared/base/weeks.ts';
import { fieldName } from '../../../lib/fields.ts';
import { useFormat } from '../../../lib/format.ts';
import classes from './load.module.css';
import { Pager } from './pager.tsx';
import { pageOfRows, peakWeek } from './table-rows.ts';
import type { LoadChoice } from './use-choice.ts';
import { usePeoplePages, type PeopleHead } from './use-load.ts';
import { useRecordAddress } from '../../../lib/features.ts';

export function PeopleTable({ head, choice }: { head: PeopleHead; choice: LoadChoice }): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('load');
  const format = useFormat();
  const [wanted, setOffset] = useState(0);
  const offset = wanted < head.total ? wanted : 0;
  const { rowAt, see } = usePeoplePages(choice, head);
  useEffect(() => see(offset, offset), [see, offset]);
  const weekText = (row: LoadPerson): string => {
    const monday = head.mondays[peakWeek(row.weeks, row.peak)];
    return monday === undefined ? '' : t('weekAt', { week: isoWeekOf(monday).week, date: format.date(monday) });
  };
  const over = (row: LoadPerson): number => row.weeks.filter((load) => load > head.threshold).length;
  return (
    <>
      <div
        className={classes['table']}
        tabIndex={0}
        role="region"
        aria-label={t('tableOf', { what: t('zooms.people') })}
      >
        <Text size="sm" c="dimmed" py="sm">
          {t('peopleHelp')}
        </Text>
        <Table stickyHeader verticalSpacing={6} miw={820}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('person')}</Table.Th>
              <Table.Th>{fieldName('site')}</Table.Th>
              <Table.Th ta="right">{t('sharedBy')}</Table.Th>
              <Table.Th ta="right">{t('peak')}</Table.Th>
              <Table.Th>{t('peakWeek')}</Table.Th>
              <Table.Th ta="right">{t('weeksOver')}</Table.Th>
              <Table.Th ta="right">{t('total')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pageOfRows(rowAt, offset, head.total).map((row, index) =>
              row === undefined ? (
                <Table.Tr key={index}>
                  <Table.Td colSpan={7}>…</Table.Td>
                </Table.Tr>
              ) : (
                <Table.Tr key={row.id}>
                  <Table.Td>
                    <Anchor component={Link} to={address('person', row.id)} size="sm">
                      {row.name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>
                    {row.siteId !== null && (
                      <Anchor component={Link} to={address('site', row.siteId)} size="sm">
                        {row.siteName}
                      </Anchor>
                    )}
                  </Table.Td>
                  <Table.Td data-right ta="right">
                    {row.siteId === null ? '' : format.number(row.sharedBy)}
                  </Table.Td>
                  <Table.Td data-right ta="right">
                    {format.number(row.peak, 2)}
                  </Table.Td>
                  <Table.Td className={classes['whole']}>{weekText(row)}</Table.Td>
                  <Table.Td data-right ta="right" {...(over(row) > 0 ? { className: classes['over'] } : {})}>
                    {format.number(over(row))}
                  </Table.Td>
                  <Table.Td data-right ta="right">
                    {format.number(row.total, 2)}
                  </Table.Td>
                </Table.Tr>
              ),
            )}
          </Table.Tbody>
        </Table>
      </div>
      <Pager offset={offset} total={head.total} onOffset={setOffset} />
    </>
  );
}
