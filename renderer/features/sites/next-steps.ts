/** What sites wait for: someone who is active there, a place on the map. */
import { IconBuilding, IconMapPinQuestion } from '@tabler/icons-react';
import type { Overview } from '#shared/workspace/contract.ts';
import { useCountedStep } from '../../lib/counted-step.ts';
import type { NextStep } from '../../lib/feature.ts';

export function useNextSteps({ coverage, sitesWithoutPlace }: Overview): NextStep[] {
  const counted = useCountedStep();
  return [
    ...counted({
      key: 'uncovered',
      order: 30,
      icon: IconBuilding,
      to: '/sites?status=open&withoutPeople=true&sort=headcount&descending=true',
      count: coverage.sitesOpen - coverage.sitesCovered,
      label: 'sites:todo.uncovered',
    }),
    ...counted({
      key: 'places',
      order: 70,
      icon: IconMapPinQuestion,
      to: '/sites?located=no',
      count: sitesWithoutPlace,
      label: 'sites:todo.places',
    }),
  ];
}
