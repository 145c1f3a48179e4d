/** Answers of sites: one by one, many at once, taken back, reminded. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallNetwork, type SmallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let network: SmallNetwork;
let campaignId: string;
beforeEach(async () => {
  workspace = await testWorkspace();
  network = await smallNetwork(workspace);
  const { call } = workspace;
  campaignId = (await call('campaigns.create', { title: 'Mobilité', startDate: '2027-05-01', endDate: '2027-05-31' }))
    .id;
  await call('campaigns.setStatus', { ids: [campaignId], status: 'running' });
});
afterEach(() => workspace.close());

async function idOf(site: keyof SmallNetwork['sites']): Promise<string> {
  const { rows } = await workspace.call('adoptions.list', { filter: { siteIds: [network.sites[site]] } });
  return rows[0]?.id ?? '';
}

describe('an answer', () => {
  it('says what was adapted and why it was declined, and is dated', async () => {
    const { call, refused } = workspace;
    expect(await refused('adoptions.answer', { id: await idOf('brest'), set: { status: 'adapted' } })).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'what', rule: 'required' }] },
    });
    expect(
      await refused('adoptions.answer', { id: await idOf('brest'), set: { status: 'declined', why: '  ' } }),
    ).toMatchObject({ code: 'invalid_input', details: { issues: [{ path: 'why' }] } });
    const answer = await call('adoptions.answer', {
      id: await idOf('brest'),
      set: { status: 'adapted', what: 'À pied plutôt qu’à vélo', why: 'Pas de parking', answeredBy: 'Yann' },
    });
    expect(answer).toMatchObject({
      status: 'adapted',
      what: 'À pied plutôt qu’à vélo',
      source: 'app',
      answeredBy: 'Yann',
    });
    expect(answer.answeredOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const dated = await call('adoptions.answer', { id: answer.id, set: { status: 'done', answeredOn: '2027-05-20' } });
    expect(dated).toMatchObject({ status: 'done', answeredOn: '2027-05-20', what: 'À pied plutôt qu’à vélo' });
    const back = await call('adoptions.answer', { id: answer.id, set: { status: 'invited' } });
    expect(back).toMatchObject({ status: 'invited', what: null, why: null, answeredOn: null, answeredBy: null });
    await call('history.undo', {});
    expect(await call('adoptions.get', { id: answer.id })).toMatchObject({
      status: 'done',
      what: 'À pied plutôt qu’à vélo',
    });
  });

  it('is given for many sites at once, wholly or not at all', async () => {
    const { call, refused } = workspace;
    const { ids } = await call('adoptions.ids', { filter: { campaignIds: [campaignId] } });
    expect(ids).toHaveLength(4);
    expect(await refused('adoptions.answerMany', { ids, set: { status: 'declined' } })).toMatchObject({
      code: 'invalid_input',
    });
    expect(await call('adoptions.answerMany', { ids, set: { status: 'declined', why: 'Travaux' } })).toEqual({
      count: 4,
    });
    expect((await call('campaigns.get', { id: campaignId })).answers).toMatchObject({
      sites: 4,
      declined: 4,
      invited: 0,
    });
    expect((await call('history.state', {})).undo).toMatchObject({
      procedure: 'adoptions.answerMany',
      summary: { count: 4, status: 'declined' },
    });
    await call('history.undo', {});
    expect((await call('campaigns.get', { id: campaignId })).answers).toMatchObject({ invited: 4, declined: 0 });
  });
});

describe('the list of answers', () => {
  it('is filtered by territory, kind, status and search, with the people to write to', async () => {
    const { call } = workspace;
    for (const name of ['Anne', 'Brieg', 'Corentin', 'Denez', 'Erwan', 'Fañch'])
      await call('people.create', {
        firstName: name,
        lastName: 'Le Gall',
        email: `${name.length}@exemple.fr`,
        siteId: network.sites.brest,
        stage: 'active',
      });
    await call('people.create', {
      firstName: 'Parti',
      lastName: 'Abeille',
      siteId: network.sites.brest,
      stage: 'alumni',
    });
    const names = async (filter: object, search = ''): Promise<string[]> =>
      (await call('adoptions.list', { filter, search })).rows.map((row) => row.siteName);
    expect(await names({ territoryIds: [network.territories.france] })).toEqual(['Brest', 'Caen', 'Rennes']);
    expect(await names({ kinds: ['siège'] })).toEqual(['Paris']);
    expect(await names({}, 'ren')).toEqual(['Rennes']);
    expect(await names({ scope: { territoryIds: [network.territories.bretagne], siteKinds: ['usine'] } })).toEqual([
      'Rennes',
    ]);
    const brest = await call('adoptions.get', { id: await idOf('brest') });
    expect(brest.contacts.map((one) => one.name)).toEqual([
      'Anne Le Gall',
      'Brieg Le Gall',
      'Corentin Le Gall',
      'Denez Le Gall',
      'Erwan Le Gall',
    ]);
    await call('adoptions.answer', { id: brest.id, set: { status: 'adopted' } });
    expect(await names({ statuses: ['invited'] })).toEqual(['Caen', 'Paris', 'Rennes']);
    expect(
      (await call('adoptions.list', { sort: 'territory', descending: true })).rows.map((row) => row.territoryName),
    ).toEqual(['Normandie', 'Bretagne', 'Bretagne', null]);
  });

  it('shows who was reminded; those that answered are passed over', async () => {
    const { call } = workspace;
    await call('adoptions.answer', { id: await idOf('brest'), set: { status: 'adopted' } });
    const { ids } = await call('adoptions.ids', {});
    expect(await call('adoptions.remind', { ids, on: '2027-05-10' })).toEqual({ count: 3 });
    expect(await call('adoptions.get', { id: await idOf('caen') })).toMatchObject({
      remindedOn: '2027-05-10',
      reminders: 1,
    });
    expect(
      (await call('adoptions.list', { filter: { statuses: ['invited'], notRemindedSince: '2027-05-10' } })).total,
    ).toBe(0);
    expect(
      (await call('adoptions.list', { filter: { statuses: ['invited'], notRemindedSince: '2027-05-11' } })).total,
    ).toBe(3);
  });

  it('goes with its site, and comes back with it', async () => {
    const { call } = workspace;
    await call('sites.delete', { ids: [network.sites.caen] });
    expect((await call('adoptions.list', {})).total).toBe(3);
    await call('history.undo', {});
    expect((await call('adoptions.list', {})).total).toBe(4);
  });
});

describe('a relance', () => {
  it('writes to the active ambassadors of sites without an answer, each in their language, with the key message', async () => {
    const { call } = workspace;
    const { brest, rennes, caen } = network.sites;
    const person = (firstName: string, siteId: string, more: object): Promise<unknown> =>
      call('people.create', { firstName, lastName: 'Le Goff', siteId, stage: 'active', ...more });
    await person('Yann', brest, { email: 'yann@exemple.fr' });
    await person('Zoë', rennes, { email: 'zoe@exemple.fr', lang: 'fr' });
    await person('Ann', rennes, { email: 'ann@exemple.fr', lang: 'en' });
    await person('Jan', rennes, { email: 'jan@exemple.fr', lang: 'nl' });
    await person('Parti', rennes, { email: 'parti@exemple.fr', stage: 'alumni' });
    await person('Sans adresse', caen, {});
    await call('campaigns.addKitItem', { campaignId, kind: 'email', lang: 'fr', text: 'Objet : venez' });
    await call('campaigns.addKitItem', {
      campaignId,
      kind: 'message',
      lang: 'fr',
      text: 'Un trajet essayé, c’est un trajet gagné.',
    });
    const { ids } = await call('adoptions.ids', { filter: { campaignIds: [campaignId] } });
    const ready = await call('adoptions.reminder', { ids });
    expect(ready).toMatchObject({
      answers: 4,
      sites: 4,
      without: { total: 2, rows: [{ name: 'Caen' }, { name: 'Paris' }] },
    });
    expect(ready.letters.map(({ lang, sites, emails }) => [lang, sites, emails])).toEqual([
      ['fr', 2, ['yann@exemple.fr', 'zoe@exemple.fr']],
      ['en', 1, ['ann@exemple.fr', 'jan@exemple.fr']],
    ]);
    const [french, english] = ready.letters;
    expect(french?.subject).toBe('Mobilité\u00a0: la réponse de votre site');
    expect(french?.body).toContain('du 1er mai 2027 au 31 mai 2027');
    // Nobody wrote it in English: the French message goes rather than none.
    for (const letter of ready.letters) expect(letter.body).toContain('Un trajet essayé');
    expect(english?.body).toContain('from 1 May 2027 to 31 May 2027');

    await call('adoptions.answer', { id: await idOf('rennes'), set: { status: 'adopted' } });
    const other = (
      await call('campaigns.create', {
        title: 'Zéro déchet',
        startDate: '2027-11-01',
        endDate: '2027-11-30',
        scope: { siteIds: [brest] },
      })
    ).id;
    await call('campaigns.setStatus', { ids: [other], status: 'ready' });
    const both = await call('adoptions.reminder', { ids: (await call('adoptions.ids', {})).ids });
    expect(both).toMatchObject({ answers: 4, sites: 3, letters: [{ lang: 'fr', emails: ['yann@exemple.fr'] }] });
    expect(both.letters[0]?.body).toContain('- Mobilité, du 1er mai 2027 au 31 mai 2027\n- Zéro déchet');
    expect(both.letters[0]?.body).not.toContain('Un trajet essayé');
  });
});
