/** The closed lists of campaigns as words and marks: statuses, answers, phases. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  adoptionStatuses,
  campaignStatuses,
  kitKinds,
  phaseKinds,
  type AdoptionStatus,
  type CampaignStatus,
  type PhaseKind,
} from '#shared/campaigns/lists.ts';
import type { KitItem } from '#shared/campaigns/contract.ts';
import type { Mark } from '../../components/step-mark.tsx';
import type { Choice } from '../../lib/choices.ts';

export const campaignMarks: Record<CampaignStatus, Mark> = {
  draft: 'dotted',
  ready: 0,
  running: 0.5,
  closed: 'done',
  archived: 'stopped',
};
export const answerMarks: Record<AdoptionStatus, Mark> = {
  invited: 'dotted',
  adopted: 0.5,
  adapted: 0.66,
  declined: 'stopped',
  done: 'done',
};

export interface CampaignWords {
  status: (value: CampaignStatus) => string;
  answer: (value: AdoptionStatus) => string;
  phase: (value: PhaseKind) => string;
  kit: (value: KitItem['kind']) => string;
  statuses: Choice[];
  answers: Choice[];
  phases: Choice[];
  kits: Choice[];
}

export function useCampaignWords(): CampaignWords {
  const { t } = useTranslation('campaigns');
  const { t: terms } = useTranslation('tables');
  return useMemo(() => {
    const status = (value: CampaignStatus): string => terms(`term.campaignStatus.${value}`);
    const answer = (value: AdoptionStatus): string => terms(`term.adoptionStatus.${value}`);
    const phase = (value: PhaseKind): string => t(`phaseKind.${value}`);
    const kit = (value: KitItem['kind']): string => t(`kitKind.${value}`);
    const choices = <V extends string>(list: readonly V[], word: (value: V) => string): Choice[] =>
      list.map((value) => ({ value, label: word(value) }));
    return {
      status,
      answer,
      phase,
      kit,
      statuses: choices(campaignStatuses, status),
      answers: choices(adoptionStatuses, answer),
      phases: choices(phaseKinds, phase),
      kits: choices(kitKinds, kit),
    };
  }, [t, terms]);
}
