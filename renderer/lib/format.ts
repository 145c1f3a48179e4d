/** Numbers, dates and sizes as the user's language writes them; what is missing shows as a dash, never as zero. */
import { dateFormat, dayText, localeOf } from '#shared/base/locale.ts';
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

/** Made when first asked for: the first of each kind of formatter costs milliseconds, and most screens need two of them. */
function later<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

function makeFormat(lang: string): Format {
  const locale = localeOf(lang);
  const byDigits = (options: Intl.NumberFormatOptions): ((digits: number) => Intl.NumberFormat) => {
    const made = new Map<number, Intl.NumberFormat>();
    return (digits) => {
      const known = made.get(digits) ?? new Intl.NumberFormat(locale, { ...options, maximumFractionDigits: digits });
      made.set(digits, known);
      return known;
    };
  };
  const [numberFormat, percentFormat] = [byDigits({}), byDigits({ style: 'percent' })];
  const short = later(() => dateFormat(lang, { day: '2-digit', month: '2-digit', year: 'numeric' }));
  const dateTime = later(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  const list = later(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  // The first of a month is an ordinal in French, which Intl does not write.
  const ordinal = (text: string): string => (lang === 'en' ? text : text.replace(/^1 /, '1er '));
  const units = lang === 'en' ? ['B', 'kB', 'MB', 'GB'] : ['o', 'ko', 'Mo', 'Go'];
  return {
    number: (value, digits = 0) =>
      value === null || value === undefined ? missing : numberFormat(digits).format(value),
    percent: (value, digits = 0) =>
      value === null || value === undefined || !Number.isFinite(value) ? missing : percentFormat(digits).format(value),
    // A calendar date has no time zone: read as UTC and written as UTC, it stays the same day everywhere.
    date: (iso, style = 'short') =>
      iso === null || iso === undefined || iso === ''
        ? missing
        : style === 'long'
          ? dayText(iso, lang)
          : short().format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    dateTime: (iso) => (iso === null || iso === undefined ? missing : ordinal(dateTime().format(new Date(iso)))),
    bytes: (value) => {
      const power = value < 1 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), units.length - 1);
      return `${numberFormat(power === 0 ? 0 : 1).format(value / 1000 ** power)}\u00a0${units[power] ?? ''}`;
    },
    list: (items) => list().format(items),
  };
}

const made = new Map<string, Format>();

/** One for each language: a list asks for it in every row. */
export function formatFor(lang: string): Format {
  const format = made.get(lang) ?? makeFormat(lang);
  made.set(lang, format);
  return format;
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatFor(i18n.language);
}
