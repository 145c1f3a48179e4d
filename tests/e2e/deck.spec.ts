/** The deck in the real app: prepared from the demonstration, rewritten, reordered, undone, saved as PPTX and PDF. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { noFaults } from './helpers/faults.ts';
import { launch, type RunningApp } from './helpers/launch.ts';
import { readPdf } from './helpers/read-pdf.ts';

let run: RunningApp;
test.afterEach(async () => run.close());

const rail = (page: Page) => page.getByRole('region', { name: 'Diapositives' });
const thumbs = (page: Page) => rail(page).getByRole('button', { name: /^\d+\. / });
const names = async (page: Page): Promise<string[]> =>
  (
    await thumbs(page).evaluateAll((all) => all.map((one) => one.querySelector('.visually-hidden')?.textContent ?? ''))
  ).map((name) => name.replace(/^\d+\. /, ''));

async function openDeck(): Promise<Page> {
  run = await launch({ lang: 'fr' });
  const { page } = run;
  await page.getByRole('button', { name: /réseau de démonstration/ }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Diaporama' }).click({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Préparer la cérémonie' })).toBeVisible();
  await noFaults(page, 'empty');
  await page.getByRole('button', { name: 'Préparer le diaporama' }).click();
  await expect(page.getByRole('img', { name: 'Prix des ambassadeurs 2026' })).toBeVisible();
  return page;
}

test('a deck is rewritten, reordered, taken back and saved', async () => {
  const page = await openDeck();
  await noFaults(page, 'slide');
  const title = page.getByRole('textbox', { name: 'Titre', exact: true });
  await title.fill('La nuit de ceux qui osent');
  // The slide shows what is typed before it is kept.
  await expect(page.getByRole('img', { name: 'La nuit de ceux qui osent' })).toBeVisible();
  await title.blur();
  await expect(thumbs(page).first()).toHaveAccessibleName('1. La nuit de ceux qui osent, modifiée');
  await page.getByRole('textbox', { name: 'Notes de l’orateur' }).fill('Dire bonsoir.');
  await page.getByRole('textbox', { name: 'Notes de l’orateur' }).blur();
  await expect(page.getByText('Notes modifiées')).toBeVisible();

  const before = await names(page);
  await thumbs(page).nth(1).click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => names(page)).toEqual([before[0], before[2], before[1], ...before.slice(3)]);
  await expect(thumbs(page).nth(2)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => names(page)).toEqual(before);

  // By the grip, as a screen reader's user would.
  await rail(page)
    .getByRole('button', { name: /^Déplacer Au programme/ })
    .focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(/^Au programme, place 2 sur/)).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(/^Au programme, place 3 sur/)).toBeAttached();
  await page.keyboard.press('Space');
  await expect.poll(() => names(page)).toEqual([before[0], before[2], before[1], ...before.slice(3)]);
  await page.getByRole('alert').getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect.poll(() => names(page)).toEqual(before);

  await thumbs(page).nth(1).click();
  await page.getByRole('button', { name: 'Masquer' }).click();
  await expect(thumbs(page).nth(1)).toHaveAccessibleName(/masquée/);

  const pptx = join(run.folder, 'Cérémonie.pptx');
  await run.choose(pptx);
  await page.getByRole('button', { name: 'Exporter' }).click();
  await page.getByRole('menuitem', { name: /PowerPoint/ }).click();
  await expect(page.getByText(/Diaporama enregistré/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Afficher dans le dossier' })).toBeVisible();
  const parts = unzipSync(readFileSync(pptx));
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  expect(slides).toHaveLength(before.length - 1);
  expect(strFromU8(parts['ppt/slides/slide1.xml'] ?? new Uint8Array())).toContain('La nuit de ceux qui osent');
  expect(strFromU8(parts['ppt/notesSlides/notesSlide1.xml'] ?? new Uint8Array())).toContain('Dire bonsoir.');

  const pdf = join(run.folder, 'Cérémonie.pdf');
  await run.choose(pdf);
  await page.getByRole('button', { name: 'Exporter' }).click();
  await page.getByRole('menuitem', { name: 'PDF' }).click();
  // The file appears whole or not at all.
  await expect.poll(() => existsSync(pdf), { timeout: 60_000 }).toBe(true);
  const printed = await readPdf(readFileSync(pdf));
  expect(printed.pages).toHaveLength(before.length - 1);
  expect(printed.pages[0]).toContain('La nuit de ceux qui osent');
  // What a screen reader needs: one title a page, pictures in words, and an outline to go by.
  expect(printed.tagged).toBe(true);
  expect(printed.tags.map((tags) => tags.filter(({ role }) => role === 'H1').length)).toEqual(
    printed.pages.map(() => 1),
  );
  expect(printed.tags.flat().map(({ alt }) => alt)).toContainEqual(expect.stringMatching(/^Portrait dessiné de /));
  expect(printed.outline).toHaveLength(printed.pages.length);
  expect(printed.outline[0]).toBe('La nuit de ceux qui osent');
});

test('a look, a picture, a slide of one’s own, and a rehearsal', async () => {
  const page = await openDeck();
  await page.getByRole('tab', { name: 'Apparence' }).click();
  await noFaults(page, 'look');
  await page.getByRole('radio', { name: /^Vif/ }).click();
  await expect(page.getByText('Apparence changée')).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Vif/ })).toBeChecked();
  await page.getByRole('tab', { name: /À vérifier/ }).click();
  await noFaults(page, 'checks');
  await page.getByRole('link', { name: 'Voir le classement' }).first().click();
  await expect(page.getByRole('heading', { name: 'Trophées' })).toBeVisible();
  await page.getByRole('navigation').first().getByRole('link', { name: 'Diaporama' }).click();

  await page.getByRole('button', { name: 'Ajouter une diapositive' }).click();
  await page.getByRole('menuitem', { name: 'Image et texte' }).click();
  await expect(page.getByRole('img', { name: 'Une image, quelques mots' })).toBeVisible();
  await page.getByRole('button', { name: 'Choisir une image' }).click();
  await noFaults(page, 'pictures');
  await page.getByRole('dialog').locator('button[aria-pressed]').first().click();
  await expect(page.getByText('Image changée')).toBeVisible();
  await page.getByRole('button', { name: 'Supprimer la diapositive' }).click();
  await expect.poll(async () => (await names(page)).some((name) => name.startsWith('Une image'))).toBe(false);

  await page.getByRole('button', { name: 'Répéter' }).click();
  const rehearsal = page.getByRole('dialog', { name: 'Répéter' });
  await expect(rehearsal.getByText(/Diapositive \d+ sur/)).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(rehearsal.getByText(/Diapositive 2 sur/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rehearsal).toBeHidden();
});
