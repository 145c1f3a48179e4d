/**
 * `npm run package`: builds what this machine can give to others. With the official Electron that is the installers of this
 * system; on a closed network it is a folder that runs, on the fallback runtime and the Node that the service needs there.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.ts';
import { electronRuntime } from './lib/electron-runtime.ts';
import { fallbackVersion } from './lib/fallback-runtime.ts';
import { writeNotices } from './lib/notices.ts';
import { root, runNode } from './lib/run.ts';
import { giveUp, say } from './lib/say.ts';

const runtime = await electronRuntime();
await build();
say(`${writeNotices()} third-party licences gathered`);
const args = ['--publish', 'never', ...process.argv.slice(2)];
if (runtime.kind === 'fallback') {
  say('a folder is built instead of installers: the tools that make those cannot be downloaded here');
  // The launcher for unpackaged apps lies in a folder under an archive's name, which the packager would try to read.
  const plain = join(root, 'dist/electron');
  rmSync(plain, { recursive: true, force: true });
  cpSync(runtime.folder, plain, { recursive: true, filter: (path) => !path.endsWith('default_app.asar') });
  args.push('--linux', 'dir', `-c.electronDist=${plain}`, `-c.electronVersion=${fallbackVersion}`);
}
const code = await runNode('node_modules/electron-builder/cli.js', args);
if (code !== 0) giveUp('the packaging failed.');
if (runtime.kind === 'fallback') {
  const resources = join(root, 'dist/linux-unpacked/resources');
  rmSync(join(root, 'dist/electron'), { recursive: true, force: true });
  mkdirSync(join(resources, 'node'), { recursive: true });
  cpSync(process.execPath, join(resources, 'node/node'), { dereference: true });
  say(`the app lies in ${join(root, 'dist/linux-unpacked')}`);
}
