/** The open file is not in its place any more, or another program wrote to it: what happened, what is safe, and the ways on. */
import { Alert, Box, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconDeviceFloppy, IconFolderOpen, IconRefresh } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileLoss, WorkspaceInfo } from '#shared/workspace/contract.ts';
import { AppError, type ErrorCode } from '#shared/base/result.ts';
import { BackupList } from '../blocks/backup-list.tsx';
import { call } from '../lib/api.ts';
import { errorWords } from '../lib/errors.ts';
import { showError } from '../lib/toasts.ts';
import { useFileActions } from '../lib/workspace.ts';

const codes = {
  removed: 'workspace_removed',
  replaced: 'workspace_replaced',
  changed: 'workspace_changed',
} as const satisfies Record<FileLoss['kind'], ErrorCode>;

export function FileLossNotice({ workspace, loss }: { workspace: WorkspaceInfo; loss: FileLoss }): ReactNode {
  const { t } = useTranslation('shell');
  const { saveCopy, openPath, restore } = useFileActions();
  const [opened, setOpened] = useState(true);
  // What was only read has lost nothing: there is but something newer to be seen.
  const words = workspace.readOnly
    ? { title: t('fileNewer'), text: t('fileNewerText', { path: workspace.path }) }
    : errorWords(new AppError(codes[loss.kind], { path: workspace.path }));
  const canCopy = loss.kind !== 'changed' && !workspace.readOnly;
  const copy = (
    <Button leftSection={<IconDeviceFloppy size={16} stroke={1.6} />} onClick={() => void saveCopy()}>
      {t('saveCopy')}
    </Button>
  );
  const reopen = (
    <Button
      variant={canCopy ? 'default' : 'filled'}
      leftSection={<IconRefresh size={16} stroke={1.6} />}
      onClick={() => void openPath(workspace.path)}
    >
      {t('reopenFile')}
    </Button>
  );
  return (
    <>
      <Box
        pos="fixed"
        top={12}
        left="50%"
        style={{ transform: 'translateX(-50%)', zIndex: 150, width: 'min(620px, 90vw)' }}
        role="alert"
      >
        <Alert color="saffron" icon={<IconAlertTriangle stroke={1.6} />} title={words.title}>
          <Group mt={4}>
            {canCopy && copy}
            <Button variant="default" onClick={() => setOpened(true)}>
              {t('fileLossMore')}
            </Button>
          </Group>
        </Alert>
      </Box>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.title}
        size="lg"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack>
          <Text style={{ overflowWrap: 'anywhere' }}>{words.text}</Text>
          {!workspace.readOnly && <Text>{t('fileLossDraft')}</Text>}
          {loss.rescuePath !== null && (
            <Group wrap="nowrap" align="flex-start">
              <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {t('fileRescued', { path: loss.rescuePath })}
              </Text>
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconFolderOpen size={14} stroke={1.6} />}
                onClick={() => void call('shell.showInFolder', { path: loss.rescuePath ?? '' }).catch(showError)}
                style={{ flexShrink: 0 }}
              >
                {t('showInFolder')}
              </Button>
            </Group>
          )}
          {loss.kind === 'changed' && !workspace.readOnly && (
            <BackupList path={workspace.path} onRestore={(backupPath) => void restore(workspace.path, backupPath)} />
          )}
          <Group justify="flex-end">
            <Button variant="subtle" onClick={() => setOpened(false)}>
              {t('goOnReading')}
            </Button>
            {loss.kind !== 'removed' && reopen}
            {canCopy && copy}
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
