/** CSV cells: numbers without loss, dates and words by dialect, no formula, and SQLite's lines the same as ours byte for byte. */
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unprotectCell } from '#shared/import/csv-safety.ts';
import { readCsvText } from '#shared/import/csv-records.ts';
import { csvForms, csvHeader, csvLine, plainNumber } from '../../electron/service/formats/csv.ts';
import {
  addCsvFunctions,
  dateField,
  joinFields,
  numberField,
  termField,
  textField,
} from '../../electron/service/engines/reporting/csv-sql.ts';
import { holds } from '../factories/properties.ts';

const column = (type: 'text' | 'number' | 'date' | 'enum' | 'flag', terms: Record<string, string> | null = null) => ({
  id: 'x',
  label: 'X',
  help: '',
  type,
  unit: null,
  decimals: null,
  terms,
});
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^['=+@\-;,"\n\r\t #a0é]{0,12}$/),
  fc.constantFrom('=1+1', "'=1", "''", '+33 6 12', '-12,5', '@x', '👩‍🌾 « œ »', '0012', '#N/A', '\u00a0=1', '\uff1d2'),
);
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100),
  fc.constantFrom(0, 0.1 + 0.2, 1e21, 1e-7, 123456789012345.6, -0.5, 1e15, 999999999999999),
);

describe('plain numbers', () => {
  it.each([
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-1.25e22, '-12500000000000000000000'],
    [0.1, '0.1'],
    [-3, '-3'],
    [Number.NaN, ''],
  ])('%s is written %s', (value, text) => {
    expect(plainNumber(value)).toBe(text);
  });
  it('lose nothing', () => {
    holds(
      fc.property(number, (value) => {
        const text = plainNumber(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('lines', () => {
  it('speak French to Excel and the contract to machines', () => {
    const columns = [
      column('text'),
      column('number'),
      column('date'),
      column('enum', { active: 'Actif' }),
      column('flag'),
      column('number'),
    ];
    const cells = ['=SOMME(A1;A2)', -1234.5, '2026-12-31', 'active', true, null];
    expect(csvLine(cells, columns, csvForms['excel-fr'])).toBe(`"'=SOMME(A1;A2)";-1234,5;31/12/2026;Actif;oui;\r\n`);
    expect(csvLine(cells, columns, csvForms.machine)).toBe(`'=SOMME(A1;A2),-1234.5,2026-12-31,active,true,\n`);
    expect(csvHeader([{ ...column('text'), id: 'siteCode', label: 'Code du site' }], csvForms['excel-fr'])).toBe(
      '\uFEFFCode du site\r\n',
    );
    expect(csvHeader([{ ...column('text'), id: 'siteCode', label: 'Code du site' }], csvForms.machine)).toBe(
      'siteCode\n',
    );
  });

  it('give every text back, and never begin a cell with a formula', () => {
    holds(
      fc.property(
        fc.array(nasty, { minLength: 2, maxLength: 5 }),
        fc.constantFrom('excel-fr' as const, 'machine' as const),
        (texts, dialect) => {
          const form = csvForms[dialect];
          const line = csvLine(
            texts,
            texts.map(() => column('text')),
            form,
          );
          const [record] = readCsvText(line, { delimiter: form.delimiter, newline: '\n' });
          expect((record?.cells ?? texts.map(() => '')).map(unprotectCell)).toEqual(texts);
          for (const cell of record?.cells ?? []) expect(cell).not.toMatch(/^[=+@\t\r\n]|^-(?!\d[\d.,]*$)/);
        },
      ),
      { runs: 500 },
    );
  });

  it('come out of SQLite as they come out of here', () => {
    const db = new Database(':memory:');
    addCsvFunctions(db);
    db.exec('create table t (a text, b real, c text, d text) strict');
    const insert = db.prepare('insert into t values (?, ?, ?, ?)');
    const terms = { measured: 'Mesurée', declared: 'Dé;clarée' };
    const columns = [column('text'), column('number'), column('date'), column('enum', terms)];
    holds(
      fc.property(
        fc.option(
          nasty.filter(
            (text) =>
              !text.includes('\u0000') && !/[\uD800-\uDFFF]/.test(text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '')),
          ),
        ),
        fc.option(number),
        fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
        fc.constantFrom('measured', 'declared'),
        (a, b, at, d) => {
          const c = at.toISOString().slice(0, 10);
          db.exec('delete from t');
          insert.run(a, b, c, d);
          for (const form of Object.values(csvForms)) {
            const line = db
              .prepare(
                `select ${joinFields([textField('a', form), numberField('b', form), dateField('c', form), termField('d', terms, form)], form)} from t`,
              )
              .pluck()
              .get() as string;
            expect(line + form.newline).toBe(csvLine([a, b, c, d], columns, form));
          }
        },
      ),
      { runs: 1000 },
    );
    db.close();
  });
});
