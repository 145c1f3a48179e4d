/** The keyboard alone between a list and its panel: into it, out of it, away with it; and a new record typed at once. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-keys-'));
const file = join(folder, 'demo.maillage');
test.beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']);
});
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('Enter on a row goes into its panel, Escape comes out of it, and then closes it', async () => {
  run = await launch({ file });
  const { page } = run;
  await page.getByRole('navigation').getByRole('link', { name: 'Sites' }).click();
  const grid = page.getByRole('grid');
  const panel = page.getByRole('complementary', { name: 'Fiche du site' });
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('tab', { name: 'Fiche' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await expect(panel).toBeVisible();
  // Open already, it is gone into again; the arrows meanwhile show the next one without leaving the list.
  const shown = await panel.getByRole('heading', { level: 2 }).innerText();
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('heading', { level: 2 })).not.toHaveText(shown);
  await expect(grid).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('tab', { name: 'Fiche' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(grid).toBeFocused();
  // One opened by the mouse leaves the focus in the list: Escape closes it.
  await page.getByRole('row').nth(4).click();
  await expect(panel).toBeVisible();
  await expect(grid).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('a new record is typed at once', async () => {
  run = await launch({ file });
  const { page } = run;
  for (const [screen, label] of [
    ['Sites', 'Nom'],
    ['Ambassadeurs', 'Prénom'],
    ['Initiatives', 'Titre'],
    ['Territoires', 'Nom'],
  ] as const) {
    await page.getByRole('navigation').getByRole('link', { name: screen }).click();
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
    await page.keyboard.press('Control+n');
    const field = page
      .getByRole('main')
      .getByRole('complementary')
      .getByRole('textbox', { name: new RegExp(`^${label}`) });
    await expect(field).toBeFocused();
    await page.keyboard.type('Val');
    await expect(field).toHaveValue('Val');
    await page.getByRole('main').getByRole('complementary').getByRole('button', { name: 'Annuler' }).click();
  }
});
