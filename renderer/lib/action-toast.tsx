/** The sentence of a toast with one button. */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export function actionToastContent(message: string, label: string, run: () => void): ReactNode {
  return (
    <Group gap="sm" wrap="nowrap" justify="space-between">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="light" flex="none" onClick={run}>
        {label}
      </Button>
    </Group>
  );
}
