/** The workspace file: where it lies, its health, its backups and where they go. */
import { Alert, Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OutputOf } from '#shared/contract.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { call, useJob } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { showError } from '../../lib/toasts.ts';
import { useFileActions, useOpenFile } from '../../lib/workspace.ts';
import { BackupList } from '../../blocks/backup-list.tsx';

export function FilePanel(): ReactNode {
  const { t } = useTranslation('settings');
  const workspace = useOpenFile();
  const { backup, restore } = useFileActions();
  const { preferences, set } = usePreferences();
  if (workspace === null) return null;
  const chooseFolder = async (): Promise<void> => {
    const { path } = await call('shell.chooseFolder', {});
    if (path !== null) set({ backupFolder: path });
  };
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        <Text style={{ overflowWrap: 'anywhere' }}>{workspace.path}</Text>
        <Group>
          <Button
            variant="default"
            onClick={() => void call('shell.showInFolder', { path: workspace.path }).catch(showError)}
          >
            {t('file.show')}
          </Button>
          <Anchor component={Link} to="/history">
            {t('file.history')}
          </Anchor>
        </Group>
      </Stack>
      <Check />
      <Stack gap="xs">
        <Title order={2} fz={18}>
          {t('file.backups')}
        </Title>
        <Text c="dimmed">{t('file.backupsHelp')}</Text>
        <Group>
          <Button variant="default" onClick={() => void backup()}>
            {t('file.backupNow')}
          </Button>
          <Button variant="default" onClick={() => void chooseFolder()}>
            {t('file.chooseFolder')}
          </Button>
          {preferences.backupFolder !== null && (
            <Button variant="subtle" onClick={() => set({ backupFolder: null })}>
              {t('file.defaultFolder')}
            </Button>
          )}
        </Group>
        <BackupList path={workspace.path} onRestore={(backupPath) => void restore(workspace.path, backupPath)} />
      </Stack>
    </Stack>
  );
}

function Check(): ReactNode {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const check = useJob('workspace.check');
  const [report, setReport] = useState<OutputOf<'workspace.check'> | null>(null);
  const run = (): void => {
    setReport(null);
    check.start({}).then(setReport, showError);
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Title order={2} fz={18}>
        {t('file.check')}
      </Title>
      <Text c="dimmed">{t('file.checkHelp')}</Text>
      <Button variant="default" onClick={run} loading={check.running}>
        {t('file.checkNow')}
      </Button>
      <JobProgress job={check} label={t('file.checking')} />
      {report !== null && (
        <Alert
          color={report.ok ? 'evergreen' : 'red'}
          icon={report.ok ? <IconCircleCheck stroke={1.6} /> : <IconAlertTriangle stroke={1.6} />}
          title={t(report.ok ? 'file.healthy' : 'file.problems')}
          w="100%"
        >
          <Text size="sm">{t('file.size', { size: format.bytes(report.size), version: report.version })}</Text>
          {report.problems.length > 0 && (
            <Table mt="xs">
              <Table.Tbody>
                {report.problems.map((problem, index) => (
                  <Table.Tr key={index}>
                    <Table.Td>{t(`file.problem.${problem.kind}`)}</Table.Td>
                    <Table.Td>{problem.text}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Alert>
      )}
    </Stack>
  );
}
