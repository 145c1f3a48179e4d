/** What is worth doing next, from what is and is not yet in the workspace: how to begin, or what waits for someone. */
import { Button, Group, Text, Title } from '@mantine/core';
import {
  IconBuilding,
  IconCircleCheck,
  IconFlame,
  IconMapPinQuestion,
  IconRulerMeasure,
  IconSeedling,
  IconTrophy,
  IconUserQuestion,
  IconUsers,
  IconCalendarX,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Overview } from '#shared/workspace/contract.ts';
import { useRead } from '../../lib/api.ts';
import { LoadingRows } from '../../components/loading.tsx';
import { useFormat } from '../../lib/format.ts';
import { overLink } from '../../lib/load-link.ts';
import { useScope } from '../../lib/scope.tsx';
import { today } from '../../lib/today.ts';
import classes from './home.module.css';
import { useWaiting } from './reads.ts';
import { Section } from './section.tsx';

const beginnings = { sites: IconBuilding, people: IconUsers, initiatives: IconSeedling } as const;

type Beginning = keyof typeof beginnings;

/** What is still missing altogether, in the order in which it is best begun. */
export function missingBeginnings(overview: Overview): Beginning[] {
  return (['sites', 'people', 'initiatives'] as const).filter((kind) => overview[kind] === 0);
}

/** How to begin, step by step: what is done, what comes now with its two ways (import, type), what comes after. */
export function Beginnings({ missing, readOnly }: { missing: Beginning[]; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('home');
  const kinds = Object.keys(beginnings) as Beginning[];
  return (
    <ol className={classes['beginnings']} aria-label={t('next.title')}>
      {kinds.map((kind) => {
        const Picture = missing.includes(kind) ? beginnings[kind] : IconCircleCheck;
        const now = kind === missing[0];
        return (
          <li key={kind} className={classes['next']} data-now={now || undefined}>
            <Picture size={32} stroke={1.4} color="var(--accent)" aria-hidden />
            <div>
              <Title order={2} fz={18}>
                {t(`next.${kind}.title`)}
              </Title>
              <Text c="dimmed" mt={4}>
                {missing.includes(kind) ? t(`next.${kind}.text`) : t('next.done')}
              </Text>
            </div>
            {!readOnly && missing.includes(kind) && (
              <Group gap="xs" wrap="nowrap">
                <Button component={Link} to={`/${kind}?record=new`} variant={now ? 'default' : 'subtle'}>
                  {t('next.type')}
                </Button>
                <Button component={Link} to={`/imports?kind=${kind}`} variant={now ? 'filled' : 'default'}>
                  {t(`next.${kind}.action`)}
                </Button>
              </Group>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface Step {
  key: string;
  icon: Icon;
  to: string;
  text: string;
}

/** The jury's work of the latest edition that is being scored: how many sheets are still missing. */
function useMissingNotes(): { edition: string; name: string; missing: number } | null {
  const editions = useRead('awards.list', {});
  const scoring = editions.data?.rows.find((row) => row.status === 'scoring');
  const detail = useRead('awards.get', { id: scoring?.id ?? '' }, { enabled: scoring !== undefined });
  if (scoring === undefined || detail.data === undefined) return null;
  return {
    edition: scoring.id,
    name: scoring.name,
    missing: detail.data.completion.reduce((sum, one) => sum + one.expected - one.complete, 0),
  };
}

const comingWeeks = 26;

/** Sites over the threshold of requests in one of the coming weeks; read after the rest, which does not wait for it. */
function useOverloaded(enabled: boolean): { sites: number; threshold: number } {
  const { scope, active } = useScope();
  const { data } = useRead(
    'campaigns.load',
    { from: today(), weeks: comingWeeks, limit: 1, filter: active ? { scope } : {} },
    { enabled, keep: true },
  );
  return { sites: data?.sitesOver ?? 0, threshold: data?.threshold ?? 0 };
}

export function NextSteps({ overview }: { overview: Overview }): ReactNode {
  const { t } = useTranslation('home');
  const format = useFormat();
  const notes = useMissingNotes();
  const counts = useWaiting();
  const overloaded = useOverloaded(counts.data !== undefined);
  const { coverage } = overview;
  if (counts.data === undefined)
    return (
      <Section title={t('todo.title')}>
        <LoadingRows rows={4} />
      </Section>
    );
  const waiting = counts.data;
  const step = (
    key: 'uncovered' | 'late' | 'stalled' | 'unmeasured' | 'places',
    icon: Icon,
    count: number,
    to: string,
  ): Step[] =>
    count === 0 ? [] : [{ key, icon, to, text: t(`todo.${key}`, { count, number: format.number(count) }) }];
  const steps: Step[] = [
    ...(notes !== null && notes.missing > 0
      ? [
          {
            key: 'notes',
            icon: IconTrophy,
            to: `/awards?edition=${notes.edition}&step=scores`,
            text: t('todo.notes', { count: notes.missing, number: format.number(notes.missing), name: notes.name }),
          },
        ]
      : []),
    ...step(
      'stalled',
      IconUserQuestion,
      waiting.stalled,
      `/people?stage=identified&stage=contacted&stage=agreed&stageBefore=${waiting.stalledBefore}`,
    ),
    ...step(
      'uncovered',
      IconBuilding,
      coverage.sitesOpen - coverage.sitesCovered,
      '/sites?status=open&withoutPeople=true&sort=headcount&descending=true',
    ),
    ...(overloaded.sites === 0
      ? []
      : [
          {
            key: 'overloaded',
            icon: IconFlame,
            to: overLink(comingWeeks),
            text: t('todo.overloaded', {
              count: overloaded.sites,
              number: format.number(overloaded.sites),
              threshold: format.number(overloaded.threshold),
            }),
          },
        ]),
    ...step('late', IconCalendarX, waiting.late, `/initiatives?status=planned&status=running&endsBefore=${today()}`),
    ...step('unmeasured', IconRulerMeasure, waiting.unmeasured, '/initiatives?status=done&status=shared&measured=no'),
    ...step('places', IconMapPinQuestion, overview.sitesWithoutPlace, '/sites?located=no'),
    ...(overview.editions === 0 ? [{ key: 'awards', icon: IconTrophy, to: '/awards', text: t('todo.awards') }] : []),
  ];
  return (
    <Section title={t('todo.title')}>
      {steps.length === 0 && (
        <Text c="dimmed" className={classes['calm']}>
          <IconCircleCheck size={18} stroke={1.6} aria-hidden />
          {t('todo.nothing')}
        </Text>
      )}
      <ul className={classes['lines']}>
        {steps.map((one) => (
          <li key={one.key}>
            <Link to={one.to} className={classes['todo']}>
              <span className={classes['todoIcon']} data-award={one.icon === IconTrophy || undefined}>
                <one.icon size={18} stroke={1.6} aria-hidden />
              </span>
              <span>{one.text}</span>
              <span aria-hidden="true" className={classes['arrow']}>
                ›
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
