/** Names of files as those who receive them read them, and as every file system takes them. */
import { expect, it } from 'vitest';
import { plainFileName } from '#shared/base/file-names.ts';

it('keeps words, accents and apostrophes', () => {
  expect(plainFileName('Réponses - Défi mobilité - Île-de-France', 'x')).toBe(
    'Réponses - Défi mobilité - Île-de-France',
  );
  expect(plainFileName('L’été : « tous à vélo ».xlsx', 'x')).toBe('L’été « tous à vélo ».xlsx');
});

it('leaves out what a file system refuses', () => {
  expect(plainFileName(' .Prix 2026/27: "Aurore" <bis>?\u0007. ', 'x')).toBe('Prix 2026 27 Aurore bis');
  expect(plainFileName('???', 'Maillage')).toBe('Maillage');
  expect(plainFileName('???.csv', 'Maillage')).toBe('Maillage.csv');
});

it('shortens the name, not its ending', () => {
  expect(plainFileName(`${'é'.repeat(300)}.geojson`, 'x')).toBe(`${'é'.repeat(100)}.geojson`);
});
