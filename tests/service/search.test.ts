/** The search box: accents, ligatures and case do not matter; words in any order; every kind of record is found. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await testWorkspace();
  const { call } = workspace;
  await call('territories.create', { name: 'Île-de-France', code: 'IDF' });
  const site = await call('sites.create', { name: 'Sacré-Cœur', code: '0042', city: 'Œuilly' });
  await call('people.create', { firstName: 'Łukasz', lastName: 'Weiß', siteId: site.id, email: 'l.weiss@exemple.fr' });
  await call('initiatives.create', { title: 'L’œuvre d’été', theme: 'Solidarité', siteId: site.id });
  await call('awards.createEdition', { name: 'Trophées du cœur', year: 2026 });
});
afterAll(() => workspace.close());

const titles = async (text: string): Promise<string[]> =>
  (await workspace.call('search.all', { text })).rows.map((row) => row.title);

it('finds letters whatever their form', async () => {
  for (const text of ['sacre coeur', 'SACRÉ-CŒUR', 'œuilly', 'oeuilly', '0042'])
    expect(await titles(text)).toContain('Sacré-Cœur');
  for (const text of ['weiss', 'WEISS', 'lukasz', 'łuk', 'weiß lukasz', 'Lukasz Weiss'])
    expect(await titles(text)).toEqual(['Łukasz Weiß']);
  for (const text of ["l'oeuvre", 'œuvre ete', 'l’œuvre d’été']) expect(await titles(text)).toContain('L’œuvre d’été');
  expect(await titles('ile de france')).toEqual(['Île-de-France']);
});

it('finds editions by name and year, and several kinds at once', async () => {
  expect(await titles('2026')).toEqual(['Trophées du cœur']);
  expect(await titles('coeur')).toEqual(['Sacré-Cœur', 'Trophées du cœur']);
});

it('finds campaigns by a word of their title, and tells those of one name apart by their year', async () => {
  const { call } = workspace;
  for (const year of [2026, 2027])
    await call('campaigns.create', {
      title: 'Défi mobilité douce',
      theme: 'Mobilité',
      startDate: `${year}-03-01`,
      endDate: `${year}-03-31`,
    });
  const hits = (await call('search.all', { text: 'mobilite douce' })).rows.filter(({ kind }) => kind === 'campaign');
  expect(hits.map(({ title, detail }) => `${title} (${detail})`).sort()).toEqual([
    'Défi mobilité douce (Mobilité · 2026)',
    'Défi mobilité douce (Mobilité · 2027)',
  ]);
});

it('takes signs of the query language as they are, and nothing for nothing', async () => {
  for (const text of ['%', '_', '\\', '100 %']) expect(await titles(text)).toEqual([]);
  expect(await titles('   ')).toEqual([]);
});

it('goes by an index for beginnings', () => {
  const plan = workspace.service.workspace?.reader
    .prepare(
      `explain query plan select id from initiatives t where t."searchKey" >= 'a' and t."searchKey" < 'b' order by t."searchKey" limit 8`,
    )
    .all() as { detail: string }[];
  expect(plan.map((row) => row.detail).join()).toContain('initiativesBySearchKey');
  expect(plan.map((row) => row.detail).join()).not.toContain('TEMP B-TREE');
});
