/** The open file moved, replaced or written over under the window: it says so, keeps what was typed, and goes on in a copy. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { noFaults } from './helpers/faults.ts';
import { launch, root, type RunningApp } from './helpers/launch.ts';

const node = process.env['MAILLAGE_NODE'] ?? process.execPath;
const cli = join(root, 'electron/service/cli.ts');
const maillage = (...args: string[]): string => execFileSync(node, [cli, ...args], { encoding: 'utf8' });

let folder: string;
let file: string;
let theirs: string;
let run: RunningApp;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-moved-'));
  file = join(folder, 'Réseau.maillage');
  theirs = join(folder, 'collègue.maillage');
  maillage('init', file, '--name', 'Société Ôrée');
  maillage('call', file, 'sites.create', '{"name": "Atelier de Brest", "headcount": 40}');
  copyFileSync(file, theirs);
  maillage('call', theirs, 'sites.create', '{"name": "Du collègue"}');
});
test.afterEach(async () => {
  await run.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The sites of a workspace that nobody has open: name and headcount. */
const sitesIn = (path: string): [string, number | null][] =>
  (JSON.parse(maillage('call', path, 'sites.list', '{}')) as { rows: { name: string; headcount: number }[] }).rows.map(
    (row): [string, number | null] => [row.name, row.headcount],
  );

/** Opens the site and types a headcount, which is not saved. */
async function typing(page: Page, screen: string, label: string): Promise<void> {
  await page.getByRole('navigation').first().getByRole('link', { name: screen, exact: true }).click();
  await page.getByRole('row', { name: /Atelier de Brest/ }).click();
  await page.getByLabel(label).fill('52');
}

test('replaced by a sync program while something is being typed: nothing is lost, and work goes on in a copy', async () => {
  run = await launch({ lang: 'fr', file });
  const { page } = run;
  await typing(page, 'Sites', 'Effectif');
  const bytes = readFileSync(theirs);
  renameSync(theirs, file);
  // Noticed without anything being asked.
  const dialog = page.getByRole('dialog', { name: 'Le fichier a été remplacé par un autre.' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('Une copie de secours a été faite aussitôt')).toBeVisible();
  await noFaults(page, 'replaced', '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Continuer à consulter' }).click();
  await expect(page.getByLabel('Effectif')).toHaveValue('52');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Rien n’y a été écrit' })).toBeVisible();
  await expect(page.getByLabel('Effectif')).toHaveValue('52');

  const copy = join(folder, 'Réseau (copie).maillage');
  await run.choose(copy);
  await page.getByRole('button', { name: 'Enregistrer une copie…' }).click();
  await expect(page).toHaveTitle('Réseau (copie) – Maillage');
  await expect(page.getByRole('button', { name: 'Voir les solutions' })).toHaveCount(0);
  await expect(page.getByLabel('Effectif')).toHaveValue('52');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByRole('row', { name: /Atelier de Brest/ })).toContainText('52');
  await run.app.close();
  expect(sitesIn(copy)).toEqual([['Atelier de Brest', 52]]);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('removed: the copy may go where the file was; in English', async () => {
  run = await launch({ lang: 'en', file });
  const { page } = run;
  await typing(page, 'Sites', 'Headcount');
  unlinkSync(file);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'The file is no longer in its place.' });
  await expect(dialog).toBeVisible();
  await run.choose(file);
  await dialog.getByRole('button', { name: 'Save a copy…' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('row', { name: /Atelier de Brest/ })).toContainText('52');
  await run.app.close();
  expect(sitesIn(file)).toEqual([['Atelier de Brest', 52]]);
});

test('written over in place: no copy of a mixture is offered, the file is opened again', async () => {
  run = await launch({ lang: 'fr', file });
  const { page } = run;
  await page.getByRole('navigation').first().getByRole('link', { name: 'Sites', exact: true }).click();
  copyFileSync(theirs, file);
  const dialog = page.getByRole('dialog', { name: 'Un autre programme a écrit dans ce fichier.' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Enregistrer une copie…' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Rouvrir le fichier' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('navigation').first().getByRole('link', { name: 'Sites', exact: true }).click();
  await expect(page.getByRole('row', { name: /Du collègue/ })).toBeVisible();
});

test('replaced, then quit without a word: the rescue copy has everything', async () => {
  run = await launch({ lang: 'fr', file });
  await run.page.evaluate(() => window.maillage.call('sites.create', { name: 'Le mien' }));
  renameSync(theirs, file);
  await run.app.close();
  const backups = join(folder, 'Réseau-backups');
  expect(existsSync(backups)).toBe(true);
  const rescue = execFileSync('ls', [backups], { encoding: 'utf8' })
    .split('\n')
    .find((name) => name.includes('.rescue.'));
  expect(sitesIn(join(backups, rescue ?? '')).map(([name]) => name)).toEqual(['Atelier de Brest', 'Le mien']);
  expect(sitesIn(file).map(([name]) => name)).toEqual(['Atelier de Brest', 'Du collègue']);
});
