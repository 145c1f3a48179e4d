/** What the window does with little room: the navigation folds and comes back, and nothing that appears moves a row of a list. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { noFaults } from './helpers/faults.ts';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-layout-'));
const file = join(folder, 'demo.maillage');
test.beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']);
});
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('in a narrow window the navigation folds by itself, with all it offers; unfolded there, it stays so', async () => {
  run = await launch({ file, width: 1024, height: 700 });
  const { page } = run;
  const toggle = page.getByRole('button', { name: 'Replier ou déplier la navigation' });
  const nav = page.getByRole('navigation', { name: 'Navigation' });
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await expect(nav.getByText('Ambassadeurs')).toHaveCount(0);
  // Every screen is in sight without scrolling, and the file and the last step are still at hand.
  for (const link of await nav.getByRole('link').all()) await expect(link).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: /^Espace de travail/ }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Annuler', exact: true })).toBeVisible();
  await toggle.click();
  await expect(nav.getByText('Ambassadeurs')).toBeVisible();
  await page.reload();
  await run.ready();
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  // Folded again it is as the width would have it: a wider window unfolds it.
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1400, 800));
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
});

test('what is done to chosen rows takes the place of the filters: the rows stay where they are', async () => {
  run = await launch({ file, width: 1024, height: 700 });
  const { page } = run;
  await page.getByRole('navigation').getByRole('link', { name: 'Ambassadeurs' }).click();
  const row = page.getByRole('row').nth(3);
  const before = await row.boundingBox();
  await row.getByRole('checkbox').click();
  await expect(page.getByRole('region', { name: '1 sélectionné' })).toBeVisible();
  expect(await row.boundingBox()).toEqual(before);
  await expect(page.getByRole('textbox', { name: 'Rechercher dans la liste' })).toBeHidden();
  await page.getByRole('button', { name: 'Désélectionner' }).click();
  await expect(page.getByRole('textbox', { name: 'Rechercher dans la liste' })).toBeVisible();
  expect(await row.boundingBox()).toEqual(before);
});

test('a folded entry under the pointer shows its name, whole, inside the navigation', async () => {
  run = await launch({ file, width: 1024, height: 700 });
  const { page } = run;
  const nav = page.getByRole('navigation', { name: 'Navigation' });
  await nav.getByRole('link', { name: 'Initiatives' }).hover();
  const name = nav.getByRole('tooltip', { name: 'Initiatives' });
  await expect(name).toBeInViewport({ ratio: 1 });
  // Nothing lies over it: what is at its right end is the name itself.
  const isOnTop = await name.evaluate((element) => {
    element.style.pointerEvents = 'auto';
    const { right, top, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(right - 4, top + height / 2));
  });
  expect(isOnTop).toBe(true);
  await noFaults(page, 'folded navigation');
});
