/** What a consent lets out of the app and on which days: names, faces and stories in a deck, descriptions of pictures among them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InputOf, OutputOf } from '#shared/contract.ts';
import { setToday } from '../factories/clock.ts';
import { drawnPhoto } from '../factories/deck.ts';
import { smallEdition, type SmallEdition } from '../factories/edition.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let edition: SmallEdition;
let deckId: string;
beforeEach(async () => {
  workspace = await testWorkspace();
  edition = await smallEdition(workspace);
  deckId = (await workspace.call('deck.build', { editionId: edition.editionId, lang: 'fr' })).id;
});
afterEach(async () => {
  vi.useRealTimers();
  await workspace.close();
});

const grant = (more: Partial<InputOf<'people.grantConsent'>> = {}): Promise<OutputOf<'people.grantConsent'>> =>
  workspace.call('people.grantConsent', {
    personId: edition.karimId,
    purpose: 'name',
    grantedOn: '2026-06-01',
    ...more,
  });

/** Whether anything a reader of the deck gets on that day says so: slides, notes, descriptions. */
async function saysOn(day: string, words = 'Benali'): Promise<boolean> {
  setToday(day);
  return JSON.stringify((await workspace.call('deck.get', { id: deckId })).slides).includes(words);
}

async function picture(
  ownerKind: 'initiative' | 'edition' | 'nominee' | 'person',
  ownerId: string,
  alt: string,
  role: 'file' | 'cover' = 'file',
): Promise<string> {
  const path = join(workspace.folder, `${ownerKind}.jpg`);
  writeFileSync(path, await drawnPhoto(200, 300, 200));
  const { rows } = await workspace.call('attachments.add', { ownerKind, ownerId, role, paths: [path], alt });
  return rows[0]?.id ?? '';
}

describe('a consent is valid', () => {
  it('from the day it was given through the last of its days', async () => {
    await grant({ expiresOn: '2026-06-30' });
    expect(await saysOn('2026-05-31')).toBe(false);
    expect(await saysOn('2026-06-01')).toBe(true);
    expect(await saysOn('2026-06-30')).toBe(true);
    expect(await saysOn('2026-07-01')).toBe(false);
  });

  it('on its one day', async () => {
    await grant({ grantedOn: '2026-06-15', expiresOn: '2026-06-15' });
    expect(await saysOn('2026-06-15')).toBe(true);
    expect(await saysOn('2026-06-16')).toBe(false);
  });

  it('no longer once withdrawn, whatever others have run out', async () => {
    const { id } = await grant();
    await grant({ grantedOn: '2020-01-01', expiresOn: '2021-01-01' });
    expect(await saysOn('2026-06-15')).toBe(true);
    await workspace.call('people.withdrawConsent', { id, withdrawnOn: '2026-06-15' });
    expect(await saysOn('2026-06-15')).toBe(false);
  });

  it('for what it was given for, and for that person', async () => {
    await grant({ purpose: 'face' });
    await grant({ purpose: 'quote' });
    expect(await saysOn('2026-06-15')).toBe(false);
    await grant({ personId: edition.zoeId });
    expect(await saysOn('2026-06-15')).toBe(false);
  });
});

describe('the story of a nominee', () => {
  it('does not name another nominee of the edition unasked', async () => {
    const { categories } = await workspace.call('awards.get', { id: edition.editionId });
    const bike = categories.flatMap(({ nominees }) => nominees).find((one) => one.initiativeId === edition.bikeId);
    const set = { story: 'Tout est parti de Karim Benali.', citation: 'Bravo à BENALI Karim et aux siens' };
    await workspace.call('awards.updateNominee', { id: bike?.id ?? '', set });
    expect(await saysOn('2026-06-15', 'parti de')).toBe(false);
    expect(await saysOn('2026-06-15', 'aux siens')).toBe(false);
    // A last name that is a word as well names nobody by itself.
    await workspace.call('people.update', { id: edition.karimId, set: { lastName: 'Petit' } });
    await workspace.call('awards.updateNominee', { id: bike?.id ?? '', set: { story: 'Un petit garage, et Karim.' } });
    expect(await saysOn('2026-06-15', 'petit garage')).toBe(false);
    await workspace.call('awards.updateNominee', { id: bike?.id ?? '', set: { story: 'Un petit garage.' } });
    expect(await saysOn('2026-06-15', 'petit garage')).toBe(true);
    await workspace.call('people.update', { id: edition.karimId, set: { lastName: 'Benali' } });
    await workspace.call('awards.updateNominee', { id: bike?.id ?? '', set });
    await grant();
    expect(await saysOn('2026-06-15', 'parti de')).toBe(true);
    expect(await saysOn('2026-06-15', 'aux siens')).toBe(true);
  });
});

describe('the description of a picture', () => {
  const named = 'Karim Benali devant les vélos';

  async function warned(): Promise<string[]> {
    const { warnings } = await workspace.call('deck.get', { id: deckId });
    return warnings.map((warning) => `${warning.kind} ${warning.name}`);
  }

  it('of an initiative does not name the person who leads it', async () => {
    await workspace.call('initiatives.update', { id: edition.bikeId, set: { leadId: edition.karimId } });
    await picture('initiative', edition.bikeId, named, 'cover');
    expect(await saysOn('2026-06-15')).toBe(false);
    await picture('initiative', edition.bikeId, 'Mme Benali et son équipe', 'cover');
    expect(await saysOn('2026-06-15')).toBe(false);
    await grant();
    expect(await saysOn('2026-06-15', 'Mme Benali')).toBe(true);
  });

  it('of an initiative does not name another nominee either, and that is said', async () => {
    await picture('initiative', edition.bikeId, named, 'cover');
    await workspace.call('awards.removeNominees', {
      ids: (await workspace.call('awards.get', { id: edition.editionId })).categories.flatMap(({ nominees }) =>
        nominees.filter(({ personId }) => personId === edition.zoeId).map(({ id }) => id),
      ),
    });
    expect(await saysOn('2026-06-15')).toBe(false);
    expect(await warned()).toContain('name_without_consent Karim Benali');
  });

  it('of the edition does not name a nominee', async () => {
    await picture('edition', edition.editionId, named);
    expect(await saysOn('2026-06-15')).toBe(false);
    await grant();
    expect(await saysOn('2026-06-15', named)).toBe(true);
  });

  it('that was chosen for a slide does not name a nominee', async () => {
    const id = await picture('edition', edition.editionId, named);
    await picture('edition', edition.editionId, 'La salle');
    await picture('person', edition.karimId, 'Son diplôme');
    await workspace.call('deck.updateSlide', { deckId, key: 'title', picture: { id } });
    expect(await saysOn('2026-06-15')).toBe(false);
    const { slides } = await workspace.call('deck.get', { id: deckId });
    expect(slides.find(({ key }) => key === 'title')?.picture).toMatchObject({ id, alt: expect.stringMatching(/.+/) });
    await grant();
    expect(await saysOn('2026-06-15', named)).toBe(true);
  });
});

describe('consents of several people at once', () => {
  it('are one step, leave what lasts as long, and refuse a last day before the first', async () => {
    const { call, refused } = workspace;
    const ids = [edition.zoeId, edition.karimId];
    const input = { ids, purposes: ['name', 'face'] as const, grantedOn: '2026-06-01', media: 'Diaporama' };
    expect(await call('people.grantConsents', { ...input, purposes: [...input.purposes] })).toEqual({
      count: 3,
      kept: 1,
    });
    const of = async (personId: string) =>
      (await call('people.consents', { personId })).rows.map(
        (row) => `${row.purpose} ${row.grantedOn} ${row.expiresOn}`,
      );
    expect((await of(edition.zoeId)).sort()).toEqual(['face 2026-06-01 null', 'name 2026-01-01 null']);
    expect((await of(edition.karimId)).sort()).toEqual(['face 2026-06-01 null', 'name 2026-06-01 null']);
    await call('history.undo', {});
    expect(await of(edition.karimId)).toEqual([]);
    expect(
      (await refused('people.grantConsents', { ...input, purposes: ['face'], expiresOn: '2026-05-31' })).code,
    ).toBe('invalid_input');
    expect(
      (await refused('people.grantConsents', { ids: [edition.editionId], purposes: ['face'], grantedOn: '2026-06-01' }))
        .code,
    ).toBe('unknown_reference');
  });

  it('renew one that would end sooner', async () => {
    await grant({ expiresOn: '2026-12-31' });
    const more = { ids: [edition.karimId], purposes: ['name' as const], grantedOn: '2026-07-01' };
    expect(await workspace.call('people.grantConsents', { ...more, expiresOn: '2026-12-31' })).toEqual({
      count: 0,
      kept: 1,
    });
    expect(await workspace.call('people.grantConsents', { ...more, expiresOn: '2027-12-31' })).toEqual({
      count: 1,
      kept: 0,
    });
  });
});

describe('a consent that ends', () => {
  const waiting = async (day: string) => {
    setToday(day);
    return workspace.call('workspace.waiting', {});
  };

  it('is counted from thirty days before its last one until it is renewed, and the list shows the same people', async () => {
    await grant({ expiresOn: '2026-12-31' });
    expect((await waiting('2026-12-01')).consents).toBe(0);
    const { consents, consentsBefore } = await waiting('2026-12-02');
    expect([consents, consentsBefore]).toEqual([1, '2027-01-01']);
    const list = () => workspace.call('people.list', { filter: { consentEndsBefore: consentsBefore } });
    expect((await list()).rows.map((row) => row.id)).toEqual([edition.karimId]);
    expect((await waiting('2027-03-01')).consents).toBe(1);
    await grant({ grantedOn: '2026-12-02', expiresOn: '2028-01-01' });
    expect((await waiting('2026-12-02')).consents).toBe(0);
    expect((await list()).total).toBe(0);
  });

  it('is not asked again of someone who left, nor when it was taken back', async () => {
    const { id } = await grant({ expiresOn: '2026-12-31' });
    await workspace.call('people.update', { id: edition.karimId, set: { leftOn: '2026-12-10' } });
    expect((await waiting('2026-12-10')).consents).toBe(1);
    expect((await waiting('2026-12-11')).consents).toBe(0);
    await workspace.call('people.update', { id: edition.karimId, set: { leftOn: null } });
    await workspace.call('people.withdrawConsent', { id, withdrawnOn: '2026-12-11' });
    expect((await waiting('2026-12-11')).consents).toBe(0);
  });

  it('is not outlasted by one that was taken back, nor by one for something else', async () => {
    await grant({ expiresOn: '2026-12-31' });
    await grant({ purpose: 'face' });
    expect((await waiting('2026-12-15')).consents).toBe(1);
    const lasting = await grant({ grantedOn: '2026-06-02' });
    expect((await waiting('2026-12-15')).consents).toBe(0);
    await workspace.call('people.withdrawConsent', { id: lasting.id, withdrawnOn: '2026-12-10' });
    expect((await waiting('2026-12-15')).consents).toBe(1);
  });

  it('is told before the ceremony for which it is needed', async () => {
    const ends = async (day: string) => {
      setToday(day);
      return (await workspace.call('deck.get', { id: deckId })).warnings.filter(({ kind }) => kind === 'consent_ends');
    };
    // The ceremony is on 3 December.
    await grant({ expiresOn: '2026-12-02' });
    expect(await ends('2026-06-01')).toEqual([
      { kind: 'consent_ends', name: 'Karim Benali', personId: edition.karimId, purpose: 'name', day: '2026-12-02' },
    ]);
    expect(await ends('2026-12-03')).toEqual([]);
    await grant({ expiresOn: '2026-12-03' });
    expect(await ends('2026-06-01')).toEqual([]);
    expect(await ends('2026-11-30')).toHaveLength(1);
  });
});

describe('the picture of a nominee', () => {
  const shown = async (): Promise<Record<string, string | null>> =>
    Object.fromEntries(
      (await workspace.call('awards.results', { editionId: edition.editionId })).categories.flatMap(({ nominees }) =>
        nominees.map(({ title, pictureId }) => [title, pictureId]),
      ),
    );

  it('is its own, its initiative’s cover or its person’s portrait, and never another’s', async () => {
    const before = await shown();
    expect(before).toMatchObject({ 'Karim Benali': null, 'Cantine & compost <bio>': null });
    const [face, cover] = [before['Zoé Œhler'], before["Le vélo d'abord"]];
    expect([face, cover]).toEqual([expect.any(String), expect.any(String)]);
    expect(face).not.toBe(cover);
    await picture('initiative', edition.canteenId, 'Une affiche');
    await picture('edition', edition.editionId, 'La salle');
    await picture('person', edition.karimId, 'Son diplôme');
    expect(await shown()).toEqual(before);
    const results = await workspace.call('awards.results', { editionId: edition.editionId });
    const karim = results.categories
      .flatMap(({ nominees }) => nominees)
      .find((one) => one.personId === edition.karimId);
    const own = await picture('nominee', karim?.nomineeId ?? '', 'Le club de lecture');
    expect(await shown()).toEqual({ ...before, 'Karim Benali': own });
  });
});
