/** How far a long work is, with the button that stops it. */
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress as JobState } from '#shared/base/define.ts';
import { useFormat } from '../lib/format.ts';

interface Props {
  job: { progress: JobState | null; running: boolean; cancel: () => void };
  /** What is going on, when the job has not said it yet. */
  label: string;
  cancellable?: boolean;
}

export function JobProgress({ job, label, cancellable = true }: Props): ReactNode {
  const { t } = useTranslation('common');
  const format = useFormat();
  if (!job.running) return null;
  const { progress } = job;
  const share =
    progress === null || progress.total === null || progress.total === 0 ? null : progress.done / progress.total;
  return (
    <Stack gap={6} role="status" aria-live="polite">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{label}</Text>
        <Text size="sm" c="dimmed" className="figures">
          {share === null ? format.number(progress?.done ?? 0) : format.percent(share)}
        </Text>
      </Group>
      <Progress
        value={share === null ? 100 : share * 100}
        animated={share === null}
        striped={share === null}
        aria-label={label}
      />
      {cancellable && (
        <Group justify="flex-end">
          <Button size="compact-sm" variant="default" onClick={job.cancel}>
            {t('cancel')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
