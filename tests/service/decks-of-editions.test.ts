/** Each edition has one deck in each language, and the pictures kept in one are numbered by themselves. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

const edition = async (year: number): Promise<string> =>
  (await workspace.call('awards.createEdition', { year, name: `Prix ${year}` })).id;

it('finds the deck of this edition in this language again, and never another', async () => {
  const build = async (editionId: string, lang: 'fr' | 'en'): Promise<string> =>
    (await workspace.call('deck.build', { editionId, lang })).id;
  const [older, newer] = [await edition(2025), await edition(2026)];
  const decks = [
    await build(older, 'fr'),
    await build(older, 'en'),
    await build(newer, 'fr'),
    await build(newer, 'en'),
  ];
  expect(new Set(decks).size).toBe(4);
  expect([
    await build(newer, 'en'),
    await build(newer, 'fr'),
    await build(older, 'en'),
    await build(older, 'fr'),
  ]).toEqual(decks.toReversed());
});

it('keeps the map’s pictures of an edition one after the other, whatever another edition holds', async () => {
  const { call } = workspace;
  const { sites } = await smallNetwork(workspace);
  await call('sites.update', { id: sites.rennes, set: { lat: 48.11, lon: -1.68 } });
  const [older, newer] = [await edition(2025), await edition(2026)];
  const [first, second] = [
    (await call('deck.build', { editionId: older, lang: 'fr' })).id,
    (await call('deck.build', { editionId: newer, lang: 'fr' })).id,
  ];
  for (const deckId of [first, first, first, second, first])
    await call('network.mapSlide', { deckId, by: 'territory' });
  const kept = workspace.service.workspace?.reader
    .prepare('select ownerId, position from attachments order by seq')
    .raw()
    .all();
  expect(kept).toEqual([
    [older, 0],
    [older, 1],
    [older, 2],
    [newer, 0],
    [older, 3],
  ]);
});
