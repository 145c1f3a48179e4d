/** Dates as people type them in a field: day first, months in words, two-digit years by the pivot, ISO; the rest is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCalendarDate } from '#shared/base/common.ts';
import { dateOfDay, dayNumber } from '#shared/base/days.ts';
import { parseDate, readTypedDate, typedDateFault } from '#shared/import/dates.ts';
import { dayFirst } from '../../renderer/lib/dates.ts';
import { holds } from '../factories/properties.ts';

const between = (from: string, to: string): fc.Arbitrary<string> =>
  fc.integer({ min: dayNumber(from), max: dayNumber(to) }).map(dateOfDay);
const anyDate = between('1900-01-01', '2200-12-31');

describe('a typed date', () => {
  it.each([
    ['14/12/2026', '2026-12-14'],
    ['05/12/2026', '2026-12-05'],
    ['5.12.2026', '2026-12-05'],
    ['01/09/85', '1985-09-01'],
    ['31/12/69', '2069-12-31'],
    ['01/01/70', '1970-01-01'],
    ['2026-12-05', '2026-12-05'],
    ['1er mai 2026', '2026-05-01'],
    ['14 juill. 2026', '2026-07-14'],
    ['14 juil 26', '2026-07-14'],
    ['3 févr. 2027', '2027-02-03'],
    ['jeudi 31 décembre 2026', '2026-12-31'],
    ['31 Dec 2026', '2026-12-31'],
    ['December 31, 2026', '2026-12-31'],
    ['2nd Sept. 2026', '2026-09-02'],
  ])('%s is %s', (text, date) => {
    expect(readTypedDate(text)).toBe(date);
  });

  it.each([
    '',
    '12/31/2026',
    '31/04/2026',
    '29/02/2026',
    '2026',
    '12/2026',
    'mai 2026',
    '3 jui 2026',
    '45678',
    '12',
    '14/12',
    '01/01/0001',
    'demain',
    '14/12/2026 puis',
    '2026-13-01',
    '2026-02-30',
  ])('"%s" is none', (text) => {
    expect(readTypedDate(text)).toBeNull();
  });

  it('is read back as every way of writing it was meant, in both languages', () => {
    const locales = ['fr-FR', 'en-GB'] as const;
    const styles = [
      { day: 'numeric', month: 'long', year: 'numeric' },
      { day: 'numeric', month: 'short', year: 'numeric' },
      { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
      { day: '2-digit', month: '2-digit', year: 'numeric' },
    ] satisfies Intl.DateTimeFormatOptions[];
    holds(
      fc.property(anyDate, fc.constantFrom(...locales), fc.constantFrom(...styles), (date, locale, style) => {
        const text = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(
          new Date(`${date}T00:00:00Z`),
        );
        expect([text, readTypedDate(text)]).toEqual([text, date]);
        expect(readTypedDate(text.toUpperCase())).toBe(date);
      }),
    );
    holds(
      fc.property(anyDate, fc.constantFrom('/', '.', '-', ' '), (date, sign) => {
        expect(readTypedDate(dayFirst(date).replaceAll('/', sign))).toBe(date);
        expect(readTypedDate(date)).toBe(date);
      }),
    );
    holds(
      fc.property(between('1970-01-01', '2069-12-31'), (date) => {
        expect(readTypedDate(`${dayFirst(date).slice(0, 6)}${date.slice(2, 4)}`)).toBe(date);
      }),
    );
  });

  it('is a day of the calendar or nothing, and what an import takes for the same text', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 14 }),
      fc.string({ unit: fc.constantFrom(...'0123456789/-. mai'), maxLength: 12 }),
      fc
        .tuple(fc.nat(40), fc.nat(20), fc.integer({ min: 0, max: 2300 }))
        .map(([day, month, year]) => `${day}/${month}/${year}`),
    );
    holds(
      fc.property(text, (typed) => {
        const read = readTypedDate(typed);
        if (read === null) return;
        expect(isCalendarDate(read)).toBe(true);
        expect(parseDate(typed, { order: 'dmy' })).toMatchObject({ ok: true, value: read });
      }),
      { runs: 500 },
    );
  });
});

it('tells a day that no calendar has from what is no date', () => {
  expect(['31/2/2027', '31 avril 2027', '12/31/2026'].map(typedDateFault)).toEqual(Array(3).fill('impossible'));
  expect(['la rentrée', '2026', ''].map(typedDateFault)).toEqual(Array(3).fill('unknown'));
});
