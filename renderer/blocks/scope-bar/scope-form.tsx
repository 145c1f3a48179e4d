/** Choosing the scope: territories of the tree, kinds of site, a period. Every change counts at once. */
import { Button, Chip, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { DateInput } from '../../components/dates.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { periodOf, periodPresets, type PeriodPreset } from '#shared/base/periods.ts';
import { useRead } from '../../lib/api.ts';
import { parseDate } from '../../lib/dates.ts';
import { useFormat } from '../../lib/format.ts';
import { useScope } from '../../lib/scope.tsx';
import { today } from '../../lib/today.ts';
import { TerritoryTree } from './territory-tree.tsx';

export function ScopeForm({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('scope');
  const { choice, active, set, clear } = useScope();
  const kinds = useRead('sites.kinds', {});
  const kindNames = (kinds.data?.rows ?? []).map((row) => row.kind);
  return (
    <Stack gap="md">
      <TerritoryTree chosen={choice.territoryIds} onChange={(territoryIds) => set({ territoryIds })} />
      {kindNames.length > 0 && (
        <div role="group" aria-label={t('kinds')}>
          <Text size="sm" fw={500} mb={6}>
            {t('kinds')}
          </Text>
          <Group gap={6} mah={140} style={{ overflowY: 'auto' }}>
            {kindNames.map((kind) => (
              <Chip
                key={kind}
                size="xs"
                checked={choice.siteKinds.includes(kind)}
                onChange={(checked) =>
                  set({
                    siteKinds: checked ? [...choice.siteKinds, kind] : choice.siteKinds.filter((one) => one !== kind),
                  })
                }
              >
                {kind}
              </Chip>
            ))}
          </Group>
        </div>
      )}
      <Period />
      <Group justify="space-between">
        <Button variant="subtle" size="compact-sm" disabled={!active} onClick={clear}>
          {t('clear')}
        </Button>
        <Button size="compact-sm" onClick={onClose}>
          {t('done')}
        </Button>
      </Group>
    </Stack>
  );
}

function Period(): ReactNode {
  const { t, i18n } = useTranslation('scope');
  const { choice, scope, set } = useScope();
  const format = useFormat();
  const organisation = useRead('organisation.get', {});
  const startMonth = organisation.data?.fiscalYearStartMonth ?? 1;
  // Where years begin in January, the fiscal year is the year.
  const presets = periodPresets.filter(
    (preset) => preset !== 'fiscalYear' || startMonth !== 1 || choice.preset === 'fiscalYear',
  );
  const named = (preset: PeriodPreset): string => {
    const { from, to } = periodOf(preset, today(), startMonth);
    return preset === 'lastTwelveMonths' || preset === 'fiscalYear'
      ? t(`preset.${preset}`, { from: format.date(from), to: format.date(to) })
      : t(`preset.${preset}`, { year: from?.slice(0, 4) ?? '' });
  };
  const date = (end: 'from' | 'to'): ReactNode => (
    <DateInput
      size="xs"
      clearable
      label={t(end)}
      valueFormat="DD/MM/YYYY"
      dateParser={parseDate}
      locale={i18n.language}
      value={choice[end]}
      onChange={(value) => set({ [end]: value === null ? null : String(value).slice(0, 10) })}
      clearButtonProps={{ 'aria-label': t('noDate') }}
      popoverProps={{ shadow: 'md', withinPortal: false }}
      {...(end === 'from' && choice.to !== null ? { maxDate: choice.to } : {})}
      {...(end === 'to' && choice.from !== null ? { minDate: choice.from } : {})}
    />
  );
  return (
    <Stack gap="xs">
      <Select
        label={t('period')}
        data={presets.map((preset) => ({ value: preset, label: named(preset) }))}
        value={choice.preset}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false, shadow: 'md' }}
        onChange={(preset) =>
          set(
            preset === 'custom'
              ? { preset, from: scope.from, to: scope.to }
              : { preset: preset as PeriodPreset, from: null, to: null },
          )
        }
      />
      {choice.preset === 'custom' && (
        <SimpleGrid cols={2} spacing="xs">
          {date('from')}
          {date('to')}
        </SimpleGrid>
      )}
      <Text size="xs" c="dimmed">
        {t('periodHelp')}
      </Text>
    </Stack>
  );
}
