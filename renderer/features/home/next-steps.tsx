/** What is worth doing next, as the features say: how to begin, or what waits for someone. */
import { Button, Group, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Overview } from '#shared/workspace/contract.ts';
import { useWaiting } from '../../blocks/waiting.ts';
import { LoadingRows } from '../../components/loading.tsx';
import type { Beginning, NextStep } from '../../lib/feature.ts';
import { useCatalogue } from '../../lib/features.ts';
import { useWord } from '../../lib/use-word.ts';
import classes from './home.module.css';
import { Section } from './section.tsx';

export interface Begun extends Beginning {
  missing: boolean;
}

/** What is best brought in first, in order, and whether it is still missing altogether. */
export function useBeginnings(overview: Overview | undefined): Begun[] {
  const { features } = useCatalogue();
  return features
    .flatMap(({ beginning }) => beginning ?? [])
    .toSorted((a, b) => a.order - b.order)
    .map((one) => ({ ...one, missing: overview !== undefined && one.count(overview) === 0 }));
}

/** How to begin, step by step: what is done, what comes now with its two ways (import, type), what comes after. */
export function Beginnings({ beginnings, readOnly }: { beginnings: Begun[]; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('home');
  const word = useWord();
  const first = beginnings.find(({ missing }) => missing);
  return (
    <ol className={classes['beginnings']} aria-label={t('next.title')}>
      {beginnings.map((one) => {
        const Picture = one.missing ? one.icon : IconCircleCheck;
        const now = one === first;
        return (
          <li key={one.title} className={classes['next']} data-now={now || undefined}>
            <Picture size={32} stroke={1.4} color="var(--accent)" aria-hidden />
            <div>
              <Title order={2} fz={18}>
                {word(one.title)}
              </Title>
              <Text c="dimmed" mt={4}>
                {one.missing ? word(one.text) : t('next.done')}
              </Text>
            </div>
            {!readOnly && one.missing && (
              <Group gap="xs" wrap="nowrap">
                <Button component={Link} to={one.typeAt} variant={now ? 'default' : 'subtle'}>
                  {t('next.type')}
                </Button>
                <Button component={Link} to={one.importAt} variant={now ? 'filled' : 'default'}>
                  {word(one.importLabel)}
                </Button>
              </Group>
            )}
          </li>
        );
      })}
    </ol>
  );
}

const none = (): NextStep[] => [];

/** What every feature has to say, what presses most first. */
function useSteps(overview: Overview): NextStep[] {
  const steps: NextStep[] = [];
  // The features are the same, in the same order, while the window lives: so are the hooks.
  // oxlint-disable-next-line react-hooks/rules-of-hooks
  for (const { useNextSteps = none } of useCatalogue().features) steps.push(...useNextSteps(overview));
  return steps.toSorted((a, b) => a.order - b.order);
}

export function NextSteps({ overview }: { overview: Overview }): ReactNode {
  const { t } = useTranslation('home');
  const steps = useSteps(overview);
  if (useWaiting().data === undefined)
    return (
      <Section title={t('todo.title')}>
        <LoadingRows rows={4} />
      </Section>
    );
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
              <span className={classes['todoIcon']} data-award={one.honours}>
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
