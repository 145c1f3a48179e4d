import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '#shared/import/cells.ts';
import { gatherCode, noCodeEvidence, parseCode, parsePostcode, settleCode } from '#shared/import/codes.ts';
import { parseCountry } from '#shared/import/countries.ts';
import { checkPlace, parseDegrees, parsePair } from '#shared/import/coordinates.ts';
import { gatherOrder, noOrderEvidence, parseDate, serialToDate, settleOrder } from '#shared/import/dates.ts';
import { parseEnum } from '#shared/import/enums.ts';
import { gatherDecimal, noDecimalEvidence, parseNumber, settleDecimal } from '#shared/import/numbers.ts';
import type { Outcome } from '#shared/import/outcome.ts';
import { isMissingMark, parseColour, parseEmail, parseLanguage, parseSdgs } from '#shared/import/texts.ts';
import { splitName } from '#shared/import/names.ts';
import { holds } from '../factories/properties.ts';

const value = <T>(outcome: Outcome<T>): T | string => (outcome.ok ? outcome.value : outcome.reason);
const note = <T>(outcome: Outcome<T>): string | undefined => (outcome.ok ? outcome.note : outcome.reason);

describe('numbers', () => {
  it.each([
    ['1 234,56', 1234.56],
    ['1 234.56', 1234.56],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1\u00a0234\u202f567,8', 1_234_567.8],
    ["1'234.50", 1234.5],
    ['12 %', 12],
    ['12,5%', 12.5],
    ['-3', -3],
    ['\u22123,5', -3.5],
    ['(5,00 €)', -5],
    ['€ 12', 12],
    ['12 EUR', 12],
    ['$1,234.50', 1234.5],
    ['1.234.567', 1_234_567],
    ['3.5E+4', 35_000],
    ['0,123', 0.123],
    ['0.123', 0.123],
    ['1234.567', 1234.567],
    [',5', 0.5],
    ['5,', 5],
    ['007', 7],
    ['8048.0', 8048],
    ['299.04', 299.04],
    ['- 12,50 €', -12.5],
  ])('reads %s', (text, expected) => expect(value(parseNumber(text, { decimal: null }))).toBe(expected));

  it.each([
    ['', 'notANumber'],
    ['abc', 'notANumber'],
    ['12 34', 'notANumber'],
    ['1.2.3', 'notANumber'],
    ['12 kg', 'unitUnknown'],
    ['--5', 'notANumber'],
    ['1,23,456', 'notANumber'],
    ['1.234', 'numberAmbiguous'],
    ['1,234', 'numberAmbiguous'],
    ['NaN', 'notANumber'],
    ['12/05', 'notANumber'],
  ])('refuses %s', (text, reason) => expect(value(parseNumber(text, { decimal: null }))).toBe(reason));

  it('lets the column decide what a lone mark means', () => {
    expect(value(parseNumber('1.234', { decimal: '.' }))).toBe(1.234);
    expect(value(parseNumber('1.234', { decimal: ',' }))).toBe(1234);
    expect(value(parseNumber('1,234', { decimal: ',' }))).toBe(1.234);
    expect(value(parseNumber('1.234', { decimal: null, neverGrouped: true }))).toBe(1.234);
    expect(value(parseNumber('7 h', { decimal: null, units: ['h'] }))).toBe(7);
  });

  it.each([
    [['1,5', '2,25', '1.234'], ';', ','],
    [['1.5', '1,234'], ';', '.'],
    [['1.234', '2.345'], ';', null],
    [['1.234', '2.345'], ',', '.'],
    [['1,5', '1.5'], ';', null],
    [['12', '13'], ';', null],
    [['1.234.567', '1.234'], ';', ','],
    [['1,234', '4,567'], ';', ','],
  ] as const)('settles the mark of %j', (cells, delimiter, mark) => {
    const evidence = noDecimalEvidence();
    for (const cell of cells) gatherDecimal(evidence, cell);
    expect(settleDecimal(evidence, delimiter)).toBe(mark);
  });

  it('reads back every amount written the French and the English way', () => {
    holds(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.constantFrom('fr-FR', 'en-US', 'de-DE', 'fr-CH'),
        (cents, locale) => {
          const amount = cents / 100;
          const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(amount);
          expect(value(parseNumber(text, { decimal: null }))).toBe(amount);
        },
      ),
      { runs: 300 },
    );
  });
});

describe('dates', () => {
  it.each([
    ['31/12/2026', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    ['31 déc. 2026', '2026-12-31'],
    ['1er mai 2026', '2026-05-01'],
    ['mardi 3 mars 2026', '2026-03-03'],
    ['3 mars 2026', '2026-03-03'],
    ['31-Dec-26', '2026-12-31'],
    ['December 31, 2026', '2026-12-31'],
    ['Mar 5, 2026', '2026-03-05'],
    ['31.12.2026', '2026-12-31'],
    ['2026/1/5', '2026-01-05'],
    ['20261231', '2026-12-31'],
    ['2026-12-31T23:30:00Z', '2026-12-31'],
    ['31/12/2026 14:05', '2026-12-31'],
    ['46387', '2026-12-31'],
    [46_387, '2026-12-31'],
    ['46387.5', '2026-12-31'],
    ['2008', '2008-01-01'],
    [2008, '2008-01-01'],
    ['12/2026', '2026-12-01'],
    ['2026-02', '2026-02-01'],
    ['août 2026', '2026-08-01'],
    ['29 février 2024', '2024-02-29'],
    ['05/04/69', '2069-04-05'],
    ['05/04/70', '1970-04-05'],
    ['lun. 31 août 2026', '2026-08-31'],
  ])('reads %s', (cell, expected) => expect(value(parseDate(cell, { order: 'dmy' }))).toBe(expected));

  it.each([
    ['31/02/2026', 'dateImpossible'],
    ['29/02/2026', 'dateImpossible'],
    ['2026-13-01', 'dateImpossible'],
    ['32/12/2026', 'dateImpossible'],
    ['demain', 'notADate'],
    ['12', 'notADate'],
    ['31/12/1326', 'dateOutOfRange'],
    ['', 'notADate'],
    ['T3 2026', 'notADate'],
  ])('refuses %s', (cell, reason) => expect(value(parseDate(cell, { order: 'dmy' }))).toBe(reason));

  it('follows the order that the column shows, and refuses what stays ambiguous', () => {
    const settled = (...cells: string[]): ReturnType<typeof settleOrder> => {
      const evidence = noOrderEvidence();
      for (const cell of cells) gatherOrder(evidence, cell);
      return settleOrder(evidence);
    };
    expect(settled('05/06/2026', '25/06/2026')).toEqual({ order: 'dmy' });
    expect(settled('05/06/2026', '06/25/2026')).toEqual({ order: 'mdy', note: 'dateOrderInferred' });
    expect(settled('05/06/2026')).toEqual({ order: 'dmy', note: 'dateOrderAssumed' });
    expect(settled('25/06/2026', '06/25/2026')).toEqual({ order: null });
    expect(value(parseDate('05/06/2026', { order: null }))).toBe('dateAmbiguous');
    expect(value(parseDate('05/06/2026', { order: 'mdy' }))).toBe('2026-05-06');
    expect(value(parseDate('06/25/2026', { order: null }))).toBe('2026-06-25');
  });

  it('takes a year or month alone by the edge asked for', () => {
    expect(value(parseDate('2026', { order: 'dmy', edge: 'end' }))).toBe('2026-12-31');
    expect(value(parseDate('02/2024', { order: 'dmy', edge: 'end' }))).toBe('2024-02-29');
  });

  it('knows both Excel calendars', () => {
    expect(value(serialToDate(1))).toBe('1900-01-01');
    expect(value(serialToDate(59))).toBe('1900-02-28');
    expect(value(serialToDate(61))).toBe('1900-03-01');
    expect(value(serialToDate(44_925, true))).toBe('2026-12-31');
    expect(note(serialToDate(60))).toBe('dateImpossible');
  });

  it('reads back every date in each written form', () => {
    const forms: ((date: Date) => string)[] = [
      (date) => new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC' }).format(date),
      (date) => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(date),
      (date) => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' }).format(date),
      (date) => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'medium', timeZone: 'UTC' }).format(date),
      (date) => new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(date),
      (date) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(date),
      (date) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(date),
      (date) => date.toISOString(),
      (date) => String(Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000)),
    ];
    holds(
      fc.property(
        fc.date({ min: new Date('1930-01-01'), max: new Date('2170-12-31'), noInvalidDate: true }),
        fc.nat(forms.length - 1),
        (at, form) => {
          const date = new Date(at.toISOString().slice(0, 10));
          expect(value(parseDate(forms[form]?.(date) ?? '', { order: 'dmy' }))).toBe(date.toISOString().slice(0, 10));
        },
      ),
      { runs: 400 },
    );
  });
});

describe('codes and postcodes', () => {
  it('keeps leading zeros and several codes in one cell', () => {
    const style = { stripDecimal: false, refuseRounded: false };
    expect(value(parseCode('0087313759', style))).toBe('0087313759');
    expect(value(parseCode('0087271494;0087001479', style))).toBe('0087271494;0087001479');
    expect(value(parseCode(87_313_759, style))).toBe('87313759');
    expect(value(parseCode('3.51816E+13', style))).toBe('codeScientific');
    expect(value(parseCode('3,51816E+13', style))).toBe('codeScientific');
  });

  it('sees codes that a spreadsheet damaged by looking at the whole column', () => {
    const evidence = noCodeEvidence();
    for (const cell of ['35181600000000', '40415200000000', '78617100000000', '']) gatherCode(evidence, cell);
    expect(settleCode(evidence)).toEqual({ stripDecimal: false, refuseRounded: true });
    expect(value(parseCode('35181600000000', settleCode(evidence)))).toBe('codeRounded');
    const sound = noCodeEvidence();
    for (const cell of ['35181612300014', '40415200000000', '78617145600021', '12345678900015'])
      gatherCode(sound, cell);
    expect(settleCode(sound).refuseRounded).toBe(false);
    const decimals = noCodeEvidence();
    for (const cell of ['87313759.0', '87481614.0']) gatherCode(decimals, cell);
    expect(parseCode('87313759.0', settleCode(decimals))).toEqual({
      ok: true,
      value: '87313759',
      note: 'codeDecimalStripped',
    });
  });

  it.each([
    ['1260.0', 'FR', '01260', 'postcodeRepaired'],
    ['1260', 'FR', '01260', 'postcodePadded'],
    [1260, 'FR', '01260', 'postcodePadded'],
    ['49100', 'FR', '49100', undefined],
    ['F-75001', 'FR', '75001', 'postcodeRepaired'],
    ['75 001', 'FR', '75001', 'postcodeRepaired'],
    ['81000.0', 'FR', '81000', 'postcodeRepaired'],
    ['1260', 'BE', '1260', undefined],
    ['1260.0', 'BE', '1260', 'codeDecimalStripped'],
    ['SW1A 1AA', 'GB', 'SW1A 1AA', undefined],
  ])('reads postcode %s in %s', (cell, country, expected, said) => {
    expect(parsePostcode(cell, country)).toEqual(
      said === undefined ? { ok: true, value: expected } : { ok: true, value: expected, note: said },
    );
  });
  it.each(['SW1A 1AA', '123', '123456', 'néant'])('refuses %s as a French postcode', (cell) =>
    expect(note(parsePostcode(cell, 'FR'))).toBe('postcodeInvalid'),
  );

  it.each([
    ['France', 'FR'],
    ['fr', 'FR'],
    ['FRA', 'FR'],
    ['Allemagne', 'DE'],
    ['Germany', 'DE'],
    ['Belgique', 'BE'],
    ['Royaume-Uni', 'GB'],
    ['UK', 'GB'],
    ['États-Unis', 'US'],
    ['Pays-Bas', 'NL'],
    ['Côte d’Ivoire', 'CI'],
    ['CH', 'CH'],
    ['QQ', 'countryUnknown'],
    ['Atlantide', 'countryUnknown'],
  ])('reads country %s', (cell, expected) => expect(value(parseCountry(cell))).toBe(expected));
});

describe('places', () => {
  it.each([
    '48.8566, 2.3522',
    '48,8566 ; 2,3522',
    '48,8566, 2,3522',
    '48,8566,2,3522',
    '(48.8566 2.3522)',
    '48.8566,2.3522',
    '48,8566 2,3522',
    'POINT(2.3522 48.8566)',
    '[48.8566, 2.3522]',
    '48.8566 N, 2.3522 E',
  ])('reads %s', (cell) => {
    expect(value(parsePair(cell, 'FR'))).toEqual({ lat: 48.8566, lon: 2.3522 });
  });
  it('reads degrees, minutes, seconds and the west', () => {
    expect(value(parseDegrees('48°51\'24"N'))).toBeCloseTo(48.856667, 5);
    expect(value(parseDegrees('1°33′ O'))).toBeCloseTo(-1.55, 5);
    expect(value(parseDegrees('2,3522'))).toBe(2.3522);
    expect(value(parsePair('47.5546432, -1.5244159', 'FR'))).toEqual({ lat: 47.5546432, lon: -1.5244159 });
  });
  it.each([
    [2.3522, 48.8566, 'FR', 'coordinatesSwapped'],
    [2.3522, 48.8566, null, 'coordinatesSwapped'],
    [55.45, -20.88, 'FR', 'coordinatesSwapped'],
    [652_000, 6_862_000, 'FR', 'coordinatesLambert93'],
    [6_862_000, 652_000, 'FR', 'coordinatesLambert93'],
    [261_848, 6_250_566, 'FR', 'coordinatesLambert93'],
    [6_250_566, -61_848, 'FR', 'coordinatesWebMercator'],
    [0, 0, 'FR', 'coordinatesNull'],
    [91, 2, 'FR', 'coordinatesOutOfRange'],
    [120, 48, 'JP', 'coordinatesSwapped'],
    [448_251, 5_411_932, 'FR', 'coordinatesProjected'],
  ])('refuses %d, %d in %s', (lat, lon, country, reason) => expect(value(checkPlace(lat, lon, country))).toBe(reason));
  it('keeps overseas places and says when a place lies outside its country', () => {
    expect(checkPlace(-21.05, 55.26, 'FR')).toEqual({ ok: true, value: { lat: -21.05, lon: 55.26 } });
    expect(note(checkPlace(52.52, 13.4, 'FR'))).toBe('outsideCountry');
    expect(note(checkPlace(40.71, -74, 'US'))).toBeUndefined();
  });
  it.each(['Paris', '48.85', '', '1,2,3', '48.85;'])('refuses the text %j', (cell) =>
    expect(value(parsePair(cell, 'FR'))).toBe('coordinatesUnreadable'),
  );
});

describe('closed lists', () => {
  it.each([
    ['Formé(e)', 'stage', 'trained'],
    ['formées', 'stage', 'trained'],
    ['ACTIVE', 'stage', 'active'],
    ['2 - Contacté', 'stage', 'contacted'],
    ['En pause', 'stage', 'paused'],
    ['d’accord', 'stage', 'agreed'],
    ['Engagé spontané', 'profile', 'spontaneous'],
    ['Engagée spontanée', 'profile', 'spontaneous'],
    ['Manager de proximité', 'profile', 'local_manager'],
    ['local_manager', 'profile', 'local_manager'],
    ['communicant·e naturel·le', 'profile', 'notInList'],
    ['Appel à volontaires', 'channel', 'volunteer_call'],
    ['Nommée', 'channel', 'appointed'],
    ['en-cours', 'initiativeStatus', 'running'],
    ['Terminée', 'initiativeStatus', 'done'],
    ['Idée', 'initiativeStatus', 'idea'],
    ['Annulé', 'initiativeStatus', 'abandoned'],
    ['Fermé', 'siteStatus', 'closed'],
    ['Estimée', 'provenance', 'estimated'],
    ['peut-être', 'stage', 'notInList'],
  ] as const)('%s as %s is %s', (cell, list, expected) => expect(value(parseEnum(cell, list))).toBe(expected));
});

describe('other texts', () => {
  it('reads addresses, colours, languages, goals, names', () => {
    expect(value(parseEmail('Marie Dupont <marie@exemple.fr>'))).toBe('marie@exemple.fr');
    expect(value(parseEmail('marie@exemple'))).toBe('notAnEmail');
    expect(value(parseColour('1f5c4d'))).toBe('#1F5C4D');
    expect(value(parseLanguage('Français'))).toBe('fr');
    expect(value(parseSdgs('ODD 12; ODD3 et 12'))).toEqual([3, 12]);
    expect(value(parseSdgs('Bonne santé et bien-être, Vie terrestre'))).toEqual([3, 15]);
    expect(value(parseSdgs('18'))).toBe('notASdg');
    expect(splitName('DUPONT-MARTIN Marie Anne')).toMatchObject({ firstName: 'Marie Anne', lastName: 'DUPONT-MARTIN' });
    expect(splitName('Mme Marie de La Tour')).toMatchObject({ firstName: 'Marie', lastName: 'de La Tour' });
    expect(splitName('Dupont, Marie')).toMatchObject({ firstName: 'Marie', lastName: 'Dupont' });
    expect(splitName('Cher')).toMatchObject({ firstName: '', lastName: 'Cher' });
    expect(isMissingMark('N.C.')).toBe(true);
    expect(cellText('\u200b Lyon\u00a0')).toBe('Lyon');
    expect(cellText(35_181_612_300_014)).toBe('35181612300014');
  });
});

it('never throws on any cell', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'0123456789.,;:/-+ E%€°NSEW()\'"\u00a0') }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant({ error: '#N/A' }),
  );
  holds(
    fc.property(cell, (any) => {
      for (const outcome of [
        parseNumber(any, { decimal: null }),
        parseNumber(any, { decimal: ',', units: ['h'] }),
        parseDate(any, { order: 'dmy' }),
        parseDate(any, { order: null, edge: 'end' }),
        parseCode(any, { stripDecimal: true, refuseRounded: true }),
        parsePostcode(any, 'FR'),
        parsePostcode(any, 'GB'),
        parseCountry(any),
        parseDegrees(any),
        parsePair(any, 'FR'),
        parsePair(any, null),
        parseEnum(any, 'stage'),
        parseEmail(any),
        parseColour(any),
        parseLanguage(any),
        parseSdgs(any),
      ]) {
        expect(typeof outcome.ok).toBe('boolean');
        if (outcome.ok && typeof outcome.value === 'number') expect(Number.isFinite(outcome.value)).toBe(true);
      }
      splitName(cellText(any));
    }),
    { runs: 500 },
  );
});
