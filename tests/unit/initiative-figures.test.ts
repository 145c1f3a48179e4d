/** The months of a period of figures, and sums without the noise of binary fractions. */
import { expect, it } from 'vitest';
import { monthsOf, settledSum } from '../../electron/service/domain/initiatives/figures.ts';

it('names the twelve months of a year that begins anywhere', () => {
  expect(monthsOf('2026-01-01')).toEqual([
    ...['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'],
    ...['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'],
  ]);
  const shifted = monthsOf('2025-09-15');
  expect(shifted).toHaveLength(12);
  expect([shifted[0], shifted[3], shifted[4], shifted[11]]).toEqual(['2025-09', '2025-12', '2026-01', '2026-08']);
});

it('adds up to what one would on paper', () => {
  expect(settledSum(0.1 + 0.2)).toBe(0.3);
  expect(settledSum(123456789.25)).toBe(123456789.25);
});
