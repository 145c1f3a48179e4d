/** Initiatives that are late, or that ended without a figure. */
import { IconCalendarX, IconRulerMeasure } from '@tabler/icons-react';
import { useWaiting } from '../../blocks/waiting.ts';
import { useCountedStep } from '../../lib/counted-step.ts';
import type { NextStep } from '../../lib/feature.ts';
import { today } from '../../lib/today.ts';

export function useNextSteps(): NextStep[] {
  const counted = useCountedStep();
  const { data } = useWaiting();
  return [
    ...counted({
      key: 'late',
      order: 50,
      icon: IconCalendarX,
      to: `/initiatives?status=planned&status=running&endsBefore=${today()}`,
      count: data?.late ?? 0,
      label: 'initiatives:todo.late',
    }),
    ...counted({
      key: 'unmeasured',
      order: 60,
      icon: IconRulerMeasure,
      to: '/initiatives?status=done&status=shared&measured=no',
      count: data?.unmeasured ?? 0,
      label: 'initiatives:todo.unmeasured',
    }),
  ];
}
