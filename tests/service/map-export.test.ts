/** The map taken out: SVG, PNG, GeoJSON, a slide, and from the terminal; checked by programs that are not ours. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '@placemarkio/check-geojson';
import rewind from '@mapbox/geojson-rewind';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../electron/service/cli/run.ts';
import { closeWorkspace } from '../../electron/service/session.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
const call: TestWorkspace['call'] = (name, input, meta) => workspace.call(name, input, meta);
const file = (name: string): string => join(workspace.folder, name);
const text = (name: string): string => readFileSync(file(name), 'utf8');

beforeEach(async () => {
  workspace = await testWorkspace({ name: 'Aurore <& Cie>' });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await workspace.close();
});

interface Collection {
  type: string;
  unlocated: number;
  date: string;
  features: { id: string; properties: Record<string, unknown>; geometry: { type: string; coordinates: never } }[];
}

async function network() {
  const west = await call('territories.create', { code: 'O', name: 'Bretagne' });
  const online = await call('territories.create', { code: 'WEB', name: 'En ligne' });
  const rennes = await call('sites.create', {
    name: 'Rennes & "Nord"',
    kind: 'Usine',
    headcount: 120,
    lat: 48.11,
    lon: -1.68,
    territoryId: west.id,
  });
  await call('sites.create', { name: 'Nantes', lat: 47.22, lon: -1.55, territoryId: west.id });
  await call('sites.create', { name: 'Saint-Denis', headcount: 40, lat: -20.88, lon: 55.45, country: 'RE' });
  await call('sites.create', { name: 'Nulle part', headcount: 30, territoryId: online.id });
  await call('people.create', { lastName: 'Le Goff', siteId: rennes.id, stage: 'active' });
  await call('initiatives.create', { title: 'Vélo', siteId: rennes.id, status: 'done', startDate: '2026-02-01' });
  return { west, online, rennes };
}

describe('pictures', () => {
  it('stand alone as SVG, the same every time, and say what they leave out', async () => {
    await network();
    expect(await call('network.exportMap', { outPath: file('a.svg') })).toEqual({
      path: file('a.svg'),
      format: 'svg',
      drawn: 3,
      missing: 1,
    });
    const svg = text('a.svg');
    expect(svg).toContain('<title>Couverture, Aurore &lt;&amp; Cie&gt;</title>');
    expect(svg).toContain('aria-label="La Réunion"');
    expect(svg).toContain('Un site sans coordonnées');
    expect(svg).not.toMatch(/NaN|undefined|href|<text|<style|<script/);
    await call('network.exportMap', { outPath: file('b.svg') });
    expect(text('b.svg')).toBe(svg);
    // Whole or absent, like every file.
    expect(
      (await workspace.refused('network.exportMap', { outPath: join(workspace.folder, 'none', 'a.svg') })).code,
    ).toBe('file_unwritable');
    expect((await workspace.refused('network.exportMap', { outPath: file('a.pdf') })).code).toBe('invalid_input');
    expect(readdirSync(workspace.folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('show every layer, sites and territories, a window and circles, in both languages', async () => {
    await network();
    for (const layer of ['coverage', 'headcount', 'initiatives', 'lastActivity'] as const)
      for (const by of ['site', 'territory'] as const) {
        await call('network.exportMap', { layer, by, outPath: file('x.svg'), lang: 'en' });
        expect(text('x.svg'), `${layer} ${by}`).not.toMatch(/NaN|undefined/);
      }
    await call('network.exportMap', { by: 'territory', outPath: file('t.svg') });
    expect(text('t.svg')).toContain('aria-label="Bretagne"');
    expect(text('t.svg')).toContain('n’a pas de contour');
    const window = await call('network.exportMap', {
      extent: [-3, 47.8, -1, 49],
      radiusKm: 25,
      outPath: file('w.svg'),
      title: 'Rennes et alentours',
    });
    expect(window).toMatchObject({ drawn: 1, missing: 3 });
    expect(text('w.svg')).toContain('Rayon d’action');
    expect(text('w.svg')).toContain('2 sites sont hors du cadre');
    const scoped = await call('network.exportMap', {
      filter: { scope: { siteKinds: ['Usine'], from: '2026-01-01', to: '2026-12-31' } },
      outPath: file('s.svg'),
    });
    expect(scoped).toMatchObject({ drawn: 1, missing: 0 });
    expect(text('s.svg')).toContain('Usine');
    expect(text('s.svg')).toContain('01/01/2026');
  });

  it('are 4K as PNG, with words on them though no font is asked for', async () => {
    await network();
    await call('network.exportMap', { outPath: file('a.png') });
    const meta = await sharp(file('a.png')).metadata();
    expect([meta.format, meta.width, meta.height]).toEqual(['png', 3840, 2160]);
    const { data } = await sharp(file('a.png'))
      .extract({ left: 80, top: 60, width: 900, height: 110 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data.filter((level) => level < 90).length).toBeGreaterThan(2000);
  });

  it('are drawn without a single site', async () => {
    expect(await call('network.exportMap', { outPath: file('a.svg') })).toMatchObject({ drawn: 0, missing: 0 });
    expect(await call('network.exportMap', { outPath: file('a.geojson') })).toMatchObject({ drawn: 0, missing: 0 });
  });
});

describe('GeoJSON', () => {
  function checked(name: string): Collection {
    const raw = text(name);
    check(raw);
    const collection = JSON.parse(raw) as Collection;
    expect(rewind(structuredClone(collection), false)).toEqual(collection);
    return collection;
  }

  it('holds located sites only and counts the others; longitude first, missing as null', async () => {
    const { rennes } = await network();
    await call('network.exportMap', { outPath: file('sites.geojson') });
    const collection = checked('sites.geojson');
    expect([collection.features.length, collection.unlocated]).toEqual([3, 1]);
    expect(collection.features[0]).toEqual({
      type: 'Feature',
      id: rennes.id,
      geometry: { type: 'Point', coordinates: [-1.68, 48.11] },
      properties: {
        code: rennes.code,
        name: 'Rennes & "Nord"',
        kind: 'Usine',
        city: null,
        country: 'FR',
        territory: 'Bretagne',
        accuracy: 'site',
        headcount: 120,
        active: 1,
        target: 3,
        coverage: 0.3333,
        initiatives: 1,
        initiativesPer100: 0.83,
        lastActivity: '2026-02-01',
      },
    });
    expect(collection.features[1]?.properties).toMatchObject({ headcount: null, initiativesPer100: null });
    expect(
      await call('network.exportMap', { outPath: file('window.geojson'), extent: [-3, 47.8, -1, 49] }),
    ).toMatchObject({ drawn: 1, missing: 3 });
    expect(checked('window.geojson')).toMatchObject({ unlocated: 1, outside: 2, features: [{ id: rennes.id }] });
  });

  it('holds territories as outlines that another program finds right', async () => {
    const { west } = await network();
    expect(await call('network.exportMap', { by: 'territory', outPath: file('t.geojson') })).toMatchObject({
      drawn: 1,
      missing: 1,
    });
    const collection = checked('t.geojson');
    expect(
      collection.features.map((feature) => [
        feature.id,
        feature.geometry.type,
        feature.properties['active'],
        feature.properties['target'],
      ]),
    ).toEqual([[west.id, 'MultiPolygon', 1, 4]]);
    expect(collection.unlocated).toBe(1);
  });

  it('of a whole demonstration is right too', async () => {
    await workspace.close();
    workspace = await testWorkspace({ demo: 'small' });
    for (const by of ['site', 'territory'] as const) {
      const made = await call('network.exportMap', { by, outPath: file(`${by}.geojson`) });
      expect(checked(`${by}.geojson`).features.length).toBe(made.drawn);
    }
  });
});

describe('a slide', () => {
  it('goes to the end of a deck, whole, in one step that can be undone', async () => {
    await network();
    const edition = await call('awards.createEdition', { year: 2026, name: 'Prix 2026' });
    const deck = await call('deck.build', { editionId: edition.id, lang: 'fr' });
    const before = await call('deck.get', { id: deck.id });
    const { key, attachmentId } = await call('network.mapSlide', { deckId: deck.id, by: 'territory' });
    const { slides } = await call('deck.get', { id: deck.id });
    const slide = slides.at(-1);
    expect(slide).toMatchObject({
      key,
      kind: 'picture',
      own: true,
      picture: { source: 'attachment', id: attachmentId, width: 1580, height: 1500 },
    });
    expect(slide?.texts).toMatchObject({
      title: 'Couverture, par territoire, Aurore <& Cie>',
      caption: 'Fonds de carte\u00a0: Natural Earth, GeoNames, INSEE',
    });
    expect(slide?.texts.body).toMatch(
      /^1 ambassadrice ou ambassadeur actif pour une cible de 6\.\n1 site sur 4 a quelqu’un\.\nTout l’espace de travail, au \d+(?:er)? .+ \d{4}\.$/,
    );
    expect(slide?.picture?.alt).toContain('3 sites');
    expect(
      (await call('deck.export', { deckId: deck.id, format: 'pptx', outPath: file('d.pptx') })).warnings.filter(
        (warning) => warning.kind === 'picture_unreadable',
      ),
    ).toEqual([]);
    await call('history.undo', {});
    expect((await call('deck.get', { id: deck.id })).slides.map((one) => one.key)).toEqual(
      before.slides.map((one) => one.key),
    );
    expect((await call('attachments.list', { ownerKind: 'edition', ownerId: edition.id })).rows).toEqual([]);
    expect((await workspace.refused('network.mapSlide', { deckId: edition.id })).code).toBe('not_found');
  });

  it('makes the deck of an edition that has none, in the same step, in the language asked for, and goes to the one there is', async () => {
    await network();
    const edition = await call('awards.createEdition', { year: 2026, name: 'Prix 2026' });
    const first = await call('network.mapSlide', { editionId: edition.id, lang: 'en' });
    const { rows } = await call('deck.list', {});
    expect(rows).toMatchObject([
      { id: first.deckId, editionId: edition.id, lang: 'en', theme: { temperament: 'sober' } },
    ]);
    const second = await call('network.mapSlide', { editionId: edition.id, lang: 'en', layer: 'headcount' });
    expect(second.deckId).toBe(first.deckId);
    // To a deck the map goes in the deck's own language, whoever asks.
    const third = await call('network.mapSlide', { deckId: first.deckId, lang: 'fr' });
    const { slides } = await call('deck.get', { id: first.deckId });
    expect(slides.slice(-3).map((slide) => slide.key)).toEqual([first.key, second.key, third.key]);
    expect(slides.at(-1)?.texts.title).toBe('Coverage, Aurore <& Cie>');
    for (const _ of [1, 2, 3]) await call('history.undo', {});
    expect((await call('deck.list', {})).rows).toEqual([]);
    for (const wrong of [{}, { deckId: first.deckId, editionId: edition.id }])
      expect((await workspace.refused('network.mapSlide', wrong)).code).toBe('invalid_input');
    expect((await workspace.refused('network.mapSlide', { editionId: first.deckId })).code).toBe('not_found');
  });

  it('is readable on a dark theme', async () => {
    await network();
    const edition = await call('awards.createEdition', { year: 2026, name: 'Prix 2026' });
    const deck = await call('deck.build', { editionId: edition.id, lang: 'en' });
    await call('deck.setTheme', { deckId: deck.id, temperament: 'stage' });
    const { attachmentId } = await call('network.mapSlide', { deckId: deck.id });
    await call('attachments.save', { id: attachmentId, outPath: file('slide.png') });
    const corner = await sharp(file('slide.png'))
      .extract({ left: 0, top: 1480, width: 10, height: 10 })
      .raw()
      .toBuffer();
    expect(corner[0]).toBeLessThan(80);
  });
});

describe('maillage map', () => {
  it('writes the file its name asks for, and refuses the rest', async () => {
    await network();
    if (workspace.service.workspace !== null) await closeWorkspace(workspace.service.workspace);
    workspace.service.workspace = null;
    const out: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((written) => (out.push(String(written)), true));
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const cli = (...args: string[]): Promise<number> => runCli(['map', workspace.path, ...args]);
    expect(await cli('--layer', 'initiatives', '--out', file('c.svg'))).toBe(0);
    expect(text('c.svg')).toContain('Initiatives pour 100 salariés');
    expect(await cli('--by', 'territory', '--territory', 'bretagne', '--out', file('c.geojson'), '--json')).toBe(0);
    expect(JSON.parse(out.at(-1) ?? '')).toMatchObject({ ok: true, format: 'geojson', drawn: 1, missing: 0 });
    expect(await cli('--layer', 'headcount', '--out', file('c.png'))).toBe(0);
    expect(await sharp(file('c.png')).metadata()).toMatchObject({ format: 'png', width: 3840 });
    expect(await cli('--out', file('c.pdf'))).toBe(2);
    expect(await cli('--layer', 'rien', '--out', file('c.svg'))).toBe(2);
    expect(await cli('--territory', 'nulle part', '--out', file('c.svg'))).toBe(2);
    expect(await cli()).toBe(2);
  });
});
