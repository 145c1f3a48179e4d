/** The gazetteer against places anybody can look up, and against the ways people write them. */
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate, type Place } from '../../electron/service/geo/gazetteer.ts';
import { holds } from '../factories/properties.ts';

const resources = resolve(import.meta.dirname, '../../resources');
const at = (postcode: string | null, city: string | null, country = 'FR'): Place | null =>
  locate({ postcode, city, country }, resources);

function near(place: Place | null, lat: number, lon: number, degrees = 0.06): boolean {
  return place !== null && Math.abs(place.lat - lat) < degrees && Math.abs(place.lon - lon) < degrees * 1.5;
}

describe('locate', () => {
  it.each([
    ['59000', 'Lille', 50.63, 3.06],
    ['35000', 'RENNES', 48.11, -1.68],
    ['13002', 'Marseille', 43.3, 5.37],
    ['75012', 'Paris', 48.84, 2.396],
    ['75116', 'Paris', 48.861, 2.27],
    ['69003', 'Lyon', 45.753, 4.869],
    ['75000', 'Paris 20e', 48.864, 2.401],
    ['69008', 'LYON 8EME', 45.734, 4.87],
    ['93200', 'St Denis', 48.935, 2.354],
    ['97400', 'Saint-Denis', -20.88, 55.45],
    ['42000', 'ST ETIENNE', 45.43, 4.39],
    ['42029', 'Saint-Étienne Cedex 1', 45.43, 4.39],
    ['92042', 'Paris la Défense CEDEX', 48.84, 2.25],
    ['20000', 'Ajaccio', 41.92, 8.74],
    ['72000', 'Le Mans', 48.0, 0.2],
    ['1000', 'Bourg-en-Bresse', 46.2, 5.22],
    ['97200', 'Fort-de-France', 14.6, -61.07],
    ['97600', 'Mamoudzou', -12.78, 45.23],
    ['91000', 'Évry', 48.63, 2.44],
    ['50100', 'Cherbourg', 49.64, -1.62],
    ['71100', 'Chalon s/ Saône', 46.78, 4.85],
    [null, 'Lille', 50.63, 3.06],
    [null, 'Marseille', 43.3, 5.37],
  ])('knows %s %s', (postcode, city, lat, lon) => {
    const place = at(postcode, city);
    expect(place).not.toBeNull();
    expect(near(place, lat, lon, city.includes('Défense') ? 0.2 : 0.06)).toBe(true);
  });

  it.each([
    ['BE', 'Bruxelles', 50.85, 4.35],
    ['BE', 'Gent', 51.05, 3.72],
    ['DE', 'Cologne', 50.94, 6.96],
    ['DE', 'Frankfurt/Main', 50.11, 8.68],
    ['CH', 'Genève', 46.2, 6.15],
    ['IT', 'MILANO', 45.46, 9.19],
    ['ES', 'Valence', 39.47, -0.38],
    ['IE', 'Dublin 2', 53.33, -6.25],
    ['RE', 'Saint-Denis', -20.88, 55.45],
  ])('knows %s %s abroad', (country, city, lat, lon) => {
    expect(near(at(null, city, country), lat, lon)).toBe(true);
  });

  it('says so when only the department is known', () => {
    const unknownTown = at('35999', 'Zone industrielle nord');
    expect(unknownTown).toMatchObject({ accuracy: 'department', matchedName: 'Ille-et-Vilaine' });
    expect(near(unknownTown, 48.15, -1.64, 0.2)).toBe(true);
    expect(at('59000', 'Lille')?.accuracy).toBe('commune');
    expect(at('46200', 'Souillac')?.accuracy).toBe('commune');
  });

  it('keeps towns of one name apart, and guesses none without a postcode', () => {
    expect(near(at('93400', 'Saint-Ouen'), 48.91, 2.33)).toBe(true);
    expect(near(at('41100', 'Saint-Ouen'), 47.81, 1.08)).toBe(true);
    expect(at(null, 'Saint-Denis')).toBeNull();
    expect(at(null, 'Valence', 'FR')?.lat).toBeCloseTo(44.93, 1);
  });

  it('knows nothing of what does not exist', () => {
    expect(at(null, null)).toBeNull();
    expect(at('', '')).toBeNull();
    expect(at('00000', '')).toBeNull();
    expect(at(null, 'Nulle-Part-sur-Rien')).toBeNull();
    expect(at('10115', 'Atlantis', 'DE')).toBeNull();
    expect(at('x', 'constructor', 'US')).toBeNull();
  });

  it('never answers 0,0 nor anything off the globe', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{5}$/));
    holds(
      fc.property(
        fc.option(text),
        fc.option(text),
        fc.constantFrom('FR', 'RE', 'BE', 'zz'),
        (postcode, city, country) => {
          const place = at(postcode, city, country);
          if (place === null) return true;
          return Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180 && (place.lat !== 0 || place.lon !== 0);
        },
      ),
    );
  });

  it('answers a hundred thousand times in a moment', () => {
    const start = performance.now();
    for (let index = 0; index < 100_000; index += 1)
      at(String(1000 + (index % 95_000)).padStart(5, '0'), index % 2 === 0 ? 'St-Étienne' : 'Lille');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
