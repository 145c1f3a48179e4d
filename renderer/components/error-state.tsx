/** What went wrong in the place where the content would be, and a way to try again. */
import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '../lib/errors.ts';

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const { t } = useTranslation('common');
  const { title, text } = errorWords(error);
  return (
    <Center h="100%" p="xl" role="alert">
      <Stack align="center" gap="sm" maw={480}>
        <IconAlertTriangle size={36} stroke={1.4} color="var(--saffron)" aria-hidden />
        <Title order={2} ta="center" fz={20}>
          {title}
        </Title>
        <Text c="dimmed" ta="center">
          {text}
        </Text>
        {onRetry !== undefined && (
          <Button variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Center>
  );
}
