/** The exported map: clusters, frames, words as outlines, and outlines as RFC 7946 wants them. */
import rewind from '@mapbox/geojson-rewind';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFigures } from '#shared/network/coverage.ts';
import { scaleOf } from '#shared/network/scales.ts';
import { groundFor, groundOfExtent, isInExtent, pointIn } from '../../electron/service/geo/map-frame.ts';
import { cutAtAntimeridian } from '../../electron/service/geo/antimeridian.ts';
import { rightHanded } from '../../electron/service/features/network/geojson.ts';
import { classNames } from '../../electron/service/features/network/picture/legend-words.ts';
import {
  clusterSites,
  dotsSvg,
  inkOn,
  type PointedSite,
} from '../../electron/service/features/network/picture/map-dots.ts';
import type { NetworkSite } from '../../electron/service/domain/network/sites.ts';
import { shapeLayer } from '../../electron/service/geo/shapes.ts';
import { typesetter } from '../../electron/service/geo/outlined-text.ts';
import { resources } from '../factories/workspace.ts';
import { holds } from '../factories/properties.ts';

const site = (more: Partial<NetworkSite> = {}): NetworkSite => ({
  id: 'a',
  name: 'Site',
  code: 'S',
  city: null,
  country: 'FR',
  lat: 48,
  lon: 2,
  accuracy: 'site',
  kind: null,
  territoryId: null,
  headcount: 10,
  active: 0,
  target: 1,
  initiatives: 0,
  lastActivity: null,
  ...more,
});

describe('clusters', () => {
  const point = fc
    .record({
      x: fc.double({ min: 0, max: 900, noNaN: true }),
      y: fc.double({ min: 0, max: 900, noNaN: true }),
      headcount: fc.option(fc.nat(900), { nil: null }),
    })
    .map(({ x, y, headcount }): PointedSite => ({ x, y, site: site({ headcount }) }));

  it('hold every site once, near the largest of them, and stand apart', () => {
    holds(
      fc.property(fc.array(point, { maxLength: 120 }), fc.constantFrom(5, 30, 200), (points, reach) => {
        const clusters = clusterSites(points, reach);
        expect(clusters.flatMap((cluster) => cluster.sites).length).toBe(points.length);
        expect(new Set(clusters.flatMap((cluster) => cluster.sites)).size).toBe(points.length);
        expect(clusters.reduce((sum, cluster) => sum + cluster.figures.headcount, 0)).toBe(
          points.reduce((sum, { site: { headcount } }) => sum + (headcount ?? 0), 0),
        );
        clusters.forEach((one, at) =>
          clusters
            .slice(at + 1)
            .forEach((other) => expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(reach)),
        );
      }),
      { runs: 60 },
    );
  });

  it('show their number and their share, what is unknown hatched, and nobody hollow', () => {
    const style = {
      scale: scaleOf('coverage', 'light'),
      paper: '#FFFFFF',
      ink: '#000000',
      today: '2026-11-24',
      lang: 'fr' as const,
      type: typesetter(resources),
      unit: 6,
      reach: 30,
    };
    const cluster = (sites: NetworkSite[]) =>
      clusterSites(
        sites.map((one) => ({ site: one, x: 50, y: 50 })),
        10,
      );
    const three = dotsSvg(cluster([site({ active: 1 }), site(), site({ target: 2 })]), style);
    expect(three).toContain('aria-label="3"');
    expect(three).toMatch(/<path d="M50 [^"]+A/);
    expect(dotsSvg(cluster([site()]), style)).toContain('fill="#FFFFFF"');
    expect(
      dotsSvg(cluster([site({ headcount: null })]), {
        ...style,
        scale: scaleOf(
          'headcount',
          'light',
          [1, 50].map((value) => ({ value, weight: 1 })),
        ),
      }),
    ).toContain('url(#missing)');
  });

  it('write on dark and on pale colours alike', () => {
    expect([inkOn('#014933', '#111111'), inkOn('#D9EEE4', '#111111')]).toEqual(['#FFFFFF', '#111111']);
  });
});

describe('frames', () => {
  const canvas = { width: 900, height: 600, resources };

  it('show the whole world only when a site lies beyond Europe', () => {
    const lyon = { lat: 45.76, lon: 4.83 };
    const tokyo = { lat: 35.68, lon: 139.69 };
    expect(groundFor([lyon], canvas, true).kind).toBe('france');
    expect(groundFor([lyon, { lat: 52.52, lon: 13.4 }], canvas, true).kind).toBe('europe');
    const world = groundFor([lyon, tokyo], canvas, true);
    expect(world.kind).toBe('world');
    expect(pointIn(world.main, tokyo)?.x).toBeGreaterThan(pointIn(world.main, lyon)?.x ?? 0);
    expect(groundFor([lyon, tokyo], canvas).frameOf).toEqual([0, -1]);
  });

  it('show exactly a window of the screen, across the antimeridian too', () => {
    const brittany = groundOfExtent([-5, 47, -1, 49], [], canvas);
    expect([brittany.kind, brittany.isNear]).toEqual(['europe', true]);
    const middle = pointIn(brittany.main, { lat: 48, lon: -3 });
    expect(middle?.x).toBeCloseTo(450, 0);
    for (const extent of [
      [170, -30, -170, 0],
      [170, -30, 190, 0],
    ] as const) {
      const fiji = groundOfExtent(extent, [], canvas);
      expect(pointIn(fiji.main, { lat: -17, lon: 179 })?.x).toBeLessThan(450);
      expect(pointIn(fiji.main, { lat: -17, lon: -179 })?.x).toBeGreaterThan(450);
    }
  });
});

describe('a window', () => {
  it('holds what lies in it, on either side of the antimeridian', () => {
    expect(isInExtent([-5, 47, -1, 49], { lat: 48, lon: -3 })).toBe(true);
    expect(isInExtent([-5, 47, -1, 49], { lat: 50, lon: -3 })).toBe(false);
    expect(isInExtent([-5, 47, -1, 49], { lat: 48, lon: 3 })).toBe(false);
    for (const extent of [
      [170, -30, -170, 0],
      [170, -30, 190, 0],
    ] as const)
      expect([179, -179, 0].map((lon) => isInExtent(extent, { lat: -17, lon }))).toEqual([true, true, false]);
    expect([0, 179, -179].map((lon) => isInExtent([-180, -90, 180, 90], { lat: 0, lon }))).toEqual([true, true, true]);
  });
});

describe('words', () => {
  const type = typesetter(resources);

  it('become outlines of the right width, in both weights, whatever the letters', () => {
    expect(type.width('', 20)).toBe(0);
    expect(type.width('Œuvre', 20, 'bold')).toBeGreaterThan(type.width('Œuvre', 20));
    expect(type.width('ii', 20)).toBeLessThan(type.width('MM', 20));
    const drawn = type.draw('Łódź & « <São> » d’été 12 %', 10, 20, { size: 16, fill: '#000000' });
    expect(drawn).not.toMatch(/NaN|undefined|<text/);
    expect(drawn).toContain('aria-label="Łódź &amp; « &lt;São&gt; » d’été 12 %"');
    expect(type.cut('Auvergne-Rhône-Alpes', 60, 16)).toMatch(/…$/);
    expect(type.width(type.cut('Auvergne-Rhône-Alpes', 60, 16), 16)).toBeLessThanOrEqual(60);
    // Letters that the font lacks are left out, not drawn as boxes.
    expect(type.draw('日本', 0, 0, { size: 16, fill: '#000000' })).not.toContain('<path');
  });

  it('name every class of every layer, in both languages', () => {
    for (const layer of ['coverage', 'headcount', 'initiatives', 'lastActivity'] as const)
      for (const lang of ['fr', 'en'] as const) {
        const scale = scaleOf(
          layer,
          'light',
          [1, 4, 9, 30, 200, 1000].map((value) => ({ value, weight: 1 })),
        );
        const { classes } = classNames(scale, lang);
        expect(classes.length).toBe(scale.colours.length);
        expect(new Set(classes).size).toBe(classes.length);
        expect(classes.join()).not.toMatch(/undefined|null|NaN/);
      }
    expect(classNames(scaleOf('coverage', 'light'), 'fr').classes).toEqual([
      'personne',
      'moins de 25\u202f%',
      'de 25\u202f% à 50\u202f%',
      'de 50\u202f% à 75\u202f%',
      'de 75\u202f% à 100\u202f%',
      'objectif atteint',
    ]);
    expect(noFigures().sites).toBe(0);
  });
});

describe('outlines', () => {
  it('turn as RFC 7946 says, which another program has nothing to add to', () => {
    const { features } = JSON.parse(shapeLayer('departments', resources)) as {
      features: { geometry: { type: string; coordinates: number[][][][] } }[];
    };
    for (const { geometry } of features) {
      const polygons =
        geometry.type === 'Polygon' ? [geometry.coordinates as unknown as number[][][]] : geometry.coordinates;
      const ours = { type: 'MultiPolygon' as const, coordinates: rightHanded(polygons) };
      expect(rewind(structuredClone(ours), false)).toEqual(ours);
    }
  });

  it('go on past the edge of the world on the map, and are cut there in GeoJSON, without losing any of it', () => {
    const area = (polygons: number[][][][]): number =>
      Math.abs(
        polygons
          .flat()
          .reduce(
            (sum, ring) =>
              sum +
              ring
                .slice(1)
                .reduce(
                  (part, [x1 = 0, y1 = 0], at) => part + (ring[at]?.[0] ?? 0) * y1 - x1 * (ring[at]?.[1] ?? 0),
                  0,
                ),
            0,
          ),
      ) / 2;
    const { features } = JSON.parse(shapeLayer('world', resources)) as {
      features: { id?: string; geometry: { type: string; coordinates: number[][][][] } }[];
    };
    for (const { geometry } of features) {
      const polygons =
        geometry.type === 'Polygon' ? [geometry.coordinates as unknown as number[][][]] : geometry.coordinates;
      for (const ring of polygons.flat())
        expect(Math.max(...ring.slice(1).map(([x = 0], at) => Math.abs(x - (ring[at]?.[0] ?? 0))))).toBeLessThanOrEqual(
          180,
        );
      const cut = cutAtAntimeridian(polygons);
      expect(cut.flat(2).every(([lon = 999]) => Math.abs(lon) <= 180)).toBe(true);
      expect(Math.abs(area(cut) - area(polygons))).toBeLessThan(1e-6 * Math.max(1, area(polygons)));
    }
    // Fiji lies on both sides of the line.
    const fiji = cutAtAntimeridian([
      [
        [
          [179, -17],
          [-179, -17],
          [-179, -16],
          [179, -16],
          [179, -17],
        ],
      ],
    ]);
    expect(
      fiji.map(([ring = []]) => [Math.min(...ring.map(([lon = 0]) => lon)), Math.max(...ring.map(([lon = 0]) => lon))]),
    ).toEqual([
      [179, 180],
      [-180, -179],
    ]);
  });
});
