/** What is seen on the map, taken out of the real app: a 4K picture, a drawing, data that another program finds right, a slide. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { check } from '@placemarkio/check-geojson';
import sharp from 'sharp';
import { goTo } from './helpers/go-to.ts';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-export-'));
const cli = (...args: string[]): void =>
  void execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), ...args]);
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const drawn = (page: Page): ReturnType<Page['locator']> => page.locator('[data-map-state="ready"]');

async function openMap(file: string, path = '/network'): Promise<Page> {
  run = await launch({ file });
  await run.page.getByRole('navigation').waitFor();
  await goTo(run.page, path);
  await drawn(run.page).waitFor();
  return run.page;
}

async function take(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer ce que l’on voit' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function saved(page: Page, item: string, path: string): Promise<Buffer> {
  await run.choose(path);
  await take(page, item);
  const toast = page.getByText('Carte enregistrée', { exact: true });
  await toast.waitFor();
  await page.getByRole('alert').filter({ has: toast }).getByRole('button').click();
  await toast.waitFor({ state: 'hidden' });
  return readFileSync(path);
}

test('what is seen becomes a 4K picture, a drawing that is the same every time, and GeoJSON that is right', async () => {
  const file = join(folder, 'demo.maillage');
  cli('init', file, '--demo', 'small');
  const page = await openMap(file);
  const { width, height, format } = await sharp(
    await saved(page, 'Image PNG (4K)', join(run.folder, 'carte.png')),
  ).metadata();
  expect([format, width, height]).toEqual(['png', 3840, 2160]);
  const [first, second] = [
    await saved(page, 'Dessin SVG', join(run.folder, 'a.svg')),
    await saved(page, 'Dessin SVG', join(run.folder, 'b.svg')),
  ];
  expect(first.equals(second)).toBe(true);
  expect(first.toString()).toMatch(/^<svg [^>]*viewBox="0 0 1920 1080"/);
  for (const form of ['Sites', 'Territoires']) {
    await page.getByRole('radio', { name: form, exact: true }).press('Space');
    await drawn(page).waitFor();
    const text = (await saved(page, 'Données GeoJSON', join(run.folder, `${form}.geojson`))).toString();
    expect(check(text)).toMatchObject({ type: 'FeatureCollection' });
    expect((JSON.parse(text) as { features: unknown[] }).features.length).toBeGreaterThan(5);
  }
});

test('a slide goes to an edition that has no deck yet, which is made with it and goes with it when that is undone', async () => {
  const file = join(folder, 'slide.maillage');
  cli('init', file);
  cli('call', file, 'sites.create', '{"name": "Rennes", "headcount": 120, "lat": 48.11, "lon": -1.68}');
  const page = await openMap(file);
  // Without an edition there is no deck to go to: the menu says where to begin.
  await take(page, 'Préparer d’abord une édition des trophées');
  await expect(page.getByRole('heading', { name: 'Trophées', exact: true })).toBeVisible();
  await page.evaluate(() => window.maillage.call('awards.createEdition', { year: 2026, name: 'Prix 2026' }));
  // The screen of the awards opens the new edition by itself, which is a change of address too: it must be there before one leaves.
  await expect(page.getByRole('main').getByText('Prix 2026').first()).toBeVisible();
  await page.getByRole('link', { name: 'Réseau', exact: true }).click();
  await drawn(page).waitFor();
  await take(page, /^Prix 2026/);
  await expect(page.getByText('Carte ajoutée au diaporama de Prix 2026')).toBeVisible();
  const decks = (): Promise<number> =>
    page.evaluate(
      async () =>
        ((await window.maillage.call('deck.list', {})) as unknown as { value: { rows: unknown[] } }).value.rows.length,
    );
  expect(await decks()).toBe(1);
  await page.getByRole('alert').getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect.poll(decks).toBe(0);

  await take(page, /^Prix 2026/);
  await expect(page.getByText('Carte ajoutée au diaporama de Prix 2026')).toBeVisible();
  await goTo(page, '/deck');
  await expect(page.getByText('Couverture, ', { exact: false }).first()).toBeVisible();
});
