/** What the forms of campaigns share: a yes or no as a choice, and an end that is not before its start. */
import { isCalendarDate } from '#shared/base/common.ts';
import { useTranslation } from 'react-i18next';
import type { FormValues } from '../../blocks/record-form/types.ts';
import type { Choice } from '../../lib/choices.ts';

/** A form holds texts; the contract wants true or false. */
export function useYesNo(): { choices: Choice[]; stored: (set: FormValues) => Record<string, unknown> } {
  const { t } = useTranslation('campaigns');
  return {
    choices: [
      { value: 'true', label: t('yes') },
      { value: 'false', label: t('no') },
    ],
    stored: (set) => ({ ...set, ...('asksSites' in set ? { asksSites: set['asksSites'] === 'true' } : {}) }),
  };
}

/** Finds an end (`endDate`, or `dueDate` of a task) that lies before the start. */
export function useOrderCheck(end: 'endDate' | 'dueDate' = 'endDate'): (values: FormValues) => Record<string, string> {
  const { t } = useTranslation('campaigns');
  return (values) => {
    const [first, last] = [String(values['startDate'] ?? ''), String(values[end] ?? '')];
    const found: Record<string, string> = first !== '' && last !== '' && last < first ? { [end]: t('endBefore') } : {};
    return found;
  };
}

/** The dates as typed, once both are there and in order; else null. */
export function typedDates(values: FormValues): { startDate: string; endDate: string } | null {
  const { startDate, endDate } = values;
  return typeof startDate === 'string' &&
    typeof endDate === 'string' &&
    isCalendarDate(startDate) &&
    isCalendarDate(endDate) &&
    endDate >= startDate
    ? { startDate, endDate }
    : null;
}
