/** Contacts noted in the real app: two clicks in a row of the list, two in a panel, found, changed, taken back. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { noFaults } from './helpers/faults.ts';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-touchpoints-'));
const file = join(folder, 'demo.maillage');
test.beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']);
});
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a contact is noted in two clicks from a row, told in the panel, found and taken back', async () => {
  run = await launch({ file });
  const { page } = run;
  const nav = page.getByRole('navigation');
  await nav.getByRole('link', { name: 'Ambassadeurs' }).click();
  const row = page.getByRole('row').nth(1);
  const name = (await row.getByRole('gridcell').nth(1).innerText()).split('\n').at(-1)?.trim() ?? '';
  await row.hover();
  await row.getByRole('button', { name: `Noter un échange avec ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Appel' }).click();
  await expect(page.getByText(`Appel avec ${name} noté`)).toBeVisible();
  // The menu in the row opened no panel.
  await expect(page.getByRole('complementary', { name: 'Fiche de la personne' })).toHaveCount(0);

  await row.click();
  await page.getByRole('tab', { name: 'Échanges' }).click();
  const latest = page.getByRole('tabpanel').getByRole('link').first();
  await expect(latest).toContainText('Appel · Camille');
  await page.getByRole('tabpanel').getByRole('button', { name: 'Noter un échange' }).click();
  // Keys are for the menu once it is there; it moves the focus a frame after it shows.
  const choices = page.getByRole('menu').getByRole('menuitem');
  await expect(choices.first()).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('[role="menuitem"]:focus')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('End');
  await expect(choices.last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Rencontre avec ${name} noté`)).toBeVisible();
  await expect(latest).toContainText('Rencontre · Camille');

  await latest.click();
  await expect(page.getByRole('heading', { level: 2, name: `Rencontre avec ${name}` })).toBeVisible();
  await page.getByRole('textbox', { name: 'Résumé' }).fill('Prête pour un atelier vélo en mai');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('row', { name: /atelier vélo/ })).toHaveCount(1);

  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('atelier vélo');
  await page.getByRole('option', { name: /Prête pour un atelier vélo/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: `Rencontre avec ${name}` })).toBeVisible();
  await noFaults(page, 'touchpoints, panel');

  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.getByRole('row', { name: /atelier vélo/ })).toHaveCount(0);
});

test('the list begins empty with the ways to begin, and a first one is typed in English', async () => {
  const empty = join(folder, 'vide.maillage');
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', empty, '--name', 'Essai']);
  run = await launch({ file: empty, lang: 'en', theme: 'dark', width: 1024, height: 700 });
  const { page } = run;
  await page.getByRole('navigation').getByRole('link', { name: 'Ambassadors' }).click();
  await page.getByRole('button', { name: 'New ambassador' }).first().click();
  await page.getByRole('textbox', { name: 'Last name' }).fill('Martin');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Touchpoints' }).click();
  await expect(page.getByRole('heading', { name: 'Keep track of your contacts' })).toBeVisible();
  await noFaults(page, 'touchpoints, empty');
  await page.getByRole('button', { name: 'New touchpoint' }).first().click();
  await page.getByRole('combobox', { name: 'Person' }).fill('Martin');
  await page.getByRole('option', { name: /Martin/ }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Call with Martin' })).toBeVisible();
  await noFaults(page, 'touchpoint, new');
});
