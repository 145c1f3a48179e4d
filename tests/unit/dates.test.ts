/** Dates over time zones, summer time, leap days, ISO week 53, fiscal years, Easter and the rules of days that come back. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  dateOf,
  dateOfDay,
  dayNumber,
  daysBetween,
  daysInMonth,
  isLeapYear,
  localDate,
  overlaps,
  weekdayOf,
} from '#shared/base/days.ts';
import { easterOf } from '#shared/calendar/easter.ts';
import {
  dayRuleSchema,
  hasRealDays,
  newDayRuleSchema,
  occurrences,
  startsInYear,
  type DayRule,
} from '#shared/calendar/rules.ts';
import { isoWeekOf, mondayOf, mondayOfIndex, weekIndex, weekKey, weeksInYear, weekStart } from '#shared/base/weeks.ts';
import { schoolZoneOf, schoolZones, zoneSizes } from '#shared/calendar/zones.ts';
import { periodOf, yearPeriod } from '#shared/base/periods.ts';
import { holds } from '../factories/properties.ts';

const zone = process.env['TZ'];
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const zones = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'Pacific/Auckland',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'Pacific/Kiritimati',
  'Indian/Reunion',
];
const dayArb = fc.integer({ min: dayNumber('1970-01-01'), max: dayNumber('2100-12-31') });
const dateArb = dayArb.map(dateOfDay);
const yearArb = fc.integer({ min: 1970, max: 2100 });

describe('days', () => {
  it('are counted alike in every time zone, over every change of the clock', () => {
    holds(
      fc.property(fc.constantFrom(...zones), dateArb, fc.integer({ min: -4000, max: 4000 }), (tz, date, days) => {
        process.env['TZ'] = tz;
        const moved = addDays(date, days);
        expect(daysBetween(date, moved)).toBe(days);
        expect(addDays(moved, -days)).toBe(date);
        expect(dateOfDay(dayNumber(date))).toBe(date);
        expect(moved).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect((((weekdayOf(date) + days - weekdayOf(moved)) % 7) + 7) % 7).toBe(0);
      }),
    );
  });

  it('go on through the days on which Europe changes its clocks, one at a time', () => {
    for (const tz of zones) {
      process.env['TZ'] = tz;
      for (const year of [2024, 2026, 2027]) {
        let date = `${year}-01-01`;
        for (let n = 0; n < (isLeapYear(year) ? 366 : 365); n += 1) date = addDays(date, 1);
        expect(date).toBe(`${year + 1}-01-01`);
      }
    }
  });

  it('of today are the local calendar date, not that of Greenwich', () => {
    const moment = new Date('2026-12-31T23:30:00Z');
    process.env['TZ'] = 'Europe/Paris';
    expect(localDate(moment)).toBe('2027-01-01');
    process.env['TZ'] = 'America/New_York';
    expect(localDate(moment)).toBe('2026-12-31');
  });

  it('know 29 February', () => {
    expect([1900, 2000, 2023, 2024, 2100].map(isLeapYear)).toEqual([false, true, false, true, false]);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28');
    expect(addYears('2028-02-29', 4)).toBe('2032-02-29');
    holds(
      fc.property(yearArb, fc.integer({ min: 1, max: 12 }), (year, month) => {
        expect(daysInMonth(year, month)).toBe(daysBetween(dateOf(year, month, 1), dateOf(year, month + 1, 1)));
        expect(dateOf(year, month + 1, 0)).toBe(dateOf(year, month, daysInMonth(year, month)));
      }),
    );
  });

  it('go by months to the same day, or to the last where there is none', () => {
    expect([
      addMonths('2027-01-31', 1),
      addMonths('2028-01-31', 1),
      addMonths('2027-03-31', -1),
      addMonths('2027-12-15', 1),
      addMonths('2027-01-15', -13),
    ]).toEqual(['2027-02-28', '2028-02-29', '2027-02-28', '2028-01-15', '2025-12-15']);
    holds(
      fc.property(fc.constantFrom(...zones), dateArb, fc.integer({ min: -60, max: 60 }), (tz, date, months) => {
        process.env['TZ'] = tz;
        const moved = addMonths(date, months);
        const monthsOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
        expect(monthsOf(moved) - monthsOf(date)).toBe(months);
        expect(Number(moved.slice(8))).toBe(
          Math.min(Number(date.slice(8)), daysInMonth(Number(moved.slice(0, 4)), Number(moved.slice(5, 7)))),
        );
      }),
    );
  });

  it('overlap when they share one', () => {
    holds(
      fc.property(dayArb, fc.nat(20), dayArb, fc.nat(20), (a, aLength, b, bLength) => {
        const one = { startDate: dateOfDay(a), endDate: dateOfDay(a + aLength) };
        const other = { startDate: dateOfDay(b), endDate: dateOfDay(b + bLength) };
        const shared = Array.from({ length: aLength + 1 }, (_, n) => a + n).some(
          (day) => day >= b && day <= b + bLength,
        );
        expect(overlaps(one, other)).toBe(shared);
      }),
    );
  });
});

describe('ISO weeks', () => {
  it('are those of the standard', () => {
    // ISO 8601 examples, and the three years of 53 weeks around now.
    expect(
      [
        '2005-01-01',
        '2005-01-02',
        '2007-01-01',
        '2008-12-28',
        '2008-12-29',
        '2009-12-31',
        '2010-01-03',
        '2020-12-31',
        '2021-01-03',
        '2021-01-04',
        '2026-12-31',
        '2027-01-03',
        '2027-01-04',
      ].map(weekKey),
    ).toEqual([
      '2004-W53',
      '2004-W53',
      '2007-W01',
      '2008-W52',
      '2009-W01',
      '2009-W53',
      '2009-W53',
      '2020-W53',
      '2020-W53',
      '2021-W01',
      '2026-W53',
      '2026-W53',
      '2027-W01',
    ]);
    expect([2019, 2020, 2025, 2026, 2032].map(weeksInYear)).toEqual([52, 53, 52, 53, 53]);
  });

  it('begin on Monday, hold seven days, and follow one another without a gap', () => {
    holds(
      fc.property(fc.constantFrom(...zones), dateArb, (tz, date) => {
        process.env['TZ'] = tz;
        const monday = mondayOf(date);
        expect(weekdayOf(monday)).toBe(1);
        expect(daysBetween(monday, date)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(monday, date)).toBeLessThan(7);
        const week = isoWeekOf(date);
        expect(weekStart(week)).toBe(monday);
        expect(week.week).toBeLessThanOrEqual(weeksInYear(week.year));
        expect(weekIndex(addDays(monday, 7))).toBe(weekIndex(date) + 1);
        expect(mondayOfIndex(weekIndex(date))).toBe(monday);
        expect(weekKey(addDays(monday, 6))).toBe(weekKey(monday));
        expect(weekKey(addDays(monday, 7)) > weekKey(monday)).toBe(true);
      }),
    );
  });
});

describe('fiscal years', () => {
  it('hold every date once, in twelve months', () => {
    holds(
      fc.property(dateArb, fc.integer({ min: 1, max: 12 }), (date, startMonth) => {
        const { from, to } = periodOf('fiscalYear', date, startMonth);
        if (from === null || to === null) throw new Error('A fiscal year has two ends.');
        expect(date >= from && date <= to).toBe(true);
        const year = Number(to.slice(0, 4));
        expect({ from, to }).toEqual(yearPeriod(year, startMonth));
        expect(addDays(to, 1)).toBe(yearPeriod(year + 1, startMonth).from);
        expect(from).toBe(dateOf(startMonth === 1 ? year : year - 1, startMonth, 1));
      }),
    );
    expect(yearPeriod(2024, 3)).toEqual({ from: '2023-03-01', to: '2024-02-29' });
    expect(periodOf('fiscalYear', '2026-09-01', 9)).toEqual(yearPeriod(2027, 9));
    expect(periodOf('fiscalYear', '2026-08-31', 9)).toEqual(yearPeriod(2026, 9));
  });
});

describe('Easter', () => {
  it('falls on the dates of the tables', () => {
    expect([1961, 2000, 2008, 2011, 2024, 2025, 2026, 2027, 2038, 2049].map(easterOf)).toEqual([
      '1961-04-02',
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
      '2049-04-18',
    ]);
  });

  it('is a Sunday between 22 March and 25 April', () => {
    holds(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
        const date = easterOf(year);
        expect(weekdayOf(date)).toBe(7);
        expect(date.slice(5) >= '03-22' && date.slice(5) <= '04-25').toBe(true);
      }),
    );
  });
});

describe('rules of days', () => {
  const lengthArb = fc.integer({ min: 1, max: 92 });
  const monthArb = fc.integer({ min: 1, max: 12 });
  const weekdayArb = fc.integer({ min: 1, max: 7 });
  const dayOfMonthArb = fc.integer({ min: 1, max: 31 });
  const ruleArb: fc.Arbitrary<DayRule> = fc.oneof(
    fc.record({ kind: fc.constant('fixed' as const), month: monthArb, day: dayOfMonthArb, length: lengthArb }),
    fc.record({
      kind: fc.constant('weekday' as const),
      month: monthArb,
      weekday: weekdayArb,
      nth: fc.constantFrom(1, 2, 3, 4, 5, -1 as const),
      length: lengthArb,
    }),
    fc.record({
      kind: fc.constant('onOrAfter' as const),
      month: monthArb,
      day: dayOfMonthArb,
      weekday: weekdayArb,
      length: lengthArb,
    }),
    fc.record({ kind: fc.constant('weekOf' as const), month: monthArb, day: dayOfMonthArb, length: lengthArb }),
    fc.record({ kind: fc.constant('easter' as const), offset: fc.integer({ min: -60, max: 120 }), length: lengthArb }),
    fc.record({ kind: fc.constant('dates' as const), dates: fc.array(dateArb, { maxLength: 5 }), length: lengthArb }),
  );

  it('give what they say, on a real date', () => {
    holds(
      fc.property(fc.constantFrom(...zones), ruleArb, yearArb, (tz, rule, year) => {
        process.env['TZ'] = tz;
        expect(dayRuleSchema.safeParse(rule).success).toBe(true);
        const starts = startsInYear(rule, year);
        if (rule.kind === 'dates') {
          expect(starts).toEqual([...new Set(rule.dates.filter((date) => date.startsWith(String(year))))].sort());
          return;
        }
        const [start, ...more] = starts;
        expect(more).toEqual([]);
        if (start === undefined) return;
        expect(dateOfDay(dayNumber(start))).toBe(start);
        if (rule.kind === 'fixed') expect(Number(start.slice(5, 7))).toBe(rule.month);
        if (rule.kind === 'weekday') {
          expect(weekdayOf(start)).toBe(rule.weekday);
          expect(Number(start.slice(5, 7))).toBe(rule.month);
          const day = Number(start.slice(8));
          if (rule.nth === -1) expect(day + 7).toBeGreaterThan(daysInMonth(year, rule.month));
          else expect(Math.ceil(day / 7)).toBe(rule.nth);
        }
        if (rule.kind === 'onOrAfter') {
          expect(weekdayOf(start)).toBe(rule.weekday);
          const from = dateOf(year, rule.month, Math.min(rule.day, daysInMonth(year, rule.month)));
          expect(daysBetween(from, start)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(from, start)).toBeLessThan(7);
        }
        if (rule.kind === 'weekOf') expect(weekdayOf(start)).toBe(1);
        if (rule.kind === 'easter') expect(daysBetween(easterOf(year), start)).toBe(rule.offset);
      }),
    );
  });

  it('fall in a stretch of time when a day of theirs does', () => {
    holds(
      fc.property(ruleArb, dateArb, fc.nat(800), (rule, from, days) => {
        const to = addDays(from, days);
        const found = occurrences(rule, from, to);
        for (const one of found) {
          expect(daysBetween(one.startDate, one.endDate)).toBe(rule.length - 1);
          expect(one.startDate <= to && one.endDate >= from).toBe(true);
        }
        expect(found.map((one) => one.startDate)).toEqual(found.map((one) => one.startDate).sort());
        // None is forgotten: every year's own start that touches the stretch is there.
        for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)) + 1; year += 1) {
          for (const start of startsInYear(rule, year))
            if (start <= to && addDays(start, rule.length - 1) >= from)
              expect(found.filter((one) => one.startDate === start).length).toBe(1);
        }
      }),
      { runs: 200 },
    );
  });

  it('give every date of a year that has several, once each and in order', () => {
    const rule: DayRule = { kind: 'dates', dates: ['2026-10-09', '2026-03-20', '2026-10-09', '2027-03-20'], length: 2 };
    expect(occurrences(rule, '2026-01-01', '2026-12-31')).toEqual([
      { startDate: '2026-03-20', endDate: '2026-03-21' },
      { startDate: '2026-10-09', endDate: '2026-10-10' },
    ]);
  });

  it('are written with days that exist only', () => {
    const refusedAt = (rule: DayRule): PropertyKey[] =>
      newDayRuleSchema.safeParse(rule).error?.issues.map((issue) => issue.path[0] ?? '') ?? [];
    const days = Array.from({ length: 31 }, (_, index) => index + 1);
    const taken = Array.from({ length: 12 }, (_, index) => index + 1).map(
      (month) => days.filter((day) => hasRealDays({ kind: 'fixed', month, day, length: 1 })).length,
    );
    expect(taken).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(refusedAt({ kind: 'fixed', month: 4, day: 31, length: 1 })).toEqual(['day']);
    expect(refusedAt({ kind: 'weekOf', month: 2, day: 30, length: 7 })).toEqual(['day']);
    expect(refusedAt({ kind: 'onOrAfter', month: 6, day: 31, weekday: 1, length: 1 })).toEqual(['day']);
    expect(refusedAt({ kind: 'dates', dates: ['2026-02-29'], length: 1 })).toEqual(['dates']);
    expect(refusedAt({ kind: 'dates', dates: ['2028-02-29'], length: 1 })).toEqual([]);
    // What was kept before is still read.
    expect(dayRuleSchema.safeParse({ kind: 'fixed', month: 4, day: 31 }).success).toBe(true);
  });
});

describe('school zones', () => {
  it('take in every department of the mainland but Corsica, each once', () => {
    const all = Array.from({ length: 95 }, (_, n) => String(n + 1).padStart(2, '0')).filter(
      (department) => department !== '20',
    );
    for (const department of all) expect(schoolZoneOf(`${department}000`, 'FR'), department).not.toBeNull();
    expect(schoolZones.reduce((sum, one) => sum + zoneSizes[one], 0)).toBe(all.length);
  });

  it('are those of their academies, and none where there is none', () => {
    expect(
      ['69001', '35000', '75011', '13001', '31000', '67000', '33000'].map((postcode) => schoolZoneOf(postcode, 'FR')),
    ).toEqual(['A', 'B', 'C', 'B', 'C', 'B', 'A']);
    expect(['20000', '97400', '98000', ''].map((postcode) => schoolZoneOf(postcode, 'FR'))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(schoolZoneOf('75011', 'BE')).toBeNull();
    expect(schoolZoneOf(null, 'FR')).toBeNull();
  });
});
