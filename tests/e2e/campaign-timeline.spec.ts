/** The timeline of campaigns: moved by hand and by key, pulled, linked, undone; the same rows as a table; free of accessibility faults. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { settled } from './helpers/faults.ts';
import { goTo } from './helpers/go-to.ts';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-timeline-'));
const cli = (...args: string[]): string =>
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), ...args], { encoding: 'utf8' });

test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A workspace with one campaign from 2 March to 4 April 2027, one phase and two tasks. */
async function openOne(lang: 'fr' | 'en' = 'fr'): Promise<Page> {
  run = await launch({ lang });
  const { page } = run;
  await run.choose(join(run.folder, 'Essai.maillage'));
  await page.getByRole('button', { name: lang === 'fr' ? /Créer un espace de travail/ : /Create a workspace/ }).click();
  await page.getByRole('navigation').waitFor();
  await page.evaluate(async () => {
    const call = async (name: string, input: unknown): Promise<{ id: string }> =>
      ((await window.maillage.call(name as 'campaigns.create', input as never)) as { value: { id: string } }).value;
    const { id } = await call('campaigns.create', {
      title: 'Printemps des sites',
      startDate: '2027-03-02',
      endDate: '2027-04-04',
      colour: '#2F6DB5',
    });
    await call('campaigns.addPhase', {
      campaignId: id,
      kind: 'launch',
      startDate: '2027-03-02',
      endDate: '2027-03-14',
    });
    await call('campaigns.addTask', {
      campaignId: id,
      title: 'Écrire',
      startDate: '2027-02-15',
      dueDate: '2027-02-22',
    });
    await call('campaigns.addTask', {
      campaignId: id,
      title: 'Imprimer',
      startDate: '2027-02-24',
      dueDate: '2027-02-28',
    });
  });
  await goTo(page, '/campaigns?view=timeline&on=2027-03-01');
  await bar(page, 'Printemps des sites').waitFor();
  await settled(page);
  return page;
}

const bar = (page: Page, title: string): Locator =>
  page.getByRole('gridcell', { name: new RegExp(`^${title}, (campagne|phase|tâche|campaign|task),`) });
const undo = (page: Page): Promise<void> => page.getByRole('alert').getByRole('button', { name: 'Annuler' }).click();

/** Drags from a place in a bar by so many pixels. The grip is the start, the middle or the end. */
async function drag(
  page: Page,
  target: Locator,
  at: 'start' | 'middle' | 'end',
  by: number,
  drop = true,
): Promise<void> {
  const box = (await target.boundingBox())!;
  const x = at === 'start' ? box.x + 2 : at === 'end' ? box.x + box.width - 3 : box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y);
  await page.mouse.move(x + by, y);
  if (drop) await page.mouse.up();
}

test('a campaign is moved and pulled by hand in whole days, each with its undo, and given up with Escape', async () => {
  const page = await openOne();
  const campaign = bar(page, 'Printemps des sites');
  await expect(campaign).toHaveAccessibleName(/du 2 mars 2027 au 4 avril 2027, 34 jours/);
  // At this scale a week is 42 pixels wide.
  await drag(page, campaign, 'middle', 43, false);
  await expect(page.getByText('du 9 mars 2027 au 11 avril 2027, 34 jours')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(campaign).toHaveAccessibleName(/du 2 mars 2027/);
  await expect(page.getByRole('complementary', { name: 'Fiche de la campagne' })).toHaveCount(0);

  await drag(page, campaign, 'middle', 43);
  await expect(
    page.getByRole('alert').getByText('Printemps des sites : du 9 mars 2027 au 11 avril 2027, 34 jours'),
  ).toBeVisible();
  await expect(campaign).toHaveAccessibleName(/du 9 mars 2027 au 11 avril 2027/);
  await undo(page);
  await expect(campaign).toHaveAccessibleName(/du 2 mars 2027 au 4 avril 2027/);

  await drag(page, campaign, 'end', 42);
  await expect(campaign).toHaveAccessibleName(/du 2 mars 2027 au 11 avril 2027, 41 jours/);
  await campaign.locator('[data-expand]').click();
  const phase = bar(page, 'Lancement');
  await drag(page, phase, 'end', 42);
  await expect(phase).toHaveAccessibleName(/du 2 mars 2027 au 21 mars 2027, 20 jours/);
  await drag(page, phase, 'middle', 12);
  await expect(phase).toHaveAccessibleName(/du 4 mars 2027 au 23 mars 2027, 20 jours/);
  await undo(page);
  await expect(phase).toHaveAccessibleName(/du 2 mars 2027 au 21 mars 2027/);
  await drag(page, campaign, 'start', -42);
  await expect(campaign).toHaveAccessibleName(/du 23 février 2027 au 11 avril 2027/);
  await undo(page);
  await expect(campaign).toHaveAccessibleName(/du 2 mars 2027 au 11 avril 2027/);
});

test('the keyboard moves, pulls, opens and zooms, and says the new dates', async () => {
  const page = await openOne();
  const campaign = bar(page, 'Printemps des sites');
  const grid = page.getByRole('grid', { name: 'Chronologie' });
  await grid.focus();
  await expect(grid).toBeFocused();
  await page.keyboard.down('Shift');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  await expect(
    page.locator('[aria-live="polite"]').getByText('Printemps des sites : du 11 mars 2027 au 13 avril 2027, 34 jours'),
  ).toBeAttached();
  await page.keyboard.up('Shift');
  await expect(campaign).toHaveAccessibleName(/du 11 mars 2027/);
  // Nine days were one gesture: one step back.
  await undo(page);
  await expect(campaign).toHaveAccessibleName(/du 2 mars 2027 au 4 avril 2027/);
  await grid.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(campaign).toHaveAccessibleName(/au 5 avril 2027, 35 jours/);

  await page.keyboard.press(' ');
  await expect(bar(page, 'Lancement')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const active = page.locator(`[id="${await grid.getAttribute('aria-activedescendant')}"]`);
  await expect(active).toHaveAccessibleName(/^Écrire, tâche, du 15 février 2027/);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(bar(page, 'Écrire')).toHaveAccessibleName(/du 14 février 2027 au 21 février 2027/);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(page.getByRole('radio', { name: 'Mois' })).toBeChecked();
  const box = (await active.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 5);
  await page.keyboard.down('Control');
  for (let n = 0; n < 6; n += 1) await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect(page.getByRole('radio', { name: 'Semaine' })).toBeChecked();
  // What lay below the pointer still does.
  const grown = (await active.boundingBox())!;
  expect(grown.width).toBeGreaterThan(box.width * 2);
  expect(Math.abs(grown.x + grown.width / 2 - box.x - box.width / 2)).toBeLessThan(6);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Fiche de la campagne' });
  await expect(panel.getByRole('tab', { name: 'Plan', selected: true })).toBeVisible();
});

test('a task waits for another: drawn by hand, by menu, refused in a circle, followed when it would begin too early', async () => {
  const page = await openOne();
  const campaign = bar(page, 'Printemps des sites');
  await campaign.locator('[data-expand]').click();
  const [write, print] = [bar(page, 'Écrire'), bar(page, 'Imprimer')];
  await write.hover();
  await write.locator('[data-grip="link"]').hover();
  await page.mouse.down();
  const box = (await print.boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + 6);
  await page.mouse.move(box.x + 6, box.y + 8);
  await page.mouse.up();
  await expect(page.getByRole('alert').getByText('Imprimer dépend de Écrire')).toBeVisible();
  await expect(page.locator('svg title').getByText('Imprimer dépend de Écrire')).toBeAttached();

  // The other way round would be a circle: it cannot be chosen, and says so.
  await write.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Choisir ce dont elle dépend' }).click();
  const dialog = page.getByRole('dialog', { name: 'Écrire : dépendances' });
  await expect(dialog.getByRole('checkbox', { name: 'Imprimer' })).toBeDisabled();
  await expect(dialog.getByText('dépend déjà de cette tâche')).toBeVisible();
  await dialog.getByRole('button', { name: 'Annuler' }).last().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await print.locator('[data-grip="link"]').hover();
  await page.mouse.down();
  const first = (await write.boundingBox())!;
  await page.mouse.move(first.x + 8, first.y + 6);
  await page.mouse.move(first.x + 10, first.y + 8);
  await page.mouse.up();
  await expect(page.getByText('Une tâche ne peut pas attendre une tâche qui l’attend.')).toBeVisible();

  // A week later the first would end after the second begins.
  await drag(page, write, 'middle', 42);
  const carry = page.getByRole('dialog', { name: 'Décaler aussi la suite ?' });
  await expect(carry.getByRole('listitem')).toHaveText(['Imprimer']);
  await carry.getByRole('button', { name: 'Décaler tout de 7 jours' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(write).toHaveAccessibleName(/du 22 février 2027 au 1er mars 2027/);
  await expect(print).toHaveAccessibleName(/du 3 mars 2027 au 7 mars 2027/);
  await undo(page);
  await expect(print).toHaveAccessibleName(/du 24 février 2027/);
  await expect(write).toHaveAccessibleName(/du 15 février 2027/);

  // The line itself takes the dependency away, and undo brings it back.
  const line = page.locator('svg g').filter({ hasText: 'Imprimer dépend de Écrire' }).locator('path').first();
  await line.dispatchEvent('click', { clientX: 640, clientY: 400, bubbles: true });
  await page.getByRole('menuitem', { name: 'Retirer la dépendance' }).click();
  await expect(page.getByRole('alert').getByText('Imprimer ne dépend plus d’aucune tâche')).toBeVisible();
  await undo(page);
  await expect(line).toBeAttached();

  // By key: the menu of the task, and the dependency goes again.
  await page.getByRole('grid', { name: 'Chronologie' }).focus();
  await page.keyboard.press('Home');
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await expect(page.locator('[role="menu"]:focus, [role="menu"] :focus')).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Ouvrir la fiche' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const own = page.getByRole('dialog', { name: 'Imprimer : dépendances' });
  await own.getByRole('checkbox', { name: 'Écrire' }).uncheck();
  await own.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.locator('svg title').getByText('Imprimer dépend de Écrire')).toHaveCount(0);
});

test('the table has the same rows; dates are typed, refused with a reason and undone', async () => {
  const page = await openOne();
  await page.getByText('En tableau').locator('..').click();
  const table = page.getByRole('table', { name: 'Chronologie' });
  await table.getByRole('button', { name: 'Montrer les phases et les tâches de Printemps des sites' }).click();
  await expect(table.getByRole('row')).toHaveCount(6);
  const end = table.getByLabel('Fin de Écrire');
  await end.fill('10/02/2027');
  await end.press('Enter');
  await expect(table.getByRole('alert')).toHaveText('La fin est avant le début');
  await end.fill('demain');
  await end.press('Enter');
  await expect(table.getByRole('alert')).toHaveText(/31\/12\/2026/);
  await end.press('Escape');
  await expect(end).toHaveValue('22/02/2027');
  const start = table.getByLabel('Début de Printemps des sites');
  await start.fill('9/3/2027');
  await start.press('Enter');
  await expect(table.getByLabel('Fin de Printemps des sites')).toHaveValue('11/04/2027');
  await expect(table.getByLabel('Début de Lancement')).toHaveValue('09/03/2027');
  await undo(page);
  await expect(start).toHaveValue('02/03/2027');
});

test('the panel draws the plan of its campaign: changed there, asked of sites, carried along from the form', async () => {
  const page = await openOne();
  await page.evaluate(async () => {
    const call = async (name: string, input: unknown): Promise<unknown> =>
      window.maillage.call(name as 'campaigns.list', input as never);
    const { value } = (await call('campaigns.plan', { from: '2027-01-01', to: '2027-12-31' })) as {
      value: { tasks: { id: string; title: string }[] };
    };
    const [write, print] = ['Écrire', 'Imprimer'].map((title) => value.tasks.find((task) => task.title === title)!.id);
    await call('campaigns.updateTask', {
      id: print,
      set: { dependsOn: [write], asksSites: true, ask: 'Imprimer les affiches et les poser.' },
    });
  });
  const campaign = bar(page, 'Printemps des sites').first();
  await campaign.locator('[data-expand]').click();
  await bar(page, 'Écrire').click();
  const panel = page.getByRole('complementary', { name: 'Fiche de la campagne' });
  const plan = panel.getByRole('grid', { name: 'Chronologie de Printemps des sites' });
  const written = plan.getByRole('gridcell', { name: /^Écrire, tâche/ });
  await expect(plan.getByRole('gridcell')).toHaveCount(4);
  const asked = panel.getByRole('region', { name: 'Ce qui est demandé aux sites' });
  await expect(asked.getByText('Imprimer les affiches et les poser.')).toBeVisible();
  await expect(asked.getByText('du 02/03/2027 au 14/03/2027')).toBeVisible();
  await expect(panel.getByText('après Écrire')).toBeVisible();

  // By key in the panel; the view behind shows it too.
  await plan.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowLeft']) await page.keyboard.press(key);
  await expect(written).toHaveAccessibleName(/du 14 février 2027 au 21 février 2027/);
  await expect(bar(page, 'Écrire').first()).toHaveAccessibleName(/du 14 février 2027/);
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Modifier la tâche' });
  await form.getByLabel('Échéance').fill('28/02/2027');
  await form.getByLabel('Échéance').press('Tab');
  await expect(form.getByRole('checkbox', { name: 'Décaler d’autant la tâche qui en dépend' })).toBeChecked();
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(form).toBeHidden();
  await expect(plan.getByRole('gridcell', { name: /^Imprimer/ })).toHaveAccessibleName(/du 3 mars 2027 au 7 mars 2027/);
});

test('a workspace that cannot be written to is looked at, opened and walked, and nothing offers to change it', async () => {
  const file = join(folder, 'read-only.maillage');
  cli('init', file, '--demo', 'small');
  chmodSync(file, 0o444);
  run = await launch({ file });
  const { page } = run;
  await goTo(page, '/campaigns?view=timeline');
  const grid = page.getByRole('grid', { name: 'Chronologie' });
  const name = (await grid.getByRole('gridcell').first().getAttribute('aria-label')) ?? '';
  const campaign = grid.getByRole('gridcell', { name, exact: true });
  await expect(grid.locator('[data-grip="end"], [data-grip="link"]')).toHaveCount(0);
  await drag(page, campaign, 'middle', 84);
  await grid.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(campaign).toBeAttached();
  await page.keyboard.press(' ');
  await expect(campaign).toHaveAttribute('aria-expanded', 'true');
  await page.getByText('En tableau').locator('..').click();
  await expect(page.getByRole('table', { name: 'Chronologie' }).getByRole('textbox').first()).not.toBeEditable();
});

test('neither the drawing nor the table has an accessibility fault, in both themes', async () => {
  const file = join(folder, 'demo.maillage');
  cli('init', file, '--demo', 'small');
  run = await launch({ file });
  const { page } = run;
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.evaluate((value) => document.documentElement.setAttribute('data-mantine-color-scheme', value), theme);
    for (const path of ['/campaigns?view=timeline', '/campaigns?view=timeline&as=table']) {
      await goTo(page, path);
      await page.getByRole(path.endsWith('table') ? 'table' : 'grid', { name: 'Chronologie' }).waitFor();
      if (!path.endsWith('table')) {
        await page.getByRole('grid').focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press(' ');
      }
      await settled(page);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(
        violations.map(
          (violation) =>
            `${theme} ${path} ${violation.id}: ${violation.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join(', ')}`,
        ),
      ).toEqual([]);
    }
  }
});
