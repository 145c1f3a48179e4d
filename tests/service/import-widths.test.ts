/** Rows whose cells are too many or too few: never taken in under the wrong headers, given back whole, refused until corrected. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatCsvRecord, readCsvText } from '#shared/import/csv-records.ts';
import type { OutputOf } from '#shared/contract.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { holds } from '../factories/properties.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

type Tried = OutputOf<'imports.dryRun'>;

function file(content: string, name = 'fichier.csv'): string {
  const path = join(workspace.folder, name);
  writeFileSync(path, content);
  return path;
}

const mappings: Record<string, string> = {
  Code: 'code',
  Nom: 'name',
  Adresse: 'address',
  Ville: 'city',
  Type: 'kind',
  Notes: 'notes',
};

async function tried(path: string): Promise<Tried> {
  const { columns } = await workspace.call('imports.inspect', { path, kind: 'sites' });
  const mapping = Object.fromEntries(
    columns.flatMap((name) => (mappings[name] === undefined ? [] : [[name, mappings[name]]])),
  );
  return workspace.call('imports.dryRun', { path, kind: 'sites', mapping });
}

const refusedIn = async ({ planId }: Tried): Promise<(string | number)[][]> =>
  (await workspace.call('imports.outcomes', { planId, status: 'rejected' })).rows.map(({ line, problems }) => [
    line,
    problems[0]?.reason ?? '',
  ]);

async function rejectsOf({ planId }: Tried, name = 'rejets.csv'): Promise<string> {
  const path = join(workspace.folder, name);
  await workspace.call('imports.saveRejects', { planId, outPath: path });
  return path;
}

/** What a spreadsheet makes of a CSV file: every row as wide as the widest. */
function savedBySpreadsheet(path: string, delimiter: string): string {
  const records = readCsvText(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { delimiter, newline: '\n' });
  const width = Math.max(...records.map(({ cells }) => cells.length));
  return file(
    records
      .map(({ cells }) =>
        formatCsvRecord(
          Array.from({ length: width }, (_, at) => cells[at] ?? ''),
          delimiter,
        ),
      )
      .join('\r\n'),
    'tableur.csv',
  );
}

describe('a separator without quotes', () => {
  const surplus = 'Code,Nom,Ville,Type\nA1,Usine Alpha,Lyon, Vaise,Bureau\nA2,Usine Beta,Nantes,Usine\n';

  it('gives its row back with every cell, and refuses it until it is corrected', async () => {
    const first = await tried(file(surplus));
    expect(await refusedIn(first)).toEqual([[2, 'rowTooWide']]);
    const path = await rejectsOf(first);
    expect(readFileSync(path, 'utf8')).toContain('A1,Usine Alpha,Lyon,Vaise,Bureau,5 cellules pour 4 colonnes');
    for (const again of [path, savedBySpreadsheet(path, ',')]) {
      const second = await tried(again);
      expect(await refusedIn(second)).toEqual([[2, 'rowTooWide']]);
      expect(readFileSync(await rejectsOf(second, 'encore.csv'), 'utf8')).toBe(readFileSync(path, 'utf8'));
    }
    const corrected = file(readFileSync(path, 'utf8').replace('Lyon,Vaise', '"Lyon, Vaise"'), 'corrige.csv');
    expect((await tried(corrected)).counts).toMatchObject({ created: 1, rejected: 0 });
  });

  it('is seen in a workbook of rejects as well', async () => {
    const path = await rejectsOf(await tried(file(surplus)), 'rejets.xlsx');
    const { preview } = await workspace.call('imports.inspect', { path, kind: 'sites' });
    expect(preview[0]?.cells).toEqual(['A1', 'Usine Alpha', 'Lyon', 'Vaise', 'Bureau']);
    expect(await refusedIn(await tried(path))).toEqual([[2, 'raggedRow']]);
  });

  it('is not hidden by the blank at the end of its row', async () => {
    const report = await tried(
      file(
        'Code,Nom,Adresse,Ville,Notes\nA1,Usine Alpha,12, rue des Lilas,Lyon,\nA2,Usine Beta,5 rue Haute,Nantes,\nA3,Usine Gamma,7 rue Basse,Brest,\n',
      ),
    );
    expect(await refusedIn(report)).toEqual([[2, 'rowTooWide']]);
    expect(report.counts).toMatchObject({ created: 2 });
    expect(await refusedIn(await tried(await rejectsOf(report)))).toEqual([[2, 'rowTooWide']]);
  });

  it('all over the file is said once, of the file', async () => {
    const rows = Array.from({ length: 6 }, (_, n) => `A${n},Usine ${n},${n}, rue des Lilas,Lyon,`).join('\n');
    const report = await tried(file(`Code,Nom,Adresse,Ville,Notes\n${rows}\n`));
    expect(report.counts).toMatchObject({ read: 6, rejected: 6 });
    expect(report.reasons).toEqual([expect.objectContaining({ reason: 'rowsTooWide', column: null, count: 6 })]);
  });
});

describe('a row cut short', () => {
  it('is refused, and stays so in its file of rejects, as it is and as a spreadsheet saves it', async () => {
    const report = await tried(
      file(
        'Code;Nom;Ville;Type\nA1;Usine Alpha Lyon;Bureau\nA2;Usine Beta;Nantes;\nA3;Usine Gamma;Brest;Usine\nA4;Usine Delta;Metz;\n',
      ),
    );
    expect(await refusedIn(report)).toEqual([[2, 'rowTooNarrow']]);
    const path = await rejectsOf(report);
    expect(readFileSync(path, 'utf8')).toContain('A1;Usine Alpha Lyon;Bureau;3 cellules pour 4 colonnes');
    for (const again of [path, savedBySpreadsheet(path, ';')])
      expect(await refusedIn(await tried(again))).toEqual([[2, 'rowTooNarrow']]);
    const corrected = file(readFileSync(path, 'utf8').replace('Alpha Lyon', 'Alpha;Lyon'), 'corrige.csv');
    expect((await tried(corrected)).counts).toMatchObject({ created: 1, rejected: 0 });
  });

  it('is taken, and told, where the file leaves blanks out at the end of its rows', async () => {
    const report = await tried(file('Code;Nom;Ville\nA1;Un\nA2;Deux\nA3;Trois;Brest\n'));
    expect(report.counts).toMatchObject({ created: 3 });
    expect(report.notes).toContainEqual(expect.objectContaining({ note: 'rowsFilled', count: 2, lines: [2, 3] }));
  });

  it('is taken where a spreadsheet leaves them out from some row on', async () => {
    const full = Array.from({ length: 40 }, (_, n) => `A${n};Site ${n};`).join('\n');
    const short = Array.from({ length: 16 }, (_, n) => `B${n};Site ${n}`).join('\n');
    expect((await tried(file(`Code;Nom;Ville\n${full}\n${short}\n`))).counts).toMatchObject({ created: 56 });
  });
});

describe('a file of rejects whose reasons someone took out', () => {
  const header = 'Code;Nom;Ville;Type;Raison du rejet\n';
  it('refuses its rows of another width all the same, most of them or not', async () => {
    expect(
      await refusedIn(await tried(file(`${header}A1;Usine Alpha Lyon;Bureau\nA2;Usine Beta Metz;Usine\n`))),
    ).toEqual([
      [2, 'rowTooNarrow'],
      [3, 'rowTooNarrow'],
    ]);
  });

  it('gives every cell back once more', async () => {
    const report = await tried(file(`${header}A1;Usine Alpha;Lyon;Vaise;Bureau;Grand\nA2;Usine Beta;Metz;Usine;\n`));
    expect(await refusedIn(report)).toEqual([[2, 'rowTooWide']]);
    expect(readFileSync(await rejectsOf(report), 'utf8')).toContain('A1;Usine Alpha;Lyon;Vaise;Bureau;Grand;');
  });
});

describe('separators at the end', () => {
  it('of every row, or of the header alone, move nothing', async () => {
    const rows = (end: string): string =>
      ['A1;Un;Brest', 'A2;Deux;Metz', 'A3;Trois;'].map((row) => row + end).join('\n');
    for (const text of [`Code;Nom;Ville\n${rows(';')}\n`, `Code;Nom;Ville;;\n${rows('')}\n`]) {
      const report = await tried(file(text));
      expect(report.counts).toMatchObject({ created: 3, rejected: 0 });
    }
  });
});

it('a quote that never closes stays refused in the file of rejects until it is closed', async () => {
  const report = await tried(file('Code;Nom;Ville\nA1;"Usine Alpha;Lyon\nA2;Usine Beta;Nantes\nA3;Usine Gamma;Metz\n'));
  expect(await refusedIn(report)).toEqual([[2, 'quoteUnclosed']]);
  const path = await rejectsOf(report);
  expect(await refusedIn(await tried(path))).toEqual([[2, 'quoteUnclosed']]);
  const corrected = file(readFileSync(path, 'utf8').replace('"""Usine Alpha"', 'Usine Alpha'), 'corrige.csv');
  expect((await tried(corrected)).counts).toMatchObject({ created: 1, rejected: 0 });
});

it(
  'no cell is ever taken in under another header, and none is lost from the rejects, whatever is cut',
  { timeout: 60_000 },
  async () => {
    const word = fc.constantFrom('Brest', 'Lyon', 'rue Haute', '12', '');
    const row = fc.tuple(word, word, word);
    const damage = fc.record({
      at: fc.nat({ max: 4 }),
      cell: fc.nat({ max: 4 }),
      kind: fc.constantFrom('split' as const, 'joined' as const),
    });
    await holds(
      fc.asyncProperty(fc.array(row, { minLength: 6, maxLength: 9 }), damage, async (rows, { at, cell, kind }) => {
        const records = rows.map((cells, n) => [`A${n}`, `Site ${n}`, ...cells]);
        const damaged = records.map((cells, n) =>
          n !== at
            ? cells
            : kind === 'split'
              ? cells.toSpliced(cell, 1, 'x', ' y')
              : cells.toSpliced(Math.min(cell, 3), 2, cells.slice(Math.min(cell, 3)).slice(0, 2).join(' ')),
        );
        const text = [['Code', 'Nom', 'Adresse', 'Ville', 'Notes'], ...damaged]
          .map((cells) => cells.join(','))
          .join('\n');
        const report = await tried(file(text));
        expect((await refusedIn(report)).map(([line]) => line)).toEqual([at + 2]);
        const path = await rejectsOf(report);
        const kept = readCsvText(readFileSync(path, 'utf8'), { delimiter: ',', newline: '\n' })[1]?.cells ?? [];
        expect(kept.slice(0, -1)).toEqual(damaged[at]?.map((one) => one.trim()));
        expect(await refusedIn(await tried(path))).toEqual([[2, (await refusedIn(report))[0]?.[1]]]);
      }),
      { runs: 40 },
    );
  },
);
