/** Numbers, dates and lists as the page writes them: each language its own, one maker for each language. */
import { expect, it } from 'vitest';
import { formatFor } from '../../renderer/lib/format.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

it('writes each figure as the language does, whichever language was asked for first', () => {
  const [fr, en] = [formatFor('fr'), formatFor('en')];
  expect(plain(fr.number(1234.56, 1))).toBe('1 234,6');
  expect(en.number(1234.56, 1)).toBe('1,234.6');
  expect(fr.number(1234.56)).toBe(fr.number(1235));
  expect(plain(fr.percent(0.1234, 1))).toBe('12,3 %');
  expect(plain(fr.percent(0.1234))).toBe('12 %');
  expect(en.percent(0.5)).toBe('50%');
  expect([fr.date('2026-03-01'), fr.date('2026-03-01', 'long')]).toEqual(['01/03/2026', '1er mars 2026']);
  expect(en.date('2026-03-01', 'long')).toBe('1 March 2026');
  expect([fr.dateTime('2026-03-01T12:00:00'), en.dateTime('2026-03-01T12:00:00')]).toEqual([
    expect.stringMatching(/^1er mars 2026/),
    expect.stringMatching(/^1 Mar 2026/),
  ]);
  expect([fr.list(['a', 'b', 'c']), en.list(['a', 'b'])]).toEqual(['a, b et c', 'a and b']);
  expect([plain(fr.bytes(1500)), plain(en.bytes(12))]).toEqual(['1,5 ko', '12 B']);
});

it('shows what is missing as a dash, and no share of nothing', () => {
  const format = formatFor('fr');
  expect([format.number(null), format.percent(Number.NaN), format.date(''), format.dateTime(undefined)]).toEqual([
    '–',
    '–',
    '–',
    '–',
  ]);
  expect(format.number(0)).toBe('0');
});

it('makes one of each language: lists ask in every row', () => {
  expect(formatFor('fr')).toBe(formatFor('fr'));
  expect(formatFor('en')).not.toBe(formatFor('fr'));
});
