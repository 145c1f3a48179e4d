/** Bars over days: none over another in a lane, none forgotten, no lane too many. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOfDay, dayNumber } from '#shared/base/days.ts';
import { lanesBetween } from '../../renderer/blocks/time/lanes.ts';
import { holds } from '../factories/properties.ts';

const start = dayNumber('2026-01-01');
const spanArb = fc
  .record({ at: fc.integer({ min: -20, max: 60 }), length: fc.nat(25) })
  .map(({ at, length }) => ({ startDate: dateOfDay(start + at), endDate: dateOfDay(start + at + length) }));

describe('lanes', () => {
  it('hold each bar that touches the row once, cut at its edges, in as few lanes as the fullest day needs', () => {
    holds(
      fc.property(fc.array(spanArb, { maxLength: 30 }), fc.nat(40), (spans, length) => {
        const [from, to] = ['2026-01-01', addDays('2026-01-01', length)];
        const { placed, lanes } = lanesBetween([spans], from, to);
        const touching = spans.filter((span) => span.startDate <= to && span.endDate >= from);
        expect(new Set(placed.map((one) => one.item))).toEqual(new Set(touching));
        expect(placed.length).toBe(touching.length);
        let fullest = 0;
        for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
          const date = dateOfDay(day);
          const here = placed.filter((one) => one.from <= date && one.to >= date);
          expect(new Set(here.map((one) => one.lane)).size).toBe(here.length);
          fullest = Math.max(fullest, here.length);
        }
        expect(lanes).toBe(fullest);
        for (const one of placed) {
          expect([one.from, one.to]).toEqual([
            one.item.startDate < from ? from : one.item.startDate,
            one.item.endDate > to ? to : one.item.endDate,
          ]);
          expect([one.opens, one.closes]).toEqual([one.from === one.item.startDate, one.to === one.item.endDate]);
        }
      }),
      { runs: 60 },
    );
  });

  it('keep the longer above and the order of equals', () => {
    const [short, long, same] = [
      { startDate: '2026-01-05', endDate: '2026-01-06' },
      { startDate: '2026-01-05', endDate: '2026-01-20' },
      { startDate: '2026-01-05', endDate: '2026-01-06' },
    ];
    expect(lanesBetween([[short, long, same]], '2026-01-01', '2026-01-31').placed.map((one) => one.item)).toEqual([
      long,
      short,
      same,
    ]);
  });

  it('give a later group what the first left free', () => {
    const first = [
      { startDate: '2026-01-01', endDate: '2026-01-10' },
      { startDate: '2026-01-05', endDate: '2026-01-12' },
    ];
    const second = [
      { startDate: '2026-01-02', endDate: '2026-01-03' },
      { startDate: '2026-01-06', endDate: '2026-01-06' },
      { startDate: '2026-01-11', endDate: '2026-01-14' },
    ];
    expect(lanesBetween([first, second], '2026-01-01', '2026-01-31').placed.map((one) => one.lane)).toEqual([
      0, 1, 1, 2, 0,
    ]);
  });
});
