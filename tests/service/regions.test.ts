/** Sites without a territory given the region of their postcode: those that are there, those that are made, those that cannot be told. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

const territoriesOf = async (): Promise<[string, string | null][]> =>
  (await workspace.call('sites.list', { sort: 'name' })).rows.map(({ name, territoryName }) => [name, territoryName]);

it('go to their region, which is made once, in one step of undo', async () => {
  const kept = await workspace.call('territories.create', { code: 'GO', name: 'Grand Ouest' });
  await workspace.call('territories.create', { code: 'BZH', name: 'BRETAGNE' });
  const sites: [string, string | null, string][] = [
    ['Ajaccio', '20000', 'FR'],
    ['Bastia', '20200', 'FR'],
    ['Brest', '29200', 'FR'],
    ['Bruxelles', '1000', 'BE'],
    ['Cayenne', null, 'GF'],
    ['Cork', '29200', 'IE'],
    ['Inconnu', null, 'FR'],
    ['Lyon', '69003', 'FR'],
    ['Pointe-à-Pitre', '97110', 'FR'],
    ['Rennes', '35000', 'FR'],
  ];
  for (const [name, postcode, country] of sites) await workspace.call('sites.create', { name, postcode, country });
  await workspace.call('sites.create', { name: 'Vannes', postcode: '56000', territoryId: kept.id });

  expect(await workspace.call('territories.regionsToFill', {})).toEqual({
    regions: [
      { name: 'Corse', sites: 2, isNew: true },
      { name: 'Bretagne', sites: 2, isNew: false },
      { name: 'Guyane', sites: 1, isNew: true },
      { name: 'Auvergne-Rhône-Alpes', sites: 1, isNew: true },
      { name: 'Guadeloupe', sites: 1, isNew: true },
    ],
    unplaced: 3,
  });
  expect(await workspace.call('territories.fillRegions', {})).toEqual({ sites: 7, territories: 4 });
  expect(await territoriesOf()).toEqual([
    ['Ajaccio', 'Corse'],
    ['Bastia', 'Corse'],
    ['Brest', 'BRETAGNE'],
    ['Bruxelles', null],
    ['Cayenne', 'Guyane'],
    ['Cork', null],
    ['Inconnu', null],
    ['Lyon', 'Auvergne-Rhône-Alpes'],
    ['Pointe-à-Pitre', 'Guadeloupe'],
    ['Rennes', 'BRETAGNE'],
    ['Vannes', 'Grand Ouest'],
  ]);
  const { rows } = await workspace.call('territories.list', {});
  expect(rows.map(({ code, kind }) => [code, kind])).toContainEqual(['AUVERGNE-RHONE-ALPES', 'région']);
  expect(await workspace.call('territories.fillRegions', {})).toEqual({ sites: 0, territories: 0 });
  await workspace.call('history.undo', {});
  expect((await territoriesOf()).filter(([, territory]) => territory !== null)).toEqual([['Vannes', 'Grand Ouest']]);
});

it('take another code where theirs is another territory’s', async () => {
  await workspace.call('territories.create', { code: 'CORSE', name: 'Îles' });
  await workspace.call('sites.create', { name: 'Bastia', postcode: '20200' });
  expect(await workspace.call('territories.fillRegions', {})).toEqual({ sites: 1, territories: 1 });
  expect((await workspace.call('territories.list', {})).rows.map(({ code }) => code).sort()).toEqual([
    'CORSE',
    'CORSE-2',
  ]);
});

it('go to the region among territories of one name', async () => {
  await workspace.call('territories.create', { code: 'D1', name: 'Bretagne', kind: 'direction' });
  const region = await workspace.call('territories.create', { code: 'R1', name: 'Bretagne', kind: 'Région' });
  await workspace.call('sites.create', { name: 'Brest', postcode: '29200' });
  await workspace.call('territories.fillRegions', {});
  expect((await workspace.call('sites.list', {})).rows[0]?.territoryId).toBe(region.id);
});
