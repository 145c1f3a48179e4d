/** A file that cannot be opened: newer, damaged, in use, read-only folder; what it is, and the ways out. */
import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconLock } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BackupList } from '../blocks/backup-list.tsx';
import { errorWords } from '../lib/errors.ts';
import { useFileActions } from '../lib/workspace.ts';
import type { Blocked } from './workspace-provider.tsx';

const restorable = new Set([
  'workspace_damaged',
  'workspace_empty',
  'workspace_invalid',
  'migration_failed',
  'database_newer',
]);

export function BlockedScreen({ blocked }: { blocked: Blocked }): ReactNode {
  const { t } = useTranslation('shell');
  const { openPath, dismiss, restore } = useFileActions();
  const { title, text } = errorWords(blocked.error);
  useEffect(() => {
    document.documentElement.dataset['appState'] = 'ready';
  }, []);
  return (
    <Center component="main" h="100%" p="xl" style={{ overflowY: 'auto' }}>
      <Stack maw={620} gap="lg">
        <IconLock size={36} stroke={1.4} color="var(--muted)" />
        <Title order={1} size="h2">
          {title}
        </Title>
        <Text size="lg">{text}</Text>
        <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {blocked.path}
        </Text>
        <Group>
          <Button onClick={() => void openPath(blocked.path)}>{t('tryAgain')}</Button>
          <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={dismiss}>
            {t('backToWelcome')}
          </Button>
        </Group>
        {restorable.has(blocked.error.code) && (
          <BackupList path={blocked.path} onRestore={(backupPath) => void restore(blocked.path, backupPath)} />
        )}
      </Stack>
    </Center>
  );
}
