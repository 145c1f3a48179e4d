/** Every date is typed in the same field: day first, words and two-digit years understood, the rest refused, nothing cleared by a key. */
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { noFaults } from './helpers/faults.ts';
import { launch, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
test.afterEach(async () => run.close());

async function holds(field: Locator, typed: string, shown: string): Promise<void> {
  await field.fill(typed);
  await field.press('Tab');
  await expect(field).toHaveValue(shown);
}

test('a date is read day first, kept through the keys, and refused when it is none', async () => {
  run = await launch({ lang: 'fr' });
  const { page } = run;
  await run.choose(join(run.folder, 'Dates.maillage'));
  await page.getByRole('button', { name: /Créer un espace de travail/ }).click();
  await page.getByRole('navigation').waitFor();

  await page.getByRole('navigation').getByRole('link', { name: 'Trophées' }).click();
  await page.getByRole('button', { name: 'Nouvelle édition' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nouvelle édition' });
  const held = dialog.getByRole('textbox', { name: 'Date de la cérémonie' });
  await holds(held, '14/12/2026', '14/12/2026');
  await expect(dialog.getByRole('textbox', { name: 'Lieu' })).toBeFocused();
  await holds(held, '14 déc. 26', '14/12/2026');
  await holds(held, '05/12/2026', '05/12/2026');
  // The day that is set is picked again by Space: the date stays.
  await held.press('ArrowDown');
  await expect(page.getByRole('button', { name: '5 décembre 2026', exact: true })).toBeFocused();
  await noFaults(page, 'date field');
  await page.keyboard.press('Space');
  await expect(held).toBeFocused();
  await expect(held).toHaveValue('05/12/2026');
  await holds(held, '12/31/2026', '12/31/2026');
  await expect(dialog.getByText(/Cette date n’existe pas/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Créer l’édition' }).click();
  await expect(dialog.getByText(/Cette date n’existe pas/)).toBeVisible();
  await expect(held).toHaveValue('12/31/2026');
  await holds(held, '2026-12-05', '05/12/2026');
  await dialog.getByRole('button', { name: 'Créer l’édition' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('5 décembre 2026')).toBeVisible();

  await page.getByRole('navigation').getByRole('link', { name: 'Ambassadeurs' }).click();
  await page.getByRole('button', { name: 'Nouvel ambassadeur' }).first().click();
  const panel = page.getByRole('complementary', { name: 'Fiche de la personne' });
  await panel.getByRole('textbox', { name: 'Nom de famille' }).fill('Benali');
  const joined = panel.getByRole('textbox', { name: /^Entrée dans le réseau/ });
  await holds(joined, '01/09/85', '01/09/1985');
  await holds(joined, 'la rentrée', 'la rentrée');
  await panel.getByRole('button', { name: 'Créer' }).click();
  await expect(panel.getByText(/Date non comprise/)).toBeVisible();
  // One Escape closes one thing: the calendar first.
  await joined.click();
  // That of the field that was left goes away first.
  await expect(page.getByText(/Une année sur deux chiffres/)).toHaveCount(1);
  await joined.press('Escape');
  await expect(page.getByText(/Une année sur deux chiffres/)).toBeHidden();
  await expect(panel).toBeVisible();
  await holds(joined, '1er sept. 1985', '01/09/1985');
  await panel.getByRole('button', { name: 'Créer' }).click();
  await expect(page.getByRole('heading', { name: 'Benali' })).toBeVisible();
  await expect(joined).toHaveValue('01/09/1985');
});
