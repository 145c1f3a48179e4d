/** The one thing worth doing next, from what is and is not yet in the workspace. */
import { Button, Group, Text, Title } from '@mantine/core';
import { IconAward, IconBuilding, IconMapPinQuestion, IconSeedling, IconUsers, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Overview } from '#shared/contract/workspace.ts';
import classes from './home.module.css';

interface Step {
  key: 'sites' | 'people' | 'initiatives' | 'places' | 'awards';
  icon: Icon;
  to: string;
  count: number;
  /** A second way to begin, beside the first. */
  other?: string;
}

function nextStep(overview: Overview): Step | null {
  if (overview.sites === 0) return { key: 'sites', icon: IconBuilding, to: '/imports', count: 0, other: '/sites?record=new' };
  if (overview.people === 0) return { key: 'people', icon: IconUsers, to: '/imports', count: 0, other: '/people?record=new' };
  if (overview.initiatives === 0) return { key: 'initiatives', icon: IconSeedling, to: '/imports', count: 0, other: '/initiatives?record=new' };
  if (overview.sitesWithoutPlace > 0) return { key: 'places', icon: IconMapPinQuestion, to: '/sites?located=no', count: overview.sitesWithoutPlace };
  if (overview.editions === 0) return { key: 'awards', icon: IconAward, to: '/awards', count: 0 };
  return null;
}

export function NextSteps({ overview }: { overview: Overview }): ReactNode {
  const { t } = useTranslation('home');
  const step = nextStep(overview);
  if (step === null) return null;
  return (
    <section className={classes['next']} aria-label={t('next.title')}>
      <step.icon size={32} stroke={1.4} color="var(--accent)" aria-hidden />
      <div>
        <Title order={2} fz={18}>{t(`next.${step.key}.title`, { count: step.count })}</Title>
        <Text c="dimmed" mt={4}>{t(`next.${step.key}.text`)}</Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {step.other !== undefined && <Button component={Link} to={step.other} variant="default">{t('next.type')}</Button>}
        <Button component={Link} to={step.to}>{t(`next.${step.key}.action`)}</Button>
      </Group>
    </section>
  );
}
