/** Home, the map, the heat map and the timeline as they are drawn, held against the pictures that were looked at. */
import { test, type Page } from '@playwright/test';
import type { RunningApp } from './helpers/launch.ts';
import { samePicture, skipElsewhere, studio, type Studio } from './helpers/picture.ts';

let place: Studio;
let run: RunningApp;
test.beforeAll(() => {
  place = studio();
});
test.afterEach(async () => run.close());
test.afterAll(() => place.close());

async function open(path: string): Promise<Page> {
  run = await place.open();
  await skipElsewhere(run);
  const { page } = run;
  await page.getByRole('navigation').waitFor();
  await page.evaluate((route) => {
    location.hash = `#${route}`;
  }, path);
  return page;
}

test('home', async () => {
  const page = await open('/');
  await page.getByRole('img', { name: /^Carte / }).waitFor();
  await samePicture(page.locator('main'), 'home');
});

test('the map', async () => {
  const page = await open('/network');
  await page.locator('[data-map-state="ready"]').waitFor();
  await samePicture(page.getByRole('region', { name: /Carte du réseau/ }), 'map');
});

test('the heat map', async () => {
  const page = await open('/campaigns?view=load');
  const grid = page.getByRole('grid', { name: 'Charge par semaine : Sites' });
  await grid.waitFor();
  await samePicture(grid, 'heat-map');
});

test('the timeline', async () => {
  const page = await open('/campaigns?view=timeline');
  const grid = page.getByRole('grid', { name: 'Chronologie' });
  await grid.waitFor();
  await samePicture(grid, 'timeline');
});
