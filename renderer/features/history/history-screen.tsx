/** Every action taken on this workspace, the latest first. */
import { Badge, Button, Center, Table, Text } from '@mantine/core';
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRead } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useActionName, useHistory } from '../../lib/history.tsx';
import { useReadOnly } from '../../lib/workspace.ts';

const step = 100;

export function HistoryScreen(): ReactNode {
  const { t } = useTranslation('history');
  const nameOf = useActionName();
  const format = useFormat();
  const readOnly = useReadOnly();
  const { undo } = useHistory();
  const [limit, setLimit] = useState(step);
  const list = useRead('history.list', { limit: Math.min(limit, 1000) }, { keep: true });
  const rows = list.data?.rows ?? [];
  const total = list.data?.total ?? 0;
  const canUndo = !readOnly && rows.some((row) => row.state === 'done');
  return (
    <Screen
      scoped={false}
      title={t('title')}
      detail={list.data === undefined ? undefined : t('count', { count: total, number: format.number(total) })}
      actions={
        canUndo ? (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
            onClick={() => void undo()}
          >
            {t('undoLast')}
          </Button>
        ) : undefined
      }
    >
      {list.error !== null ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <LoadingRows />
      ) : rows.length === 0 ? (
        <EmptyState icon={IconHistory} title={t('empty')} text={t('emptyText')} />
      ) : (
        <Table verticalSpacing="xs" maw={960}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={190}>{t('when')}</Table.Th>
              <Table.Th>{t('what')}</Table.Th>
              <Table.Th w={220}>{t('who')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.seq} c={row.state === 'done' ? undefined : 'dimmed'}>
                <Table.Td>{format.dateTime(row.at)}</Table.Td>
                <Table.Td>
                  <Text size="sm" span>
                    {nameOf(row)}
                  </Text>
                  {row.state !== 'done' && (
                    <Badge ml="xs" size="sm" variant="default">
                      {t(`state.${row.state}`)}
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td>
                  {row.actor}{' '}
                  <Text span size="sm" c="dimmed">
                    ({t(`origin.${row.origin}`)})
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {rows.length < total && limit < 1000 && (
        <Center mt="lg">
          <Button variant="default" onClick={() => setLimit(limit + step)}>
            {t('more')}
          </Button>
        </Center>
      )}
    </Screen>
  );
}
