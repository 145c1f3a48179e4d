/** Which sites a plan brings over the threshold, in which weeks, and what would spare them: other dates, or leaving them out. */
import { Anchor, Button, Collapse, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconChevronDown, IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isoWeekOf } from '#shared/base/weeks.ts';
import { errorText } from '../../../lib/errors.ts';
import { useFormat } from '../../../lib/format.ts';
import classes from './collisions.module.css';
import { collisionsPage, useCollisions, type Collisions, type Plan } from './use-collisions.ts';
import { useRecordAddress } from '../../../lib/features.ts';

interface Props {
  /** Null while dates are missing. */
  plan: Plan | null;
  /** Takes proposed dates. Without it none are offered. */
  onDates?: ((dates: { startDate: string; endDate: string }) => void) | undefined;
  /** Leaves sites out. Without it, or when none would be left, this is not offered. */
  onLeaveOut?: ((siteIds: string[]) => void) | undefined;
}

export function CollisionsNote(props: Props): ReactNode {
  // Another plan has another list, which begins at its first site.
  const key = JSON.stringify(props.plan);
  const [page, setPage] = useState({ key, offset: 0 });
  const offset = page.key === key ? page.offset : 0;
  const { data, error } = useCollisions(props.plan, offset);
  const { t } = useTranslation(['campaigns', 'calendar', 'load']);
  const format = useFormat();
  if (error !== null)
    return (
      <Text size="sm" c="var(--danger)" role="alert">
        {errorText(error)}
      </Text>
    );
  if (data === undefined || data.sites === 0) return null;
  const threshold = format.number(data.threshold);
  if (data.total === 0)
    return (
      <div className={classes['note']} data-clear>
        <IconCircleCheck size={18} stroke={1.6} aria-hidden />
        <Text size="sm" aria-live="polite">
          {t('collisions.nobody', { threshold })}
        </Text>
      </div>
    );
  return (
    <div className={classes['note']} data-collisions>
      <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
      <Stack gap={10} miw={0}>
        <div aria-live="polite">
          <Text size="sm" fw={600}>
            {t('collisions.over', {
              count: data.total,
              number: format.number(data.total),
              sites: format.number(data.sites),
              threshold,
            })}
          </Text>
          {data.alreadyOver > 0 && (
            <Text size="sm">
              {t('collisions.already', { count: data.alreadyOver, number: format.number(data.alreadyOver) })}
            </Text>
          )}
        </div>
        <Details {...props} data={data} offset={offset} onOffset={(next) => setPage({ key, offset: next })} />
      </Stack>
    </div>
  );
}

function Details({
  data,
  offset,
  onOffset,
  onDates,
  onLeaveOut,
}: Props & { data: Collisions; offset: number; onOffset: (offset: number) => void }): ReactNode {
  const { t } = useTranslation(['campaigns', 'calendar', 'load']);
  const format = useFormat();
  const [shown, { toggle }] = useDisclosure(false);
  const away = (weeks: number): string =>
    t(weeks > 0 ? 'load:later' : 'load:earlier', { count: Math.abs(weeks), number: format.number(Math.abs(weeks)) });
  return (
    <>
      <Weeks byWeek={data.byWeek} />
      <div>
        <UnstyledButton className={classes['more']} aria-expanded={shown} onClick={toggle}>
          {t('collisions.sites')}
          <IconChevronDown size={14} stroke={1.8} aria-hidden />
        </UnstyledButton>
        <Collapse expanded={shown}>
          <Sites data={data} offset={offset} onOffset={onOffset} />
        </Collapse>
      </div>
      {onDates !== undefined && data.dates.length > 0 && (
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t((data.dates[0]?.over ?? 0) === 0 ? 'collisions.freeDates' : 'collisions.betterDates')}
          </Text>
          <Stack gap={4} align="flex-start">
            {data.dates.map(({ startDate, endDate, weeks, over }) => (
              <Button
                key={startDate}
                size="compact-sm"
                variant="default"
                classNames={{ root: classes['proposal'] ?? '', label: classes['wrapped'] ?? '' }}
                onClick={() => onDates({ startDate, endDate })}
              >
                {t('calendar:dates', { from: format.date(startDate), to: format.date(endDate) })} · {away(weeks)}
                {over > 0 && ` · ${t('collisions.still', { count: over, number: format.number(over) })}`}
              </Button>
            ))}
          </Stack>
        </div>
      )}
      {onDates !== undefined && data.dates.length === 0 && <Text size="sm">{t('collisions.noDates')}</Text>}
      {onLeaveOut !== undefined && data.leaveOut.length < data.sites && (
        <div>
          <Button size="compact-sm" variant="default" onClick={() => onLeaveOut(data.leaveOut)}>
            {t('collisions.leaveOut', { count: data.leaveOut.length, number: format.number(data.leaveOut.length) })}
          </Button>
        </div>
      )}
    </>
  );
}

/** Sites over by week, as small bars with their numbers. */
function Weeks({ byWeek }: { byWeek: Collisions['byWeek'] }): ReactNode {
  const { t } = useTranslation(['campaigns', 'calendar', 'load']);
  const format = useFormat();
  const most = Math.max(...byWeek.map((one) => one.over));
  return (
    <ol className={classes['weeks']} aria-label={t('collisions.byWeek')}>
      {byWeek.map(({ monday, over }) => (
        <li key={monday} className={classes['week']}>
          <span>{format.number(over)}</span>
          <span
            className={classes['bar']}
            style={{ height: `${Math.max(2, Math.round((over / most) * 28))}px` }}
            aria-hidden="true"
          />
          <span title={t('collisions.weekOf', { date: format.date(monday, 'long') })}>
            {t('load:week', { week: isoWeekOf(monday).week })}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Weeks of one site that are named; more are counted. */
const namedWeeks = 4;

function Sites({
  data,
  offset,
  onOffset,
}: {
  data: Collisions;
  offset: number;
  onOffset: (offset: number) => void;
}): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation(['campaigns', 'calendar', 'load']);
  const format = useFormat();
  const last = offset + data.rows.length;
  return (
    <>
      <ul className={classes['sites']}>
        {data.rows.map((row) => (
          <li key={row.siteId}>
            <Text size="sm">
              <Anchor component={Link} to={address('site', row.siteId)} size="sm">
                {row.name}
              </Anchor>
              {row.territoryName !== null && (
                <Text span size="sm" c="dimmed">
                  {' '}
                  · {row.territoryName}
                </Text>
              )}
            </Text>
            <Text size="xs" c="dimmed">
              {row.weeks
                .slice(0, namedWeeks)
                .map(({ monday, before, load }) =>
                  t('collisions.change', {
                    week: isoWeekOf(monday).week,
                    before: format.number(before),
                    load: format.number(load),
                  }),
                )
                .join(' · ')}
              {row.weeks.length > namedWeeks &&
                ` ${t('collisions.moreWeeks', { count: row.weeks.length - namedWeeks })}`}
            </Text>
          </li>
        ))}
      </ul>
      {data.total > collisionsPage && (
        <Group gap="xs">
          <Button
            size="compact-xs"
            variant="default"
            disabled={offset === 0}
            onClick={() => onOffset(Math.max(0, offset - collisionsPage))}
          >
            {t('load:previous')}
          </Button>
          <Text size="xs" c="dimmed">
            {t('load:page', {
              from: format.number(offset + 1),
              to: format.number(last),
              total: format.number(data.total),
            })}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            disabled={last >= data.total}
            onClick={() => onOffset(offset + collisionsPage)}
          >
            {t('load:next')}
          </Button>
        </Group>
      )}
    </>
  );
}
