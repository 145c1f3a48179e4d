/** Coverage by place and by kind of site, over time, and as it would be with another ratio: the figures of the map. */
import { Anchor, Button, Slider, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { coverageShare } from '#shared/network/coverage.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingRows } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import classes from '../network.module.css';
import { ShareBar } from '../share-bar.tsx';
import type { Network, NetworkFilterInput } from '../use-network.ts';
import coverageClasses from './coverage.module.css';
import { CoverageTree } from './coverage-tree.tsx';
import { Trend } from './trend.tsx';
import { useRecordAddress } from '../../../lib/features.ts';

/** Employees per ambassador that the slider offers; a ratio beyond them widens it. */
const [least, most] = [5, 200];
const shownAlone = 8;

interface Props {
  network: Network;
  filter: NetworkFilterInput;
  /** The filters of the screen, for the address of a list. */
  narrowed: string;
  /** Shows a territory on the map. */
  onTerritory: (id: string) => void;
}

export function CoverageTab({ network, filter, narrowed, onTerritory }: Props): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('network');
  const format = useFormat();
  const [asked, setAsked] = useState<number | null>(null);
  const [ratio] = useDebouncedValue(asked, 150);
  const simulated = ratio !== null && ratio !== network.ratio;
  const input = { filter, ...(simulated ? { ratio } : {}) };
  const coverage = useRead('network.territories', input, { keep: true });
  const trend = useRead('network.trend', { ...input, months: 24 }, { keep: true });
  const alone = useRead(
    'sites.list',
    {
      sort: 'headcount',
      descending: true,
      limit: shownAlone,
      filter: { ...filter, statuses: ['open'], withoutPeople: true },
    },
    { keep: true },
  );
  if (coverage.error !== null) return <ErrorState error={coverage.error} onRetry={() => void coverage.refetch()} />;
  if (coverage.data === undefined) return <LoadingRows />;
  const { rows, kinds, total } = coverage.data;
  const missing = Math.max(0, total.target - total.active);
  return (
    <div className={classes['page']}>
      <section className={coverageClasses['simulation']} aria-label={t('simulation.title')}>
        <div>
          <Text fw={600}>{t('simulation.title')}</Text>
          <Text size="sm" c="dimmed">
            {t('simulation.now', { ratio: format.number(network.ratio) })}
          </Text>
        </div>
        <Slider
          min={Math.min(least, network.ratio)}
          max={Math.max(most, network.ratio)}
          value={asked ?? network.ratio}
          onChange={setAsked}
          label={(value) => t('simulation.ratio', { ratio: format.number(value) })}
          thumbLabel={t('simulation.title')}
          marks={[{ value: network.ratio, label: t('simulation.mark', { ratio: format.number(network.ratio) }) }]}
          mb={16}
        />
        <div style={{ minWidth: 230 }} aria-live="polite">
          <Text size="xl" fw={600} className="figures">
            {format.percent(coverageShare(total))}
          </Text>
          <Text size="sm" c="dimmed">
            {t('simulation.effect', {
              active: format.number(total.active),
              target: format.number(total.target),
              count: missing,
              number: format.number(missing),
            })}
          </Text>
          {asked !== null && asked !== network.ratio && (
            <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => setAsked(null)}>
              {t('simulation.back')}
            </Button>
          )}
        </div>
      </section>
      <div className={coverageClasses['columns']}>
        <section className={coverageClasses['section']}>
          <Title order={2} className={coverageClasses['title']}>
            {t('coverage.byTerritory')}
          </Title>
          <CoverageTree rows={rows} total={total} onOpen={onTerritory} />
        </section>
        <div>
          <section className={coverageClasses['section']}>
            <Title order={2} className={coverageClasses['title']}>
              {t('trend.title')}
            </Title>
            {trend.error !== null ? (
              <ErrorState error={trend.error} onRetry={() => void trend.refetch()} />
            ) : trend.data === undefined ? (
              <LoadingRows rows={5} />
            ) : (
              <Trend trend={trend.data} />
            )}
          </section>
          <section className={coverageClasses['section']}>
            <Title order={2} className={coverageClasses['title']}>
              {t('coverage.byKind')}
            </Title>
            <ul className={coverageClasses['kinds']}>
              {kinds.map(({ kind, figures }) => (
                <li key={kind ?? 'none'}>
                  <span>{kind ?? t('coverage.noKind')}</span>
                  <ShareBar share={coverageShare(figures)} />
                  <small>
                    {t('coverage.kindDetail', {
                      active: format.number(figures.active),
                      target: format.number(figures.target),
                      count: figures.sites,
                      number: format.number(figures.sites),
                    })}
                  </small>
                </li>
              ))}
            </ul>
          </section>
          <section className={coverageClasses['section']}>
            <Title order={2} className={coverageClasses['title']}>
              {t('coverage.aloneTitle', {
                count: alone.data?.total ?? 0,
                number: format.number(alone.data?.total ?? 0),
              })}
            </Title>
            {(alone.data?.rows ?? []).map((row) => (
              <Link key={row.id} to={address('site', row.id)} className={coverageClasses['line']}>
                <span style={{ flex: 1, minWidth: 0 }}>{row.name}</span>
                <Text span size="sm" c="dimmed" className="figures">
                  {row.headcount === null
                    ? t('tip.noHeadcount')
                    : t('tip.headcount', { count: row.headcount, number: format.number(row.headcount) })}
                </Text>
              </Link>
            ))}
            {alone.data !== undefined &&
              (alone.data.total === 0 ? (
                total.sites > 0 && (
                  <Text size="sm" c="dimmed">
                    {t('coverage.noneAlone')}
                  </Text>
                )
              ) : (
                <Anchor
                  component={Link}
                  to={`/sites?status=open&withoutPeople=true&sort=headcount&descending=true${narrowed === '' ? '' : `&${narrowed}`}`}
                  size="sm"
                  mt="xs"
                  display="inline-block"
                >
                  {t('coverage.allAlone')}
                </Anchor>
              ))}
          </section>
        </div>
      </div>
    </div>
  );
}
