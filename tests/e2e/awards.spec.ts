/** An award in the real app: edition, category, nominees, jury, scores typed as in a spreadsheet, a tie the jury breaks, undo. */
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { noFaults } from './helpers/faults.ts';
import { launch, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
test.afterEach(async () => run.close());

/** Calls a procedure as the page does, for what is not the matter of the test. */
async function call<T = unknown>(page: Page, name: string, input: unknown): Promise<T> {
  const result = await page.evaluate(
    async ([procedure, value]) => window.maillage.call(procedure as 'sites.create', value as never),
    [name, input] as const,
  );
  expect(result).toMatchObject({ ok: true });
  return (result as unknown as { value: T }).value;
}

async function start(): Promise<Page> {
  run = await launch({ lang: 'fr' });
  const { page } = run;
  await run.choose(join(run.folder, 'Prix.maillage'));
  await page.getByRole('button', { name: /Créer un espace de travail/ }).click();
  await page.getByRole('navigation').waitFor();
  for (const title of ['À vélo', 'Potager', 'Zéro gobelet']) await call(page, 'initiatives.create', { title });
  await page.getByRole('navigation').getByRole('link', { name: 'Trophées' }).click();
  return page;
}

const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Étapes de l’édition' }).getByRole('button', { name });

async function prepare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nouvelle édition' }).click();
  await page.getByRole('textbox', { name: 'Nom de l’édition' }).fill('Trophées RSE');
  await page.getByRole('textbox', { name: 'Quorum' }).fill('2');
  await page.getByRole('button', { name: 'Créer l’édition' }).click();
  await page.getByRole('button', { name: 'Nouvelle catégorie' }).click();
  await page.getByRole('textbox', { name: /^Nom( \*)?$/ }).fill('Climat');
  await page.getByRole('button', { name: 'Créer la catégorie' }).click();
  await expect(page.getByText('40 %')).toBeVisible();
  await noFaults(page, 'categories');
  await step(page, /Nommés/).click();
  await page.getByRole('button', { name: 'Ajouter des nommés' }).click();
  for (const title of ['À vélo', 'Potager', 'Zéro gobelet']) await page.getByRole('checkbox', { name: title }).check();
  await noFaults(page, 'picker');
  await page.getByRole('button', { name: 'Ajouter 3 nommés' }).click();
  await expect(page.getByRole('button', { name: /^Potager/ })).toBeVisible();
  await step(page, /Jury/).click();
  for (const name of ['Ana', 'Bob']) {
    await page.getByRole('button', { name: 'Ajouter un juré' }).first().click();
    await page.getByRole('textbox', { name: /^Nom( \*)?$/ }).fill(name);
    await page.getByRole('dialog').getByRole('button', { name: 'Ajouter un juré' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText(name, { exact: true })).toBeVisible();
  }
  await noFaults(page, 'jury');
}

/** Types one juror's scores down the first column and on to the next, by Enter alone. */
async function type(page: Page, juror: string, columns: string[][]): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${juror}`) }).click();
  await page.getByRole('textbox', { name: 'Impact, À vélo' }).focus();
  for (const value of columns.flat()) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('button', { name: `${juror} Tout est noté` })).toBeVisible();
}

test('an award goes from an empty workspace to a winner', async () => {
  const page = await start();
  await prepare(page);
  await step(page, /Notes/).click();

  const first = page.getByRole('textbox', { name: 'Impact, À vélo' });
  await first.fill('11');
  await page.keyboard.press('ArrowDown');
  const complaint = page.getByRole('main').getByRole('alert');
  await expect(complaint).toHaveText('Impact, À vélo\u00a0: 11 n’est pas entre 0 et 10');
  await expect(first).toHaveAttribute('aria-invalid', 'true');
  await first.fill('huit');
  await page.keyboard.press('Tab');
  await expect(complaint).toContainText('n’est pas un nombre');
  await noFaults(page, 'scores');

  // Both jurors: the two first nominees equal in everything, the third below.
  await type(page, 'Ana', [
    ['8,5', '6,5', '3'],
    ['8', '6', '3'],
    ['8', '6', '3'],
  ]);
  await type(page, 'Bob', [
    ['6,5', '8,5', '3'],
    ['6', '8', '3'],
    ['6', '8', '3'],
  ]);
  await expect(page.getByRole('textbox', { name: 'Impact, Potager' })).toHaveValue('8,5');

  await step(page, /Classement/).click();
  await page.getByRole('button', { name: /^Climat/ }).click();
  await expect(page.getByText('Ex æquo à départager')).toBeVisible();
  await noFaults(page, 'tie');
  await page.getByRole('button', { name: 'Départager', exact: true }).click();
  await page.getByRole('radio', { name: 'Potager' }).check();
  await page.getByRole('textbox', { name: 'Raison' }).fill('Plus facile à essaimer');
  await page.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await expect(page.getByRole('region', { name: 'Lauréat: Potager' })).toBeVisible();
  await expect(page.getByText('« Plus facile à essaimer »')).toBeVisible();
  await noFaults(page, 'winner');
  await page.getByRole('alert').getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(page.getByText('Ex æquo à départager')).toBeVisible();
});

/** Pastes as a spreadsheet does: cells split by tabs. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.evaluate((element, content) => {
    const data = new DataTransfer();
    data.setData('text/plain', content);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

test('a juror who leads a nominee is proposed to stand aside, and no pasted score slips over the recusal', async () => {
  const page = await start();
  await call(page, 'people.create', { firstName: 'Ana', lastName: '' });
  await prepare(page);
  const { rows: people } = await call<{ rows: { id: string }[] }>(page, 'people.list', {});
  const { rows } = await call<{ rows: { id: string }[] }>(page, 'initiatives.list', { search: 'Potager' });
  await call(page, 'initiatives.update', { id: rows[0]?.id, set: { leadId: people[0]?.id } });
  const proposed = page.getByRole('region', { name: 'Déports proposés' });
  await expect(proposed).toContainText('Ana · Potager');
  await noFaults(page, 'proposed');
  await step(page, /Notes/).click();
  await page.getByRole('button', { name: /^Ana/ }).click();
  await expect(page.getByText('Mène cette initiative. (même nom ou même adresse)')).toBeVisible();
  await noFaults(page, 'proposed in the grid');
  await page.getByRole('button', { name: 'Déclarer le déport' }).click();
  await expect(page.getByText('Déport · Mène cette initiative.')).toBeVisible();

  const first = page.getByRole('textbox', { name: 'Impact, À vélo' });
  const last = page.getByRole('textbox', { name: 'Impact, Zéro gobelet' });
  await paste(first, '9\r\n\r\n3\r\n1\r\n');
  const account = page.getByRole('main').getByRole('alert');
  await expect(account).toContainText('Rien n’a été collé');
  await expect(first).toHaveValue('');
  await paste(first, '9\r\n3\r\n');
  await expect(last).toHaveValue('3');
  await expect(account).toBeHidden();
  await paste(first, 'Zéro gobelet\t4,5\r\nPotager\t10\r\nMoyenne\t7,5\r\n');
  await expect(last).toHaveValue('4,5');
  await expect(first).toHaveValue('9');
  await expect(account).toContainText('Potager : 10. Le juré se déporte.');
  await expect(account).toContainText('« Moyenne »');
  await noFaults(page, 'account of a paste');
});

test('a block copied from a spreadsheet fills the grid, and a closed edition takes no more scores', async () => {
  const page = await start();
  await prepare(page);
  await step(page, /Notes/).click();
  const first = page.getByRole('textbox', { name: 'Impact, À vélo' });
  await paste(first, '9\t8,5\t7\r\n6\t5\t4\r\n1\t2\t3\r\n');
  await expect(page.getByText('9 notes collées')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Engagement des collègues, À vélo' })).toHaveValue('8,5');
  await expect(page.getByRole('textbox', { name: 'Facile à essaimer, Zéro gobelet' })).toHaveValue('3');
  await page.getByRole('button', { name: 'Actions sur l’édition' }).click();
  await page.getByRole('menuitem', { name: 'Clore l’édition' }).click();
  await expect(page.getByText(/Les résultats sont figés/).first()).toBeVisible();
  await expect(first).toHaveAttribute('readonly', '');
  await page.getByRole('button', { name: 'Rouvrir l’édition' }).click();
  await expect(first).not.toHaveAttribute('readonly', '');
});
