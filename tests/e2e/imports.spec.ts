/** An import in the real app: a spreadsheet with faults, its columns, the check, the missing sites, the result, undo. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { noFaults } from './helpers/faults.ts';
import { launch, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
test.afterEach(async () => run.close());

test('a spreadsheet of ambassadors is read, checked, completed, imported and taken back', async () => {
  run = await launch({ lang: 'fr' });
  const { page } = run;
  await run.choose(join(run.folder, 'Import.maillage'));
  await page.getByRole('button', { name: /Créer un espace de travail/ }).click();
  const navigation = page.getByRole('navigation');
  await navigation.getByRole('link', { name: 'Importer' }).click();
  await noFaults(page, 'file');

  const source = join(run.folder, 'ambassadeurs.csv');
  writeFileSync(
    source,
    "Matricule;Prénom;Nom;E-mail;Site;Étape\n001;Zoé;Müller;zoe@exemple.fr;Lyon Sud;actif\n002;Inès;O'Neil;ines@exemple.fr;Lyon Sud;formée\n003;Luc;Test;pas-un-mail;Lyon Sud;actif\n",
  );
  await run.choose(source);
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();
  await expect(page.getByRole('columnheader', { name: 'Matricule' })).toBeVisible();
  await noFaults(page, 'reading');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('combobox', { name: /Étape/ })).toHaveValue('Étape');
  await noFaults(page, 'columns');
  await page.getByRole('button', { name: 'Vérifier' }).click();

  await expect(page.getByRole('listitem').filter({ hasText: 'site inconnu' })).toContainText('2 lignes rejetées');
  await noFaults(page, 'check');
  await page.getByRole('button', { name: 'Créer les territoires et les sites inconnus' }).click();
  const rejects = join(run.folder, 'rejets.csv');
  await expect(page.getByRole('button', { name: 'Importer 2 lignes' })).toBeVisible();
  await run.choose(rejects);
  await page.getByRole('button', { name: 'Enregistrer les lignes rejetées' }).click();
  await expect
    .poll(() => {
      try {
        return readFileSync(rejects, 'utf8').split('\r\n')[1];
      } catch {
        return null;
      }
    })
    .toContain('003;Luc;Test;pas-un-mail;Lyon Sud;actif;E-mail');

  await page.getByRole('button', { name: 'Importer 2 lignes' }).click();
  await expect(page.getByRole('heading', { name: 'C’est fait' })).toBeVisible();
  await noFaults(page, 'done');
  await page.getByRole('button', { name: 'Annuler l’import' }).click();
  await expect(page.getByRole('heading', { name: 'Import annulé' })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('heading', { name: 'C’est fait' })).toBeVisible();

  await page.getByRole('link', { name: 'Voir la liste' }).click();
  await expect(page.getByText('Müller')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Müller')).toBeHidden();
});

test('a damaged file is refused with what can be done about it, by keyboard, in English', async () => {
  run = await launch({ lang: 'en', theme: 'dark' });
  const { page } = run;
  await run.choose(join(run.folder, 'Import.maillage'));
  await page.getByRole('button', { name: /Create a workspace/ }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();

  const empty = join(run.folder, 'empty.csv');
  writeFileSync(empty, '');
  await run.choose(empty);
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText(/empty/i);
  await noFaults(page, 'refused file');

  const grants = join(run.folder, 'grants.csv');
  writeFileSync(
    grants,
    `Code;Association;Année;Montant\n${['35181600000000', '40415200000000', '78617100000000', '37823400000000'].map((code, index) => `${code};Jardin ${index};2024;${index + 1} 000,50`).join('\n')}\n;Total;2024;10 002,00\n`,
  );
  await run.choose(grants);
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter');
  await page.locator('[data-step="reading"]').waitFor();
  await expect(page.locator('[data-step="reading"]')).toBeFocused();
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await page.locator('[data-step="columns"]').waitFor();
  await expect(page.getByText('First records: Jardin 0, Jardin 1 and Jardin 2.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Code/ })).toContainText('Looked like “Code” but left out');
  await noFaults(page, 'column left out');
  await page.getByRole('button', { name: 'Take it as “Code”' }).press('Enter');
  await page.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(page.getByText('Nothing to import: every row is rejected.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'a line of totals' })).toContainText('1 row rejected');
  await noFaults(page, 'all rejected');

  await page.getByRole('button', { name: 'Import without this column' }).press('Enter');
  await expect(
    page.getByText('Without a code column, initiatives are recognised by their title, site and start.'),
  ).toBeVisible();
  await expect(page.getByText('Montant: 4 values, total 10,002')).toBeVisible();
  await page.getByRole('button', { name: 'Import 4 rows' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
  await expect(page.getByText('1 row was not imported')).toBeVisible();
  await noFaults(page, 'done with rejects');
  await page.getByRole('button', { name: 'Import another file' }).press('Enter');
  await run.choose(grants);
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter');
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await page.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(page.getByText('Nothing to import: what is not rejected is already up to date.')).toBeVisible();
});

test('what is refused is put right at the check: a cell, a value left out, the stage that no column tells', async () => {
  run = await launch({ lang: 'fr' });
  const { page } = run;
  await run.choose(join(run.folder, 'Import.maillage'));
  await page.getByRole('button', { name: /Créer un espace de travail/ }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Importer' }).click();
  const source = join(run.folder, 'ambassadeurs.csv');
  writeFileSync(
    source,
    'Matricule;Prénom;Nom;E-mail;Heures\n001;Zoé;Müller;zoe@exemple.fr;4\n002;Luc;Test;pas-un-mail;4\n003;Ana;Roy;ana@exemple.fr;beaucoup\n004;Léo;Sy;leo@exemple.fr;2\n',
  );
  await run.choose(source);
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('button', { name: 'Vérifier' }).click();

  const rows = page.getByRole('table', { name: 'Résultat' });
  await expect(rows.getByText('À créer')).toHaveCount(2);
  await expect(rows.getByText('Créée')).toHaveCount(0);
  await page.getByRole('button', { name: 'Corriger E-mail, ligne 3' }).click();
  const cell = page.getByRole('textbox', { name: 'E-mail, ligne 3' });
  await expect(cell).toHaveValue('pas-un-mail');
  await noFaults(page, 'a cell being corrected');
  await cell.fill('luc@exemple.fr');
  await cell.press('Enter');
  await expect(page.getByText('1 cellule corrigée ici')).toBeVisible();
  await expect(rows.getByText('À créer')).toHaveCount(3);
  await page.getByRole('button', { name: 'Prendre ces lignes sans cette valeur' }).click();
  await expect(page.getByRole('button', { name: 'Importer 4 lignes' })).toBeVisible();
  await expect(page.getByText(/Valeurs laissées de côté/i)).toBeVisible();
  await page.getByRole('combobox', { name: /4 personnes n’ont pas d’étape/ }).click();
  await page.getByRole('option', { name: 'Actif' }).click();
  await noFaults(page, 'put right');
  await page.getByRole('button', { name: 'Importer 4 lignes' }).click();
  await expect(page.getByRole('heading', { name: 'C’est fait' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Résultat' }).getByText('Créée')).toHaveCount(4);
  await page.getByRole('link', { name: 'Voir la liste' }).click();
  await expect(page.getByRole('row', { name: /Müller/ })).toContainText('Actif');
});

test('after an import of sites, what comes next: their regions, the next file, the map', async () => {
  run = await launch({ lang: 'fr' });
  const { page } = run;
  await run.choose(join(run.folder, 'Import.maillage'));
  await page.getByRole('button', { name: /Créer un espace de travail/ }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Importer' }).click();
  const source = join(run.folder, 'sites.csv');
  writeFileSync(source, 'Code;Nom;Code postal\nA1;Rennes;35000\nA2;Brest;29200\nA3;Lyon;69003\n');
  await run.choose(source);
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await page.getByRole('button', { name: 'Importer 3 lignes' }).click();
  const next = page.getByRole('region', { name: 'Et maintenant' });
  await expect(next).toContainText('Bretagne (2) et Auvergne-Rhône-Alpes (1)');
  await noFaults(page, 'and now');
  await next.getByRole('button', { name: 'Les ranger par région' }).click();
  await expect(page.getByText('3 sites rangés par région')).toBeVisible();
  await expect(next.getByRole('button', { name: 'Les ranger par région' })).toHaveCount(0);
  await expect(next.getByRole('link', { name: 'Voir sur la carte' })).toHaveAttribute('href', /network\?view=map$/);
  await next.getByRole('button', { name: 'Fichier suivant : Ambassadeurs' }).click();
  await expect(page.getByRole('combobox', { name: 'Ce que contient le fichier' })).toHaveValue('Ambassadeurs');
  await page.getByRole('navigation').getByRole('link', { name: 'Territoires' }).click();
  await expect(page.getByText('Auvergne-Rhône-Alpes')).toBeVisible();
});
