/** Periods of the calendar: what "this year" means on a given day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsUntil, periodOf, yearPeriod } from '#shared/base/periods.ts';
import { holds } from '../factories/properties.ts';

describe('periods', () => {
  it('knows the usual ones', () => {
    expect(periodOf('thisYear', '2026-11-24', 1)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(periodOf('lastYear', '2026-11-24', 1)).toEqual({ from: '2025-01-01', to: '2025-12-31' });
    expect(periodOf('lastTwelveMonths', '2026-11-24', 1)).toEqual({ from: '2025-11-25', to: '2026-11-24' });
    expect(periodOf('lastTwelveMonths', '2028-02-29', 1)).toEqual({ from: '2027-03-02', to: '2028-02-29' });
    expect(periodOf('all', '2026-11-24', 4)).toEqual({ from: null, to: null });
  });

  it('begins the fiscal year in its month', () => {
    expect(periodOf('fiscalYear', '2026-11-24', 4)).toEqual({ from: '2026-04-01', to: '2027-03-31' });
    expect(periodOf('fiscalYear', '2026-03-31', 4)).toEqual({ from: '2025-04-01', to: '2026-03-31' });
    expect(periodOf('fiscalYear', '2026-03-31', 1)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(yearPeriod(2028, 3)).toEqual({ from: '2027-03-01', to: '2028-02-29' });
  });

  it('always holds today, and a fiscal year lasts twelve months', () => {
    holds(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 12 }),
        (date, month) => {
          const today = date.toISOString().slice(0, 10);
          const { from, to } = periodOf('fiscalYear', today, month);
          expect(from! <= today && today <= to!).toBe(true);
          expect(from!.slice(5, 7)).toBe(String(month).padStart(2, '0'));
          const days = (Date.parse(to!) - Date.parse(from!)) / 86_400_000 + 1;
          expect([365, 366]).toContain(days);
        },
      ),
    );
  });

  it('counts months backwards over the turn of a year', () => {
    expect(monthsUntil('2026-02-28', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});
