/** Says inside a dialog that the scope narrows its choice, and offers to leave it; nothing when there is no scope. */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useScope } from '../../lib/scope.tsx';
import { useScopeWords } from './words.ts';

export function ScopeNote(): ReactNode {
  const { t } = useTranslation('scope');
  const { active, clear } = useScope();
  const words = useScopeWords();
  if (!active) return null;
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {t('within', { scope: words })}
      </Text>
      <Button variant="subtle" size="compact-sm" flex="none" onClick={clear}>
        {t('clear')}
      </Button>
    </Group>
  );
}
