/** A week of the month: everything is drawn or counted, and nothing is drawn over the count. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#shared/base/days.ts';
import type { TimeItem } from '../../renderer/lib/time-source.ts';
import { firstDrawn, weekLayout } from '../../renderer/blocks/time/month/month-layout.ts';
import { holds } from '../factories/properties.ts';

const monday = '2026-12-28';
const barArb = fc.record({
  at: fc.integer({ min: -9, max: 16 }),
  length: fc.nat(12),
  stage: fc.constantFrom('draft' as const, 'running' as const, 'over' as const),
});

it('draws or counts each thing of each day, across the turn of a year of 53 weeks', () => {
  holds(
    fc.property(fc.array(barArb, { maxLength: 14 }), fc.integer({ min: 1, max: 8 }), (list, room) => {
      const bars = list.map(
        ({ at, length, stage }, index) =>
          ({
            id: String(index),
            stage,
            startDate: addDays(monday, at),
            endDate: addDays(monday, at + length),
          }) as TimeItem,
      );
      const weeks = [monday, addDays(monday, 7)].map((start) => weekLayout(start, room, bars, [], []));
      for (const { monday: start, drawn, dayOf } of weeks) {
        for (let n = 0; n < 7; n += 1) {
          const date = addDays(start, n);
          const here = drawn.filter((one) => one.from <= date && one.to >= date);
          const { beyond, items, lanes } = dayOf(date);
          expect(items).toBe(bars.filter((bar) => bar.startDate <= date && bar.endDate >= date).length);
          expect(here.length + beyond).toBe(items);
          expect(new Set(here.map((one) => one.lane)).size).toBe(here.length);
          // Where something is counted, the lane of the count is free.
          if (beyond > 0) expect(here.every((one) => one.lane < lanes)).toBe(true);
          for (const one of here) expect(one.lane).toBeLessThan(room);
        }
      }
      // One piece of each item that is drawn at all is in the order of the keys, the earliest.
      const first = firstDrawn(weeks);
      const starts = new Map<string, string[]>();
      for (const { drawn } of weeks)
        for (const { item, from } of drawn)
          if (item.kind === 'item') starts.set(item.bar.id, [...(starts.get(item.bar.id) ?? []), from]);
      expect(first).toEqual(new Map([...starts].map(([id, dates]) => [id, dates.sort()[0]])));
      for (const dates of starts.values()) expect(new Set(dates).size).toBe(dates.length);
    }),
    { runs: 60 },
  );
});
