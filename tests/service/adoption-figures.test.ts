/** Adoption from above: figures that add up, a map, what sites made their own. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract.ts';
import { smallNetwork, type SmallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let network: SmallNetwork;
let first: string;
let second: string;

async function answer(
  campaignId: string,
  site: keyof SmallNetwork['sites'],
  set: InputOf<'adoptions.answer'>['set'],
): Promise<void> {
  const { rows } = await workspace.call('adoptions.list', {
    filter: { campaignIds: [campaignId], siteIds: [network.sites[site]] },
  });
  await workspace.call('adoptions.answer', { id: rows[0]?.id ?? '', set });
}

beforeEach(async () => {
  workspace = await testWorkspace();
  network = await smallNetwork(workspace);
  const { call } = workspace;
  first = (await call('campaigns.create', { title: 'Mobilité', startDate: '2027-05-01', endDate: '2027-05-31' })).id;
  second = (
    await call('campaigns.create', {
      title: 'Énergie',
      startDate: '2027-06-01',
      endDate: '2027-06-30',
      scope: { siteKinds: ['usine'] },
    })
  ).id;
  await call('campaigns.setStatus', { ids: [first, second], status: 'running' });
  await answer(first, 'rennes', { status: 'adapted', what: 'À pied' });
  await answer(first, 'brest', { status: 'declined', why: 'Travaux' });
  await answer(first, 'paris', { status: 'done' });
  await answer(second, 'rennes', { status: 'declined', why: 'travaux ' });
  await answer(second, 'caen', { status: 'adopted' });
});
afterEach(() => workspace.close());

describe('figures', () => {
  it('hold everything below each territory, and add up to the whole', async () => {
    const { rows, whole } = await workspace.call('adoptions.figures', { campaignIds: [first], by: 'territory' });
    expect(
      rows.map((row) => [row.name, row.depth, row.sites, row.invited, row.adapted, row.declined, row.done]),
    ).toEqual([
      ['France', 0, 3, 1, 1, 1, 0],
      ['Bretagne', 1, 2, 0, 1, 1, 0],
      ['Normandie', 1, 1, 1, 0, 0, 0],
      [null, 0, 1, 0, 0, 0, 1],
    ]);
    expect(whole).toEqual({ sites: 4, invited: 1, adopted: 0, adapted: 1, declined: 1, done: 1 });
    expect(rows.filter((row) => row.depth === 0).reduce((sum, row) => sum + row.sites, 0)).toBe(whole.sites);
  });

  it('are counted by kind and by campaign, in the scope', async () => {
    const { call } = workspace;
    const byKind = await call('adoptions.figures', { by: 'kind' });
    expect(byKind.rows.map((row) => [row.id, row.sites])).toEqual([
      ['agence', 1],
      ['siège', 1],
      ['usine', 4],
    ]);
    const byCampaign = await call('adoptions.figures', {
      by: 'campaign',
      scope: { territoryIds: [network.territories.bretagne], siteKinds: [] },
    });
    expect(byCampaign.rows.map((row) => [row.name, row.sites])).toEqual([
      ['Mobilité', 2],
      ['Énergie', 1],
    ]);
    const inJune = await call('adoptions.figures', { by: 'campaign', scope: { from: '2027-06-10', to: '2027-06-10' } });
    expect(inJune.rows.map((row) => row.name)).toEqual(['Énergie']);
  });
});

describe('the map', () => {
  it('draws territories by their share, sites by their answer, and says what it cannot draw', async () => {
    const { call } = workspace;
    await call('sites.update', { id: network.sites.paris, set: { lat: 48.85, lon: 2.35 } });
    await call('sites.update', { id: network.sites.brest, set: { lat: 48.39, lon: -4.48 } });
    const of = { campaignIds: [first], width: 600, height: 560 };
    const map = await call('adoptions.map', of);
    expect(map).toMatchObject({ drawn: 2, missing: 2, depths: 2, without: [] });
    // Two of the Breton sites were asked, one takes part in its own way: the third class.
    expect(map.svg).toContain(`data-territory="${network.territories.bretagne}" data-share="2"`);
    expect(map.svg).toContain(`data-territory="${network.territories.normandie}" data-share="0"`);
    expect([...(map.svg ?? '').matchAll(/<circle[^>]*data-answer="(\w+)"/g)].map((match) => match[1]).sort()).toEqual([
      'declined',
      'done',
    ]);
    expect((await call('adoptions.map', { ...of, depth: 0 })).svg).toContain(
      `data-territory="${network.territories.france}" data-share="1"`,
    );
    // Both campaigns: Rennes adapted one and declined the other.
    await call('sites.update', { id: network.sites.rennes, set: { lat: 48.11, lon: -1.68 } });
    const both = await call('adoptions.map', { ...of, campaignIds: [] });
    expect(both.svg).toMatch(/<path[^>]*data-answer="declined"\/><path[^>]*data-answer="adapted"\/>/);
    expect(
      await call('adoptions.map', {
        ...of,
        campaignIds: [first],
        scope: { territoryIds: [], siteKinds: ['entrepôt'] },
      }),
    ).toMatchObject({ svg: null, drawn: 0 });
    expect(both.svg).toBe((await call('adoptions.map', { ...of, campaignIds: [] })).svg);
  });
});

describe('autonomy', () => {
  it('shows who changed most of what they answered, and what was said', async () => {
    const { call } = workspace;
    const campaigns = await call('adoptions.autonomy', { by: 'campaign' });
    expect(campaigns.rows.map((row) => [row.name, row.adapted + row.declined, row.sites - row.invited])).toEqual([
      ['Mobilité', 2, 3],
      ['Énergie', 1, 2],
    ]);
    expect(campaigns.said).toEqual([
      { status: 'declined', field: 'why', text: 'Travaux', count: 2 },
      { status: 'adapted', field: 'what', text: 'À pied', count: 1 },
    ]);
    const sites = await call('adoptions.autonomy', { by: 'site', least: 2 });
    expect(sites.rows.map((row) => row.name)).toEqual(['Rennes']);
    expect((await call('adoptions.autonomy', { by: 'site' })).rows.map((row) => row.name)).toEqual([
      'Rennes',
      'Brest',
      'Caen',
      'Paris',
    ]);
  });
});
