/** Start-up and calls, in the real Electron, against a bare window. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { rootSwitches } from '../../scripts/lib/electron-runtime.ts';
import { root } from '../../scripts/lib/run.ts';
import { median, type Bench } from './measure.ts';

const bareApp = join(import.meta.dirname, 'bare');
const executable = (): string => process.env['ELECTRON_EXEC_PATH'] ?? '';

/** Required into the main process of both: says when the first screen can be used, then ends. */
const probe = `const { app } = require('electron');
app.on('browser-window-created', (_event, window) => {
  const ask = () => {
    if (window.isDestroyed()) return;
    window.webContents.executeJavaScript("document.documentElement.dataset.appState === 'ready' && document.querySelector('[role=status]') === null && new Promise((done) => requestAnimationFrame(() => done(true)))").then((ready) => {
      if (ready === true) { process.stdout.write('READY\\n'); app.exit(0); } else setTimeout(ask, 5);
    }, () => setTimeout(ask, 5));
  };
  window.webContents.once('dom-ready', ask);
});`;

function startUp(folder: string, probePath: string, app: string, args: string[], n: number): Promise<number> {
  return new Promise((done, refuse) => {
    const begin = performance.now();
    const child = spawn(
      executable(),
      ['-r', probePath, ...rootSwitches(), `--user-data-dir=${join(folder, `profile-${n}`)}`, app, ...args],
      { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let at = Number.NaN;
    child.stdout.on('data', (data: Buffer) => {
      if (data.toString().includes('READY')) at = performance.now() - begin;
    });
    child.on('exit', () => (Number.isNaN(at) ? refuse(new Error(`${app} never became ready`)) : done(at)));
  });
}

export function windowBenches(demoSize: 'small' | 'medium'): Bench[] {
  return [
    {
      name: `start-up to a usable first screen (${demoSize} demo)`,
      against: 'a bare window',
      target: 2,
      run: async () => {
        const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
        const probePath = join(folder, 'probe.cjs');
        writeFileSync(probePath, probe);
        const demo = join(folder, 'demo.maillage');
        execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', demo, '--demo', demoSize], {
          stdio: 'ignore',
        });
        const ours: number[] = [];
        const bare: number[] = [];
        for (let n = 0; n < 6; n += 1) {
          bare.push(await startUp(folder, probePath, bareApp, [], 2 * n));
          ours.push(await startUp(folder, probePath, root, [demo], 2 * n + 1));
        }
        rmSync(folder, { recursive: true, force: true });
        // The first start of each reads its files from the disk.
        return { ours: ours.slice(1), bare: bare.slice(1) };
      },
    },
    {
      name: 'procedure call, page to service and back',
      against: 'a bare invoke echo',
      target: 4,
      run: async () => {
        const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
        const file = join(folder, 'calls.maillage');
        execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file], { stdio: 'ignore' });
        const measure = async (app: string, args: string[], expression: string): Promise<number[]> => {
          const running = await _electron.launch({
            cwd: root,
            args: [...rootSwitches(), `--user-data-dir=${join(folder, `profile-${args.length}`)}`, app, ...args],
          });
          const page = await running.firstWindow();
          await page.locator('html[data-app-state="ready"]').waitFor({ state: 'attached' });
          const times = await page.evaluate(async (body) => {
            const call =
              body === 'echo'
                ? () =>
                    (globalThis as unknown as { bare: { echo: (value: unknown) => Promise<unknown> } }).bare.echo({
                      a: 1,
                    })
                : () => window.maillage.call('organisation.get', {});
            const all: number[] = [];
            for (let n = 0; n < 1500; n += 1) {
              const begin = performance.now();
              await call();
              all.push(performance.now() - begin);
            }
            return all.slice(300);
          }, expression);
          await running.close();
          return times;
        };
        const bare = await measure(bareApp, [], 'echo');
        const ours = await measure(root, [file], 'call');
        rmSync(folder, { recursive: true, force: true });
        return {
          ours: [mean(ours)],
          bare: [mean(bare)],
          note: `medians ${median(ours).toFixed(2)} and ${median(bare).toFixed(2)} ms`,
        };
      },
    },
  ];
}

/** The page's clock is coarse: single calls fall on its ticks, their mean does not. */
function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
