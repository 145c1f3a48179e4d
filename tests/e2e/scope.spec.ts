/** The scope in the real app: chosen once, obeyed and shown everywhere, kept, left with one click. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-scope-'));
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a territory and a year narrow every screen, and one click brings everything back', async () => {
  const file = join(folder, 'demo.maillage');
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']);
  run = await launch({ file });
  const { page } = run;
  const go = (name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();
  const bar = page.locator('main header');

  await go('Sites');
  await expect(bar).toContainText('60');
  await bar.getByRole('button', { name: 'Périmètre : Tout le réseau' }).click();
  await page.getByRole('group', { name: 'Territoires' }).getByRole('checkbox', { name: 'Direction Ouest' }).check();
  await page.keyboard.press('Escape');
  await expect(bar).toContainText(/\d+ sur 60/);
  const shown = await page.getByRole('grid').getAttribute('aria-rowcount');
  expect(Number(shown)).toBeLessThan(20);

  await go('Ambassadeurs');
  await expect(bar.getByRole('button', { name: 'Périmètre : Direction Ouest' })).toBeVisible();
  await expect(bar).toContainText(/\d+ sur 150/);
  await go('Accueil');
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /^Sites/ })
      .first(),
  ).toContainText(String(Number(shown) - 1));

  await go('Initiatives');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Initiatives');
  await bar.getByRole('button', { name: /Périmètre/ }).click();
  await page.getByRole('combobox', { name: 'Période' }).click();
  await page.getByRole('option', { name: 'Dates choisies' }).click();
  await page.getByRole('textbox', { name: 'Au' }).fill('31/12/1999');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Fermer', exact: true }).click();
  await expect(page.getByText(/Le périmètre en cache \d+/)).toBeVisible();
  await page.reload();
  await run.ready();
  await go('Initiatives');
  await expect(bar.getByRole('button', { name: 'Périmètre : Direction Ouest · jusqu’au 31/12/1999' })).toBeVisible();
  await bar.getByRole('button', { name: 'Revenir à tout le réseau' }).click();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '181');
  await expect(bar.getByRole('button', { name: 'Périmètre : Tout le réseau' })).toBeVisible();
});
