/** The solicitation load in the real app: the map walked by key, its cells opened, the threshold moved, collisions told and spared. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { InputOf, OutputOf, ProcedureName } from '../../shared/contract.ts';
import type { LoadRow } from '../../shared/load/contract.ts';
import { noFaults } from './helpers/faults.ts';
import { goTo } from './helpers/go-to.ts';
import { launch, root, type LaunchOptions, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-load-'));
const file = join(folder, 'demo.maillage');
test.beforeAll(() =>
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']),
);
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(path: string, options: LaunchOptions = {}): Promise<Page> {
  run = await launch({ file, ...options });
  await run.page.getByRole('navigation').waitFor();
  await goTo(run.page, path);
  return run.page;
}

async function ask<N extends ProcedureName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = (await page.evaluate(([procedure, given]) => window.maillage.call(procedure, given as never), [
    name,
    input,
  ] as const)) as { ok: boolean; value: OutputOf<N> };
  expect(answer.ok, JSON.stringify(answer)).toBe(true);
  return answer.value;
}

/** Three weeks before the week of today, as the map begins. */
async function shown(page: Page): Promise<OutputOf<'load.sites'> & { rows: LoadRow[] }> {
  const from = await page.evaluate(() => new Date(Date.now() - 21 * 86_400_000).toISOString().slice(0, 10));
  const load = await ask(page, 'load.sites', { from, weeks: 52, sort: 'load', descending: true });
  return { ...load, rows: JSON.parse(load.json) as LoadRow[] };
}

test('the heat map is walked by key, a cell opens on what asks, and the threshold is moved and given back', async () => {
  const page = await open('/campaigns?view=load');
  const grid = page.getByRole('grid', { name: 'Charge par semaine : Sites' });
  await grid.waitFor();
  const load = await shown(page);
  await expect(grid).toHaveAttribute('aria-rowcount', String(load.total + 1));
  await expect(grid).toHaveAttribute('aria-colcount', '53');

  await grid.focus();
  await page.keyboard.press('Control+Home');
  const focused = grid.getByRole('gridcell');
  const live = page.locator('[aria-live="polite"]').filter({ hasText: load.rows[0]?.name ?? '' });
  await expect(live).toContainText(`${load.rows[0]?.weeks[0] ?? 0} demande`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight');
  const row = load.rows[2];
  await expect(grid.getByRole('rowheader')).toHaveText(row?.name ?? '');
  await expect(focused).toHaveAttribute('aria-colindex', '5');
  await expect(focused).toContainText(`${row?.weeks[3] ?? 0} demande`);
  await page.keyboard.press('End');
  await expect(focused).toHaveAttribute('aria-colindex', '53');
  await page.keyboard.press('Control+End');
  await expect(grid.getByRole('row').last()).toHaveAttribute('aria-rowindex', String(load.total + 1));
  await page.keyboard.press('PageUp');
  await expect(grid.getByRole('row').last()).not.toHaveAttribute('aria-rowindex', String(load.total + 1));

  // The card holds as many things as the cell says.
  await page.keyboard.press('Control+Home');
  const peak = load.rows[0]?.weeks.indexOf(load.rows[0].peak) ?? 0;
  for (let n = 0; n < peak; n += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: load.rows[0]?.name ?? '' });
  await expect(card.getByRole('listitem')).toHaveCount(load.rows[0]?.peak ?? -1);
  await noFaults(page, 'card');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(grid).toBeFocused();
  await page.keyboard.press('Enter');
  await card.getByRole('listitem').first().getByRole('button').click();
  await expect(page.getByRole('complementary', { name: 'Fiche de la campagne' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Seuil : 3 par semaine' }).click();
  const form = page.getByRole('dialog', { name: 'Seuil : 3 par semaine' });
  await form.getByLabel('Seuil de sollicitation').fill('2');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('button', { name: 'Seuil : 2 par semaine' })).toBeVisible();
  const over = (await shown(page)).sitesOver;
  expect(over).toBeGreaterThan(load.sitesOver);
  await expect(page.getByText(`${load.total} sites, ${over} au-dessus du seuil`)).toBeVisible();
  // Home leads to as many.
  await page.getByRole('navigation').getByRole('link', { name: 'Accueil' }).click();
  const pointer = page.getByRole('link', { name: /trop de demandes .*\(plus de 2\)/ });
  const told = Number(/^\d+/.exec(await pointer.innerText())?.[0]);
  await pointer.click();
  await expect(page.getByText(`${told} sites, ${told} au-dessus du seuil`)).toBeVisible();
  await goTo(page, '/campaigns?view=load');
  await expect(page.getByText(`${load.total} sites, ${over} au-dessus du seuil`)).toBeVisible();
  await page.getByRole('alert').getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText(`${load.total} sites, ${load.sitesOver} au-dessus du seuil`)).toBeVisible();
});

test('the table says what the map says, in both themes without faults, for sites, territories and ambassadors', async () => {
  const page = await open('/campaigns?view=load&as=table', { theme: 'dark' });
  const table = page.getByRole('region', { name: 'Charge en tableau : Sites' });
  await table.waitFor();
  const { rows } = await shown(page);
  const cells = await table.getByRole('row').nth(1).getByRole('cell').allInnerTexts();
  expect([cells[0], cells[3], cells[5], cells[6]]).toEqual([
    rows[0]?.name,
    String(rows[0]?.peak),
    String(rows[0]?.over),
    String(rows[0]?.total),
  ]);
  await noFaults(page, 'table');
  await table.getByRole('button', { name: `Voir ce qui est demandé à ${rows[0]?.name ?? ''}` }).click();
  const asked = page.getByRole('dialog', { name: /^Ce qui est demandé à/ });
  await expect(asked.getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('radiogroup', { name: 'Échelle' }).getByText('Ambassadeurs').click();
  await expect(
    page
      .getByRole('region', { name: 'Charge en tableau : Ambassadeurs' })
      .getByText('se partage entre ses ambassadeurs actifs'),
  ).toBeVisible();
  await page.getByRole('radiogroup', { name: 'Échelle' }).getByText('Territoires').click();
  await page
    .getByRole('region', { name: 'Charge en tableau : Territoires' })
    .getByRole('button', { name: 'Île-de-France' })
    .click();
  // Zoomed in again, on the sites of that territory alone.
  await expect(
    page.getByRole('region', { name: 'Charge en tableau : Sites' }).getByRole('row').nth(1).getByRole('cell').nth(1),
  ).toHaveText('Île-de-France');
  for (const theme of ['dark', 'light']) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-mantine-color-scheme', value), theme);
    for (const zoom of ['territories', 'sites', 'people']) {
      await goTo(page, `/campaigns?view=load&load.zoom=${zoom}`);
      await page.getByRole('grid', { name: /^Charge par semaine/ }).waitFor();
      await noFaults(page, `${zoom}, ${theme}`);
    }
  }
});

test('a campaign moved into a collision says so, the proposed date frees it, and both are undone', async () => {
  const page = await open('/campaigns?view=list');
  await ask(page, 'organisation.update', { set: { solicitationThreshold: 1 } });
  const kind = (await ask(page, 'sites.kinds', {})).rows[0]?.kind ?? '';
  const first = await ask(page, 'campaigns.create', {
    title: 'Déjà là',
    startDate: '2028-06-05',
    endDate: '2028-06-11',
    scope: { siteKinds: [kind] },
  });
  await ask(page, 'campaigns.setStatus', { ids: [first.id], status: 'ready' });
  const { id } = await ask(page, 'campaigns.create', {
    title: 'À placer',
    startDate: '2028-07-03',
    endDate: '2028-07-09',
  });
  await goTo(page, `/campaigns?view=list&record=${id}`);
  const panel = page.getByRole('complementary', { name: 'Fiche de la campagne' });
  const free = panel.getByText('Aucun site ne reçoit trop de demandes');
  const over = panel.getByText(/^\d+ sites? sur \d+ recevraient? trop de demandes la même semaine \(plus de 1\)/);
  await expect(free).toBeVisible();

  // While dates are typed.
  const dates = async (from: string, to: string): Promise<void> => {
    await panel.getByRole('textbox', { name: /^Début/ }).fill(from);
    await panel.getByRole('textbox', { name: /^Fin/ }).fill(to);
    await page.keyboard.press('Tab');
  };
  await dates('05/06/2028', '11/06/2028');
  await expect(over).toBeVisible();
  const { total, sites } = await ask(page, 'campaigns.collisions', {
    id,
    startDate: '2028-06-05',
    endDate: '2028-06-11',
  });
  await expect(over).toHaveText(new RegExp(`^${total} sites? sur ${sites} `));
  await panel.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(over).toBeVisible();

  await panel.getByRole('button', { name: 'Voir les sites' }).click();
  await expect(panel.locator('[data-collisions]').getByRole('link').first()).toBeVisible();
  await noFaults(page, 'collisions');
  await panel.getByRole('button', { name: /1 semaine plus tard/ }).click();
  await expect(free).toBeVisible();
  // What was saved before is not brought back into the form.
  await expect(panel.getByRole('textbox', { name: /^Début/ })).toHaveValue('12/06/2028');
  expect((await ask(page, 'campaigns.get', { id })).startDate).toBe('2028-06-12');
  await page
    .getByRole('alert')
    .filter({ hasText: 'commence le 12 juin 2028' })
    .getByRole('button', { name: 'Annuler' })
    .click();
  await expect(over).toBeVisible();
  expect((await ask(page, 'campaigns.get', { id })).startDate).toBe('2028-06-05');

  await panel.getByRole('button', { name: /^Écarter ce/ }).click();
  await expect(free).toBeVisible();
  expect((await ask(page, 'campaigns.scopePreview', { id })).sites).toBe(sites - total);
  await page
    .getByRole('alert')
    .filter({ hasText: /écartés?/ })
    .getByRole('button', { name: 'Annuler' })
    .click();
  await expect(over).toBeVisible();
});

test('a campaign moved by key in the month is told in a toast that leads to it, and told again only when it has become worse', async () => {
  const page = await open('/campaigns?view=month&on=2029-03-01');
  await ask(page, 'organisation.update', { set: { solicitationThreshold: 1 } });
  const settled = await ask(page, 'campaigns.create', {
    title: 'Installée',
    startDate: '2029-03-12',
    endDate: '2029-03-18',
  });
  await ask(page, 'campaigns.setStatus', { ids: [settled.id], status: 'ready' });
  const { id } = await ask(page, 'campaigns.create', {
    title: 'Mobile',
    startDate: '2029-03-05',
    endDate: '2029-03-08',
  });
  const toast = page.getByRole('alert').filter({ hasText: /\d+ sites recevraient trop de demandes/ });
  const bar = page.getByRole('button', { name: /Mobile/ }).first();
  await bar.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(toast).toBeVisible();
  expect((await ask(page, 'campaigns.get', { id })).startDate).toBe('2029-03-12');
  await toast.getByRole('button', { name: 'Voir' }).click();
  await expect(
    page.getByRole('complementary', { name: 'Fiche de la campagne' }).locator('[data-collisions]'),
  ).toBeVisible();
  await expect(toast).toBeHidden();
  // Within the same week it is no worse.
  await bar.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(
    page.getByRole('complementary', { name: 'Fiche de la campagne' }).getByText('du 13 mars 2029'),
  ).toBeVisible();
  await expect(toast).toBeHidden();
});
