/**
 * `npm start`: builds and opens the app. Without a display it says so, opens the demo network on a virtual one, saves a
 * picture of the window and says where it lies; `--once` ends after the picture.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from './lib/build.ts';
import { hasDisplay, startVirtualDisplay } from './lib/display.ts';
import { electronRuntime, rootSwitches } from './lib/electron-runtime.ts';
import { root, run, runNode } from './lib/run.ts';
import { giveUp, say } from './lib/say.ts';
import { ensureSystemLibraries } from './lib/system-libraries.ts';

const once = process.argv.includes('--once');
const args = process.argv.slice(2).filter((argument) => argument !== '--once');
const runtime = await electronRuntime();
const virtual = !hasDisplay();
ensureSystemLibraries(runtime.executable, virtual);
await build();
if (!virtual && !once) process.exit(await run(runtime.executable, [...rootSwitches(), root, ...args]));

const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
const picture = join(folder, 'maillage.png');
const demo = args.find((argument) => argument.endsWith('.maillage')) ?? join(folder, 'demonstration.maillage');
if (virtual) {
  say('no display: a virtual one is used, with the demonstration network');
  await startVirtualDisplay();
}
if (!existsSync(demo)) {
  mkdirSync(folder, { recursive: true });
  const code = await runNode('electron/service/cli.ts', ['init', demo, '--demo', 'small'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0) giveUp('the demonstration network could not be made.');
}
// Chromium complains of a bus and a graphics card that a server does not have.
const quiet = virtual ? ['--log-level=3'] : [];
const app = spawn(
  runtime.executable,
  [...rootSwitches(), ...quiet, `--user-data-dir=${join(folder, 'profile')}`, root, demo],
  { cwd: root, stdio: 'inherit', env: { ...process.env, MAILLAGE_SCREENSHOT: picture } },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.kill(signal));
const ended = new Promise<number>((done) => app.on('exit', (code) => done(code ?? 0)));
let running = true;
void ended.then(() => {
  running = false;
});
const patience = Date.now() + 180_000;
while (running && !existsSync(picture) && Date.now() < patience) await wait(200);
if (!existsSync(picture)) {
  app.kill('SIGTERM');
  giveUp(
    running
      ? 'the first screen was not complete after three minutes.'
      : 'the app ended before its first screen was complete.',
  );
}
say(`a picture of the window lies in ${picture}`);
if (once) app.kill('SIGTERM');
const code = await ended;
rmSync(join(folder, 'profile'), { recursive: true, force: true });
process.exit(once ? 0 : code);
