/** Workbooks: cells typed, texts never formulas and given back whole by the import, a package that its own reader accepts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReportCell, ReportColumn } from '#shared/reports/contract.ts';
import { unprotectCell } from '#shared/import/csv-safety.ts';
import { sheetNames } from '../../electron/service/formats/xlsx/book-parts.ts';
import { columnLetters, dateSerial, sheetText } from '../../electron/service/formats/xlsx/cells.ts';
import { formBook } from '../../electron/service/formats/xlsx/form.ts';
import { writeWorkbook } from '../../electron/service/formats/xlsx/workbook.ts';
import { allRows } from '../../electron/service/sources/rows.ts';
import { openSource } from '../../electron/service/sources/source.ts';
import { officeFaultsOf } from '../helpers/office-judge.ts';
import { holds } from '../factories/properties.ts';

const folder = mkdtempSync(join(tmpdir(), 'maillage-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const column = (label: string, type: ReportColumn['type'], more: Partial<ReportColumn> = {}): ReportColumn => ({
  id: label,
  label,
  help: '',
  type,
  unit: null,
  decimals: null,
  terms: null,
  ...more,
});

async function workbook(
  columns: ReportColumn[],
  rows: ReportCell[][],
  total = rows.length,
  names = { sheet: 'Données', about: 'À lire' },
): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const sink = {
    size: () => size,
    write: async (bytes: Uint8Array | string) => {
      const piece = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
      pieces.push(Buffer.from(piece));
      size += piece.length;
    },
  };
  await writeWorkbook(
    sink,
    {
      sheet: names.sheet,
      columns,
      total,
      title: 'Essai <&>',
      now: '2026-11-24T10:00:00.000Z',
      about: { name: names.about, facts: [['Rapport', 'Essai']], header: ['Colonne'], rows: [['x']] },
    },
    (async function* () {
      yield rows;
    })(),
  );
  return Buffer.concat(pieces);
}

async function readBack(bytes: Buffer): Promise<unknown[][]> {
  const path = join(folder, 'lu.xlsx');
  writeFileSync(path, bytes);
  const source = await openSource(path, { encoding: null, delimiter: null, sheet: null, hiddenRows: false });
  const rows = (await allRows(source)).map((row) => row.cells);
  source.close();
  return rows;
}

describe('workbook', () => {
  it('types numbers, dates, yes and no, words; leaves what is missing out', async () => {
    const bytes = await workbook(
      [
        column('Texte', 'text'),
        column('Nombre', 'number', { decimals: 2 }),
        column('Jour', 'date'),
        column('Liste', 'enum', { terms: { a: 'Actif' } }),
        column('Oui', 'flag'),
        column('Vide', 'text'),
      ],
      [
        ['=1+1', 1234.5, '2026-12-31', 'a', true, null],
        ['0012', -3, '1850-01-01', 'b', false, ''],
      ],
    );
    const parts = unzipSync(bytes);
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<c r="B2" s="8"><v>1234.5</v></c>');
    expect(sheet).toContain(`<c r="C2" s="3"><v>${dateSerial('2026-12-31')}</v></c>`);
    expect(sheet).toContain('<c r="E2" t="b"><v>1</v></c>');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A1:F3"/>');
    expect(sheet).not.toContain('r="F2"');
    expect(await readBack(bytes)).toEqual([
      ['=1+1', 1234.5, '2026-12-31', 'Actif', true],
      ['0012', -3, '1850-01-01', 'b', false],
    ]);
  });

  it('writes a text that comes again once, whatever it holds, and stops where hardly one does', async () => {
    const rows = Array.from({ length: 6000 }, (_, at): ReportCell[] => [
      at % 2 === 0 ? 'Café & <thé>' : "'=1",
      `U${at}`,
      'x'.repeat(300),
      at % 3 === 0 ? 'a' : 'b',
    ]);
    const bytes = await workbook(
      [
        column('Répété', 'text'),
        column('Unique', 'text'),
        column('Long', 'text'),
        column('Liste', 'enum', { terms: { a: 'Actif' } }),
      ],
      rows,
    );
    const parts = unzipSync(bytes);
    const [sheet, texts] = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'].map((name) =>
      new TextDecoder().decode(parts[name]),
    );
    expect(texts?.match(/Café &amp; &lt;thé&gt;/g)).toHaveLength(1);
    // Named, not written again.
    expect(sheet).not.toContain('Café');
    expect(sheet?.match(/<c r="A\d+" s="2" t="s"><v>\d+<\/v><\/c>/g)).toHaveLength(6000);
    // Of texts of their own some thousands are tried, of long ones none.
    const kept = texts?.match(/<si>/g)?.length ?? 0;
    expect(kept).toBeGreaterThan(2000);
    expect(kept).toBeLessThan(2100);
    expect(texts).not.toContain('xxx');
    expect(sheet).toContain('<c r="B6001" s="2" t="inlineStr"><is><t>U5999</t></is></c>');
    const read = await readBack(bytes);
    expect(read).toHaveLength(6000);
    expect(read.at(-1)).toEqual(["''=1", 'U5999', 'x'.repeat(300), 'b']);
    expect(await officeFaultsOf(bytes, '.xlsx')).toEqual([]);
  });

  it('gives every text back', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('=1', "'=1", '_x0041_', '\r\n', '\u0001', ' a ', '👩‍🌾', '<b>&amp;', '\uFFFE'),
    );
    await holds(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (texts) => {
        const rows = await readBack(
          await workbook(
            [column('A', 'text'), ...texts.map((_text, index) => column(`T${index}`, 'text'))],
            [['1', ...texts]],
          ),
        );
        const read = (rows[0] ?? []).slice(1);
        expect(
          texts.map((_text, index) => (typeof read[index] === 'string' ? unprotectCell(read[index]) : '')),
        ).toEqual(texts);
      }),
      { runs: 40 },
    );
  });

  it('holds no text longer than a cell may be', async () => {
    const [row] = await readBack(
      await workbook(
        [column('A', 'text'), column('B', 'text')],
        [['é'.repeat(32_767), `${'a'.repeat(32_765)}👩${'b'.repeat(10)}`]],
      ),
    );
    expect(row?.map((text) => String(text).length)).toEqual([32_767, 32_766]);
    expect(String(row?.[1]).endsWith('a…')).toBe(true);
  });

  const hard = ['<&>"\' \u0007 \uD800 👩🏽‍🚒', '_x0041_ \uFFFE\r\n]]>', '=1+1', 'é'.repeat(40_000), ' '];

  it('is taken by Office whatever its texts and numbers are, with rows and without', async () => {
    const columns = [
      column('A', 'text'),
      column(hard[0] ?? '', 'number', { decimals: 6 }),
      column(hard[1] ?? '', 'date'),
      column(hard[3] ?? '', 'flag'),
      column('', 'number'),
    ];
    const numbers = [0, -1e-300, 1e300, Number.MIN_VALUE, 123456789.123456];
    const rows = hard.map((text, at): ReportCell[] => [text, numbers[at] ?? null, '2026-12-31', at % 2 === 0, at]);
    for (const body of [rows, []]) expect(await officeFaultsOf(await workbook(columns, body), '.xlsx')).toEqual([]);
  });

  it('names its sheets as Excel allows', async () => {
    expect(
      sheetNames(['Données', 'données', "'Été'", '[a]/b:c*?\\', '', 'x'.repeat(40), `${'y'.repeat(30)}👩`]),
    ).toEqual(['Données', 'données (2)', 'Été', 'a  b c', '5', 'x'.repeat(31), 'y'.repeat(30)]);
    const bytes = await workbook([column('A', 'text')], [['a']], 1, {
      sheet: 'Tout & <tout>: "x"',
      about: 'TOUT & <tout>  "x"',
    });
    expect(await officeFaultsOf(bytes, '.xlsx')).toEqual([]);
  });

  it('is taken by Office as a form with lists, dates and locked cells', async () => {
    const open = { width: 20, hidden: false, open: true, error: { title: 'Réponse', text: 'Choisir « & »' } };
    const bytes = await formBook({
      title: hard[0] ?? '',
      sheet: 'Réponses',
      columns: [
        { ...open, label: 'Id', hidden: true, open: false, type: 'text', choices: null, error: null },
        { ...open, label: 'Réponse', type: 'text', choices: ['Adoptée', 'Refusée & close'] },
        { ...open, label: 'Le', type: 'date', choices: null },
        { ...open, label: hard[3] ?? '', type: 'text', choices: null },
      ],
      rows: hard.map((text) => ['1', 'Adoptée', '2026-12-31', text]),
      help: { name: 'Mode d’emploi', lines: hard },
      now: '2026-11-24T10:00:00.000Z',
    });
    expect(await officeFaultsOf(bytes, '.xlsx')).toEqual([]);
    const empty = await formBook({
      title: '',
      sheet: '',
      columns: [{ ...open, label: 'Id', type: 'text', choices: null }],
      rows: [],
      help: { name: '', lines: [] },
      now: '2026-11-24T10:00:00.000Z',
    });
    expect(await officeFaultsOf(empty, '.xlsx')).toEqual([]);
  });

  it('is refused with its limits when it would not fit', async () => {
    await expect(workbook([column('A', 'text')], [], 1_048_576)).rejects.toMatchObject({
      code: 'sheet_too_long',
      details: { rows: 1_048_576, maxRows: 1_048_575 },
    });
    await expect(workbook([column('A', 'text')], [], 1_048_575)).resolves.toBeInstanceOf(Buffer);
  });

  it('counts days and letters as Excel does', () => {
    expect([dateSerial('1900-03-01'), dateSerial('2026-12-31'), dateSerial('1900-02-28'), dateSerial('x')]).toEqual([
      61,
      46387,
      null,
      null,
    ]);
    expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    expect(sheetText('_x0041_ & <\u0001>')).toBe('_x005F_x0041_ &amp; &lt;_x0001_&gt;');
  });
});
