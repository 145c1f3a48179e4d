/** What the dates of a form ask for, said under them with the one click that takes it. */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export function Proposal({ text, take, onTake }: { text: string; take: string; onTake: () => void }): ReactNode {
  return (
    <Group gap="xs" wrap="nowrap" aria-live="polite" data-proposal>
      <Text size="sm" flex={1}>
        {text}
      </Text>
      <Button variant="light" size="compact-sm" onClick={onTake}>
        {take}
      </Button>
    </Group>
  );
}
