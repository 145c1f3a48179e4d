/** Names, addresses and countries as files write them: one person in several spellings is one person, and what is cleaned is said. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportInput } from '#shared/import/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

async function take(content: string, kind: ImportInput['kind'] = 'people'): Promise<OutputOf<'imports.commit'>> {
  const path = join(workspace.folder, 'fichier.csv');
  writeFileSync(path, content);
  const { proposals } = await workspace.call('imports.inspect', { path, kind });
  const mapping = Object.fromEntries(proposals.map(({ column, field }) => [column, field]));
  return workspace.call('imports.commit', { path, kind, mapping });
}

describe('one person in several spellings', () => {
  it('is one person, whatever sign stands for the apostrophe or the hyphen', async () => {
    await take("Prénom;Nom\nShaun;O'Neil\nJean-Pierre;Le Goff\nAnne;D'Arcy\n");
    const again = await take(
      'Prénom;Nom\nShaun;O\u00B4Neil\nJean\u2011Pierre;Le Goff\nAnne;D\u2019Arcy\nShaun;O\u02BCNeil\n',
    );
    expect(again.counts).toMatchObject({ created: 0, rejected: 1 });
    expect(await workspace.call('people.list', {})).toMatchObject({ total: 3 });
    for (const search of ["o'neil", 'O\u00B4Neil', 'o\u2019neil'])
      expect(await workspace.call('people.list', { search })).toMatchObject({ total: 1 });
  });

  it('is one person with a hyphen, an accent or a space more or less, and keeps the spelling it was first given', async () => {
    await take("First name;Last name\nJean-Pierre;Le Goff\nZoë;d'Arcy\n");
    const again = await take('Prénom;Nom;Remarques\nJean Pierre;LE GOFF;Chef\nZoe;D Arcy;Chef\n');
    expect(again.counts).toMatchObject({ created: 0, updated: 2 });
    expect(again.notes).toContainEqual(expect.objectContaining({ note: 'spellingKept', column: 'Nom', count: 2 }));
    const { rows } = await workspace.call('people.list', {});
    expect(rows.map((row) => `${row.firstName} ${row.lastName} ${row.notes}`).toSorted()).toEqual([
      'Jean-Pierre Le Goff Chef',
      "Zoë d'Arcy Chef",
    ]);
  });

  it('is one person with and without a title, which is taken off and told', async () => {
    await take('Prénom;Nom\nMarie;Dupontel\n');
    const again = await take('Prénom;Nom\nMme Marie;Dupontel (RH)\n');
    expect(again.counts).toMatchObject({ created: 0, unchanged: 1 });
    expect(again.notes).toContainEqual(
      expect.objectContaining({
        note: 'namePartDropped',
        column: 'Prénom',
        example: { from: 'Mme Marie', to: 'Marie' },
      }),
    );
  });
});

it('addresses are freed of what stands around them, and those that are none are refused by their fault', async () => {
  await take('Prénom;Nom;E-mail\nLise;Moreau;lise.moreau@exemple.fr\n');
  const report = await take(
    [
      'Prénom;Nom;E-mail',
      "Lise;Moreau;'lise.moreau@exemple.fr'",
      'Hugo;Petiot;mailto:hugo.petiot@exemple.fr?subject=RSE',
      'Nina;Faure;"nina.faure@exemple.fr;"',
      'Igor;Blum;igor..blum@exemple.fr',
      "Ana;O'Neil;ana.o'neil@exemple.fr",
      'Zoé;Léger;zoé.léger@exemple.fr',
      'Tim;Vidal;tim.vidal@exemple.fr.',
      'Eva;Noël;eva.noel@exemple.fr / eva@perso.fr',
      'Luc;Bon;"""Luc Bon"" <luc.bon@exemple.fr>"',
      'Ida;Roux;ida.roux@exemple.fr\u200B',
    ].join('\n'),
  );
  expect(report.counts).toMatchObject({ created: 6, unchanged: 1, rejected: 3 });
  const { rows } = await workspace.call('imports.outcomes', { planId: report.planId, status: 'rejected' });
  expect(rows.map((row) => [row.name, row.problems[0]?.reason])).toEqual([
    ['Igor Blum', 'emailDots'],
    ['Zoé Léger', 'emailAccents'],
    ['Eva Noël', 'severalEmails'],
  ]);
  expect((await workspace.call('people.list', {})).rows.map((row) => row.email).toSorted()).toEqual([
    "ana.o'neil@exemple.fr",
    'hugo.petiot@exemple.fr',
    'ida.roux@exemple.fr',
    'lise.moreau@exemple.fr',
    'luc.bon@exemple.fr',
    'nina.faure@exemple.fr',
    'tim.vidal@exemple.fr',
  ]);
  expect(report.notes).toContainEqual(expect.objectContaining({ note: 'emailCleaned', count: 5 }));
});

it('addresses typed into the panel follow the same rules', async () => {
  const { email } = await workspace.call('people.create', {
    lastName: 'Bon',
    email: '"Luc Bon" <luc.bon@exemple.fr>.',
  });
  expect(email).toBe('luc.bon@exemple.fr');
  for (const [typed, rule] of [
    ['a..b@exemple.fr', 'emailDots'],
    ['zoé@exemple.fr', 'emailAccents'],
    ['a@b.fr, c@d.fr', 'severalEmails'],
    ['zoe', 'notAnEmail'],
  ] as const)
    expect(
      (await workspace.refused('people.create', { lastName: 'Bon', email: typed })).details['issues'],
    ).toMatchObject([{ path: 'email', rule }]);
});

describe('a site of which the country is not known', () => {
  const all = async (): Promise<unknown[]> =>
    (await workspace.call('sites.list', { sort: 'code' })).rows.map((row) => [
      row.code,
      row.country,
      row.postcode,
      row.lat === null ? null : Math.round(row.lat),
    ]);

  it('is taken without the country that is not understood, and placed nowhere', async () => {
    const report = await take(
      'Code;Nom;Pays;Code postal;Ville\nA;Un;France;35000;Rennes\nB;Deux;DOM;35000;Rennes\nC;Trois;Pays Bas;1012 AB;Amsterdam\n',
      'sites',
    );
    expect(report.counts).toMatchObject({ created: 3, rejected: 0 });
    expect(report.notes).toContainEqual(expect.objectContaining({ note: 'countryLeftOut', column: 'Pays', count: 1 }));
    expect(await all()).toEqual([
      ['A', 'FR', '35000', 48],
      ['B', 'FR', '35000', null],
      ['C', 'NL', '1012 AB', 52],
    ]);
  });

  it('is where its town is, not where its postcode would be in France', async () => {
    const report = await take(
      'Code;Nom;Code postal;Ville\nA;Un;10115;Berlin\nB;Deux;1000;Bruxelles\nC;Trois;1000;Bourg-en-Bresse\nD;Quatre;35000;Renes\nE;Cinq;SW1A 1AA;Londres\nF;Six;1010;Zzyzx\nG;Sept;92042;Paris La Défense CEDEX\n',
      'sites',
    );
    expect(report.counts).toMatchObject({ created: 7, rejected: 0 });
    expect(report.notes).toContainEqual(
      expect.objectContaining({ note: 'countryFromCity', column: 'Ville', count: 3 }),
    );
    expect(await all()).toEqual([
      ['A', 'DE', '10115', 53],
      ['B', 'BE', '1000', 51],
      ['C', 'FR', '01000', 46],
      ['D', 'FR', '35000', 48],
      ['E', 'GB', 'SW1A 1AA', 52],
      ['F', 'FR', '1010', null],
      ['G', 'FR', '92042', 49],
    ]);
  });
});
