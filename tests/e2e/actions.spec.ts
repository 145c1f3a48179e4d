/** What is drawn from the list of actions: the command box, the list of keys, the native menu, with what is on ticked in each. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-actions-'));
const file = join(folder, 'demo.maillage');
test.beforeAll(() =>
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']),
);
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Rechercher', exact: true });
const chosen = (page: Page): Locator => page.getByRole('option', { selected: true });

test('the command box chooses the first answer, and Enter is for what was typed, however fast', async () => {
  run = await launch({ file });
  const { page } = run;
  await page.keyboard.press('Control+k');
  await expect(chosen(page)).toHaveText(/^Accueil/);
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveText(/^Réseau/);
  // Typed and entered at once, before any record can have been found.
  await page.keyboard.type('lyon');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Fiche du site' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Siège de Lyon' })).toBeVisible();

  // A command is found by what people may call it.
  await page.keyboard.press('Control+k');
  await box(page).fill('organigramme magasins');
  await expect(page.getByText('Rien de ce nom')).toBeVisible();
  await box(page).fill('jury palmares');
  await expect(chosen(page)).toHaveText(/^Trophées/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Trophées' })).toBeVisible();
});

test('a key pressed before the command box has the focus is for it already', async () => {
  run = await launch({ file });
  const { page } = run;
  // Its part of the page is there, as after a moment of rest.
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveCount(0);
  const focused = await page.evaluate(async () => {
    const press = (key: string, ctrlKey = false): unknown =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
      );
    // As soon as it is in the page, before anything has given it the focus.
    const shown = new Promise<string>((done) => {
      new MutationObserver((_changes, observer) => {
        if (document.querySelector('[role="combobox"][aria-controls="palette-list"]') === null) return;
        observer.disconnect();
        const before = document.activeElement?.getAttribute('role') ?? '';
        press('ArrowDown');
        done(before);
      }).observe(document.body, { childList: true, subtree: true });
    });
    press('k', true);
    return shown;
  });
  expect(focused).not.toBe('combobox');
  await expect(chosen(page)).toHaveText(/^Réseau/);
  await expect(box(page)).toBeFocused();
});

test('the command box leads to campaigns, to views and to parts of the settings', async () => {
  run = await launch({ file });
  const { page } = run;
  const go = async (text: string, answer: RegExp): Promise<void> => {
    await page.keyboard.press('Control+k');
    await box(page).fill(text);
    await expect(chosen(page)).toHaveText(answer);
    await page.keyboard.press('Enter');
  };
  await go('chronologie', /^Chronologie.*Campagnes/);
  await expect(page.getByRole('tab', { name: 'Chronologie' })).toHaveAttribute('aria-selected', 'true');
  await go('couverture', /^Couverture.*Réseau/);
  await expect(page.getByRole('tab', { name: 'Couverture' })).toHaveAttribute('aria-selected', 'true');
  await go('jury', /^Jury.*Trophées/);
  await expect(
    page.getByRole('navigation', { name: 'Étapes de l’édition' }).locator('[aria-current="step"]'),
  ).toContainText('Jury');
  await go('réglages calendrier', /^Calendrier.*Réglages/);
  await expect(page.getByRole('tab', { name: 'Calendrier' })).toHaveAttribute('aria-selected', 'true');
  await go('réglages fichier', /^Fichier.*Réglages/);
  await expect(page.getByRole('tab', { name: /^Fichier/ })).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('Control+k');
  await box(page).fill('semaine');
  const campaign = page.getByRole('group', { name: 'Campagnes' }).getByRole('option').first();
  const title = (await campaign.locator('span > span').first().innerText()).trim();
  await campaign.click();
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2, name: title })).toBeVisible();
});

test('what is on is ticked: language, theme and navigation, in the command box and in the native menu', async () => {
  run = await launch({ file });
  const { app, page } = run;
  // On this system the menu belongs to the window, which has no way to ask for it but what the shell gave it.
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const original = window?.setMenu.bind(window);
    if (window !== undefined)
      window.setMenu = (menu) => {
        (globalThis as { lastMenu?: Electron.Menu | null }).lastMenu = menu;
        original?.(menu);
      };
  });
  const ticked = (): Promise<string[]> =>
    app.evaluate(() =>
      ((globalThis as { lastMenu?: Electron.Menu | null }).lastMenu?.items ?? []).flatMap((menu) =>
        (menu.submenu?.items ?? []).filter((item) => item.checked).map((item) => item.label),
      ),
    );
  const click = (label: string): Promise<void> =>
    app.evaluate((_electron, wanted) => {
      const menus = (globalThis as { lastMenu?: Electron.Menu | null }).lastMenu?.items ?? [];
      const item = menus.flatMap((menu) => menu.submenu?.items ?? []).find((one) => one.label === wanted);
      // The system ticks a box that is clicked before it tells of the click.
      if (item?.type === 'checkbox') item.checked = !item.checked;
      item?.click();
    }, label);

  await page.keyboard.press('Control+k');
  await box(page).fill('theme');
  await expect(page.getByRole('option', { name: 'Thème clair' })).toHaveAttribute('aria-checked', 'true');
  await expect(page.getByRole('option', { name: 'Thème sombre' })).toHaveAttribute('aria-checked', 'false');
  await page.getByRole('option', { name: 'Thème sombre' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect.poll(ticked).toEqual(['Navigation dépliée', 'Français', 'Thème sombre']);

  // One that is on already stays on.
  await click('Thème sombre');
  expect(await ticked()).toEqual(['Navigation dépliée', 'Français', 'Thème sombre']);
  await click('English');
  await expect.poll(ticked).toEqual(['Navigation unfolded', 'English', 'Dark theme']);
  await expect(page.getByRole('link', { name: 'Ambassadors', exact: true })).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect.poll(ticked).toEqual(['English', 'Dark theme']);
});

test('the list of keys opens by "?" but not while one types, shows those of the screen first, and can be searched', async () => {
  run = await launch({ file });
  const { page } = run;
  await page.keyboard.press('Control+7');
  await page.getByRole('heading', { level: 1, name: 'Campagnes' }).waitFor();
  const dialog = page.getByRole('dialog', { name: 'Raccourcis clavier' });
  await page.getByRole('textbox', { name: 'Rechercher dans la liste' }).focus();
  await page.keyboard.type('qui?');
  await expect(page.getByRole('textbox', { name: 'Rechercher dans la liste' })).toHaveValue('qui?');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('tab', { name: 'Année' }).focus();
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  const sections = dialog.getByRole('region');
  await expect(sections.first()).toContainText('Ici');
  for (const title of ['Dans la frise', 'Dans la grille des notes', 'Sur la carte', 'Au tableau', 'En répétition'])
    await expect(dialog.getByRole('region', { name: title })).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Aller à' })).toContainText('Ambassadeurs');
  await dialog.getByRole('textbox', { name: 'Chercher un raccourci' }).fill('coller');
  await expect(sections).toHaveCount(1);
  await expect(sections).toContainText('Coller un bloc venu d’un tableur');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
