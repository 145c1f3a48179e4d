/** The jury's work that is missing, or the first edition. */
import { IconTrophy } from '@tabler/icons-react';
import type { Overview } from '#shared/workspace/contract.ts';
import { useRead } from '../../lib/api.ts';
import { useCountedStep } from '../../lib/counted-step.ts';
import type { NextStep } from '../../lib/feature.ts';
import { useWord } from '../../lib/use-word.ts';

/** Sheets still missing of the latest edition that is being scored. */
export function useNextSteps({ editions }: Overview): NextStep[] {
  const word = useWord();
  const counted = useCountedStep();
  const scoring = useRead('awards.list', {}).data?.rows.find((row) => row.status === 'scoring');
  const detail = useRead('awards.get', { id: scoring?.id ?? '' }, { enabled: scoring !== undefined });
  const missing = detail.data?.completion.reduce((sum, one) => sum + one.expected - one.complete, 0) ?? 0;
  const common = { icon: IconTrophy, honours: true } as const;
  return [
    ...counted({
      ...common,
      key: 'notes',
      order: 10,
      to: `/awards?edition=${scoring?.id ?? ''}&step=scores`,
      count: scoring === undefined ? 0 : missing,
      label: 'awards:todo.notes',
      values: { name: scoring?.name ?? '' },
    }),
    ...(editions === 0
      ? [{ ...common, key: 'awards', order: 80, to: '/awards', text: word('awards:todo.begin') }]
      : []),
  ];
}
