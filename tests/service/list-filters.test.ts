/** What each filter of the lists keeps and leaves out, alone: a filter that says nothing hides nobody, one that is set hides the rest. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract.ts';
import { smallNetwork, type SmallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let network: SmallNetwork;
let people: Record<'ana' | 'bob' | 'col' | 'dan', string>;
let initiatives: Record<'hive' | 'garden' | 'swap', string>;

beforeAll(async () => {
  workspace = await testWorkspace();
  const { call } = workspace;
  network = await smallNetwork(workspace);
  const { rennes, brest, caen } = network.sites;
  await call('sites.update', { id: rennes, set: { lat: 48.11, lon: -1.68 } });
  await call('sites.update', { id: brest, set: { postcode: '29200', city: 'Brest' } });
  await call('sites.create', { code: 'OLD', name: 'Ancien', status: 'closed', headcount: 50 });
  const person = async (firstName: string, more: Partial<InputOf<'people.create'>>): Promise<string> =>
    (await call('people.create', { firstName, lastName: 'X', ...more })).id;
  people = {
    ana: await person('Ana', { siteId: rennes, stage: 'active', profile: 'spontaneous', channel: 'appointed' }),
    bob: await person('Bob', { siteId: rennes, stage: 'contacted', profile: 'local_manager' }),
    col: await person('Col', { siteId: caen, stage: 'paused', channel: 'volunteer_call' }),
    dan: await person('Dan', {}),
  };
  const initiative = async (title: string, more: Partial<InputOf<'initiatives.create'>>): Promise<string> =>
    (await call('initiatives.create', { title, ...more })).id;
  initiatives = {
    hive: await initiative('Ruche', {
      siteId: rennes,
      leadId: people.ana,
      theme: 'Nature',
      sdgs: [13, 15],
      status: 'done',
      startDate: '2026-03-01',
      endDate: '2026-03-31',
    }),
    garden: await initiative('Jardin', {
      siteId: caen,
      leadId: people.col,
      theme: 'Nature',
      sdgs: [11],
      status: 'running',
      startDate: '2026-04-01',
      endDate: '2026-06-30',
    }),
    swap: await initiative('Troc', { theme: 'Achats', status: 'idea' }),
  };
  const indicator = await call('indicators.create', { code: 'MIEL', name: 'Miel', unit: 'kg', kind: 'output' });
  await call('measurements.create', {
    initiativeId: initiatives.hive,
    indicatorId: indicator.id,
    date: '2026-03-31',
    value: 12,
  });
});
afterAll(() => workspace.close());

describe('sites', () => {
  const all = ['Ancien', 'Brest', 'Caen', 'Paris', 'Rennes'];
  const kept = async (filter: NonNullable<InputOf<'sites.list'>['filter']>, search = ''): Promise<string[]> => {
    const { rows, total } = await workspace.call('sites.list', { filter, search });
    expect(total).toBe(rows.length);
    return rows.map((row) => row.name).sort();
  };

  it('are all there without a filter, and with a search of blanks', async () => {
    expect(await kept({})).toEqual(all);
    expect(await kept({}, '  ')).toEqual(all);
  });

  it.each<[string, () => Parameters<typeof kept>[0], string[]]>([
    ['these ones', () => ({ ids: [network.sites.caen] }), ['Caen']],
    ['of a status', () => ({ statuses: ['closed'] }), ['Ancien']],
    ['of a kind', () => ({ kinds: ['usine'] }), ['Caen', 'Rennes']],
    ['of a territory and below', () => ({ territoryIds: [network.territories.france] }), ['Brest', 'Caen', 'Rennes']],
    ['on the map', () => ({ located: 'yes' }), ['Brest', 'Rennes']],
    ['not on the map', () => ({ located: 'no' }), ['Ancien', 'Caen', 'Paris']],
    ['placed by their town', () => ({ located: 'approximate' }), ['Brest']],
    ['of so many people or more', () => ({ headcountMin: 120 }), ['Paris', 'Rennes']],
    ['of so many people or fewer', () => ({ headcountMax: 50 }), ['Ancien', 'Brest']],
    ['without anybody active', () => ({ withoutPeople: true }), ['Ancien', 'Brest', 'Caen', 'Paris']],
    ['with someone at a stage', () => ({ stages: ['paused', 'contacted'] }), ['Caen', 'Rennes']],
    ['with someone of a profile', () => ({ profiles: ['spontaneous'] }), ['Rennes']],
    ['with one person who is both', () => ({ stages: ['active'], profiles: ['spontaneous'] }), ['Rennes']],
    ['with two who are one each', () => ({ stages: ['active'], profiles: ['local_manager'] }), []],
  ])('%s', async (_what, filter, names) => {
    expect(await kept(filter())).toEqual(names);
  });
});

describe('people', () => {
  const kept = async (filter: NonNullable<InputOf<'people.list'>['filter']>, search = ''): Promise<string[]> =>
    (await workspace.call('people.list', { filter, search })).rows.map((row) => row.firstName).sort();

  it.each<[string, () => Parameters<typeof kept>[0], string[]]>([
    ['all of them', () => ({}), ['Ana', 'Bob', 'Col', 'Dan']],
    ['at a stage', () => ({ stages: ['active', 'paused'] }), ['Ana', 'Col']],
    ['of a profile', () => ({ profiles: ['local_manager'] }), ['Bob']],
    ['come by a channel', () => ({ channels: ['appointed'] }), ['Ana']],
    ['of a site', () => ({ siteIds: [network.sites.rennes] }), ['Ana', 'Bob']],
    ['of a territory and below', () => ({ territoryIds: [network.territories.normandie] }), ['Col']],
    ['without a site', () => ({ withoutSite: true }), ['Dan']],
  ])('%s', async (_what, filter, names) => {
    expect(await kept(filter())).toEqual(names);
    expect(await kept(filter(), ' ')).toEqual(names);
  });
});

describe('initiatives', () => {
  const kept = async (filter: NonNullable<InputOf<'initiatives.list'>['filter']>, search = ''): Promise<string[]> =>
    (await workspace.call('initiatives.list', { filter, search })).rows.map((row) => row.title).sort();

  it.each<[string, () => Parameters<typeof kept>[0], string[]]>([
    ['all of them', () => ({}), ['Jardin', 'Ruche', 'Troc']],
    ['of a status', () => ({ statuses: ['done', 'idea'] }), ['Ruche', 'Troc']],
    ['of a theme', () => ({ themes: ['Nature'] }), ['Jardin', 'Ruche']],
    ['of a goal', () => ({ sdgs: [15] }), ['Ruche']],
    ['of a site', () => ({ siteIds: [network.sites.caen] }), ['Jardin']],
    ['led by someone', () => ({ leadIds: [people.ana] }), ['Ruche']],
    ['of a territory and below', () => ({ territoryIds: [network.territories.france] }), ['Jardin', 'Ruche']],
    ['that end before a day', () => ({ endsBefore: '2026-06-30' }), ['Ruche']],
    ['that end before the day after', () => ({ endsBefore: '2026-07-01' }), ['Jardin', 'Ruche']],
    ['with a figure', () => ({ measured: 'yes' }), ['Ruche']],
    ['without a figure', () => ({ measured: 'no' }), ['Jardin', 'Troc']],
    ['that go on between two days', () => ({ from: '2026-03-31', to: '2026-03-31' }), ['Ruche']],
  ])('%s', async (_what, filter, titles) => {
    expect(await kept(filter())).toEqual(titles);
    expect(await kept(filter(), ' ')).toEqual(titles);
  });
});

describe('campaigns', () => {
  const kept = async (filter: NonNullable<InputOf<'campaigns.list'>['filter']>, search = ''): Promise<string[]> =>
    (await workspace.call('campaigns.list', { filter, search })).rows.map((row) => row.title).sort();

  beforeAll(async () => {
    const { call } = workspace;
    await call('campaigns.create', {
      title: 'Octobre rose',
      startDate: '2027-10-01',
      endDate: '2027-10-31',
      theme: 'Santé',
      pillar: 'Social',
      sdgs: [3],
      ownerId: people.ana,
    });
    const settled = await call('campaigns.create', {
      title: 'Énergie',
      startDate: '2027-11-02',
      endDate: '2027-11-30',
      theme: 'Climat',
      pillar: 'Planète',
      sdgs: [7, 13],
      ownerId: people.bob,
    });
    await call('campaigns.setStatus', { ids: [settled.id], status: 'ready' });
  });

  it.each<[string, () => Parameters<typeof kept>[0], string[]]>([
    ['all of them', () => ({}), ['Octobre rose', 'Énergie']],
    ['of a status', () => ({ statuses: ['draft'] }), ['Octobre rose']],
    ['of a theme', () => ({ themes: ['Climat'] }), ['Énergie']],
    ['of a pillar', () => ({ pillars: ['Social'] }), ['Octobre rose']],
    ['of a goal', () => ({ sdgs: [13] }), ['Énergie']],
    ['of an owner', () => ({ ownerIds: [people.bob] }), ['Énergie']],
  ])('%s', async (_what, filter, titles) => {
    expect(await kept(filter())).toEqual(titles);
    expect(await kept(filter(), ' ')).toEqual(titles);
  });
});
