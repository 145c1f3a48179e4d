/** The whole thread in the real app: three spreadsheets, an edit taken back, an award scored and won, its deck and a report on disk. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { launch, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
test.afterEach(async () => run.close());

const go = (page: Page, name: string) =>
  page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click();
const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Étapes de l’édition' }).getByRole('button', { name });

/** Takes one spreadsheet in by the wizard, as it is proposed. */
async function importFile(page: Page, name: string, text: string, rows: number): Promise<void> {
  const source = join(run.folder, name);
  writeFileSync(source, text);
  const another = page.getByRole('button', { name: 'Importer un autre fichier' });
  if (await another.isVisible()) await another.click();
  else await go(page, 'Importer');
  await run.choose(source);
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await page.getByRole('button', { name: `Importer ${rows} lignes` }).click();
  await expect(page.getByRole('heading', { name: 'C’est fait' })).toBeVisible();
}

const saved = (path: string): Uint8Array | null => {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
};

test('from spreadsheets to a deck and a report', async () => {
  run = await launch({ lang: 'fr' });
  const { page } = run;
  await run.choose(join(run.folder, 'Société.maillage'));
  await page.getByRole('button', { name: /Créer un espace de travail/ }).click();
  await page.getByRole('navigation').first().waitFor();

  await importFile(
    page,
    'sites.csv',
    '\uFEFFCode site;Nom du site;Code postal;Ville;Effectif\r\n0012;Atelier de Lyon;69007;Lyon;1 240\r\n0013;Dépôt d’Évreux;27000;Évreux;85\r\n',
    2,
  );
  await importFile(
    page,
    'ambassadeurs.csv',
    'Matricule;Prénom;Nom;E-mail;Code site;Étape\n001;Zoé;Müller;zoe@exemple.fr;0012;actif\n002;Inès;Œuvrard;ines@exemple.fr;0013;formée\n',
    2,
  );
  await importFile(
    page,
    'initiatives.csv',
    'Code;Titre;Code site;Statut;Date de début\nI1;À vélo toute l’année;0012;terminée;02/03/2026\nI2;Potager partagé;0013;terminée;12/04/2026\n',
    2,
  );

  await go(page, 'Sites');
  const row = page.getByRole('row', { name: /Atelier de Lyon/ });
  await row.click();
  const headcount = page.getByLabel('Effectif');
  await expect(headcount).toHaveValue(/1.240/);
  await headcount.fill('1300');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(row).toContainText(/1.300/);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(row).toContainText(/1.240/);

  await go(page, 'Trophées');
  await page.getByRole('button', { name: 'Nouvelle édition' }).click();
  await page.getByRole('textbox', { name: 'Nom de l’édition' }).fill('Prix des sites');
  await page.getByRole('textbox', { name: 'Quorum' }).fill('1');
  await page.getByRole('button', { name: 'Créer l’édition' }).click();
  await page.getByRole('button', { name: 'Nouvelle catégorie' }).click();
  await page.getByRole('textbox', { name: /^Nom( \*)?$/ }).fill('Climat');
  await page.getByRole('button', { name: 'Créer la catégorie' }).click();
  await step(page, /Nommés/).click();
  await page.getByRole('button', { name: 'Ajouter des nommés' }).click();
  for (const title of ['À vélo toute l’année', 'Potager partagé'])
    await page.getByRole('checkbox', { name: title }).check();
  await page.getByRole('button', { name: 'Ajouter 2 nommés' }).click();
  await step(page, /Jury/).click();
  await page.getByRole('button', { name: 'Ajouter un juré' }).first().click();
  await page.getByRole('textbox', { name: /^Nom( \*)?$/ }).fill('Ana');
  await page.getByRole('dialog').getByRole('button', { name: 'Ajouter un juré' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await step(page, /Notes/).click();
  await page.getByRole('textbox', { name: 'Impact, À vélo toute l’année' }).focus();
  // Down each criterion's column, Enter alone.
  for (const value of ['6', '9', '6', '9', '6', '9']) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('button', { name: 'Ana Tout est noté' })).toBeVisible();
  await step(page, /Classement/).click();
  await page.getByRole('button', { name: /^Climat/ }).click();
  await expect(page.getByRole('region', { name: 'Lauréat: Potager partagé' })).toBeVisible();

  await go(page, 'Diaporama');
  await page.getByRole('button', { name: 'Préparer le diaporama' }).click();
  await expect(page.getByRole('img', { name: 'Prix des sites' })).toBeVisible();
  const pptx = join(run.folder, 'Prix.pptx');
  await run.choose(pptx);
  await page.getByRole('button', { name: 'Exporter' }).click();
  await page.getByRole('menuitem', { name: /PowerPoint/ }).click();
  await expect(page.getByText(/Diaporama enregistré/)).toBeVisible({ timeout: 30_000 });
  const parts = unzipSync(saved(pptx) ?? new Uint8Array());
  const slides = Object.entries(parts)
    .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map(([, bytes]) => strFromU8(bytes));
  expect(slides.some((slide) => slide.includes('Potager partagé') && slide.includes('Dépôt d’Évreux'))).toBe(true);

  await go(page, 'Rapports');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rapports');
  const csv = join(run.folder, 'sites.csv.out.csv');
  await run.choose(csv);
  await page.getByRole('button', { name: 'Exporter' }).click();
  await page.getByRole('radio', { name: /CSV pour Excel/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Exporter' }).click();
  await expect.poll(() => saved(csv)?.length ?? 0).toBeGreaterThan(0);
  const lines = new TextDecoder().decode(saved(csv) ?? new Uint8Array()).split('\r\n');
  expect(lines.filter((line) => line.includes('0012;Atelier de Lyon;')).length).toBe(1);
  expect(lines.filter((line) => line.includes('1240')).length).toBe(1);
});
