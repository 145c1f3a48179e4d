/** What only the user knows of the file, asked once at the check; and the way back from what was put right. */
import { Button, Group, Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stages } from '#shared/base/common.ts';
import { useFormat } from '../../lib/format.ts';
import { termFor } from '../../lib/terms.ts';
import type { ImportState, Report } from './use-import.ts';

export function Questions({ state, report }: { state: ImportState; report: Report }): ReactNode {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { corrections, leaveOut, stage } = state.choices;
  const without = report.notes.find(({ note }) => note === 'stageAssumed');
  const touched = corrections.length + leaveOut.length;
  return (
    <>
      {without !== undefined && (
        <Group gap="sm">
          <Text size="sm" id="stage-question">
            {t('stageQuestion', { count: without.count, number: format.number(without.count) })}
          </Text>
          <Select
            w={180}
            size="sm"
            aria-labelledby="stage-question"
            data={stages.map((value) => ({ value, label: termFor('stage', value) }))}
            value={stage}
            onChange={(value) => void state.choose({ stage: value as (typeof stages)[number] })}
            allowDeselect={false}
            comboboxProps={{ shadow: 'md' }}
          />
        </Group>
      )}
      {touched > 0 && (
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {[
              corrections.length > 0 &&
                t('correctedCells', { count: corrections.length, number: format.number(corrections.length) }),
              leaveOut.length > 0 && t('leavingOut'),
            ]
              .filter((part) => part !== false)
              .join(' ')}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void state.choose({ corrections: [], leaveOut: [] })}
          >
            {t('asInFile')}
          </Button>
        </Group>
      )}
    </>
  );
}
