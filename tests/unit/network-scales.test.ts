/** The map's scales: classes that hold every value once, round breaks, colours that read without colour. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFigures, sumFigures, type SiteFigures } from '../../shared/network/coverage.ts';
import {
  classOf,
  colourOf,
  daysSince,
  mapLayers,
  roundBreaks,
  roundNumber,
  scaleOf,
  siteValue,
  siteWeights,
  sumValue,
  sumWeights,
  type Weighted,
} from '../../shared/network/scales.ts';
import { holds } from '../factories/properties.ts';

/** CIE lightness of a colour, 0 black to 100 white. */
function lightness(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

const site = (part: Partial<SiteFigures>): SiteFigures => ({
  lat: 1,
  headcount: 100,
  active: 0,
  target: 2,
  initiatives: 0,
  lastActivity: null,
  ...part,
});

/** Values that all count the same. */
const alike = (values: number[]): Weighted[] => values.map((value) => ({ value, weight: 1 }));

describe('classes', () => {
  it('has nobody apart from little, and full coverage apart from nearly', () => {
    const { breaks } = scaleOf('coverage', 'light');
    expect([0, 0.01, 0.25, 0.74, 0.999, 1, 1.5].map((value) => classOf(value, breaks))).toEqual([0, 1, 2, 3, 4, 5, 5]);
    expect(classOf(null, breaks)).toBe(-1);
  });

  it('gives every number one colour, deeper as it rises', () => {
    holds(
      fc.property(
        fc.constantFrom(...mapLayers),
        fc.constantFrom('light' as const, 'dark' as const),
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 200 }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (layer, theme, values, value) => {
          const scale = scaleOf(layer, theme, alike(values));
          expect(scale.colours).toHaveLength(scale.breaks.length + 1);
          expect(new Set(scale.colours).size).toBe(scale.colours.length);
          for (const [at, one] of scale.breaks.entries())
            if (at > 0) expect(one).toBeGreaterThan(scale.breaks[at - 1] ?? Infinity);
          expect(scale.colours).toContain(colourOf(value, scale));
        },
      ),
    );
  });

  it('reads without colour: the steps of lightness are many and even', () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const layer of mapLayers) {
        const steps = scaleOf(layer, theme, alike(Array.from({ length: 500 }, (_, at) => at))).colours.map(lightness);
        const jumps = steps.slice(1).map((one, at) => one - (steps[at] ?? 0));
        expect(
          jumps.every((jump) => Math.sign(jump) === Math.sign(jumps[0] ?? 0)),
          `${theme} ${layer}`,
        ).toBe(true);
        expect(
          Math.min(...jumps.map(Math.abs)),
          `${theme} ${layer} ${steps.map(Math.round).join(' ')}`,
        ).toBeGreaterThan(7);
      }
    }
  });
});

describe('round breaks', () => {
  it('are round, rising and within the values', () => {
    expect(roundNumber(23)).toBe(25);
    expect(roundNumber(0.0071)).toBe(0.008);
    expect(roundNumber(960)).toBe(1000);
    holds(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 300 }), (values) => {
        const breaks = roundBreaks(alike(values), 5);
        expect(breaks.length).toBeLessThan(5);
        for (const one of breaks) expect(roundNumber(one)).toBe(one);
      }),
    );
    expect(roundBreaks([], 5)).toEqual([]);
    expect(roundBreaks(alike([7, 7, 7]), 5)).toEqual([]);
    expect(roundBreaks(alike(Array.from({ length: 100 }, (_, at) => at + 1)), 5)).toEqual([20, 40, 60, 80]);
  });
});

describe('initiatives', () => {
  // Many small sites, each with an extreme figure or none, as real networks have; the large ones make the figure of a territory.
  const territory = (share: number): SiteFigures[] =>
    Array.from({ length: 60 }, (_, at) =>
      site(
        at % 6 === 0
          ? { headcount: 300, initiatives: Math.round(3 * share) }
          : { headcount: 5, initiatives: at % 3 === 0 ? 1 : 0 },
      ),
    );
  const territories = [1, 2, 3, 6, 12, 20, 35].map(territory);

  it('parts employees, not sites, so that territories and gathered marks do not all fall in one class', () => {
    const { breaks } = scaleOf('initiatives', 'light', siteWeights('initiatives', territories.flat()));
    const classes = new Set(
      territories.map((sites) => classOf(sumValue('initiatives', sumFigures(sites), ''), breaks)),
    );
    expect(classes.size).toBeGreaterThanOrEqual(4);
    const unweighted = roundBreaks(
      alike(territories.flat().flatMap((one) => siteValue('initiatives', one, '') ?? [])),
      5,
    );
    expect(
      new Set(territories.map((sites) => classOf(sumValue('initiatives', sumFigures(sites), ''), unweighted))).size,
    ).toBeLessThan(classes.size);
  });

  it('leaves out what is missing, and cuts nothing where the classes are fixed', () => {
    expect(
      siteWeights('initiatives', [
        site({ headcount: null, initiatives: 2 }),
        site({ headcount: 0, initiatives: 2 }),
        site({ headcount: 50, initiatives: 1 }),
      ]),
    ).toEqual([{ value: 2, weight: 50 }]);
    expect(
      sumWeights('headcount', [
        sumFigures([site({ headcount: null })]),
        sumFigures([site({}), site({ headcount: null })]),
      ]),
    ).toEqual([{ value: 100, weight: 1 }]);
    for (const layer of ['coverage', 'lastActivity'] as const) expect(siteWeights(layer, [site({})])).toEqual([]);
  });
});

describe('values', () => {
  it('keeps what is missing missing', () => {
    expect(siteValue('headcount', site({ headcount: null }), '2026-05-01')).toBeNull();
    expect(siteValue('initiatives', site({ headcount: null, initiatives: 4 }), '2026-05-01')).toBeNull();
    expect(siteValue('lastActivity', site({}), '2026-05-01')).toBeNull();
    for (const layer of mapLayers) expect(sumValue(layer, noFigures(), '2026-05-01')).toBeNull();
  });

  it('sums before it divides, and gives one site what a sum of one gives', () => {
    const sites = [
      site({ active: 1, target: 1, headcount: 10, initiatives: 1, lastActivity: '2026-04-01' }),
      site({ active: 0, target: 9, headcount: 440, lastActivity: '2026-01-01' }),
      site({ headcount: null, target: 1, initiatives: 3 }),
    ];
    expect(sumValue('coverage', sumFigures(sites), '2026-05-01')).toBe(1 / 11);
    expect(sumValue('initiatives', sumFigures(sites), '2026-05-01')).toBe(100 / 450);
    expect(sumValue('lastActivity', sumFigures(sites), '2026-05-01')).toBe(30);
    for (const layer of mapLayers)
      for (const one of sites)
        expect(sumValue(layer, sumFigures([one]), '2026-05-01')).toBe(siteValue(layer, one, '2026-05-01'));
  });

  it('counts days over a change of the clocks', () => {
    expect(daysSince('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysSince('2026-05-01', '2026-04-01')).toBe(0);
  });
});
