/** No exported cell is a formula, and every text comes back exactly. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formulaStarts, isRisky, protectCell, skippedStarts, unprotectCell } from '#shared/import/csv-safety.ts';
import { holds } from '../factories/properties.ts';

const nastyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...formulaStarts, ...skippedStarts) },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('csv-safety', () => {
  test.each([
    '=1+1',
    '+33 6 12 34 56 78',
    '-1+cmd|x!A0',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\uFF1D1+1',
    '\uFF0B1',
    '\uFF0D1',
    '\uFF201',
    ' =1',
    '\u00A0=1',
    '\uFEFF=1',
    "'=1",
    '-',
    '-A1',
    '#N/A',
    ' #ref! ',
    "'#DIV/0!",
  ])('%j is protected', (text) => {
    expect(protectCell(text)).toBe(`'${text}`);
  });

  test.each([
    '',
    'Lyon',
    '01260',
    '-12',
    '-12,5',
    '-0.25',
    'a=b',
    "l'usine",
    "'90",
    'x-y',
    '1-2',
    '#titre',
    '#N/A ou rien',
  ])('%j is left as it is', (text) => {
    expect(protectCell(text)).toBe(text);
    expect(unprotectCell(text)).toBe(text);
  });

  test('every text comes back, and no protected cell starts a formula', () => {
    holds(
      fc.property(nastyText, (text) => {
        const cell = protectCell(text);
        expect(unprotectCell(cell)).toBe(text);
        expect(/^[=+@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell)).toBe(false);
        if (cell.startsWith('-')) expect(cell).toMatch(/^-\d[\d.,]*$/);
        expect(isRisky(cell)).toBe(isRisky(text));
      }),
      { runs: 2000 },
    );
  });
});
