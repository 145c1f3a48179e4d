/** The views of time lead to where the work is: what was just made is in sight, and the edge says what lies beyond and goes there. */
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { noFaults } from './helpers/faults.ts';
import { goTo } from './helpers/go-to.ts';
import { launch, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
test.afterEach(async () => run.close());

async function open(): Promise<Page> {
  run = await launch({ lang: 'fr' });
  const { page } = run;
  await run.choose(join(run.folder, 'Temps.maillage'));
  await page.getByRole('button', { name: /Créer un espace de travail/ }).click();
  await page.getByRole('navigation').waitFor();
  for (const [title, startDate, endDate] of [
    ['Ancienne', '2031-01-10', '2031-02-10'],
    ['À cheval', '2032-12-20', '2033-01-10'],
    ['Du milieu', '2033-03-01', '2033-03-20'],
    ['Lointaine', '2034-09-01', '2034-09-30'],
    ['Plus lointaine', '2035-05-01', '2035-05-30'],
  ] as const) {
    const result = await page.evaluate((input) => window.maillage.call('campaigns.create', input), {
      title,
      startDate,
      endDate,
    });
    expect(result).toMatchObject({ ok: true });
  }
  return page;
}

const bar = (page: Page, title: string) => page.getByRole('button', { name: new RegExp(`^${title}.* du`) });
const cell = (page: Page, title: string) => page.getByRole('gridcell', { name: new RegExp(`^${title}.* du`) });

for (const [view, shown] of [
  ['year', 'Calendrier de l’année 2034'],
  ['month', 'Calendrier de Septembre 2034'],
] as const)
  test(`the ${view} says how many campaigns lie beyond it and leads to the nearest`, async () => {
    const page = await open();
    await goTo(page, `/campaigns?view=${view}&on=2033-03-05`);
    // What reaches into the year lies in it, not beyond.
    const earlier = page.getByRole('button', {
      name: view === 'year' ? '1 campagne plus tôt' : '2 campagnes plus tôt',
    });
    await expect(earlier).toBeVisible();
    await noFaults(page, `beyond ${view}`);
    await page.getByRole('button', { name: '2 campagnes plus tard' }).click();
    await expect(page.getByRole('grid', { name: shown })).toBeVisible();
    await expect(page.getByRole('button', { name: '1 campagne plus tard' })).toBeVisible();
    await expect(bar(page, 'Lointaine').first()).toBeVisible();
  });

test('in the timeline one goes to the nearest, and what is made from a template is in sight', async () => {
  const page = await open();
  await goTo(page, '/campaigns?view=timeline&on=2033-03-05');
  await expect(cell(page, 'Du milieu')).toBeInViewport();
  await page.getByRole('button', { name: '2 campagnes plus tard' }).click();
  await expect(cell(page, 'Lointaine')).toBeInViewport();
  await page.getByRole('button', { name: 'Partir d’un modèle' }).click();
  const library = page.getByRole('dialog', { name: 'Partir d’un modèle' });
  await library.getByRole('group').getByRole('button').last().click();
  // What to do next is in sight without scrolling.
  await expect(library.getByRole('button', { name: 'Créer' })).toBeInViewport();
  await library.getByLabel('Début').fill('05/11/2029');
  await library.getByRole('button', { name: 'Créer' }).click();
  const panel = page.getByRole('complementary', { name: 'Fiche de la campagne' });
  await expect(panel.getByText('du 5 novembre 2029')).toBeVisible();
  const title = await panel.getByRole('heading', { level: 2 }).innerText();
  await expect(cell(page, title.slice(0, 12))).toBeInViewport();
});
