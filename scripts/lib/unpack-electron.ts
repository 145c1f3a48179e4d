/** Makes a plain Electron of an app built with one: everything that is not Electron's own is thrown away. */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { openPromise } from 'yauzl';

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

/** The app itself, and the snapshot of its code (115 MB), without which the fuse below lets the binary start. */
const foreign = /^(resources\/(app|app\.asar|app\.asar\.unpacked)(\/|$)|resources\/app-update\.yml$|browser_v8_)/;

/** Writes what the archive holds below `top`, with the run bits that some programs lose; names that lead outside are refused by the reader. */
async function extract(archive: string, top: string, folder: string): Promise<void> {
  const zip = await openPromise(archive, { lazyEntries: true });
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.startsWith(`${top}/`) ? entry.fileName.slice(top.length + 1) : '';
      if (name === '' || name.endsWith('/') || foreign.test(name)) continue;
      const path = join(folder, name === top ? 'electron' : name);
      mkdirSync(dirname(path), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & 0o777;
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(path, { mode: mode === 0 ? 0o644 : mode }),
      );
    }
  } finally {
    zip.close();
  }
}

/** Unpacks the archive of an app, whose folder and binary have this name, into a folder that runs any app. */
export async function unpackElectron(archive: string, top: string, folder: string): Promise<void> {
  await extract(archive, top, folder);
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // What drives the tests passes --inspect; the snapshot of the app's code is gone.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  // A folder under the archive's name: the binary looks for nothing else.
  const own = join(folder, 'resources/default_app.asar');
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'package.json'), JSON.stringify({ name: 'launcher', main: 'main.js' }));
  writeFileSync(join(own, 'main.js'), launcher);
}
