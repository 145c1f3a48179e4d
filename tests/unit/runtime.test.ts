/** How the scripts find an Electron and what they say when they cannot: in processes of their own, on machines that lack things. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  createWriteStream,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { assertIntegrity } from '../../scripts/lib/fallback-runtime.ts';
import { systemCommand } from '../../scripts/lib/system-libraries.ts';
import { unpackElectron } from '../../scripts/lib/unpack-electron.ts';

const lib = resolve(import.meta.dirname, '../../scripts/lib');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-runtime-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a few lines in a process with this environment; giving up ends it. */
function runScript(code: string, env: Record<string, string> = {}): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the Electron that is run', () => {
  it('is the one that was named, and a wrong name is said in one line', () => {
    writeFileSync(join(folder, 'electron'), '');
    const script = `import { electronRuntime } from ${JSON.stringify(join(lib, 'electron-runtime.ts'))}; const { kind, executable } = await electronRuntime(); console.log(kind, executable, process.env.ELECTRON_EXEC_PATH === executable);`;
    expect(runScript(script, { ELECTRON_OVERRIDE_DIST_PATH: folder })).toMatchObject({
      code: 0,
      out: `override ${join(folder, 'electron')} true\n`,
    });
    const wrong = runScript(script, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'nowhere') });
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toBe(
      `maillage: ELECTRON_OVERRIDE_DIST_PATH names ${join(folder, 'nowhere')}, which holds no Electron.\n`,
    );
  });

  it('is never a package whose checksum differs', () => {
    const file = join(folder, 'carrier.tgz');
    writeFileSync(file, 'something else');
    const script = `import { assertIntegrity } from ${JSON.stringify(join(lib, 'fallback-runtime.ts'))}; assertIntegrity(process.argv[1], 'sha512-expected'); console.log('used');`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, file], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^maillage: .*checksum differs.*it was not used\.\n$/);
    // sha512 of "something else" in base64, made by another tool.
    const digest = spawnSync('sh', ['-c', 'sha512sum "$0" | cut -d" " -f1 | xxd -r -p | base64 -w0', file], {
      encoding: 'utf8',
    }).stdout.trim();
    if (digest.length > 80) expect(() => assertIntegrity(file, `sha512-${digest}`)).not.toThrow();
  });
});

describe('the Electron taken out of an app', () => {
  // Electron's mark, the version of its switches, how many there are, and each: off, on, removed.
  const fuses = (switches: string): Buffer =>
    Buffer.from(
      `before dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001${String.fromCharCode(switches.length)}${switches} after`,
    );

  async function unpack(): Promise<string> {
    const zip = new ZipFile();
    const files = {
      'App/locales/fr.pak': 'bonjour',
      'App/LICENSE.electron.txt': 'MIT',
      'App/browser_v8_context_snapshot.bin': 'its code',
      'App/v8_context_snapshot.bin': 'our code',
      'App/resources/app-update.yml': 'its updates',
      'App/resources/app/package.json': '{}',
      'App/resources/application.txt': 'not its code',
      'elsewhere.txt': 'stray',
    };
    for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name, { mode: 0o100644 });
    zip.addEmptyDirectory('App/resources/app');
    zip.addBuffer(fuses('01100111'), 'App/App', { mode: 0o100755 });
    zip.addBuffer(Buffer.from('#!/bin/sh\n'), 'App/chrome_crashpad_handler', { mode: 0o100755 });
    zip.end();
    const archive = join(folder, 'app.zip');
    await pipeline(zip.outputStream, createWriteStream(archive));
    const target = join(folder, 'runtime');
    await unpackElectron(archive, 'App', target);
    return target;
  }

  it('keeps the files of Electron and none of the app, with their run bits', async () => {
    const target = await unpack();
    const found = globSync('**/*', { cwd: target, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(target.length + 1));
    expect(found.sort()).toEqual([
      'LICENSE.electron.txt',
      'chrome_crashpad_handler',
      'electron',
      'locales/fr.pak',
      'resources/application.txt',
      'resources/default_app.asar/main.js',
      'resources/default_app.asar/package.json',
      'v8_context_snapshot.bin',
    ]);
    expect(readFileSync(join(target, 'locales/fr.pak'), 'utf8')).toBe('bonjour');
    const mayRun = (name: string): boolean => (statSync(join(target, name)).mode & 0o111) !== 0;
    expect(['electron', 'chrome_crashpad_handler', 'locales/fr.pak'].map(mayRun)).toEqual([true, true, false]);
  });

  it('may be inspected and starts without the code of the app, its other switches as they were', async () => {
    const target = await unpack();
    expect(readFileSync(join(target, 'electron'), 'latin1')).toBe(fuses('01110101').toString('latin1'));
  });
});

describe('missing system libraries', () => {
  it('are named in one command: all of them, with the display only where one is needed', () => {
    expect(systemCommand(['libgtk-3-0', 'xvfb'])).toBe('apt-get install -y --no-install-recommends libgtk-3-0 xvfb');
  });

  it('end the script with that command where it may not install them itself', () => {
    // A binary that lacks a library, and nobody who could install it.
    const tools = join(folder, 'bin');
    mkdirSync(tools);
    writeFileSync(join(tools, 'ldd'), '#!/bin/sh\necho "libgtk-3.so.0 => not found"\n');
    chmodSync(join(tools, 'ldd'), 0o755);
    const script = `process.getuid = () => 1000; const { ensureSystemLibraries } = await import(${JSON.stringify(join(lib, 'system-libraries.ts'))}); ensureSystemLibraries('/bin/true', false); console.log('went on');`;
    const answer = runScript(script, { PATH: `${tools}:${process.env['PATH'] ?? ''}` });
    expect(answer).toMatchObject({ code: 1, out: '' });
    expect(answer.err).toMatch(
      /^maillage: system libraries are missing\. Install them with:\n {2}sudo apt-get install -y --no-install-recommends libgtk-3-0 .*libnss3.*\n/,
    );
  });
});

describe('the display', () => {
  it('is found by its variables on Linux, and that there is none is told plainly where it cannot be made', () => {
    const script = `import { hasDisplay, startVirtualDisplay } from ${JSON.stringify(join(lib, 'display.ts'))}; console.log(hasDisplay()); if (!hasDisplay()) await startVirtualDisplay();`;
    expect(runScript(script, { DISPLAY: ':7', WAYLAND_DISPLAY: '' }).out).toBe('true\n');
    expect(runScript(script, { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' }).out).toBe('true\n');
    expect(runScript(script, { DISPLAY: '', WAYLAND_DISPLAY: '', PATH: folder })).toMatchObject({
      code: 1,
      out: 'false\n',
      err: 'maillage: no virtual display could be started (Xvfb).\n',
    });
  });
});
