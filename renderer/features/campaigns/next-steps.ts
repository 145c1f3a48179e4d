/** Sites that more is asked of than they can bear in one of the coming weeks. */
import { IconFlame } from '@tabler/icons-react';
import { comingWeeks, firstScreen } from '#shared/workspace/first-screen.ts';
import { useWaiting } from '../../blocks/waiting.ts';
import { useRead } from '../../lib/api.ts';
import { useCountedStep } from '../../lib/counted-step.ts';
import type { NextStep } from '../../lib/feature.ts';
import { useFormat } from '../../lib/format.ts';
import { overLink } from '../../lib/load-link.ts';
import { useScope } from '../../lib/scope.tsx';
import { today } from '../../lib/today.ts';

export function useNextSteps(): NextStep[] {
  const counted = useCountedStep();
  const format = useFormat();
  const { scope } = useScope();
  // Read after the rest, which does not wait for it.
  const enabled = useWaiting().data !== undefined;
  const { data } = useRead('load.sites', firstScreen(scope, today()).overloaded.input, { enabled, keep: true });
  return counted({
    key: 'overloaded',
    order: 40,
    icon: IconFlame,
    to: overLink(comingWeeks),
    count: data?.sitesOver ?? 0,
    label: 'campaigns:todo.overloaded',
    values: { threshold: format.number(data?.threshold ?? 0) },
  });
}
