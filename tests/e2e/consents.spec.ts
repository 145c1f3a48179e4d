/** Consents in the real app: many at once from the list, those that end from the home screen, those that lack beside the deck. */
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { noFaults } from './helpers/faults.ts';
import { launch, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
test.afterEach(async () => run.close());

/** Calls a procedure as the page does, for what is not the matter of the test. */
async function call<T>(page: Page, name: string, input: unknown): Promise<T> {
  const result = await page.evaluate(
    async ([procedure, value]) => window.maillage.call(procedure as 'sites.create', value as never),
    [name, input] as const,
  );
  expect(result).toMatchObject({ ok: true });
  return (result as unknown as { value: T }).value;
}

async function fill(page: Page, purposes: string[]): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /^Objets/ }).click();
  for (const name of purposes) await page.getByRole('option', { name }).click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog).toBeHidden();
}

test('consents are recorded for many, told before they end, and given beside what the deck leaves out', async () => {
  run = await launch({ lang: 'fr' });
  const { page } = run;
  await run.choose(join(run.folder, 'Accords.maillage'));
  await page.getByRole('button', { name: /Créer un espace de travail/ }).click();
  await page.getByRole('navigation').waitFor();
  const ids: string[] = [];
  for (const [firstName, lastName] of [
    ['Ana', 'Roux'],
    ['Karim', 'Benali'],
  ])
    ids.push((await call<{ id: string }>(page, 'people.create', { firstName, lastName, stage: 'active' })).id);
  const expired = { purpose: 'quote', grantedOn: '2020-01-01', expiresOn: '2021-01-01' };
  await call(page, 'people.grantConsent', { personId: ids[0], ...expired });
  const edition = await call<{ id: string }>(page, 'awards.createEdition', { year: 2026, name: 'Prix' });
  const category = await call<{ id: string }>(page, 'awards.createCategory', {
    editionId: edition.id,
    name: 'Relais',
    subject: 'person',
  });
  await call(page, 'awards.addNominees', { categoryId: category.id, personIds: ids });

  await page.getByRole('link', { name: /Consentements à renouveler/ }).click();
  await expect(page.getByText(/Consentement à renouveler avant le/)).toBeVisible();
  await expect(page.getByRole('row', { name: /Ana Roux/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Karim Benali/ })).toBeHidden();
  await page
    .getByRole('row', { name: /Ana Roux/ })
    .getByRole('checkbox')
    .check();
  await page.getByRole('button', { name: 'Consentements', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Consentements de 1 personne' })).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
  await noFaults(page, 'dialog', '[role="dialog"]');
  await fill(page, ['Citation']);
  await expect(page.getByText('1 consentement enregistré.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Ana Roux/ })).toBeHidden();

  await page.getByRole('navigation').getByRole('link', { name: 'Diaporama' }).click();
  await page.getByRole('button', { name: 'Préparer le diaporama' }).click();
  await page.getByRole('tab', { name: /À vérifier/ }).click();
  await expect(page.getByText('Karim Benali n’est pas nommé')).toBeVisible();
  await noFaults(page, 'checks');
  await page.getByRole('button', { name: 'Consentements de 2 personnes' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  // The deck stays where it was, and asks no more.
  await expect(page.getByText('n’est pas nommé')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: /À vérifier/ })).toBeVisible();
  await expect(page.getByText('2 consentements enregistrés.')).toBeVisible();
});
