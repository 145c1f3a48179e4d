/** What every calendar says to those who hear it. */
import { useTranslation } from 'react-i18next';

export function useCalendarWords(): {
  previousMonth: string;
  nextMonth: string;
  previousYear: string;
  nextYear: string;
} {
  const { t } = useTranslation('table');
  return {
    previousMonth: t('date.previousMonth'),
    nextMonth: t('date.nextMonth'),
    previousYear: t('date.previousYear'),
    nextYear: t('date.nextYear'),
  };
}
