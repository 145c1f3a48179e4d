/** Reports and lists taken out of the real app: chosen, looked at, narrowed, written, and imported again without a change. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { noFaults } from './helpers/faults.ts';
import { launch, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
test.afterEach(async () => run.close());

async function demo(): Promise<Page> {
  run = await launch({ lang: 'fr' });
  await run.page.getByRole('button', { name: /réseau de démonstration/ }).click();
  await run.page.getByRole('navigation').first().waitFor({ timeout: 60_000 });
  return run.page;
}

test('a report is chosen, narrowed, explained and written as CSV and as a workbook', async () => {
  const page = await demo();
  await page.keyboard.press('Control+8');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rapports');
  await expect(page.getByRole('columnheader', { name: 'Ambassadeurs visés' })).toBeAttached();
  await noFaults(page, 'sites');
  await page.getByRole('button', { name: /^Initiatives/ }).click();
  await expect(page.getByText('Une ligne par initiative', { exact: false })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Résumé' })).toBeVisible();
  await page.getByRole('button', { name: 'Statut' }).click();
  await page.getByRole('checkbox', { name: 'Terminée' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/lignes · Statuts\s: Terminée/)).toBeVisible();
  await page.getByRole('button', { name: 'Page suivante' }).click();
  await expect(page.getByText(/^51 à 100 sur/)).toBeVisible();
  await page.getByRole('tab', { name: 'Dictionnaire des colonnes' }).click();
  await expect(page.getByRole('rowheader', { name: 'Heures de bénévolat (h)' })).toBeVisible();
  await noFaults(page, 'dictionary');

  const csv = join(run.folder, 'initiatives.csv');
  await run.choose(csv);
  await page.getByRole('button', { name: 'Exporter' }).click();
  await page.getByRole('radio', { name: /CSV pour Excel/ }).click();
  await noFaults(page, 'dialog', '[role=dialog]');
  await page.getByRole('dialog').getByRole('button', { name: 'Exporter' }).click();
  await expect(page.getByRole('button', { name: 'Afficher dans le dossier' })).toBeVisible();
  const lines = readFileSync(csv, 'utf8').split('\r\n').slice(0, -1);
  expect(lines[0]?.startsWith('\uFEFFCode;Titre;Résumé;Statut;')).toBe(true);
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.slice(1).every((line) => line.includes(';Terminée;'))).toBe(true);

  const workbook = join(run.folder, 'classement.xlsx');
  await page.getByRole('button', { name: /^Classement/ }).click();
  await expect(page.getByRole('columnheader', { name: 'Rang' })).toBeVisible();
  await run.choose(workbook);
  await page.getByRole('button', { name: 'Exporter' }).click();
  await page.getByRole('radio', { name: /XLSX/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Exporter' }).click();
  await expect.poll(() => existsSync(workbook)).toBe(true);
});

test('a list is written as it is filtered, and imported again without a change', async () => {
  const page = await demo();
  await page.getByRole('navigation').getByRole('link', { name: 'Ambassadeurs' }).click();
  await page.getByRole('textbox', { name: 'Rechercher dans la liste' }).fill('ma');
  const people = join(run.folder, 'ambassadeurs.xlsx');
  await run.choose(people);
  await page.getByRole('button', { name: 'Exporter la liste' }).click();
  await noFaults(page, 'list', '[role=dialog]');
  await page.getByRole('dialog').getByRole('button', { name: 'Exporter' }).click();
  await expect.poll(() => existsSync(people)).toBe(true);
  await page.getByRole('navigation').getByRole('link', { name: 'Importer' }).click();
  await run.choose(people);
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page.getByText('Rien à importer', { exact: false })).toBeVisible();
});
