/** What became of the forms: taken in, kept as it was, nothing to do, and what is still to be mended in the files. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import type { Merged } from './use-merge.ts';

export function MergedReport({ merged, onClose }: { merged: Merged; onClose: () => void }): ReactNode {
  const { t } = useTranslation('forms');
  const format = useFormat();
  const { applied, kept, counts } = merged;
  const rest = (
    [
      ['kept', kept],
      ['same', counts.same],
      ['invalid', counts.invalid],
      ['unknown', counts.unknown],
    ] as const
  ).filter(([, count]) => count > 0);
  return (
    <Stack gap="md">
      <Group gap="sm" wrap="nowrap">
        <IconCircleCheck size={28} stroke={1.5} color="var(--accent)" aria-hidden />
        <Title order={3} fz={20} data-autofocus tabIndex={-1}>
          {t('report.applied', { count: applied, number: format.number(applied) })}
        </Title>
      </Group>
      {rest.length > 0 && (
        <ul>
          {rest.map(([name, count]) => (
            <li key={name}>
              <Text size="sm">{t(`report.${name}`, { count, number: format.number(count) })}</Text>
            </li>
          ))}
        </ul>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('report.close')}</Button>
      </Group>
    </Stack>
  );
}
