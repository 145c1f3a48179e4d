/** A territory means itself and all below it, however deep: whatever takes one gives, for the top of a tree, what lies at its foot. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
/** Five territories, each in the one before; everything belongs to the last. */
const chain: string[] = [];
let foot = '';
let site = '';
let campaignIds: string[] = [];
beforeAll(async () => {
  workspace = await testWorkspace();
  const { call } = workspace;
  for (const name of ['Monde', 'Europe', 'France', 'Ouest', 'Bretagne'])
    chain.push((await call('territories.create', { code: name, name, parentId: chain.at(-1) ?? null })).id);
  foot = chain.at(-1) ?? '';
  const elsewhere = (await call('territories.create', { code: 'Sud-Est', name: 'Sud-Est' })).id;
  const make = async (territoryId: string, name: string, lat: number, lon: number): Promise<string> => {
    const { id } = await call('sites.create', { name, kind: 'usine', territoryId, headcount: 120, lat, lon });
    const more = { siteId: id, stageSince: '2020-01-01' };
    const lead = await call('people.create', { ...more, lastName: `A ${name}`, stage: 'active', email: 'a@x.fr' });
    await call('touchpoints.create', { personId: lead.id, kind: 'call', date: '2027-01-15' });
    await call('people.create', { ...more, lastName: `B ${name}`, stage: 'contacted' });
    const about = { siteId: id, leadId: lead.id, startDate: '2027-01-10', endDate: '2027-01-20' };
    const initiative = await call('initiatives.create', { ...about, title: `Vélo ${name}`, status: 'done' });
    await call('initiatives.create', {
      ...about,
      title: `Tri ${name}`,
      status: 'running',
      endDate: '2020-12-31',
      startDate: '2020-01-01',
    });
    const { rows } = await call('indicators.list', {});
    const indicatorId =
      rows[0]?.id ?? (await call('indicators.create', { code: 'KG', name: 'Kilos', unit: 'kg', kind: 'output' })).id;
    await call('measurements.create', { initiativeId: initiative.id, indicatorId, date: '2027-01-15', value: 7 });
    return id;
  };
  site = await make(foot, 'Rennes', 48.11, -1.68);
  await make(elsewhere, 'Lyon', 45.76, 4.83);
  const settled = await call('campaigns.create', { title: 'Réglée', ...dates });
  await call('campaigns.setStatus', { ids: [settled.id], status: 'running' });
  const draft = await call('campaigns.create', { title: 'Brouillon', ...dates, scope: { siteIds: [site] } });
  await call('campaigns.addTask', { campaignId: settled.id, title: 'Envoyer', dueDate: '2027-01-12', asksSites: true });
  campaignIds = [settled.id, draft.id];
  const south = { ...dates, scope: { territoryIds: [elsewhere] } };
  await call('campaigns.create', { title: 'Brouillon du Sud-Est', ...south });
  const far = await call('campaigns.create', { title: 'Sud-Est', ...south });
  await call('campaigns.setStatus', { ids: [far.id], status: 'running' });
});
afterAll(() => workspace.close());

const weeks = { from: '2027-01-04', weeks: 4, drafts: true };
const dates = { startDate: '2027-01-04', endDate: '2027-01-17' };

/** What a call answers for territories; `scope` is the global one of every list. */
const asked: Record<string, (ids: string[]) => Promise<unknown>> = {
  'the list of sites, by its filter': (territoryIds) => call('sites.list', { filter: { territoryIds } }),
  'the list of sites, in the scope': (ids) => call('sites.list', { filter: { scope: scope(ids) } }),
  'the list of people, by its filter': (territoryIds) => call('people.list', { filter: { territoryIds } }),
  'the list of people, in the scope': (ids) => call('people.list', { filter: { scope: scope(ids) } }),
  'the list of initiatives, by its filter': (territoryIds) => call('initiatives.list', { filter: { territoryIds } }),
  'the list of initiatives, in the scope': (ids) => call('initiatives.list', { filter: { scope: scope(ids) } }),
  'the list of contacts': (ids) => call('touchpoints.list', { filter: { scope: scope(ids) } }),
  'the list of answers, by its filter': (territoryIds) => call('adoptions.list', { filter: { territoryIds } }),
  'the list of answers, in the scope': (ids) => call('adoptions.list', { filter: { scope: scope(ids) } }),
  'the ids of answers': (territoryIds) => call('adoptions.ids', { filter: { territoryIds } }),
  'the figures of answers': (ids) => call('adoptions.figures', { campaignIds, by: 'kind', scope: scope(ids) }),
  'the autonomy of sites': (ids) => call('adoptions.autonomy', { campaignIds, by: 'site', scope: scope(ids) }),
  'the map of answers': async (ids) =>
    (await call('adoptions.map', { campaignIds, depth: null, width: 200, height: 200, scope: scope(ids) })).svg,
  'the list of campaigns': async (ids) =>
    (await call('campaigns.list', { filter: { scope: scope(ids) } })).rows.map((row) => row.title),
  'the plan of campaigns': async (ids) =>
    (
      await call('campaigns.plan', { from: '2027-01-01', to: '2027-01-31', filter: { scope: scope(ids) } })
    ).campaigns.map((row) => row.title),
  'the sites of a draft': (territoryIds) => call('campaigns.scopePreview', { scope: { territoryIds }, ...dates }),
  'the answers of a draft': async (territoryIds) => {
    const { id } = await call('campaigns.create', { title: 'X', ...dates, scope: { territoryIds } });
    const { answers } = await call('campaigns.get', { id });
    const load = await call('load.sites', { ...weeks, search: 'Rennes' });
    const { invited } = await call('campaigns.setStatus', { ids: [id], status: 'ready' });
    await call('campaigns.delete', { ids: [id] });
    return [answers, load, invited];
  },
  'the collisions of a plan': (territoryIds) =>
    call('campaigns.collisions', { scope: { territoryIds }, asksSites: true, phases: [], ...dates }),
  'the load of sites, by its filter': (territoryIds) => call('load.sites', { ...weeks, filter: { territoryIds } }),
  'the load of sites, in the scope': (ids) => call('load.sites', { ...weeks, filter: { scope: scope(ids) } }),
  'the load of ambassadors': (ids) => call('load.people', { ...weeks, filter: { scope: scope(ids) } }),
  'the load at the foot of the tree': async (ids) =>
    (
      JSON.parse((await call('load.territories', { ...weeks, filter: { scope: scope(ids) } })).json) as {
        id: string;
      }[]
    ).filter((row) => row.id === foot || !chain.includes(row.id)),
  'the forms of a campaign': async (territoryIds) => {
    const outDir = join(workspace.folder, `formulaires-${(formFolders += 1)}`);
    mkdirSync(outDir);
    const { files, sites } = await call('campaigns.forms', {
      id: campaignIds[0] ?? '',
      per: 'site',
      territoryIds,
      outDir,
    });
    return [files, sites, readdirSync(outDir).sort()];
  },
  'the home screen': async (ids) => {
    const { territories: _all, editions: _too, ...figures } = await call('workspace.overview', { scope: scope(ids) });
    return figures;
  },
  'what waits': (ids) => call('workspace.waiting', { scope: scope(ids) }),
  'the small map': (ids) => call('workspace.map', { scope: scope(ids), width: 200, height: 200 }),
  'the map': (ids) => call('network.map', { filter: { territoryIds: ids } }),
  'the map, in the scope': (ids) => call('network.map', { filter: { scope: scope(ids) } }),
  'the past of the network': (ids) => call('network.trend', { filter: { scope: scope(ids) } }),
  'the months of the map': (ids) => call('network.timeline', { filter: { scope: scope(ids) } }),
  'the reach of ambassadors': (ids) => call('network.reach', { filter: { scope: scope(ids) }, radiusKm: 30 }),
  'where to recruit': (ids) => call('network.recruit', { filter: { scope: scope(ids) } }),
  'whom to write to': (ids) => call('network.followUp', { filter: { scope: scope(ids) } }),
};
let formFolders = 0;
const call: TestWorkspace['call'] = (name, input, meta) => workspace.call(name, input, meta);
const scope = (territoryIds: string[]) => ({ territoryIds });

describe('the top of a tree', () => {
  it.each(Object.keys(asked))('%s', async (name) => {
    const ask = asked[name];
    if (ask === undefined) throw new Error(name);
    const atFoot = await ask([foot]);
    // Not nothing, and not everything: the other branch stays out.
    expect(atFoot).not.toEqual(await ask([]));
    for (const id of chain) expect(await ask([id]), id).toEqual(atFoot);
  });

  it('the sums of the tree hold what is at the foot', async () => {
    const { rows } = await call('territories.list', {});
    expect(rows.filter((row) => chain.includes(row.id)).map((row) => [row.depth, row.sites, row.people])).toEqual(
      chain.map((_, depth) => [depth, 1, 1]),
    );
    const network = await call('network.territories', {});
    for (const id of chain)
      expect(network.rows.find((row) => row.id === id)?.figures).toMatchObject({ sites: 1, active: 1, headcount: 120 });
    const load = JSON.parse((await call('load.territories', weeks)).json) as { id: string; sites: number }[];
    expect(load.filter((row) => chain.includes(row.id)).map((row) => row.sites)).toEqual(chain.map(() => 1));
    const { rows: answers } = await call('adoptions.figures', { campaignIds, by: 'territory' });
    expect(answers.filter((row) => chain.includes(row.id ?? '')).map((row) => row.sites)).toEqual(chain.map(() => 1));
  });

  it('every report and every list that is taken out', async () => {
    const { rows: reports } = await call('reports.list', {});
    const obeying = reports.filter(({ filters }) => filters.includes('territories'));
    expect(obeying.length).toBeGreaterThan(6);
    for (const { id: report } of obeying) {
      const read = async (territories: string[]): Promise<unknown> => {
        const { rows, total } = await call('reports.preview', { report, filter: { territories } });
        return report === 'coverage' ? rows.filter((row) => row.includes('Bretagne')) : [total, rows];
      };
      expect(await read([chain[0] ?? '']), report).toEqual(await read([foot]));
      expect(JSON.stringify(await read([foot])), report).not.toContain('Lyon');
    }
    const outPath = join(workspace.folder, 'liste.csv');
    for (const list of ['sites', 'people', 'initiatives', 'measurements', 'campaigns', 'adoptions'] as const) {
      const read = async (ids: string[]): Promise<string> => {
        await call('reports.exportList', { list, format: 'csv', filter: { scope: scope(ids) }, outPath });
        return readFileSync(outPath, 'utf8');
      };
      expect(await read([chain[0] ?? '']), list).toBe(await read([foot]));
      expect((await read([foot])).trim().split('\r\n').length, list).toBeGreaterThan(1);
    }
  });
});
