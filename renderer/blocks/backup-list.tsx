/** The copies of a workspace, newest first, each of which can take its place again. */
import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#shared/workspace/contract.ts';
import { call, useRead } from '../lib/api.ts';
import { useFormat } from '../lib/format.ts';

export function BackupList({ path, onRestore }: { path: string; onRestore: (backupPath: string) => void }): ReactNode {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const backups = useRead('workspace.backups', { path });
  const [asked, setAsked] = useState<{ path: string; at: string | null } | null>(null);
  const rows: Backup[] = backups.data?.rows ?? [];
  const chooseFile = async (): Promise<void> => {
    const { paths } = await call('shell.chooseOpen', { purpose: 'backup' });
    if (paths[0] !== undefined) setAsked({ path: paths[0], at: null });
  };
  return (
    <Stack gap="xs">
      {backups.data !== undefined && rows.length === 0 && <Text c="dimmed">{t('file.noBackups')}</Text>}
      {rows.length > 0 && (
        <Table verticalSpacing={6} aria-label={t('file.backups')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('file.backupDate')}</Table.Th>
              <Table.Th>{t('file.backupReason')}</Table.Th>
              <Table.Th ta="right">{t('file.backupSize')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('file.restore')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.path}>
                <Table.Td>{format.dateTime(row.at)}</Table.Td>
                <Table.Td>{t(`file.reason.${row.reason}`)}</Table.Td>
                <Table.Td ta="right">{format.bytes(row.size)}</Table.Td>
                <Table.Td ta="right">
                  <Button size="compact-sm" variant="subtle" onClick={() => setAsked({ path: row.path, at: row.at })}>
                    {t('file.restore')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group>
        <Button size="compact-sm" variant="subtle" onClick={() => void chooseFile()}>
          {t('file.restoreOther')}
        </Button>
      </Group>
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t('file.restoreTitle')}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        <Stack>
          <Text>
            {asked?.at == null ? t('file.restoreFile') : t('file.restoreText', { date: format.dateTime(asked.at) })}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsked(null)}>
              {t('cancel')}
            </Button>
            <Button
              onClick={() => {
                if (asked !== null) onRestore(asked.path);
                setAsked(null);
              }}
            >
              {t('file.restore')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}
