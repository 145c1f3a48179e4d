/** Days, months and weekdays in words, as the language of the page writes them. */
import { localeOf } from '#shared/base/locale.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface DateWords {
  /** `jeudi 19 novembre 2026`. */
  day: (iso: string) => string;
  /** `novembre 2026`. */
  month: (iso: string) => string;
  /** `novembre`, or `janv. 2027` in short where the year must be said. */
  monthName: (iso: string, style?: 'long' | 'short') => string;
  /** The first letters of the weekdays from Monday, short or as one letter. */
  weekdays: (style: 'short' | 'narrow' | 'long') => string[];
  /** `19 nov.`; with the year when asked for. */
  short: (iso: string) => string;
}

const utc = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

export function useDateWords(): DateWords {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = localeOf(i18n.language);
    // A calendar date has no time zone: read as UTC and written as UTC, it stays the same day everywhere.
    const writer = (options: Intl.DateTimeFormatOptions): ((iso: string) => string) => {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      return (iso) => format.format(utc(iso));
    };
    const [longMonth, shortMonth] = [writer({ month: 'long' }), writer({ month: 'short' })];
    const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
    return {
      day: writer({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
      month: (iso) => capital(writer({ month: 'long', year: 'numeric' })(iso)),
      monthName: (iso, style = 'long') => capital((style === 'long' ? longMonth : shortMonth)(iso)),
      // 5 January 1970 was a Monday.
      weekdays: (style) =>
        Array.from({ length: 7 }, (_, index) =>
          new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(
            new Date(Date.UTC(1970, 0, 5 + index)),
          ),
        ),
      short: writer({ day: 'numeric', month: 'short' }),
    };
  }, [i18n.language]);
}
