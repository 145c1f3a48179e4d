/** The network's screens in the real app: create a workspace, add a site, edit it, undo, search, change language and theme. */
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { settled } from './helpers/faults.ts';
import { goTo } from './helpers/go-to.ts';
import { launch, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
test.afterEach(async () => run.close());

async function newWorkspace(lang: 'fr' | 'en' = 'fr'): Promise<void> {
  run = await launch({ lang });
  await run.choose(join(run.folder, 'Essai.maillage'));
  await run.page
    .getByRole('button', { name: lang === 'fr' ? /Créer un espace de travail/ : /Create a workspace/ })
    .click();
  await run.page.getByRole('navigation').waitFor();
}

async function go(name: string): Promise<void> {
  await run.page.getByRole('navigation').getByRole('link', { name }).click();
}

test('a site is created, edited, undone and found again', async () => {
  await newWorkspace();
  const { page } = run;
  await expect(page).toHaveTitle('Essai – Maillage');
  await go('Sites');
  await page.getByRole('button', { name: 'Nouveau site' }).first().click();
  await page.getByLabel('Nom', { exact: false }).first().fill('Atelier de Besançon');
  await page.getByLabel('Ville').fill('Besançon');
  await page.getByRole('button', { name: 'Créer', exact: true }).click();
  const row = page.getByRole('row', { name: /Atelier de Besançon/ });
  await expect(row).toBeVisible();
  await expect(page.getByRole('button', { name: 'Créer', exact: true })).toBeHidden();
  await page.getByLabel('Effectif').fill('240');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(row).toContainText('240');
  await page.getByRole('alert').getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(row).not.toContainText('240');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+Shift+Z');
  await expect(row).toContainText('240');
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'Rechercher', exact: true }).fill('besancon');
  await expect(page.getByText('Atelier de Besançon').last()).toBeVisible();
  await page.keyboard.press('Escape');
});

test('every screen of an empty workspace is free of accessibility faults, in both themes', async () => {
  await newWorkspace();
  const { page } = run;
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.evaluate((value) => document.documentElement.setAttribute('data-mantine-color-scheme', value), theme);
    for (const path of [
      '/',
      '/sites',
      '/territories',
      '/people',
      '/initiatives',
      '/settings',
      '/history',
      '/sites?record=new',
      '/people?record=new',
      '/initiatives?record=new',
    ]) {
      await goTo(page, path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(
        violations.map(
          (violation) =>
            `${theme} ${path} ${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
        ),
      ).toEqual([]);
    }
  }
});

test('the language and the sidebar change at once', async () => {
  await newWorkspace();
  const { page } = run;
  await go('Réglages');
  await page.getByRole('tab', { name: 'Fenêtre' }).click();
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await page.keyboard.press('Control+B');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Sites' })).toBeVisible();
});
