/** The shape of what comes, while it comes. */
import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function LoadingRows({ rows = 12 }: { rows?: number }): ReactNode {
  const { t } = useTranslation('common');
  return (
    <Stack gap={12} p="md" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={16} width={`${92 - ((index * 7) % 30)}%`} />
      ))}
    </Stack>
  );
}

export function LoadingPage(): ReactNode {
  const { t } = useTranslation('common');
  return (
    <Stack gap="lg" p="xl" role="status" aria-label={t('loading')}>
      <Skeleton height={28} width={240} />
      <Skeleton height={120} />
      <Skeleton height={240} />
    </Stack>
  );
}
