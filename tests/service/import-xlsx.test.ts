/** Workbooks as people keep them: hidden rows and columns, merged cells, dates, errors; and those made to hurt. */
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inlineText as text, workbook } from '../factories/workbook.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

const path = (name = 'classeur.xlsx'): string => join(workspace.folder, name);

describe('workbooks', () => {
  it('give dates by their style, zeros by their format, rich texts and cached results', async () => {
    writeFileSync(
      path(),
      workbook(
        {
          Sites: {
            rows: `<row r="1">${text('A1', 'Code postal')}<c r="B1" t="s"><v>0</v></c>${text('C1', 'Ouverture')}${text('D1', 'Effectif')}${text('E1', 'Code')}</row><row r="2"><c r="A2" s="2"><v>1000</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>46022</v></c><c r="D2"><f>2*21</f><v>42</v></c>${text('E2', '007')}</row>`,
          },
        },
        ['<si><t>Nom</t></si>', '<si><r><t>Usine </t></r><r><t>de Bourg &amp; Cie</t></r></si>'],
      ),
    );
    const { proposals } = await workspace.call('imports.inspect', { path: path(), kind: 'sites' });
    await workspace.call('imports.commit', {
      path: path(),
      kind: 'sites',
      mapping: Object.fromEntries(proposals.map(({ column, field }) => [column, field])),
    });
    expect((await workspace.call('sites.list', {})).rows[0]).toMatchObject({
      name: 'Usine de Bourg & Cie',
      postcode: '01000',
      openedOn: '2025-12-31',
      headcount: 42,
      code: '007',
    });
  });

  it('leave hidden rows out and say so, fill merged cells downwards, name errors', async () => {
    writeFileSync(
      path(),
      workbook({
        Notes: { hidden: true, rows: `<row r="1">${text('A1', 'secret')}</row>` },
        Sites: {
          cols: '<cols><col min="3" max="3" hidden="1"/></cols>',
          rows: `<row r="1">${text('A1', 'Région')}${text('B1', 'Nom')}${text('C1', 'Effectif')}</row><row r="2">${text('A2', 'Ouest')}${text('B2', 'Un')}<c r="C2"><v>5</v></c></row><row r="3">${text('B3', 'Deux')}<c r="C3" t="e"><v>#N/A</v></c></row><row r="4" hidden="1">${text('B4', 'Trois')}</row>`,
          merges: ['A2:A3'],
        },
      }),
    );
    const inspection = await workspace.call('imports.inspect', { path: path(), kind: 'sites' });
    expect(inspection).toMatchObject({
      sheet: 'Sites',
      hiddenRows: 1,
      hiddenColumns: ['Effectif'],
      mergedCells: 1,
      sheets: [
        { name: 'Notes', hidden: true },
        { name: 'Sites', hidden: false },
      ],
    });
    expect(inspection.preview.map((row) => row.cells)).toEqual([
      ['Ouest', 'Un', 5],
      ['Ouest', 'Deux', '#N/A'],
    ]);
    const report = await workspace.call('imports.dryRun', {
      path: path(),
      kind: 'sites',
      mapping: { Nom: 'name', Effectif: 'headcount', Région: 'territory' },
      createMissing: true,
    });
    expect(report).toMatchObject({
      counts: { read: 2, created: 1, rejected: 1 },
      reasons: [{ reason: 'excelError', column: 'Effectif' }],
    });
    expect(
      (
        await workspace.call('imports.dryRun', {
          path: path(),
          kind: 'sites',
          mapping: { Nom: 'name' },
          hiddenRows: true,
        })
      ).counts.read,
    ).toBe(3);
  });

  it('refuse a formula whose result was never stored, and count hidden rows however their tag is written', async () => {
    writeFileSync(
      path(),
      workbook({
        F: {
          rows: `<row r="1">${text('A1', 'Nom')}${text('B1', 'Effectif')}</row><row r="2">${text('A2', 'Un')}<c r="B2"><f>2*21</f></c></row><row hidden="1" r="3">${text('A3', 'Deux')}</row><row r="4">${text('A4', 'Trois')}<c r="B4"><f>6*7</f><v>42</v></c></row>`,
        },
      }),
    );
    expect((await workspace.call('imports.inspect', { path: path(), kind: 'sites' })).hiddenRows).toBe(1);
    const report = await workspace.call('imports.dryRun', {
      path: path(),
      kind: 'sites',
      mapping: { Nom: 'name', Effectif: 'headcount' },
    });
    expect(report).toMatchObject({
      counts: { read: 2, created: 1, rejected: 1 },
      reasons: [{ reason: 'formulaUncomputed', column: 'Effectif' }],
    });
    expect(await workspace.call('imports.inspect', { path: path(), kind: 'sites', headerLine: 4 })).toMatchObject({
      headerLine: 4,
      columns: ['Trois', '42'],
      preview: [],
    });
  });

  it('count days from 1904 where the workbook does', async () => {
    writeFileSync(
      path(),
      workbook(
        {
          F: {
            rows: `<row r="1">${text('A1', 'Nom')}${text('B1', 'Ouverture')}</row><row r="2">${text('A2', 'Un')}<c r="B2" s="1"><v>44560</v></c></row>`,
          },
        },
        [],
        '<workbookPr date1904="1"/>',
      ),
    );
    expect((await workspace.call('imports.inspect', { path: path(), kind: 'sites' })).preview[0]?.cells[1]).toBe(
      '2025-12-31',
    );
  });

  it.each<[format: string, value: string, shown: string | number]>([
    ['0#" "##" "##" "##" "##', '612345678', '06 12 34 56 78'],
    ['0#\\ ##\\ ##\\ ##\\ ##', '145678901', '01 45 67 89 01'],
    ['+0', '33612345678', '+33612345678'],
    ['0000000000', '612345678', '0612345678'],
    ['"S-"0000', '12', 'S-0012'],
    ['000-000', '14', '000-014'],
    ['[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '2125550123', '(212) 555-0123'],
    ['[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '5550123', '555-0123'],
    ['"FR"0', '77', 'FR77'],
    ['00000;[Red]-00000', '1260', '01260'],
    ['0', '612345678', 612345678],
    ['#,##0', '1234', 1234],
    ['#\\ ##0', '1234567', 1234567],
    ['#\\ ##0.00" €"', '1234.5', 1234.5],
    ['0" kg"', '12', 12],
    ['0.00E+00', '12', 12],
    ['# ?/?', '12', 12],
    ['"€ "0', '12', 12],
    ['0%', '0.12', 12],
    ['General', '12', 12],
  ])('give what the format %s shows of %s, where it is a code: %s', async (format, value, shown) => {
    const rows = `<row r="1">${text('A1', 'Nom')}${text('B1', 'Code')}</row><row r="2">${text('A2', 'Un')}<c r="B2" s="2"><v>${value}</v></c></row>`;
    writeFileSync(path(), workbook({ F: { rows } }, [], '', [format]));
    expect((await workspace.call('imports.inspect', { path: path(), kind: 'sites' })).preview[0]?.cells[1]).toBe(shown);
  });

  it.each([
    ['46387', '2026-12-31'],
    ['46386.999999999', '2026-12-31'],
    ['46386.99999998842', '2026-12-31'],
    ['46386.99944444445', '2026-12-30T23:59:12'],
    ['46387.33333333334', '2026-12-31T08:00:00'],
  ])('take day %s for %s, to the second', async (value, shown) => {
    const rows = `<row r="1">${text('A1', 'Nom')}${text('B1', 'Ouverture')}</row><row r="2">${text('A2', 'Un')}<c r="B2" s="1"><v>${value}</v></c></row>`;
    writeFileSync(path(), workbook({ F: { rows } }));
    expect((await workspace.call('imports.inspect', { path: path(), kind: 'sites' })).preview[0]?.cells[1]).toBe(shown);
  });

  it('of another program are read as it shows them', async () => {
    // Made with LibreOffice 7.4: a title above the header, a merged region, a formula, a hidden row, an emoji of three signs.
    const file = join(import.meta.dirname, '../fixtures/workbooks/libreoffice-sites.xlsx');
    const inspection = await workspace.call('imports.inspect', { path: file, kind: 'sites' });
    expect(inspection).toMatchObject({ headerLine: 3, hiddenRows: 1, mergedCells: 1, hiddenColumns: [] });
    await workspace.call('imports.commit', {
      path: file,
      kind: 'sites',
      mapping: Object.fromEntries(inspection.proposals.map(({ column, field }) => [column, field])),
      createMissing: true,
    });
    expect((await workspace.call('sites.list', { sort: 'code' })).rows).toMatchObject([
      {
        code: '0042',
        name: 'Œuvre & Cie du Nord 👩‍🌾',
        postcode: '01000',
        territoryName: 'Ouest',
        openedOn: '2025-12-31',
        headcount: 42,
      },
      { code: '0043', name: 'Deux', postcode: '35000', territoryName: 'Ouest', openedOn: null, headcount: 7 },
    ]);
  });

  it('are read for what their XML says, however it is written', async () => {
    const sheet = `<?xml version="1.0"?><!-- <sheetData><row r="9"/></sheetData> --><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
      <x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>Nom</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Effectif</x:t></x:is></x:c></x:row>
      <x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t><![CDATA[Usine <A> & Cie]]></x:t></x:is></x:c><x:c r="B2"><!-- 7 --><x:v>4&#50;</x:v></x:c></x:row>
      <x:row><x:c r="A3" t="inlineStr"><x:is><x:r><x:t>Bou</x:t></x:r><x:rPh sb="0" eb="1"><x:t>phonétique</x:t></x:rPh><x:r><x:t xml:space="preserve">rg </x:t></x:r></x:is></x:c></x:row>
    </x:sheetData></x:worksheet>`;
    writeFileSync(
      path(),
      zipSync({ ...unzipSync(workbook({ F: { rows: '' } })), 'xl/worksheets/sheet1.xml': strToU8(sheet) }),
    );
    const { preview, columns } = await workspace.call('imports.inspect', { path: path(), kind: 'sites' });
    expect(columns).toEqual(['Nom', 'Effectif']);
    expect(preview).toEqual([
      { line: 2, cells: ['Usine <A> & Cie', 42] },
      { line: 3, cells: ['Bourg '] },
    ]);
  });
});

describe('files made to hurt', () => {
  const inspect = async (): Promise<string> =>
    (await workspace.refused('imports.inspect', { path: path(), kind: 'sites' })).code;

  it('a zip bomb is refused before it inflates', async () => {
    const row = `<row r="1">${text('A1', 'Nom')}</row>`;
    const parts = workbook({ F: { rows: row } });
    writeFileSync(path(), parts);
    expect((await workspace.call('imports.inspect', { path: path(), kind: 'sites' })).columns).toEqual(['Nom']);
    writeFileSync(
      path(),
      zipSync(
        { 'xl/workbook.xml': new Uint8Array(64 * 1024 * 1024), '[Content_Types].xml': strToU8('<Types/>') },
        { level: 9 },
      ),
    );
    const before = process.memoryUsage().rss;
    expect(await inspect()).toBe('archive_unsafe');
    expect(process.memoryUsage().rss - before).toBeLessThan(48 * 1024 * 1024);
  });

  it('texts and styles that would fill the memory are refused before they do', async () => {
    const row = `<row r="1">${text('A1', 'Nom')}</row>`;
    const mixed = (bytes: number): Uint8Array =>
      Uint8Array.from({ length: bytes }, (_, index) => 97 + (((index * index) >> 7) % 24));
    const endless = strToU8(`<sst><si><t>${Buffer.from(mixed(20_000_000)).toString()}`);
    for (const [part, bytes] of [
      ['xl/sharedStrings.xml', endless],
      ['xl/styles.xml', mixed(40_000_000)],
    ] as const) {
      const parts = unzipSync(workbook({ F: { rows: row } }));
      writeFileSync(path(), zipSync({ ...parts, [part]: bytes }, { level: 1 }));
      const before = process.memoryUsage().rss;
      expect(await inspect()).toBe('archive_unsafe');
      expect(process.memoryUsage().rss - before).toBeLessThan(160 * 1024 * 1024);
    }
  });

  it('a file of 500 MB is refused before it is read', async () => {
    writeFileSync(path(), 'Code;Nom\n');
    truncateSync(path(), 500 * 1024 * 1024);
    const failure = await workspace.refused('imports.inspect', { path: path(), kind: 'sites' });
    expect(failure).toMatchObject({ code: 'file_too_large', details: { what: 'bytes' } });
  });

  it('one endless line is bounded', async () => {
    writeFileSync(path(), `Code;Nom\nA;"${'x'.repeat(9_000_000)}`);
    const answer = await workspace
      .call('imports.dryRun', { path: path(), kind: 'sites', mapping: { Nom: 'name' } })
      .then(
        (report) => report.reasons.map((one) => one.reason).join(),
        (error: Error) => error.message,
      );
    expect(answer).toMatch(/quoteUnclosed|file_too_large/);
  });

  it('encrypted, old and foreign workbooks are named', async () => {
    for (const head of ['d0cf11e0a1b11ae1', '504b0304']) {
      writeFileSync(path(), Buffer.concat([Buffer.from(head, 'hex'), Buffer.alloc(600)]));
      expect(await inspect()).toBe('file_format');
    }
  });
});
