/** The global scope: what a territory, a kind of site and a period keep of each list, and that the home figures agree with the lists. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let west = '';
let nantes = '';
type Scope = NonNullable<NonNullable<InputOf<'sites.list'>['filter']>['scope']>;

beforeAll(async () => {
  workspace = await testWorkspace();
  const { call } = workspace;
  west = (await call('territories.create', { name: 'Ouest', code: 'O' })).id;
  nantes = (await call('territories.create', { name: 'Loire-Atlantique', code: '44', parentId: west })).id;
  const east = (await call('territories.create', { name: 'Est', code: 'E' })).id;
  const shop = await call('sites.create', {
    name: 'Magasin de Nantes',
    kind: 'magasin',
    territoryId: nantes,
    openedOn: '2020-01-01',
    headcount: 120,
  });
  const plant = await call('sites.create', {
    name: 'Usine de Rennes',
    kind: 'usine',
    territoryId: west,
    openedOn: '2018-01-01',
    closedOn: '2024-06-30',
    status: 'closed',
  });
  const office = await call('sites.create', { name: 'Bureau de Metz', kind: 'bureau', territoryId: east });
  await call('people.create', { lastName: 'Anna', siteId: shop.id, stage: 'active', joinedOn: '2025-03-01' });
  await call('people.create', {
    lastName: 'Boris',
    siteId: plant.id,
    stage: 'alumni',
    joinedOn: '2019-01-01',
    leftOn: '2024-06-30',
  });
  await call('people.create', { lastName: 'Chloé', siteId: office.id, stage: 'active' });
  await call('people.create', { lastName: 'Driss', stage: 'identified', joinedOn: '2026-02-01' });
  await call('initiatives.create', {
    title: 'Collecte',
    siteId: shop.id,
    status: 'done',
    startDate: '2025-12-20',
    endDate: '2026-01-10',
  });
  await call('initiatives.create', { title: 'Potager', siteId: shop.id, status: 'running', startDate: '2024-04-01' });
  await call('initiatives.create', { title: 'Vélos', siteId: plant.id, status: 'done', startDate: '2023-05-01' });
  await call('initiatives.create', { title: 'Une idée', siteId: office.id });
});
afterAll(() => workspace.close());

const sites = async (scope: Scope): Promise<string[]> =>
  (await workspace.call('sites.list', { filter: { scope } })).rows.map((row) => row.name);
const people = async (scope: Scope): Promise<string[]> =>
  (await workspace.call('people.list', { filter: { scope } })).rows.map((row) => row.lastName);
const initiatives = async (scope: Scope): Promise<string[]> =>
  (await workspace.call('initiatives.list', { sort: 'title', filter: { scope } })).rows.map((row) => row.title);

describe('places', () => {
  it('takes a territory with all below it, or a kind of site', async () => {
    expect(await sites({ territoryIds: [west] })).toEqual(['Magasin de Nantes', 'Usine de Rennes']);
    expect(await sites({ territoryIds: [west], siteKinds: ['usine'] })).toEqual(['Usine de Rennes']);
    expect(await people({ territoryIds: [west] })).toEqual(['Anna', 'Boris']);
    expect(await initiatives({ siteKinds: ['magasin'] })).toEqual(['Collecte', 'Potager']);
  });

  it('narrows the tree to the territory with what is above and below, and counts what is kept', async () => {
    const { rows } = await workspace.call('territories.list', { scope: { territoryIds: [nantes] } });
    expect(rows.map((row) => [row.name, row.sites])).toEqual([
      ['Ouest', 1],
      ['Loire-Atlantique', 1],
    ]);
    const kinds = await workspace.call('territories.list', { scope: { siteKinds: ['bureau'] } });
    expect(kinds.rows.map((row) => [row.name, row.sites, row.people])).toEqual([
      ['Est', 1, 1],
      ['Ouest', 0, 0],
      ['Loire-Atlantique', 0, 0],
    ]);
  });
});

describe('periods', () => {
  it('keeps the sites that existed in it; an unknown day excludes nothing', async () => {
    expect(await sites({ from: '2024-07-01' })).toEqual(['Bureau de Metz', 'Magasin de Nantes']);
    expect(await sites({ to: '2019-12-31' })).toEqual(['Bureau de Metz', 'Usine de Rennes']);
    expect(await sites({ from: '2024-06-30', to: '2024-06-30' })).toHaveLength(3);
  });

  it('keeps the people who were there in it', async () => {
    expect(await people({ from: '2025-01-01', to: '2025-12-31' })).toEqual(['Anna', 'Chloé']);
    expect(await people({ to: '2024-12-31' })).toEqual(['Boris', 'Chloé']);
  });

  it('keeps the initiatives that overlap it: what runs goes on, what has no date is in none', async () => {
    expect(await initiatives({ from: '2026-01-01', to: '2026-12-31' })).toEqual(['Collecte', 'Potager']);
    expect(await initiatives({ from: '2023-01-01', to: '2023-12-31' })).toEqual(['Vélos']);
    expect(await initiatives({ to: '2100-01-01' })).toEqual(['Collecte', 'Potager', 'Vélos']);
    expect(await initiatives({})).toHaveLength(4);
  });

  it('refuses a day that does not exist', async () => {
    expect((await workspace.refused('sites.list', { filter: { scope: { from: '2026-02-30' } } })).code).toBe(
      'invalid_input',
    );
  });
});

describe('the overview', () => {
  it('gives the figures of the lists within the same scope', async () => {
    for (const scope of [
      {},
      { territoryIds: [west] },
      { siteKinds: ['bureau'] },
      { from: '2025-01-01', to: '2025-12-31' },
      { territoryIds: [west], from: '2023-01-01', to: '2023-12-31' },
    ]) {
      const overview = await workspace.call('workspace.overview', { scope });
      expect(overview.sites).toBe((await workspace.call('sites.list', { filter: { scope } })).total);
      expect(overview.activePeople).toBe(
        (await workspace.call('people.list', { filter: { scope, stages: ['active'] } })).total,
      );
      expect(overview.initiatives).toBe((await workspace.call('initiatives.list', { filter: { scope } })).total);
    }
    const { coverage } = await workspace.call('workspace.overview', { scope: { territoryIds: [west] } });
    expect(coverage).toEqual({ active: 1, target: 3, sitesCovered: 1, sitesOpen: 1 });
  });

  it('shows twelve months that end with the period', async () => {
    const { trends } = await workspace.call('workspace.overview', { scope: { to: '2024-07-31' } });
    expect(trends.months).toEqual(expect.arrayContaining(['2023-08', '2024-07']));
    expect(trends.months).toHaveLength(12);
    expect(trends.sites.slice(-3)).toEqual([3, 2, 2]);
    expect(trends.people.slice(-3)).toEqual([2, 1, 1]);
    expect(trends.initiatives.reduce((sum, one) => sum + one, 0)).toBe(1);
  });
});

describe('the past of the home screen', () => {
  it('has nobody who left on a day that is not known, and everyone else from the day they came to the month they left', async () => {
    const other = await testWorkspace();
    const { call } = other;
    await call('people.create', { lastName: 'Anna', stage: 'active' });
    await call('people.create', { lastName: 'Boris', stage: 'alumni', joinedOn: '2023-01-01' });
    await call('people.create', { lastName: 'Chloé', stage: 'alumni', joinedOn: '2024-02-10', leftOn: '2024-05-20' });
    await call('initiatives.create', { title: 'Vieille', startDate: '2023-07-31' });
    await call('initiatives.create', { title: 'Première', startDate: '2023-08-01' });
    const { trends } = await call('workspace.overview', { scope: { to: '2024-07-15' } });
    expect(trends.months[0]).toBe('2023-08');
    expect(trends.people).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1]);
    expect(trends.initiatives).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    await other.close();
  });
});

describe('what waits', () => {
  it('counts what the lists then show, within the scope', async () => {
    const { call } = workspace;
    const late = await call('initiatives.create', {
      title: 'En retard',
      status: 'running',
      startDate: '2025-01-01',
      endDate: '2025-02-01',
    });
    for (const scope of [{}, { territoryIds: [west] }]) {
      const waiting = await call('workspace.waiting', { scope });
      const today = new Date().toISOString().slice(0, 10);
      expect(waiting.late).toBe(
        (await call('initiatives.list', { filter: { scope, statuses: ['planned', 'running'], endsBefore: today } }))
          .total,
      );
      expect(waiting.unmeasured).toBe(
        (await call('initiatives.list', { filter: { scope, statuses: ['done', 'shared'], measured: 'no' } })).total,
      );
      expect(waiting.stalled).toBe(
        (
          await call('people.list', {
            filter: { scope, stages: ['identified', 'contacted', 'agreed'], stageBefore: waiting.stalledBefore },
          })
        ).total,
      );
    }
    const before = await call('workspace.waiting', {});
    expect(before).toMatchObject({ late: 1, unmeasured: 2, stalled: 0 });
    await call('people.update', {
      id: (await call('people.list', { search: 'driss' })).rows[0]!.id,
      set: { stageSince: '2020-01-01' },
    });
    const indicator = await call('indicators.create', { code: 'P', name: 'Participants', unit: '', kind: 'output' });
    const done = (await call('initiatives.list', { search: 'collecte' })).rows[0]!;
    await call('measurements.create', {
      initiativeId: done.id,
      indicatorId: indicator.id,
      date: '2026-01-10',
      value: 12,
    });
    await call('initiatives.delete', { ids: [late.id] });
    expect(await call('workspace.waiting', {})).toMatchObject({ late: 0, unmeasured: 1, stalled: 1 });
  });

  it('draws the open sites of the scope that have a position', async () => {
    const { call } = workspace;
    await call('sites.create', { name: 'Dépôt de Brest', territoryId: west, postcode: '29200', city: 'Brest' });
    expect(await call('workspace.map', { width: 300, height: 200, scope: { territoryIds: [west] } })).toMatchObject({
      drawn: 1,
      missing: 1,
    });
    const { svg } = await call('workspace.map', { width: 300, height: 200 });
    expect(svg).toContain('<svg');
    expect(svg).not.toMatch(/<script|<text|href|url\(/);
  });
});
