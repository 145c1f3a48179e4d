/** Finds the Electron to run: an explicit one, the official one, or the fallback of a closed network. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackRuntime } from './fallback-runtime.ts';
import { root } from './run.ts';
import { giveUp, say } from './say.ts';

export interface ElectronRuntime {
  kind: 'override' | 'official' | 'fallback';
  /** Folder that holds the binary and its resources. */
  folder: string;
  executable: string;
}

const official = join(root, 'node_modules/electron');

function executableIn(folder: string): string | null {
  const names = { darwin: ['Electron.app/Contents/MacOS/Electron', 'electron'], win32: ['electron.exe'] }[
    process.platform as string
  ] ?? ['electron'];
  return names.map((name) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** Whether the place from which Electron comes answers at all: without it the installer would wait for minutes. */
async function isDownloadable(): Promise<boolean> {
  const { version } = JSON.parse(readFileSync(join(official, 'package.json'), 'utf8')) as { version: string };
  const mirror =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  try {
    const answer = await fetch(`${mirror.replace(/\/?$/, '/')}v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(8000),
    });
    return answer.ok;
  } catch {
    return false; // No network, a refused name, a proxy that says no: all the same here.
  }
}

function installOfficial(): boolean {
  say('downloading Electron (once)');
  try {
    execFileSync(process.execPath, [join(official, 'install.js')], { stdio: 'inherit' });
    return true;
  } catch {
    return false; // The installer has said why; the fallback says what happens instead.
  }
}

/** Resolves the runtime and tells the tools that look for one themselves, through their environment variables. */
export async function electronRuntime(): Promise<ElectronRuntime> {
  const runtime = await find();
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder;
  process.env['ELECTRON_EXEC_PATH'] = runtime.executable;
  // An old Electron runs the data service on this Node, because its own is too old for the database.
  process.env['MAILLAGE_NODE'] = process.execPath;
  if (process.platform === 'linux' && process.getuid?.() === 0) process.env['NO_SANDBOX'] = '1';
  return runtime;
}

async function find(): Promise<ElectronRuntime> {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen !== undefined && chosen !== '') {
    const executable =
      executableIn(chosen) ?? giveUp(`ELECTRON_OVERRIDE_DIST_PATH names ${chosen}, which holds no Electron.`);
    return { kind: 'override', folder: chosen, executable };
  }
  const dist = join(official, 'dist');
  const present = executableIn(dist);
  if (present !== null) return { kind: 'official', folder: dist, executable: present };
  if ((await isDownloadable()) && installOfficial()) {
    const installed = executableIn(dist);
    if (installed !== null) return { kind: 'official', folder: dist, executable: installed };
  }
  const folder = await fallbackRuntime();
  return { kind: 'fallback', folder, executable: join(folder, 'electron') };
}

/** The switches a script must add itself: Chromium refuses to sandbox a root user's processes. */
export function rootSwitches(): string[] {
  return process.env['NO_SANDBOX'] === '1' ? ['--no-sandbox'] : [];
}
