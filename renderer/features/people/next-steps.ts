/** People who have waited too long on their way to becoming ambassadors, and those whose consent ends. */
import { IconSignature, IconUserQuestion } from '@tabler/icons-react';
import { useWaiting } from '../../blocks/waiting.ts';
import { useCountedStep } from '../../lib/counted-step.ts';
import type { NextStep } from '../../lib/feature.ts';

export function useNextSteps(): NextStep[] {
  const counted = useCountedStep();
  const { data } = useWaiting();
  return [
    ...counted({
      key: 'stalled',
      order: 20,
      icon: IconUserQuestion,
      to: `/people?stage=identified&stage=contacted&stage=agreed&stageBefore=${data?.stalledBefore ?? ''}`,
      count: data?.stalled ?? 0,
      label: 'people:todo.stalled',
    }),
    ...counted({
      key: 'consents',
      order: 35,
      icon: IconSignature,
      to: `/people?consentEndsBefore=${data?.consentsBefore ?? ''}`,
      count: data?.consents ?? 0,
      label: 'people:todo.consents',
    }),
  ];
}
