/** Why rows are refused, in words: of one row, and of all that share the reason. */
import { useTranslation } from 'react-i18next';
import type { Problem } from '#shared/import/contract.ts';

export interface ReasonWords {
  of: (problem: Pick<Problem, 'reason' | 'params'>) => string;
  summary: (problem: Pick<Problem, 'reason' | 'params'>) => string;
}

export function useReasonWords(): ReasonWords {
  const { t, i18n } = useTranslation('reasons');
  const of: ReasonWords['of'] = ({ reason, params }) => {
    // A value outside a closed list is told what the list holds.
    const expected =
      reason === 'notInList'
        ? Object.values(
            i18n.getResource(i18n.language, 'terms', String(params['list'])) as Record<string, string>,
          ).join(', ')
        : '';
    return t(`reason.${reason}`, { ...params, expected });
  };
  return {
    of,
    summary: (problem) => {
      const key = `reasons:summary.${problem.reason}`;
      return i18n.exists(key) ? t(`summary.${problem.reason}` as 'summary.excelError') : of(problem);
    },
  };
}
