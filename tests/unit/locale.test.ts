/** Dates and numbers as each language writes them. */
import { describe, expect, it } from 'vitest';
import { dateFormat, dayText, localeOf, numberText } from '#shared/base/locale.ts';

describe('the locale', () => {
  it('is French unless English was asked for', () => {
    expect(localeOf('fr')).toBe('fr-FR');
    expect(localeOf('en')).toBe('en-GB');
    expect(localeOf('de')).toBe('fr-FR');
  });

  it('writes the first of a month as an ordinal in French alone', () => {
    expect(dayText('2026-03-01', 'fr')).toBe('1er mars 2026');
    expect(dayText('2026-03-11', 'fr')).toBe('11 mars 2026');
    expect(dayText('2026-03-01', 'en')).toBe('1 March 2026');
    expect(dayText('2026-03-01', 'fr', false)).toBe('1er mars');
  });

  it('keeps the day whatever the time zone, also of a date with a time behind it', () => {
    expect(dayText('2026-12-31', 'en')).toBe('31 December 2026');
    expect(dayText('2026-12-31T23:59:59.000Z', 'en')).toBe('31 December 2026');
    expect(dateFormat('fr', { month: 'long' }).format(new Date('2026-01-01T00:00:00Z'))).toBe('janvier');
  });

  it('writes a missing number as a dash, never as zero', () => {
    expect(numberText(null, 2, 'fr')).toBe('–');
    expect(numberText(0, 2, 'fr')).toBe('0');
    expect(numberText(1234.567, 1, 'fr')).toBe('1\u202f234,6');
    expect(numberText(1234.567, 1, 'en')).toBe('1,234.6');
  });
});
