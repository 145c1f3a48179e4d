/** A campaign from the first draft to the answers of its sites, and every refusal on the way. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract.ts';
import { smallNetwork, type SmallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let network: SmallNetwork;
beforeEach(async () => {
  workspace = await testWorkspace();
  network = await smallNetwork(workspace);
});
afterEach(() => workspace.close());

const october = { startDate: '2027-10-01', endDate: '2027-10-31' };

async function campaign(more: Partial<InputOf<'campaigns.create'>> = {}): Promise<string> {
  return (await workspace.call('campaigns.create', { title: 'Octobre rose', ...october, ...more })).id;
}

async function sitesOf(id: string): Promise<string[]> {
  return (await workspace.call('campaigns.scopePreview', { id })).rows.map((row) => `${row.name} ${row.place}`);
}

describe('a campaign', () => {
  it('is made, read, listed, changed, deleted and brought back', async () => {
    const { call } = workspace;
    const person = await call('people.create', {
      firstName: 'Zoë',
      lastName: 'Le Bœuf',
      siteId: network.sites.rennes,
      stage: 'active',
    });
    const id = await campaign({
      theme: 'Santé',
      pillar: 'Social',
      sdgs: [5, 3, 3],
      objective: 'Faire connaître le dépistage',
      ownerId: person.id,
      budget: 12000,
      colour: '#c2185b',
      scope: { siteKinds: ['usine'] },
    });
    expect(await call('campaigns.get', { id })).toMatchObject({
      code: 'C-0001',
      title: 'Octobre rose',
      sdgs: [3, 5],
      status: 'draft',
      frozenAt: null,
      owner: 'Zoë Le Bœuf',
      budget: 12000,
      colour: '#C2185B',
      asksSites: true,
      answers: { sites: 2, invited: 0 },
      phases: [],
      tasksList: [],
      kit: [],
      targets: [],
    });
    const second = await campaign({ title: 'Énergie', startDate: '2027-11-02', endDate: '2027-11-30' });
    expect((await call('campaigns.list', {})).rows.map((row) => row.title)).toEqual(['Octobre rose', 'Énergie']);
    expect((await call('campaigns.list', { search: 'energie' })).total).toBe(1);
    expect((await call('campaigns.list', { filter: { sdgs: [5] } })).rows.map((row) => row.id)).toEqual([id]);
    expect(
      (await call('campaigns.list', { filter: { from: '2027-10-31', to: '2027-11-01' } })).rows.map((row) => row.id),
    ).toEqual([id]);
    expect(await call('campaigns.facets', {})).toEqual({
      themes: ['Santé'],
      pillars: ['Social'],
      owners: [{ id: person.id, name: 'Zoë Le Bœuf' }],
    });
    await call('campaigns.update', { id, set: { title: 'Octobre rose 2027', theme: null } });
    expect(await call('campaigns.get', { id })).toMatchObject({
      title: 'Octobre rose 2027',
      theme: null,
      sdgs: [3, 5],
    });
    await call('campaigns.delete', { ids: [id, second] });
    expect((await call('campaigns.list', {})).total).toBe(0);
    await call('history.undo', {});
    expect((await call('campaigns.list', {})).total).toBe(2);
  });

  it('refuses an end before the start, a taken code and an unknown owner', async () => {
    const { refused } = workspace;
    const id = await campaign();
    expect(
      await refused('campaigns.create', { title: 'x', startDate: '2027-02-02', endDate: '2027-02-01' }),
    ).toMatchObject({ code: 'invalid_input', details: { issues: [{ path: 'endDate', rule: 'before_start' }] } });
    expect(await refused('campaigns.update', { id, set: { endDate: '2027-09-01' } })).toMatchObject({
      code: 'invalid_input',
    });
    expect(await refused('campaigns.create', { title: 'x', ...october, code: 'C-0001' })).toMatchObject({
      code: 'duplicate_code',
    });
    expect(await refused('campaigns.update', { id, set: { ownerId: network.sites.brest } })).toMatchObject({
      code: 'unknown_reference',
    });
    expect(
      await refused('campaigns.create', { title: 'x', ...october, scope: { headcountMin: 10, headcountMax: 2 } }),
    ).toMatchObject({ code: 'invalid_input' });
    expect(
      await refused('campaigns.create', { title: 'x', startDate: '2027-02-30', endDate: '2027-03-01' }),
    ).toMatchObject({ code: 'invalid_input' });
  });

  it('is moved with its phases and tasks, but for what is done; stretched at one edge, what is inside stays', async () => {
    const { call, refused } = workspace;
    const id = await campaign();
    await call('campaigns.addPhase', {
      campaignId: id,
      kind: 'launch',
      startDate: '2027-10-01',
      endDate: '2027-10-07',
    });
    await call('campaigns.addTask', {
      campaignId: id,
      title: 'Affiches',
      startDate: '2027-09-01',
      dueDate: '2027-09-15',
    });
    await call('campaigns.addTask', { campaignId: id, title: 'Budget', dueDate: '2027-08-31', doneOn: '2027-08-30' });
    await call('campaigns.move', { id, startDate: '2028-03-01' });
    const moved = await call('campaigns.get', { id });
    expect([moved.startDate, moved.endDate, moved.phases[0]?.startDate, moved.phases[0]?.endDate]).toEqual([
      '2028-03-01',
      '2028-03-31',
      '2028-03-01',
      '2028-03-07',
    ]);
    expect(moved.tasksList.map((task) => [task.title, task.startDate, task.dueDate])).toEqual([
      ['Budget', null, '2027-08-31'],
      ['Affiches', '2028-01-31', '2028-02-14'],
    ]);
    await call('history.undo', {});
    expect((await call('campaigns.get', { id })).phases[0]?.startDate).toBe('2027-10-01');
    await call('campaigns.move', { id, startDate: '2027-09-20', endDate: '2027-10-31' });
    expect(await call('campaigns.get', { id })).toMatchObject({
      startDate: '2027-09-20',
      endDate: '2027-10-31',
      phases: [{ startDate: '2027-10-01' }],
    });
    await call('campaigns.update', { id, set: { startDate: '2027-09-27', endDate: '2027-11-07' } });
    expect((await call('campaigns.get', { id })).phases[0]).toMatchObject({
      startDate: '2027-10-08',
      endDate: '2027-10-14',
    });
    expect(await refused('campaigns.move', { id, startDate: '2027-11-02', endDate: '2027-11-01' })).toMatchObject({
      code: 'invalid_input',
    });
    await call('campaigns.setStatus', { ids: [id], status: 'closed' });
    expect(await refused('campaigns.move', { id, startDate: '2028-01-01' })).toMatchObject({ code: 'campaign_over' });
    expect(await refused('campaigns.update', { id, set: { scope: { siteKinds: ['usine'] } } })).toMatchObject({
      code: 'campaign_over',
    });
    expect(await call('campaigns.update', { id, set: { scope: {}, notes: 'Bilan fait' } })).toMatchObject({
      notes: 'Bilan fait',
    });
  });

  it('is copied with its phases, tasks, links, targets and messages, without its answers', async () => {
    const { call } = workspace;
    const id = await campaign({ scope: { territoryIds: [network.territories.france] } });
    const phase = await call('campaigns.addPhase', {
      campaignId: id,
      kind: 'teasing',
      startDate: '2027-09-20',
      endDate: '2027-09-30',
    });
    const first = await call('campaigns.addTask', {
      campaignId: id,
      title: 'Écrire',
      dueDate: '2027-09-10',
      phaseId: phase.id,
      doneOn: '2027-09-09',
    });
    await call('campaigns.addTask', {
      campaignId: id,
      title: 'Imprimer',
      dueDate: '2027-09-20',
      dependsOn: [first.id],
    });
    const indicator = await call('indicators.create', {
      code: 'PART',
      name: 'Participants',
      unit: 'pers.',
      kind: 'output',
    });
    await call('campaigns.setTarget', { campaignId: id, indicatorId: indicator.id, value: 500 });
    await call('campaigns.addKitItem', {
      campaignId: id,
      kind: 'message',
      lang: 'fr',
      text: 'Un dépistage prend dix minutes.',
    });
    await call('campaigns.setStatus', { ids: [id], status: 'ready' });
    const copy = await call('campaigns.clone', { id, startDate: '2028-10-01', title: 'Octobre rose 2028' });
    const detail = await call('campaigns.get', { id: copy.id });
    expect(detail).toMatchObject({
      title: 'Octobre rose 2028',
      status: 'draft',
      frozenAt: null,
      clonedFromTitle: 'Octobre rose',
      endDate: '2028-10-31',
      answers: { sites: 3, invited: 0 },
      targets: [{ value: 500, actual: null }],
      kit: [{ text: 'Un dépistage prend dix minutes.' }],
    });
    expect(detail.phases.map((one) => [one.kind, one.startDate])).toEqual([['teasing', '2028-09-20']]);
    const [write, print] = detail.tasksList;
    expect([write?.title, write?.doneOn, write?.dueDate, write?.phaseId]).toEqual([
      'Écrire',
      null,
      '2028-09-10',
      detail.phases[0]?.id,
    ]);
    expect(print?.dependsOn).toEqual([write?.id]);
    expect(write?.id).not.toBe(first.id);
  });
});

describe('the sites of a campaign', () => {
  it('follow every criterion, the chosen and the left out, and are counted with their sums', async () => {
    const { call } = workspace;
    await call('people.create', { firstName: 'A', lastName: 'B', siteId: network.sites.rennes, stage: 'active' });
    const names = async (scope: InputOf<'campaigns.scopePreview'>['scope']): Promise<string[]> =>
      (await call('campaigns.scopePreview', { scope, ...october })).rows.map((row) => row.name);
    expect(await names({})).toEqual(['Brest', 'Caen', 'Paris', 'Rennes']);
    expect(await names({ territoryIds: [network.territories.france] })).toEqual(['Brest', 'Caen', 'Rennes']);
    expect(await names({ siteKinds: ['usine'] })).toEqual(['Caen', 'Rennes']);
    expect(await names({ headcountMin: 100 })).toEqual(['Paris', 'Rennes']);
    expect(await names({ headcountMax: 100 })).toEqual(['Brest']);
    expect(await names({ siteIds: [network.sites.paris] })).toEqual(['Paris']);
    expect(
      await names({ siteKinds: ['usine'], siteIds: [network.sites.paris], excludedSiteIds: [network.sites.caen] }),
    ).toEqual(['Paris', 'Rennes']);
    const all = await call('campaigns.scopePreview', { scope: {}, ...october, limit: 2 });
    expect(all).toMatchObject({
      settled: false,
      total: 4,
      sites: 4,
      headcount: 1032,
      sitesWithoutHeadcount: 1,
      activePeople: 1,
      sitesWithoutPeople: 3,
      missing: 0,
      leaving: 0,
    });
    expect(all.rows).toHaveLength(2);
    expect(all.territories.map((one) => [one.name, one.sites])).toEqual([
      ['Bretagne', 2],
      [null, 1],
      ['Normandie', 1],
    ]);
    expect(all.kinds).toEqual([
      { kind: 'usine', sites: 2 },
      { kind: 'agence', sites: 1 },
      { kind: 'siège', sites: 1 },
    ]);
  });

  it('are those open at some time of the period', async () => {
    const { call } = workspace;
    const id = await campaign();
    const set = async (site: keyof SmallNetwork['sites'], values: InputOf<'sites.update'>['set']): Promise<void> => {
      await call('sites.update', { id: network.sites[site], set: values });
    };
    await set('rennes', { status: 'closed' });
    await set('brest', { closedOn: '2027-09-30' });
    await set('caen', { status: 'planned', openedOn: '2027-10-31' });
    await set('paris', { openedOn: '2027-11-01' });
    expect(await sitesOf(id)).toEqual(['Caen in']);
    await set('caen', { status: 'planned', openedOn: null });
    await set('brest', { closedOn: '2027-10-01' });
    expect(await sitesOf(id)).toEqual(['Brest in']);
    expect((await call('campaigns.list', {})).rows[0]?.answers.sites).toBe(1);
  });

  it('follow the network while it is a draft, then stay what they are until someone brings the list up to date', async () => {
    const { call, refused } = workspace;
    const id = await campaign({ scope: { siteKinds: ['usine'] } });
    await call('sites.update', { id: network.sites.brest, set: { kind: 'usine' } });
    expect(await sitesOf(id)).toEqual(['Brest in', 'Caen in', 'Rennes in']);
    expect(await refused('campaigns.refreshScope', { id })).toMatchObject({ code: 'campaign_not_settled' });
    expect(await call('campaigns.setStatus', { ids: [id], status: 'ready' })).toEqual({ count: 1, invited: 3 });
    await call('sites.create', { name: 'Dijon', kind: 'usine' });
    await call('sites.update', { id: network.sites.caen, set: { kind: 'agence' } });
    expect(await sitesOf(id)).toEqual(['Brest in', 'Caen leaving', 'Dijon missing', 'Rennes in']);
    expect(await call('campaigns.scopePreview', { id })).toMatchObject({
      settled: true,
      sites: 3,
      missing: 1,
      leaving: 1,
    });
    expect((await call('campaigns.get', { id })).answers).toEqual({
      sites: 3,
      invited: 3,
      adopted: 0,
      adapted: 0,
      declined: 0,
      done: 0,
    });
    expect(await call('campaigns.setStatus', { ids: [id], status: 'running' })).toEqual({ count: 1, invited: 0 });
    expect(await call('campaigns.refreshScope', { id })).toEqual({ added: 1, removed: 1 });
    expect(await sitesOf(id)).toEqual(['Brest in', 'Dijon in', 'Rennes in']);
    await call('history.undo', {});
    expect(await sitesOf(id)).toEqual(['Brest in', 'Caen leaving', 'Dijon missing', 'Rennes in']);
  });

  it('keep their answers when the campaign goes back to the draft, and are not asked twice', async () => {
    const { call } = workspace;
    const id = await campaign({ scope: { siteKinds: ['usine'] } });
    await call('campaigns.setStatus', { ids: [id], status: 'running' });
    const { rows } = await call('adoptions.list', {});
    expect(rows.map((row) => [row.siteName, row.status])).toEqual([
      ['Caen', 'invited'],
      ['Rennes', 'invited'],
    ]);
    await call('adoptions.answer', { id: rows[0]?.id ?? '', set: { status: 'adopted' } });
    await call('campaigns.setStatus', { ids: [id], status: 'draft' });
    expect((await call('adoptions.list', {})).rows.map((row) => row.siteName)).toEqual(['Caen']);
    expect(await call('campaigns.setStatus', { ids: [id], status: 'ready' })).toEqual({ count: 1, invited: 1 });
    expect((await call('campaigns.get', { id })).answers).toMatchObject({ sites: 2, invited: 1, adopted: 1 });
  });

  it('narrow the list to campaigns with a site in the global scope, drafts by the sites they would have', async () => {
    const { call } = workspace;
    const settled = await campaign({ title: 'Réglée', scope: { territoryIds: [network.territories.bretagne] } });
    await call('campaigns.setStatus', { ids: [settled], status: 'running' });
    await campaign({ title: 'Brouillon', scope: { siteIds: [network.sites.caen] } });
    const seen = async (territoryId: string): Promise<string[]> =>
      (
        await call('campaigns.list', {
          sort: 'title',
          filter: { scope: { territoryIds: [territoryId], siteKinds: [] } },
        })
      ).rows.map((row) => row.title);
    expect(await seen(network.territories.france)).toEqual(['Brouillon', 'Réglée']);
    expect(await seen(network.territories.bretagne)).toEqual(['Réglée']);
    expect(await seen(network.territories.normandie)).toEqual(['Brouillon']);
  });
});

describe('a change of a campaign', () => {
  it('keeps what it does not name, and takes each thing it names: goals, scope, whether it asks sites', async () => {
    const { call } = workspace;
    const id = await campaign({ sdgs: [3], scope: { siteKinds: ['usine'] } });
    const state = async (): Promise<unknown> => {
      const { sdgs, asksSites, scope } = await call('campaigns.get', { id });
      return [sdgs, asksSites, scope.siteKinds];
    };
    expect(await state()).toEqual([[3], true, ['usine']]);
    await call('campaigns.update', { id, set: { asksSites: false } });
    expect(await state()).toEqual([[3], false, ['usine']]);
    await call('campaigns.update', { id, set: { sdgs: [13, 7] } });
    expect(await state()).toEqual([[7, 13], false, ['usine']]);
    await call('campaigns.update', { id, set: { asksSites: true } });
    expect(await state()).toEqual([[7, 13], true, ['usine']]);
    await call('campaigns.update', { id, set: { title: 'Autre' } });
    expect(await state()).toEqual([[7, 13], true, ['usine']]);
  });
});

describe('tasks', () => {
  it('wait for one another without going in circles, and move those that wait', async () => {
    const { call, refused } = workspace;
    const id = await campaign();
    const add = (title: string, dueDate: string, dependsOn: string[] = []) =>
      call('campaigns.addTask', { campaignId: id, title, startDate: dueDate, dueDate, dependsOn });
    const a = await add('A', '2027-09-01');
    const b = await add('B', '2027-09-05', [a.id]);
    const c = await add('C', '2027-09-08', [b.id]);
    expect(await refused('campaigns.updateTask', { id: a.id, set: { dependsOn: [c.id] } })).toMatchObject({
      code: 'task_cycle',
    });
    expect(await refused('campaigns.updateTask', { id: a.id, set: { dependsOn: [a.id] } })).toMatchObject({
      code: 'task_cycle',
    });
    const other = await campaign({ title: 'Autre' });
    const foreign = await call('campaigns.addTask', { campaignId: other, title: 'X', dueDate: '2027-09-01' });
    expect(await refused('campaigns.updateTask', { id: a.id, set: { dependsOn: [foreign.id] } })).toMatchObject({
      code: 'unknown_reference',
    });
    await call('campaigns.updateTask', { id: a.id, set: { startDate: '2027-09-06', dueDate: '2027-09-06' } });
    const dates = async () =>
      (await call('campaigns.get', { id })).tasksList.map((task) => [task.title, task.dueDate, task.tooEarly]);
    expect(await dates()).toEqual([
      ['B', '2027-09-05', true],
      ['A', '2027-09-06', false],
      ['C', '2027-09-08', false],
    ]);
    await call('campaigns.updateTask', {
      id: a.id,
      set: { startDate: '2027-09-11', dueDate: '2027-09-11' },
      moveDependents: true,
    });
    expect(await dates()).toEqual([
      ['B', '2027-09-10', true],
      ['A', '2027-09-11', false],
      ['C', '2027-09-13', false],
    ]);
    await call('campaigns.deleteTasks', { ids: [b.id] });
    expect((await call('campaigns.get', { id })).tasksList.map((task) => task.dependsOn)).toEqual([[], []]);
  });

  it('may begin on the very day on which what they wait for is due, and wait no more for what is done', async () => {
    const { call } = workspace;
    const id = await campaign();
    const first = await call('campaigns.addTask', { campaignId: id, title: 'A', dueDate: '2027-09-05' });
    const add = (title: string, startDate: string | null, dueDate: string) =>
      call('campaigns.addTask', { campaignId: id, title, startDate, dueDate, dependsOn: [first.id] });
    await add('Le jour même', '2027-09-05', '2027-09-09');
    await add('La veille', '2027-09-04', '2027-09-09');
    await add('Sans début', null, '2027-09-05');
    const early = async (): Promise<string[]> =>
      (await call('campaigns.get', { id })).tasksList.filter((task) => task.tooEarly).map((task) => task.title);
    expect(await early()).toEqual(['La veille']);
    await call('campaigns.updateTasks', { ids: [first.id], set: { doneOn: '2027-09-05' } });
    expect(await early()).toEqual([]);
  });

  it('are late after their day until they are done', async () => {
    const { call } = workspace;
    const id = await campaign();
    const { ids } = {
      ids: [(await call('campaigns.addTask', { campaignId: id, title: 'Vieille', dueDate: '2020-01-01' })).id],
    };
    expect((await call('campaigns.list', {})).rows[0]).toMatchObject({ tasks: 1, tasksDone: 0, tasksLate: 1 });
    await call('campaigns.updateTasks', { ids, set: { doneOn: '2020-02-01' } });
    expect((await call('campaigns.list', {})).rows[0]).toMatchObject({ tasks: 1, tasksDone: 1, tasksLate: 0 });
  });
});

describe('the plan', () => {
  it('draws what goes on between two days, its phases and tasks beyond them too', async () => {
    const { call } = workspace;
    const id = await campaign({ scope: { territoryIds: [network.territories.bretagne] } });
    await call('campaigns.addPhase', {
      campaignId: id,
      kind: 'teasing',
      startDate: '2027-09-20',
      endDate: '2027-09-30',
    });
    await call('campaigns.addTask', { campaignId: id, title: 'Tôt', dueDate: '2027-06-01' });
    const seen = async (from: string, to: string) =>
      (await call('campaigns.plan', { from, to })).campaigns.map((one) => one.title);
    expect(await seen('2027-10-31', '2027-12-31')).toEqual(['Octobre rose']);
    expect(await seen('2027-09-30', '2027-09-30')).toEqual(['Octobre rose']);
    expect(await seen('2027-06-01', '2027-06-01')).toEqual(['Octobre rose']);
    expect(await seen('2027-07-01', '2027-07-31')).toEqual([]);
    expect(await call('campaigns.plan', { from: '2027-01-01', to: '2027-12-31' })).toMatchObject({
      total: 1,
      campaigns: [{ sites: 2, territoryIds: [network.territories.bretagne] }],
      phases: [{ kind: 'teasing' }],
      tasks: [{ title: 'Tôt' }],
    });
  });
});

describe('the aim in figures', () => {
  it('is compared with what the answering sites measured; nothing measured is not zero', async () => {
    const { call } = workspace;
    const id = await campaign({ scope: { siteKinds: ['usine'] } });
    const indicator = await call('indicators.create', { code: 'KG', name: 'Kilos', unit: 'kg', kind: 'output' });
    expect(await call('campaigns.setTarget', { campaignId: id, indicatorId: indicator.id, value: 100 })).toEqual({
      count: 1,
    });
    await call('campaigns.setStatus', { ids: [id], status: 'running' });
    expect((await call('campaigns.get', { id })).targets).toMatchObject([{ value: 100, actual: null }]);
    const initiative = await call('initiatives.create', { title: 'Collecte', siteId: network.sites.caen });
    const other = await call('initiatives.create', { title: 'Ailleurs', siteId: network.sites.rennes });
    for (const [owner, value] of [
      [initiative.id, 40],
      [other.id, 7],
    ] as const)
      await call('measurements.create', { initiativeId: owner, indicatorId: indicator.id, date: '2027-10-10', value });
    const caen = (await call('adoptions.list', { search: 'caen' })).rows[0];
    await call('adoptions.answer', { id: caen?.id ?? '', set: { status: 'done', initiativeId: initiative.id } });
    expect((await call('campaigns.get', { id })).targets).toMatchObject([{ value: 100, actual: 40 }]);
    await call('campaigns.setTarget', { campaignId: id, indicatorId: indicator.id, value: null });
    expect((await call('campaigns.get', { id })).targets).toEqual([]);
  });
});
