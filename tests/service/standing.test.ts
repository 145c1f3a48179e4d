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

describe('sites on their days', () => {
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
