/** Campaigns at their edges: sites that answered and fall out of the scope, what is done when dates move, a campaign of one day. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoadRow } from '#shared/load/contract.ts';
import { smallNetwork, type SmallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let network: SmallNetwork;
beforeEach(async () => {
  workspace = await testWorkspace();
  network = await smallNetwork(workspace);
});
afterEach(() => workspace.close());

describe('a site that answered', () => {
  let id: string;
  beforeEach(async () => {
    const { call } = workspace;
    const october = { startDate: '2027-10-01', endDate: '2027-10-31' };
    id = (await call('campaigns.create', { title: 'Octobre rose', ...october })).id;
    await call('campaigns.setStatus', { ids: [id], status: 'running' });
  });

  const statuses = async (): Promise<string[]> =>
    (await workspace.call('adoptions.list', { filter: { campaignIds: [id] } })).rows.map(
      (row) => `${row.siteName} ${row.status}${row.what === null ? '' : ` (${row.what})`}`,
    );
  const answer = async (site: keyof SmallNetwork['sites'], set: object): Promise<void> => {
    const { rows } = await workspace.call('adoptions.list', {
      filter: { campaignIds: [id], siteIds: [network.sites[site]] },
    });
    await workspace.call('adoptions.answer', { id: rows[0]?.id ?? '', set: { status: 'adopted', ...set } });
  };

  it('keeps its answer when the new scope leaves it out; one that did not is no longer asked', async () => {
    const { call } = workspace;
    await answer('brest', {});
    await answer('paris', { status: 'declined', why: 'Travaux' });
    await answer('caen', { status: 'adapted', what: 'Sur deux jours' });
    await call('campaigns.update', { id, set: { scope: { siteIds: [network.sites.rennes] } } });
    expect(await call('campaigns.scopePreview', { id })).toMatchObject({ leaving: 0, missing: 0 });
    expect(await call('campaigns.refreshScope', { id })).toEqual({ added: 0, removed: 0 });
    expect(await statuses()).toEqual([
      'Brest adopted',
      'Caen adapted (Sur deux jours)',
      'Paris declined',
      'Rennes invited',
    ]);
    await call('campaigns.update', { id, set: { scope: { siteIds: [network.sites.brest] } } });
    expect(await call('campaigns.scopePreview', { id })).toMatchObject({ leaving: 1 });
    expect(await call('campaigns.refreshScope', { id })).toEqual({ added: 0, removed: 1 });
    expect(await statuses()).toEqual(['Brest adopted', 'Caen adapted (Sur deux jours)', 'Paris declined']);
  });

  it('keeps its answer when it is left out by hand, and when the campaign is taken back to a draft', async () => {
    const { call } = workspace;
    await answer('brest', {});
    expect(await call('campaigns.leaveOut', { id, siteIds: [network.sites.brest, network.sites.caen] })).toEqual({
      count: 2,
      removed: 1,
    });
    expect(await statuses()).toEqual(['Brest adopted', 'Paris invited', 'Rennes invited']);
    await call('campaigns.setStatus', { ids: [id], status: 'draft' });
    expect(await statuses()).toEqual(['Brest adopted']);
  });

  it('is asked once, however often the list is brought up to date', async () => {
    const { call } = workspace;
    await answer('brest', {});
    expect(await call('campaigns.refreshScope', { id })).toEqual({ added: 0, removed: 0 });
    expect((await call('campaigns.get', { id })).answers).toMatchObject({ sites: 4, invited: 3, adopted: 1 });
  });
});

describe('what is done stays where it was', () => {
  it('when the task it waited for moves on', async () => {
    const { call } = workspace;
    const { id } = await call('campaigns.create', {
      title: 'Mobilité',
      startDate: '2027-05-01',
      endDate: '2027-05-31',
    });
    const task = (title: string, dueDate: string, dependsOn: string[], doneOn: string | null = null) =>
      call('campaigns.addTask', { campaignId: id, title, startDate: dueDate, dueDate, dependsOn, doneOn });
    const first = await task('Écrire', '2027-04-01', []);
    const done = await task('Imprimer', '2027-04-05', [first.id], '2027-04-04');
    await task('Envoyer', '2027-04-10', [done.id]);
    await call('campaigns.updateTask', { id: first.id, set: { dueDate: '2027-04-03' }, moveDependents: true });
    const dates = async () =>
      (await call('campaigns.get', { id })).tasksList.map(({ title, startDate, dueDate }) => [
        title,
        startDate,
        dueDate,
      ]);
    expect(await dates()).toEqual([
      ['Écrire', '2027-04-01', '2027-04-03'],
      ['Imprimer', '2027-04-05', '2027-04-05'],
      ['Envoyer', '2027-04-12', '2027-04-12'],
    ]);
    // Moved by its dates in the form as by the hand on the plan.
    await call('campaigns.update', { id, set: { startDate: '2027-05-11', endDate: '2027-06-10' } });
    expect(await dates()).toEqual([
      ['Imprimer', '2027-04-05', '2027-04-05'],
      ['Écrire', '2027-04-11', '2027-04-13'],
      ['Envoyer', '2027-04-22', '2027-04-22'],
    ]);
  });
});

describe('a campaign of one day', () => {
  const day = '2027-05-20';

  it('is made, changed, moved, copied, imported, with a phase and a task of that day', async () => {
    const { call } = workspace;
    const { id } = await call('campaigns.create', { title: 'Journée du don', startDate: day, endDate: day });
    await call('campaigns.addPhase', { campaignId: id, kind: 'launch', startDate: day, endDate: day });
    await call('campaigns.addTask', { campaignId: id, title: 'Accueillir', startDate: day, dueDate: day });
    expect(await call('campaigns.move', { id, startDate: '2027-06-10' })).toMatchObject({
      startDate: '2027-06-10',
      endDate: '2027-06-10',
    });
    const { phases, tasksList } = await call('campaigns.get', { id });
    expect(phases).toMatchObject([{ startDate: '2027-06-10', endDate: '2027-06-10' }]);
    expect(tasksList).toMatchObject([{ startDate: '2027-06-10', dueDate: '2027-06-10' }]);
    await call('campaigns.updatePhase', {
      id: phases[0]?.id ?? '',
      set: { startDate: '2027-06-09', endDate: '2027-06-09' },
    });
    await call('campaigns.updateTask', {
      id: tasksList[0]?.id ?? '',
      set: { startDate: '2027-06-09', dueDate: '2027-06-09' },
    });
    expect(await call('campaigns.move', { id, startDate: '2027-06-12', endDate: '2027-06-12' })).toMatchObject({
      startDate: '2027-06-12',
      endDate: '2027-06-12',
    });
    expect(await call('campaigns.update', { id, set: { startDate: day, endDate: day } })).toMatchObject({
      startDate: day,
      endDate: day,
    });
    expect(await call('campaigns.clone', { id, startDate: '2028-05-20' })).toMatchObject({
      startDate: '2028-05-20',
      endDate: '2028-05-20',
    });
    const path = join(workspace.folder, 'campagnes.csv');
    const outPath = join(workspace.folder, 'agenda.ics');
    await call('reports.exportList', { list: 'campaigns', format: 'csv', outPath: path });
    await call('campaigns.delete', { ids: (await call('campaigns.ids', {})).ids });
    const { proposals } = await call('imports.inspect', { path, kind: 'campaigns' });
    const mapping = Object.fromEntries(
      proposals.filter(({ field }) => field !== 'id').map(({ column, field }) => [column, field]),
    );
    expect((await call('imports.commit', { path, kind: 'campaigns', mapping })).counts).toMatchObject({
      created: 2,
      rejected: 0,
    });
    // In a calendar the day after ends it.
    await call('calendar.export', { from: day, to: day, outPath });
    const ics = readFileSync(outPath, 'utf8');
    expect(ics).toContain('DTSTART;VALUE=DATE:20270520');
    expect(ics).toContain('DTEND;VALUE=DATE:20270521');
  });

  it('asks the sites that are open on that very day, in its one week, and is on the plan of that day alone', async () => {
    const { call } = workspace;
    const set = (site: keyof SmallNetwork['sites'], values: object) =>
      call('sites.update', { id: network.sites[site], set: values });
    await set('rennes', { closedOn: day });
    await set('brest', { openedOn: day });
    await set('caen', { closedOn: '2027-05-19' });
    await set('paris', { openedOn: '2027-05-21' });
    const { id } = await call('campaigns.create', { title: 'Journée du don', startDate: day, endDate: day });
    expect((await call('campaigns.scopePreview', { id })).rows.map((row) => row.name)).toEqual(['Brest', 'Rennes']);
    await call('campaigns.setStatus', { ids: [id], status: 'ready' });
    const load = await call('load.sites', { from: '2027-05-10', weeks: 3, sort: 'name', descending: false });
    expect((JSON.parse(load.json) as LoadRow[]).map((row) => [row.name, row.weeks])).toEqual([
      ['Brest', [0, 1, 0]],
      ['Caen', [0, 0, 0]],
      ['Paris', [0, 0, 0]],
      ['Rennes', [0, 1, 0]],
    ]);
    const planned = async (from: string, to: string): Promise<number> =>
      (await call('campaigns.plan', { from, to })).campaigns.length;
    expect(await planned(day, day)).toBe(1);
    expect(await planned('2027-05-01', '2027-05-19')).toBe(0);
    expect(await planned('2027-05-21', '2027-05-31')).toBe(0);
  });
});
