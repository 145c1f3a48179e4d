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
  ownerKind: 'initiative' | 'edition' | 'nominee',
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
    await workspace.call('deck.updateSlide', { deckId, key: 'title', picture: { id } });
    expect(await saysOn('2026-06-15')).toBe(false);
    const { slides } = await workspace.call('deck.get', { id: deckId });
    expect(slides.find(({ key }) => key === 'title')?.picture).toMatchObject({ id, alt: expect.stringMatching(/.+/) });
    await grant();
    expect(await saysOn('2026-06-15', named)).toBe(true);
  });
});
