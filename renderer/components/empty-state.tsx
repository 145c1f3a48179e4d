/** What a place is for when nothing is in it yet, and the ways to begin. */
import { Center, Group, Stack, Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  icon: Icon;
  title: string;
  text?: string;
  actions?: ReactNode;
}

export function EmptyState({ icon: Picture, title, text, actions }: Props): ReactNode {
  return (
    <Center h="100%" p="xl">
      <Stack align="center" gap="sm" maw={480}>
        <Center w={72} h={72} style={{ borderRadius: '50%', background: 'var(--accent-soft)' }}>
          <Picture size={32} stroke={1.4} color="var(--accent)" aria-hidden />
        </Center>
        <Title order={2} ta="center" fz={20}>
          {title}
        </Title>
        {text !== undefined && (
          <Text c="dimmed" ta="center" size="lg">
            {text}
          </Text>
        )}
        {actions !== undefined && <Group mt="sm">{actions}</Group>}
      </Stack>
    </Center>
  );
}
