/** Says that a file was written, with a button that shows where. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from './api.ts';
import { showError } from './toasts.ts';

function FileToast({ message, path }: { message: string; path: string }): ReactNode {
  const { t } = useTranslation('common');
  return (
    <Group gap="sm" wrap="nowrap" justify="space-between">
      <Text size="sm">{message}</Text>
      <Button
        size="compact-sm"
        variant="light"
        flex="none"
        onClick={() => void call('shell.showInFolder', { path }).catch(showError)}
      >
        {t('showInFolder')}
      </Button>
    </Group>
  );
}

export function showFileToast(message: string, path: string): void {
  notifications.show({
    message: <FileToast message={message} path={path} />,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': i18next.t('common:close') },
    autoClose: 12_000,
  });
}
