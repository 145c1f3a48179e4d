/** The memory of the whole app at rest, all its processes, against a bare Electron window with React. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { rootSwitches } from '../../scripts/lib/electron-runtime.ts';
import { root } from '../../scripts/lib/run.ts';
import type { Bench } from './measure.ts';

/** How long nothing is asked of the app before it is weighed: freed pages go back to the system some ten seconds after the last work. */
const restMs = 20_000;

/** Every process that descends from one, itself among them. */
function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      continue; // It ended while we looked.
    }
  }
  const family = [pid];
  for (const one of family) family.push(...(children.get(one) ?? []));
  return family;
}

/** The sum of what each process holds, pages that several share counted once (PSS), by what it is, in MB. */
function weigh(pid: number): { total: number; parts: string } {
  const parts = new Map<string, number>();
  for (const one of familyOf(pid)) {
    try {
      const kilobytes = Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
      const line = readFileSync(`/proc/${one}/cmdline`, 'utf8');
      const type = line.includes('service.cjs')
        ? 'service'
        : (/--utility-sub-type=([\w.]+)/.exec(line)?.[1] ?? /--type=([\w-]+)/.exec(line)?.[1] ?? 'main');
      parts.set(type, (parts.get(type) ?? 0) + kilobytes / 1024);
    } catch {
      continue; // It ended while we looked.
    }
  }
  const all = [...parts];
  return {
    total: all.reduce((sum, [, megabytes]) => sum + megabytes, 0),
    parts: all.map(([type, megabytes]) => `${type} ${megabytes.toFixed(0)}`).join(', '),
  };
}

/** Says when the window is ready, and lives on. */
const probe = `const { app } = require('electron');
app.on('browser-window-created', (_event, window) => {
  const ask = () => window.isDestroyed() || window.webContents.executeJavaScript("document.documentElement.dataset.appState === 'ready'").then((ready) => ready ? process.stdout.write('READY\\n') : setTimeout(ask, 50), () => setTimeout(ask, 50));
  window.webContents.once('dom-ready', ask);
});`;

async function atRest(
  folder: string,
  probePath: string,
  app: string,
  args: string[],
): Promise<ReturnType<typeof weigh>> {
  const child = spawn(
    process.env['ELECTRON_EXEC_PATH'] ?? '',
    ['-r', probePath, ...rootSwitches(), `--user-data-dir=${mkdtempSync(join(folder, 'profile-'))}`, app, ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  try {
    await new Promise<void>((done, refuse) => {
      child.stdout.on('data', (data: Buffer) => (data.toString().includes('READY') ? done() : undefined));
      child.once('exit', () => refuse(new Error(`${app} never became ready`)));
    });
    await wait(restMs);
    return weigh(child.pid ?? 0);
  } finally {
    const ended = new Promise((done) => child.once('exit', done));
    if (child.exitCode === null) child.kill();
    await ended;
  }
}

/** The bare window with a page that React draws. */
async function bareWithReact(folder: string): Promise<string> {
  const app = join(folder, 'bare');
  cpSync(join(import.meta.dirname, 'bare'), app, { recursive: true });
  const source = join(root, 'node_modules/.cache/maillage-bench/react');
  mkdirSync(source, { recursive: true });
  writeFileSync(
    join(source, 'index.html'),
    '<!doctype html><meta charset="utf-8"><div id="root"></div><script type="module" src="./main.js"></script>',
  );
  writeFileSync(
    join(source, 'main.js'),
    `import { createElement, useEffect } from 'react'; import { createRoot } from 'react-dom/client';
    const App = () => { useEffect(() => { document.documentElement.dataset.appState = 'ready'; }, []); return createElement('p', null, 'Bare'); };
    createRoot(document.getElementById('root')).render(createElement(App));`,
  );
  await build({
    root: source,
    base: './',
    configFile: false,
    logLevel: 'warn',
    build: { outDir: app, emptyOutDir: false, modulePreload: false },
  });
  // A module is not loaded from a file: a plain script is.
  const page = join(app, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/type="module" crossorigin/, 'defer'));
  return app;
}

export const restBenches: Bench[] = [
  {
    name: 'memory at rest, all processes (medium demo)',
    against: 'a bare window with React',
    target: 1.5,
    unit: 'MB',
    run: async () => {
      if (process.platform !== 'linux') throw new Error('only Linux tells what processes share');
      const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
      const probePath = join(folder, 'probe.cjs');
      writeFileSync(probePath, probe);
      const demo = join(folder, 'demo.maillage');
      execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', demo, '--demo', 'medium'], {
        stdio: 'ignore',
      });
      const bareApp = await bareWithReact(folder);
      const ours: number[] = [];
      const bare: number[] = [];
      let note = '';
      for (let n = 0; n < 3; n += 1) {
        const without = await atRest(folder, probePath, bareApp, []);
        const whole = await atRest(folder, probePath, root, [demo]);
        bare.push(without.total);
        ours.push(whole.total);
        note = `PSS; ${whole.parts}; bare: ${without.parts}`;
      }
      rmSync(folder, { recursive: true, force: true });
      return { ours, bare, note };
    },
  },
];
