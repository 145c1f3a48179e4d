/** The network's map in the real app: drawn, true to its table, moved by key, a site placed by hand, free of accessibility faults. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import type { OutputOf } from '../../shared/contract.ts';
import { parseMapColumns } from '../../shared/network/columns.ts';
import { settled } from './helpers/faults.ts';
import { goTo } from './helpers/go-to.ts';
import { launch, root, type LaunchOptions, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-map-'));
const file = join(folder, 'demo.maillage');
test.beforeAll(() =>
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']),
);
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(path = '/network', options: LaunchOptions = {}): Promise<Page> {
  run = await launch({ file, ...options });
  await run.page.getByRole('navigation').waitFor();
  await goTo(run.page, path);
  return run.page;
}

const drawn = (page: Page): ReturnType<Page['locator']> => page.locator('[data-map-state="ready"]');

async function mapData(page: Page): Promise<OutputOf<'network.map'>> {
  const answer = (await page.evaluate(() => window.maillage.call('network.map', { filter: {} }))) as {
    ok: true;
    value: OutputOf<'network.map'>;
  };
  return answer.value;
}

/** Colours of the map's picture as the window shows it, coarsely: a blank canvas has one or two. */
async function coloursOf(page: Page): Promise<number> {
  const shot = await page.locator('canvas.maplibregl-canvas').screenshot();
  const data = await sharp(shot).resize(200, 120, { fit: 'fill', kernel: 'nearest' }).removeAlpha().raw().toBuffer();
  const seen = new Set<number>();
  for (let at = 0; at < data.length; at += 3)
    seen.add(((data[at] ?? 0) >> 4) * 256 + ((data[at + 1] ?? 0) >> 4) * 16 + ((data[at + 2] ?? 0) >> 4));
  return seen.size;
}

test('every located site is on the map once, gathered or alone, and the table shows the same', async () => {
  const page = await open('/network', { width: 1600, height: 1000 });
  await drawn(page).waitFor();
  const data = await mapData(page);
  const located = data.total.sites - data.total.sitesWithoutPlace;
  expect(parseMapColumns(data.sites).id).toHaveLength(located);
  expect(await coloursOf(page)).toBeGreaterThan(12);

  // From far away nothing is left out of the view.
  const canvas = page.getByRole('region', { name: /Carte du réseau/ });
  await canvas.focus();
  for (let n = 0; n < 4; n += 1) {
    await page.keyboard.press('Minus');
    await drawn(page).waitFor();
  }
  await expect(drawn(page)).toHaveAttribute('data-sites', String(located));
  await expect(page.getByRole('heading', { name: `${located} sites dans la vue` })).toBeVisible();
  expect(Number(await drawn(page).getAttribute('data-marks'))).toBeLessThan(located);

  await page.getByRole('radio', { name: 'Carte' }).focus();
  await page.keyboard.press('ArrowRight');
  const table = page.getByRole('grid', { name: 'Sites dans la vue' });
  await expect(table).toHaveAttribute('aria-rowcount', String(located + 1));
  const columns = parseMapColumns(data.sites);
  const largest = columns.headcount.reduce<number>(
    (best, value, at) => ((value ?? -1) > (columns.headcount[best] ?? -1) ? at : best),
    0,
  );
  const row = table.getByRole('row').nth(1);
  await expect(row).toContainText(columns.name[largest] ?? '');
  await expect(row).toContainText(`${columns.active[largest] ?? 0} sur ${columns.target[largest] ?? 0}`);
});

test('a site is found, chosen by key in the list, and its figures are shown', async () => {
  const page = await open();
  await drawn(page).waitFor();
  const list = page.getByRole('grid', { name: 'Liste des sites' });
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const side = page.getByRole('complementary', { name: 'Sites et sélection' });
  await expect(side.getByText('Actifs sur attendus')).toBeVisible();
  const opened = await side.getByRole('heading', { level: 2 }).textContent();
  await page.keyboard.press('ArrowDown');
  await expect(side.getByRole('heading', { level: 2 })).not.toHaveText(opened ?? '');
  await expect(side.getByRole('link', { name: 'Ouvrir la fiche' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(side.getByText('La liste suit la carte.')).toBeVisible();

  await page.getByRole('combobox', { name: 'Chercher un lieu' }).fill('direction ouest');
  await page.getByRole('option', { name: 'Direction Ouest' }).click();
  await expect(side.getByRole('heading', { name: 'Direction Ouest' })).toBeVisible();
});

test('sites without a place are counted and listed; one is placed by hand, and that is undone', async () => {
  const page = await open();
  await drawn(page).waitFor();
  const { total } = await mapData(page);
  expect(total.sitesWithoutPlace).toBeGreaterThan(0);
  await page.getByRole('button', { name: `${total.sitesWithoutPlace} sites sans position` }).click();
  const first = page.getByRole('button', { name: /^Placer .* sur la carte$/ }).first();
  const name = /^Placer (.*) sur la carte$/.exec((await first.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await first.click();
  await expect(page.getByText(`Cliquez où se trouve ${name}`)).toBeVisible();
  await page.locator('canvas.maplibregl-canvas').click({ position: { x: 380, y: 240 } });
  await expect(page.getByText(`${name}\u00a0: placé sur la carte`)).toBeVisible();
  expect((await mapData(page)).total.sitesWithoutPlace).toBe(total.sitesWithoutPlace - 1);
  const placed = parseMapColumns((await mapData(page)).sites);
  const at = placed.name.indexOf(name);
  expect(placed.accuracy[at]).toBe('site');
  expect([placed.lat[at], placed.lon[at]]).not.toEqual([0, 0]);
  await page.getByRole('alert').getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect.poll(async () => (await mapData(page)).total.sitesWithoutPlace).toBe(total.sitesWithoutPlace);
});

test('the past plays by key, and only what is known of it is offered', async () => {
  const page = await open('/network?layer=lastActivity');
  await drawn(page).waitFor();
  const slider = page.getByRole('slider', { name: 'Le réseau dans le temps' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuenow', '0');
  await expect(page.getByRole('radio', { name: 'Activité' })).toBeDisabled();
  const beginning = Number(await drawn(page).getAttribute('data-sites'));
  await page.keyboard.press('End');
  await expect(page.getByText('Aujourd’hui', { exact: true })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Activité' })).toBeEnabled();
  expect(beginning).toBeGreaterThan(0);
});

test('territories play through the months, with the figures of then beside them', async () => {
  const page = await open('/network?form=territories&level=0');
  await drawn(page).waitFor();
  const side = page.getByRole('complementary', { name: 'Sites et sélection' });
  await page.getByRole('combobox', { name: 'Chercher un lieu' }).fill('france');
  await page.getByRole('option', { name: 'France', exact: true }).click();
  const active = side.locator('dd').first();
  const { rows } = (
    (await page.evaluate(() => window.maillage.call('network.territories', { filter: {} }))) as {
      ok: true;
      value: OutputOf<'network.territories'>;
    }
  ).value;
  const france = rows.find((row) => row.name === 'France')?.figures;
  await expect(active).toHaveText(`${france?.active} sur ${france?.target}`);
  const slider = page.getByRole('slider', { name: 'Le réseau dans le temps' });
  await slider.focus();
  await page.keyboard.press('Home');
  // Still the territories, and the same one still chosen, as it was then.
  await expect(page.getByRole('radio', { name: 'Territoires' })).toBeChecked();
  await expect(side.getByRole('heading', { name: 'France' })).toBeVisible();
  await expect(active).not.toHaveText(`${france?.active} sur ${france?.target}`);
  await page.getByRole('button', { name: 'Lire' }).click();
  await expect(slider).not.toHaveAttribute('aria-valuenow', '0');
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await page.getByRole('button', { name: 'Revenir à aujourd’hui' }).click();
  await expect(active).toHaveText(`${france?.active} sur ${france?.target}`);
});

test('the legend lies under the map, not over it, and a network without a site overseas is offered no way there', async () => {
  const page = await open();
  await drawn(page).waitFor();
  for (const layer of ['coverage', 'headcount', 'initiatives', 'lastActivity']) {
    await goTo(page, `/network?layer=${layer}`);
    // The map takes its new size a frame after a longer legend has taken its own.
    await expect(async () => {
      const [legend, canvas] = [
        await page.getByRole('region', { name: 'Légende' }).boundingBox(),
        await page.locator('canvas.maplibregl-canvas').boundingBox(),
      ];
      expect(legend?.y).toBeGreaterThanOrEqual((canvas?.y ?? 0) + (canvas?.height ?? 9999) - 1);
    }).toPass({ timeout: 15_000 });
  }
  await expect(page.getByRole('group', { name: 'Aller à' })).toHaveCount(0);
});

test('a network with a site overseas is led there by key', async () => {
  const copy = join(folder, 'overseas.maillage');
  copyFileSync(file, copy);
  const page = await open('/sites', { file: copy });
  await page.evaluate(() => window.maillage.call('sites.create', { name: 'Dépôt du Port', lat: -20.94, lon: 55.29 }));
  await goTo(page, '/network');
  await drawn(page).waitFor();
  const far = page.getByRole('group', { name: 'Aller à' });
  await expect(far.getByRole('button')).toHaveText(['Hexagone', 'La Réunion']);
  await far.getByRole('button', { name: 'La Réunion' }).press('Enter');
  await expect(drawn(page)).toHaveAttribute('data-sites', '1');
  await expect(
    page.getByRole('complementary', { name: 'Sites et sélection' }).getByRole('row', { name: /Dépôt du Port/ }),
  ).toBeVisible();
  await far.getByRole('button', { name: 'Hexagone' }).press('Enter');
  await expect.poll(async () => Number(await drawn(page).getAttribute('data-sites'))).toBeGreaterThan(10);
});

test('sites are chosen by an outline, a click, a key in the middle of the map, and a territory', async () => {
  const page = await open();
  await drawn(page).waitFor();
  const canvas = page.locator('canvas.maplibregl-canvas');
  const side = page.getByRole('complementary', { name: 'Sites et sélection' });
  const back = async (): Promise<void> => {
    await side.getByRole('grid').focus();
    await page.keyboard.press('Escape');
    await expect(side.getByText('La liste suit la carte.')).toBeVisible();
  };
  const inView = Number(await drawn(page).getAttribute('data-sites'));
  await page.getByRole('button', { name: 'Entourer des sites à la main' }).click();
  const box = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + 4, box.y + 4);
  await page.mouse.down();
  for (const [x, y] of [
    [box.width - 4, 4],
    [box.width - 4, box.height - 4],
    [4, box.height - 4],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y, { steps: 6 });
  await page.mouse.up();
  await expect(side.getByRole('heading', { name: `${inView} sites`, exact: true })).toBeVisible();
  await expect(side.getByRole('button', { name: 'Relancer' })).toBeVisible();
  await expect(side.getByRole('button', { name: 'Exporter' })).toBeVisible();
  await back();

  const { sites } = await mapData(page);
  const name = parseMapColumns(sites).name.find((one) => one.includes('Konin')) ?? '';
  await page.getByRole('combobox', { name: 'Chercher un lieu' }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
  await expect(side.getByRole('heading', { name })).toBeVisible();
  await expect(drawn(page)).toHaveAttribute('data-sites', '1');
  await back();
  await canvas.focus();
  await page.keyboard.press('Enter');
  await expect(side.getByRole('heading', { name })).toBeVisible();
  await back();
  // What is shown from near stands in the middle of what nothing floats over.
  await canvas.click({ position: { x: box.width / 2 - 16, y: box.height / 2 + 2 } });
  await expect(side.getByRole('heading', { name })).toBeVisible();
  await back();

  await goTo(page, '/network?form=territories&level=0');
  await page.getByRole('combobox', { name: 'Chercher un lieu' }).fill('france');
  await page.getByRole('option', { name: 'France', exact: true }).click();
  await expect(side.getByRole('heading', { name: 'France', exact: true })).toBeVisible();
  await back();
  await drawn(page).waitFor();
  await canvas.click({ position: { x: box.width / 2, y: box.height / 2 } });
  await expect(side.getByRole('heading', { name: 'France', exact: true })).toBeVisible();
});

test('filters narrow the map, its table and the lists that it leads to alike', async () => {
  const page = await open('/network?kind=Magasin&show=table');
  const total = async (filter: object): Promise<OutputOf<'network.map'>['total']> =>
    (
      (await page.evaluate((one) => window.maillage.call('network.map', { filter: one }), filter)) as {
        value: OutputOf<'network.map'>;
      }
    ).value.total;
  const shops = await total({ kinds: ['Magasin'] });
  expect(shops.sites).toBeGreaterThan(0);
  expect(shops.sites).toBeLessThan((await total({})).sites);
  await expect(page.getByRole('grid', { name: 'Sites dans la vue' })).toHaveAttribute(
    'aria-rowcount',
    String(shops.sites - shops.sitesWithoutPlace + 1),
  );
  await page.getByRole('tab', { name: 'Couverture' }).click();
  await expect(page.getByRole('treegrid').getByRole('row', { name: /^Ensemble/ })).toContainText(
    `${shops.active} sur ${shops.target}`,
  );
  await page.getByRole('link', { name: 'Les voir tous' }).click();
  await expect(page.getByRole('grid', { name: 'Sites' })).toHaveAttribute(
    'aria-rowcount',
    String(shops.sites - shops.sitesCovered + 1),
  );
});

test('coverage says the figures of the map, walks its tree by key, and tries another target', async () => {
  const page = await open('/network?view=coverage');
  const territories = async (input: object): Promise<OutputOf<'network.territories'>> =>
    (
      (await page.evaluate((one) => window.maillage.call('network.territories', one), input)) as {
        value: OutputOf<'network.territories'>;
      }
    ).value;
  const { rows, total } = await territories({ filter: {} });
  const tree = page.getByRole('treegrid', { name: 'Par territoire' });
  const france = rows.find((row) => row.name === 'France');
  await expect(tree.getByRole('row', { name: /^Replier France/ })).toContainText(
    `${france?.figures.active} sur ${france?.figures.target}`,
  );
  await expect(tree.getByRole('row', { name: /^Ensemble/ })).toContainText(`${total.active} sur ${total.target}`);
  await expect(
    page.getByRole('heading', { name: `Personne sur ${total.sites - total.sitesCovered} sites` }),
  ).toBeVisible();
  await expect(page.getByRole('img', { name: /^Depuis deux ans/ })).toBeVisible();

  const inFrance = rows.filter((row) => row.parentId === france?.id).length;
  const shown = await tree.getByRole('row').count();
  await tree
    .getByRole('row')
    .nth(1 + rows.findIndex((row) => row.id === france?.id))
    .focus();
  await page.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('row')).toHaveCount(shown - inFrance);
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('row')).toHaveCount(shown);

  const slider = page.getByRole('slider', { name: 'Et si l’objectif changeait' });
  await slider.focus();
  for (let at = 0; at < 20; at += 1) await page.keyboard.press('ArrowLeft');
  const other = (await territories({ filter: {}, ratio: 30 })).total;
  expect(other.target).toBeGreaterThan(total.target);
  await expect(tree.getByRole('row', { name: /^Ensemble/ })).toContainText(`${other.active} sur ${other.target}`);
  await page.getByRole('button', { name: 'Revenir au réglage' }).click();
  await expect(tree.getByRole('row', { name: /^Ensemble/ })).toContainText(`${total.active} sur ${total.target}`);

  await tree
    .getByRole('row')
    .nth(1 + rows.findIndex((row) => row.id === france?.id))
    .focus();
  await page.keyboard.press('Enter');
  await expect(
    page
      .getByRole('complementary', { name: 'Sites et sélection' })
      .getByRole('heading', { name: 'France', exact: true }),
  ).toBeVisible();
});

test('recruits are looked for as asked, shown one by one on the map, with what is guaranteed in the help', async () => {
  const page = await open('/network?view=recruit');
  await drawn(page).waitFor();
  const table = page.getByRole('table', { name: 'Sites où recruter, dans l’ordre' });
  await page.getByRole('textbox', { name: 'Recrues' }).fill('4');
  await page.getByRole('textbox', { name: 'Rayon en km' }).fill('15');
  await page.getByRole('button', { name: 'Chercher', exact: true }).click();
  await expect(table.getByRole('row')).toHaveCount(5);
  await expect(page.getByRole('heading', { name: /^Avec 4 recrues, .* à moins de 15/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Salariés qui ont un ambassadeur à portée/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Légende' })).toContainText('où recruter, dans l’ordre');
  const first = table.getByRole('button').first();
  await first.click();
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Comment ces sites sont choisis' }).click();
  await expect(page.getByText(/au moins 63/)).toBeVisible();
  await expect(page.getByText(/Nemhauser, Wolsey et Fisher/)).toBeVisible();
  await page.getByText('Son territoire', { exact: true }).click();
  await page.getByRole('button', { name: 'Chercher', exact: true }).click();
  await expect(page.getByRole('heading', { name: /dans leur territoire/ })).toBeVisible();
});

test('what is seen is saved as data that hold the sites in view, and the list of recruits as a file', async () => {
  const page = await open();
  await drawn(page).waitFor();
  const inView = Number(await drawn(page).getAttribute('data-sites'));
  const [map, list] = [join(run.folder, 'carte.geojson'), join(run.folder, 'recrues.csv')];
  await run.choose(map, list);
  await page.getByRole('button', { name: 'Enregistrer ce que l’on voit' }).click();
  await page.getByRole('menuitem', { name: 'Données GeoJSON' }).click();
  await expect(page.getByText('Carte enregistrée')).toBeVisible();
  const { features } = JSON.parse(readFileSync(map, 'utf8')) as { features: unknown[] };
  // A mark at the very edge may be drawn though its site lies just beyond it.
  expect(Math.abs(features.length - inView)).toBeLessThanOrEqual(2);

  await page.getByRole('tab', { name: 'Où recruter' }).click();
  const table = page.getByRole('table', { name: 'Sites où recruter, dans l’ordre' });
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  const picks = (await table.getByRole('row').count()) - 1;
  await page.getByRole('button', { name: 'CSV' }).click();
  await expect(page.getByText(/Liste enregistrée/)).toBeVisible();
  expect(readFileSync(list, 'utf8').trim().split(/\r?\n/)).toHaveLength(picks + 1);
  await page.getByRole('button', { name: 'Préparer l’appel' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Message' })).toHaveValue(/.{80}/s);
});

test('sites chosen on the map are the ones that their list shows, until the choice is taken away', async () => {
  const page = await open();
  await drawn(page).waitFor();
  await page.getByRole('grid', { name: 'Liste des sites' }).focus();
  await page.keyboard.press('Control+a');
  const side = page.getByRole('complementary', { name: 'Sites et sélection' });
  await side.getByRole('button', { name: 'Voir dans les sites' }).click();
  const note = page.getByText(/sites choisis sur la carte/);
  const chosen = Number(/\d+/.exec((await note.textContent()) ?? '')?.[0]);
  const table = page.getByRole('grid', { name: 'Sites' });
  await expect(table).toHaveAttribute('aria-rowcount', String(chosen + 1));
  await page.getByRole('columnheader', { name: 'Effectif' }).click();
  await expect(table).toHaveAttribute('aria-rowcount', String(chosen + 1));
  await note.locator('..').getByRole('button').click();
  await expect(table).not.toHaveAttribute('aria-rowcount', String(chosen + 1));
});

test('the ambassadors of chosen sites are followed up: to whom, with what words, noted and undone', async () => {
  const page = await open();
  await drawn(page).waitFor();
  await page.getByRole('grid', { name: 'Liste des sites' }).focus();
  await page.keyboard.press('Control+a');
  const side = page.getByRole('complementary', { name: 'Sites et sélection' });
  await side.getByRole('button', { name: 'Relancer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Relancer les ambassadeurs' });
  const followUp = async (): Promise<OutputOf<'network.followUp'>> =>
    (
      (await page.evaluate(async () => {
        const sites = (await window.maillage.call('network.map', { filter: {} })) as { value: { sites: string } };
        return window.maillage.call('network.followUp', {
          filter: { ids: (JSON.parse(sites.value.sites) as { id: string[] }).id },
        });
      })) as { value: OutputOf<'network.followUp'> }
    ).value;
  const { people, letters } = await followUp();
  expect(people).toBeGreaterThan(10);
  await expect(dialog.getByText(`${people} personnes actives à relancer`)).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Message' })).toHaveValue(/Bonjour,/);
  const french = letters.find(({ lang }) => lang === 'fr')?.emails.length ?? 0;
  await dialog.getByRole('button', { name: `Copier ${french} adresses` }).click();
  await expect(page.getByText(`${french} adresses copiées, à coller en copie cachée`)).toBeVisible();
  // Leaving the dialog by key leaves what was chosen.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await side.getByRole('button', { name: 'Relancer' }).click();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('[role="dialog"]').analyze();
  expect(
    violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
    ),
  ).toEqual([]);
  await dialog.getByRole('button', { name: 'Noter la relance' }).click();
  await expect(page.getByText(`Relance notée pour ${people} personnes`)).toBeVisible();
  expect(await followUp()).toMatchObject({ people: 0, spared: people });
  await page.getByRole('alert').getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect.poll(async () => (await followUp()).people).toBe(people);

  await side.getByRole('button', { name: 'Leurs ambassadeurs' }).click();
  await expect(page.getByText(/Sur \d+ sites choisis sur la carte/)).toBeVisible();
  await goTo(page, '/people?chosen=12');
  await expect(page.getByText('Le choix fait sur la carte n’est pas venu avec ce lien')).toBeVisible();
});

test('a town is found offline, and the legend says whom the circles reach', async () => {
  const page = await open();
  await drawn(page).waitFor();
  const before = Number(await drawn(page).getAttribute('data-sites'));
  await page.getByRole('combobox', { name: 'Chercher un lieu' }).fill('guingamp');
  await page.getByRole('option', { name: /^Guingamp, / }).click();
  await expect.poll(async () => Number(await drawn(page).getAttribute('data-sites'))).toBeLessThan(before);
  await page.getByRole('button', { name: 'Rayon d’action des ambassadeurs' }).click();
  await page.getByRole('switch', { name: 'Montrer les cercles' }).press('Space');
  const { reached, employees } = (
    (await page.evaluate(() => window.maillage.call('network.reach', { filter: {}, radiusKm: 30 }))) as {
      ok: true;
      value: OutputOf<'network.reach'>;
    }
  ).value;
  await expect(page.getByRole('region', { name: 'Légende' })).toContainText(
    `${Math.round((100 * reached) / employees)}`,
  );
  await expect(page.getByRole('region', { name: 'Légende' })).toContainText(
    'des salariés ont un ambassadeur à moins de 30',
  );
});

test('a machine without WebGL gets the drawing beside the table, and the reason', async () => {
  run = await launch({ file });
  const { page } = run;
  await page.getByRole('navigation').waitFor();
  await page.evaluate(() => {
    const own = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function none(this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
      return kind.startsWith('webgl') ? null : Reflect.apply(own, this, [kind, ...more]);
    } as typeof own;
    location.hash = '#/network';
  });
  await expect(page.getByText('Cette machine ne peut pas dessiner la carte interactive')).toBeVisible();
  const { total } = await mapData(page);
  await expect(
    page
      .getByRole('img', {
        name: `Le réseau sur la carte\u00a0: ${total.sitesAtTarget} sites sur ${total.sites} ont assez d’ambassadeurs actifs`,
      })
      .locator('circle')
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Sites dans la vue' })).toHaveAttribute(
    'aria-rowcount',
    String(total.sites - total.sitesWithoutPlace + 1),
  );
});

test('the map is free of accessibility faults in both themes, with its table and its panels', async () => {
  test.setTimeout(240_000);
  for (const theme of ['light', 'dark'] as const) {
    const page = await open('/network', { theme });
    for (const path of [
      '/network',
      '/network?form=territories',
      '/network?show=table',
      '/network?layer=headcount',
      '/network?view=coverage',
      '/network?view=recruit',
    ]) {
      await goTo(page, path);
      await page.locator('h2, [role="grid"]').first().waitFor();
      await settled(page);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(
        violations.map(
          (violation) =>
            `${theme} ${path} ${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
        ),
      ).toEqual([]);
    }
    if (theme === 'light') await run.close();
  }
});
