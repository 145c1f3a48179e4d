/** Decks of whole networks in every look and both languages: closing the workspace has Microsoft's validator judge each file. */
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { temperaments } from '#shared/deck/themes.ts';
import { smallEdition } from '../factories/edition.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
afterEach(() => workspace.close());

/** Builds the edition's deck in a language and writes it in these looks; answers the number of slides. */
async function write(editionId: string, lang: 'fr' | 'en', looks: readonly (typeof temperaments)[number][]) {
  const deck = await workspace.call('deck.build', { editionId, lang });
  let slides = 0;
  for (const temperament of looks) {
    await workspace.call('deck.setTheme', { deckId: deck.id, temperament });
    const outPath = join(workspace.folder, `${lang}-${temperament}.pptx`);
    slides = (await workspace.call('deck.export', { deckId: deck.id, format: 'pptx', outPath })).slides;
  }
  return slides;
}

describe('Office takes the deck', () => {
  it.each([
    { demo: 'small', fr: temperaments, en: ['sober', 'photo'] },
    { demo: 'medium', fr: ['stage'], en: ['editorial'] },
  ] as const)('of the $demo demonstration', async ({ demo, fr, en }) => {
    workspace = await testWorkspace({ demo });
    const { rows } = await workspace.call('awards.list', {});
    const editionId = rows[0]?.id ?? '';
    expect(await write(editionId, 'fr', fr)).toBeGreaterThan(10);
    expect(await write(editionId, 'en', en)).toBeGreaterThan(10);
  });

  it('of one category and of forty, with names, stories and pictures of every kind', async () => {
    workspace = await testWorkspace({ name: 'Aurore & Fils <SA>' });
    const { bikeId } = await smallEdition(workspace);
    for (const count of [1, 40]) {
      const edition = await workspace.call('awards.createEdition', {
        year: 2030 + count,
        name: `Prix ${count} 🏆 "œ"`,
        quorum: 1,
      });
      const juror = await workspace.call('awards.addJuror', { editionId: edition.id, name: 'Jury' });
      for (let at = 1; at <= count; at += 1) {
        const category = await workspace.call('awards.createCategory', {
          editionId: edition.id,
          name:
            at % 3 === 0 ? `Catégorie ${at} & cœur <vert> 🌱` : 'La mobilité de tous les jours, '.repeat(at % 5) + at,
          criteria: [{ name: 'Impact' }],
        });
        const { ids } = await workspace.call('awards.addNominees', {
          categoryId: category.id,
          initiativeIds: [bikeId],
        });
        await workspace.call('awards.setScores', {
          scores: [
            { jurorId: juror.id, nomineeId: ids[0] ?? '', criterionId: category.criteria[0]?.id ?? '', value: 8 },
          ],
        });
      }
      for (const lang of ['fr', 'en'] as const)
        expect(await write(edition.id, lang, [count === 1 ? 'bright' : 'photo'])).toBeGreaterThan(3 * count);
    }
  });
});
