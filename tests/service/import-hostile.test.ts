/** Imports of files as they really come: damaged codes, totals at the foot, units behind figures, accents broken elsewhere, keys that several rows share. */
import type { ImportKind } from '#shared/kinds.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delimiters } from '#shared/import/csv-dialect.ts';
import { oneLine } from '#shared/base/texts.ts';
import { unprotectCell } from '#shared/import/csv-safety.ts';
import { formatCsvRecord } from '#shared/import/csv-records.ts';
import type { OutputOf } from '#shared/contract.ts';
import { importAccount } from '../../electron/service/cli/import-account.ts';
import { allRows } from '../../electron/service/sources/rows.ts';
import { openSource } from '../../electron/service/sources/source.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { holds } from '../factories/properties.ts';

let workspace: TestWorkspace;
let files = 0;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

type Report = OutputOf<'imports.commit'>;

function file(content: string | Uint8Array): string {
  files += 1;
  const path = join(workspace.folder, `fichier-${files}.csv`);
  writeFileSync(path, content);
  return path;
}

async function take(
  content: string | Uint8Array,
  kind: ImportKind,
  options: {
    mapping?: Record<string, string>;
    createMissing?: boolean;
    updateOnly?: boolean;
    headerLine?: number;
  } = {},
): Promise<Report> {
  const path = file(content);
  const { mapping, ...choices } = options;
  const proposed =
    mapping ??
    Object.fromEntries(
      (await workspace.call('imports.inspect', { path, kind })).proposals.map(({ column, field }) => [column, field]),
    );
  return workspace.call('imports.commit', { path, kind, mapping: proposed, ...choices });
}

async function rejectedOf(report: Report): Promise<string[]> {
  const { rows } = await workspace.call('imports.outcomes', { planId: report.planId, status: 'rejected', limit: 1000 });
  return rows.map((row) => `${row.line} ${row.problems[0]?.column ?? '-'} ${row.problems[0]?.reason ?? ''}`);
}

const codesOf = async (): Promise<string[]> =>
  (await workspace.call('sites.list', { sort: 'code', limit: 100 })).rows.map((row) => row.code);

describe('codes and figures in disguise', () => {
  it('are read as they are meant', async () => {
    await take(
      'Code;Nom;Effectif\n"=""00123""";Un;50 salariés\n\'00456;Deux;1\u202f234\n00789;Trois;12,0 ETP\n',
      'sites',
    );
    expect((await workspace.call('sites.list', { sort: 'code' })).rows.map((row) => [row.code, row.headcount])).toEqual(
      [
        ['00123', 50],
        ['00456', 1234],
        ['00789', 12],
      ],
    );
  });

  it('a code of which a spreadsheet kept six digits is refused, and can be left out', async () => {
    const grants = `SIRET;Association;Année;Montant\n${['35181600000000', '40415200000000', '3.51816E+13', '78617100000000'].map((code, index) => `${code};Association ${index};2024;${index}00`).join('\n')}\n`;
    const mapping = { SIRET: 'code', Association: 'title', Année: 'startDate', Montant: 'indicator:EUR' };
    const report = await take(grants, 'initiatives', { mapping });
    expect(report.counts).toMatchObject({ read: 4, rejected: 4 });
    expect(report.reasons).toEqual([
      expect.objectContaining({ reason: 'codeRounded', column: 'SIRET', field: 'code', count: 3 }),
      expect.objectContaining({ reason: 'codeScientific', count: 1 }),
    ]);
    const { SIRET: _left, ...without } = mapping;
    expect(await take(grants, 'initiatives', { mapping: without })).toMatchObject({
      counts: { created: 4 },
      key: 'titleSiteStart',
      unread: ['SIRET'],
      totals: [{ column: 'Montant', count: 4, total: 600 }],
    });
  });

  it('never give a code to the commune, the hiring date or the birthday', async () => {
    const path = file(
      "Matricule;Nom;Prénom;Date d'embauche;Date d'entrée société;Date de naissance;Date d'entrée\n1;A;B;2001-01-01;2001-01-01;1980-01-01;2026-01-01\n",
    );
    const { proposals } = await workspace.call('imports.inspect', { path, kind: 'people' });
    expect(proposals.filter(({ field }) => field === 'joinedOn').map(({ column }) => column)).toEqual([
      "Date d'entrée",
    ]);
  });

  it('sum what was taken in, to hold against the file', async () => {
    const { totals } = await take('Code;Nom;Effectif\nA;Un;10\nB;Deux;20\nB;Deux bis;30\nC;Trois;\n', 'sites');
    expect(totals).toEqual([{ column: 'Effectif', field: 'headcount', count: 2, total: 30 }]);
  });

  it('a figure with the unit of its own indicator is that figure, with another unit none', async () => {
    await workspace.call('indicators.create', { code: 'KG', name: 'Déchets évités', unit: 'kg', kind: 'output' });
    const report = await take('Titre;Date;Déchets évités\nA;2026-01-01;12,5 kg\nB;2026-01-01;12,5 t\n', 'initiatives', {
      mapping: { Titre: 'title', Date: 'startDate', 'Déchets évités': 'indicator:KG' },
    });
    expect(await rejectedOf(report)).toEqual(['3 Déchets évités unitUnknown']);
    expect((await workspace.call('measurements.list', {})).rows[0]?.value).toBe(12.5);
  });

  it('a new indicator takes the unit that its header names', async () => {
    await take('Titre;Date;Repas (repas)\nA;2026-01-01;12\n', 'initiatives', {
      mapping: { Titre: 'title', Date: 'startDate', 'Repas (repas)': 'indicator:REPAS' },
    });
    expect((await workspace.call('indicators.list', {})).rows.find((row) => row.code === 'REPAS')).toMatchObject({
      unit: 'repas',
      name: 'Repas (repas)',
    });
  });
});

describe('places in disguise', () => {
  it('a postcode and a city in one cell are told apart, wherever they stand', async () => {
    const report = await take('Code;Nom;CP Ville\nA;Un;35000 RENNES\nB;Deux;F-69003 Lyon Cedex 03\n', 'sites');
    expect(
      (await workspace.call('sites.list', { sort: 'code' })).rows.map((row) => [row.postcode, row.city, row.accuracy]),
    ).toEqual([
      ['35000', 'RENNES', 'commune'],
      ['69003', 'Lyon Cedex 03', 'commune'],
    ]);
    expect(report.notes).toContainEqual(expect.objectContaining({ note: 'citySplit', count: 2 }));
    await take('Code;Nom;Code postal;Ville\nC;Trois;75008 PARIS CEDEX;Paris\n', 'sites');
    expect((await workspace.call('sites.list', { search: 'trois' })).rows[0]).toMatchObject({
      postcode: '75008',
      city: 'Paris',
    });
  });

  it('zeros stand for no postcode, and a column of metres that is taken all the same is refused', async () => {
    expect(await rejectedOf(await take('Code;Nom;Code postal\nA;Un;00000\nB;Deux;35000\n', 'sites'))).toEqual([
      '2 Code postal postcodeInvalid',
    ]);
    const mapping = { Code: 'code', Nom: 'name', X: 'lon', Y: 'lat' };
    expect(
      await rejectedOf(
        await take('Code;Nom;X;Y\nA;Un;652000;6862000\nB;Deux;652001,5;6862001,5\n', 'sites', { mapping }),
      ),
    ).toEqual(['2 X, Y coordinatesLambert93', '3 X, Y coordinatesLambert93']);
  });
});

describe('rows that are no records', () => {
  it('a line of totals is refused, a site called so with a code is a site', async () => {
    const report = await take('Code;Nom;Effectif\nA;Un;10\n;TOTAL;10\n;Sous-total :;10\nT;Total;5\n', 'sites');
    expect(await rejectedOf(report)).toEqual(['3 Nom totalRow', '4 Nom totalRow']);
    expect(await codesOf()).toEqual(['A', 'T']);
    expect((await take('Nom;Prénom\nTotal;Marie\nTotal;\n', 'people')).counts).toMatchObject({
      created: 1,
      rejected: 1,
    });
  });

  it('rows that match nothing are refused when the file only completes what is there', async () => {
    await take('Code;Nom\n0042;Rennes\n', 'sites');
    const report = await take('UIC;Nom;Effectif\n42;Rennes;12\n43;Brest;9\n', 'sites', {
      mapping: { UIC: 'code', Effectif: 'headcount', Nom: 'name' },
      updateOnly: true,
    });
    expect(report.counts).toEqual({ read: 2, created: 0, updated: 1, unchanged: 0, rejected: 1 });
    expect(report.notes).toContainEqual({
      column: 'UIC',
      note: 'codeMatchedLoosely',
      count: 1,
      lines: [2],
      example: { from: '42', to: '0042' },
    });
    expect(await rejectedOf(report)).toEqual(['3 UIC notThereYet']);
    for (const [kind, text] of [
      ['people', 'Nom;Prénom\nA;B\n'],
      ['initiatives', 'Titre\nA\n'],
      ['territories', 'Nom\nA\n'],
    ] as const) {
      expect((await take(text, kind, { updateOnly: true })).counts).toMatchObject({ created: 0, rejected: 1 });
    }
  });
});

describe('the account of an import at a terminal', () => {
  it('says how rows were recognised, what was repaired, what was left out and why rows were refused', async () => {
    await take('Code;Nom\n0042;Rennes\n', 'sites');
    const report = await take('UIC;Effectif;Code postal;Couleur\n42;1 200;1260.0;vert\n43;9;;\n', 'sites', {
      mapping: { UIC: 'code', Effectif: 'headcount', 'Code postal': 'postcode' },
      updateOnly: true,
    });
    const { rows } = await workspace.call('imports.outcomes', { planId: report.planId, status: 'rejected' });
    expect(importAccount('fr', report, rows, { createMissing: false })).toEqual({
      told: [
        'Lignes reconnues par leur code.',
        '  Effectif : total 1\u202f200 (valeurs : 1)',
        '  Code postal : codes postaux réparés : 1 (1260.0 → 01260)',
        '  UIC : codes reconnus malgré leurs zéros de tête perdus : 1 (42 → 0042)',
        '  colonnes non lues : Couleur',
      ],
      refused: [
        'Rejetées : 1, UIC : inconnu ici, et l’import ne fait que mettre à jour',
        '  ligne 3, UIC : 43 (inconnu ici, et l’import ne fait que mettre à jour)',
      ],
    });
    expect(importAccount('en', report, rows, { createMissing: false }).refused[0]).toBe(
      'Rejected: 1, UIC: unknown here, and this import only updates',
    );
  });
});

describe('records known by their Maillage id', () => {
  it('never take the code of another, nor the day of another measurement', async () => {
    const [one, two] = await Promise.all([
      workspace.call('sites.create', { code: 'A', name: 'Un' }),
      workspace.call('sites.create', { code: 'B', name: 'Deux' }),
    ]);
    const sites = await take(`id;Code;Nom\n${one.id};B;Un\n${two.id};C;Deux\n`, 'sites', {
      mapping: { id: 'id', Code: 'code', Nom: 'name' },
    });
    expect(await rejectedOf(sites)).toEqual(['2 Code codeTaken']);
    expect(await codesOf()).toEqual(['A', 'C']);

    const people = await Promise.all(
      ['P1', 'P2'].map((code) => workspace.call('people.create', { code, firstName: code, lastName: code })),
    );
    expect(
      await rejectedOf(
        await take(`id;Code;Nom\n${people[0]?.id ?? ''};P2;P1\n;P3;Neuf\n${people[1]?.id ?? ''};P3;P2\n`, 'people', {
          mapping: { id: 'id', Code: 'code', Nom: 'lastName' },
        }),
      ),
    ).toEqual(['3 Code sameRecordInFile']);
    expect((await workspace.call('people.list', { sort: 'name' })).rows.map((row) => [row.lastName, row.code])).toEqual(
      [
        ['P1', 'P2'],
        ['P2', 'P3'],
      ],
    );

    const initiatives = await Promise.all(
      ['I1', 'I2'].map((code) => workspace.call('initiatives.create', { code, title: code })),
    );
    expect(
      await rejectedOf(
        await take(`id;Code;Titre\n${initiatives[0]?.id ?? ''};I2;Un\n`, 'initiatives', {
          mapping: { id: 'id', Code: 'code', Titre: 'title' },
        }),
      ),
    ).toEqual(['2 Code codeTaken']);

    await workspace.call('indicators.create', { code: 'KG', name: 'Kilos', unit: 'kg', kind: 'output' });
    await take('initiative;indicateur;date;valeur\nI1;KG;2026-01-01;1\nI1;KG;2026-02-01;2\n', 'measurements');
    const { rows } = await workspace.call('measurements.list', {});
    const first = rows.find((row) => row.date === '2026-01-01');
    expect(
      await rejectedOf(
        await take(`id;date;valeur\n${first?.id ?? ''};2026-02-01;3\n`, 'measurements', {
          mapping: { id: 'id', date: 'date', valeur: 'value' },
        }),
      ),
    ).toEqual(['2 date dateTaken']);
  });
});

describe('people who share a mailbox or change their code', () => {
  const people = 'Matricule;Nom;Prénom;E-mail\nA1;Le Bœuf;Zoé;magasin@exemple.fr\n';

  it('stay apart when only the mailbox is the same, and are never renamed into each other', async () => {
    await take(people, 'people');
    const report = await take(
      'Matricule;Nom;Prénom;E-mail\nB2;Müller;Max;magasin@exemple.fr\nC3;LE BOEUF;Zoe;magasin@exemple.fr\n',
      'people',
    );
    expect(report.counts).toMatchObject({ created: 1, updated: 0, rejected: 1 });
    expect(await rejectedOf(report)).toEqual(['3 E-mail emailOfAnother']);
    expect((await workspace.call('people.list', {})).rows.map((row) => row.code).sort()).toEqual(['A1', 'B2']);
  });

  it('known by their mail only, get the code that the file brings', async () => {
    await workspace.call('people.create', { firstName: 'Zoé', lastName: 'Le Bœuf', email: 'Zoe@exemple.fr' });
    expect((await take('Matricule;Nom;Prénom;E-mail\nA1;Le Bœuf;Zoé;zoe@exemple.fr\n', 'people')).counts).toMatchObject(
      { updated: 1, created: 0 },
    );
    expect((await workspace.call('people.list', {})).rows[0]?.code).toBe('A1');
  });
});

describe('rows that share their key', () => {
  const grants =
    'Titre;Date;Montant\nLes Jardins;2024-01-01;100\nLes Jardins;2024-01-01;200\nLes Jardins;2024-01-01;300\n';
  const mapping = { Titre: 'title', Date: 'startDate', Montant: 'indicator:EUR' };
  const amounts = async (): Promise<number[]> =>
    (await workspace.call('measurements.list', { limit: 100 })).rows.map((row) => row.value).sort((a, b) => a - b);

  it('are known by all they hold, in whatever order they come back', async () => {
    await take(grants, 'initiatives', { mapping });
    expect(
      (
        await take(`Titre;Date;Montant\n${grants.trim().split('\n').slice(1).reverse().join('\n')}\n`, 'initiatives', {
          mapping,
        })
      ).counts,
    ).toMatchObject({ unchanged: 3 });
    expect((await take(grants.replace('200', '250'), 'initiatives', { mapping })).counts).toMatchObject({
      unchanged: 2,
      updated: 1,
    });
    expect(await amounts()).toEqual([100, 250, 300]);
  });

  it('a lone new one among many is refused rather than written over one of them', async () => {
    await take(grants, 'initiatives', { mapping });
    expect(
      await rejectedOf(await take('Titre;Date;Montant\nLes Jardins;2024-01-01;999\n', 'initiatives', { mapping })),
    ).toEqual(['2 Titre matchAmbiguous']);
    expect(await amounts()).toEqual([100, 200, 300]);
  });

  it('grow by what the file has more', async () => {
    await take(grants, 'initiatives', { mapping });
    expect((await take(`${grants}Les Jardins;2024-01-01;400\n`, 'initiatives', { mapping })).counts).toMatchObject({
      created: 1,
      unchanged: 3,
    });
    expect(await amounts()).toEqual([100, 200, 300, 400]);
  });
});

describe('texts broken before they came', () => {
  it('are mended when UTF-8 was read as windows-1252, and said', async () => {
    const report = await take('Code;Nom\nA;MontluÃ§on â€“ CollÃ¨ge\nB;Îlots Â« Ã »\n', 'sites');
    expect(report.notes).toContainEqual(
      expect.objectContaining({
        column: 'Nom',
        note: 'lettersMended',
        count: 1,
        example: { from: 'MontluÃ§on â€“ CollÃ¨ge', to: 'Montluçon – Collège' },
      }),
    );
    expect((await workspace.call('sites.list', { sort: 'code' })).rows.map((row) => row.name)).toEqual([
      'Montluçon – Collège',
      'Îlots Â« Ã »',
    ]);
  });

  it('are one text whether the accents come composed or apart', async () => {
    await take('Code;Nom\nA;Préfecture\n', 'sites');
    expect((await take('Code;Nom\nA;Pre\u0301fecture\n'.normalize('NFD'), 'sites')).counts).toMatchObject({
      unchanged: 1,
    });
  });

  it('of an old mainframe are dates that are not there', async () => {
    const report = await take('Code;Nom;Ouverture\nA;Un;00/00/0000\nB;Deux;0000-00-00\n', 'sites');
    expect(report.counts).toMatchObject({ created: 2 });
    expect(report.notes).toContainEqual(
      expect.objectContaining({ column: 'Ouverture', note: 'missingMark', count: 2 }),
    );
  });
});

describe('headers', () => {
  it('stand where the user says', async () => {
    const text = 'Nom;Ville;Code\nà remplir;à remplir;à remplir\nCode;Nom;Ville\nA;Un;Rennes\n';
    expect(await workspace.call('imports.inspect', { path: file(text), kind: 'sites', headerLine: 3 })).toMatchObject({
      headerLine: 3,
      columns: ['Code', 'Nom', 'Ville'],
      preview: [{ line: 4, cells: ['A', 'Un', 'Rennes'] }],
    });
    expect((await take(text, 'sites', { headerLine: 3, mapping: { Code: 'code', Nom: 'name' } })).counts).toMatchObject(
      { read: 1, created: 1 },
    );
    expect(
      (await workspace.refused('imports.inspect', { path: file('Code;Nom\nA;Un\n'), kind: 'sites', headerLine: 99 }))
        .code,
    ).toBe('file_empty');
  });

  it('speak for another kind than the one asked for', async () => {
    const path = file('Prénom;Nom;E-mail;Étape\nZoé;Le Bœuf;zoe@exemple.fr;Active\n');
    expect(await workspace.call('imports.inspect', { path, kind: 'sites' })).toMatchObject({
      kind: 'sites',
      likelyKind: 'people',
    });
  });

  it('that fit several kinds alike leave the choice to the user', async () => {
    const path = file('Code;Nom\nA;Un\n');
    expect(await workspace.call('imports.inspect', { path })).toMatchObject({ kind: 'sites' });
    for (const kind of ['sites', 'people', 'territories'] as const)
      expect(await workspace.call('imports.inspect', { path, kind })).toMatchObject({ kind, likelyKind: kind });
    expect(await workspace.call('imports.inspect', { path: file('Code;Nom;Parent\nA;Un;B\n') })).toMatchObject({
      kind: 'territories',
    });
  });

  it("keep their mapping in a file of rejects and in next month's export", async () => {
    const mapping = { a: 'code', b: 'name', c: 'headcount' };
    const report = await take('a;b;c\nX;Ici;x\nY;Là;3\n', 'sites', { mapping });
    const out = join(workspace.folder, 'rejets.csv');
    await workspace.call('imports.saveRejects', { planId: report.planId, outPath: out });
    const again = await workspace.call('imports.inspect', { path: out, kind: 'sites' });
    expect(Object.fromEntries(again.proposals.map(({ column, field }) => [column, field]))).toEqual(mapping);
    expect(
      await workspace.call('imports.inspect', { path: file('a;b;c;d\nX;Ici;3;4\n'), kind: 'sites' }),
    ).toMatchObject({ remembered: true });
    expect(await workspace.call('imports.inspect', { path: file('a;b\nX;Ici\n'), kind: 'sites' })).toMatchObject({
      remembered: false,
    });
  });
});

describe('rejects', () => {
  it('hold what the file held, whatever it held, and name what is expected', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('"', ';', '\n', 'é', '=', "'", '-', '1', ' ', 'a'), minLength: 1, maxLength: 6 })
      .filter((text) => text.trim() === text && !/^'*\s*[-+]?\d/.test(text));
    await holds(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (names) => {
        const text = `Code;Nom;Étape\n${names.map((name, index) => formatCsvRecord([`C${index}`, name, 'nulle part'], ';')).join('\n')}\n`;
        const report = await take(text, 'people', { mapping: { Code: 'code', Nom: 'lastName', Étape: 'stage' } });
        expect(report.counts).toMatchObject({ read: names.length, rejected: names.length });
        const first = (await workspace.call('imports.outcomes', { planId: report.planId })).rows;
        const out = join(workspace.folder, 'rejets.csv');
        await workspace.call('imports.saveRejects', { planId: report.planId, outPath: out });
        const saved = readFileSync(out, 'utf8');
        expect(saved).toContain('attendu\u00a0: Repéré, Contacté');
        const back = await workspace.call('imports.dryRun', {
          path: file(saved.replaceAll('nulle part', 'Actif')),
          kind: 'people',
          mapping: { Code: 'code', Nom: 'lastName', Étape: 'stage' },
        });
        const { rows } = await workspace.call('imports.outcomes', { planId: back.planId });
        // As the first file was read: a cell that it protected means the same in the file of rejects.
        expect(rows.filter((row) => row.status !== 'rejected').map((row) => row.name)).toEqual(
          first.map((row) => row.name),
        );
        expect(first.map((row) => row.name)).toEqual(
          names.map((name) => oneLine(unprotectCell(name)).trim().normalize('NFC')),
        );
      }),
      { runs: 30 },
    );
  }, 60_000);
});

describe('a table written in any dialect and encoding', () => {
  const encoders: Record<string, (text: string) => Uint8Array> = {
    'utf-8': (text) => Buffer.from(text, 'utf8'),
    'utf-8 with its mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf8'),
    'utf-16le with its mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
    'utf-16be with its mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    'windows-1252': (text) => Buffer.from(text, 'latin1'),
  };

  it('is read back the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'maillage-dialect-'));
    const path = join(folder, 'table.csv');
    const cell = fc
      .string({
        unit: fc.constantFrom('a', 'B', '7', ' ', 'é', 'ç', 'Ü', ';', ',', '\t', '|', '"', '\n', "'"),
        maxLength: 8,
      })
      .map((text) => text.trim());
    const row = fc.tuple(fc.constantFrom('R1', 'R2', 'R3'), cell, cell, fc.constantFrom('fin', 'été'));
    await holds(
      fc.asyncProperty(
        fc.array(row, { minLength: 3, maxLength: 8 }),
        fc.constantFrom(...delimiters),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(...Object.keys(encoders)),
        async (rows, delimiter, end, encoding) => {
          const text = [['Code', 'Libellé', 'Détail', 'Fin'], ...rows]
            .map((cells) => formatCsvRecord(cells, delimiter) + end)
            .join('');
          writeFileSync(path, encoders[encoding]?.(text) ?? text);
          const source = await openSource(path, {
            encoding: null,
            delimiter,
            sheet: null,
            hiddenRows: false,
            headerLine: null,
          });
          try {
            expect(source.columns).toEqual(['Code', 'Libellé', 'Détail', 'Fin']);
            expect((await allRows(source)).map((one) => one.cells)).toEqual(rows.map((cells) => [...cells]));
          } finally {
            source.close();
          }
        },
      ),
      { runs: 200 },
    );
    rmSync(folder, { recursive: true, force: true });
  });
});
