/** Dates and numbers as a language writes them: the one place that knows which locale a language of the app means. */

/** The locale of a language of the app: France's for French, Britain's (day first) for English. */
export function localeOf(lang: string): 'fr-FR' | 'en-GB' {
  return lang === 'en' ? 'en-GB' : 'fr-FR';
}

const kept = new Map<string, Intl.DateTimeFormat>();

/** Writes parts of calendar dates; read as UTC and written as UTC, a date stays the same day everywhere. */
export function dateFormat(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${JSON.stringify(options)}`;
  const format = kept.get(key) ?? new Intl.DateTimeFormat(localeOf(lang), { ...options, timeZone: 'UTC' });
  kept.set(key, format);
  return format;
}

/** A calendar date `YYYY-MM-DD` with its month in letters: `1er mars 2026`, `1 March 2026`; without the year when asked. */
export function dayText(date: string, lang: string, year = true): string {
  const text = dateFormat(lang, { day: 'numeric', month: 'long', ...(year ? { year: 'numeric' } : {}) }).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  );
  // The first of a month is an ordinal in French, which Intl does not write.
  return lang === 'en' ? text : text.replace(/^1 /, '1er ');
}

/** A number in the language's form, at most `decimals` after the point; missing is a dash. */
export function numberText(value: number | null, decimals: number, lang: string): string {
  if (value === null) return '–';
  return new Intl.NumberFormat(localeOf(lang), { maximumFractionDigits: decimals }).format(value);
}
