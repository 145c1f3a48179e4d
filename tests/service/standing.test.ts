/** Who left or has not joined yet, and what closed or has not opened yet, counts nowhere and is written to by nobody; the last day still counts. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LoadPerson } from '#shared/load/contract.ts';
import { readFacts } from '../../electron/service/features/deck/facts.ts';
import { setToday } from '../factories/clock.ts';
import { smallNetwork, type SmallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

const today = '2026-06-15';
let workspace: TestWorkspace;
let network: SmallNetwork;
beforeEach(async () => {
  setToday(today);
  workspace = await testWorkspace();
  network = await smallNetwork(workspace);
});
afterEach(async () => {
  vi.useRealTimers();
  await workspace.close();
});

/** All the stage of active ambassadors, at Rennes: two of the four are in the network on the day. */
async function fourAtRennes(): Promise<void> {
  const dates = {
    hier: { joinedOn: '2024-01-10', leftOn: '2026-06-14' },
    dernier: { joinedOn: '2024-01-10', leftOn: today },
    premier: { joinedOn: today },
    demain: { joinedOn: '2026-06-16' },
  };
  for (const [lastName, more] of Object.entries(dates))
    await workspace.call('people.create', {
      lastName,
      siteId: network.sites.rennes,
      stage: 'active',
      email: `${lastName}@x.fr`,
      ...more,
    });
}

describe('people on their days', () => {
  beforeEach(fourAtRennes);

  it('count the same on every screen, in every list and report, and in the deck', async () => {
    const { call } = workspace;
    const overview = await call('workspace.overview', {});
    expect(overview).toMatchObject({ people: 2, activePeople: 2, coverage: { active: 2, sitesCovered: 1 } });
    expect(overview.trends.people.at(-1)).toBe(2);
    expect((await call('network.map', {})).total).toMatchObject({ active: 2, sitesCovered: 1 });
    expect((await call('network.trend', {})).rows.at(-1)).toMatchObject({ active: 2, sitesCovered: 1 });
    expect((await call('sites.list', { search: 'Rennes' })).rows[0]).toMatchObject({ people: 2, activePeople: 2 });
    expect((await call('territories.list', {})).rows.find((row) => row.name === 'France')).toMatchObject({ people: 2 });
    const load = JSON.parse((await call('load.people', { from: today })).json) as LoadPerson[];
    expect(load.map((row) => [row.name, row.sharedBy])).toEqual([
      ['dernier', 2],
      ['premier', 2],
    ]);
    const report = await call('reports.preview', { report: 'sites' } as never);
    const at = report.columns.findIndex((column) => column.id === 'activePeople');
    expect(report.rows.find((row) => row.includes('Rennes'))?.[at]).toBe(2);
    const { id } = await call('awards.createEdition', { year: 2026, name: 'Prix' });
    expect((await readFacts(workspace.service.workspace!.readerDb, id, today)).network.people).toBe(2);
  });

  it('are written to while they are there, and never after', async () => {
    const { call } = workspace;
    const followed = (await call('network.followUp', {})).letters.flatMap((letter) => letter.emails);
    expect(followed).toEqual(['dernier@x.fr', 'premier@x.fr']);
    const { id } = await call('campaigns.create', { title: 'Vélo', startDate: '2026-06-01', endDate: '2026-06-30' });
    await call('campaigns.setStatus', { ids: [id], status: 'running' });
    const { rows } = await call('adoptions.list', { search: 'Rennes' });
    expect(rows[0]?.contacts.map((contact) => contact.name)).toEqual(['dernier', 'premier']);
    const reminder = await call('adoptions.reminder', { ids: rows.map((row) => row.id) });
    expect(reminder.letters.flatMap((letter) => letter.emails)).toEqual(['dernier@x.fr', 'premier@x.fr']);
  });

  it('leave their site without anybody once the last has left', async () => {
    const alone = async (): Promise<string[]> =>
      (await workspace.call('sites.list', { filter: { withoutPeople: true } })).rows.map((row) => row.name);
    expect(await alone()).toEqual(['Brest', 'Caen', 'Paris']);
    setToday('2030-01-01');
    for (const { id } of (await workspace.call('people.list', {})).rows)
      await workspace.call('people.update', { id, set: { leftOn: '2029-12-31' } });
    expect(await alone()).toEqual(['Brest', 'Caen', 'Paris', 'Rennes']);
  });
});

describe('lists of people on their days', () => {
  const named = async (filter: object): Promise<string[]> =>
    (await workspace.call('people.list', { filter })).rows.map((row) => row.lastName);

  it('find under a stage who stands there today, and who left among the former ones', async () => {
    await fourAtRennes();
    expect(await named({ stages: ['active'] })).toEqual(['dernier', 'premier']);
    expect(await named({ stages: ['alumni'] })).toEqual(['hier']);
    expect(await named({ stages: ['alumni', 'active'] })).toEqual(['dernier', 'hier', 'premier']);
    expect(await named({ stages: ['identified'] })).toEqual([]);
    const { ids } = await workspace.call('people.ids', { filter: { stages: ['active'] } });
    expect(ids.length).toBe(2);
    // A period says itself who was there in it.
    const scope = { from: '2025-01-01', to: '2025-12-31' };
    expect(await named({ stages: ['active'], scope })).toEqual(['dernier', 'hier']);
    // A site has people of a stage by the same rule.
    const sites = async (stage: 'active' | 'alumni'): Promise<string[]> =>
      (await workspace.call('sites.list', { filter: { stages: [stage] } })).rows.map((row) => row.name);
    expect(await sites('active')).toEqual(['Rennes']);
    setToday('2026-06-16');
    expect(await named({ stages: ['active'] })).toEqual(['demain', 'premier']);
    expect(await named({ stages: ['alumni'] })).toEqual(['dernier', 'hier']);
  });

  it('call nobody who left to join the network', async () => {
    const { call } = workspace;
    for (const [lastName, leftOn] of [
      ['parti', '2026-06-14'],
      ['là', today],
    ] as const)
      await call('people.create', { lastName, siteId: network.sites.rennes, stage: 'contacted', leftOn });
    const made = await call('network.recruitmentCall', { siteIds: [network.sites.rennes] });
    expect(made.prospects.map((person) => person.name)).toEqual(['là']);
    expect(made.body).toContain('1');
  });
});

describe('sites on their days', () => {
  it('are found under the status that they have today', async () => {
    const { call } = workspace;
    const named = async (statuses: ('open' | 'planned' | 'closed')[], scope = {}): Promise<string[]> =>
      (await call('sites.list', { filter: { statuses, scope } })).rows.map((row) => row.name);
    const before = await named(['open']);
    expect(before).toEqual(expect.arrayContaining(['Brest', 'Caen']));
    await call('sites.update', { id: network.sites.brest, set: { closedOn: '2026-06-14' } });
    await call('sites.update', { id: network.sites.caen, set: { openedOn: '2026-06-16' } });
    expect(await named(['open'])).toEqual(before.filter((name) => name !== 'Brest' && name !== 'Caen'));
    expect(await named(['closed'])).toContain('Brest');
    expect(await named(['planned'])).toContain('Caen');
    expect(await named(['open'], { from: '2026-01-01', to: '2026-01-31' })).toContain('Brest');
    await call('sites.update', { id: network.sites.brest, set: { closedOn: today } });
    await call('sites.update', { id: network.sites.caen, set: { openedOn: today } });
    expect(await named(['open'])).toEqual(before);
  });

  it('count while they are open, the last day too, whatever their status says', async () => {
    const { call } = workspace;
    const counted = async (): Promise<number[]> => {
      const [overview, map, trend] = [
        await call('workspace.overview', {}),
        await call('network.map', {}),
        await call('network.trend', {}),
      ];
      return [overview.coverage.sitesOpen, map.total.sites, trend.rows.at(-1)?.sites ?? -1];
    };
    expect(await counted()).toEqual([4, 4, 4]);
    await call('sites.update', { id: network.sites.brest, set: { closedOn: today } });
    expect(await counted()).toEqual([4, 4, 4]);
    await call('sites.update', { id: network.sites.brest, set: { closedOn: '2026-06-14' } });
    expect(await counted()).toEqual([3, 3, 3]);
    await call('sites.update', { id: network.sites.caen, set: { openedOn: today } });
    expect(await counted()).toEqual([3, 3, 3]);
    await call('sites.update', { id: network.sites.caen, set: { openedOn: '2026-06-16' } });
    expect(await counted()).toEqual([2, 2, 2]);
  });
});
