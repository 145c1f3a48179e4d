/** The packager's settings: complete for the three systems, every fuse decided by name, natives outside the archive. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { thirdParties } from '../../scripts/lib/notices.ts';

const root = resolve(import.meta.dirname, '../..');

interface Target {
  target: string;
  arch: string[];
}
interface System {
  target: Target[];
  icon: string;
  files: string[];
  artifactName?: string;
}
interface Settings {
  appId: string;
  productName: string;
  asar: boolean;
  asarUnpack: string[];
  npmRebuild: boolean;
  files: string[];
  extraResources: { from: string; to: string }[];
  electronFuses: Record<string, boolean>;
  fileAssociations: { ext: string; mimeType: string; icon: string; role: string }[];
  win: System;
  mac: System & { hardenedRuntime: boolean };
  linux: System & { executableName: string };
  nsis: { oneClick: boolean };
}

const settings = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Settings;

describe('the packager', () => {
  it('makes nsis for Windows, dmg and zip for the Mac, AppImage and deb for Linux, each with its icon', () => {
    const targets = (system: System): string[] => system.target.map(({ target }) => target);
    expect([targets(settings.win), targets(settings.mac), targets(settings.linux)]).toEqual([
      ['nsis'],
      ['dmg', 'zip'],
      ['AppImage', 'deb'],
    ]);
    expect(settings.mac.target.every(({ arch }) => arch.includes('x64') && arch.includes('arm64'))).toBe(true);
    expect(settings.mac.hardenedRuntime).toBe(true);
    for (const icon of [settings.win.icon, settings.mac.icon, settings.linux.icon])
      expect(existsSync(join(root, icon))).toBe(true);
    expect(readFileSync(join(root, settings.win.icon)).readUInt32LE(0)).toBe(0x0001_0000);
    expect(readFileSync(join(root, settings.mac.icon)).toString('latin1', 0, 4)).toBe('icns');
  });

  it('opens .maillage files by double click, with an icon of their own on every system', () => {
    expect(settings.fileAssociations).toHaveLength(1);
    const [association] = settings.fileAssociations;
    expect(association).toMatchObject({
      ext: 'maillage',
      mimeType: 'application/vnd.maillage.workspace',
      role: 'Editor',
    });
    for (const ending of ['.ico', '.icns', '.png'])
      expect(existsSync(join(root, `${association?.icon}${ending}`))).toBe(true);
  });

  it('decides every fuse there is by its name', () => {
    const { definitions } = JSON.parse(
      readFileSync(join(root, 'node_modules/app-builder-lib/scheme.json'), 'utf8'),
    ) as { definitions: { FuseOptionsV1: { properties: Record<string, unknown> } } };
    // What the packager can set; Electron's newest fuse (traps of WebAssembly, on by default) is not yet among them.
    expect(Object.keys(settings.electronFuses).sort()).toEqual(
      Object.keys(definitions.FuseOptionsV1.properties).sort(),
    );
    expect(
      Object.keys(FuseV1Options).filter(
        (name) =>
          Number.isNaN(Number(name)) &&
          !Object.keys(settings.electronFuses).some((own) => own.toLowerCase() === name.toLowerCase()),
      ),
    ).toEqual(['WasmTrapHandlers']);
    expect(settings.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: false,
    });
  });

  it('keeps natives and what loads them outside the archive, only those of the target, and no sources', () => {
    expect(settings).toMatchObject({ asar: true, npmRebuild: false });
    expect(settings.asarUnpack).toEqual(
      expect.arrayContaining(['out/main/service.cjs', 'out/main/cli.cjs', 'out/main/chunks/**', 'node_modules/**']),
    );
    expect(settings.files).toContain('!**/*.map');
    for (const [system, own] of [
      [settings.win, 'win32'],
      [settings.mac, 'darwin'],
      [settings.linux, 'linux'],
    ] as const) {
      const [pattern = ''] = system.files;
      const left = /\{(.+)\}/.exec(pattern)?.[1]?.split(',') ?? [];
      expect([...left, own].sort()).toEqual(['darwin', 'linux', 'linuxmusl', 'win32']);
    }
  });

  it('takes the resources, the licence and the notices of every work it carries', () => {
    expect(settings.extraResources.map(({ to }) => to)).toEqual(['resources', 'notices', 'LICENSE.txt']);
    const works = thirdParties();
    const names = works.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'electron',
        'react',
        'better-sqlite3',
        'sharp',
        'kysely',
        '@mantine/core',
        '@fontsource-variable/inter',
        '@fontsource-variable/source-serif-4',
        'zod',
      ]),
    );
    expect(works.filter(({ licence }) => licence === '').map(({ name }) => name)).toEqual([]);
    // Licences that would bind the whole.
    expect(
      works.filter(({ licence }) => /\bA?GPL/.test(licence) && !/LGPL|MIT/.test(licence)).map(({ name }) => name),
    ).toEqual([]);
  });
});
