/** The network on the map: its sites, sums, past and outlines, by name on a real workspace. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { coverageShare, targetOf } from '#shared/network/coverage.ts';
import { mapSiteAt, mapSites, parseMapColumns } from '#shared/network/columns.ts';
import { scaleOf, siteWeights } from '#shared/network/scales.ts';
import { ownFigures, sumTree } from '#shared/network/territory-sums.ts';
import { coverageAt, networkAt, parseTimeline, sitesAt } from '#shared/network/timeline.ts';
import { classNames } from '../../electron/service/features/network/picture/legend-words.ts';
import { smallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
const call: TestWorkspace['call'] = (name, input, meta) => workspace.call(name, input, meta);
afterEach(() => workspace.close());

interface Feature {
  id: string;
  properties: { territoryId: string; name: string };
  geometry: { type: string; coordinates: number[][][][] };
}
const featuresOf = (geojson: string): Feature[] => (JSON.parse(geojson) as { features: Feature[] }).features;

async function person(
  siteId: string,
  more: Partial<{
    stage: 'active' | 'paused' | 'alumni' | 'trained';
    joinedOn: string;
    stageSince: string;
    leftOn: string;
    profile: 'spontaneous' | 'local_manager';
  }> = {},
): Promise<string> {
  return (await call('people.create', { lastName: 'Nom', siteId, stage: 'active', ...more })).id;
}

describe('a small network', () => {
  beforeEach(async () => {
    workspace = await testWorkspace();
  });

  async function small() {
    const france = await call('territories.create', { code: 'FR', name: 'France', kind: 'pays' });
    const west = await call('territories.create', { code: 'O', name: 'Ouest', parentId: france.id });
    const brittany = await call('territories.create', { code: 'B', name: 'Bretagne', parentId: west.id });
    const online = await call('territories.create', { code: 'WEB', name: 'Commerce en ligne' });
    const rennes = await call('sites.create', {
      name: 'Rennes',
      kind: 'Usine',
      headcount: 120,
      lat: 48.11,
      lon: -1.68,
      territoryId: brittany.id,
    });
    const nantes = await call('sites.create', {
      name: 'Nantes',
      kind: 'Agence',
      headcount: null,
      lat: 47.22,
      lon: -1.55,
      territoryId: west.id,
    });
    const web = await call('sites.create', { name: 'Site web', headcount: 30, territoryId: online.id });
    const lonely = await call('sites.create', { name: 'Lille', kind: 'Usine', headcount: 50, lat: 50.63, lon: 3.06 });
    await call('sites.create', {
      name: 'Fermé',
      headcount: 1000,
      lat: 45,
      lon: 4,
      status: 'closed',
      territoryId: west.id,
    });
    await person(rennes.id, { profile: 'spontaneous' });
    await person(rennes.id, { profile: 'local_manager', stage: 'trained' });
    await person(nantes.id);
    await call('initiatives.create', {
      title: 'Vélo',
      siteId: rennes.id,
      status: 'done',
      startDate: '2026-02-01',
      endDate: '2026-02-10',
    });
    await call('initiatives.create', { title: 'Idée', siteId: rennes.id, status: 'idea', startDate: '2026-03-01' });
    await call('initiatives.create', {
      title: 'Repas',
      siteId: nantes.id,
      status: 'running',
      startDate: '2026-04-01',
      endDate: '2031-01-01',
    });
    return { france, west, brittany, online, rennes, nantes, web, lonely };
  }

  it('gives the map open sites that have a place, counts the others, and calls missing missing', async () => {
    const { rennes, nantes, lonely, brittany } = await small();
    const { sites, total, ratio } = await call('network.map', {});
    const columns = parseMapColumns(sites);
    expect(ratio).toBe(50);
    expect(columns.id).toEqual([rennes.id, nantes.id, lonely.id]);
    expect(mapSiteAt(columns, 0)).toMatchObject({
      name: 'Rennes',
      kind: 'Usine',
      territoryId: brittany.id,
      headcount: 120,
      active: 1,
      target: 3,
      initiatives: 1,
      lastActivity: '2026-02-10',
      accuracy: 'site',
    });
    expect(mapSiteAt(columns, 1)).toMatchObject({
      headcount: null,
      active: 1,
      target: 1,
      initiatives: 1,
      lastActivity: '2026-04-01',
    });
    expect(mapSiteAt(columns, 2)).toMatchObject({ territoryId: null, active: 0, initiatives: 0, lastActivity: null });
    expect(total).toEqual({
      sites: 4,
      sitesWithoutPlace: 1,
      headcount: 200,
      sitesWithoutHeadcount: 1,
      active: 2,
      target: 6,
      sitesCovered: 2,
      sitesAtTarget: 1,
      initiatives: 2,
      initiativesOfCounted: 1,
      lastActivity: '2026-04-01',
    });
  });

  it('sums territories from their sites, the sites of none apart, and the ratio asked for', async () => {
    const { france, west, brittany, online } = await small();
    const { rows, kinds, total } = await call('network.territories', {});
    const row = (id: string | null) => rows.find((one) => one.id === id)?.figures;
    expect(rows.map((one) => [one.name, one.depth])).toEqual([
      ['Commerce en ligne', 0],
      ['France', 0],
      ['Ouest', 1],
      ['Bretagne', 2],
      [null, 0],
    ]);
    expect(row(brittany.id)).toMatchObject({ sites: 1, active: 1, target: 3 });
    expect(row(west.id)).toMatchObject({ sites: 2, active: 2, target: 4, headcount: 120, sitesWithoutHeadcount: 1 });
    expect(row(france.id)).toEqual(row(west.id));
    expect(row(online.id)).toMatchObject({ sitesWithoutPlace: 1, active: 0, target: 1 });
    expect(row(null)).toMatchObject({ sites: 1, target: 1, active: 0 });
    expect(kinds.map((one) => [one.kind, one.figures.sites])).toEqual([
      ['Usine', 2],
      [null, 1],
      ['Agence', 1],
    ]);
    expect(coverageShare(total)).toBeCloseTo(2 / 6);
    const finer = await call('network.territories', { ratio: 30 });
    expect(finer.total.target).toBe(targetOf(120, 30) + 1 + targetOf(30, 30) + targetOf(50, 30));
    expect(finer.ratio).toBe(30);
  });

  it('filters as the list of sites does, by territory, kind, stage and profile, without changing a site’s figures', async () => {
    const { west, rennes, brittany, france } = await small();
    const filters = [
      { scope: { territoryIds: [west.id] } },
      { scope: { siteKinds: ['Usine'] } },
      { stages: ['trained' as const] },
      { profiles: ['spontaneous' as const] },
      { stages: ['trained' as const], profiles: ['spontaneous' as const] },
      { withoutPeople: true },
      { headcountMin: 100 },
      { located: 'no' as const },
    ];
    for (const filter of filters) {
      const listed = await call('sites.list', { filter: { ...filter, statuses: ['open'] } });
      expect((await call('network.map', { filter })).total.sites, JSON.stringify(filter)).toBe(listed.total);
    }
    const trained = parseMapColumns((await call('network.map', { filter: { stages: ['trained'] } })).sites);
    expect(trained.id).toEqual([rennes.id]);
    expect(mapSiteAt(trained, 0)).toMatchObject({ active: 1, target: 3 });
    const scoped = await call('network.territories', { filter: { scope: { territoryIds: [brittany.id] } } });
    expect(scoped.rows.map((row) => row.id)).toEqual([france.id, west.id, brittany.id]);
    expect(scoped.rows[0]?.figures).toMatchObject({ sites: 1 });
  });

  it('lists, counts and exports the sites that were chosen, and those only', async () => {
    const { rennes, lonely, nantes } = await small();
    const chosen = { ids: [rennes.id, lonely.id] };
    const names = (rows: { name: string }[]): string[] => rows.map((row) => row.name);
    expect(names((await call('sites.list', { filter: chosen })).rows)).toEqual(['Lille', 'Rennes']);
    expect(
      (await call('sites.list', { filter: { ...chosen, stages: ['trained'] } })).rows.map((row) => row.id),
    ).toEqual([rennes.id]);
    expect((await call('sites.ids', { filter: chosen })).ids.toSorted()).toEqual(chosen.ids.toSorted());
    expect((await call('network.map', { filter: chosen })).total).toMatchObject({ sites: 2, headcount: 170 });
    // As many as a lasso around a whole network takes.
    const crowd = [
      nantes.id,
      ...Array.from({ length: 20_000 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
    ];
    expect(names((await call('sites.list', { filter: { ids: crowd } })).rows)).toEqual(['Nantes']);
    const outPath = join(workspace.folder, 'choisis.csv');
    await call('reports.exportList', { list: 'sites', format: 'csv', filter: chosen, outPath });
    const text = readFileSync(outPath, 'utf8');
    expect(['Lille', 'Rennes', 'Nantes'].map((name) => text.includes(name))).toEqual([true, true, false]);
  });

  it('makes a relance ready for the active people of chosen sites, in their language, and notes it in one step', async () => {
    const { sites } = await smallNetwork(workspace);
    const active = async (
      lastName: string,
      siteId: string,
      more: { email?: string; lang?: string } = {},
    ): Promise<string> => (await call('people.create', { lastName, siteId, stage: 'active', ...more })).id;
    await active('Aubry', sites.rennes, { email: 'aubry@x.example' });
    const baker = await active('Baker', sites.rennes, { email: ' baker@x.example ', lang: 'en' });
    const caron = await active('Caron', sites.brest);
    await active('Duval', sites.paris, { email: 'duval@x.example' });
    await call('people.create', { lastName: 'Parti', siteId: sites.brest, stage: 'alumni', email: 'parti@x.example' });
    await call('initiatives.create', {
      title: 'Collecte',
      siteId: sites.rennes,
      status: 'done',
      startDate: '2026-01-05',
      endDate: '2026-01-10',
    });
    const filter = { ids: [sites.rennes, sites.brest, sites.caen] };
    const ready = await call('network.followUp', { filter });
    expect(ready).toMatchObject({
      sites: 3,
      alone: 1,
      people: 3,
      spared: 0,
      without: { total: 1, rows: [{ id: caron, name: 'Caron', siteName: 'Brest' }] },
    });
    expect(ready.letters.map(({ lang, emails }) => [lang, emails])).toEqual([
      ['fr', ['aubry@x.example']],
      ['en', ['baker@x.example']],
    ]);
    expect(ready.letters[1]?.body).toMatch(/^Hello,/);
    // Of sites chosen as quiet, the letter says since when; something on a site takes its people out.
    await call('initiatives.create', {
      title: 'Toute récente',
      siteId: sites.rennes,
      status: 'running',
      startDate: new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10),
    });
    const quiet = await call('network.followUp', { filter, quietDays: 90 });
    expect([quiet.people, quiet.sites]).toEqual([1, 2]);
    expect(
      (await call('network.followUp', { filter: { ids: [sites.paris] }, quietDays: 90 })).letters[0]?.body,
    ).toContain('depuis 3 mois');

    expect(await call('network.noteFollowUp', { filter: { ids: [sites.rennes] } })).toEqual({ count: 2 });
    expect((await call('people.get', { id: baker })).remindedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(await call('network.followUp', { filter })).toMatchObject({ people: 1, spared: 2 });
    expect(await call('network.followUp', { filter, sparedDays: null })).toMatchObject({ people: 3, spared: 0 });
    await call('history.undo', {});
    expect((await call('people.get', { id: baker })).remindedOn).toBeNull();
    expect((await call('people.list', { filter: { siteIds: filter.ids }, sort: 'remindedOn' })).total).toBe(4);
  });

  it('agrees with the dashboard', async () => {
    await small();
    const overview = await call('workspace.overview', {});
    const { total } = await call('network.map', {});
    expect(overview.coverage).toEqual({
      active: total.active,
      target: total.target,
      sitesCovered: total.sitesCovered,
      sitesOpen: total.sites,
    });
  });

  it('tells the past from what is known of it, and ends with today’s figures', async () => {
    const rennes = await call('sites.create', { name: 'Rennes', headcount: 120, openedOn: '2020-01-01' });
    const brest = await call('sites.create', {
      name: 'Brest',
      headcount: 60,
      status: 'closed',
      openedOn: '2020-01-01',
      closedOn: '2026-03-10',
    });
    await call('sites.create', { name: 'Bientôt', status: 'planned', openedOn: '2020-01-01' });
    await person(rennes.id, { joinedOn: '2025-06-15' });
    await person(rennes.id, { joinedOn: '2099-01-01' });
    await person(rennes.id, { stage: 'paused', joinedOn: '2025-01-05', stageSince: '2025-09-01' });
    await person(rennes.id, { stage: 'alumni', stageSince: '2026-01-01' });
    await person(brest.id, { stage: 'alumni', joinedOn: '2025-02-01', leftOn: '2026-01-20', stageSince: '2026-02-01' });
    await person(rennes.id, { stage: 'trained', joinedOn: '2025-01-01' });
    const { rows, undated } = await call('network.trend', {});
    const at = (month: string) => rows.find((row) => row.month === month);
    expect(rows.length).toBe(24);
    expect(undated).toBe(0);
    expect(at('2025-01')).toMatchObject({ sites: 2, active: 1, target: 5, sitesCovered: 1 });
    expect(at('2025-02')).toMatchObject({ active: 2, sitesCovered: 2 });
    expect(at('2025-08')).toMatchObject({ active: 3 });
    expect(at('2025-09')).toMatchObject({ active: 2 });
    expect(at('2026-01')).toMatchObject({ active: 1, sites: 2 });
    expect(at('2026-03')).toMatchObject({ sites: 1, target: 3, active: 1 });
    const { total } = await call('network.map', {});
    expect(rows.at(-1)).toMatchObject({
      active: total.active,
      target: total.target,
      sites: total.sites,
      sitesCovered: total.sitesCovered,
    });
    // Who joins in 2099 is not in the network yet.
    expect(total.active).toBe(1);
  });

  it('plays what begins today, and nothing of tomorrow', async () => {
    const rennes = await call('sites.create', { name: 'Rennes', lat: 48.1, lon: -1.7 });
    const begin = (title: string, startDate: string): Promise<unknown> =>
      call('initiatives.create', { title, siteId: rennes.id, status: 'running', startDate });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-15T12:00:00') });
    try {
      const begun = async (): Promise<number> => {
        const timeline = parseTimeline((await call('network.timeline', {})).timeline);
        return networkAt(timeline, timeline.months.length - 1).initiatives[0] ?? 0;
      };
      await begin('Demain', '2026-06-16');
      expect(await begun()).toBe(0);
      await begin('Aujourd’hui', '2026-06-15');
      expect(await begun()).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('draws territories from their names, then from where their sites are, and names those it cannot', async () => {
    const { france, west, brittany, online, nantes } = await small();
    const leaves = await call('network.territoryShapes', {});
    expect(leaves.depths).toBe(3);
    expect(featuresOf(leaves.geojson).map((feature) => feature.properties.territoryId)).toEqual([brittany.id]);
    expect(leaves.without).toEqual([online.id]);
    const top = await call('network.territoryShapes', { depth: 0 });
    expect(featuresOf(top.geojson).map((feature) => feature.properties.territoryId)).toEqual([france.id]);
    expect(featuresOf(top.geojson)[0]?.geometry.coordinates.length).toBeGreaterThan(5);
    const middle = featuresOf((await call('network.territoryShapes', { depth: 1 })).geojson);
    expect(middle.map((feature) => feature.properties.territoryId)).toEqual([west.id]);
    // Brittany by its name, and Loire-Atlantique because Nantes is there; then the rest of the region with it.
    const flat = middle[0]?.geometry.coordinates.flat(2) ?? [];
    expect(flat.some(([lon = 0, lat = 0]) => lon < -4.2 && lat > 48)).toBe(true);
    expect(flat.some(([lon = 0, lat = 0]) => lon > -1.3 && lat < 47.4)).toBe(true);
    expect(flat.some(([lon = 0, lat = 0]) => lon > 0.6 && lat > 47.6)).toBe(true);
    // Within a scope, only what is counted.
    const scoped = await call('network.territoryShapes', { filter: { scope: { territoryIds: [online.id] } } });
    expect([featuresOf(scoped.geojson), scoped.without]).toEqual([[], [online.id]]);
    await call('sites.update', { id: nantes.id, set: { lat: 40.42, lon: -3.7, country: 'ES' } });
    const spain =
      featuresOf((await call('network.territoryShapes', { depth: 1 })).geojson)[0]?.geometry.coordinates.flat(2) ?? [];
    expect(spain.some(([, lat = 90]) => lat < 38)).toBe(true);
  });

  it('gives each bundled layer once its code, overseas too', async () => {
    const ids = async (layer: 'world' | 'countries' | 'regions' | 'departments') =>
      new Set(featuresOf((await call('network.shapes', { layer })).geojson).map((feature) => feature.id));
    expect((await ids('departments')).size).toBe(101);
    expect((await ids('regions')).size).toBe(18);
    for (const code of ['FR', 'JP', 'BR', 'SN', 'NC']) expect((await ids('world')).has(code)).toBe(true);
    for (const code of ['FR', 'DE', 'PL']) expect((await ids('countries')).has(code)).toBe(true);
  });
});

describe('a demonstration', () => {
  it('plays its months up to today’s map, and agrees with every other screen', async () => {
    workspace = await testWorkspace({ demo: 'small' });
    const map = await call('network.map', {});
    const columns = parseMapColumns(map.sites);
    const timeline = parseTimeline((await call('network.timeline', {})).timeline);
    const now = networkAt(timeline, timeline.months.length - 1);
    const activeOf = new Map(timeline.id.map((id, at) => [id, now.open[at] === 1 ? now.active[at] : null]));
    expect(columns.id.map((id) => activeOf.get(id))).toEqual(columns.active);
    const first = networkAt(timeline, 0);
    expect(first.active.reduce((sum, n) => sum + n, 0)).toBeLessThan(map.total.active);
    const tree = await call('network.territories', {});
    expect(tree.total).toEqual(map.total);
    expect(tree.rows.filter((row) => row.depth === 0).reduce((sum, row) => sum + row.figures.active, 0)).toBe(
      map.total.active,
    );
    expect(tree.kinds.reduce((sum, row) => sum + row.figures.target, 0)).toBe(map.total.target);
    // The past of a territory is summed as its present is: by the last month they agree, and every month adds up.
    const known = new Set(tree.rows.map((row) => row.id));
    const sums = sumTree(tree.rows, ownFigures(sitesAt(timeline, now), known));
    for (const { id, figures } of tree.rows)
      expect(sums.get(id)).toEqual({
        ...figures,
        initiatives: expect.any(Number),
        initiativesOfCounted: expect.any(Number),
        lastActivity: null,
      });
    for (const month of [0, Math.floor(timeline.months.length / 2)]) {
      const then = sumTree(tree.rows, ownFigures(sitesAt(timeline, networkAt(timeline, month)), known));
      const top = tree.rows.filter((row) => row.parentId === null).map((row) => then.get(row.id));
      const whole = coverageAt(timeline, month);
      expect([
        top.reduce((sum, one) => sum + (one?.active ?? 0), 0),
        top.reduce((sum, one) => sum + (one?.target ?? 0), 0),
      ]).toEqual([whole.active, whole.target]);
    }
    // The classes of a picture are those of the screen, however little of the network its window shows.
    const outPath = join(workspace.folder, 'carte.svg');
    await call('network.exportMap', { layer: 'initiatives', extent: [-4, 47, -1, 49], lang: 'fr', outPath });
    const svg = readFileSync(outPath, 'utf8');
    for (const name of classNames(scaleOf('initiatives', 'light', siteWeights('initiatives', mapSites(columns))), 'fr')
      .classes)
      expect(svg).toContain(`aria-label="${name}"`);
    const overview = await call('workspace.overview', {});
    expect(overview.coverage).toEqual({
      active: map.total.active,
      target: map.total.target,
      sitesCovered: map.total.sitesCovered,
      sitesOpen: map.total.sites,
    });
    const report = await call('reports.preview', { report: 'coverage' });
    const at = (column: string): unknown => report.rows[0]?.[report.columns.findIndex(({ id }) => id === column)];
    expect([at('activePeople'), at('target'), at('sitesCovered'), at('sites')]).toEqual([
      map.total.active,
      map.total.target,
      map.total.sitesCovered,
      map.total.sites,
    ]);
    const csv = join(workspace.folder, 'couverture.csv');
    await call('reports.export', { report: 'coverage', format: 'csv', dialect: 'machine', outPath: csv });
    const [head = '', whole = ''] = readFileSync(csv, 'utf8').split('\n');
    const cell = (column: string): string | undefined => whole.split(',')[head.trim().split(',').indexOf(column)];
    expect(['activePeople', 'target', 'sitesCovered', 'sites', 'coverage'].map(cell)).toEqual(
      [
        map.total.active,
        map.total.target,
        map.total.sitesCovered,
        map.total.sites,
        Number((map.total.active / map.total.target).toFixed(4)),
      ].map(String),
    );
    const drawn = join(workspace.folder, 'couverture.svg');
    await call('network.exportMap', { lang: 'en', outPath: drawn });
    expect(readFileSync(drawn, 'utf8')).toContain(
      `<desc>${map.total.active} active ambassadors for a target of ${map.total.target}. ${map.total.sitesCovered} of ${map.total.sites} sites have someone.</desc>`,
    );
    const plan = await call('network.recruit', { count: 3, radiusKm: 10 });
    expect([plan.active, plan.target, plan.sites, plan.employees]).toEqual([
      map.total.active,
      map.total.target,
      map.total.sites,
      map.total.headcount,
    ]);
    const edition = (await call('awards.list', {})).rows[0];
    const deck = await call('deck.build', { editionId: edition?.id ?? '', lang: 'en' });
    await call('network.mapSlide', { deckId: deck.id });
    const slide = (await call('deck.get', { id: deck.id })).slides.at(-1);
    expect(slide?.texts.body).toContain(`${map.total.active} active ambassadors for a target of ${map.total.target}`);
    expect((await call('network.trend', {})).rows.at(-1)).toMatchObject({
      active: map.total.active,
      target: map.total.target,
      sitesCovered: map.total.sitesCovered,
    });
    for (const depth of [0, 1, null]) {
      const shapes = await call('network.territoryShapes', { depth });
      const ids = featuresOf(shapes.geojson).map((feature) => feature.properties.territoryId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(5);
    }
  });
});
