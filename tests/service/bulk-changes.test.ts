/** Changes of many at once, and what follows from them: found by their new words, told apart from their origin, dated. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());
const call: TestWorkspace['call'] = (name, input, meta) => workspace.call(name, input, meta);

it('initiatives are found by the theme that many were given, and no longer by the one they had', async () => {
  const ids = [];
  for (const title of ['Vélo', 'Tri', 'Potager'])
    ids.push((await call('initiatives.create', { title, theme: 'Ancien' })).id);
  await call('initiatives.updateMany', { ids: ids.slice(0, 2), set: { theme: 'Mobilité' } });
  const found = async (search: string): Promise<string[]> =>
    (await call('initiatives.list', { search, sort: 'title' })).rows.map((row) => row.title);
  expect(await found('mobilite')).toEqual(['Tri', 'Vélo']);
  expect(await found('ancien')).toEqual(['Potager']);
  expect(await found('velo')).toEqual(['Vélo']);
  await call('history.undo', {});
  expect(await found('mobilite')).toEqual([]);
});

it('campaigns are found by the theme and the pillar that many were given', async () => {
  const dates = { startDate: '2027-10-01', endDate: '2027-10-31' };
  const ids = [];
  for (const title of ['Octobre rose', 'Énergie'])
    ids.push((await call('campaigns.create', { title, theme: 'Ancien', ...dates })).id);
  await call('campaigns.updateMany', { ids, set: { theme: 'Santé', pillar: 'Social' } });
  const found = async (search: string): Promise<number> => (await call('campaigns.list', { search })).total;
  expect([await found('sante'), await found('social'), await found('ancien'), await found('octobre')]).toEqual([
    2, 2, 0, 1,
  ]);
});

it('an initiative never descends from itself, however far back', async () => {
  const { refused } = workspace;
  const first = await call('initiatives.create', { title: 'Origine' });
  const second = await call('initiatives.create', { title: 'Reprise', replicatesId: first.id });
  const third = await call('initiatives.create', { title: 'Reprise encore', replicatesId: second.id });
  for (const replicatesId of [first.id, second.id, third.id])
    expect((await refused('initiatives.update', { id: first.id, set: { replicatesId } })).code).toBe('cycle');
  expect(await call('initiatives.update', { id: third.id, set: { replicatesId: first.id } })).toMatchObject({
    replicatesId: first.id,
  });
});

it('an answer without a day is dated when it is given again; one that has its day keeps it', async () => {
  await call('sites.create', { name: 'Lyon' });
  const { id } = await call('campaigns.create', { title: 'Vélo', startDate: '2027-10-01', endDate: '2027-10-31' });
  await call('campaigns.setStatus', { ids: [id], status: 'running' });
  const adoption = (await call('adoptions.list', {})).rows[0]?.id ?? '';
  const given = async (set: object): Promise<string | null> =>
    (await call('adoptions.answer', { id: adoption, set })).answeredOn;
  expect(await given({ status: 'adopted', answeredOn: '2027-10-02' })).toBe('2027-10-02');
  expect(await given({ status: 'adopted', answeredBy: 'Zoé' })).toBe('2027-10-02');
  expect(await given({ answeredOn: null })).toBeNull();
  expect(await given({ status: 'adopted' })).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it('a week of the heat map opens on what is asked of the site, not on what it declined', async () => {
  const site = await call('sites.create', { name: 'Lyon' });
  const week = '2027-01-04';
  const ask = async (title: string, status: 'ready' | 'draft'): Promise<string> => {
    const { id } = await call('campaigns.create', { title, startDate: week, endDate: '2027-01-10' });
    if (status !== 'draft') await call('campaigns.setStatus', { ids: [id], status });
    return id;
  };
  await ask('Gardée', 'ready');
  const declined = await ask('Déclinée', 'ready');
  await ask('Brouillon', 'draft');
  const { rows } = await call('adoptions.list', { filter: { campaignIds: [declined] } });
  await call('adoptions.answer', { id: rows[0]?.id ?? '', set: { status: 'declined', why: 'Travaux' } });
  const asked = async (drafts: boolean): Promise<string[]> =>
    (await call('load.cell', { siteId: site.id, week, drafts })).rows.map((row) => row.title);
  expect([await asked(true), await asked(false)]).toEqual([['Brouillon', 'Gardée'], ['Gardée']]);
});
