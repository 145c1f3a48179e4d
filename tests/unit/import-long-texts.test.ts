/** No text of a file, however long or strange, keeps the import busy: every reader of a cell is quick on all of them. */
import { describe, expect, it } from 'vitest';
import { protectCell, unprotectCell } from '#shared/import/csv-safety.ts';
import { fold } from '#shared/base/fold.ts';
import { cellText, isBlank, isErrorText, unforced } from '#shared/import/cells.ts';
import { gatherCode, noCodeEvidence, parseCode, parsePostcode, splitCity } from '#shared/import/codes.ts';
import { parseCountry } from '#shared/import/countries.ts';
import { parseDegrees, parsePair } from '#shared/import/coordinates.ts';
import { columnNames, findHeaderRow } from '#shared/import/csv-dialect.ts';
import { gatherOrder, noOrderEvidence, parseDate } from '#shared/import/dates.ts';
import { parseEnum } from '#shared/import/enums.ts';
import { mendGarbled } from '#shared/import/garbled.ts';
import { gatherDecimal, noDecimalEvidence, parseNumber } from '#shared/import/numbers.ts';
import { proposeMapping } from '#shared/import/propose.ts';
import { isMissingMark, parseColour, parseEmail, parseLanguage, parseSdgs, parseText } from '#shared/import/texts.ts';
import { splitName } from '#shared/import/names.ts';

/** What reads a cell or a header, by name. */
const readers: Record<string, (text: string) => unknown> = {
  cellText,
  isBlank,
  isErrorText,
  unforced,
  fold,
  protectCell,
  unprotectCell,
  mendGarbled,
  isMissingMark,
  columnNames: (text) => columnNames([text]),
  findHeaderRow: (text) => findHeaderRow([[text, text]]),
  proposeHeader: (text) => proposeMapping('sites', [{ name: text, sample: [] }], []),
  proposeSample: (text) =>
    proposeMapping(
      'sites',
      ['Ouverture', 'Code postal', 'Latitude', 'Coordonnées', 'Effectif'].map((name) => ({ name, sample: [text] })),
      [],
    ),
  proposeColour: (text) => proposeMapping('territories', [{ name: 'Couleur', sample: [text] }], []),
  proposeAmount: (text) => proposeMapping('initiatives', [{ name: 'Montant', sample: [text] }], []),
  proposeEmail: (text) =>
    proposeMapping(
      'people',
      ['E-mail', 'Heures', 'Contact'].map((name) => ({ name, sample: [text] })),
      [],
    ),
  gatherCode: (text) => gatherCode(noCodeEvidence(), text),
  gatherOrder: (text) => gatherOrder(noOrderEvidence(), text),
  gatherDecimal: (text) => gatherDecimal(noDecimalEvidence(), text),
  parseCode: (text) => parseCode(text, { stripDecimal: true, refuseRounded: true }),
  parsePostcode: (text) => parsePostcode(text, 'FR'),
  parsePostcodeAbroad: (text) => parsePostcode(text, 'DE'),
  parseCountry,
  splitCity,
  parseDegrees,
  parsePair: (text) => parsePair(text, 'FR'),
  parseDate: (text) => parseDate(text, { order: null }),
  parseEnum: (text) => parseEnum(text, 'stage'),
  parseNumber: (text) => parseNumber(text, { decimal: null, units: ['h'] }),
  parseColour,
  parseEmail,
  parseLanguage,
  parseSdgs,
  parseText: (text) => parseText(text, 20_000),
  splitName,
};

// A head, something repeated, a tail: what patterns that go back on their steps are slow on.
const heads = [
  '',
  '1',
  '-1',
  'a',
  'F',
  "'",
  '="',
  '(',
  'POINT(1 ',
  'POINT',
  '1 ',
  '1°',
  'a@',
  '<',
  'é',
  '2024-01-01',
  'a,',
  '75001 ',
];
const units = [
  ' ',
  '\u00a0',
  '\t',
  '\n',
  '0',
  '1',
  'a',
  'e',
  'é',
  '.',
  ',',
  ';',
  '-',
  "'",
  '"',
  '(',
  ')',
  '<',
  '@',
  ' 1',
  '1 ',
  '1,',
  '.a',
  'a.',
  ' -',
  '- ',
  '1a',
  '/',
  '_',
  '°',
  '€',
  '\u200d',
  '\u200b',
  'Ã§',
  '👩',
  'ea',
  'Aa',
  ' \n',
  '1.',
  '_x',
];
const tails = ['', '!', '1'];

/** Long enough that a pattern which goes back over it for each of its letters takes a hundred times what one pass takes. */
const length = 8000;
const patience = 20;

/** The processor's time of one reading, the least of a few, so that another's work is not taken for ours. */
function milliseconds(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 3 && least > patience; n += 1) {
    const begin = process.cpuUsage().user;
    work();
    least = Math.min(least, (process.cpuUsage().user - begin) / 1000);
  }
  return least;
}

describe('long texts of whatever kind', () => {
  it.each(Object.entries(readers))('do not keep %s busy', (_name, read) => {
    const slow: string[] = [];
    for (const head of heads)
      for (const unit of units) {
        if (slow.length > 2) break;
        for (const tail of tails) {
          const text = head + unit.repeat(length / unit.length) + tail;
          const ms = milliseconds(() => read(text));
          if (ms > patience) slow.push(`${JSON.stringify([head, unit, tail])}: ${ms.toFixed(0)} ms`);
        }
      }
    expect(slow).toEqual([]);
  });
});
