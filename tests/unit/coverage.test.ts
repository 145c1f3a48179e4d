/** Coverage's arithmetic: the rule itself, its twin in SQL, and sums that never average. */
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFigures,
  coverageShare,
  noFigures,
  per100Employees,
  sumFigures,
  targetOf,
  type SiteFigures,
} from '#shared/network/coverage.ts';
import { targetSql } from '../../electron/service/domain/network/coverage.ts';
import { holds } from '../factories/properties.ts';

const site = fc.record<SiteFigures>({
  lat: fc.option(fc.double({ min: -90, max: 90, noNaN: true }), { nil: null }),
  headcount: fc.option(fc.nat(5000), { nil: null }),
  active: fc.nat(20),
  target: fc.integer({ min: 1, max: 100 }),
  initiatives: fc.nat(50),
  lastActivity: fc.option(
    fc.integer({ min: 2020, max: 2026 }).map((year) => `${year}-06-01`),
    { nil: null },
  ),
});

describe('the target', () => {
  it('is one for a begun group of employees, and never none', () => {
    expect([null, 0, 1, 50, 51, 120].map((headcount) => targetOf(headcount, 50))).toEqual([1, 1, 1, 1, 2, 3]);
  });

  it('is the same in SQL', () => {
    const db = new Database(':memory:');
    holds(
      fc.property(
        fc.option(fc.nat(1_000_000), { nil: null }),
        fc.integer({ min: 1, max: 100_000 }),
        (headcount, ratio) => {
          expect(
            db
              .prepare(`select ${targetSql('n', ratio)} from (select cast(? as integer) as n)`)
              .pluck()
              .get(headcount),
          ).toBe(targetOf(headcount, ratio));
        },
      ),
    );
    db.close();
  });
});

describe('sums', () => {
  it('are the same however the sites are grouped', () => {
    holds(
      fc.property(fc.array(site), fc.array(site), (a, b) => {
        const together = noFigures();
        addFigures(together, sumFigures(a));
        addFigures(together, sumFigures(b));
        expect(together).toEqual(sumFigures([...a, ...b]));
      }),
    );
  });

  it('give a share of the whole, not the mean of shares', () => {
    const large: SiteFigures = { lat: 0, headcount: 1000, active: 0, target: 20, initiatives: 3, lastActivity: null };
    const small: SiteFigures = { lat: 0, headcount: null, active: 1, target: 1, initiatives: 7, lastActivity: null };
    const sum = sumFigures([large, small]);
    expect(coverageShare(sum)).toBeCloseTo(1 / 21);
    expect(coverageShare(noFigures())).toBeNull();
    // Seven initiatives of a site without a headcount cannot be set against the employees of the other.
    expect(per100Employees(sum.initiativesOfCounted, sum.headcount)).toBeCloseTo(0.3);
    expect(per100Employees(3, null)).toBeNull();
    expect(per100Employees(3, 0)).toBeNull();
  });
});
