/** The offer to undo, in the real app: one at a time, the last one, for its whole time. */
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launch, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
test.afterEach(async () => run.close());

/** By the keys alone, so that the mouse stays where it is. */
async function createSite(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Nouveau site' }).first().press('Enter');
  await page.getByRole('textbox', { name: /^Nom/ }).fill(name);
  await page.getByRole('button', { name: 'Créer', exact: true }).press('Enter');
}

async function openSites(): Promise<Page> {
  run = await launch({ lang: 'fr' });
  const { page } = run;
  await run.choose(join(run.folder, 'Société.maillage'));
  await page.getByRole('button', { name: /Créer un espace de travail/ }).click();
  await page.getByRole('navigation').first().getByRole('link', { name: 'Sites', exact: true }).click();
  return page;
}

const offerIn = (page: Page) =>
  page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Annuler', exact: true }) });

test('a second action takes the place of the offer of the first at once, and has its whole time', async () => {
  const page = await openSites();
  await page.clock.install();
  // The most offers that ever stood side by side, those that fade away included.
  await page.evaluate(() => {
    const count = (): number =>
      [...document.querySelectorAll('[role="alert"] button')].filter((button) => button.textContent === 'Annuler')
        .length;
    const note = (): void => {
      document.body.dataset['offers'] = String(Math.max(count(), Number(document.body.dataset['offers'] ?? 0)));
    };
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
  });
  const offer = offerIn(page);
  await createSite(page, 'Lyon');
  await expect(offer).toContainText('Lyon');
  await page.clock.fastForward(5000);
  await createSite(page, 'Évreux');
  await expect(offer).toContainText('Évreux');
  await page.clock.fastForward(5000);
  await expect(offer).toContainText('Évreux');
  await offer.getByRole('button', { name: 'Annuler' }).press('Enter');
  await createSite(page, 'Nantes');
  await expect(offer).toContainText('Nantes');
  await page.clock.fastForward(9000);
  await expect(offer).toBeHidden();
  await expect(page.locator('body')).toHaveAttribute('data-offers', '1');
});

test('the offer does not wait until others have gone', async () => {
  const page = await openSites();
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Control+z');
  const others = page.getByRole('alert').filter({ hasText: 'Rien à annuler' });
  await expect(others).toHaveCount(3);
  // As long as the mouse is on one of them, they all stay.
  await others.last().hover();
  await createSite(page, 'Lyon');
  await expect(offerIn(page)).toContainText('Lyon');
});
