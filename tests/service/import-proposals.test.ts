/** Columns are proposed by their headers and their values; one whose values do not fit is left out, said, and refuses no row. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportKind } from '#shared/kinds.ts';
import type { LeftOut } from '#shared/import/contract.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

interface Looked {
  path: string;
  mapping: Record<string, string>;
  leftOut: Pick<LeftOut, 'column' | 'field' | 'reason' | 'value'>[];
}

async function looked(content: string, kind: ImportKind = 'sites'): Promise<Looked> {
  const path = join(workspace.folder, 'fichier.csv');
  writeFileSync(path, content);
  const { proposals, leftOut } = await workspace.call('imports.inspect', { path, kind });
  return {
    path,
    mapping: Object.fromEntries(proposals.map(({ column, field }) => [column, field])),
    leftOut: leftOut.map(({ column, field, reason, value }) => ({ column, field, reason, value })),
  };
}

async function counted(
  content: string,
  kind: ImportKind = 'sites',
  createMissing = false,
): Promise<{ created: number; rejected: number }> {
  const { path, mapping } = await looked(content, kind);
  const { counts } = await workspace.call('imports.dryRun', { path, kind, mapping, createMissing });
  return { created: counts.created, rejected: counts.rejected };
}

describe('an id', () => {
  it.each(['ID', 'ID client', 'id_magasin', 'Identifiant Maillage'])(
    'called %s that is not ours is a code',
    async (header) => {
      const text = `${header};Nom;Ville\nC-01;Usine Alpha;Lyon\nC-02;Usine Beta;Nantes\n`;
      expect((await looked(text)).mapping).toEqual({ [header]: 'code', Nom: 'name', Ville: 'city' });
      expect(await counted(text)).toEqual({ created: 2, rejected: 0 });
    },
  );

  it('is a person’s code too, and an initiative’s', async () => {
    expect((await looked('ID;Nom;Prénom\n1;Roy;Ana\n2;Sy;Léo\n', 'people')).mapping).toMatchObject({ ID: 'code' });
    expect((await looked('ID;Titre\n1;Collecte\n2;Fresque\n', 'initiatives')).mapping).toMatchObject({ ID: 'code' });
  });

  it('of ours is known by its form', async () => {
    const { mapping } = await looked('ID;Nom\n0190a0c0-0000-7000-8000-000000000001;Usine Alpha\n');
    expect(mapping).toEqual({ ID: 'id', Nom: 'name' });
  });
});

describe('a name', () => {
  it('is no state, and no tick', async () => {
    const text =
      'Code établissement;Appellation officielle;Libellé état établissement;Secteur Public/Privé;Code postal;Localité d’acheminement\n0590001A;Collège Jeanne Alpha;OUVERT;Public;59000;LILLE\n0590002B;École Paul Bêta;OUVERT;Privé;59100;ROUBAIX\n';
    const { mapping, leftOut } = await looked(text);
    expect(mapping).toEqual({
      'Code établissement': 'code',
      'Appellation officielle': 'name',
      'Libellé état établissement': 'status',
      'Code postal': 'postcode',
      'Localité d’acheminement': 'city',
    });
    expect(leftOut).toEqual([
      { column: 'Secteur Public/Privé', field: 'territory', reason: 'notAName', value: 'Public' },
    ]);
    expect(await counted(text, 'sites', true)).toEqual({ created: 2, rejected: 0 });
  });

  it('of a shop is not that it is a building', async () => {
    expect((await looked('building;name;shop\nyes;Le Fournil;bakery\nyes;Au Panier;grocery\n')).mapping).toMatchObject({
      name: 'name',
    });
    const { mapping, leftOut } = await looked('ref;building;Ville\nA1;yes;Lyon\nA2;yes;Metz\n');
    expect(mapping).toEqual({ ref: 'code', Ville: 'city' });
    expect(leftOut).toEqual([{ column: 'building', field: 'name', reason: 'notAName', value: 'yes' }]);
  });

  it('is the column whose values differ, among two that may hold it', async () => {
    const rows = ['Rennes', 'Brest', 'Vannes', 'Lorient'].map((city) => `Super Plus;Super Plus ${city}`).join('\n');
    expect((await looked(`Enseigne;Nom du magasin\n${rows}\n`)).mapping).toMatchObject({ 'Nom du magasin': 'name' });
  });
});

describe('a closed list', () => {
  it('is not filled by what is none of its words, and the rows come in without', async () => {
    const text = 'Code;Nom;Statut juridique;Ville\nA1;Clinique Alpha;Privé lucratif;Rennes\n';
    const { mapping, leftOut } = await looked(text);
    expect(mapping).toEqual({ Code: 'code', Nom: 'name', Ville: 'city' });
    expect(leftOut).toEqual([
      { column: 'Statut juridique', field: 'status', reason: 'notInList', value: 'Privé lucratif' },
    ]);
    expect(await counted(text)).toEqual({ created: 1, rejected: 0 });
  });

  it('is still proposed when most of its words are known: the others are refused one by one', async () => {
    expect(await counted('Code;Nom;Statut\nA;Un;ouvert\nB;Deux;fermé\nC;Trois;peut-être\n')).toEqual({
      created: 2,
      rejected: 1,
    });
  });
});

describe('a place', () => {
  const metres = 'coordonnee_X;coordonnee_Y';
  it('is in degrees when the file has them beside its metres', async () => {
    const text = `Code;Nom;Code postal;${metres};latitude;longitude\nE1;École Alpha;35000;352000.1;6789000.2;48.11;-1.68\nE2;École Beta;35400;332503.4;6843000.9;48.65;-2.02\n`;
    const { mapping, leftOut } = await looked(text);
    expect(mapping).toMatchObject({ latitude: 'lat', longitude: 'lon' });
    expect(leftOut).toEqual([
      { column: 'coordonnee_X', field: 'lon', reason: 'coordinatesLambert93', value: '352000.1' },
      { column: 'coordonnee_Y', field: 'lat', reason: 'coordinatesLambert93', value: '6789000.2' },
    ]);
    expect(await counted(text)).toEqual({ created: 2, rejected: 0 });
  });

  it('in metres alone, or with its axes turned round, is left out and said', async () => {
    const alone = await looked(`Code;Nom;${metres}\nE1;Un;352000.1;6789000.2\n`);
    expect(alone.leftOut.map(({ reason }) => reason)).toEqual(['coordinatesLambert93', 'coordinatesLambert93']);
    const turned = await looked('Code;Nom;latitude;longitude\nE1;Un;-1.68;48.11\nE2;Deux;-2.02;48.65\n');
    expect(turned.leftOut.map(({ field, reason }) => [field, reason])).toEqual([
      ['lat', 'coordinatesSwapped'],
      ['lon', 'coordinatesSwapped'],
    ]);
  });
});

describe('other columns that are another thing’s', () => {
  it('a number that many rows share is no code', async () => {
    const rows = Array.from({ length: 8 }, (_, n) => `D-${n % 2};Association ${n}`).join('\n');
    const text = `Numéro;Titre\n${rows}\n`;
    const { mapping, leftOut } = await looked(text, 'initiatives');
    expect(mapping).toEqual({ Titre: 'title' });
    expect(leftOut).toEqual([{ column: 'Numéro', field: 'code', reason: 'notUnique', value: 'D-0' }]);
    expect(await counted(text, 'initiatives')).toEqual({ created: 8, rejected: 0 });
  });

  it.each([
    ['Effectif', 'élevé', 'headcount', 'notANumber'],
    ['Ouverture', 'du lundi au samedi', 'openedOn', 'notADate'],
    ['Code postal', 'SW1A', 'postcode', 'postcodeInvalid'],
  ])('%s that says %s refuses no row', async (header, value, field, reason) => {
    const text = `Code;Nom;${header}\nA1;Un;${value}\nA2;Deux;${value}\n`;
    expect((await looked(text)).leftOut).toEqual([{ column: header, field, reason, value }]);
    expect(await counted(text)).toEqual({ created: 2, rejected: 0 });
  });

  it('people whom nobody knows yet keep no initiative away', async () => {
    const text = 'Titre;Contact\nCollecte;Ana Roy\nFresque;Léo Sy\n';
    expect((await looked(text, 'initiatives')).leftOut).toEqual([
      { column: 'Contact', field: 'lead', reason: 'personUnknown', value: 'Ana Roy' },
    ]);
    expect(await counted(text, 'initiatives')).toEqual({ created: 2, rejected: 0 });
  });

  it('blank ones, failed calculations and marks of absence tell nothing', async () => {
    expect((await looked('Code;Nom;Effectif;Ouverture\nA1;Un;#N/A;\nA2;Deux;-;\n')).mapping).toMatchObject({
      Effectif: 'headcount',
      Ouverture: 'openedOn',
    });
  });
});

it('the column that a file of rejects is about is read again, and refuses until it is corrected', async () => {
  const { path } = await looked('Code;Nom;Effectif\nA1;Un;douze\nA2;Deux;vingt\n');
  const mapping = { Code: 'code', Nom: 'name', Effectif: 'headcount' };
  const { planId } = await workspace.call('imports.dryRun', { path, kind: 'sites', mapping });
  const outPath = join(workspace.folder, 'rejets.csv');
  await workspace.call('imports.saveRejects', { planId, outPath });
  const { proposals, leftOut } = await workspace.call('imports.inspect', { path: outPath, kind: 'sites' });
  expect(proposals.map(({ column }) => column).sort()).toEqual(['Code', 'Effectif', 'Nom']);
  expect(leftOut).toEqual([]);
});
