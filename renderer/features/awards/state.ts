/** What the awards screen shows, kept in the address: the edition, the step, the category, the open nominee. */
import { useMemo } from 'react';
import type { EditionDetail } from '#shared/awards/contract.ts';
import { useAddressState } from '../../lib/address-state.ts';

export const steps = ['categories', 'nominees', 'jury', 'scores', 'results'] as const;
export type Step = (typeof steps)[number];

export interface AwardsState {
  edition: string | null;
  step: Step | null;
  category: string | null;
  nominee: string | null;
  juror: string | null;
  set: (change: Partial<Record<'edition' | 'step' | 'category' | 'nominee' | 'juror', string | null>>) => void;
}

export function useAwardsState(): AwardsState {
  const [params, set] = useAddressState<'edition' | 'step' | 'category' | 'nominee' | 'juror'>();
  return useMemo(() => {
    const step = steps.find((one) => one === params.get('step')) ?? null;
    return {
      edition: params.get('edition'),
      step,
      category: params.get('category'),
      nominee: params.get('nominee'),
      juror: params.get('juror'),
      set,
    };
  }, [params, set]);
}

/** Where the work stands: the step that comes next in this edition. */
export function nextStep(detail: EditionDetail): Step {
  if (detail.edition.status === 'closed') return 'results';
  if (detail.categories.length === 0) return 'categories';
  if (detail.categories.every((category) => category.nominees.length === 0)) return 'nominees';
  if (detail.jurors.length === 0) return 'jury';
  return detail.completion.length > 0 && detail.completion.every((one) => one.complete === one.expected)
    ? 'results'
    : 'scores';
}

/** What every step receives. */
export interface StepProps {
  detail: EditionDetail;
  state: AwardsState;
  /** The file is read-only or the edition closed. */
  locked: boolean;
}
