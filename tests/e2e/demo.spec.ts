/** Every screen, panel and dialog of a workspace with content: free of accessibility faults in both themes; keys do what the list of keys says. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { noFaults } from './helpers/faults.ts';
import { goTo } from './helpers/go-to.ts';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-demo-'));
const file = join(folder, 'demo.maillage');
test.beforeAll(() =>
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']),
);
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const screens = [
  '/',
  '/sites',
  '/territories',
  '/people',
  '/initiatives',
  '/campaigns?view=list',
  '/awards?step=categories',
  '/awards?step=nominees',
  '/awards?step=jury',
  '/awards?step=scores',
  '/awards?step=results',
  '/settings',
  '/history',
];

for (const theme of ['light', 'dark'] as const) {
  test(`every screen of a demonstration is free of accessibility faults, ${theme}`, async () => {
    test.setTimeout(240_000);
    run = await launch({ file, theme });
    const { page } = run;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const path of screens) {
      await goTo(page, path);
      await noFaults(page, `${theme} ${path}`);
    }
    for (const [path, tabs] of [
      ['/sites', 3],
      ['/people', 4],
      ['/initiatives', 4],
      ['/campaigns?view=list', 5],
      ['/territories', 2],
    ] as const) {
      await goTo(page, path);
      await (
        path === '/territories' ? page.locator('tbody button').first() : page.getByRole('grid').getByRole('row').nth(3)
      ).click();
      for (let index = 0; index < tabs; index += 1) {
        await page.getByRole('complementary').getByRole('tab').nth(index).click();
        await noFaults(page, `${theme} ${path} panel, tab ${index + 1}`);
      }
    }
  });

  test(`every dialog of a demonstration is free of accessibility faults, ${theme}`, async () => {
    test.setTimeout(240_000);
    run = await launch({ file, theme });
    const { page } = run;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await goTo(page, '/sites');
    const dialogs: [string, () => Promise<void>][] = [
      [
        'search',
        () =>
          page.keyboard
            .press('Control+k')
            .then(() => page.getByRole('combobox', { name: 'Rechercher', exact: true }).fill('lyon'))
            .then(() => page.getByText('Siège de Lyon').last().waitFor()),
      ],
      ['shortcuts', () => page.keyboard.press('Control+/')],
      ['scope', () => page.getByRole('button', { name: /^Périmètre/ }).click()],
      ['filter', () => page.getByRole('button', { name: 'Présence', exact: true }).click()],
      ['columns', () => page.getByRole('button', { name: 'Colonnes affichées' }).click()],
    ];
    for (const [name, open] of dialogs) {
      await open();
      await noFaults(page, `${theme} ${name}`);
      await page.keyboard.press('Escape');
    }
    const grid = page.getByRole('grid');
    await grid.focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Modifier', exact: true }).click();
    await noFaults(page, `${theme} bulk edit`);
    await page.keyboard.press('Escape');
    await grid.focus();
    await page.keyboard.press('Delete');
    await noFaults(page, `${theme} delete`);
    await page.keyboard.press('Escape');
  });
}

test('a table is worked from the keyboard, and nothing typed is lost', async () => {
  run = await launch({ file });
  const { page } = run;
  await goTo(page, '/people');
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Fiche de la personne' });
  const first = await panel.getByRole('heading', { level: 2 }).innerText();
  // Out of the panel again, which stays open beside the rows that are walked.
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('heading', { level: 2 })).not.toHaveText(first);
  await page.keyboard.press('ArrowUp');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(first);

  // What was typed and not saved is told of when the record is left, and is there again on return.
  await panel.getByLabel('Fonction').fill('Animatrice du réseau');
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Reprendre' }).click();
  await expect(panel.getByLabel('Fonction')).toHaveValue('Animatrice du réseau');
  await expect(panel.getByText('Saisie reprise')).toBeVisible();
  await panel.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(panel.getByLabel('Fonction')).not.toHaveValue('Animatrice du réseau');

  // A range reaches rows whose pages were never read.
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await expect(page.getByText('150 sélectionnés')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('150 sélectionnés')).toBeHidden();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('150 sélectionnés')).toBeVisible();
  await page.keyboard.press('Escape');

  const head = page.getByRole('columnheader', { name: 'Site' });
  const before = (await head.boundingBox())?.width ?? 0;
  await head.getByRole('button').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(async () => (await head.boundingBox())?.width ?? 0).toBe(before + 16);
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('textbox', { name: 'Rechercher dans la liste' })).toBeFocused();
});

test('the native menu speaks the language chosen', async () => {
  run = await launch({ file });
  const { app, page } = run;
  // On this system the menu belongs to the window, which has no way to ask for it but what the shell gave it.
  const asked = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const seen: string[][] = [];
    const original = window?.setMenu.bind(window);
    if (window !== undefined)
      window.setMenu = (menu) => {
        if (menu !== null)
          seen.push(menu.items.flatMap((item) => [item.label, ...(item.submenu?.items.map((one) => one.label) ?? [])]));
        original?.(menu);
      };
    (globalThis as { seenMenus?: string[][] }).seenMenus = seen;
    return window !== undefined;
  });
  expect(asked).toBe(true);
  await goTo(page, '/settings');
  await page.getByRole('tab', { name: 'Fenêtre' }).click();
  await page.getByText('English', { exact: true }).click();
  const labels = async (): Promise<string[]> =>
    app.evaluate(() => (globalThis as { seenMenus?: string[][] }).seenMenus?.at(-1) ?? []);
  await expect
    .poll(labels)
    .toEqual(
      expect.arrayContaining([
        'File',
        'Open a file',
        'Edit',
        'Undo',
        'Go',
        'Ambassadors',
        'Help',
        'Keyboard shortcuts',
      ]),
    );
  expect((await labels()).join(' ')).not.toMatch(/Fichier|Annuler|Ambassadeurs/);
});
