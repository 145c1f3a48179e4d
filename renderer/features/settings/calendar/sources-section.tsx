/** Where the bundled dates come from, how far they reach, and what they do not know. */
import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingRows } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';

export function SourcesSection(): ReactNode {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const { data, error, refetch } = useRead('calendar.sources', {});
  return (
    <section aria-label={t('sources.title')}>
      <Stack gap="sm">
        <Title order={2} fz={18}>
          {t('sources.title')}
        </Title>
        {error !== null ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <LoadingRows rows={3} />
        ) : (
          data.rows.map((row) => (
            <div key={row.layer}>
              <Text fw={500}>{t(`sources.layer.${row.layer}`)}</Text>
              <Text size="sm">{row.source}</Text>
              <Text size="sm" c="dimmed">
                {[
                  t('sources.version', { version: row.version }),
                  row.from !== null && row.to !== null
                    ? t('sources.span', { from: format.date(row.from, 'long'), to: format.date(row.to, 'long') })
                    : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
              <Text size="sm" c="dimmed">
                {row.note}
              </Text>
            </div>
          ))
        )}
      </Stack>
    </section>
  );
}
