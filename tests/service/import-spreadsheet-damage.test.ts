/** What a spreadsheet breaks in our own exports on the way: zeros and plus signs lost, powers of ten; emptied cells, reports taken for lists. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportInput } from '#shared/import/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import { parsePhone, withoutLostZeros } from '#shared/import/phones.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

async function take(content: string, kind: ImportInput['kind']): Promise<OutputOf<'imports.commit'>> {
  const path = join(workspace.folder, 'fichier.csv');
  writeFileSync(path, content);
  const { proposals } = await workspace.call('imports.inspect', { path, kind });
  const mapping = Object.fromEntries(proposals.map(({ column, field }) => [column, field]));
  return workspace.call('imports.commit', { path, kind, mapping });
}

async function exported(list: 'people' | 'sites'): Promise<string> {
  const outPath = join(workspace.folder, 'liste.csv');
  await workspace.call('reports.exportList', { list, format: 'csv', outPath } as never);
  return readFileSync(outPath, 'utf8');
}

describe('our list, saved by a spreadsheet', () => {
  it('keeps the codes and phones of which zeros, a plus or figures were lost, and says so', async () => {
    await take(
      'Matricule;Nom;Prénom;Téléphone\n004512;Durand;Zoé;0612345678\n000077;Petit;Luc;+33145678901\n',
      'people',
    );
    const saved = (await exported('people'))
      .replace('004512', '4512')
      .replace('000077', '77')
      .replace('0612345678', '6,12346E+08')
      .replace(/'?\+33145678901/, '33145678901');
    const report = await take(saved, 'people');
    expect(report.counts).toMatchObject({ unchanged: 2, updated: 0, rejected: 0 });
    expect(report.notes.filter(({ note }) => note === 'zerosKept').map(({ count }) => count)).toEqual([2, 2]);
  });

  it('keeps the codes of sites too, and takes a code that is another', async () => {
    await take('Code UIC;Nom;Code postal;Ville\n0087481614;Gare Un;01000;Bourg-en-Bresse\n', 'sites');
    const list = await exported('sites');
    expect((await take(list.replace('0087481614', '87481614').replace('01000', '1000'), 'sites')).counts).toMatchObject(
      {
        unchanged: 1,
      },
    );
    expect((await take(list.replace('0087481614', '87481615'), 'sites')).counts).toMatchObject({ updated: 1 });
    expect((await workspace.call('sites.list', {})).rows[0]).toMatchObject({ code: '87481615', postcode: '01000' });
  });

  it.each([
    ['87481614', '0087481614', true],
    ['87481614.0', '0087481614', true],
    ['8,74816E+07', '0087481614', true],
    ['8.74816E+07', '0087481614', true],
    ['8,74815E+07', '0087481614', false],
    ['8,74816E+08', '0087481614', false],
    ['33612345678', '+33612345678', true],
    ['87481615', '0087481614', false],
    ['S-12', 'S-0012', false],
    ['0087481614', '0087481614', false],
  ])('%s is what was left of %s: %s', (cell, stored, isLeft) =>
    expect(withoutLostZeros(cell, stored)).toBe(isLeft ? stored : null),
  );
});

it.each([
  ['612345678', 'FR', '0612345678'],
  [612_345_678, 'FR', '0612345678'],
  ['33612345678', 'FR', '+33612345678'],
  ['06 12 34 56 78', 'FR', '06 12 34 56 78'],
  ['4512', 'FR', '4512'],
  ['692123456', 'RE', '0692123456'],
  ['612345678', 'ES', '612345678'],
  ['7911123456', 'GB', '07911123456'],
  ['6,12346E+08', 'FR', 'codeScientific'],
] as const)('the phone %s in %s is %s', (cell, country, expected) => {
  const read = parsePhone(cell, country);
  expect(read.ok ? read.value : read.reason).toBe(expected);
  if (read.ok) expect(read.note).toBe(read.value === String(cell) ? undefined : 'phoneRepaired');
});

describe('our list, changed by hand', () => {
  it('empties with its id what was emptied, says so before, and touches nothing else', async () => {
    await take(
      'Matricule;Nom;Prénom;Téléphone;E-mail;Fonction;Date d’entrée\nA1;Durand;Zoé;0612345678;zoe@exemple.fr;Cheffe;01/02/2024\nA2;Petit;Luc;0145678901;;;\n',
      'people',
    );
    const list = await exported('people');
    const path = join(workspace.folder, 'vide.csv');
    writeFileSync(path, list.replace('0612345678', '').replace('Cheffe', '').replace('zoe@exemple.fr', 'nc'));
    const { proposals } = await workspace.call('imports.inspect', { path, kind: 'people' });
    const mapping = Object.fromEntries(proposals.map(({ column, field }) => [column, field]));
    const tried = await workspace.call('imports.dryRun', { path, kind: 'people', mapping });
    expect(tried.counts).toMatchObject({ updated: 1, unchanged: 1, rejected: 0 });
    expect(tried.notes.filter(({ note }) => note === 'cellsEmptied').map(({ count, lines }) => [count, lines])).toEqual(
      [
        [1, [2]],
        [1, [2]],
      ],
    );
    const { rows } = await workspace.call('imports.outcomes', { planId: tried.planId, status: 'updated' });
    expect(rows[0]?.changes).toEqual([
      { field: 'phone', before: '0612345678', after: null },
      { field: 'jobTitle', before: 'Cheffe', after: null },
    ]);
    await workspace.call('imports.commit', { path, kind: 'people', mapping });
    expect((await workspace.call('people.list', {})).rows[0]).toMatchObject({
      code: 'A1',
      phone: null,
      jobTitle: null,
      email: 'zoe@exemple.fr',
      joinedOn: '2024-02-01',
    });
    expect((await workspace.call('imports.dryRun', { path, kind: 'people', mapping })).counts.unchanged).toBe(2);
  });

  it('leaves alone what a file without ids, or a row that ends early, does not say', async () => {
    await take('Matricule;Nom;Téléphone;Fonction\nA1;Durand;0612345678;Cheffe\n', 'people');
    expect((await take('Matricule;Nom;Téléphone;Fonction\nA1;Durand;;\n', 'people')).counts).toMatchObject({
      unchanged: 1,
    });
    expect((await workspace.call('people.list', {})).rows[0]).toMatchObject({
      phone: '0612345678',
      jobTitle: 'Cheffe',
    });
  });

  it('of sites keeps a position that follows from the address, whose cells were blank all along', async () => {
    await take('Code;Nom;Code postal;Ville\nA;Un;35000;Rennes\n', 'sites');
    const [before] = (await workspace.call('sites.list', {})).rows;
    expect((await take(await exported('sites'), 'sites')).counts).toMatchObject({ unchanged: 1 });
    expect((await workspace.call('sites.list', {})).rows).toEqual([before]);
  });
});

it('the report of sites taken in untouched leaves each position as exact as it was', async () => {
  await take(
    'Code;Nom;Code postal;Ville;Latitude;Longitude\nA;Un;35000;Rennes;;\nB;Deux;69003;Lyon;45,76;4,85\n',
    'sites',
  );
  const before = (await workspace.call('sites.list', { sort: 'code' })).rows;
  expect(before.map(({ accuracy }) => accuracy)).toEqual(['commune', 'site']);
  for (const format of ['csv', 'xlsx'] as const) {
    const path = join(workspace.folder, `sites.${format}`);
    await workspace.call('reports.export', { report: 'sites', format, outPath: path });
    const { proposals } = await workspace.call('imports.inspect', { path, kind: 'sites' });
    const mapping = Object.fromEntries(proposals.map(({ column, field }) => [column, field]));
    const { counts } = await workspace.call('imports.commit', { path, kind: 'sites', mapping, createMissing: false });
    expect(counts).toMatchObject({ updated: 0, rejected: 0, unchanged: 2 });
    expect((await workspace.call('sites.list', { sort: 'code' })).rows).toEqual(before);
  }
});

it('a report says that it is no list, a list and a file of others do not', async () => {
  await take('Code;Nom;Code postal;Ville\nA;Un;35000;Rennes\n', 'sites');
  const seen = async (name: string): Promise<boolean> =>
    (await workspace.call('imports.inspect', { path: join(workspace.folder, name), kind: null })).isReport;
  for (const report of ['sites', 'people', 'initiatives'] as const) {
    await workspace.call('reports.export', { report, format: 'csv', outPath: join(workspace.folder, `${report}.csv`) });
    expect([report, await seen(`${report}.csv`)]).toEqual([report, true]);
  }
  for (const list of ['sites', 'people'] as const) {
    await exported(list);
    expect([list, await seen('liste.csv')]).toEqual([list, false]);
  }
  writeFileSync(join(workspace.folder, 'a.csv'), 'Matricule;Nom;Site\nA1;Durand;Lyon\n');
  expect(await seen('a.csv')).toBe(false);
});
