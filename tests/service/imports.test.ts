/** Imports of every kind on a real workspace: counts that reconcile, keys, duplicates, references, undo, cancel, rejects. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportInput } from '#shared/import/contract.ts';
import { csvDialects } from '#shared/reports/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { holds } from '../factories/properties.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

type Kind = ImportInput['kind'];
type Report = OutputOf<'imports.commit'>;

function file(content: string | Buffer, name = 'fichier.csv'): string {
  const path = join(workspace.folder, name);
  writeFileSync(path, content);
  return path;
}

async function proposed(path: string, kind: Kind): Promise<Record<string, string>> {
  const { proposals } = await workspace.call('imports.inspect', { path, kind });
  return Object.fromEntries(proposals.map(({ column, field }) => [column, field]));
}

async function take(
  content: string | Buffer,
  kind: Kind,
  options: { mapping?: Record<string, string>; createMissing?: boolean; name?: string } = {},
): Promise<Report> {
  const path = file(content, options.name);
  const mapping = options.mapping ?? (await proposed(path, kind));
  const report = await workspace.call('imports.commit', {
    path,
    kind,
    mapping,
    createMissing: options.createMissing ?? false,
  });
  const { read, created, updated, unchanged, rejected } = report.counts;
  expect(created + updated + unchanged + rejected).toBe(read);
  return report;
}

const reasonsOf = async (report: Report): Promise<string[]> =>
  (await workspace.call('imports.outcomes', { planId: report.planId, status: 'rejected' })).rows.map(
    (row) => `${row.line} ${row.problems[0]?.reason}`,
  );

describe('sites', () => {
  const sites =
    'Code;Nom;Code postal;Ville;Effectif;Latitude;Longitude\n0042;Usine de Rennes;35000;Rennes;1 234;48,11;-1,68\n0043;Dépôt de Brest;29200;Brest;80;48.39;-4.49\n';

  it('come in with their codes and places intact, and the same file again changes nothing', async () => {
    expect((await take(sites, 'sites')).counts).toEqual({ read: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 });
    const { rows } = await workspace.call('sites.list', {});
    expect(rows.map((row) => [row.code, row.headcount, row.lat, row.lon, row.accuracy])).toEqual([
      ['0043', 80, 48.39, -4.49, 'site'],
      ['0042', 1234, 48.11, -1.68, 'site'],
    ]);
    expect((await take(sites, 'sites')).counts).toMatchObject({ unchanged: 2, created: 0, updated: 0 });
  });

  it('are found without the zeros that a spreadsheet dropped, and say which fields changed', async () => {
    await take(sites, 'sites');
    const report = await take('code;effectif\n42;1300\n99;5\n', 'sites');
    expect(report.counts).toMatchObject({ updated: 1, rejected: 1 });
    expect(report.notes).toContainEqual({
      column: 'code',
      note: 'codeMatchedLoosely',
      count: 1,
      lines: [2],
      example: { from: '42', to: '0042' },
    });
    const { rows } = await workspace.call('imports.outcomes', { planId: report.planId, status: 'updated' });
    expect(rows).toMatchObject([{ line: 2, changes: [{ field: 'headcount', before: 1234, after: 1300 }] }]);
    expect(await reasonsOf(report)).toEqual(['3 noMatch']);
    expect((await workspace.call('sites.list', { search: 'rennes' })).rows[0]?.code).toBe('0042');
  });

  it('stay where somebody placed them when a file gives another address, and follow it when their town is all that placed them', async () => {
    const places = async (): Promise<unknown[]> =>
      (await workspace.call('sites.list', {})).rows.map((row) => [
        row.code,
        row.city,
        row.accuracy,
        row.lat === null ? null : Math.round(row.lat * 10) / 10,
      ]);
    await take(
      'Code;Nom;Code postal;Ville;Latitude;Longitude\n1;Placé;35000;Rennes;48,11;-1,68\n2;Situé;35000;Rennes;;\n',
      'sites',
    );
    expect(await places()).toEqual([
      ['1', 'Rennes', 'site', 48.1],
      ['2', 'Rennes', 'commune', 48.1],
    ]);
    await take('Code;Nom;Code postal;Ville\n1;Placé;13001;Marseille\n2;Situé;13001;Marseille\n', 'sites');
    expect(await places()).toEqual([
      ['1', 'Marseille', 'site', 48.1],
      ['2', 'Marseille', 'commune', 43.3],
    ]);
    await take('Code;Nom;Effectif\n2;Situé;12\n', 'sites');
    expect((await places())[1]).toEqual(['2', 'Marseille', 'commune', 43.3]);
  });

  it('name the line, the column, the value and the reason of what they refuse, and never plot nonsense', async () => {
    const report = await take(
      'Code;Nom;Effectif;Latitude;Longitude\nA;Un;beaucoup;48;2\nB;Deux;10;2.35;48.85\nC;Trois;10;652000;6862000\nD;Quatre;10;0;0\nE;;10;48;2\nA;Six;1;48;2\nF;Sept;1;48;\n',
      'sites',
    );
    expect(await reasonsOf(report)).toEqual([
      '2 notANumber',
      '3 coordinatesSwapped',
      '4 coordinatesLambert93',
      '5 coordinatesNull',
      '6 noMatch',
      '8 coordinatesIncomplete',
    ]);
    expect(
      (await workspace.call('imports.outcomes', { planId: report.planId, status: 'rejected' })).rows[0]?.problems[0],
    ).toMatchObject({ column: 'Effectif', value: 'beaucoup', reason: 'notANumber' });
    expect((await workspace.call('sites.list', {})).rows.map((row) => row.code)).toEqual(['A']);
  });

  it('report duplicates inside the file and never merge them', async () => {
    const report = await take('Code;Nom\nA;Un\nA;Un bis\n', 'sites');
    expect(report.counts).toMatchObject({ created: 1, rejected: 1 });
    const { rows } = await workspace.call('imports.outcomes', { planId: report.planId, status: 'rejected' });
    expect(rows[0]?.problems[0]).toMatchObject({ reason: 'duplicateInFile', params: { line: 2 } });
    expect((await workspace.call('sites.list', {})).rows[0]?.name).toBe('Un');
  });

  it('repair French postcodes and say so', async () => {
    const report = await take('Code;Nom;Code postal\nA;Bourg;1000.0\nB;Paris;75001\n', 'sites');
    expect(report.notes).toContainEqual(
      expect.objectContaining({ column: 'Code postal', note: 'postcodeRepaired', count: 1 }),
    );
    expect((await workspace.call('sites.list', { sort: 'code' })).rows.map((row) => row.postcode)).toEqual([
      '01000',
      '75001',
    ]);
  });

  it('without coordinates are placed from their address, with how exactly', async () => {
    const report = await take(
      'Code;Nom;Code postal;Ville\nA;Un;35000;Rennes\nB;Deux;35200;Ville inventée\nC;Trois;;\n',
      'sites',
    );
    expect(
      (await workspace.call('sites.list', { sort: 'code' })).rows.map((row) => [
        row.code,
        row.accuracy,
        row.lat === null ? null : Math.round(row.lat),
      ]),
    ).toEqual([
      ['A', 'commune', 48],
      ['B', 'department', 48],
      ['C', null, null],
    ]);
    expect(report.notes.map(({ note, lines }) => [note, lines])).toEqual(
      expect.arrayContaining([
        ['located', [2]],
        ['locatedRoughly', [3]],
        ['placeUnknown', [4]],
      ]),
    );
  });

  it('leave a value alone when the file does not give one', async () => {
    await take('Code;Nom;Effectif\nA;Un;10\n', 'sites');
    expect((await take('Code;Nom;Effectif\nA;Un;\n', 'sites')).counts).toMatchObject({ unchanged: 1 });
    expect((await workspace.call('sites.list', {})).rows[0]?.headcount).toBe(10);
  });
});

describe('sites found by their name', () => {
  const twice = async (text: string): Promise<Report['counts']> => {
    await take(text, 'sites');
    const { counts } = await take(text, 'sites');
    expect(counts).toMatchObject({ created: 0, updated: 0 });
    return counts;
  };

  it('are the ones that bear it once the rows with a code have spoken, wherever these stand', async () => {
    await take('Code;Nom\nA;Brest\n', 'sites');
    // A takes another name: the Brest without a code is a new site, at once and not the second time.
    expect(await twice('Code;Nom\nA;Rennes\n;Brest\n')).toMatchObject({ unchanged: 2 });
    expect((await workspace.call('sites.list', { sort: 'code' })).rows.map((row) => [row.code, row.name])).toEqual([
      ['A', 'Rennes'],
      ['S-0001', 'Brest'],
    ]);
    expect(await twice('Code;Nom\n;Rennes\nA;Vannes\n')).toMatchObject({ unchanged: 2 });
  });

  it('are no longer ambiguous when the file renames one of two', async () => {
    await take('Code;Nom;Effectif\nA;Brest;\nB;Brest;\n', 'sites');
    expect(await twice('Code;Nom;Effectif\n;Brest;12\nA;Rennes;5\n')).toMatchObject({ unchanged: 2 });
    expect(
      (await workspace.call('sites.list', { sort: 'code' })).rows.map((row) => [row.code, row.name, row.headcount]),
    ).toEqual([
      ['A', 'Rennes', 5],
      ['B', 'Brest', 12],
    ]);
  });

  it('are not made beside a row with a code and the same name', async () => {
    expect(await reasonsOf(await take('Code;Nom\n;Brest\nA;Brest\n', 'sites'))).toEqual(['2 sameRecordInFile']);
    expect(await twice('Code;Nom\n;Brest\nA;Brest\n')).toMatchObject({ unchanged: 1, rejected: 1 });
  });

  it('get a number that no row of the file holds', async () => {
    expect(await twice('Code;Nom\n;Brest\nS-0001;Rennes\n')).toMatchObject({ unchanged: 2 });
  });

  it('and a code without its zeros gives way to the row that writes it in full', async () => {
    expect(await twice('Code;Nom;Effectif\n7;;5\n007;Brest;1\n')).toMatchObject({ unchanged: 1, rejected: 1 });
    expect((await workspace.call('sites.list', {})).rows.map((row) => row.headcount)).toEqual([1]);
  });
});

describe('territories', () => {
  it('find their parent further down in the file, and refuse a circle', async () => {
    const report = await take('code;nom;parent\nBRE;Bretagne;FR\nFR;France;\n', 'territories', {
      mapping: { code: 'code', nom: 'name', parent: 'parent' },
    });
    expect(report.counts).toMatchObject({ created: 2 });
    expect((await workspace.call('territories.list', {})).rows.map((row) => row.path)).toEqual([
      'France',
      'France › Bretagne',
    ]);
    const circle = await take('code;nom;parent\nFR;France;BRE\n', 'territories', {
      mapping: { code: 'code', nom: 'name', parent: 'parent' },
    });
    expect(await reasonsOf(circle)).toEqual(['2 referenceToItself']);
  });
});

describe('territories that are missing', () => {
  const mapping = { code: 'code', nom: 'name', parent: 'parent' };

  it('are made for those that name them, except when the file brings them further down', async () => {
    const report = await take(
      'code;nom;parent\nVAN;Vannes;Morbihan\nMOR;Morbihan;BRE\nBRE;Bretagne;FR\nNAN;Nantes;Pays de la Loire\n',
      'territories',
      { mapping, createMissing: true },
    );
    expect(report).toMatchObject({ counts: { created: 4, rejected: 0 }, also: { territories: 2 } });
    expect((await workspace.call('territories.list', {})).rows.map((row) => row.path)).toEqual([
      'FR',
      'FR › Bretagne',
      'FR › Bretagne › Morbihan',
      'FR › Bretagne › Morbihan › Vannes',
      'Pays de la Loire',
      'Pays de la Loire › Nantes',
    ]);
    expect(
      (
        await take(
          'code;nom;parent\nVAN;Vannes;Morbihan\nMOR;Morbihan;BRE\nBRE;Bretagne;FR\nNAN;Nantes;Pays de la Loire\n',
          'territories',
          { mapping, createMissing: true },
        )
      ).counts,
    ).toMatchObject({ unchanged: 4 });
  });

  it('are not made when the file turns in a circle', async () => {
    expect(
      await reasonsOf(
        await take('code;nom;parent\nA;Un;B\nB;Deux;A\n', 'territories', { mapping, createMissing: true }),
      ),
    ).toEqual(['2 territoryUnknown', '3 territoryUnknown']);
  });

  it("and a name made into a code never takes another one's place", async () => {
    const report = await take('code;nom\n;Grand Ouest\nGRAND-OUEST;Autre\n', 'territories', {
      mapping: { code: 'code', nom: 'name' },
    });
    expect(await reasonsOf(report)).toEqual(['3 codeTaken']);
  });

  it('are found by their name alone when the file says nothing of parents', async () => {
    await take('code;nom;parent\nFR;France;\nBRE;Bretagne;FR\n', 'territories', { mapping });
    expect(
      (await take('nom;type\nBretagne;direction\n', 'territories', { mapping: { nom: 'name', type: 'kind' } })).counts,
    ).toMatchObject({ updated: 1, created: 0 });
  });
});

describe('people', () => {
  const people =
    'Prénom;Nom;E-mail;Code site;Étape\nZoë;Le Bœuf;zoe@exemple.fr;X1;Active\nHugo;Ängström;hugo@exemple.fr;X1;formé\n';

  it('are refused on an unknown site, or make it when asked', async () => {
    expect(await reasonsOf(await take(people, 'people'))).toEqual(['2 siteUnknown', '3 siteUnknown']);
    const report = await take(people, 'people', { createMissing: true });
    expect(report).toMatchObject({ counts: { created: 2 }, also: { sites: 1 } });
    expect(
      (await workspace.call('people.list', {})).rows.map((row) => [row.lastName, row.stage, row.siteName]),
    ).toEqual([
      ['Ängström', 'trained', 'X1'],
      ['Le Bœuf', 'active', 'X1'],
    ]);
    expect((await take(people, 'people', { createMissing: true })).counts).toMatchObject({ unchanged: 2 });
  });

  it('leave no site behind when they are refused for another reason', async () => {
    const report = await take('Prénom;Nom;Code site;Entrée;Sortie\nZoë;Le Bœuf;X9;2026-05-01;2026-01-01\n', 'people', {
      createMissing: true,
      mapping: { Prénom: 'firstName', Nom: 'lastName', 'Code site': 'siteCode', Entrée: 'joinedOn', Sortie: 'leftOn' },
    });
    expect(await reasonsOf(report)).toEqual(['2 dateOrder']);
    expect(report.also.sites).toBe(0);
    expect((await workspace.call('sites.list', {})).total).toBe(0);
  });

  it('say which site they go to by its name', async () => {
    await take(people, 'people', { createMissing: true });
    const report = await take(people.replaceAll('X1', 'Usine neuve'), 'people', { createMissing: true });
    const { rows } = await workspace.call('imports.outcomes', { planId: report.planId, status: 'updated' });
    expect(rows[0]?.changes).toEqual([{ field: 'siteId', before: 'X1', after: 'Usine neuve' }]);
  });

  it('are one step of undo, the site they made included, and one of redo', async () => {
    await take(people, 'people', { createMissing: true });
    await workspace.call('history.undo', {});
    expect((await workspace.call('people.list', {})).total).toBe(0);
    expect((await workspace.call('sites.list', {})).total).toBe(0);
    await workspace.call('history.redo', {});
    expect((await workspace.call('people.list', {})).total).toBe(2);
    expect((await workspace.call('workspace.check', {})).ok).toBe(true);
  });

  it('have their name split when it comes whole', async () => {
    await take('Ambassadeur;Mail\nDURAND Marie-Ève;m@exemple.fr\n', 'people');
    expect((await workspace.call('people.list', {})).rows[0]).toMatchObject({
      firstName: 'Marie-Ève',
      lastName: 'DURAND',
    });
  });
});

describe('initiatives and figures', () => {
  it('bring their amounts as measurements, and tell alike ones apart by their order', async () => {
    const grants = 'Année;Raison sociale;Montant\n2024;Les Jardins;100,50\n2024;Les Jardins;200\n2025;Le Fil;1 000\n';
    const report = await take(grants, 'initiatives');
    expect(report).toMatchObject({ counts: { created: 3 }, also: { indicators: 1, measurements: 3 } });
    expect((await take(grants, 'initiatives')).counts).toMatchObject({ unchanged: 3 });
    const { rows } = await workspace.call('measurements.list', {});
    expect(rows.reduce((sum, row) => sum + row.value, 0)).toBeCloseTo(1300.5);
    const changed = await take(grants.replace('1 000', '1 500'), 'initiatives');
    expect(changed.counts).toMatchObject({ updated: 1, unchanged: 2 });
  });

  it('come as measurements of their own, on one initiative, indicator and day', async () => {
    await workspace.call('initiatives.create', { title: 'Collecte', code: 'C1' });
    await workspace.call('indicators.create', { code: 'KG', name: 'Kilos', unit: 'kg', kind: 'output' });
    const figures =
      'initiative;indicateur;date;valeur;provenance\nC1;KG;31/12/2025;12,5;mesurée\nC1;Kilos;31/12/2025;13;mesurée\nC1;KG;2026-01-31;7;estimée\nC9;KG;2026-01-31;7;estimée\n';
    const report = await take(figures, 'measurements');
    expect(report.counts).toMatchObject({ created: 2, rejected: 2 });
    expect(await reasonsOf(report)).toEqual(['3 duplicateInFile', '5 initiativeUnknown']);
  });
});

describe('files', () => {
  it('in windows-1252, with a BOM, tabs or comments are read alike', async () => {
    const text = 'Code;Nom\nA;Œuvre d\u2019été à Sète\n';
    const bytes = Buffer.from(
      [...text].map(
        (letter) => ({ Œ: 0x8c, '\u2019': 0x92, é: 0xe9, à: 0xe0, è: 0xe8 })[letter] ?? letter.charCodeAt(0),
      ),
    );
    await take(bytes, 'sites');
    expect((await workspace.call('sites.list', {})).rows[0]?.name).toBe('Œuvre d\u2019été à Sète');
    expect((await take(`\uFEFF# export du 1er mars\n${text.replaceAll(';', '\t')}`, 'sites')).counts).toMatchObject({
      unchanged: 1,
    });
  });

  it('say where letters were lost before they came here', async () => {
    const report = await take('Code;Nom\nA;Montlu\uFFFDon\nB;Brest\n', 'sites');
    expect(report.notes).toContainEqual({ column: 'Nom', note: 'lettersLost', count: 1, lines: [2], example: null });
  });

  it('say what they are when they are no table', async () => {
    expect((await workspace.refused('imports.inspect', { path: file(''), kind: 'sites' })).code).toBe('file_empty');
    expect(
      (await workspace.refused('imports.inspect', { path: file(Buffer.from('%PDF-1.7')), kind: 'sites' })).code,
    ).toBe('file_format');
    expect((await workspace.refused('imports.inspect', { path: join(workspace.folder, 'rien.csv') })).code).toBe(
      'file_missing',
    );
    expect(
      (
        await workspace.refused('imports.dryRun', {
          path: file('Code;Nom\nA;B\n'),
          kind: 'sites',
          mapping: { Absente: 'name' },
        })
      ).code,
    ).toBe('mapping_invalid');
    expect(
      (
        await workspace.refused('imports.dryRun', {
          path: file('Code;Nom\nA;B\n'),
          kind: 'sites',
          mapping: { Code: 'code', Nom: 'code' },
        })
      ).code,
    ).toBe('mapping_invalid');
  });

  it('keep their mapping for the next file with the same header', async () => {
    await take('a;b\nX;Ici\n', 'sites', { mapping: { a: 'code', b: 'name' } });
    expect(await workspace.call('imports.inspect', { path: file('b;a\nLà;Y\n'), kind: 'sites' })).toMatchObject({
      remembered: true,
      proposals: expect.arrayContaining([{ column: 'a', field: 'code', score: 1 }]),
    });
  });

  it('and propose what stands in the columns that a later file has besides', async () => {
    await take('a;b\nX;Ici\n', 'sites', { mapping: { a: 'code', b: 'name' } });
    const { proposals, remembered } = await workspace.call('imports.inspect', {
      path: file('a;b;Nom;Effectif\nZ;Là;Là;12\nT;Ailleurs;Ailleurs;30\n'),
      kind: 'sites',
    });
    expect(remembered).toBe(true);
    // What was settled stays; a field that is taken is not proposed twice.
    expect(proposals.map(({ column, field }) => `${column}=${field}`)).toEqual([
      'a=code',
      'b=name',
      'Effectif=headcount',
    ]);
  });
});

describe('rejects', () => {
  it("are saved in the file's form with the reason, and come in once corrected", async () => {
    const report = await take('Code;Nom;Effectif\nA;=Piège;x\nB;Bon;3\n', 'sites');
    const out = join(workspace.folder, 'rejets.csv');
    expect(await workspace.call('imports.saveRejects', { planId: report.planId, outPath: out })).toEqual({
      path: out,
      rows: 1,
    });
    const saved = readFileSync(out, 'utf8');
    expect(saved).toContain('Raison du rejet');
    expect(saved).toContain("A;'=Piège;x;Effectif");
    const again = await take(saved.replace(';x;', ';12;'), 'sites');
    expect(again.counts).toMatchObject({ read: 1, created: 1 });
    expect((await workspace.call('sites.list', { sort: 'code' })).rows[0]).toMatchObject({
      name: '=Piège',
      headcount: 12,
    });
  });
});

describe('a file of rejects', () => {
  it.each(['csv', 'xlsx'])(
    'keeps every cell as it stood in %s, says why, and is refused again until corrected',
    async (ending) => {
      const report = await take(
        "Code;Nom;Effectif\n007;=1+1;x\n#N/A;'=Piège;3\nB;''=x;y\nC;'lu;z\nD;Bon;4\n",
        'sites',
        {
          mapping: { Code: 'code', Nom: 'name', Effectif: 'headcount' },
        },
      );
      const out = join(workspace.folder, `rejets.${ending}`);
      expect(await workspace.call('imports.saveRejects', { planId: report.planId, outPath: out })).toMatchObject({
        rows: 4,
      });
      const mapping = await proposed(out, 'sites');
      const again = await workspace.call('imports.dryRun', { path: out, kind: 'sites', mapping });
      const namesOf = async ({ planId }: { planId: string }): Promise<[string, string[]][]> =>
        (await workspace.call('imports.outcomes', { planId, status: 'rejected', limit: 10 })).rows.map(
          ({ name, problems }) => [name, problems.map(({ reason }) => reason)],
        );
      expect(await namesOf(again)).toEqual(await namesOf(report));
      expect((await namesOf(again)).map(([name]) => name)).toEqual(['=1+1', '=Piège', "'=x", "'lu"]);
    },
  );
});

describe('texts that look like errors', () => {
  it('come back from our own files, ids or not, and an error stays one', async () => {
    await workspace.call('sites.create', { code: '#REF!', name: '#N/A', notes: "'#N/A", address: '#N/A ' });
    const path = join(workspace.folder, 'sites.csv');
    const [before] = (await workspace.call('sites.list', {})).rows;
    for (const dialect of csvDialects) {
      await workspace.call('reports.exportList', { list: 'sites', format: 'csv', dialect, outPath: path });
      await workspace.call('sites.delete', { ids: (await workspace.call('sites.list', {})).rows.map((row) => row.id) });
      const mapping = Object.fromEntries(
        Object.entries(await proposed(path, 'sites')).filter(([, field]) => field !== 'id'),
      );
      expect((await workspace.call('imports.commit', { path, kind: 'sites', mapping })).counts).toMatchObject({
        created: 1,
        rejected: 0,
      });
      const [after] = (await workspace.call('sites.list', {})).rows;
      expect(after).toMatchObject({ code: before?.code, name: before?.name });
      expect(await workspace.call('sites.get', { id: after?.id ?? '' })).toMatchObject({
        notes: "'#N/A",
        address: '#N/A',
      });
    }
    expect(await reasonsOf(await take("Code;Nom;Effectif\nA;#N/A;1\nB;Brest;'#N/A\n", 'sites'))).toEqual([
      '2 excelError',
      '3 excelError',
    ]);
  });

  it('are refused again from the file of rejects', async () => {
    const report = await take('Code;Nom;Effectif\nA;#N/A;1\nB;=Piège;x\n', 'sites');
    const out = join(workspace.folder, 'rejets.csv');
    await workspace.call('imports.saveRejects', { planId: report.planId, outPath: out });
    const again = await take(readFileSync(out, 'utf8').replace(';x;', ';2;'), 'sites');
    expect(await reasonsOf(again)).toEqual(['2 excelError']);
    expect((await workspace.call('sites.list', {})).rows.map((row) => row.name)).toEqual(['=Piège']);
  });
});

describe('cancel', () => {
  it('leaves nothing', async () => {
    const path = file(
      `Code;Nom\n${Array.from({ length: 20_000 }, (_, index) => `C${index};Site ${index}`).join('\n')}\n`,
    );
    const jobId = 'import-1';
    const failure = workspace.refused(
      'imports.commit',
      { path, kind: 'sites', mapping: { Code: 'code', Nom: 'name' } },
      {
        jobId,
        onProgress: ({ label, done }) => {
          if (label === 'writingRows' && done > 3000) void workspace.call('jobs.cancel', { jobId });
        },
      },
    );
    expect((await failure).code).toBe('cancelled');
    expect((await workspace.call('sites.list', {})).total).toBe(0);
    expect((await workspace.call('history.state', {})).undo).toBeNull();
  });
});

describe('whatever the file', () => {
  it('the counts reconcile, and a second time changes nothing', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'A', 'B', '007', '7', '12,5', 'x', '2026-02-30', '48.85, 2.35', '=1+1', '"'),
      fc.string({ maxLength: 8 }),
    );
    await holds(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }), async (rows) => {
        const text = `Code;Nom;Effectif\n${rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';')).join('\n')}\n`;
        await take(text, 'sites');
        const second = await take(text, 'sites');
        expect(second.counts).toMatchObject({ created: 0, updated: 0 });
      }),
      { runs: 40 },
    );
  }, 60_000);
});
