/** The load of sites as a table: the same figures as the map, and by site what is asked of it and when. */
import { Anchor, Button, Modal, Table, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LoadRow } from '#shared/load/contract.ts';
import { isoWeekOf } from '#shared/base/weeks.ts';
import { LoadingRows } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { errorText } from '../../../lib/errors.ts';
import { fieldName } from '../../../lib/fields.ts';
import { useFormat } from '../../../lib/format.ts';
import type { TimeRecord } from '../../../lib/time-source.ts';
import classes from './load.module.css';
import { Pager } from './pager.tsx';
import { pageOfRows, peakWeek } from './table-rows.ts';
import type { LoadChoice } from './use-choice.ts';
import { useSitePages, type SiteHead } from './use-load.ts';
import { useRecordAddress } from '../../../lib/features.ts';

interface Props {
  head: SiteHead;
  choice: LoadChoice;
  onOpen: (record: TimeRecord) => void;
}

export function SiteTable({ head, choice, onOpen }: Props): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation(['load', 'common']);
  const format = useFormat();
  const [wanted, setOffset] = useState(0);
  const [asked, setAsked] = useState<LoadRow | null>(null);
  const offset = wanted < head.total ? wanted : 0;
  const { rowAt, see } = useSitePages(choice, head);
  useEffect(() => see(offset, offset), [see, offset]);
  const mondays = head.mondays;
  const peakText = (row: LoadRow): string => {
    const monday = mondays[peakWeek(row.weeks, row.peak)];
    return monday === undefined ? '' : t('weekAt', { week: isoWeekOf(monday).week, date: format.date(monday) });
  };
  return (
    <>
      <div
        className={classes['table']}
        tabIndex={0}
        role="region"
        aria-label={t('tableOf', { what: t('zooms.sites') })}
      >
        <Table stickyHeader verticalSpacing={6} miw={820}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{fieldName('site')}</Table.Th>
              <Table.Th>{fieldName('territory')}</Table.Th>
              <Table.Th>{fieldName('kind')}</Table.Th>
              <Table.Th ta="right">{t('peak')}</Table.Th>
              <Table.Th>{t('peakWeek')}</Table.Th>
              <Table.Th ta="right">{t('weeksOver')}</Table.Th>
              <Table.Th ta="right">{t('total')}</Table.Th>
              <Table.Th>{t('what')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pageOfRows(rowAt, offset, head.total).map((row, index) =>
              row === undefined ? (
                <Table.Tr key={index}>
                  <Table.Td colSpan={8}>…</Table.Td>
                </Table.Tr>
              ) : (
                <Table.Tr key={row.id}>
                  <Table.Td>
                    <Anchor component={Link} to={address('site', row.id)} size="sm">
                      {row.name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{row.territoryName}</Table.Td>
                  <Table.Td>{row.kind}</Table.Td>
                  <Table.Td data-right ta="right">
                    {format.number(row.peak)}
                  </Table.Td>
                  <Table.Td className={classes['whole']}>{peakText(row)}</Table.Td>
                  <Table.Td data-right ta="right" {...(row.over > 0 ? { className: classes['over'] } : {})}>
                    {format.number(row.over)}
                  </Table.Td>
                  <Table.Td data-right ta="right">
                    {format.number(row.total)}
                  </Table.Td>
                  <Table.Td>
                    {row.total > 0 && (
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={t('seeAsked', { name: row.name })}
                        onClick={() => setAsked(row)}
                      >
                        {t('see')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ),
            )}
          </Table.Tbody>
        </Table>
      </div>
      <Pager offset={offset} total={head.total} onOffset={setOffset} />
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked === null ? '' : t('askedOf', { name: asked.name })}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common:cancel') }}
      >
        {asked !== null && (
          <Asked
            row={asked}
            choice={choice}
            onOpen={(record) => {
              setAsked(null);
              onOpen(record);
            }}
          />
        )}
      </Modal>
    </>
  );
}

function Asked({
  row,
  choice,
  onOpen,
}: {
  row: LoadRow;
  choice: LoadChoice;
  onOpen: (record: TimeRecord) => void;
}): ReactNode {
  const { t } = useTranslation('load');
  const { data, error } = useRead('load.cell', {
    siteId: row.id,
    week: choice.from,
    weeks: choice.weeks,
    drafts: choice.drafts,
  });
  if (error !== null)
    return (
      <Text size="sm" c="var(--danger)" role="alert">
        {errorText(error)}
      </Text>
    );
  if (data === undefined) return <LoadingRows rows={4} />;
  const weeks = (mondays: readonly string[]): string => {
    // Weeks that follow one another are said as a stretch.
    const stretches: string[][] = [];
    for (const monday of mondays) {
      const last = stretches[stretches.length - 1];
      if (
        last !== undefined &&
        new Date(monday).getTime() - new Date(last[last.length - 1] ?? '').getTime() === 7 * 86_400_000
      )
        last.push(monday);
      else stretches.push([monday]);
    }
    return stretches
      .map((one) =>
        [one[0], one[one.length - 1]]
          .filter((monday, index, both) => index === 0 || monday !== both[0])
          .map((monday) => t('week', { week: isoWeekOf(monday ?? '').week }))
          .join('–'),
      )
      .join(', ');
  };
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('what')}</Table.Th>
          <Table.Th>{t('whatKind')}</Table.Th>
          <Table.Th>{t('when')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.rows.map((item) => (
          <Table.Tr key={item.id}>
            <Table.Td>
              <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onOpen(item.record)}>
                {item.title}
              </Anchor>
            </Table.Td>
            <Table.Td>
              {[t(`kinds.${item.kind}`, { name: item.record.title }), item.draft ? t('draft') : null]
                .filter((part) => part !== null)
                .join(' · ')}
            </Table.Td>
            <Table.Td>{weeks(item.mondays)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
