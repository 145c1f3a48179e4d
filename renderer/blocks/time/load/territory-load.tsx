/** The load zoomed out: territories with everything below them, by their heaviest site and their sites over the threshold. */
import { IconMoodSearch } from '@tabler/icons-react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoadTerritory } from '#shared/load/contract.ts';
import { fold } from '#shared/base/fold.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingPage } from '../../../components/loading.tsx';
import { useFormat } from '../../../lib/format.ts';
import { HeatGrid } from './heat/heat-grid.tsx';
import type { HeatRow } from './heat/scene.ts';
import { Legend } from './legend.tsx';
import { isTable, LoadFrame, type ZoomProps } from './load-frame.tsx';
import { TerritoryTable } from './territory-table.tsx';
import { address } from './use-choice.ts';
import { useTerritoryLoad } from './use-load.ts';
import { useHead, useWeekText } from './weeks-head.ts';

const nothing: readonly string[] = [];
const rowHeight = 28;

/** Sites over the threshold in each week, over the roots of the tree. */
function overByWeek(rows: readonly LoadTerritory[], weeks: number): number[] {
  return Array.from({ length: weeks }, (_, week) =>
    rows.reduce((sum, row) => sum + (row.depth === 0 ? (row.over[week] ?? 0) : 0), 0),
  );
}

export function TerritoryLoad(props: ZoomProps): ReactNode {
  const { choice, state, readOnly } = props;
  const { t } = useTranslation('load');
  const { t: tableWords } = useTranslation('table');
  const format = useFormat();
  const { data, error, retry } = useTerritoryLoad(choice);
  const mondays = data?.mondays ?? nothing;
  const without = t('noTerritory');
  const words = fold(choice.search);
  const rows = useMemo(
    () => (data?.rows ?? []).filter((row) => row.sites > 0 && fold(row.name ?? without).includes(words)),
    [data, words, without],
  );
  const sums = useMemo(() => overByWeek(data?.rows ?? [], mondays.length), [data, mondays]);
  const head = useHead(mondays, sums, t('sitesOver'));
  const weekText = useWeekText(mondays);
  const drawn = useMemo(
    () =>
      rows.map((row): HeatRow => ({
        id: row.id ?? '',
        name: row.name ?? without,
        detail: t('sitesCount', { count: row.sites, number: format.number(row.sites) }),
        depth: row.depth,
        values: row.peak,
        marks: row.over.map((count) => (count > 0 ? String(count) : null)),
      })),
    [rows, without, t, format],
  );
  const zoomIn = (id: string): void => state.set({ [address.zoom]: null, [address.territory]: id === '' ? null : id });
  const content = (): ReactNode => {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />;
    if (data === undefined) return <LoadingPage />;
    if (rows.length === 0)
      return <EmptyState icon={IconMoodSearch} title={tableWords('noMatch')} text={tableWords('noMatchText')} />;
    if (isTable(props)) return <TerritoryTable rows={rows} mondays={mondays} onOpen={zoomIn} />;
    return (
      <HeatGrid
        label={t('mapOf', { what: t('zooms.territories') })}
        head={head}
        threshold={data.threshold}
        most={rows.reduce((most, row) => Math.max(most, ...row.peak), 0)}
        rows={rows.length}
        rowAt={(index) => drawn[index]}
        see={() => undefined}
        rowHeight={rowHeight}
        weekText={weekText}
        cellText={({ values, marks }, week) => {
          const heaviest = t('heaviest', { count: values[week] ?? 0, number: format.number(values[week] ?? 0) });
          const over = Number(marks[week] ?? 0);
          return over === 0 ? heaviest : `${heaviest}, ${t('overCount', { count: over, number: format.number(over) })}`;
        }}
        card={(row, week) => (
          <Stack gap={8}>
            <div>
              <Title order={3} id="heat-card" fz={16}>
                {row.name}
              </Title>
              <Text size="sm" c="dimmed">
                {weekText(week)}
              </Text>
            </div>
            <Text size="sm">{row.detail}</Text>
            <Text size="sm">
              {t('heaviest', { count: row.values[week] ?? 0, number: format.number(row.values[week] ?? 0) })}
            </Text>
            {row.marks[week] != null && (
              <Text size="sm" fw={600} c="var(--danger)">
                {t('overCount', {
                  count: Number(row.marks[week]),
                  number: format.number(Number(row.marks[week])),
                })}
              </Text>
            )}
            {row.id !== '' && (
              <Group>
                <Button size="xs" variant="default" onClick={() => zoomIn(row.id)}>
                  {t('seeSites')}
                </Button>
              </Group>
            )}
          </Stack>
        )}
        onName={(row) => zoomIn(row.id)}
        foot={<Legend threshold={data.threshold} readOnly={readOnly} unit={t('unitTerritory')} />}
      />
    );
  };
  return (
    <LoadFrame
      {...props}
      detail={
        data === undefined
          ? undefined
          : t('territoriesCount', { count: rows.length, number: format.number(rows.length) })
      }
    >
      {content()}
    </LoadFrame>
  );
}
