/** The plain functions of the map's screen: what an outline holds, what is in view, what rows are sorted and folded, what is said. */
import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { chosenSites, chosenSitesLink } from '../../renderer/lib/chosen-sites.ts';
import { closedAtFirst, visibleRows } from '../../renderer/lib/tree.ts';
import { headlineOf, isFading } from '../../renderer/features/network/headline.ts';
import {
  extentOf,
  homeExtent,
  isWithin,
  pixelsAtZoom0,
  sitesWithin,
} from '../../renderer/features/network/map/extent.ts';
import { never } from '../../renderer/features/network/map/features.ts';
import { ringWords } from '../../renderer/features/network/map/paint.ts';
import { farPlaces, frenchPlaces } from '../../renderer/features/network/map/far-places.ts';
import { labelPoint } from '../../renderer/features/network/map/label-point.ts';
import { mapColours } from '../../renderer/features/network/map/style.ts';
import { insideOutline, isInside } from '../../renderer/features/network/map/lasso.ts';
import { curveTicks } from '../../renderer/features/network/recruit/curve-ticks.ts';
import { nameRanks, sortSites } from '../../renderer/features/network/site-rows.ts';
import type { CoverageRow } from '../../shared/network/contract.ts';
import { addSite, noFigures, type Figures } from '../../shared/network/coverage.ts';
import { placeOfMonth } from '../../renderer/features/network/use-moment.ts';
import { mapSiteAt, type MapColumns } from '../../shared/network/columns.ts';
import type { MapLayer } from '../../shared/network/scales.ts';
import { holds } from '../factories/properties.ts';

function columnsOf(
  sites: {
    name: string;
    lon?: number;
    lat?: number;
    active?: number;
    headcount?: number | null;
    last?: string | null;
  }[],
): MapColumns {
  return {
    id: sites.map((_, at) => `id ${at}`),
    name: sites.map((site) => site.name),
    lon: sites.map((site) => site.lon ?? 2),
    lat: sites.map((site) => site.lat ?? 48),
    accuracy: sites.map(() => 'site'),
    kind: sites.map(() => -1),
    territory: sites.map(() => -1),
    headcount: sites.map((site) => site.headcount ?? null),
    active: sites.map((site) => site.active ?? 0),
    target: sites.map(() => 1),
    initiatives: sites.map(() => 0),
    lastActivity: sites.map((site) => site.last ?? null),
    kinds: [],
    territories: [],
  };
}

const figures = (part: Partial<Figures>): Figures => ({ ...noFigures(), ...part });
const row = (id: string, parentId: string | null, depth: number, part: Partial<Figures> = {}): CoverageRow => ({
  id,
  parentId,
  name: `T ${id}`,
  code: null,
  kind: null,
  colour: null,
  depth,
  figures: figures(part),
});

describe('an outline drawn by hand', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ];

  it('holds what is inside and nothing else, whichever way it is drawn', () => {
    holds(
      fc.property(
        fc.double({ min: -5, max: 15, noNaN: true }),
        fc.double({ min: -5, max: 15, noNaN: true }),
        (x, y) => {
          fc.pre([x, y].every((part) => part !== 0 && part !== 10));
          const expected = x > 0 && x < 10 && y > 0 && y < 10;
          expect(isInside({ x, y }, square)).toBe(expected);
          expect(isInside({ x, y }, square.toReversed())).toBe(expected);
          expect(insideOutline([{ x, y }], square)).toEqual(expected ? [0] : []);
        },
      ),
    );
  });

  it('leaves out the hollow of a horseshoe, and holds nothing with two corners', () => {
    const horseshoe = [
      { x: 0, y: 0 },
      { x: 9, y: 0 },
      { x: 9, y: 9 },
      { x: 6, y: 9 },
      { x: 6, y: 3 },
      { x: 3, y: 3 },
      { x: 3, y: 9 },
      { x: 0, y: 9 },
    ];
    expect(
      insideOutline(
        [
          { x: 1, y: 8 },
          { x: 4.5, y: 8 },
          { x: 8, y: 8 },
          { x: 4.5, y: 1 },
        ],
        horseshoe,
      ),
    ).toEqual([0, 2, 3]);
    expect(insideOutline([{ x: 1, y: 1 }], square.slice(0, 2))).toEqual([]);
  });
});

describe('the view', () => {
  it('shows every site, but lets a few far ones not shrink the others', () => {
    const near = Array.from({ length: 20 }, (_, at) => ({ name: `${at}`, lon: at / 10, lat: 47 + at / 20 }));
    const home = homeExtent(columnsOf([...near, { name: 'far', lon: 55.5, lat: -21 }]));
    expect(home[2]).toBeLessThan(5);
    expect(sitesWithin(columnsOf(near), home)).toHaveLength(20);
    const spread = homeExtent(
      columnsOf([
        { name: 'a', lon: -60, lat: 15 },
        { name: 'b', lon: 55, lat: -21 },
      ]),
    );
    expect(isWithin(-60, 15, spread) && isWithin(55, -21, spread)).toBe(true);
    expect(extentOf([2], [48])[2] - extentOf([2], [48])[0]).toBeCloseTo(0.6);
  });

  it('knows a place in the next copy of the world', () => {
    expect(isWithin(-179, 0, [170, -10, 190, 10])).toBe(true);
    expect(isWithin(0, 0, [170, -10, 190, 10])).toBe(false);
  });

  it('draws a circle of as many kilometres as it says', () => {
    // At zoom 8 and the equator a pixel is 40,075 km / (512 x 256).
    expect(pixelsAtZoom0(30, 0) * 2 ** 8).toBeCloseTo(30 / (40_075.017 / 512 / 256));
    expect(pixelsAtZoom0(30, 60)).toBeCloseTo(2 * pixelsAtZoom0(30, 0));
  });
});

describe('places far from the rest', () => {
  const square = (id: string, name: string, west: number, south: number, side: number): Feature<Polygon> => ({
    type: 'Feature',
    id,
    properties: { name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [west + side, south],
          [west + side, south + side],
          [west, south + side],
          [west, south],
        ],
      ],
    },
  });
  const shapes = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
  const places = frenchPlaces(
    {
      world: shapes(square('NC', 'New Caledonia', 164, -22, 2), square('JP', 'Japan', 135, 35, 5)),
      countries: shapes(),
      regions: shapes(),
      departments: shapes(
        square('75', 'Paris', 2, 48, 1),
        square('33', 'Gironde', -1, 44, 1),
        square('971', 'Guadeloupe', -61.8, 15.9, 0.8),
        square('974', 'La Réunion', 55.2, -21.4, 0.6),
      ),
    },
    'fr',
  );

  it('are the mainland and those overseas, from west to east, in the user’s language', () => {
    expect(places.map(({ code, name }) => [code, name])).toEqual([
      ['FR', ''],
      ['971', 'Guadeloupe'],
      ['974', 'La Réunion'],
      ['NC', 'Nouvelle-Calédonie'],
    ]);
    expect(places[0]?.extent.map((one) => Math.round(one))).toEqual([-1, 44, 3, 49]);
  });

  it('are offered when they hold sites or bear a territory’s name, and only when some lie overseas', () => {
    const mainland = { name: 'a', lon: 2.3, lat: 48.8 };
    expect(farPlaces(places, columnsOf([mainland]), ['Direction Ouest'])).toEqual([]);
    expect(
      farPlaces(
        places,
        columnsOf([mainland, { name: 'b', lon: 55.5, lat: -21.1 }, { name: 'c', lon: 55.4, lat: -21 }]),
        [],
      ).map(({ code, sites }) => [code, sites]),
    ).toEqual([
      ['FR', 1],
      ['974', 2],
    ]);
    expect(farPlaces(places, columnsOf([mainland]), ['guadeloupe']).map(({ code, sites }) => [code, sites])).toEqual([
      ['FR', 1],
      ['971', 0],
    ]);
  });
});

describe('gathered marks', () => {
  const say = (layer: MapLayer, lang: 'fr' | 'en', sums: Record<string, number>): string => {
    const made = createExpression(ringWords(layer, lang, ' j'), 'layers[0].layout.text-field');
    if (made.result === 'error') throw new Error(made.value.map((error) => error.message).join());
    return String(made.value.evaluate({ zoom: 5 }, { type: 'Point', properties: sums } as never));
  };
  const sums = {
    point_count: 1234,
    active: 30,
    target: 120,
    headcount: 52_400,
    counted: 1200,
    initiatives: 262,
    days: 12,
  };

  it('say for how many sites they stand, and their coverage or the figure of the layer', () => {
    expect(say('coverage', 'en', sums)).toBe('1,234\n25%');
    expect(say('coverage', 'fr', sums)).toMatch(/^1\s234\n25\s%$/);
    expect(say('headcount', 'en', sums)).toMatch(/^1,234\n52\sk$/);
    expect(say('initiatives', 'en', sums)).toBe('1,234\n0.5');
    expect(say('lastActivity', 'fr', sums)).toMatch(/\n12 j$/);
  });

  it('say nothing of what is missing, rather than zero', () => {
    expect(say('headcount', 'en', { ...sums, counted: 0, headcount: 0 })).toMatch(/\n–$/);
    expect(say('initiatives', 'en', { ...sums, headcount: 0, initiatives: 0 })).toMatch(/\n–$/);
    expect(say('lastActivity', 'en', { ...sums, days: never })).toMatch(/\n–$/);
  });
});

describe('names on the map', () => {
  /** Contrast of two colours as WCAG 2 has it. */
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string): number =>
    (Math.max(luminance(one), luminance(other)) + 0.05) / (Math.min(luminance(one), luminance(other)) + 0.05);

  it('stand out from what they stand on, and on coloured territories from their halo', () => {
    for (const theme of ['light', 'dark'] as const) {
      const { name, land, sea, halo, ink, surface } = mapColours[theme];
      for (const ground of [land, sea, halo])
        expect(contrast(name, ground), `${theme} ${ground}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink, surface), theme).toBeGreaterThanOrEqual(7);
    }
  });

  it('stand in the middle of the largest part of an outline', () => {
    const ring = (west: number, side: number): number[][] => [
      [west, 0],
      [west + side, 0],
      [west + side, side],
      [west, side],
      [west, 0],
    ];
    expect(labelPoint({ type: 'MultiPolygon', coordinates: [[ring(0, 1)], [ring(10, 4)]] })).toMatchObject({
      lon: 12,
      lat: 2,
    });
    expect(labelPoint({ type: 'Point', coordinates: [0, 0] })).toBeNull();
  });
});

describe('the gain curve', () => {
  it('has an axis of few even steps that holds every share', () => {
    expect(curveTicks(0.89, 0.992)).toEqual([0.8, 0.85, 0.9, 0.95, 1]);
    expect(curveTicks(0, 0.07)).toEqual([0, 0.05, 0.1]);
    holds(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const ticks = curveTicks(first, last);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect((ticks[0] ?? 1) <= first && (ticks[ticks.length - 1] ?? 0) >= last).toBe(true);
      }),
    );
  });
});

describe('a month of the past', () => {
  it('is found again when a filter makes the past longer or shorter', () => {
    const months = ['2026-01', '2026-02', '2026-03', '2026-04'];
    expect(
      ['2026-01', '2026-03', '2026-04', '2025-06', '2027-01', null].map((name) => placeOfMonth(months, name)),
    ).toEqual([0, 2, null, 0, null, null]);
    expect(placeOfMonth(['2025-12', ...months], '2026-03')).toBe(3);
    expect(placeOfMonth([], '2026-03')).toBeNull();
  });
});

describe('sites chosen on the map', () => {
  it('are taken to a list, and missed when they did not come along', () => {
    const link = chosenSitesLink('/people', ['a', 'b']);
    expect(link.to).toBe('/people?chosen=2');
    expect(chosenSites(['2'], link.state)).toEqual({ ids: ['a', 'b'], lost: null });
    expect(chosenSites([], link.state)).toEqual({ ids: [], lost: null });
    for (const brought of [null, {}, { siteIds: 'a' }, { siteIds: [] }])
      expect(chosenSites(['2'], brought)).toEqual({ ids: [], lost: 2 });
  });
});

describe('rows', () => {
  it('sorts by any column with what is missing last, and equals by name', () => {
    const columns = columnsOf([
      { name: 'Élan', headcount: 5 },
      { name: 'Alpha', headcount: null },
      { name: 'Zèbre', headcount: 90 },
      { name: 'Ecu', headcount: 5 },
    ]);
    const sort = (descending: boolean): string[] =>
      sortSites(columns, [0, 1, 2, 3], 'headcount', descending, nameRanks(columns, 'fr'), () => null).map(
        (at) => mapSiteAt(columns, at).name,
      );
    expect(sort(true)).toEqual(['Zèbre', 'Ecu', 'Élan', 'Alpha']);
    expect(sort(false)).toEqual(['Ecu', 'Élan', 'Zèbre', 'Alpha']);
  });

  it('folds a branch with all below it', () => {
    const rows = [row('a', null, 0), row('b', 'a', 1), row('c', 'b', 2), row('d', null, 0)];
    expect(visibleRows(rows, new Set()).map((line) => line.row.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(visibleRows(rows, new Set(['a'])).map((line) => line.row.id)).toEqual(['a', 'd']);
    expect(visibleRows(rows, new Set(['b'])).map((line) => [line.row.id, line.branch, line.open])).toEqual([
      ['a', true, true],
      ['b', true, false],
      ['d', false, false],
    ]);
    expect(closedAtFirst(rows).size).toBe(0);
  });
});

describe('what the map says first', () => {
  it('names the strongest, the thinnest and where most are missing, leaves aside what is tiny or holds others', () => {
    const rows = [
      row('whole', null, 0, { sites: 9, active: 10, target: 40 }),
      row('strong', 'whole', 1, { active: 9, target: 10 }),
      row('thin', 'whole', 1, { active: 0, target: 8 }),
      row('wide', 'whole', 1, { active: 1, target: 20 }),
      row('tiny', 'whole', 1, { active: 0, target: 2 }),
    ];
    const total = figures({ sites: 9, sitesCovered: 4, active: 10, target: 40 });
    const headline = headlineOf(rows, total, columnsOf([]), '2026-06-01');
    expect([
      headline.share,
      headline.strongest?.id,
      headline.thinnest?.id,
      headline.next?.id,
      headline.next?.missing,
      headline.alone,
    ]).toEqual([0.25, 'strong', 'thin', 'wide', 19, 5]);
    expect(headlineOf([], noFigures(), columnsOf([]), '2026-06-01')).toMatchObject({
      share: null,
      strongest: null,
      next: null,
    });
  });

  it('says that every territory has who it should only where there are territories and each of them has', () => {
    const complete = (...rows: CoverageRow[]): boolean =>
      headlineOf(rows, figures({ sites: 9, active: 0, target: 40 }), columnsOf([]), '2026-06-01').complete;
    expect(complete()).toBe(false);
    expect(complete({ ...row('none', null, 0, { active: 9, target: 2 }), id: null })).toBe(false);
    expect(complete(row('a', null, 0, { active: 0, target: 0 }))).toBe(false);
    const enough = row('a', null, 0, { active: 10, target: 10 });
    expect(complete(enough)).toBe(true);
    // Too small to be compared, but not to be counted.
    expect(complete(enough, row('tiny', null, 0, { active: 0, target: 1 }))).toBe(false);
    expect(complete(enough, row('b', null, 0, { active: 0, target: 20 }))).toBe(false);
  });

  it('calls a site fading when someone is there and nothing has happened for half a year', () => {
    expect([
      isFading(1, '2026-01-01', '2026-06-01'),
      isFading(1, '2025-06-01', '2026-06-01'),
      isFading(1, null, '2026-06-01'),
      isFading(0, null, '2026-06-01'),
    ]).toEqual([false, true, true, false]);
    const sum = noFigures();
    addSite(sum, mapSiteAt(columnsOf([{ name: 'a', active: 1, last: '2025-01-01' }]), 0));
    expect(headlineOf([], sum, columnsOf([{ name: 'a', active: 1, last: '2025-01-01' }]), '2026-06-01').fading).toEqual(
      [0],
    );
  });
});
