/** Why rows are refused, in words: of one row, and of all that share the reason. */
import { useTranslation } from 'react-i18next';
import type { Problem } from '#shared/import/contract.ts';
import { useFormat } from '../../lib/format.ts';

export interface ReasonWords {
  of: (problem: Pick<Problem, 'reason' | 'params'>) => string;
  summary: (problem: Pick<Problem, 'reason' | 'params'>) => string;
}

export function useReasonWords(): ReasonWords {
  const { t, i18n } = useTranslation('reasons');
  const format = useFormat();
  const of: ReasonWords['of'] = ({ reason, params }) => {
    // A value outside a closed list is told what the list holds.
    const expected =
      reason === 'notInList'
        ? Object.values(
            i18n.getResource(i18n.language, 'terms', String(params['list'])) as Record<string, string>,
          ).join(', ')
        : '';
    // Numbers and days as the language writes them.
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'number'
          ? format.number(value, 6)
          : /^\d{4}-\d{2}-\d{2}$/.test(value)
            ? format.date(value)
            : value,
      ]),
    );
    return t(`reason.${reason}`, { ...shown, expected });
  };
  return {
    of,
    summary: (problem) => {
      const key = `reasons:summary.${problem.reason}`;
      return i18n.exists(key) ? t(`summary.${problem.reason}` as 'summary.excelError') : of(problem);
    },
  };
}
