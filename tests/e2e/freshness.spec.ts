/** Changes that come from elsewhere, in the real app: what is on screen follows, and nobody loses text, focus, place or menu to it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { InputOf, OutputOf, ServiceProcedureName } from '../../shared/contract.ts';
import { launch, root, type RunningApp } from './helpers/launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'maillage-fresh-'));
const long = join(folder, 'long.maillage');
const demo = join(folder, 'demo.maillage');
const maillage = (...args: string[]): string =>
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), ...args], { encoding: 'utf8' });

let run: RunningApp;
test.beforeAll(() => {
  const sheet = join(folder, 'sites.csv');
  const rows = Array.from({ length: 6000 }, (_, at) => `S${at};Site ${String(at).padStart(4, '0')};Dole;${10 + at}`);
  writeFileSync(sheet, ['Code;Nom;Ville;Effectif', ...rows, ''].join('\n'));
  maillage('init', long);
  maillage('import', long, sheet, '--kind', 'sites', '--map', 'Code=code,Nom=name,Ville=city,Effectif=headcount');
  maillage('init', demo, '--demo', 'small');
});
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(file: string, path: string): Promise<Page> {
  run = await launch({ file });
  await run.page.getByRole('navigation').waitFor();
  await go(path);
  return run.page;
}

const go = (path: string): Promise<void> =>
  run.page.evaluate((route) => {
    location.hash = `#${route}`;
  }, path);

/** Calls the service behind the back of what is on screen. */
async function call<N extends ServiceProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = (await run.page.evaluate(
    async ([procedure, given]) => window.maillage.call(procedure as string, given),
    [name, input] as const,
  )) as { ok: boolean; value: OutputOf<N> };
  expect(result).toMatchObject({ ok: true });
  return result.value;
}

const siteNamed = async (search: string): Promise<OutputOf<'sites.list'>['rows'][number]> => {
  const row = (await call('sites.list', { search })).rows[0];
  if (row === undefined) throw new Error(`no site ${search}`);
  return row;
};

const focused = (page: Page): Promise<{ label: string; value: string; start: number | null }> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    return { label: element.labels?.[0]?.textContent ?? '', value: element.value, start: element.selectionStart };
  });

test('a field that is being typed in keeps its text, its focus and its caret when its record changes', async () => {
  const page = await open(long, '/sites');
  const { id } = await siteNamed('Site 0001');
  await go(`/sites?record=${id}`);
  const city = page.getByLabel('Ville');
  await city.click();
  await page.keyboard.press('End');
  await page.keyboard.type('-sur-Mer');
  await page.keyboard.press('ArrowLeft');
  await call('sites.update', { id, set: { headcount: 77, name: 'Site 0001 bis' } });
  // The other fields follow.
  await expect(page.getByLabel('Effectif')).toHaveValue('77');
  await expect(page.getByRole('row', { name: /Site 0001 bis/ })).toContainText('77');
  expect(await focused(page)).toEqual({ label: 'Ville', value: 'Dole-sur-Mer', start: 11 });
  await expect(page.getByText(/Modifié ailleurs/)).toBeHidden();
  // The same field elsewhere: what was typed stays, and it is said.
  await call('sites.update', { id, set: { city: 'Besançon' } });
  await expect(page.getByText('Modifié ailleurs entre-temps : Besançon.')).toBeVisible();
  expect(await focused(page)).toEqual({ label: 'Ville', value: 'Dole-sur-Mer', start: 11 });
  await page.keyboard.type('e');
  expect(await focused(page)).toMatchObject({ value: 'Dole-sur-Meer' });
  await page.getByRole('button', { name: 'Prendre cette valeur' }).click();
  expect(await focused(page)).toMatchObject({ label: 'Ville', value: 'Besançon' });
  await expect(page.getByText(/Modifié ailleurs/)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeHidden();
  // What is saved is what was typed, and nothing else.
  await city.fill('Dole');
  await call('sites.update', { id, set: { headcount: 78 } });
  await expect(page.getByLabel('Effectif')).toHaveValue('78');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeHidden();
  expect(await siteNamed('Site 0001 bis')).toMatchObject({ city: 'Dole', headcount: 78 });
  // And undone it shows what was before.
  await page.getByRole('button', { name: 'Annuler', exact: true }).last().click();
  await expect(city).toHaveValue('Besançon');
});

test('a list stays where it is, its panel and its menus stay open', async () => {
  const page = await open(long, '/sites');
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', /^(6001|6002)$/);
  await grid.evaluate((element) => {
    element.scrollTop = 5000 * 36;
  });
  const row = page.getByRole('row', { name: /Site 5005/ });
  await row.click();
  await expect(row).toHaveAttribute('data-open', 'true');
  await page
    .getByRole('row', { name: /Site 5006/ })
    .getByRole('checkbox')
    .check();
  await page.locator('form').getByLabel('Statut').first().click();
  await expect(page.getByRole('option', { name: 'Fermé' })).toBeVisible();
  const at = await grid.evaluate((element) => element.scrollTop);
  expect(at).toBeGreaterThan(170_000);
  const { id } = await siteNamed('Site 5007');
  await call('sites.update', { id, set: { headcount: 4242 } });
  await expect(page.getByRole('row', { name: /Site 5007/ })).toContainText(/4.242/);
  expect(await grid.evaluate((element) => element.scrollTop)).toBe(at);
  await expect(row).toHaveAttribute('data-open', 'true');
  await expect(page.getByRole('row', { name: /Site 5006/ }).getByRole('checkbox')).toBeChecked();
  await expect(page.getByRole('option', { name: 'Fermé' })).toBeVisible();
  // Nothing of the list was empty meanwhile, not even once.
  await grid.evaluate((element) => {
    const seen = { skeletons: 0 };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      seen.skeletons += element.querySelectorAll('.mantine-Skeleton-root').length;
    }).observe(element, { childList: true, subtree: true, characterData: true });
  });
  for (const headcount of [1, 2, 3, 4243]) await call('sites.update', { id, set: { headcount } });
  await expect(page.getByRole('row', { name: /Site 5007/ })).toContainText(/4.243/);
  expect(await page.evaluate(() => (window as unknown as { seen: { skeletons: number } }).seen.skeletons)).toBe(0);
  expect(await grid.evaluate((element) => element.scrollTop)).toBe(at);
});

test('an open dialog and what is typed in it stay while another feature writes', async () => {
  const page = await open(demo, '/awards');
  await page.getByRole('button', { name: 'Nouvelle édition' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Nom de l’édition' }).fill('Prix de la forêt');
  await dialog.getByRole('textbox', { name: 'Lieu' }).click();
  await page.keyboard.type('Bes');
  const [edition] = (await call('awards.list', {})).rows;
  await call('awards.updateEdition', { id: edition?.id ?? '', set: { name: 'Un autre nom' } });
  await expect(page.getByText('Un autre nom').first()).toBeAttached();
  await page.keyboard.type('ançon');
  await expect(dialog.getByRole('textbox', { name: 'Lieu' })).toHaveValue('Besançon');
  await expect(dialog.getByRole('textbox', { name: 'Nom de l’édition' })).toHaveValue('Prix de la forêt');
});

test('a dialog shows what its record became elsewhere, tells of it where something was typed, and keeps that when it closes', async () => {
  const page = await open(demo, '/awards');
  const [edition] = (await call('awards.list', {})).rows;
  const change = async (set: Record<string, unknown>): Promise<unknown> =>
    call('awards.updateEdition', { id: edition?.id ?? '', set });
  const openDialog = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Actions sur l’édition' }).click();
    await page.getByRole('menuitem', { name: 'Modifier l’édition' }).click();
  };
  await openDialog();
  const dialog = page.getByRole('dialog');
  const name = dialog.getByRole('textbox', { name: 'Nom de l’édition' });
  const place = dialog.getByRole('textbox', { name: 'Lieu' });
  await place.fill('Besançon');
  await change({ name: 'Les Elans', place: 'Dole' });
  // Nobody typed in the one: it follows. Somebody typed in the other: it is told of.
  await expect(name).toHaveValue('Les Elans');
  await expect(place).toHaveValue('Besançon');
  await expect(dialog.locator('[data-overtaken]')).toContainText('Dole');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await openDialog();
  await expect(place).toHaveValue('Besançon');
  await expect(dialog.getByText('Saisie reprise, pas encore enregistrée')).toBeVisible();
  await change({ place: 'Lons' });
  await dialog.locator('[data-overtaken]').getByRole('button').click();
  await expect(place).toHaveValue('Lons');
  await dialog.locator('form').getByRole('button', { name: 'Annuler' }).click();
  await openDialog();
  await expect(place).toHaveValue('Lons');
  await expect(dialog.getByText('Saisie reprise')).toHaveCount(0);
});

test('the map follows a change made elsewhere and keeps its view', async () => {
  const page = await open(demo, '/network');
  const map = page.locator('[data-map-state="ready"]');
  await map.waitFor();
  const marks = (): Promise<number> => map.evaluate((element) => Number(element.dataset['marks']));
  const home = await marks();
  await page.getByRole('region', { name: /Carte du réseau/ }).focus();
  // How far a press leads hangs on how far the one before has come: pressed until fewer or more are gathered.
  await expect(async () => {
    await page.keyboard.press('Equal');
    await expect.poll(marks, { timeout: 2000 }).not.toBe(home);
  }).toPass();
  // Zoomed in, fewer sites are in view; the view comes to rest before it is looked at.
  await expect(async () => {
    const first = await marks();
    await page.waitForFunction(() => document.getAnimations().length === 0);
    expect(await marks()).toBe(first);
  }).toPass();
  const near = await marks();
  const { total } = await call('network.map', { filter: {} });
  const count = total.sitesWithoutPlace + 1;
  await call('sites.create', { name: 'Relais sans adresse', headcount: 50 });
  await expect(page.getByRole('button', { name: new RegExp(`^${count} sites? sans position`) }).first()).toBeVisible();
  expect(await marks()).toBe(near);
});

test('where to recruit, and the name of the organisation, follow what is written elsewhere', async () => {
  const page = await open(demo, '/network?view=recruit');
  const first = page.getByRole('table', { name: 'Sites où recruter, dans l’ordre' }).locator('tbody tr').first();
  const name = (await first.getByRole('link').textContent()) ?? '';
  const site = await siteNamed(name);
  for (let n = 0; n < 12; n += 1)
    await call('people.create', { firstName: 'Ana', lastName: `Roux ${n}`, siteId: site.id, stage: 'active' });
  await expect(first.getByRole('link')).not.toHaveText(name);
  await call('organisation.update', { set: { name: 'Aurore et Filles' } });
  await expect(page.getByRole('button', { name: /Aurore et Filles/ })).toBeVisible();
});

test('a file that is only read here follows what another process writes into it', async () => {
  const file = join(folder, 'shared.maillage');
  maillage('init', file);
  maillage('call', file, 'sites.create', '{"name": "Atelier de Brest"}');
  chmodSync(file, 0o444);
  const page = await open(file, '/sites');
  await expect(page.getByRole('row', { name: /Atelier de Brest/ })).toBeVisible();
  chmodSync(file, 0o644);
  maillage('call', file, 'sites.create', '{"name": "Atelier de Morlaix"}');
  await expect(page.getByRole('row', { name: /Atelier de Morlaix/ })).toBeVisible();
});
