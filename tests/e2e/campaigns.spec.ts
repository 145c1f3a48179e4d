/** A campaign from the library to the first answer of a site, and back again. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-campaigns-'));
const file = join(folder, 'demo.maillage');
test.beforeAll(() =>
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']),
);
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a campaign begins from a template, invites its sites, takes an answer and gives it back', async () => {
  run = await launch({ file });
  const { page } = run;
  await page.keyboard.press('Control+7');
  await expect(page.getByRole('heading', { level: 1, name: 'Campagnes' })).toBeVisible();
  await page.getByRole('button', { name: 'Nouvelle campagne' }).click();
  await expect(
    page.getByRole('complementary', { name: 'Fiche de la campagne' }).getByText(/\d+ sites concernés/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Partir d’un modèle' }).click();
  const library = page.getByRole('dialog', { name: 'Partir d’un modèle' });
  await expect(library.getByRole('group').getByRole('button')).toHaveCount(12);
  await library.getByRole('group').getByRole('button').first().click();
  await library.getByLabel('Début').fill('01/03/2027');
  await library.getByRole('button', { name: 'Créer' }).click();

  const panel = page.getByRole('complementary', { name: 'Fiche de la campagne' });
  await expect(panel.getByText('du 1er mars 2027')).toBeVisible();
  await panel.getByLabel('Titre').fill('Le printemps des sites');
  await panel.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(panel.getByRole('heading', { level: 2, name: 'Le printemps des sites' })).toBeVisible();
  const concerned = Number(/\d+/.exec(await panel.getByText(/sites concernés/).innerText())?.[0]);
  expect(concerned).toBeGreaterThan(1);

  // What it means is said before it is done, and the list is as long as was said.
  await panel.getByRole('button', { name: 'Inviter les sites' }).click();
  const asked = page.getByRole('dialog', { name: 'Inviter les sites' });
  await expect(asked.getByText(`${concerned} sites seront invités`)).toBeVisible();
  await asked.getByRole('button', { name: 'Inviter les sites' }).click();
  await expect(page.getByText(`${concerned} sites invités`, { exact: true })).toBeVisible();

  await panel.getByRole('tab', { name: 'Réponses' }).click();
  await expect(panel.getByText(`0 sur ${concerned}`)).toBeVisible();
  await panel.getByRole('grid').getByRole('row').nth(1).click();
  const answer = page.getByRole('dialog').filter({ hasText: 'Nécessaire si le site adapte' });
  await answer.getByRole('combobox', { name: 'Statut' }).click();
  await page.getByRole('option', { name: 'Adaptée' }).click();
  await answer.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(answer.getByText('À remplir')).toBeVisible();
  await answer.getByLabel('Ce qui a été changé').fill('Une matinée au lieu d’une semaine');
  await answer.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(panel.getByText(`1 sur ${concerned}`)).toBeVisible();
  await expect(panel.getByRole('grid').getByText('Adaptée')).toBeVisible();

  await page.getByRole('alert').getByRole('button', { name: 'Annuler' }).click();
  await expect(panel.getByText(`0 sur ${concerned}`)).toBeVisible();
});

test('phases, tasks and messages of a campaign are written, done and copied', async () => {
  run = await launch({ file });
  const { page } = run;
  await page.keyboard.press('Control+7');
  await page.getByRole('tab', { name: 'Liste' }).click();
  await page.getByRole('grid').getByRole('row').nth(1).click();
  const panel = page.getByRole('complementary', { name: 'Fiche de la campagne' });
  await panel.getByRole('tab', { name: 'Plan' }).click();
  await panel.getByRole('button', { name: 'Ajouter une tâche' }).click();
  const task = page.getByRole('dialog', { name: 'Ajouter une tâche' });
  await task.getByLabel('Titre').fill('Commander les affiches');
  await task.getByRole('button', { name: 'Créer' }).click();
  const done = panel.getByRole('checkbox', { name: 'Commander les affiches, faite' });
  await done.click();
  await expect(done).toBeChecked();
  await expect(page.getByText('Commander les affiches : fait')).toBeVisible();

  await panel.getByRole('tab', { name: 'Messages' }).click();
  await panel.getByRole('button', { name: 'Ajouter un message' }).click();
  const message = page.getByRole('dialog', { name: 'Ajouter un message' });
  await message.getByLabel('Texte').fill('Rendez-vous lundi à midi.');
  await message.getByRole('button', { name: 'Créer' }).click();
  const written = panel.getByRole('article').filter({ hasText: 'Rendez-vous lundi à midi.' });
  await written.getByRole('button', { name: /^Copier/ }).click();
  await expect(page.getByText('Texte copié')).toBeVisible();
});
