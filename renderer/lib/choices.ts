/** The closed lists of the domain as options of a select, in the user's language. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  accuracies,
  channels,
  indicatorKinds,
  initiativeStatuses,
  profiles,
  provenances,
  siteStatuses,
  stages,
} from '#shared/base/common.ts';

export interface Choice {
  value: string;
  label: string;
}

const lists = {
  siteStatus: siteStatuses,
  accuracy: accuracies,
  stage: stages,
  profile: profiles,
  channel: channels,
  initiativeStatus: initiativeStatuses,
  indicatorKind: indicatorKinds,
  provenance: provenances,
} as const;
export type ChoiceList = keyof typeof lists;

export function useChoices(list: ChoiceList): Choice[] {
  const { t } = useTranslation('terms');
  return useMemo(
    () => lists[list].map((value) => ({ value, label: t(`${list}.${value}` as 'stage.active') })),
    [list, t],
  );
}

/** The word of one value of a closed list; a dash for a missing one. */
export function useTerm(): (list: ChoiceList, value: string | null) => string {
  const { t } = useTranslation('terms');
  return (list, value) => (value === null ? '–' : t(`${list}.${value}` as 'stage.active'));
}
