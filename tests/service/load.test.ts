/** The heat map, its cells, the territories and ambassadors, and what a plan would bring over the threshold. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { campaignScopeSchema } from '#shared/campaigns/contract.ts';
import type { LoadPerson, LoadRow, LoadTerritory } from '#shared/load/contract.ts';
import { scopeTest } from '../../electron/service/domain/campaigns/scope.ts';
import { siteTable } from '../../electron/service/domain/campaigns/site-table.ts';
import { membersQuery } from '../../electron/service/domain/load/campaign-members.ts';
import { smallNetwork, type SmallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { holds } from '../factories/properties.ts';

let workspace: TestWorkspace;
let network: SmallNetwork;
beforeEach(async () => {
  workspace = await testWorkspace();
  network = await smallNetwork(workspace);
});
afterEach(() => workspace.close());

/** A settled campaign over two weeks from Monday 4 January 2027, for these kinds of site. */
async function asking(
  title: string,
  siteKinds: string[] = [],
  startDate = '2027-01-04',
  endDate = '2027-01-17',
): Promise<string> {
  const { id } = await workspace.call('campaigns.create', { title, startDate, endDate, scope: { siteKinds } });
  await workspace.call('campaigns.setStatus', { ids: [id], status: 'ready' });
  return id;
}

const january = { from: '2027-01-06', weeks: 4 };
const rowsOf = ({ json }: { json: string }): LoadRow[] => JSON.parse(json) as LoadRow[];

describe('the heat map', () => {
  it('counts campaigns and tasks by site and week, heaviest first, whatever the day of the week it starts on', async () => {
    const { call } = workspace;
    const first = await asking('Une', ['usine']);
    await asking('Deux', [], '2027-01-11', '2027-01-11');
    await call('campaigns.addTask', {
      campaignId: first,
      title: 'Envoyer les photos',
      dueDate: '2027-01-12',
      asksSites: true,
    });
    await call('campaigns.addTask', { campaignId: first, title: 'Interne', dueDate: '2027-01-12' });
    const load = await call('load.sites', { ...january, sort: 'load' });
    expect(load.mondays).toEqual(['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25']);
    expect(rowsOf(load).map((row) => [row.name, row.weeks, row.peak, row.total])).toEqual([
      ['Caen', [1, 3, 0, 0], 3, 4],
      ['Rennes', [1, 3, 0, 0], 3, 4],
      ['Brest', [0, 1, 0, 0], 1, 1],
      ['Paris', [0, 1, 0, 0], 1, 1],
    ]);
    expect(load).toMatchObject({
      total: 4,
      threshold: 3,
      sitesOver: 0,
      peak: [1, 3, 0, 0],
      sum: [2, 8, 0, 0],
      over: [0, 0, 0, 0],
    });
    await call('organisation.update', { set: { solicitationThreshold: 2 } });
    expect(await call('load.sites', { ...january, filter: { onlyOver: true } })).toMatchObject({
      total: 2,
      sitesOver: 2,
      over: [0, 2, 0, 0],
    });
    expect(
      rowsOf(await call('load.sites', { ...january, sort: 'name', descending: false, offset: 1, limit: 2 })).map(
        (row) => row.name,
      ),
    ).toEqual(['Caen', 'Paris']);
    expect(rowsOf(await call('load.sites', { ...january, search: 'ren' })).map((row) => row.name)).toEqual(['Rennes']);
    expect(
      rowsOf(await call('load.sites', { ...january, filter: { territoryIds: [network.territories.normandie] } })).map(
        (row) => row.name,
      ),
    ).toEqual(['Caen']);
  });

  it('counts drafts when they are wanted, not a site that declined, and follows every change', async () => {
    const { call } = workspace;
    const id = await asking('Réglée', ['usine']);
    await call('campaigns.create', {
      title: 'Brouillon',
      startDate: '2027-01-04',
      endDate: '2027-01-10',
      scope: { siteIds: [network.sites.caen] },
    });
    const weeksOf = async (drafts: boolean, site: string): Promise<number[]> =>
      rowsOf(await call('load.sites', { ...january, drafts, search: site }))[0]?.weeks ?? [];
    expect(await weeksOf(true, 'caen')).toEqual([2, 1, 0, 0]);
    expect(await weeksOf(false, 'caen')).toEqual([1, 1, 0, 0]);
    const adoption = (await call('adoptions.list', { search: 'caen' })).rows[0];
    await call('adoptions.answer', { id: adoption?.id ?? '', set: { status: 'declined', why: 'Travaux' } });
    expect(await weeksOf(false, 'caen')).toEqual([0, 0, 0, 0]);
    await call('history.undo', {});
    expect(await weeksOf(false, 'caen')).toEqual([1, 1, 0, 0]);
    await call('campaigns.addPhase', {
      campaignId: id,
      kind: 'launch',
      startDate: '2027-01-11',
      endDate: '2027-01-12',
    });
    expect(await weeksOf(false, 'caen')).toEqual([0, 1, 0, 0]);
    await call('campaigns.update', { id, set: { asksSites: false } });
    expect(await weeksOf(false, 'caen')).toEqual([0, 0, 0, 0]);
  });

  it('opens a cell on what asks', async () => {
    const { call } = workspace;
    const first = await asking('Une', ['usine']);
    await call('campaigns.addTask', {
      campaignId: first,
      title: 'Envoyer les photos',
      dueDate: '2027-01-12',
      asksSites: true,
    });
    await call('campaigns.create', { title: 'Brouillon', startDate: '2027-01-04', endDate: '2027-01-17' });
    const cell = async (site: keyof SmallNetwork['sites'], week: string, drafts = true) =>
      (await call('load.cell', { siteId: network.sites[site], week, drafts })).rows.map(
        (row) => `${row.kind} ${row.title}`,
      );
    expect(await cell('caen', '2027-01-14')).toEqual(['campaign Brouillon', 'campaign Une', 'task Envoyer les photos']);
    expect(await cell('caen', '2027-01-14', false)).toEqual(['campaign Une', 'task Envoyer les photos']);
    expect(await cell('paris', '2027-01-04')).toEqual(['campaign Brouillon']);
    expect(await cell('caen', '2027-01-18')).toEqual([]);
    const { rows } = await call('load.cell', { siteId: network.sites.caen, week: '2027-01-04', weeks: 4 });
    expect(rows.map((row) => [row.title, row.mondays])).toEqual([
      ['Brouillon', ['2027-01-04', '2027-01-11']],
      ['Une', ['2027-01-04', '2027-01-11']],
      ['Envoyer les photos', ['2027-01-11']],
    ]);
    // As many as the cell says.
    const load = rowsOf(await call('load.sites', { ...january, search: 'caen' }))[0];
    expect(load?.weeks[1]).toBe((await cell('caen', '2027-01-11')).length);
  });

  it('zooms out to territories whose sums hold everything below', async () => {
    const { call } = workspace;
    await asking('Une', ['usine']);
    await asking('Deux');
    const { json } = await call('load.territories', january);
    const rows = JSON.parse(json) as LoadTerritory[];
    expect(rows.map((row) => [row.name, row.depth, row.sites, row.total[0], row.peak[0]])).toEqual([
      ['France', 0, 3, 5, 2],
      ['Bretagne', 1, 2, 3, 2],
      ['Normandie', 1, 1, 2, 2],
      [null, 0, 1, 1, 1],
    ]);
    const { sum } = await call('load.sites', january);
    expect((rows[0]?.total[0] ?? 0) + (rows[3]?.total[0] ?? 0)).toBe(sum[0]);
  });

  it('keeps the heaviest site of a territory as its peak, whether it lies in it or anywhere below, and in whatever order', async () => {
    const { call } = workspace;
    await call('sites.create', {
      code: 'NAT',
      name: 'National',
      kind: 'national',
      territoryId: network.territories.france,
    });
    const peaks = async (): Promise<(number | undefined)[]> =>
      (JSON.parse((await call('load.territories', january)).json) as LoadTerritory[]).map((row) => row.peak[0]);
    await asking('Une', ['national']);
    await asking('Deux', ['national']);
    await asking('Trois', ['agence']);
    // France itself holds the heaviest; then Bretagne, the first below; then Normandie, the last.
    expect(await peaks()).toEqual([2, 1, 0, 0]);
    await asking('Quatre', ['agence']);
    await asking('Cinq', ['agence']);
    expect(await peaks()).toEqual([3, 3, 0, 0]);
    for (const title of ['Six', 'Sept', 'Huit', 'Neuf']) await asking(title, ['usine']);
    expect(await peaks()).toEqual([4, 4, 4, 0]);
  });

  it('shares a site among its active ambassadors, and adds the tasks they own', async () => {
    const { call } = workspace;
    const person = async (firstName: string, siteId: string, stage: 'active' | 'paused' = 'active') =>
      (await call('people.create', { firstName, lastName: 'X', siteId, stage })).id;
    const ana = await person('Ana', network.sites.caen);
    await person('Bob', network.sites.caen);
    await person('Col', network.sites.caen, 'paused');
    await person('Dan', network.sites.paris);
    const id = await asking('Une');
    await call('campaigns.addTask', { campaignId: id, title: 'À moi', ownerId: ana, dueDate: '2027-01-05' });
    const { json, total } = await call('load.people', january);
    expect(total).toBe(3);
    expect((JSON.parse(json) as LoadPerson[])[0]).toMatchObject({
      siteId: network.sites.caen,
      sharedBy: 2,
      own: [1, 0, 0, 0],
      peak: 1.5,
    });
    expect((JSON.parse(json) as LoadPerson[]).map((row) => [row.name, row.weeks])).toEqual([
      ['Ana X', [1.5, 0.5, 0, 0]],
      ['Dan X', [1, 1, 0, 0]],
      ['Bob X', [0.5, 0.5, 0, 0]],
    ]);
  });
});

describe('a plan', () => {
  it('says which sites it brings over, where it would not, and whom to leave out', async () => {
    const { call } = workspace;
    await call('organisation.update', { set: { solicitationThreshold: 1 } });
    await asking('Là', ['usine']);
    const plan = await call('campaigns.collisions', { startDate: '2027-01-11', endDate: '2027-01-17', scope: {} });
    expect(plan).toMatchObject({
      threshold: 1,
      sites: 4,
      total: 2,
      alreadyOver: 0,
      byWeek: [{ monday: '2027-01-11', over: 2 }],
    });
    expect(plan.rows.map((row) => [row.name, row.weeks])).toEqual([
      ['Caen', [{ monday: '2027-01-11', before: 1, load: 2 }]],
      ['Rennes', [{ monday: '2027-01-11', before: 1, load: 2 }]],
    ]);
    expect(plan.dates).toEqual([
      { startDate: '2027-01-18', endDate: '2027-01-24', weeks: 1, over: 0 },
      { startDate: '2027-01-25', endDate: '2027-01-31', weeks: 2, over: 0 },
      { startDate: '2026-12-28', endDate: '2027-01-03', weeks: -2, over: 0 },
    ]);
    expect([...plan.leaveOut].sort()).toEqual([network.sites.caen, network.sites.rennes].sort());
    const { id } = await call('campaigns.create', {
      title: 'Nouvelle',
      startDate: '2027-01-11',
      endDate: '2027-01-17',
    });
    expect(await call('campaigns.leaveOut', { id, siteIds: plan.leaveOut })).toEqual({ count: 2, removed: 0 });
    expect((await call('campaigns.collisions', { id })).total).toBe(0);
    expect((await call('campaigns.collisions', { id, phases: [], scope: {} })).total).toBe(2);
    // Nobody left is not everybody.
    const few = await call('campaigns.create', {
      title: 'Deux sites',
      startDate: '2027-01-11',
      endDate: '2027-01-17',
      scope: { siteIds: plan.leaveOut },
    });
    expect(await workspace.refused('campaigns.leaveOut', { id: few.id, siteIds: plan.leaveOut })).toMatchObject({
      code: 'invalid_input',
    });
    await call('campaigns.leaveOut', { id: few.id, siteIds: plan.leaveOut.slice(1) });
    expect((await call('campaigns.scopePreview', { id: few.id })).sites).toBe(1);
  });

  it('is looked at as moved, against the others and not itself', async () => {
    const { call } = workspace;
    await call('organisation.update', { set: { solicitationThreshold: 1 } });
    await asking('Là', ['usine']);
    const id = await asking('À déplacer', [], '2027-03-01', '2027-03-07');
    expect((await call('campaigns.collisions', { id })).total).toBe(0);
    expect((await call('campaigns.collisions', { id, startDate: '2027-01-04' })).total).toBe(2);
    await call('campaigns.addTask', {
      campaignId: id,
      title: 'Rendre le formulaire',
      dueDate: '2027-03-02',
      asksSites: true,
    });
    expect(await call('campaigns.collisions', { id })).toMatchObject({ total: 4, alreadyOver: 0, dates: [] });
    const answered = (await call('adoptions.list', { filter: { campaignIds: [id] }, search: 'brest' })).rows[0];
    await call('adoptions.answer', { id: answered?.id ?? '', set: { status: 'declined', why: 'Non' } });
    expect((await call('campaigns.collisions', { id })).sites).toBe(3);
    const { removed } = await call('campaigns.leaveOut', { id, siteIds: [network.sites.brest, network.sites.caen] });
    // Brest has answered: its answer stays.
    expect(removed).toBe(1);
  });

  it('is looked at as it will be once it is saved, stretched or begun from a template', async () => {
    const { call, refused } = workspace;
    await call('organisation.update', { set: { solicitationThreshold: 1 } });
    await asking('Là', ['usine']);
    const id = await asking('Plus tard', [], '2027-02-01', '2027-02-28');
    await call('campaigns.addPhase', {
      campaignId: id,
      kind: 'launch',
      startDate: '2027-02-01',
      endDate: '2027-02-07',
    });
    await call('campaigns.addTask', { campaignId: id, title: 'Photos', dueDate: '2027-02-10', asksSites: true });
    // Pulled at its start alone the phases stay; moved as a whole they come along.
    for (const [startDate, endDate, over] of [
      ['2027-01-04', '2027-02-28', 0],
      ['2027-01-04', '2027-01-31', 2],
    ] as const) {
      expect((await call('campaigns.collisions', { id, startDate, endDate })).total).toBe(over);
      await call('campaigns.update', { id, set: { startDate, endDate } });
      expect((await call('campaigns.collisions', { id })).total).toBe(over);
      await call('history.undo', {});
    }
    await call('campaigns.delete', { ids: [id] });
    for (const { key } of (await call('campaigns.templates', {})).rows.slice(0, 3)) {
      const planned = await call('campaigns.collisions', { templateKey: key, startDate: '2027-01-04' });
      const made = await call('campaigns.createFromTemplate', { key, startDate: '2027-01-04' });
      expect(planned).toEqual(await call('campaigns.collisions', { id: made.id }));
      await call('campaigns.delete', { ids: [made.id] });
    }
    expect(await refused('campaigns.collisions', { templateKey: 'rien', startDate: '2027-01-04' })).toMatchObject({
      code: 'unknown_reference',
    });
  });

  it('needs a beginning and an end that follow', async () => {
    const { refused } = workspace;
    expect(await refused('campaigns.collisions', { scope: {} })).toMatchObject({ code: 'invalid_input' });
    expect(
      await refused('campaigns.collisions', { scope: {}, startDate: '2027-01-02', endDate: '2027-01-01' }),
    ).toMatchObject({ code: 'invalid_input' });
  });
});

describe('the rule of a scope', () => {
  it('is the same in SQL and in memory', async () => {
    const { call, service } = workspace;
    await call('sites.update', { id: network.sites.brest, set: { status: 'planned', openedOn: '2027-02-01' } });
    await call('sites.update', { id: network.sites.rennes, set: { closedOn: '2027-01-20' } });
    await call('sites.create', {
      name: 'Fermée',
      status: 'closed',
      kind: 'usine',
      territoryId: network.territories.bretagne,
    });
    await call('sites.create', { name: 'Sans date', status: 'planned' });
    const ids = Object.values(network.sites);
    const scopeArb = fc.record({
      territoryIds: fc.subarray(Object.values(network.territories)),
      siteKinds: fc.subarray(['usine', 'agence', 'siège', 'inconnu']),
      headcountMin: fc.option(fc.constantFrom(0, 12, 13, 120, 900), { nil: null }),
      headcountMax: fc.option(fc.constantFrom(900, 1000, 120, 12), { nil: null }),
      siteIds: fc.subarray(ids),
      excludedSiteIds: fc.subarray(ids),
    });
    const dates = fc.constantFrom('2027-01-01', '2027-01-20', '2027-01-21', '2027-01-31', '2027-02-01');
    await holds(
      fc.asyncProperty(scopeArb, dates, dates, async (scope, one, other) => {
        const [startDate, endDate] = [one, other].sort() as [string, string];
        const reader = service.workspace?.reader;
        if (reader === undefined) throw new Error('no workspace');
        const { sites, below } = siteTable(reader);
        const inMemory = sites
          .filter(scopeTest(campaignScopeSchema.parse(scope), { startDate, endDate }, below))
          .map((site) => site.id);
        const { rows } = await call('campaigns.scopePreview', { scope, startDate, endDate });
        expect(rows.map((row) => row.id).sort()).toEqual(inMemory.sort());
      }),
      { runs: 60 },
    );
  });

  it('reads answers through an index alone', () => {
    const plan = workspace.service.workspace?.reader.prepare(`explain query plan ${membersQuery}`).all() as {
      detail: string;
    }[];
    expect(plan.map((step) => step.detail)).toEqual(['SCAN adoptions USING COVERING INDEX adoptionsBySite']);
  });
});
