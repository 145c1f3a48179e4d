/** Choosing the scope: territories of the tree, kinds of site, a period. Every change counts at once. */
import { Button, Chip, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { DateField } from '../../components/date-field.tsx';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isCalendarDate } from '#shared/base/common.ts';
import { periodOf, periodPresets, type PeriodPreset } from '#shared/base/periods.ts';
import { useRead } from '../../lib/api.ts';
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
  const { t } = useTranslation('scope');
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
    <PeriodEnd
      key={end}
      label={t(end)}
      clearLabel={t('noDate')}
      held={choice[end]}
      set={(value) => set({ [end]: value })}
      outOfOrder={t('outOfOrder')}
      minDate={end === 'to' ? (choice.from ?? undefined) : undefined}
      maxDate={end === 'from' ? (choice.to ?? undefined) : undefined}
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

interface EndProps {
  label: string;
  clearLabel: string;
  held: string | null;
  set: (value: string | null) => void;
  outOfOrder: string;
  minDate: string | undefined;
  maxDate: string | undefined;
}

/** One end of the period. What cannot be one stays in the field, with the reason, and the scope stays as it was. */
function PeriodEnd({ label, clearLabel, held, set, outOfOrder, minDate, maxDate }: EndProps): ReactNode {
  const [refused, setRefused] = useState<string | null>(null);
  const value = refused ?? held;
  const isOut = (date: string): boolean => date < (minDate ?? date) || date > (maxDate ?? date);
  return (
    <DateField
      size="xs"
      label={label}
      clearLabel={clearLabel}
      value={value}
      onChange={(next) => {
        const fits = next === null || (isCalendarDate(next) && !isOut(next));
        setRefused(fits ? null : next);
        if (fits) set(next);
      }}
      error={refused !== null && isCalendarDate(refused) ? outOfOrder : null}
      withinPortal={false}
      minDate={minDate}
      maxDate={maxDate}
    />
  );
}
