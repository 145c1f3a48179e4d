/** The four figures that say how the network stands, each with how it came to be, each opening the list behind it. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Overview } from '#shared/workspace/contract.ts';
import { Trend } from '../../components/trend.tsx';
import { useFormat } from '../../lib/format.ts';
import classes from './home.module.css';

export function Figures({ overview }: { overview: Overview }): ReactNode {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { coverage, trends } = overview;
  const share = coverage.target === 0 ? null : coverage.active / coverage.target;
  const headcount =
    overview.sitesWithoutHeadcount > 0
      ? t('headcountPartly', { count: overview.sitesWithoutHeadcount, headcount: format.number(overview.headcount) })
      : t('headcount', { headcount: format.number(overview.headcount) });
  const of = (values: number[]): { from: string; to: string } => ({
    from: format.number(values[0]),
    to: format.number(values[values.length - 1]),
  });
  return (
    <div className={classes['figures']}>
      <Figure
        to="/people?stage=active"
        label={t('people')}
        value={format.number(overview.activePeople)}
        detail={t('inNetwork', { count: overview.people, number: format.number(overview.people) })}
        picture={<Trend kind="line" values={trends.people} label={t('trend.people', of(trends.people))} />}
      />
      <Figure
        to="/network?view=coverage"
        label={t('coverage')}
        value={format.percent(share)}
        detail={t('coverageDetail', { active: format.number(coverage.active), target: format.number(coverage.target) })}
        picture={share === null ? null : <Share share={share} />}
      />
      <Figure
        to="/sites"
        label={t('sites')}
        value={format.number(overview.sites)}
        detail={headcount}
        picture={<Trend kind="line" values={trends.sites} label={t('trend.sites', of(trends.sites))} />}
      />
      <Figure
        to="/initiatives"
        label={t('initiatives')}
        value={format.number(overview.initiatives)}
        detail={t('begunThisMonth', { count: trends.initiatives[trends.initiatives.length - 1] ?? 0 })}
        picture={
          <Trend
            kind="bars"
            values={trends.initiatives}
            label={t('trend.initiatives', {
              total: format.number(trends.initiatives.reduce((sum, one) => sum + one, 0)),
            })}
          />
        }
      />
    </div>
  );
}

function Figure({
  to,
  label,
  value,
  detail,
  picture,
}: {
  to: string;
  label: string;
  value: string;
  detail: string;
  picture: ReactNode;
}): ReactNode {
  return (
    <Link to={to} className={classes['figure']}>
      <Text size="sm" c="dimmed" component="span">
        {label}
      </Text>
      <span className={classes['row']}>
        <span className={classes['value']}>{value}</span>
        <span className={classes['picture']}>{picture}</span>
      </span>
      <Text size="sm" c="dimmed" component="span">
        {detail}
      </Text>
    </Link>
  );
}

/** How much of what is expected is there: the figure beside it says it in words. */
function Share({ share }: { share: number }): ReactNode {
  return (
    <span className={classes['track']} aria-hidden="true">
      <span style={{ width: `${Math.min(100, share * 100)}%` }} />
    </span>
  );
}
