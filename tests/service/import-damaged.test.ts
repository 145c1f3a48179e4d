/** Workbooks that are not what they say: archives that lie, XML cut off or made to hurt. Each is named, and nothing is written. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '#shared/base/result.ts';
import { limits } from '../../electron/service/sources/limits.ts';
import { inlineText, lie, workbook } from '../factories/workbook.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

const sheetPart = 'xl/worksheets/sheet1.xml';
const rows = `<row r="1">${inlineText('A1', 'Nom')}</row><row r="2">${inlineText('A2', 'Bourg')}</row>`;

function refusal(bytes: Uint8Array): Promise<Failure> {
  const path = join(workspace.folder, 'classeur.xlsx');
  writeFileSync(path, bytes);
  return workspace.refused('imports.inspect', { path, kind: 'sites' });
}

const withParts = (parts: Record<string, Uint8Array>): Uint8Array =>
  zipSync({ ...unzipSync(workbook({ F: { rows } })), ...parts }, { level: 1 });

const noisy = (bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, index) => 97 + (((index * index) >> 7) % 24));

describe('an archive', () => {
  it('that inflates more than it declares is stopped at what it declares', async () => {
    const part = Buffer.concat([strToU8('<worksheet><!-- '), noisy(30_000_000), strToU8(' --></worksheet>')]);
    const before = process.memoryUsage().rss;
    const failure = await refusal(lie(withParts({ [sheetPart]: part }), sheetPart, { inflated: 100_000 }));
    expect(failure).toMatchObject({ code: 'archive_unsafe', details: { entry: sheetPart, max: 100_000 } });
    // One piece of the inflater beyond it, no more.
    expect(Number(failure.details['size'])).toBeLessThan(100_000 + 65_536);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('that inflates less than it declares is no whole file', async () => {
    const failure = await refusal(lie(workbook({ F: { rows } }), sheetPart, { inflated: 100_000 }));
    expect(failure).toMatchObject({ code: 'file_format', details: { format: 'zip' } });
  });

  it('whose parts are together too large, too many or too dense is refused by its directory', async () => {
    const total = Object.fromEntries(Array.from({ length: 130 }, (_, n) => [`xl/media/${n}.bin`, noisy(1000)]));
    let swollen = withParts(total);
    const most = limits.ratioFrom;
    expect(most * 130).toBeGreaterThan(limits.inflatedBytes);
    for (const name of Object.keys(total)) swollen = lie(swollen, name, { inflated: most });
    expect(await refusal(swollen)).toMatchObject({ code: 'archive_unsafe', details: { max: limits.inflatedBytes } });

    const many = Object.fromEntries(Array.from({ length: limits.zipEntries }, (_, n) => [`m/${n}`, new Uint8Array()]));
    expect(await refusal(withParts(many))).toMatchObject({ code: 'archive_unsafe' });

    const dense = withParts({ 'xl/media/1.bin': noisy(1000) });
    expect(await refusal(lie(dense, 'xl/media/1.bin', { inflated: limits.ratioFrom + 1 }))).toMatchObject({
      code: 'archive_unsafe',
      details: { entry: 'xl/media/1.bin' },
    });
  });

  it('that is locked is named', async () => {
    const failure = await refusal(lie(workbook({ F: { rows } }), sheetPart, { encrypted: true }));
    expect(failure).toMatchObject({ code: 'file_format', details: { format: 'encrypted' } });
  });

  it('cut off on its way is no archive', async () => {
    const whole = workbook({ F: { rows } });
    for (const end of [30, whole.length - 200, whole.length - 1])
      expect(await refusal(whole.subarray(0, end))).toMatchObject({ code: 'file_format' });
  });
});

describe('XML', () => {
  const damaged = async (xml: string): Promise<Failure> => refusal(withParts({ [sheetPart]: strToU8(xml) }));

  it('cut off, torn or with characters it cannot hold is told by part, line and column', async () => {
    const head = '<?xml version="1.0"?>\n<worksheet>\n<sheetData>';
    for (const [text, line] of [
      [`${head}\n<row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row>`, 4],
      [`${head}\n<row r="1"><c></row>`, 4],
      [`${head}\n<row r="1"><c r="A1"><v>&nbsp;</v></c></row></sheetData></worksheet>`, 4],
      [`${head}\n\n<row r="1"><c r="A1"><v>\u0001</v></c></row></sheetData></worksheet>`, 5],
    ] as const) {
      expect(await damaged(text)).toMatchObject({ code: 'workbook_damaged', details: { part: sheetPart, line } });
    }
  });

  it('is refused whole even when only its end is damaged: no row of it is taken in', async () => {
    const many = Array.from({ length: 3000 }, (_, n) => `<row>${inlineText(`A${n + 1}`, `Nom ${n}`)}</row>`).join('\n');
    const path = join(workspace.folder, 'classeur.xlsx');
    writeFileSync(path, withParts({ [sheetPart]: strToU8(`<worksheet><sheetData>${many}</sheetData>\n</worksheet`) }));
    const failure = await workspace.refused('imports.commit', { path, kind: 'sites', mapping: { 'Nom 0': 'name' } });
    expect(failure).toMatchObject({ code: 'workbook_damaged', details: { line: 3001 } });
    expect((await workspace.call('sites.list', {})).total).toBe(0);
  });

  it('with entities of its own expands none of them', async () => {
    const laughs = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const failure = await damaged(
      `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]><worksheet><sheetData><row><c t="inlineStr"><is><t>&l12;</t></is></c></row></sheetData></worksheet>`,
    );
    expect(failure).toMatchObject({ code: 'workbook_damaged', details: { part: sheetPart } });
  });

  it('of one text, one tag or merged areas without end is refused before it fills the memory', async () => {
    const endless = Buffer.from(noisy(limits.recordLength + 1_000_000)).toString('latin1');
    for (const xml of [
      `<worksheet><sheetData><row><c t="inlineStr"><is><t>${endless}`,
      `<worksheet><sheetData><row a="${endless}`,
      `<worksheet><sheetData>${rows}</sheetData><mergeCells>${'<mergeCell ref="A1:A2"/>'.repeat(limits.merges + 1)}</mergeCells></worksheet>`,
    ])
      expect(await damaged(xml)).toMatchObject({ code: 'archive_unsafe' });
  });

  it('with merged areas over every row on top of one another is read in good time', async () => {
    const lines = Array.from({ length: 2000 }, (_, n) => `<row>${inlineText(`A${n + 1}`, `Nom ${n}`)}</row>`).join('');
    const merges = '<mergeCell ref="A1:A2000"/>'.repeat(50_000);
    const path = join(workspace.folder, 'classeur.xlsx');
    writeFileSync(
      path,
      withParts({
        [sheetPart]: strToU8(
          `<worksheet><sheetData>${lines}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
        ),
      }),
    );
    const begin = performance.now();
    await workspace.call('imports.dryRun', { path, kind: 'sites', mapping: { 'Nom 0': 'name' } });
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});

describe('a cell longer than a spreadsheet keeps', () => {
  const mapping = { Code: 'code', Nom: 'name', Ouverture: 'openedOn', Effectif: 'headcount' };
  // Each slow on a pattern of its own when nothing bounds it.
  const long = ['a'.repeat(650_000), `x${' '.repeat(650_000)}x`, `1${'0'.repeat(650_000)}x`];
  const judged = async (path: string): Promise<string[]> => {
    await workspace.call('imports.inspect', { path, kind: 'sites' });
    const report = await workspace.call('imports.commit', { path, kind: 'sites', mapping });
    expect(report.counts).toMatchObject({ read: 4, created: 1, rejected: 3 });
    const { rows: rejected } = await workspace.call('imports.outcomes', { planId: report.planId, status: 'rejected' });
    expect(rejected.every((row) => row.problems.every(({ value }) => value.length <= 200))).toBe(true);
    return rejected.map((row) => `${row.line} ${row.problems[0]?.column} ${row.problems[0]?.reason}`);
  };
  const expected = ['2 Nom cellTooLong', '3 Ouverture cellTooLong', '4 Effectif cellTooLong'];

  it('is refused by name in a workbook and in a CSV, in good time; where it is not read it keeps nothing out', async () => {
    const begin = process.cpuUsage().user;
    const [one = '', two = '', three = ''] = long;
    const lines = [
      ['Code', 'Nom', 'Ouverture', 'Effectif', 'Divers'],
      ['A', one, '2026-01-01', '1', ''],
      ['B', 'Deux', two, '1', ''],
      ['C', 'Trois', '2026-01-01', three, ''],
      ['D', 'Quatre', '2026-01-01', '1', one],
    ];
    const csv = join(workspace.folder, 'long.csv');
    writeFileSync(csv, lines.map((cells) => cells.join(';')).join('\n'));
    expect(await judged(csv)).toEqual(expected);
    await workspace.call('history.undo', {});
    const xlsx = join(workspace.folder, 'long.xlsx');
    writeFileSync(
      xlsx,
      workbook({
        F: {
          rows: lines
            .map(
              (cells, at) =>
                `<row r="${at + 1}">${cells.map((cell, n) => inlineText(`${'ABCDE'[n]}${at + 1}`, cell)).join('')}</row>`,
            )
            .join(''),
        },
      }),
    );
    expect(await judged(xlsx)).toEqual(expected);
    expect((process.cpuUsage().user - begin) / 1000).toBeLessThan(8000);
  }, 120_000);
});
