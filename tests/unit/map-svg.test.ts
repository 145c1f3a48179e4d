/** The network's map: what is drawn, where, and that the picture stands alone. */
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geoData } from '../../electron/service/geo/geo-data.ts';
import { departmentFinder, mergeDots } from '../../electron/service/geo/map-places.ts';
import { networkMapSvg } from '../../electron/service/geo/map-svg.ts';
import { holds } from '../factories/properties.ts';

const resources = resolve(import.meta.dirname, '../../resources');
const colours = { land: '#EEEEEE', border: '#CCCCCC', dot: '#E0A100', covered: '#1F5C4D' };
const site = (lat: number | null, lon: number | null, covered = true) => ({ lat, lon, weight: 40, covered });
const lille = site(50.63, 3.06);
const nice = site(43.7, 7.27, false);
const map = (sites: ReturnType<typeof site>[], width = 600, height = 600) =>
  networkMapSvg({ sites, width, height, colours, resources });
const dots = (svg: string): { x: number; y: number; fill: string }[] =>
  [...svg.matchAll(/<circle cx="([^"]+)" cy="([^"]+)" r="[^"]+" fill="([^"]+)"/g)].map(([, x, y, fill]) => ({
    x: Number(x),
    y: Number(y),
    fill: fill ?? '',
  }));

describe('the map', () => {
  it('puts Lille above and left of Nice, each in the colour of its coverage', () => {
    const drawn = dots(map([lille, nice]).svg);
    const [north, south] = [
      drawn.find((dot) => dot.fill === colours.covered),
      drawn.find((dot) => dot.fill === colours.dot),
    ];
    expect(drawn.length).toBe(2);
    expect(north?.y).toBeLessThan((south?.y ?? 0) - 200);
    expect(north?.x).toBeLessThan(south?.x ?? 0);
  });

  it('counts what it cannot show: no place, or another continent', () => {
    expect(map([lille, site(null, null), site(-33.9, 151.2)])).toMatchObject({ drawn: 1, missing: 2 });
    expect(map([])).toMatchObject({ drawn: 0, missing: 0 });
  });

  it('shows an overseas department in a frame of its own, at the left', () => {
    const reunion = map([lille, site(-20.88, 55.45, false)]);
    expect(reunion.drawn).toBe(2);
    expect(reunion.svg).toContain('rx=');
    expect(dots(reunion.svg).find((dot) => dot.fill === colours.dot)?.x).toBeLessThan(120);
    expect(map([lille]).svg).not.toContain('rx=');
  });

  it('shows Europe as soon as a site lies abroad, and a border town is not abroad', () => {
    const paths = (svg: string): number => [...svg.matchAll(/<path/g)].length;
    const france = map([lille]).svg;
    const menton = map([lille, site(43.7745, 7.4972)]).svg;
    const turin = map([lille, site(45.07, 7.69)]).svg;
    expect(dots(menton)[0]).toEqual(dots(france)[0]);
    expect(dots(turin)[0]).not.toEqual(dots(france)[0]);
    expect(paths(menton)).toBe(3);
  });

  it('stands alone and stays inside its frame, whatever is drawn', () => {
    const anywhere = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      weight: fc.option(fc.nat(5000), { nil: null }),
      covered: fc.boolean(),
    });
    holds(
      fc.property(fc.array(anywhere, { maxLength: 12 }), (sites) => {
        const { svg, drawn, missing } = networkMapSvg({ sites, width: 400, height: 300, colours, resources });
        expect(drawn + missing).toBe(sites.length);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|href|<text|<style/);
        for (const dot of dots(svg)) expect(dot.x >= 0 && dot.x <= 400 && dot.y >= 0 && dot.y <= 300).toBe(true);
      }),
      { runs: 25 },
    );
  });
});

describe('departments', () => {
  it('knows every town of France as French, on coasts and borders too', () => {
    const departmentAt = departmentFinder(resources);
    const overseas = ['971', '972', '973', '974', '976'];
    const lost = geoData(resources).communes.filter(
      ({ lat, lon, department }) =>
        lat !== null &&
        lon !== null &&
        (department.length === 2 || overseas.includes(department)) &&
        departmentAt(lat, lon) === null,
    );
    expect(lost.map((commune) => commune.name)).toEqual([]);
  });

  it('leaves the neighbours to their countries', () => {
    const departmentAt = departmentFinder(resources);
    for (const [lat, lon] of [
      [50.85, 4.35],
      [46.2, 6.15],
      [49.24, 6.99],
      [43.32, -1.98],
      [45.07, 7.69],
      [51.13, 1.31],
    ] as const)
      expect(departmentAt(lat, lon)).toBeNull();
    expect(departmentAt(48.5734, 7.7521)).toBe('67');
  });
});

describe('dots', () => {
  it('makes one of those that fall together, with the headcount of all', () => {
    const together = mergeDots(
      [
        { x: 10, y: 10, weight: 5, covered: true },
        { x: 10.2, y: 10, weight: 7, covered: true },
        { x: 10, y: 10.2, weight: 1, covered: false },
        { x: 90, y: 90, weight: 2, covered: false },
      ],
      4,
    );
    expect(together.map(({ weight, count, covered }) => ({ weight, count, covered }))).toEqual([
      { weight: 13, count: 3, covered: true },
      { weight: 2, count: 1, covered: false },
    ]);
  });
});
