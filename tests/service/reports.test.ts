/** Reports on a small network: figures worked out by hand, the same as on the screens, in each dialect, whole or not at all. */
import { reportNames, type ReportName } from '#shared/kinds.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract.ts';
import { readCsvText } from '#shared/import/csv-records.ts';
import { allRows } from '../../electron/service/sources/rows.ts';
import { openSource } from '../../electron/service/sources/source.ts';
import { catalogue } from '../../electron/service/features/catalogue.ts';
import { sumFigures } from '../../electron/service/domain/initiatives/figures.ts';
import { smallEdition, type SmallEdition } from '../factories/edition.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let edition: SmallEdition;
let files = 0;
beforeAll(async () => {
  workspace = await testWorkspace();
  edition = await smallEdition(workspace);
});
afterAll(() => workspace.close());

type Filter = InputOf<'reports.export'>['filter'];

/** The report as a machine reads it: one record a row, by the contract's names. */
async function machine(report: ReportName, filter: Filter = {}): Promise<Record<string, string>[]> {
  files += 1;
  const outPath = join(workspace.folder, `r${files}.csv`);
  const made = await workspace.call('reports.export', { report, filter, dialect: 'machine', outPath });
  const [head, ...records] = readCsvText(readFileSync(outPath, 'utf8'), { delimiter: ',', newline: '\n' });
  expect(made.rows).toBe(records.length);
  expect((await workspace.call('reports.preview', { report, filter, limit: 0 })).total).toBe(records.length);
  return records.map((record) =>
    Object.fromEntries((head?.cells ?? []).map((name, index) => [name, record.cells[index] ?? ''])),
  );
}

const sumOf = (rows: Record<string, string>[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);

describe('initiatives', () => {
  it('has a total and its certainty for each indicator, and nothing where nothing was measured', async () => {
    const rows = await machine('initiatives');
    const bike = rows.find((row) => row['id'] === edition.bikeId);
    expect(bike).toMatchObject({
      title: "Le vélo d'abord",
      status: 'done',
      siteName: 'Lyon Gerland',
      territory: 'Auvergne-Rhône-Alpes',
      measurements: '3',
      'indicator:KG': '30.5',
      'indicator:KG:provenance': 'estimated',
      'indicator:H': '12',
      'indicator:H:provenance': 'declared',
    });
    expect(rows.find((row) => row['id'] === edition.canteenId)).toMatchObject({
      'indicator:KG': '1005',
      'indicator:KG:provenance': 'measured',
      'indicator:H': '',
      'indicator:H:provenance': '',
    });
  });

  it('sums to the figures of the screens for every period, whatever the dates of the initiatives say', async () => {
    for (const period of [
      { from: null, to: null },
      { from: '2026-01-01', to: '2026-12-31' },
      { from: '2025-01-01', to: '2025-12-31' },
      { from: '2026-05-01', to: null },
      { from: null, to: '2026-04-30' },
    ]) {
      const rows = await machine('initiatives', period);
      const db = workspace.service.workspace?.readerDb;
      if (db === undefined) throw new Error('closed');
      const figures = new Map((await sumFigures(db, period)).map((figure) => [figure.indicatorId, figure.total]));
      expect(sumOf(rows, 'indicator:KG')).toBe(figures.get(edition.indicatorId) ?? 0);
      const values = (await machine('measurements', period)).filter((row) => row['indicatorCode'] === 'KG');
      expect(sumOf(values, 'value')).toBe(figures.get(edition.indicatorId) ?? 0);
    }
    expect(await machine('initiatives', { from: '2025-01-01', to: '2025-12-31' })).toMatchObject([
      { title: 'Cantine & compost <bio>', 'indicator:KG': '1000', measurements: '1' },
    ]);
  });
});

describe('sites and people', () => {
  it('count people, targets and what was done on the site', async () => {
    const rows = await machine('sites', { from: '2026-01-01', to: '2026-12-31' });
    expect(rows.map((row) => row['name'])).toEqual(['Lyon Gerland', 'Nantes', 'Sans adresse']);
    expect(rows[0]).toMatchObject({
      headcount: '120',
      people: '1',
      activePeople: '1',
      target: '3',
      initiatives: '1',
      territoryCode: 'AURA',
      accuracy: 'site',
      lat: '45.73',
      lon: '4.83',
      'indicator:KG': '30.5',
    });
    expect(rows[1]).toMatchObject({ target: '2', 'indicator:KG': '5', 'indicator:KG:provenance': 'measured' });
    expect(rows[2]).toMatchObject({ headcount: '', target: '1', people: '0', lat: '', 'indicator:KG': '' });
    const { sites } = { sites: await workspace.call('sites.list', {}) };
    expect(rows.map((row) => [row['id'], Number(row['people']), Number(row['activePeople'])])).toEqual(
      sites.rows.map((row) => [row.id, row.people, row.activePeople]),
    );
    const overview = await workspace.call('workspace.overview', {});
    expect(sumOf(rows, 'target')).toBe(overview.coverage.target);
    expect(sumOf(rows, 'activePeople')).toBe(overview.coverage.active);
  });

  it('give each person their site, and the figures of what they lead', async () => {
    await workspace.call('initiatives.update', { id: edition.bikeId, set: { leadId: edition.zoeId } });
    const rows = await machine('people');
    expect(rows.map((row) => row['lastName'])).toEqual(['Benali', 'Œhler']);
    expect(rows[1]).toMatchObject({
      firstName: 'Zoé',
      stage: 'active',
      siteName: 'Lyon Gerland',
      initiativesLed: '1',
      'indicator:KG': '30.5',
    });
    expect(rows[0]).toMatchObject({ initiativesLed: '0', 'indicator:KG': '' });
  });
});

describe('ranking', () => {
  it('is what the awards screen shows, and stays as announced once the edition is closed', async () => {
    const { categories } = await workspace.call('awards.results', { editionId: edition.editionId });
    const shown = categories.flatMap((category) =>
      category.nominees.map((nominee) => [
        category.name,
        nominee.title,
        String(nominee.rank ?? ''),
        String(nominee.isWinner),
        String(nominee.note ?? ''),
      ]),
    );
    const pick = (rows: Record<string, string>[]): unknown[] =>
      rows.map((row) => [row['category'], row['nominee'], row['rank'], row['isWinner'], row['note']]);
    expect(pick(await machine('ranking', { edition: '2026' }))).toEqual(shown);
    await workspace.call('awards.close', { id: edition.editionId });
    await workspace.call('initiatives.update', { id: edition.bikeId, set: { title: 'Renommé depuis' } });
    const after = await machine('ranking');
    expect(pick(after)).toEqual(shown);
    expect(after[0]).toMatchObject({
      year: '2026',
      method: 'mean',
      nomineeKind: 'initiative',
      'criterion:Impact': '9',
      missingNotes: '0',
    });
    await workspace.call('initiatives.update', { id: edition.bikeId, set: { title: "Le vélo d'abord" } });
  });
});

describe('dialects', () => {
  it('write French for Excel: mark, semicolons, commas, days first, words', async () => {
    const outPath = join(workspace.folder, 'fr.csv');
    await workspace.call('reports.export', {
      report: 'measurements',
      filter: { provenances: ['estimated'] },
      dialect: 'excel-fr',
      lang: 'en',
      outPath,
    });
    const text = readFileSync(outPath, 'utf8');
    expect(text.startsWith('\uFEFFCode de l’initiative;')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toContain(';KG;Déchets évités;kg;Effet;15/05/2026;20;Estimée;');
    expect(text).not.toContain('\uFFFD');
  });

  it('the quick lines of measurements are those that any table would get', async () => {
    await workspace.call('initiatives.update', { id: edition.bikeId, set: { summary: null } });
    // As an older version let it in: names of today stand on one line.
    workspace.service.workspace?.writer
      ?.prepare('update initiatives set title = ? where id = ?')
      .run('=1+1;"x"\nsuite', edition.bikeId);
    const columns = (await workspace.call('reports.preview', { report: 'measurements' })).columns.map(
      (column) => column.id,
    );
    const rows = await machine('measurements');
    const preview = await workspace.call('reports.preview', { report: 'measurements', limit: 500 });
    expect(rows).toHaveLength(5);
    expect(rows.map((row) => columns.map((column) => row[column]))).toEqual(
      preview.rows.map((row) =>
        row.map((cell) => (cell === null ? '' : cell === '=1+1;"x"\nsuite' ? `'${cell}` : String(cell))),
      ),
    );
    await workspace.call('initiatives.update', { id: edition.bikeId, set: { title: "Le vélo d'abord" } });
  });

  it.each([...reportNames])(
    '%s comes out as a workbook with the same rows and a sheet that explains it',
    async (report) => {
      const outPath = join(workspace.folder, `${report}.xlsx`);
      const made = await workspace.call('reports.export', { report, format: 'xlsx', lang: 'en', outPath });
      const source = await openSource(outPath, { encoding: null, delimiter: null, sheet: null, hiddenRows: false });
      const { columns } = await workspace.call('reports.preview', { report, lang: 'en' });
      expect(source.headers).toEqual(columns.map((column) => column.label));
      expect(await allRows(source)).toHaveLength(made.rows);
      expect(source.sheets.map((sheet) => sheet.name)).toEqual(['Data', 'About']);
      source.close();
      const about = await openSource(outPath, { encoding: null, delimiter: null, sheet: 'About', hiddenRows: false });
      expect((await allRows(about)).length).toBeGreaterThanOrEqual(columns.length);
      about.close();
    },
  );
});

describe('coverage', () => {
  it('sums the tree as the map and the dashboard do, the whole first', async () => {
    const rows = await machine('coverage');
    expect(rows.map((row) => [row['territory'], row['territoryCode'], row['depth']])).toEqual([
      ['Ensemble', '', ''],
      ['Auvergne-Rhône-Alpes', 'AURA', '0'],
      ['', '', ''],
    ]);
    expect(rows[1]).toMatchObject({
      sites: '1',
      headcount: '120',
      activePeople: '1',
      target: '3',
      coverage: '0.3333',
      sitesCovered: '1',
      sitesAtTarget: '0',
      initiatives: '1',
      initiativesPer100: '0.83',
      lastActivity: '2026-03-01',
    });
    expect(rows[0]).toMatchObject({
      sites: '3',
      sitesWithoutHeadcount: '1',
      sitesWithoutPlace: '1',
      headcount: '200',
      activePeople: '2',
      target: '6',
      coverage: '0.3333',
    });
    const { total } = await workspace.call('network.map', {});
    const overview = await workspace.call('workspace.overview', {});
    for (const [active, target] of [
      [total.active, total.target],
      [overview.coverage.active, overview.coverage.target],
    ])
      expect([rows[0]?.['activePeople'], rows[0]?.['target']]).toEqual([String(active), String(target)]);
    expect((await machine('coverage', { territories: ['AURA'], from: '2027-01-01' }))[1]).toMatchObject({
      sites: '1',
      initiatives: '0',
      initiativesPer100: '0',
    });
  });
});

describe('filters', () => {
  it('go by territory with all below, by code or id, and are told in words', async () => {
    await workspace.call('territories.create', {
      code: 'LYON',
      name: 'Lyon',
      kind: 'ville',
      parentId: (await workspace.call('territories.list', {})).rows[0]?.id ?? null,
    });
    expect((await machine('sites', { territories: ['AURA'] })).map((row) => row['name'])).toEqual(['Lyon Gerland']);
    expect(await machine('sites', { territories: ['LYON'] })).toEqual([]);
    expect(await machine('measurements', { territories: ['AURA'], from: '2026-05-01' })).toMatchObject([
      { value: '20' },
    ]);
    expect(await machine('initiatives', { indicators: ['H'] })).not.toHaveProperty([0, 'indicator:KG']);
    const { scope } = await workspace.call('reports.preview', {
      report: 'initiatives',
      filter: { territories: ['AURA'], from: '2026-01-01', to: '2026-12-31', statuses: ['done'] },
    });
    expect(scope).toEqual([
      'Territoires\u00a0: Auvergne-Rhône-Alpes',
      'Période\u00a0: du 01/01/2026 au 31/12/2026',
      'Statuts\u00a0: Terminée',
    ]);
  });

  it('are refused where they would be ignored, unknown, or upside down', async () => {
    expect(
      await workspace.refused('reports.preview', { report: 'ranking', filter: { territories: ['AURA'] } }),
    ).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'filter.territories', rule: 'not_for_this_report' }] },
    });
    expect(
      await workspace.refused('reports.preview', { report: 'sites', filter: { territoires: ['AURA'] } }),
    ).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'filter.territoires', rule: 'unrecognized_keys' }] },
    });
    expect(
      await workspace.refused('reports.preview', { report: 'sites', filter: { territories: ['NULLE-PART'] } }),
    ).toMatchObject({ code: 'unknown_reference' });
    expect(
      await workspace.refused('reports.preview', { report: 'sites', filter: { from: '2026-12-31', to: '2026-01-01' } }),
    ).toMatchObject({ code: 'invalid_input' });
    expect(
      await workspace.refused('reports.preview', { report: 'ranking', filter: { edition: '1999' } }),
    ).toMatchObject({ code: 'unknown_reference' });
  });
});

describe('the dictionary', () => {
  it('explains every column of every report in both languages', async () => {
    for (const lang of ['fr', 'en'] as const) {
      const { rows } = await workspace.call('reports.list', { lang });
      expect(rows.map((row) => row.id)).toEqual([...reportNames]);
      expect([...catalogue.reports.keys()]).toEqual([...reportNames]);
      for (const report of reportNames) {
        const { columns } = await workspace.call('reports.preview', { report, lang, limit: 0 });
        expect(new Set(columns.map((column) => column.id)).size).toBe(columns.length);
        for (const column of columns) expect(`${column.label} ${column.help}`).toMatch(/^\S.* \S.*\.$/s);
        const outPath = join(workspace.folder, `dico-${report}-${lang}.csv`);
        const made = await workspace.call('reports.exportDictionary', { report, dialect: 'machine', lang, outPath });
        expect(made.rows).toBe(columns.length);
      }
    }
    const text = readFileSync(join(workspace.folder, 'dico-people-fr.csv'), 'utf8');
    expect(text).toContain('active = Actif');
  });
});

describe('an export that does not end', () => {
  it('leaves nothing when it is stopped or cannot be written', async () => {
    const outPath = join(workspace.folder, 'arret.csv');
    const before = readdirSync(workspace.folder).length;
    const failure = await workspace.refused(
      'reports.export',
      { report: 'sites', outPath },
      { jobId: 'stop', onProgress: () => workspace.service.jobs.get('stop')?.abort() },
    );
    expect(failure.code).toBe('cancelled');
    expect(
      await workspace.refused('reports.export', {
        report: 'sites',
        outPath: join(workspace.folder, 'nulle', 'part.csv'),
      }),
    ).toMatchObject({ code: 'file_unwritable' });
    expect(await workspace.refused('reports.export', { report: 'sites', outPath: '-' })).toMatchObject({
      code: 'file_unwritable',
    });
    expect(existsSync(outPath)).toBe(false);
    expect(readdirSync(workspace.folder)).toHaveLength(before);
  });

  it('never takes the place of a workspace', async () => {
    const before = readFileSync(workspace.path);
    expect(await workspace.refused('reports.export', { report: 'sites', outPath: workspace.path })).toMatchObject({
      code: 'workspace_exists',
    });
    expect(readFileSync(workspace.path).equals(before)).toBe(true);
    expect((await workspace.call('workspace.check', {})).ok).toBe(true);
  });

  it('sees one state of the data, and keeps the file it replaces until it is whole', async () => {
    const outPath = join(workspace.folder, 'etat.csv');
    await workspace.call('reports.export', { report: 'sites', dialect: 'machine', outPath });
    const first = readFileSync(outPath, 'utf8');
    let added = false;
    await workspace.call(
      'reports.export',
      { report: 'sites', dialect: 'machine', outPath },
      {
        onProgress: () => {
          if (added) return;
          added = true;
          expect(readFileSync(outPath, 'utf8')).toBe(first);
          workspace.service.workspace?.writer
            ?.prepare(
              `insert into sites (id, code, name, searchKey, createdAt, updatedAt) values ('00000000-0000-7000-8000-000000000001', 'ZZ', 'Après', 'apres', 'x', 'x')`,
            )
            .run();
        },
      },
    );
    expect(readFileSync(outPath, 'utf8')).toBe(first);
    workspace.service.workspace?.writer?.prepare(`delete from sites where code = 'ZZ'`).run();
  });
});

describe('the demonstration', () => {
  it('reconciles: sites and what has no site make the initiatives, these the measurements, these the figures of the screens', async () => {
    const demo = await testWorkspace({ demo: 'small' });
    try {
      const db = demo.service.workspace?.readerDb;
      if (db === undefined) throw new Error('closed');
      for (const period of [
        { from: null, to: null },
        { from: '2026-01-01', to: '2026-06-30' },
      ]) {
        const read = async (report: ReportName): Promise<Record<string, unknown>[]> => {
          const first = await demo.call('reports.preview', { report, filter: period, limit: 500 });
          const rest =
            first.total > 500
              ? await demo.call('reports.preview', { report, filter: period, offset: 500, limit: 500 })
              : { rows: [] };
          return [...first.rows, ...rest.rows].map((cells) =>
            Object.fromEntries(first.columns.map((column, index) => [column.id, cells[index]])),
          );
        };
        const [sites, initiatives, measurements] = [
          await read('sites'),
          await read('initiatives'),
          await read('measurements'),
        ];
        const figures = await sumFigures(db, period);
        expect(figures.length).toBeGreaterThan(3);
        for (const figure of figures) {
          const code =
            (await demo.call('indicators.list', {})).rows.find((row) => row.id === figure.indicatorId)?.code ?? '';
          const sum = (rows: Record<string, unknown>[], column: string): number =>
            rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
          const column = `indicator:${code}`;
          expect(sum(initiatives, column)).toBeCloseTo(figure.total, 6);
          expect(
            sum(sites, column) +
              sum(
                initiatives.filter((row) => row['siteCode'] === null),
                column,
              ),
          ).toBeCloseTo(figure.total, 6);
          expect(
            sum(
              measurements.filter((row) => row['indicatorCode'] === code),
              'value',
            ),
          ).toBeCloseTo(figure.total, 6);
        }
      }
    } finally {
      await demo.close();
    }
  });
});
