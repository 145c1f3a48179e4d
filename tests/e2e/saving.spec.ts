/** What was typed and not saved: it stays while another part is looked at, is told of when its panel goes, and is found again. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-saving-'));
const file = join(folder, 'demo.maillage');
test.beforeAll(() =>
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']),
);
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the sites of a campaign are saved with the rest of it, wherever the panel is left, and said before they are invited', async () => {
  run = await launch({ file });
  const { page } = run;
  await page.keyboard.press('Control+7');
  await page.getByRole('button', { name: 'Nouvelle campagne' }).click();
  const panel = page.getByRole('complementary', { name: 'Fiche de la campagne' });
  await panel.getByLabel('Titre').fill('Un mois à vélo');
  await panel.getByLabel('Début').fill('01/03/2027');
  await panel.getByLabel('Fin').fill('31/03/2027');
  await panel.getByRole('button', { name: 'Créer' }).click();
  await expect(panel.getByRole('heading', { level: 2, name: 'Un mois à vélo' })).toBeVisible();

  const sites = panel.getByRole('group', { name: 'Périmètre' });
  const territories = sites.getByRole('combobox', { name: 'Territoire' });
  const whole = await sites.getByText(/^\d+ sites? concerné/).innerText();
  await territories.click();
  await page.getByRole('option', { name: /Île-de-France$/ }).click();
  // One Escape closes the open list, and nothing else.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(territories).toBeFocused();
  await expect(sites.getByText(whole, { exact: true })).toHaveCount(0);
  const narrowed = await sites.getByText(/^\d+ sites? concerné/).innerText();

  // The campaign goes on counting all sites until this is saved: nobody is invited meanwhile.
  const invite = panel.getByRole('button', { name: 'Inviter les sites' });
  await expect(invite).toHaveAttribute('aria-disabled', 'true');
  await invite.click({ force: true });
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Another part, and back.
  await panel.getByRole('tab', { name: 'Plan' }).click();
  await expect(
    panel.getByRole('tab', { name: /Fiche/ }).getByRole('img', { name: 'Saisie non enregistrée' }),
  ).toBeVisible();
  await panel.getByRole('tab', { name: /Fiche/ }).click();
  await expect(sites.getByText(narrowed, { exact: true })).toBeVisible();

  // The panel closes: what was typed is told of and found again.
  await panel.getByRole('button', { name: 'Fermer la fiche' }).click();
  await expect(panel).toHaveCount(0);
  const told = page.getByRole('alert').filter({ hasText: 'Un mois à vélo\u00a0: saisie non enregistrée' });
  await told.getByRole('button', { name: 'Reprendre' }).click();
  await expect(sites.getByText(narrowed, { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(invite).not.toHaveAttribute('aria-disabled', 'true');

  await invite.click();
  const asked = page.getByRole('dialog', { name: 'Inviter les sites' });
  await expect(asked.getByText(`${narrowed}\u00a0: Île-de-France`, { exact: true })).toBeVisible();
  await asked.getByRole('button', { name: 'Inviter les sites' }).click();
  const count = /\d+/.exec(narrowed)?.[0] ?? '';
  await expect(page.getByText(new RegExp(`^${count} sites? invité`)).first()).toBeVisible();
});

test('a dialog that is left by Escape closes alone, and what was typed in it is there when it is opened again', async () => {
  run = await launch({ file });
  const { page } = run;
  await page.keyboard.press('Control+7');
  await page.getByRole('tab', { name: 'Liste' }).click();
  await page.getByRole('grid').getByRole('row').nth(1).click();
  const panel = page.getByRole('complementary', { name: 'Fiche de la campagne' });
  await panel.getByRole('tab', { name: 'Plan' }).click();
  await panel.getByRole('button', { name: 'Ajouter une tâche' }).click();
  const task = page.getByRole('dialog', { name: 'Ajouter une tâche' });
  await task.getByLabel('Titre').fill('Réserver la salle');
  await page.keyboard.press('Escape');
  await expect(task).toHaveCount(0);
  await expect(panel).toBeVisible();
  await expect(page.getByText('saisie non enregistrée, gardée')).toBeVisible();

  await panel.getByRole('button', { name: 'Ajouter une tâche' }).click();
  await expect(task.getByLabel('Titre')).toHaveValue('Réserver la salle');
  await expect(task.getByText('Saisie reprise, pas encore enregistrée')).toBeVisible();
  // Given up on purpose it is gone.
  await task.locator('form').getByRole('button', { name: 'Annuler' }).click();
  await panel.getByRole('button', { name: 'Ajouter une tâche' }).click();
  await expect(task.getByLabel('Titre')).toHaveValue('');
});
