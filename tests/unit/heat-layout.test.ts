/** The heat map under the pointer and the keys: what lies where, and what is brought into sight. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf, moved, placeAt, scrollTo, type Place } from '../../renderer/blocks/time/load/heat/layout.ts';
import { loadScale } from '../../renderer/blocks/time/load/heat/scale.ts';
import { holds } from '../factories/properties.ts';

const view = { width: 1000, height: 600 };
const layout = layoutOf({ width: view.width, weeks: 104, rows: 20_000, row: 24, sums: true });
const places = fc.record({ row: fc.integer({ min: 0, max: 19_999 }), week: fc.integer({ min: 0, max: 103 }) });

describe('the heat map', () => {
  it('finds under the pointer the cell that was brought into sight, from wherever it stood', () => {
    holds(
      fc.property(
        places,
        fc.integer({ min: 0, max: layout.width }),
        fc.integer({ min: 0, max: layout.height }),
        (place, left, top) => {
          const at = scrollTo(layout, place, { left, top, ...view });
          const x = layout.names + place.week * layout.cell - at.left;
          const y = layout.head + place.row * layout.row - at.top;
          expect(x).toBeGreaterThanOrEqual(layout.names);
          expect(x + layout.cell).toBeLessThanOrEqual(view.width);
          expect(y).toBeGreaterThanOrEqual(layout.head);
          expect(y + layout.row).toBeLessThanOrEqual(view.height);
          expect(placeAt(layout, x + layout.cell / 2, y + layout.row / 2, at.left, at.top)).toEqual(place);
          // What is in sight already does not move.
          expect(scrollTo(layout, place, { ...at, ...view })).toEqual(at);
        },
      ),
      { runs: 60 },
    );
  });

  it('is nothing over the head, beyond the last row and right of the last week; beside the weeks it is the name', () => {
    expect(placeAt(layout, 500, layout.head - 1, 0, 0)).toBeNull();
    expect(placeAt(layout, 10, layout.head + 1, 300, 0)).toEqual({ row: 0, week: -1 });
    const few = layoutOf({ width: 1000, weeks: 4, rows: 2, row: 24, sums: false });
    expect(placeAt(few, 500, few.head + 2 * few.row, 0, 0)).toBeNull();
    expect(placeAt(few, few.width + 1, few.head + 1, 0, 0)).toBeNull();
  });

  it('stays inside under every key', () => {
    const keys = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'PageUp',
      'PageDown',
      'Home',
      'End',
    );
    holds(
      fc.property(places, keys, fc.boolean(), (place, key, ctrl) => {
        const next = moved(layout, place, key, ctrl, 20) as Place;
        expect(next.row).toBeGreaterThanOrEqual(0);
        expect(next.row).toBeLessThan(layout.rows);
        expect(next.week).toBeGreaterThanOrEqual(0);
        expect(next.week).toBeLessThan(layout.weeks);
      }),
      { runs: 60 },
    );
    expect(moved(layout, { row: 5, week: 5 }, 'End', true, 20)).toEqual({ row: 19_999, week: 103 });
    expect(moved(layout, { row: 5, week: 5 }, 'Home', false, 20)).toEqual({ row: 5, week: 0 });
    expect(moved(layout, { row: 5, week: 5 }, 'x', false, 20)).toBeNull();
  });
});

describe('the colours of the load', () => {
  const lightness = (colour: string): number =>
    (colour.match(/\d+/g) ?? []).reduce((sum, part, index) => sum + Number(part) * [0.2126, 0.7152, 0.0722][index]!, 0);

  it('go one way with the load in both themes, so that lightness alone tells more from less', () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const threshold of [1, 2, 3, 7]) {
        const { of } = loadScale(theme, threshold, 3 * threshold + 1);
        const steps = Array.from({ length: 3 * threshold + 1 }, (_, index) => lightness(of(index + 1)));
        const sign = theme === 'light' ? -1 : 1;
        for (const [index, step] of steps.slice(1).entries())
          expect(sign * (step - steps[index]!), `${theme} ${threshold} ${index + 1}`).toBeGreaterThan(0);
      }
    }
  });
});
