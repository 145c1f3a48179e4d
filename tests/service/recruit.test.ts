/** Where to recruit, by name and from the terminal: reach, plan, file, message; and places put by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseMapColumns } from '#shared/network/columns.ts';
import { runCli } from '../../electron/service/cli/run.ts';
import { closeWorkspace } from '../../electron/service/session.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
const call: TestWorkspace['call'] = (name, input, meta) => workspace.call(name, input, meta);
beforeEach(async () => {
  workspace = await testWorkspace({ name: 'Aurore' });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await workspace.close();
});

async function network() {
  const south = await call('territories.create', { code: 'SUD', name: 'Sud' });
  const north = await call('territories.create', { code: 'NORD', name: 'Nord' });
  const site = (name: string, lat: number | null, lon: number | null, headcount: number | null, territoryId: string) =>
    call('sites.create', { name, lat, lon, headcount, territoryId });
  const lyon = await site('Lyon', 45.76, 4.83, 100, south.id);
  const villeurbanne = await site('=Villeurbanne', 45.77, 4.88, 300, south.id);
  const vienne = await site('Vienne', 45.52, 4.87, 80, south.id);
  const lille = await site('Lille', 50.63, 3.06, 250, north.id);
  const unknown = await site('Sans effectif', 50.64, 3.05, null, north.id);
  const nowhere = await site('Nulle part', null, null, 40, north.id);
  const marc = await call('people.create', {
    firstName: 'Marc',
    lastName: 'Petit',
    siteId: vienne.id,
    stage: 'active',
  });
  await call('people.create', {
    firstName: 'Zoé',
    lastName: 'Roux',
    email: 'zoe@aurore.example',
    siteId: lille.id,
    stage: 'contacted',
  });
  return { south, north, lyon, villeurbanne, vienne, lille, unknown, nowhere, marc };
}

describe('reach and recruits', () => {
  it('puts recruits where most employees are that nobody reaches, and accounts for everyone', async () => {
    const { lille, villeurbanne, nowhere } = await network();
    const plan = await call('network.recruit', { count: 5, radiusKm: 15 });
    expect(plan.picks.map((pick) => [pick.siteId, pick.gain, pick.reached, pick.sites])).toEqual([
      [villeurbanne.id, 400, 480, 2],
      [lille.id, 250, 730, 2],
      [nowhere.id, 40, 770, 1],
    ]);
    expect(plan).toMatchObject({
      employees: 770,
      reachedBefore: 80,
      reachedAfter: 770,
      sites: 6,
      sitesReachedBefore: 1,
      sitesReachedAfter: 6,
      sitesWithoutHeadcount: 1,
      sitesWithoutPlace: 1,
      active: 1,
      activeAfter: 4,
      isEnough: true,
      atLeast: 1,
    });
    expect(plan.picks[1]).toMatchObject({ prospects: 1, territoryName: 'Nord', target: 5, active: 0 });
    const { total } = await call('network.map', {});
    expect([plan.active, plan.target, plan.employees, plan.sites]).toEqual([
      total.active,
      total.target,
      total.headcount,
      total.sites,
    ]);
  });

  it('reaches the whole territory when told so, and counts ambassadors from next door', async () => {
    const { lille, south, lyon } = await network();
    const plan = await call('network.recruit', { count: 5, radiusKm: null });
    expect(plan.reachedBefore).toBe(480);
    expect(plan.picks.map((pick) => [pick.siteId, pick.gain])).toEqual([[lille.id, 290]]);
    // Within the south alone, 40 km from Vienne holds Lyon too.
    const scoped = await call('network.recruit', {
      count: 5,
      radiusKm: 40,
      filter: { scope: { territoryIds: [south.id] } },
    });
    expect(scoped).toMatchObject({ picks: [], employees: 480, reachedBefore: 480, isEnough: true });
    const onlyLyon = await call('network.recruit', {
      count: 1,
      radiusKm: 40,
      filter: { scope: { territoryIds: [south.id] }, headcountMax: 100, headcountMin: 100 },
    });
    expect(onlyLyon).toMatchObject({ employees: 100, reachedBefore: 100 });
    await call('sites.update', { id: lyon.id, set: { status: 'closed' } });
    expect((await call('network.recruit', { count: 1, radiusKm: 40 })).employees).toBe(670);
  });

  it('tells how far the present ambassadors reach', async () => {
    const { lille, unknown, nowhere, lyon, villeurbanne } = await network();
    const near = await call('network.reach', { radiusKm: 15 });
    expect(near).toMatchObject({ employees: 770, reached: 80, sites: 6, sitesReached: 1 });
    expect(JSON.parse(near.out)).toEqual([lyon.id, villeurbanne.id, lille.id, unknown.id, nowhere.id]);
    expect(await call('network.reach', { radiusKm: 40 })).toMatchObject({ reached: 480, sitesReached: 3 });
  });

  it('stops when told to', async () => {
    await network();
    const work = call('network.recruit', { count: 5 }, { jobId: 'recruit' });
    await call('jobs.cancel', { jobId: 'recruit' });
    await expect(work).rejects.toThrow('cancelled');
  });

  it('saves the list as a spreadsheet that runs nothing, French or English', async () => {
    await network();
    const path = join(workspace.folder, 'recrues.csv');
    expect(await call('network.exportRecruits', { count: 2, radiusKm: 15, outPath: path })).toEqual({ path, rows: 2 });
    const lines = readFileSync(path, 'utf8').split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFRang;Code du site;Site;/);
    expect(lines[1]).toContain(";'=Villeurbanne;");
    expect(lines[1]).toContain(';45,77;4,88');
    await call('network.exportRecruits', { count: 2, radiusKm: 15, outPath: path, lang: 'en' });
    expect(readFileSync(path, 'utf8')).toMatch(/^\uFEFFRank,Site code,[^]*,45\.77,4\.88\r\n/);
    const xlsx = join(workspace.folder, 'recrues.xlsx');
    await call('network.exportRecruits', { count: 2, radiusKm: 15, outPath: xlsx });
    const parts = unzipSync(readFileSync(xlsx));
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet + part('xl/sharedStrings.xml')).toContain('>=Villeurbanne</t>');
    expect(sheet).toContain('<v>45.77</v>');
    expect(sheet).not.toContain('<f>');
    expect(
      (await workspace.refused('network.exportRecruits', { outPath: join(workspace.folder, 'none', 'x.csv') })).code,
    ).toBe('file_unwritable');
  });

  it('writes the call, and says who is known there already', async () => {
    const { lille, unknown, vienne } = await network();
    const message = await call('network.recruitmentCall', { siteIds: [lille.id, unknown.id, vienne.id] });
    expect(message.subject).toContain('Aurore');
    expect(message.body).toContain(
      '- Lille (Nord)\u00a0: 250 salariés, personne à ce jour, 1 personne déjà repérée\n- Sans effectif (Nord)\u00a0: personne à ce jour\n- Vienne (Sud)\u00a0: 80 salariés, 1 ambassadrice ou ambassadeur',
    );
    expect(message.prospects).toEqual([
      {
        id: expect.any(String) as string,
        name: 'Zoé Roux',
        email: 'zoe@aurore.example',
        stage: 'contacted',
        siteId: lille.id,
        siteName: 'Lille',
      },
    ]);
    const english = await call('network.recruitmentCall', { siteIds: [lille.id], lang: 'en' });
    expect(english.body).toContain('- Lille (Nord): 250 employees, nobody yet, 1 already spotted');
    expect(`${message.body}${english.body}`).not.toMatch(/undefined|null|NaN/);
  });
});

describe('places', () => {
  it('are found by name, postcode or site, the largest first', async () => {
    await network();
    const find = async (query: string) =>
      (await call('network.findPlaces', { query })).rows.map((row) => `${row.kind} ${row.name}, ${row.detail}`);
    expect((await find('lille'))[0]).toBe('site Lille, Nord');
    expect(await find('lille')).toContain('town Lille, Nord');
    expect((await find('villeneuve d ascq'))[0]).toBe("town Villeneuve-d'Ascq, Nord");
    expect((await find('29200'))[0]).toBe('town Brest, Finistère');
    expect((await find('bruxelles'))[0]).toContain('Belgique');
    expect(await find('   ')).toEqual([]);
    expect(await find('zzzzqq')).toEqual([]);
  });

  it('put by hand on the map are exact, and can be undone', async () => {
    const { nowhere } = await network();
    const placed = async () => parseMapColumns((await call('network.map', {})).sites).id.includes(nowhere.id);
    expect(await placed()).toBe(false);
    const moved = await call('sites.update', { id: nowhere.id, set: { lat: 43.3, lon: 5.37 } });
    expect(moved).toMatchObject({ lat: 43.3, lon: 5.37, accuracy: 'site' });
    expect(await placed()).toBe(true);
    // A place set by hand stays when the address changes.
    expect(await call('sites.update', { id: nowhere.id, set: { city: 'Brest', postcode: '29200' } })).toMatchObject({
      lat: 43.3,
      accuracy: 'site',
    });
    await call('history.undo', {});
    await call('history.undo', {});
    expect(await placed()).toBe(false);
    expect((await workspace.refused('sites.update', { id: nowhere.id, set: { lat: 91, lon: 0 } })).code).toBe(
      'invalid_input',
    );
    expect((await workspace.refused('sites.update', { id: nowhere.id, set: { lat: 45 } })).code).toBe('invalid_input');
  });
});

describe('maillage recruit', () => {
  async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    if (workspace.service.workspace !== null) await closeWorkspace(workspace.service.workspace);
    workspace.service.workspace = null;
    const out: string[] = [];
    const err: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => (out.push(String(text)), true));
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => (err.push(String(text)), true));
    const code = await runCli(args);
    vi.restoreAllMocks();
    return { code, out: out.join(''), err: err.join('') };
  }

  it('lists the sites, answers in JSON, writes the file, and refuses what it does not understand', async () => {
    await network();
    const { code, out } = await cli('recruit', workspace.path, '--count', '2', '--radius-km', '15');
    expect(code).toBe(0);
    expect(out).toContain('1. =Villeurbanne');
    expect(out).toContain('2 recrues : de 80 à 730 salariés atteints sur 770');
    const json = JSON.parse(
      (await cli('recruit', workspace.path, '--count', '1', '--territory', 'nord', '--radius-km', '15', '--json')).out,
    ) as { ok: boolean; picks: { name: string }[] };
    expect([json.ok, json.picks.map((pick) => pick.name)]).toEqual([true, ['Lille']]);
    const path = join(workspace.folder, 'r.csv');
    expect((await cli('recruit', workspace.path, '--same-territory', '--out', path)).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('Lille');
    for (const wrong of [
      ['--count', '0'],
      ['--radius-km', 'x'],
      ['--territory', 'nulle part'],
      ['--out', 'r.pdf'],
    ])
      expect((await cli('recruit', workspace.path, ...wrong)).code, wrong.join(' ')).toBe(2);
    expect((await cli('recruit', join(workspace.folder, 'absent.maillage'))).code).toBe(1);
  });
});
