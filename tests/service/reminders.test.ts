/** Whom a reminder reaches: quiet sites and spared people, each tried on the very day that decides. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { daysBefore } from '#shared/base/periods.ts';
import { setToday } from '../factories/clock.ts';
import { smallNetwork, type SmallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

const today = '2026-06-15';
let workspace: TestWorkspace;
let network: SmallNetwork;
beforeEach(async () => {
  workspace = await testWorkspace();
  network = await smallNetwork(workspace);
  setToday(today);
});
afterEach(async () => {
  vi.useRealTimers();
  await workspace.close();
});

const ago = (days: number): string => daysBefore(today, days);
const person = async (lastName: string, more: object = {}): Promise<string> =>
  (
    await workspace.call('people.create', {
      lastName,
      siteId: network.sites.rennes,
      stage: 'active',
      email: `${lastName.toLowerCase()}@x.fr`,
      ...more,
    })
  ).id;
const reached = async (more: object): Promise<string[]> =>
  (await workspace.call('network.followUp', { ...more })).letters.flatMap((letter) => letter.emails);

describe('people who were written to', () => {
  it('are spared until as many days have gone by as was said', async () => {
    await person('Hier', { remindedOn: ago(1) });
    await person('Presque', { remindedOn: ago(29) });
    await person('Juste', { remindedOn: ago(30) });
    await person('Jamais');
    expect(await reached({ sparedDays: 30 })).toEqual(['jamais@x.fr', 'juste@x.fr']);
    expect(await reached({ sparedDays: 31 })).toEqual(['jamais@x.fr']);
    expect(await reached({ sparedDays: 1 })).toHaveLength(4);
    expect(await reached({ sparedDays: null })).toHaveLength(4);
    // Thirty days when nothing is said.
    expect(await reached({})).toEqual(['jamais@x.fr', 'juste@x.fr']);
  });

  it('are noted when they were written to, those who were spared not', async () => {
    const { call } = workspace;
    const spared = await person('Presque', { remindedOn: ago(29) });
    const juste = await person('Juste', { remindedOn: ago(30) });
    const silent = await person('Muet', { email: null });
    expect(await call('network.noteFollowUp', { sparedDays: 30 })).toEqual({ count: 2 });
    const on = async (id: string): Promise<string | null> => (await call('people.get', { id })).remindedOn;
    expect([await on(spared), await on(juste), await on(silent)]).toEqual([ago(29), today, today]);
  });
});

describe('sites where nothing happens', () => {
  it('are quiet once as many days have gone by since the last thing', async () => {
    const last = async (site: keyof SmallNetwork['sites'], endDate: string): Promise<void> => {
      await workspace.call('initiatives.create', {
        title: site,
        siteId: network.sites[site],
        status: 'done',
        startDate: '2025-01-01',
        endDate,
      });
      await person(site, { siteId: network.sites[site] });
    };
    await last('brest', ago(89));
    await last('rennes', ago(90));
    await last('caen', ago(91));
    await person('paris', { siteId: network.sites.paris });
    expect(await reached({ quietDays: 90 })).toEqual(['caen@x.fr', 'paris@x.fr', 'rennes@x.fr']);
    expect(await reached({ quietDays: 91 })).toEqual(['caen@x.fr', 'paris@x.fr']);
    expect(await reached({ quietDays: 92 })).toEqual(['paris@x.fr']);
    expect(await reached({ quietDays: null })).toHaveLength(4);
    expect(await workspace.call('network.followUp', { quietDays: 90 })).toMatchObject({ sites: 3 });
  });
});

describe('the last thing heard of a site', () => {
  it('is its last answer or initiative up to today, not one of a day to come', async () => {
    const { call } = workspace;
    const { id } = await call('campaigns.create', { title: 'Vélo', startDate: '2026-01-01', endDate: '2026-12-31' });
    await call('campaigns.setStatus', { ids: [id], status: 'running' });
    for (const site of ['brest', 'caen', 'paris', 'rennes'] as const)
      await person(site, { siteId: network.sites[site] });
    const answer = async (site: keyof SmallNetwork['sites'], answeredOn: string): Promise<void> => {
      const { rows } = await call('adoptions.list', { filter: { siteIds: [network.sites[site]] } });
      await call('adoptions.answer', { id: rows[0]?.id ?? '', set: { status: 'adopted', answeredOn } });
    };
    await answer('brest', today);
    await answer('caen', '2026-06-16');
    await answer('rennes', ago(90));
    await call('initiatives.create', {
      title: 'Tri',
      siteId: network.sites.paris,
      status: 'running',
      startDate: ago(10),
      endDate: '2026-07-01',
    });
    expect(await reached({ quietDays: 30 })).toEqual(['caen@x.fr', 'rennes@x.fr']);
    expect(await reached({ quietDays: 5 })).toEqual(['caen@x.fr', 'paris@x.fr', 'rennes@x.fr']);
  });
});

describe('sites that do not answer', () => {
  it('are asked again from the day after the one said', async () => {
    const { call } = workspace;
    const { id } = await call('campaigns.create', { title: 'Vélo', startDate: '2026-06-01', endDate: '2026-06-30' });
    await call('campaigns.setStatus', { ids: [id], status: 'running' });
    const { rows } = await call('adoptions.list', {});
    await call('adoptions.remind', { ids: [rows[0]?.id ?? ''], on: ago(7) });
    await call('adoptions.remind', { ids: [rows[1]?.id ?? ''], on: ago(6) });
    const left = async (notRemindedSince: string): Promise<(string | undefined)[]> =>
      (await call('adoptions.list', { filter: { notRemindedSince } })).rows.map((row) => row.siteName);
    expect(await left(ago(7))).toEqual(['Paris', 'Rennes']);
    expect(await left(ago(6))).toEqual(['Brest', 'Paris', 'Rennes']);
    expect(await left(ago(5))).toEqual(['Brest', 'Caen', 'Paris', 'Rennes']);
  });
});
