/** Labels that differ by case, accents or spaces are one: on entry, on import, and afterwards. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportInput } from '#shared/import/contract.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

const spellings = ['Centre de soins', 'CENTRE DE SOINS', 'centre  de  soïns', 'Centre\u00A0de\u202Fsoins'];

describe('a label typed in another spelling', () => {
  it('of a site, a person, an initiative, a campaign or a territory takes the spelling that it was first given', async () => {
    const { call } = workspace;
    const dates = { startDate: '2026-10-01', endDate: '2026-10-31' };
    for (const label of spellings) {
      expect((await call('sites.create', { name: 'Un', kind: label })).kind).toBe(spellings[0]);
      expect((await call('people.create', { lastName: 'Roux', jobTitle: label })).jobTitle).toBe(spellings[0]);
      expect((await call('initiatives.create', { title: 'Tri', theme: label })).theme).toBe(spellings[0]);
      expect(await call('campaigns.create', { title: 'Mai', ...dates, theme: label, pillar: label })).toMatchObject({
        theme: spellings[0],
        pillar: spellings[0],
      });
      const code = `T${spellings.indexOf(label)}`;
      expect((await call('territories.create', { code, name: code, kind: label })).kind).toBe(spellings[0]);
    }
  });

  it('joins on a change too, of one record or of many; all that carry it can be given another spelling together', async () => {
    const { call } = workspace;
    const first = await call('sites.create', { name: 'Un', kind: 'Usine' });
    const second = await call('sites.create', { name: 'Deux', kind: 'Dépôt' });
    expect((await call('sites.update', { id: second.id, set: { kind: 'USINE' } })).kind).toBe('Usine');
    await call('sites.updateMany', { ids: [second.id], set: { kind: 'usine' } });
    expect((await call('sites.kinds', {})).rows).toEqual([{ kind: 'Usine', sites: 2 }]);
    await call('sites.updateMany', { ids: [first.id, second.id], set: { kind: 'USINE' } });
    expect((await call('sites.kinds', {})).rows).toEqual([{ kind: 'USINE', sites: 2 }]);
  });
});

describe('labels of a file', () => {
  const take = async (content: string, kind: ImportInput['kind'], mapping: Record<string, string>) => {
    const path = join(workspace.folder, 'fichier.csv');
    writeFileSync(path, content);
    return workspace.call('imports.commit', { path, kind, mapping });
  };

  it('take the first spelling of the network, else of the file, which is said, and the next time nothing changes', async () => {
    await workspace.call('sites.create', { name: 'Zéro', code: 'Z', kind: 'Centre de soins' });
    const content = 'Code;Nom;Type\nA;Un;CENTRE DE SOINS\nB;Deux;Dépôt\nC;Trois;depot\nZ;Zéro;centre de soins\n';
    const mapping = { Code: 'code', Nom: 'name', Type: 'kind' };
    const report = await take(content, 'sites', mapping);
    expect(report.notes).toContainEqual({
      column: 'Type',
      note: 'labelJoined',
      count: 3,
      lines: [2, 4, 5],
      example: { from: 'CENTRE DE SOINS', to: 'Centre de soins' },
    });
    expect((await workspace.call('sites.kinds', {})).rows).toEqual([
      { kind: 'Centre de soins', sites: 2 },
      { kind: 'Dépôt', sites: 2 },
    ]);
    expect((await take(content, 'sites', mapping)).counts).toMatchObject({ unchanged: 4 });
  });

  it('of people, initiatives and campaigns too', async () => {
    await take('Nom;Fonction\nRoux;Chef\nPetit;CHEF\n', 'people', { Nom: 'lastName', Fonction: 'jobTitle' });
    expect((await workspace.call('people.list', {})).rows.map((row) => row.jobTitle)).toEqual(['Chef', 'Chef']);
    await take('Titre;Thème\nTri;Déchets\nVélo;dechets\n', 'initiatives', { Titre: 'title', Thème: 'theme' });
    expect((await workspace.call('initiatives.themes', {})).rows).toMatchObject([{ theme: 'Déchets' }]);
  });
});
