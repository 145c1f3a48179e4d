/** Starts the built app in the real Electron with a profile of its own, and finds its window. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { court } from '../../helpers/office-judge.ts';

export const root = resolve(import.meta.dirname, '../../..');

export interface RunningApp {
  app: ElectronApplication;
  page: Page;
  folder: string;
  /** Resolves once the screen now shown can be used. */
  ready: () => Promise<void>;
  /** Answers the next file dialogs, in order: what the user would have chosen. What Office files are written there, closing judges. */
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

export async function launch(options: LaunchOptions = {}): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-e2e-'));
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  writeFileSync(
    join(profile, 'preferences.json'),
    JSON.stringify({
      preferences: { lang: options.lang ?? 'fr', theme: options.theme ?? 'light', actor: 'Camille' },
      recent: [],
      window: { width: options.width ?? 1280, height: options.height ?? 800, maximised: false },
    }),
  );
  // No path of the binary: only when the driver finds it by itself (as electron does, by ELECTRON_OVERRIDE_DIST_PATH) does it
  // hold the app back until it has attached. Given a path it attaches to a page that is loading, which then hangs now and then.
  const app = await _electron.launch({
    timeout: 60_000,
    cwd: root,
    args: [
      ...(process.env['NO_SANDBOX'] === '1' ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      root,
      ...(options.file === undefined ? [] : [options.file]),
    ],
    env: { ...(process.env as Record<string, string>), ...options.env },
  });
  const page = await app.firstWindow({ timeout: 60_000 });
  const ready = (): Promise<void> =>
    page.locator('html[data-app-state="ready"]').waitFor({ state: 'attached', timeout: 60_000 });
  try {
    await ready();
  } catch (error) {
    app.process().kill('SIGKILL');
    throw error;
  }
  const written = court();
  const closing = Promise.withResolvers<void>();
  const watched: Promise<void>[] = [];
  return {
    app,
    page,
    folder,
    ready,
    choose: async (...paths) => {
      const chosen = paths.filter((path) => path !== null);
      watched.push(written.watch(chosen, () => closing.promise));
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
      closing.resolve();
      await Promise.all(watched);
      rmSync(folder, { recursive: true, force: true });
      await written.sentence();
    },
  };
}
