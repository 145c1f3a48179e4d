/** People: since when they are where they are, whom the filters of their list take, what may be said of them and until when. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallNetwork, type SmallNetwork } from '../factories/network.ts';
import { setToday } from '../factories/clock.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let network: SmallNetwork;
beforeEach(async () => {
  workspace = await testWorkspace();
  network = await smallNetwork(workspace);
});
afterEach(async () => {
  vi.useRealTimers();
  await workspace.close();
});

const person = async (lastName: string, more: object = {}): Promise<string> =>
  (await workspace.call('people.create', { lastName, ...more })).id;
const since = async (id: string): Promise<string | null> => (await workspace.call('people.get', { id })).stageSince;
const names = async (filter: object): Promise<string[]> =>
  (await workspace.call('people.list', { filter })).rows.map((row) => row.lastName);

describe('a change of stage', () => {
  it('dates itself, unless a day is given or the stage is the one they had', async () => {
    const { call } = workspace;
    setToday('2026-06-15');
    const id = await person('Anna', { stage: 'contacted', stageSince: '2025-01-10' });
    await call('people.update', { id, set: { stage: 'contacted', jobTitle: 'Cariste' } });
    expect(await since(id)).toBe('2025-01-10');
    await call('people.update', { id, set: { stage: 'agreed' } });
    expect(await since(id)).toBe('2026-06-15');
    await call('people.update', { id, set: { stage: 'trained', stageSince: '2026-06-01' } });
    expect(await since(id)).toBe('2026-06-01');
  });

  it('of many at once dates those it changes, and no one else', async () => {
    const { call } = workspace;
    setToday('2026-06-15');
    const there = await person('Anna', { stage: 'active', stageSince: '2024-03-01' });
    const unknown = await person('Boris', { stage: 'active' });
    await call('people.update', { id: unknown, set: { stageSince: null } });
    const early = await person('Chloé', { stage: 'contacted', stageSince: '2025-01-10' });
    const other = await person('Driss', { stage: 'contacted', stageSince: '2025-02-20' });
    expect(await call('people.updateMany', { ids: [there, unknown, early], set: { stage: 'active' } })).toEqual({
      count: 3,
    });
    expect([await since(there), await since(unknown), await since(early), await since(other)]).toEqual([
      '2024-03-01',
      null,
      '2026-06-15',
      '2025-02-20',
    ]);
    // What has nothing to do with the stage dates nobody.
    await call('people.updateMany', { ids: [there, early], set: { profile: 'spontaneous' } });
    expect([await since(there), await since(early)]).toEqual(['2024-03-01', '2026-06-15']);
    await call('people.updateMany', { ids: [there, early], set: { stage: 'paused', stageSince: '2026-05-01' } });
    expect([await since(there), await since(early)]).toEqual(['2026-05-01', '2026-05-01']);
  });
});

describe('the list of people', () => {
  it('can be of those without a site alone', async () => {
    await person('Anna', { siteId: network.sites.brest });
    await person('Boris');
    expect(await names({ withoutSite: true })).toEqual(['Boris']);
    expect(await names({ withoutSite: false })).toEqual(['Anna', 'Boris']);
    expect((await workspace.call('people.ids', { filter: { withoutSite: true } })).ids).toHaveLength(1);
  });

  it('takes those at their stage since before a day, the day itself left out', async () => {
    await person('Anna', { stageSince: '2026-04-15' });
    await person('Boris', { stageSince: '2026-04-16' });
    await person('Chloé', { stageSince: null });
    expect(await names({ stageBefore: '2026-04-16' })).toEqual(['Anna']);
    expect(await names({ stageBefore: '2026-04-17' })).toEqual(['Anna', 'Boris']);
  });

  it('counts as forgotten from the sixty-first day on', async () => {
    setToday('2026-06-15');
    await person('Soixante', { stage: 'contacted', stageSince: '2026-04-16' });
    expect(await workspace.call('workspace.waiting', {})).toMatchObject({ stalled: 0, stalledBefore: '2026-04-16' });
    await person('Soixante et un', { stage: 'contacted', stageSince: '2026-04-15' });
    expect(await workspace.call('workspace.waiting', {})).toMatchObject({ stalled: 1 });
  });
});

describe('a consent', () => {
  it('does not end before it was given', async () => {
    const { call, refused } = workspace;
    const personId = await person('Anna');
    const given = { personId, purpose: 'name' as const, grantedOn: '2026-06-15' };
    expect(await refused('people.grantConsent', { ...given, expiresOn: '2026-06-14' })).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'expiresOn', rule: 'before_start' }] },
    });
    // One of a single day is one: the day of a reportage.
    expect(await call('people.grantConsent', { ...given, expiresOn: '2026-06-15' })).toMatchObject({
      expiresOn: '2026-06-15',
    });
  });
});
