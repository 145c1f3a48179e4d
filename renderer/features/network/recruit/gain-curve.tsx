/** Employees within reach against the number of recruits: it rises less and less, and shows when to stop. */
import { useReducedMotion } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '../../../lib/format.ts';
import { curveTicks } from './curve-ticks.ts';
import type { Plan } from './use-recruit.ts';
import classes from './recruit.module.css';

export function GainCurve({ plan }: { plan: Plan }): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  const still = useReducedMotion();
  const points = [
    { rank: 0, share: plan.reachedBefore / Math.max(1, plan.employees) },
    ...plan.picks.map((pick, at) => ({ rank: at + 1, share: pick.reached / Math.max(1, plan.employees) })),
  ];
  const ticks = curveTicks(points[0]?.share ?? 0, points[points.length - 1]?.share ?? 1);
  const step = Math.max(1, Math.ceil(plan.picks.length / 5));
  return (
    <div
      role="img"
      aria-label={t('recruit.curveWords', {
        before: format.percent(points[0]?.share),
        after: format.percent(points[points.length - 1]?.share),
        count: plan.picks.length,
        number: format.number(plan.picks.length),
      })}
    >
      <ResponsiveContainer width="100%" height={132}>
        <LineChart data={points} margin={{ top: 6, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="rank"
            type="number"
            domain={[0, 'dataMax']}
            ticks={Array.from({ length: Math.floor(plan.picks.length / step) + 1 }, (_, at) => at * step)}
            tick={{ fontSize: 11, fill: 'var(--muted)' }}
            axisLine={{ stroke: 'var(--line-strong)' }}
            tickLine={false}
          />
          <YAxis
            width={46}
            domain={[ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1]}
            ticks={ticks}
            interval={0}
            tick={{ fontSize: 11, fill: 'var(--muted)' }}
            axisLine={false}
            tickLine={false}
            tickFormatter={(share: number) => format.percent(share)}
          />
          <Line
            dataKey="share"
            type="linear"
            stroke="var(--chart)"
            strokeWidth={2}
            dot={plan.picks.length <= 20 ? { r: 2.5, fill: 'var(--chart)' } : false}
            isAnimationActive={!still}
            animationDuration={180}
          />
          <Tooltip
            isAnimationActive={false}
            content={({ payload }) => {
              const point = payload?.[0]?.payload as (typeof points)[number] | undefined;
              return point === undefined ? null : (
                <div className={classes['tip']}>
                  {t('recruit.curveTip', {
                    count: point.rank,
                    number: format.number(point.rank),
                    share: format.percent(point.share, 1),
                  })}
                </div>
              );
            }}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
