/** Numbers, dates and sizes as the user's language writes them; what is missing shows as a dash, never as zero. */
import { dayText, localeOf } from '#shared/base/locale.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export const missing = '–';

export interface Format {
  /** At most `digits` decimals (default 0). */
  number: (value: number | null | undefined, digits?: number) => string;
  /** A share between 0 and 1. */
  percent: (value: number | null | undefined, digits?: number) => string;
  /** A calendar date `YYYY-MM-DD`, short or with the month in letters. */
  date: (iso: string | null | undefined, style?: 'short' | 'long') => string;
  dateTime: (iso: string | null | undefined) => string;
  bytes: (value: number) => string;
  list: (items: string[]) => string;
}

export function formatFor(lang: string): Format {
  const locale = localeOf(lang);
  const numbers = new Map<number, Intl.NumberFormat>();
  const numberFormat = (digits: number): Intl.NumberFormat => {
    const known = numbers.get(digits) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
    numbers.set(digits, known);
    return known;
  };
  const short = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const units = lang === 'en' ? ['B', 'kB', 'MB', 'GB'] : ['o', 'ko', 'Mo', 'Go'];
  return {
    number: (value, digits = 0) =>
      value === null || value === undefined ? missing : numberFormat(digits).format(value),
    percent: (value, digits = 0) =>
      value === null || value === undefined || !Number.isFinite(value)
        ? missing
        : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value),
    // A calendar date has no time zone: read as UTC and written as UTC, it stays the same day everywhere.
    date: (iso, style = 'short') =>
      iso === null || iso === undefined || iso === ''
        ? missing
        : style === 'long'
          ? dayText(iso, lang)
          : short.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    dateTime: (iso) => (iso === null || iso === undefined ? missing : dateTime.format(new Date(iso))),
    bytes: (value) => {
      const power = value < 1 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), units.length - 1);
      return `${numberFormat(power === 0 ? 0 : 1).format(value / 1000 ** power)}\u00a0${units[power] ?? ''}`;
    },
    list: (items) => list.format(items),
  };
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatFor(i18n.language), [i18n.language]);
}
