/** Units and kinds of territory in the language of what shows them, and no unit twice. */
import { expect, it } from 'vitest';
import { unitIn, withUnit } from '#shared/base/units.ts';
import { territoryKindIn } from '#shared/territories/kind-words.ts';

it('says an everyday unit in the language asked, and leaves any other as it was typed', () => {
  expect(unitIn('people', 'fr')).toBe('personnes');
  expect(unitIn('personnes', 'en')).toBe('people');
  expect(unitIn('Hours', 'fr')).toBe('heures');
  expect(unitIn('kgCO2e', 'fr')).toBe('kgCO2e');
  expect(unitIn('', 'en')).toBe('');
});

it('names a unit once', () => {
  expect(withUnit('Déchets évités', 'kg', 'fr')).toBe('Déchets évités (kg)');
  expect(withUnit('Déchets évités (kg)', 'kg', 'fr')).toBe('Déchets évités (kg)');
  expect(withUnit('Heures de bénévolat', 'heures', 'fr')).toBe('Heures de bénévolat');
  expect(withUnit('Volunteering', 'heures', 'en')).toBe('Volunteering (hours)');
  expect(withUnit('Budget', '€', 'fr')).toBe('Budget (€)');
  expect(withUnit('Budget (€)', '€', 'fr')).toBe('Budget (€)');
  expect(withUnit('Ateliers', '', 'fr')).toBe('Ateliers');
});

it('shows no raw kind of territory', () => {
  expect(territoryKindIn('region', 'fr')).toBe('région');
  expect(territoryKindIn('Région', 'en')).toBe('region');
  expect(territoryKindIn('Bassin', 'en')).toBe('Bassin');
});
