/** Coverage over the last two years: active ambassadors against the target, month by month. */
import { Text } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { OutputOf } from '#shared/contract.ts';
import { coverageShare } from '#shared/network/coverage.ts';
import { useFormat } from '../../../lib/format.ts';
import { useMonthName } from '../months.ts';
import classes from './coverage.module.css';

export function Trend({ trend }: { trend: OutputOf<'network.trend'> }): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  const monthName = useMonthName();
  const still = useReducedMotion();
  const { rows } = trend;
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (first === undefined || last === undefined) return null;
  const words = t('trend.words', {
    from: monthName(first.month),
    fromShare: format.percent(coverageShare(first)),
    toShare: format.percent(coverageShare(last)),
  });
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {words}
      </Text>
      <div role="img" aria-label={`${t('trend.title')}. ${words}`}>
        <ResponsiveContainer width="100%" height={180}>
          <AreaChart data={rows} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="month"
              tickFormatter={(month: string) => (month.endsWith('-01') ? month.slice(0, 4) : month.slice(5))}
              interval={Math.max(0, Math.ceil(rows.length / 8) - 1)}
              tick={{ fontSize: 11, fill: 'var(--muted)' }}
              axisLine={{ stroke: 'var(--line-strong)' }}
              tickLine={false}
            />
            <YAxis
              width={Math.max(36, 16 + 7 * format.number(Math.max(...rows.map((row) => row.target))).length)}
              tick={{ fontSize: 11, fill: 'var(--muted)' }}
              axisLine={false}
              tickLine={false}
              allowDecimals={false}
              tickFormatter={(value: number) => format.number(value)}
            />
            <Area
              dataKey="active"
              type="linear"
              stroke="var(--chart)"
              strokeWidth={2}
              fill="var(--chart)"
              fillOpacity={0.18}
              isAnimationActive={!still}
              animationDuration={180}
            />
            <Area
              dataKey="target"
              type="stepAfter"
              stroke="var(--muted)"
              strokeDasharray="5 4"
              fill="none"
              isAnimationActive={false}
            />
            <Tooltip
              isAnimationActive={false}
              content={({ payload }) => {
                const row = payload?.[0]?.payload as (typeof rows)[number] | undefined;
                return row === undefined ? null : (
                  <div className={classes['tip']}>
                    <strong>{monthName(row.month)}</strong>
                    <div>
                      {t('tip.coverage', {
                        share: format.percent(coverageShare(row)),
                        active: format.number(row.active),
                        target: format.number(row.target),
                      })}
                    </div>
                    <div>
                      {t('trend.covered', {
                        covered: format.number(row.sitesCovered),
                        sites: format.number(row.sites),
                      })}
                    </div>
                  </div>
                );
              }}
            />
          </AreaChart>
        </ResponsiveContainer>
      </div>
      <Text size="xs" c="dimmed">
        {trend.undated > 0
          ? t('trend.undated', { count: trend.undated, number: format.number(trend.undated) })
          : t('trend.help')}
      </Text>
    </>
  );
}
