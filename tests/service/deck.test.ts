/** A deck from a real edition: what it says, whom it leaves out, what follows the data, what is written. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeckSlide } from '#shared/deck/contract.ts';
import { drawnPhoto } from '../factories/deck.ts';
import { smallEdition, type SmallEdition } from '../factories/edition.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let edition: SmallEdition;
beforeEach(async () => {
  workspace = await testWorkspace({ name: 'Aurore & Fils <SA>' });
  edition = await smallEdition(workspace);
});
afterEach(() => workspace.close());

async function slides(deckId: string): Promise<DeckSlide[]> {
  return (await workspace.call('deck.get', { id: deckId })).slides;
}
const kinds = (list: DeckSlide[]): string[] => list.map(({ kind }) => kind);
const all = (list: DeckSlide[]): string => JSON.stringify(list);

describe('building', () => {
  it('tells the edition in the order of the ceremony', async () => {
    const deck = await workspace.call('deck.build', { editionId: edition.editionId, lang: 'fr' });
    const list = await slides(deck.id);
    expect(kinds(list)).toEqual([
      'title',
      'agenda',
      'figures',
      'figures',
      'picture',
      'opener',
      'nominees',
      'winner',
      'opener',
      'nominees',
      'winner',
      'winners',
      'thanks',
    ]);
    expect(list[0]?.texts).toMatchObject({
      eyebrow: 'Aurore & Fils <SA>',
      title: 'Prix 2026 "Aurore" & Cie',
      caption: '3 décembre 2026 · Lyon',
    });
    expect(list[7]).toMatchObject({
      texts: { title: "Le vélo d'abord", subtitle: 'Lyon Gerland', citation: 'Une idée simple, copiée partout.' },
      picture: { alt: 'Les vélos dans la cour' },
    });
    expect(list.every(({ notes }) => notes.trim() !== '')).toBe(true);
    expect(list[7]?.notes).toContain('Une idée simple');
  });

  it('says units in its own language, and the notes with spaces that do not break', async () => {
    const { call } = workspace;
    const { id } = await call('indicators.create', {
      code: 'P',
      name: 'Aidés',
      nameEn: 'Helped',
      unit: 'people',
      kind: 'output',
    });
    await call('measurements.create', { initiativeId: edition.bikeId, indicatorId: id, date: '2026-03-15', value: 7 });
    const of = async (lang: 'fr' | 'en') => {
      const deck = await call('deck.build', { editionId: edition.editionId, lang });
      return (await slides(deck.id)).find(({ key }) => key === 'figures');
    };
    const [fr, en] = [await of('fr'), await of('en')];
    expect(fr?.figures.find(({ label }) => label === 'Aidés')?.unit).toBe('personnes');
    expect(fr?.notes).toContain('Aidés\u00a0: 7\u00a0personnes');
    expect(en?.figures.find(({ label }) => label === 'Helped')?.unit).toBe('people');
    expect(en?.notes).toContain('Helped: 7\u00a0people');
  });

  it('sums the edition’s year within each indicator, and leaves a missing month missing', async () => {
    const deck = await workspace.call('deck.build', { editionId: edition.editionId, lang: 'fr' });
    const list = await slides(deck.id);
    const figures = list.find(({ key }) => key === 'figures')?.figures ?? [];
    expect(figures.find(({ label }) => label === 'Déchets évités')).toMatchObject({
      value: 35.5,
      unit: 'kg',
      provenance: 'estimated',
    });
    expect(figures.find(({ label }) => label === 'Bénévolat')).toMatchObject({
      value: 12,
      unit: 'h',
      provenance: 'declared',
    });
    expect(list.find(({ key }) => key === 'chart')?.chart?.values).toEqual([
      null,
      null,
      10.5,
      null,
      20,
      5,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('speaks English in an English deck', async () => {
    const deck = await workspace.call('deck.build', { editionId: edition.editionId, lang: 'en' });
    const list = await slides(deck.id);
    expect(list.find(({ kind }) => kind === 'nominees')?.texts.title).toBe('The nominees');
    expect(all(list)).toContain('Waste avoided');
  });

  it('keeps an edition without categories or figures presentable', async () => {
    const bare = await workspace.call('awards.createEdition', { year: 2019, name: 'Prix 2019' });
    const deck = await workspace.call('deck.build', { editionId: bare.id, lang: 'fr' });
    const { slides: list, warnings } = await workspace.call('deck.get', { id: deck.id });
    expect(kinds(list)).toEqual(['title', 'picture', 'thanks']);
    expect(warnings.map(({ kind }) => kind)).toContain('no_figures');
  });

  it('spreads forty categories over several agenda slides and walls', async () => {
    const many = await workspace.call('awards.createEdition', { year: 2027, name: 'Prix 2027', quorum: 1 });
    const juror = await workspace.call('awards.addJuror', { editionId: many.id, name: 'Jury' });
    for (let at = 1; at <= 40; at += 1) {
      const category = await workspace.call('awards.createCategory', {
        editionId: many.id,
        name: `Catégorie ${at}`,
        criteria: [{ name: 'Impact' }],
      });
      const { ids } = await workspace.call('awards.addNominees', {
        categoryId: category.id,
        initiativeIds: [edition.bikeId],
      });
      await workspace.call('awards.setScores', {
        scores: [{ jurorId: juror.id, nomineeId: ids[0] ?? '', criterionId: category.criteria[0]?.id ?? '', value: 8 }],
      });
    }
    const deck = await workspace.call('deck.build', { editionId: many.id, lang: 'fr' });
    const list = await slides(deck.id);
    expect(list.filter(({ kind }) => kind === 'agenda').map(({ items, number }) => [items.length, number])).toEqual([
      [14, 1],
      [13, 15],
      [13, 28],
    ]);
    expect(list.filter(({ kind }) => kind === 'winners').map(({ items }) => items.length)).toEqual([8, 8, 8, 8, 8]);
    const outPath = join(workspace.folder, 'forty.pptx');
    await workspace.call('deck.export', { deckId: deck.id, format: 'pptx', outPath });
  });
});

it('says which slide has a text that does not fit, until it fits or the slide is hidden', async () => {
  const deck = await workspace.call('deck.build', { editionId: edition.editionId, lang: 'fr' });
  const cut = async (): Promise<unknown[]> =>
    (await workspace.call('deck.get', { id: deck.id })).warnings.filter(({ kind }) => kind === 'text_cut');
  expect(await cut()).toEqual([]);
  const change = { deckId: deck.id, key: 'thanks' };
  await workspace.call('deck.updateSlide', {
    ...change,
    texts: { title: 'Merci', body: 'Merci à toutes et à tous. '.repeat(100) },
  });
  expect(await cut()).toEqual([{ kind: 'text_cut', name: 'Merci', slideKey: 'thanks' }]);
  await workspace.call('deck.updateSlide', { ...change, hidden: true });
  expect(await cut()).toEqual([]);
  await workspace.call('deck.updateSlide', { ...change, hidden: false, texts: { body: 'Merci.' } });
  expect(await cut()).toEqual([]);
});

describe('consent', () => {
  it('shows neither name nor face nor story without it, and says so', async () => {
    const deck = await workspace.call('deck.build', { editionId: edition.editionId, lang: 'fr' });
    const { slides: list, warnings } = await workspace.call('deck.get', { id: deck.id });
    expect(all(list)).not.toContain('Benali');
    expect(all(list)).toContain('Œhler');
    expect(list.find(({ key, kind }) => kind === 'winner' && key !== list[7]?.key)?.picture).toBeNull();
    expect(warnings).toEqual(
      expect.arrayContaining([
        { kind: 'name_without_consent', name: 'Karim Benali', personId: edition.karimId },
        { kind: 'story_without_consent', name: 'Karim Benali', personId: edition.karimId },
        { kind: 'face_without_consent', name: 'Zoé Œhler', personId: edition.zoeId },
      ]),
    );
  });

  it('tells two people of one name apart, and takes a text about the one for no text about the other', async () => {
    const other = await workspace.call('people.create', {
      firstName: 'Karim',
      lastName: 'Benali',
      jobTitle: 'Juriste',
    });
    await workspace.call('awards.addNominees', { categoryId: edition.inclusion, personIds: [other.id] });
    const deck = await workspace.call('deck.build', { editionId: edition.editionId, lang: 'fr' });
    const told = async (): Promise<unknown[]> =>
      (await workspace.call('deck.get', { id: deck.id })).warnings
        .filter(({ name }) => name.startsWith('Karim'))
        .map(({ kind, name, personId }) => [kind, name, personId]);
    expect(await told()).toEqual([
      ['story_without_consent', 'Karim Benali (Nantes)', edition.karimId],
      ['name_without_consent', 'Karim Benali (Nantes)', edition.karimId],
      ['name_without_consent', 'Karim Benali (Juriste)', other.id],
    ]);
    await workspace.call('people.grantConsent', {
      personId: edition.karimId,
      purpose: 'name',
      grantedOn: '2026-01-01',
    });
    expect(await told()).toEqual([['name_without_consent', 'Karim Benali', other.id]]);
    await workspace.call('people.grantConsent', { personId: other.id, purpose: 'name', grantedOn: '2026-01-01' });
    expect(await told()).toEqual([]);
  });

  it('shows them once agreed, and no longer once withdrawn or expired', async () => {
    const deck = await workspace.call('deck.build', { editionId: edition.editionId, lang: 'fr' });
    const consent = await workspace.call('people.grantConsent', {
      personId: edition.karimId,
      purpose: 'name',
      grantedOn: '2026-01-01',
    });
    expect(all(await slides(deck.id))).toContain('Benali');
    await workspace.call('people.withdrawConsent', { id: consent.id, withdrawnOn: '2026-02-01' });
    expect(all(await slides(deck.id))).not.toContain('Benali');
    await workspace.call('people.grantConsent', {
      personId: edition.karimId,
      purpose: 'name',
      grantedOn: '2020-01-01',
      expiresOn: '2021-01-01',
    });
    expect(all(await slides(deck.id))).not.toContain('Benali');
    await workspace.call('people.grantConsent', { personId: edition.zoeId, purpose: 'face', grantedOn: '2026-01-01' });
    expect((await slides(deck.id)).filter(({ kind }) => kind === 'winner')[1]?.picture).not.toBeNull();
  });

  it('keeps the name out of the file, notes and descriptions included', async () => {
    const outPath = join(workspace.folder, 'deck.pptx');
    const { warnings } = await workspace.call('deck.export', { editionId: edition.editionId, format: 'pptx', outPath });
    expect(warnings.map(({ kind }) => kind)).toContain('name_without_consent');
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(outPath))))
      if (name.endsWith('.xml')) expect(strFromU8(bytes)).not.toContain('Benali');
  });
});

describe('editing', () => {
  it('keeps what was rewritten and lets the rest follow the data', async () => {
    const { call } = workspace;
    const deck = await call('deck.build', { editionId: edition.editionId, lang: 'fr' });
    const winner = (await slides(deck.id)).find(({ kind }) => kind === 'winner');
    const key = winner?.key ?? '';
    await call('deck.updateSlide', { deckId: deck.id, key, texts: { subtitle: 'Site pilote' }, notes: 'Dire bravo.' });
    await call('initiatives.update', { id: edition.bikeId, set: { title: 'Le vélo pour tous' } });
    const changed = (await slides(deck.id)).find((slide) => slide.key === key);
    expect(changed).toMatchObject({
      texts: { title: 'Le vélo pour tous', subtitle: 'Site pilote' },
      notes: 'Dire bravo.',
      edited: ['subtitle', 'notes'],
    });
    await call('deck.updateSlide', { deckId: deck.id, key, texts: { subtitle: null }, notes: null });
    expect((await slides(deck.id)).find((slide) => slide.key === key)).toMatchObject({
      texts: { subtitle: 'Lyon Gerland' },
      edited: [],
    });
    await call('history.undo', {});
    expect((await slides(deck.id)).find((slide) => slide.key === key)?.texts.subtitle).toBe('Site pilote');
  });

  it('moves, adds, hides, removes, and puts a new category where it belongs', async () => {
    const { call } = workspace;
    const deck = await call('deck.build', { editionId: edition.editionId, lang: 'fr' });
    const keys = (await slides(deck.id)).map(({ key }) => key);
    await call('deck.move', { deckId: deck.id, key: 'map', to: 1 });
    expect((await slides(deck.id)).map(({ key }) => key).slice(0, 3)).toEqual(['title', 'map', 'agenda']);
    const { key } = await call('deck.addSlide', {
      deckId: deck.id,
      kind: 'picture',
      after: 'map',
      texts: { title: 'Notre film' },
    });
    expect((await slides(deck.id))[2]).toMatchObject({ key, own: true, texts: { title: 'Notre film' } });
    const category = await call('awards.createCategory', {
      editionId: edition.editionId,
      name: 'Biodiversité',
      criteria: [{ name: 'Impact' }],
    });
    const after = (await slides(deck.id)).map((slide) => slide.key);
    expect(after.indexOf(`opener:${category.id}`)).toBeGreaterThan(after.indexOf(keys[10] ?? ''));
    expect(after.indexOf(`opener:${category.id}`)).toBeLessThan(after.indexOf('winners'));
    await call('deck.removeSlides', { deckId: deck.id, keys: [key, 'map'] });
    const left = await slides(deck.id);
    expect(left.some((slide) => slide.key === key)).toBe(false);
    expect(left.find((slide) => slide.key === 'map')?.hidden).toBe(true);
    await call('deck.build', { editionId: edition.editionId, lang: 'fr', reset: true });
    expect(
      (await slides(deck.id))
        .map((slide) => slide.key)
        .filter((each) => !each.startsWith('opener') && !each.startsWith('nominees'))
        .slice(0, 4),
    ).toEqual(['title', 'agenda', 'figures', 'chart']);
  });

  it('takes a picture, or none, or the data’s again', async () => {
    const { call, folder } = workspace;
    const deck = await call('deck.build', { editionId: edition.editionId, lang: 'fr' });
    const path = join(folder, 'portrait.jpg');
    writeFileSync(path, await drawnPhoto(10, 500, 1400));
    const { rows } = await call('attachments.add', { ownerKind: 'edition', ownerId: edition.editionId, paths: [path] });
    const id = rows[0]?.id ?? '';
    const key = (await slides(deck.id)).find(({ kind }) => kind === 'winner')?.key ?? '';
    const picture = async () => (await slides(deck.id)).find((slide) => slide.key === key)?.picture;
    await call('deck.updateSlide', { deckId: deck.id, key, picture: { id } });
    expect(await picture()).toMatchObject({ id, width: 500, height: 1400 });
    await call('deck.updateSlide', { deckId: deck.id, key, picture: { id: null } });
    expect(await picture()).toBeNull();
    await call('deck.updateSlide', { deckId: deck.id, key, picture: null });
    expect(await picture()).toMatchObject({ alt: 'Les vélos dans la cour' });
    expect(
      await workspace.refused('deck.updateSlide', { deckId: deck.id, key: 'agenda', picture: { id } }),
    ).toMatchObject({ code: 'invalid_input' });
    expect(
      await workspace.refused('deck.updateSlide', { deckId: deck.id, key, picture: { id: deck.id } }),
    ).toMatchObject({ code: 'unknown_reference' });
  });

  it('wears the organisation’s colours until given its own', async () => {
    const { call } = workspace;
    const deck = await call('deck.build', { editionId: edition.editionId, lang: 'fr' });
    await call('organisation.update', { set: { primaryColour: '#123456' } });
    expect((await call('deck.get', { id: deck.id })).deck).toMatchObject({
      ownColours: true,
      theme: { primary: '#123456', temperament: 'sober' },
    });
    await call('deck.setTheme', {
      deckId: deck.id,
      temperament: 'stage',
      colours: { primary: '#442266', accent: '#E0A100' },
    });
    expect((await call('deck.get', { id: deck.id })).deck).toMatchObject({
      ownColours: false,
      theme: { primary: '#442266', temperament: 'stage' },
    });
    await call('deck.setTheme', { deckId: deck.id, colours: null });
    expect((await call('deck.get', { id: deck.id })).deck).toMatchObject({
      ownColours: true,
      theme: { primary: '#123456', temperament: 'stage' },
    });
  });
});

describe('export', () => {
  it('writes a sound package with a slide, a title and notes for each slide shown', async () => {
    const { call } = workspace;
    const deck = await call('deck.build', { editionId: edition.editionId, lang: 'fr' });
    await call('deck.updateSlide', { deckId: deck.id, key: 'agenda', hidden: true });
    const outPath = join(workspace.folder, 'Prix été 2026.pptx');
    const result = await call('deck.export', { deckId: deck.id, format: 'pptx', outPath });
    expect(result.slides).toBe(12);
    const bytes = readFileSync(outPath);
    const parts = unzipSync(bytes);
    const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    expect(Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(12);
    expect(Object.keys(parts).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(1);
    expect(text('ppt/slides/slide1.xml')).toContain('Prix 2026 «\u00A0Aurore\u00A0» &amp; Cie');
    expect(text('ppt/notesSlides/notesSlide1.xml')).toContain('Bonjour à toutes et à tous');
    expect(text('docProps/app.xml')).toContain('<Company>Aurore &amp; Fils &lt;SA&gt;</Company>');
    expect(text('ppt/theme/theme1.xml')).toContain('<a:accent1><a:srgbClr val="1F5C4D"/></a:accent1>');
    // The picture is on three slides and in the file once.
    expect(Object.keys(parts).filter((name) => name.startsWith('ppt/media/') && name.endsWith('.jpeg'))).toHaveLength(
      1,
    );
    expect(Object.values(parts).some((part) => strFromU8(part).includes('lang="en-US"'))).toBe(false);
    expect(readdirSync(workspace.folder).filter((name) => name.includes('.partial'))).toEqual([]);
  });

  it('writes an edition that has no deck yet, in the language asked for', async () => {
    const outPath = join(workspace.folder, 'en.pptx');
    await workspace.call('deck.export', { editionId: edition.editionId, format: 'pptx', lang: 'en', outPath });
    expect(strFromU8(unzipSync(readFileSync(outPath))['ppt/slides/slide2.xml'] ?? new Uint8Array())).toContain(
      'Programme',
    );
    expect((await workspace.call('deck.list', {})).rows).toEqual([]);
  });

  it('refuses a PDF where nothing can print, and prints one page a slide where it can', async () => {
    const outPath = join(workspace.folder, 'deck.pdf');
    expect(
      await workspace.refused('deck.export', { editionId: edition.editionId, format: 'pdf', outPath }),
    ).toMatchObject({ code: 'printing_unavailable' });
    let html = '';
    workspace.service.host.printPdf = async (htmlPath, target, size) => {
      html = readFileSync(htmlPath, 'utf8');
      expect(size).toEqual({ widthInches: 40 / 3, heightInches: 7.5 });
      writeFileSync(target, '%PDF-');
    };
    const { slides: count } = await workspace.call('deck.export', {
      editionId: edition.editionId,
      format: 'pdf',
      outPath,
    });
    expect(html.match(/<section /g)).toHaveLength(count);
    expect(html.match(/<h1 /g)).toHaveLength(count);
    expect(html).toContain('Cantine &amp; compost &lt;bio&gt;');
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
    expect(html.match(/<img /g)?.length).toBe(html.match(/<img alt="[^"]+"/g)?.length);
    expect(existsSync(outPath)).toBe(true);
    expect(readdirSync(workspace.folder).filter((name) => name.startsWith('deck-'))).toEqual([]);
  });

  it('leaves nothing behind when it is stopped or cannot write', async () => {
    const outPath = join(workspace.folder, 'stopped.pptx');
    const stopped = workspace.refused(
      'deck.export',
      { editionId: edition.editionId, format: 'pptx', outPath },
      { jobId: 'j' },
    );
    workspace.service.jobs.get('j')?.abort();
    expect(await stopped).toMatchObject({ code: 'cancelled' });
    expect(
      await workspace.refused('deck.export', {
        editionId: edition.editionId,
        format: 'pptx',
        outPath: join(workspace.folder, 'no', 'where.pptx'),
      }),
    ).toMatchObject({ code: 'file_unwritable' });
    expect(readdirSync(workspace.folder).filter((name) => /pptx|partial/.test(name))).toEqual([]);
  });
});
