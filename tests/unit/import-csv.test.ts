import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnNames, delimiters, detectShape } from '#shared/import/csv-dialect.ts';
import { createCsvReader, formatCsvRecord, longestQuotedField, readCsvText } from '#shared/import/csv-records.ts';
import { holds } from '../factories/properties.ts';

const semicolon = { delimiter: ';', newline: '\n' } as const;
const cellsOf = (text: string, delimiter = ';'): string[][] =>
  readCsvText(text, { delimiter, newline: '\n' }).map((record) => record.cells);

describe('records', () => {
  it('reads quotes, doubled quotes, quoted newlines and delimiters', () => {
    expect(cellsOf('a;b\r\n"x;1";"dit ""oui"""\r\n"deux\r\nlignes";z\n')).toEqual([
      ['a', 'b'],
      ['x;1', 'dit "oui"'],
      ['deux\r\nlignes', 'z'],
    ]);
    expect(cellsOf('5" de pouce;b')).toEqual([['5" de pouce', 'b']]);
    expect(cellsOf('"a"b;c')).toEqual([['ab', 'c']]);
    expect(cellsOf('"";x')).toEqual([['', 'x']]);
  });

  it('numbers each record by the physical line on which it starts', () => {
    const records = readCsvText('a\n\n"x\ny\nz"\nb\n', semicolon);
    expect(records.map((record) => [record.line, record.cells[0]])).toEqual([
      [1, 'a'],
      [3, 'x\ny\nz'],
      [6, 'b'],
    ]);
    expect(readCsvText('a\rb\r', { delimiter: ';', newline: '\r' }).map((record) => record.line)).toEqual([1, 2]);
  });

  it('loses one line, not the file, to a quote that never closes', () => {
    const records = readCsvText('a;b\n"ouvert;1\nc;d\n', semicolon);
    expect(records.map((record) => record.cells)).toEqual([
      ['a', 'b'],
      ['"ouvert', '1'],
      ['c', 'd'],
    ]);
    expect(records[1]?.unclosed).toBe(true);
  });

  it('gives up a quote that has not closed after a million characters, and goes on, without waiting for the end', () => {
    const reader = createCsvReader(semicolon);
    const line = `${'x'.repeat(99)}\n`;
    expect(reader.push('a;b\n1;"ouvert\n').map((record) => record.cells[0])).toEqual(['a']);
    expect(reader.push(line.repeat(longestQuotedField / 100 - 1))).toEqual([]);
    expect(reader.pending()).toBeGreaterThan(longestQuotedField - 200);
    const given = reader.push(line.repeat(2));
    expect(given[0]).toEqual({ line: 2, cells: ['1', '"ouvert'], unclosed: true });
    expect(given).toHaveLength(1 + longestQuotedField / 100 + 1);
    expect(given.at(-1)).toEqual({ line: 2 + longestQuotedField / 100 + 1, cells: ['x'.repeat(99)] });
    expect(reader.pending()).toBe(0);
    expect(reader.push('"c;d"\n').map((record) => record.cells)).toEqual([['c;d']]);
  });

  it('takes a quoted field of a million characters whole, and a longer one for two stray quotes', () => {
    const inside = (length: number): string => `${'x;'.repeat(length / 2 - 1)}\n;`;
    const [whole, tooLong] = [longestQuotedField, longestQuotedField + 2].map((length) =>
      readCsvText(`"${inside(length)}";b\nc;d\n`, semicolon),
    );
    expect(whole?.map((record) => [record.line, record.cells.map((cell) => cell.length)])).toEqual([
      [1, [longestQuotedField, 1]],
      [3, [1, 1]],
    ]);
    expect(tooLong?.[0]).toMatchObject({ line: 1, unclosed: true });
    expect(tooLong?.at(-1)?.cells).toEqual(['c', 'd']);
  });

  it('reads back any table in any dialect, whole or cut anywhere', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(';', ',', '\t', '|', '"', '\n', '\r\n', 'é', ' ', '#', 'a'), maxLength: 10 }),
    );
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    holds(
      fc.property(
        table,
        fc.constantFrom(...delimiters),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 7 }),
        (rows, delimiter, end, size) => {
          const kept = rows.filter((row) => row.length > 1 || row[0] !== '');
          const text = kept.map((row) => formatCsvRecord(row, delimiter) + end).join('');
          expect(cellsOf(text, delimiter)).toEqual(kept);
          const reader = createCsvReader({ delimiter, newline: '\n' });
          const pieces = [];
          for (let at = 0; at < text.length; at += size) pieces.push(...reader.push(text.slice(at, at + size)));
          pieces.push(...reader.end());
          expect(pieces.map((record) => record.cells)).toEqual(kept);
          const lines = text.split('\n');
          for (const record of pieces)
            expect(
              lines[record.line - 1]?.startsWith(
                formatCsvRecord(record.cells, delimiter).split('\n')[0]?.replace(/\r$/, '') ?? '',
              ),
            ).toBe(true);
        },
      ),
      { runs: 300 },
    );
  });

  it('never throws and never loses a line', () => {
    holds(
      fc.property(fc.string({ unit: fc.constantFrom('"', ';', '\n', '\r', 'a', ' ') }), (text) => {
        const records = readCsvText(text, semicolon);
        const lines = records.map((record) => record.line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
        detectShape(text, true);
      }),
      { runs: 300 },
    );
  });
});

describe('dialect', () => {
  it.each([
    ['nom;ville\nA, B;Lyon\nC, D;Paris\n', ';', 1],
    ['nom,ville\n"A; B",Lyon\nC;D,Paris\n', ',', 1],
    ['nom\tville\nA\tLyon\n', '\t', 1],
    ['nom|ville\nA|Lyon\n', '|', 1],
    ['nom;montant\nA;1,50\nB;2,75\nC;3,20\n', ';', 1],
    ['# export du 3, mars 2026\nnom;ville\nA;B\n', ';', 2],
    ['#fait à la main\n#deux lignes\nnom;ville;cp\nA;B;C\n', ';', 3],
    ['Liste des sites\n\nnom;ville;cp\nA;B;C\nD;E;F\n', ';', 3],
    ['Liste des sites;;\n;;\nnom;ville;cp\nA;B;C\n', ';', 3],
    [';nom;ville\n0;A;B\n', ';', 1],
    ['sep=|\nnom|ville\nA|B\n', '|', 2],
    ['nom\nA\nB\n', ';', 1],
    ['#id;nom;ville\n1;A;B\n2;C;D\n', ';', 1],
  ])('of %j', (text, delimiter, headerLine) => {
    expect(detectShape(text, true)).toEqual({ dialect: { delimiter, newline: '\n' }, headerLine });
  });

  it('is not misled by quoted newlines or ragged rows, and obeys the user', () => {
    const text = 'nom;note;ville\nA;"longue, très\nlongue; note";Lyon\nB;x\nC;y;Paris;\n';
    expect(detectShape(text, true).dialect.delimiter).toBe(';');
    expect(detectShape(text, true, ',').dialect.delimiter).toBe(',');
    expect(detectShape('a;b\rc;d\r', true).dialect).toEqual({ delimiter: ';', newline: '\r' });
  });

  it('names blank and repeated headers apart', () => {
    expect(columnNames(['', 'Nom', 'Nom', ' Nom ', ''])).toEqual(['#1', 'Nom', 'Nom (2)', 'Nom (3)', '#5']);
  });
});
