/** Which territory a place is drawn for when no name says so: the one with the most sites there, in France and abroad. */
import { resolve } from 'node:path';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { coverageByKind } from '../../electron/service/domain/network/territories.ts';
import { territoryShapes } from '../../electron/service/domain/network/territory-shapes.ts';
import type { NetworkSite } from '../../electron/service/domain/network/sites.ts';

const resources = resolve(import.meta.dirname, '../../resources');
type Site = Parameters<typeof territoryShapes>[1][number];

const territories = ['Zone B', 'Zone A', 'Zone C'].map((name) => ({ id: name, parentId: null, name }));
const at = (territoryId: string, lat: number | null, lon: number | null, country = 'FR'): Site => ({
  territoryId,
  lat,
  lon,
  country,
});
const places = {
  rennes: [48.11, -1.68],
  brest: [48.39, -4.49],
  lille: [50.63, 3.06],
  brussels: [50.85, 4.35],
  newYork: [42.9, -75.5],
} as const;

function isIn(ring: Position[], lat: number, lon: number): boolean {
  let inside = false;
  ring.forEach(([x = 0, y = 0], index) => {
    const [u = 0, v = 0] = ring[(index + ring.length - 1) % ring.length] ?? [];
    if (y > lat !== v > lat && lon < ((u - x) * (lat - y)) / (v - y) + x) inside = !inside;
  });
  return inside;
}

/** The territories whose outline holds the place. */
function ownersOf(sites: Site[], place: keyof typeof places): string[] {
  const [lat, lon] = places[place];
  return territoryShapes(territories, sites, null, resources).collection.features.flatMap(({ properties, geometry }) =>
    geometry.coordinates.some(([ring = []]) => isIn(ring, lat, lon)) ? [properties.name] : [],
  );
}

describe('a place without a name of its own', () => {
  it('goes to the territory with the most sites there, to the first by name when they are even', () => {
    const even = [at('Zone B', 48.11, -1.68), at('Zone A', 48.12, -1.67), at('Zone B', 50.63, 3.06)];
    expect(ownersOf(even, 'rennes')).toEqual(['Zone A']);
    expect(ownersOf(even.toReversed(), 'rennes')).toEqual(['Zone A']);
    const most = [...even, at('Zone B', 48.1, -1.7)];
    expect(ownersOf(most, 'rennes')).toEqual(['Zone B']);
    expect(ownersOf(most, 'lille')).toEqual(['Zone B']);
    const many = [...most, at('Zone A', 48.1, -1.7), at('Zone A', 48.1, -1.7), at('Zone C', 48.1, -1.7)];
    expect(ownersOf(many, 'rennes')).toEqual(['Zone A']);
  });

  it('takes the rest of its region with it only when the region is one territory’s', () => {
    expect(ownersOf([at('Zone A', 48.11, -1.68)], 'brest')).toEqual(['Zone A']);
    const shared = [at('Zone A', 48.11, -1.68), at('Zone B', 47.66, -2.76)];
    expect(ownersOf(shared, 'rennes')).toEqual(['Zone A']);
    expect(ownersOf(shared, 'brest')).toEqual([]);
  });

  it('is a country abroad, near or far, without any coordinates', () => {
    const abroad = [
      at('Zone A', null, null, 'BE'),
      at('Zone B', 50.85, 4.35, 'BE'),
      at('Zone B', null, null, 'BE'),
      at('Zone C', null, null, 'US'),
    ];
    expect(ownersOf(abroad, 'brussels')).toEqual(['Zone B']);
    expect(ownersOf(abroad, 'newYork')).toEqual(['Zone C']);
    expect(ownersOf(abroad, 'lille')).toEqual([]);
  });

  it('draws nothing for sites in France that nobody placed, nor for a country that is on no map', () => {
    const sites = [at('Zone A', null, null), at('Zone A', 48.11, null), at('Zone B', null, null, 'ZZ')];
    const { collection, without, depths } = territoryShapes(territories, sites, null, resources);
    expect(collection.features).toEqual([]);
    expect(without).toEqual(['Zone B', 'Zone A', 'Zone C']);
    expect(depths).toBe(1);
    expect(territoryShapes([], [], null, resources)).toMatchObject({ without: [], depths: 0 });
  });
});

describe('kinds of site', () => {
  it('come with the most numerous first, then by name, those without one among them', () => {
    const site = (kind: string | null): NetworkSite => ({
      id: '',
      name: '',
      code: '',
      city: null,
      country: 'FR',
      lat: null,
      lon: null,
      accuracy: null,
      kind,
      territoryId: null,
      headcount: 100,
      active: 1,
      target: 1,
      initiatives: 0,
      lastActivity: null,
    });
    const order = (...kinds: (string | null)[]): unknown[] =>
      coverageByKind(kinds.map(site)).map(({ kind, figures }) => [kind, figures.sites]);
    const sorted = [
      ['usine', 3],
      [null, 2],
      ['agence', 2],
      ['siège', 1],
    ];
    const kinds = ['agence', null, 'usine', 'siège', 'usine', 'agence', null, 'usine'];
    expect(order(...kinds)).toEqual(sorted);
    expect(order(...kinds.toReversed())).toEqual(sorted);
  });
});
