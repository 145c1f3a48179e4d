/** Months in the user's language: "mars 2026". */
import { localeOf } from '#shared/base/locale.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** From `2026-03`. */
export function useMonthName(): (month: string) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const names = new Intl.DateTimeFormat(localeOf(i18n.language), {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return (month) => (month === '' ? '' : names.format(new Date(`${month}-01T00:00:00Z`)));
  }, [i18n.language]);
}
