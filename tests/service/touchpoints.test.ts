/** Contacts with people: noted in a word, found, taken out and in, and gone with the person. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallNetwork, type SmallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let network: SmallNetwork;
let zoe: string;
let karim: string;
beforeEach(async () => {
  workspace = await testWorkspace();
  network = await smallNetwork(workspace);
  const { call } = workspace;
  zoe = (
    await call('people.create', { firstName: 'Zoé', lastName: 'Le Bœuf', code: 'A1', siteId: network.sites.brest })
  ).id;
  karim = (await call('people.create', { firstName: 'Karim', lastName: 'Benali', siteId: network.sites.caen })).id;
});
afterEach(() => workspace.close());

describe('a touchpoint', () => {
  it('needs no more than a person and a kind: it is of today and by whoever notes it', async () => {
    const { call } = workspace;
    const made = await call('touchpoints.create', { personId: zoe, kind: 'call' });
    expect(made).toMatchObject({ personId: zoe, kind: 'call', summary: null, author: 'Camille' });
    expect(made.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(await call('touchpoints.get', { id: made.id })).toMatchObject({
      personName: 'Zoé Le Bœuf',
      siteName: 'Brest',
      territoryName: 'Bretagne',
    });
  });

  it('keeps the day and the author that were said, and what is changed later', async () => {
    const { call } = workspace;
    const { id } = await call('touchpoints.create', {
      personId: zoe,
      kind: 'mail',
      date: '2026-02-28',
      author: 'Hélène',
      summary: 'Prête pour le printemps',
    });
    const changed = await call('touchpoints.update', { id, set: { kind: 'visit', personId: karim } });
    expect(changed).toMatchObject({
      kind: 'visit',
      personId: karim,
      date: '2026-02-28',
      author: 'Hélène',
      summary: 'Prête pour le printemps',
    });
    // Its words are found although they were not the ones changed.
    expect((await call('touchpoints.list', { search: 'printemps' })).total).toBe(1);
    await call('history.undo', {});
    expect(await call('touchpoints.get', { id })).toMatchObject({ kind: 'mail', personId: zoe });
  });

  it('is refused for a person who is not there, and for a day that is none', async () => {
    const { refused } = workspace;
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect(await refused('touchpoints.create', { personId: nobody, kind: 'call' })).toMatchObject({
      code: 'unknown_reference',
      details: { field: 'personId' },
    });
    expect(await refused('touchpoints.create', { personId: zoe, kind: 'call', date: '2026-02-30' })).toMatchObject({
      code: 'invalid_input',
    });
    expect(await refused('touchpoints.get', { id: nobody })).toMatchObject({ code: 'not_found' });
  });

  it('goes with the person, and comes back with them', async () => {
    const { call } = workspace;
    await call('touchpoints.create', { personId: zoe, kind: 'call' });
    await call('people.delete', { ids: [zoe] });
    expect((await call('touchpoints.list', {})).total).toBe(0);
    await call('history.undo', {});
    expect((await call('touchpoints.list', {})).rows).toMatchObject([{ personName: 'Zoé Le Bœuf' }]);
  });
});

describe('the list', () => {
  beforeEach(async () => {
    const { call } = workspace;
    const note = (personId: string, kind: 'call' | 'visit', date: string, author: string, summary: string | null) =>
      call('touchpoints.create', { personId, kind, date, author, summary });
    await note(zoe, 'call', '2026-03-01', 'Hélène', 'Atelier vélo');
    await note(zoe, 'visit', '2026-03-31', 'Karim', null);
    await note(karim, 'call', '2026-04-01', 'Hélène', 'Cherche des affiches');
  });

  it('shows the latest first unless another order is asked for', async () => {
    const { call } = workspace;
    const dates = async (input: object): Promise<string[]> =>
      (await call('touchpoints.list', input)).rows.map((row) => row.date);
    expect(await dates({})).toEqual(['2026-04-01', '2026-03-31', '2026-03-01']);
    expect(await dates({ sort: 'date', descending: false })).toEqual(['2026-03-01', '2026-03-31', '2026-04-01']);
    expect((await call('touchpoints.list', { sort: 'person', descending: false })).rows[0]?.personName).toBe(
      'Karim Benali',
    );
  });

  it.each([
    ['the person', { personIds: 'zoe' }, 2],
    ['the kind', { kinds: ['visit'] }, 1],
    ['the author', { authors: ['Hélène'] }, 2],
    ['both ends of a period', { scope: { from: '2026-03-01', to: '2026-03-31' } }, 2],
    ['its last day alone', { scope: { from: '2026-03-31', to: '2026-03-31' } }, 1],
    ['the territory, with those below', { scope: { territoryIds: 'france' } }, 3],
    ['one territory', { scope: { territoryIds: 'bretagne' } }, 2],
    ['the kind of site', { scope: { siteKinds: ['agence'] } }, 2],
  ])('is narrowed by %s', async (_what, given, expected) => {
    const ids = { zoe: [zoe], france: [network.territories.france], bretagne: [network.territories.bretagne] };
    const filter = JSON.parse(JSON.stringify(given), (_key, value: unknown) =>
      typeof value === 'string' && value in ids ? ids[value as keyof typeof ids] : value,
    ) as object;
    expect((await workspace.call('touchpoints.list', { filter })).total).toBe(expected);
    expect((await workspace.call('touchpoints.ids', { filter })).ids).toHaveLength(expected);
  });

  it('is searched by what was said, who noted it and the person, and the search finds it everywhere', async () => {
    const { call } = workspace;
    for (const [text, count] of [
      ['affiches', 1],
      ['helene', 2],
      ['boeuf', 2],
      ['personne', 0],
    ] as const)
      expect((await call('touchpoints.list', { search: text })).total, text).toBe(count);
    const { rows } = await call('search.all', { text: 'atelier' });
    expect(rows).toMatchObject([{ kind: 'touchpoint', title: 'Atelier vélo', detail: 'Zoé Le Bœuf · 2026-03-01' }]);
  });

  it('tells who noted contacts, the busiest first', async () => {
    expect((await workspace.call('touchpoints.authors', {})).rows).toEqual([
      { author: 'Hélène', count: 2 },
      { author: 'Karim', count: 1 },
    ]);
  });

  it('is named in the history', async () => {
    const { call } = workspace;
    const [row] = (await call('touchpoints.list', {})).rows;
    await call('touchpoints.update', { id: row?.id ?? '', set: { personId: zoe } });
    const { rows } = await call('history.record', { table: 'touchpoints', id: row?.id ?? '' });
    expect(rows[0]?.changes).toContainEqual({ field: 'personId', before: 'Karim Benali', after: 'Zoé Le Bœuf' });
  });
});

describe('a file of touchpoints', () => {
  const file = [
    'Ambassadeur;Date de l’échange;Type d’échange;Ce qui s’est dit;Contacté par',
    'A1;03/02/2026;Appel téléphonique;Prête pour le printemps;Hélène',
    'Benali Karim;04/02/2026;RDV;;',
    'Zazie Dubois;04/02/2026;Appel;;',
    'A1;04/02/2026;Pigeon;;',
    ';04/02/2026;Appel;;',
  ].join('\n');

  async function take(text: string) {
    const { call, folder } = workspace;
    const path = join(folder, 'echanges.csv');
    writeFileSync(path, text);
    const inspected = await call('imports.inspect', { path });
    expect(inspected.kind).toBe('touchpoints');
    const mapping = Object.fromEntries(inspected.proposals.map(({ column, field }) => [column, field]));
    const report = await call('imports.commit', { path, kind: 'touchpoints', mapping });
    const { rows } = await call('imports.outcomes', { planId: report.planId });
    return { report, rows };
  }

  it('is known by its headers, says what it could not take, and changes nothing the second time', async () => {
    const { report, rows } = await take(file);
    expect(report.counts).toEqual({ read: 5, created: 2, updated: 0, unchanged: 0, rejected: 3 });
    expect(report.key).toBe('requiredFields');
    expect(rows.filter((row) => row.status === 'rejected').map((row) => row.problems[0])).toMatchObject([
      { field: 'person', reason: 'personUnknown', value: 'Zazie Dubois' },
      { field: 'kind', reason: 'notInList', value: 'Pigeon', params: { list: 'touchpointKind' } },
      { field: 'person', reason: 'required' },
    ]);
    expect((await workspace.call('touchpoints.list', { sort: 'date', descending: false })).rows).toMatchObject([
      { personName: 'Zoé Le Bœuf', date: '2026-02-03', kind: 'call', author: 'Hélène' },
      { personName: 'Karim Benali', date: '2026-02-04', kind: 'meeting', summary: null, author: null },
    ]);
    const again = await take(file);
    expect(again.report.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 3 });
  });

  it('tells a second contact of a day from the first by what was said, and refuses the same line twice', async () => {
    const head = 'Ambassadeur;Date de l’échange;Type d’échange;Ce qui s’est dit';
    const day = [head, 'A1;03/02/2026;Appel;Atelier', 'A1;03/02/2026;Appel;Affiches', 'A1;03/02/2026;Appel;'].join(
      '\n',
    );
    expect((await take(day)).report.counts).toMatchObject({ created: 3 });
    expect((await take(day)).report.counts).toMatchObject({ created: 0, unchanged: 3 });
    const twice = await take([head, 'A1;09/02/2026;Appel;Deux fois', 'A1;09/02/2026;Appel;Deux fois'].join('\n'));
    expect(twice.rows.at(-1)).toMatchObject({
      status: 'rejected',
      problems: [{ reason: 'duplicateInFile', params: { line: 2 } }],
    });
  });
});
