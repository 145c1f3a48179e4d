/** The deck's slides as they are drawn, in each look, held against the pictures that were looked at. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { InputOf, OutputOf, ProcedureName } from '../../shared/contract.ts';
import type { DeckSlide } from '../../shared/deck/contract.ts';
import { layoutSlide } from '../../shared/deck/layout.ts';
import { slideKinds } from '../../shared/deck/slides.ts';
import { temperaments, themeOf } from '../../shared/deck/themes.ts';
import type { RunningApp } from './helpers/launch.ts';
import { samePicture, skipElsewhere, studio, type Studio } from './helpers/picture.ts';

let place: Studio;
let run: RunningApp;
test.beforeAll(() => {
  place = studio();
});
test.afterEach(async () => run.close());
test.afterAll(() => place.close());

async function ask<N extends ProcedureName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = (await page.evaluate(([procedure, given]) => window.maillage.call(procedure, given as never), [
    name,
    input,
  ] as const)) as { ok: boolean; value: OutputOf<N> };
  expect(answer.ok, JSON.stringify(answer)).toBe(true);
  return answer.value;
}

/** What tells that a slide of the rail is the one expected, with its pictures: its ground, and how many there are. */
const drawn = (entry: Locator): Promise<{ ground: string | null; pictures: number }> =>
  entry.evaluate((item) => ({
    ground: item.querySelector('svg[viewBox="0 0 960 540"] > rect')?.getAttribute('fill') ?? null,
    pictures: item.querySelectorAll('svg[viewBox="0 0 960 540"] image').length,
  }));

/** Copies the drawing of a slide onto a sheet that lies over the screen, four in a row: one picture of many slides. */
const layOut = (entry: Locator, first: boolean): Promise<void> =>
  entry.evaluate((item, clear) => {
    if (clear) document.querySelector('#sheet')?.remove();
    const sheet = document.querySelector<HTMLElement>('#sheet') ?? document.createElement('div');
    sheet.id = 'sheet';
    sheet.style.cssText =
      'position:fixed;z-index:9999;left:0;top:0;width:1212px;display:grid;grid-template-columns:repeat(4,300px);gap:4px;background:#888';
    const copy = item.querySelector('svg[viewBox="0 0 960 540"]')?.cloneNode(true) as SVGElement;
    copy.style.cssText = 'display:block;width:300px;height:169px';
    sheet.append(copy);
    document.body.append(sheet);
  }, first);

/** The first and the last slide of each kind: all twelve that a look composes in its own way. */
function telling(slides: DeckSlide[]): DeckSlide[] {
  const ends = slideKinds.flatMap((kind) => {
    const of = slides.filter((slide) => slide.kind === kind);
    return of.length < 2 || kind === 'opener' ? of.slice(0, 1) : of.filter((_slide, at) => at % (of.length - 1) === 0);
  });
  return slides.filter((slide) => ends.includes(slide));
}

test('slides in every look', async () => {
  run = await place.open({ width: 1300, height: 900 });
  await skipElsewhere(run);
  const { page } = run;
  const { editions } = await ask(page, 'deck.list', {});
  const built = await ask(page, 'deck.build', { editionId: editions[0]?.id ?? '', lang: 'fr' });
  await page.evaluate(() => {
    location.hash = '#/deck';
  });
  for (const temperament of temperaments) {
    await ask(page, 'deck.setTheme', { deckId: built.id, temperament });
    const { deck, slides, logo } = await ask(page, 'deck.get', { id: built.id });
    const context = { theme: themeOf(deck.theme), lang: 'fr' as const, logo };
    const shown = telling(slides);
    expect(shown).toHaveLength(12);
    for (const slide of shown) {
      const { background, boxes } = layoutSlide(slide, context);
      const pictures = boxes.filter(({ kind }) => kind === 'picture').length;
      const entry = page.locator(`li[data-key="${slide.key}"]`);
      await entry.scrollIntoViewIfNeeded();
      await expect.poll(() => drawn(entry)).toEqual({ ground: background, pictures });
      await layOut(entry, slide === shown[0]);
    }
    await samePicture(page.locator('#sheet'), `deck-${temperament}`);
  }
});
