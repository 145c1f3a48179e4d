/** Past dates in the window: who left is told in the list, not found among the active, and the panel proposes the stage; so with sites. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { noFaults } from './helpers/faults.ts';
import { launch, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
test.afterEach(async () => run.close());

test('a past departure and a past closing are told, counted out and proposed', async () => {
  run = await launch({ lang: 'fr' });
  const { page } = run;
  await run.choose(join(run.folder, 'Départs.maillage'));
  await page.getByRole('button', { name: /Créer un espace de travail/ }).click();
  await page.getByRole('navigation').waitFor();
  const call = async (name: string, input: unknown): Promise<void> => {
    const result = await page.evaluate(
      async ([procedure, value]) => window.maillage.call(procedure as 'sites.create', value as never),
      [name, input] as const,
    );
    expect(result).toMatchObject({ ok: true });
  };
  await call('people.create', { lastName: 'Martin', stage: 'active', leftOn: '2020-01-31' });
  await call('people.create', { lastName: 'Benali', stage: 'active' });
  await call('sites.create', { name: 'Nantes', country: 'FR', closedOn: '2020-01-31' });

  await page.getByRole('navigation').getByRole('link', { name: 'Ambassadeurs' }).click();
  const martin = page.getByRole('row', { name: /Martin/ });
  await expect(martin).toContainText('Départ 31/01/2020');
  await page.getByRole('button', { name: 'Étape' }).first().click();
  await page.getByRole('checkbox', { name: 'Actif' }).click();
  await expect(page.getByRole('row', { name: /Benali/ })).toBeVisible();
  await expect(martin).toBeHidden();
  await page.keyboard.press('Escape');
  // The search goes with the filters.
  const search = page.getByRole('textbox', { name: 'Rechercher dans la liste' });
  await search.fill('Bena');
  await expect(page).toHaveURL(/search=Bena/);
  await page.getByRole('button', { name: 'Effacer les filtres' }).first().click();
  await expect(search).toHaveValue('');
  await martin.click();
  const panel = page.getByRole('complementary', { name: 'Fiche de la personne' });
  await expect(panel).toContainText('Départ 31/01/2020');
  await expect(panel).toContainText('ne reçoit plus rien');
  await noFaults(page, 'proposal');
  await panel.getByRole('button', { name: 'Passer à «\u00a0Ancien\u00a0»' }).click();
  await expect(panel.getByRole('textbox', { name: 'À cette étape depuis' })).toHaveValue('31/01/2020');
  await panel.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(panel.getByText(/ne reçoit plus rien/)).toBeHidden();
  await expect(martin).toContainText('Ancien');

  await page.getByRole('navigation').getByRole('link', { name: 'Sites' }).click();
  await page.getByRole('row', { name: /Nantes/ }).click();
  const site = page.getByRole('complementary', { name: /Fiche/ });
  await site.getByRole('button', { name: 'Passer à «\u00a0Fermé\u00a0»' }).click();
  await site.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(site.getByRole('button', { name: /^Passer à/ })).toBeHidden();
});
