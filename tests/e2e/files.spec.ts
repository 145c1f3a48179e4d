/** Files that cannot simply be opened: newer, damaged, in use, read-only; and the ways in: argument, drop, recent files. */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { launch, root, type RunningApp } from './helpers/launch.ts';

const node = process.env['MAILLAGE_NODE'] ?? process.execPath;
const cli = join(root, 'electron/service/cli.ts');
const maillage = (...args: string[]): string => execFileSync(node, [cli, ...args], { encoding: 'utf8' });

let folder: string;
let run: RunningApp | undefined;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-files-'));
});
test.afterEach(async () => {
  await run?.close();
  run = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A workspace with one site, closed. */
function workspace(name: string): string {
  const file = join(folder, name);
  maillage('init', file, '--name', 'Société Ôrée');
  maillage('call', file, 'sites.create', '{"name": "Atelier de Brest"}');
  return file;
}

/** Opens the file at start and shows the screen that stands in its way. */
async function blocked(file: string, lang: 'fr' | 'en', title: RegExp): Promise<Page> {
  run = await launch({ lang, file });
  const { page } = run;
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText(file, { exact: true })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map((one) => one.id)).toEqual([]);
  return page;
}

test('a file of a newer version is refused untouched, and says so', async () => {
  const file = workspace('Nouveau.maillage');
  execFileSync(node, [
    '-e',
    `const D = require(${JSON.stringify(join(root, 'node_modules/better-sqlite3'))}); const db = new D(process.argv[1]); db.pragma('user_version = 99'); db.close();`,
    file,
  ]);
  const page = await blocked(file, 'fr', /version plus récente/);
  await expect(page.getByText(/version 99/)).toBeVisible();
  await page.getByRole('button', { name: /Retour/ }).click();
  await expect(page.getByRole('button', { name: /Créer un espace de travail/ })).toBeVisible();
});

test('a damaged file offers its backups, and one of them brings it back', async () => {
  const file = workspace('Réseau.maillage');
  maillage('backup', file);
  truncateSync(file, 20_480);
  const page = await blocked(file, 'fr', /abîmé|n’est pas un espace/);
  await page
    .getByRole('button', { name: /Restaurer/ })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Restaurer/ })
    .click();
  await page.getByRole('navigation').getByRole('link', { name: 'Sites' }).click();
  await expect(page.getByRole('row', { name: /Atelier de Brest/ })).toBeVisible();
});

test('a file open in another process names it, and opens once it is free', async () => {
  const file = workspace('Partagé.maillage');
  const holder = spawn(
    node,
    [
      '--input-type=module',
      '-e',
      `import { openWorkspace } from ${JSON.stringify(join(root, 'electron/service/session.ts'))}; await openWorkspace(process.argv[1]); console.log('held'); setInterval(() => undefined, 1000);`,
      file,
    ],
    { cwd: root },
  );
  await new Promise((done) => holder.stdout.once('data', done));
  const page = await blocked(file, 'en', /already open/);
  await expect(page.getByText(new RegExp(String(holder.pid)))).toBeVisible();
  const gone = new Promise((done) => holder.once('exit', done));
  holder.kill('SIGKILL');
  await gone;
  await page.getByRole('button', { name: /Try again/ }).click();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Sites' })).toBeVisible();
});

test('a read-only file can be read and says that it cannot be changed', async () => {
  const file = workspace('Archive.maillage');
  chmodSync(file, 0o444);
  run = await launch({ file });
  const { page } = run;
  await expect(page.getByText('Lecture seule', { exact: false }).first()).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Sites' }).click();
  await expect(page.getByRole('row', { name: /Atelier de Brest/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nouveau site' })).toHaveCount(0);
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Importer' })).toHaveCount(0);
});

test('a workspace opens by argument, by drop and from the recent files, and the title bears its name', async () => {
  const [first, second] = [workspace('Un.maillage'), workspace('Deux.maillage')];
  run = await launch({ file: first });
  const { page, app } = run;
  await expect(page).toHaveTitle('Un – Maillage');
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'from-the-desktop';
    document.body.append(input);
  });
  await page.locator('#from-the-desktop').setInputFiles(second);
  await page.evaluate(() => {
    const data = new DataTransfer();
    const file = document.querySelector<HTMLInputElement>('#from-the-desktop')?.files?.[0];
    if (file !== undefined) data.items.add(file);
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(page).toHaveTitle('Deux – Maillage');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe(
    'Deux – Maillage',
  );
  const recent = await page.evaluate(() => window.maillage.call('shell.recent', {}));
  expect(recent).toMatchObject({
    ok: true,
    value: {
      rows: [
        { name: 'Deux', exists: true },
        { name: 'Un', exists: true },
      ],
    },
  });
  await app.evaluate(({ app: electron }, path) => {
    electron.emit('open-file', { preventDefault: () => undefined }, path);
  }, first);
  await expect(page).toHaveTitle('Un – Maillage');
});

test('the demonstration is reopened as it was left, and a new one stands beside it', async () => {
  run = await launch({ lang: 'fr' });
  const { page } = run;
  const demos = (): string[] =>
    readdirSync(join(run?.folder ?? '', 'profile/demo'))
      .filter((name) => name.endsWith('.maillage'))
      .toSorted();
  const sites = (): Promise<unknown> => page.evaluate(() => window.maillage.call('sites.list', {}));
  const fromMenu = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: /^Espace de travail/ }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const discover = page.getByRole('button', { name: /Découvrir avec un réseau de démonstration/ });
  await discover.click();
  await expect(page).toHaveTitle('Réseau de démonstration – Maillage');
  await page.evaluate(() => window.maillage.call('sites.create', { name: 'Site à garder' }));
  await fromMenu('Fermer l’espace de travail');
  await discover.click();
  await expect(page.getByText('tel que vous l’avez laissé')).toBeVisible();
  expect(await sites()).toMatchObject({ ok: true, value: { total: 61 } });
  expect(demos()).toHaveLength(1);

  await fromMenu('Ouvrir le réseau de démonstration');
  await expect(page.getByText('tel que vous l’avez laissé')).toHaveCount(1);
  await page.getByRole('button', { name: 'En créer un nouveau' }).click();
  await expect(page).toHaveTitle('Réseau de démonstration 2 – Maillage');
  await expect(page.getByText('Le précédent reste parmi vos fichiers récents')).toBeVisible();
  expect(await sites()).toMatchObject({ ok: true, value: { total: 60 } });
  expect(demos()).toEqual(['Réseau de démonstration 2.maillage', 'Réseau de démonstration.maillage']);

  await fromMenu('Fermer l’espace de travail');
  await page.getByTitle(/Réseau de démonstration\.maillage$/).click();
  await expect(page).toHaveTitle('Réseau de démonstration – Maillage');
  expect(await sites()).toMatchObject({ ok: true, value: { total: 61 } });
});

test('the page comes back when its process dies, with the file still open', async () => {
  const file = workspace('Page.maillage');
  run = await launch({ file });
  const { page, app } = run;
  const reloaded = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((done) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => done(true));
      }),
  );
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  expect(await reloaded).toBe(true);
  await expect
    .poll(() =>
      app.evaluate(async ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.title'),
      ),
    )
    .toBe('Page – Maillage');
  expect(page.isClosed()).toBe(false);
});

test('the built app takes the commands of the terminal, options first or last, and answers their exit codes', () => {
  const executable = process.env['ELECTRON_EXEC_PATH'] ?? '';
  const switches = process.env['NO_SANDBOX'] === '1' ? ['--no-sandbox'] : [];
  const app = (...args: string[]): { code: number; out: string; err: string } => {
    try {
      return {
        code: 0,
        out: execFileSync(executable, [...switches, root, ...args], {
          cwd: folder,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        }),
        err: '',
      };
    } catch (error) {
      const failed = error as { status: number; stdout: string; stderr: string };
      return { code: failed.status, out: failed.stdout, err: failed.stderr };
    }
  };
  mkdirSync(join(folder, 'ailleurs'));
  expect(app('init', 'ailleurs/Terminal.maillage')).toMatchObject({
    code: 0,
    out: expect.stringContaining(join(folder, 'ailleurs/Terminal.maillage')),
  });
  writeFileSync(join(folder, 'sites.csv'), 'Code;Nom\n01;Brest\n');
  expect(
    JSON.parse(
      app(
        'import',
        '--json',
        'ailleurs/Terminal.maillage',
        'sites.csv',
        '--kind',
        'sites',
        '--map',
        'Code=code,Nom=name',
      ).out,
    ),
  ).toMatchObject({ ok: true, created: 1 });
  copyFileSync(join(folder, 'ailleurs/Terminal.maillage'), join(folder, 'copie.maillage'));
  expect(JSON.parse(app('call', 'copie.maillage', 'sites.list', '--json').out)).toMatchObject({
    ok: true,
    value: { total: 1, rows: [{ code: '01' }] },
  });
  expect(app('check', 'nulle-part.maillage')).toMatchObject({ code: 1, err: expect.stringContaining('introuvable') });
  expect(app('import', 'copie.maillage')).toMatchObject({ code: 2 });
});
