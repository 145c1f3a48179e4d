/** What lies under the pointer: its name and the figures that make its colour. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageRow } from '#shared/network/contract.ts';
import type { MapColumns } from '#shared/network/columns.ts';
import { per100Employees } from '#shared/network/coverage.ts';
import { useFormat } from '../../../lib/format.ts';
import type { Target } from './engine.ts';
import { never } from './features.ts';
import classes from './map.module.css';

export interface Hover {
  target: Target;
  x: number;
  y: number;
  /** Of the map, so that the words stay on it. */
  width: number;
  /** What was shown then: another month or filter makes it stale. */
  columns: MapColumns;
}

interface Figures {
  name: string;
  active: number;
  target: number;
  headcount: number | null;
  per100: number | null;
  last: string | null;
  /** Days, where no date is at hand. */
  days: number | null;
}

interface Props {
  hover: Hover | null;
  columns: MapColumns;
  rows: readonly CoverageRow[];
  /** The day of the last activity is not known for the past. */
  past: boolean;
}

export function Tooltip({ hover, columns, rows, past }: Props): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  if (hover === null) return null;
  const { target } = hover;
  const figures = (): Figures | null => {
    if (target.kind === 'site') {
      const { at } = target;
      if (columns.id[at] === undefined) return null;
      const headcount = columns.headcount[at] ?? null;
      return {
        name: columns.name[at] ?? '',
        active: columns.active[at] ?? 0,
        target: columns.target[at] ?? 1,
        headcount,
        per100: per100Employees(columns.initiatives[at] ?? 0, headcount),
        last: columns.lastActivity[at] ?? null,
        days: null,
      };
    }
    if (target.kind === 'many') {
      const { sums } = target;
      const headcount = sums['counted'] === 0 ? null : (sums['headcount'] ?? 0);
      return {
        name: t('sites', { count: target.count, number: format.number(target.count) }),
        active: sums['active'] ?? 0,
        target: sums['target'] ?? 1,
        headcount,
        per100: per100Employees(sums['initiatives'] ?? 0, headcount),
        last: null,
        days: (sums['days'] ?? never) >= never ? null : (sums['days'] ?? null),
      };
    }
    const row = rows.find((one) => one.id === target.id);
    if (row === undefined) return null;
    const sum = row.figures;
    return {
      name: row.name ?? '',
      active: sum.active,
      target: sum.target,
      headcount: sum.sites === sum.sitesWithoutHeadcount ? null : sum.headcount,
      per100: per100Employees(sum.initiativesOfCounted, sum.headcount),
      last: sum.lastActivity,
      days: null,
    };
  };
  const shown = figures();
  if (shown === null) return null;
  const toLeft = hover.x > hover.width - 260;
  return (
    <div
      className={classes['tip']}
      style={{
        left: hover.x + (toLeft ? -14 : 14),
        top: hover.y + 14,
        transform: toLeft ? 'translateX(-100%)' : undefined,
      }}
      aria-hidden
    >
      <Text fw={600} size="sm">
        {shown.name}
      </Text>
      <div>
        {t('tip.coverage', {
          share: format.percent(shown.target === 0 ? null : shown.active / shown.target),
          active: format.number(shown.active),
          target: format.number(shown.target),
        })}
      </div>
      <div>
        {shown.headcount === null
          ? t('tip.noHeadcount')
          : t('tip.headcount', { count: shown.headcount, number: format.number(shown.headcount) })}
      </div>
      {shown.per100 !== null && <div>{t('tip.per100', { number: format.number(shown.per100, 1) })}</div>}
      {!past && (
        <div>
          {shown.last !== null
            ? t('tip.last', { date: format.date(shown.last) })
            : shown.days !== null
              ? t('tip.lastDays', { count: shown.days, number: format.number(shown.days) })
              : t('tip.never')}
        </div>
      )}
    </div>
  );
}
