/** Starts the built app in the real Electron with a profile of its own, and finds its window. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export const root = resolve(import.meta.dirname, '../../..');

export interface RunningApp {
  app: ElectronApplication;
  page: Page;
  folder: string;
  /** Resolves once the screen now shown can be used. */
  ready: () => Promise<void>;
  /** Answers the next file dialogs, in order: what the user would have chosen. */
  choose: (...paths: (string | null)[]) => Promise<void>;
  close: () => Promise<void>;
}

export interface LaunchOptions {
  lang?: 'fr' | 'en';
  theme?: 'light' | 'dark';
  /** A workspace to open at start. */
  file?: string;
  width?: number;
  height?: number;
  env?: Record<string, string>;
}

const isReady = (page: Page, timeout: number): Promise<void> => page.locator('html[data-app-state="ready"]').waitFor({ state: 'attached', timeout });

/**
 * Starts the app until the driver sees its page: on a busy machine it sometimes loses the page of an old Chrome while it
 * attaches. Only when the app itself says that its page is ready is it started again; an app that hangs still fails.
 */
async function attach(start: () => Promise<ElectronApplication>): Promise<{ app: ElectronApplication; page: Page }> {
  for (let attempt = 1; ; attempt += 1) {
    const app = await start();
    const page = await app.firstWindow();
    try {
      await isReady(page, attempt === 1 ? 45_000 : 60_000);
      return { app, page };
    } catch (error) {
      const state = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.documentElement.dataset.appState'));
      await app.close();
      if (state !== 'ready' || attempt === 2) throw error;
    }
  }
}

export async function launch(options: LaunchOptions = {}): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-e2e-'));
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  writeFileSync(join(profile, 'preferences.json'), JSON.stringify({ preferences: { lang: options.lang ?? 'fr', theme: options.theme ?? 'light', actor: 'Camille' }, recent: [], window: { width: options.width ?? 1280, height: options.height ?? 800, maximised: false } }));
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  const start = (): Promise<ElectronApplication> => _electron.launch({
    executablePath: process.env['ELECTRON_EXEC_PATH'] ?? join(dist, 'electron'),
    cwd: root,
    args: [...(process.env['NO_SANDBOX'] === '1' ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, root, ...(options.file === undefined ? [] : [options.file])],
    env: { ...(process.env as Record<string, string>), ...options.env },
  });
  const { app, page } = await attach(start);
  const ready = (): Promise<void> => isReady(page, 60_000);
  return {
    app,
    page,
    folder,
    ready,
    choose: async (...paths) => {
      await app.evaluate(({ dialog }, answers) => {
        const queue = [...answers];
        const next = (): string | null => queue.shift() ?? null;
        dialog.showOpenDialog = (async () => {
          const path = next();
          return { canceled: path === null, filePaths: path === null ? [] : [path] };
        }) as typeof dialog.showOpenDialog;
        dialog.showSaveDialog = (async () => {
          const path = next();
          return { canceled: path === null, filePath: path ?? '' };
        }) as typeof dialog.showSaveDialog;
      }, paths);
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
