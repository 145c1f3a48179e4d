/** A file, folder or medium that takes no writing: it opens for reading, says why, and leaves nothing beside the file. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { latestVersion } from '../../electron/service/migrations/index.ts';
import { bundled, bundleEnv } from '../factories/bundle.ts';
import { noDisk, smallDisk, type SmallDisk } from '../factories/small-disk.ts';
import { closed, testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
  await workspace.call('sites.create', { name: 'Brest' });
});
afterEach(() => workspace.close());

/** The private copies in the temporary folder of the test's service. */
const copies = (): string[] => readdirSync(workspace.folder).filter((name) => name.startsWith('maillage-'));

describe.skipIf(noDisk !== null)(`a read-only medium${noDisk === null ? '' : ` (not tried: ${noDisk})`}`, () => {
  let disk: SmallDisk;
  let path: string;
  beforeEach(() => {
    disk = smallDisk(8192);
    path = join(disk.folder, 'archive.maillage');
  });
  afterEach(async () => {
    await closed(workspace);
    disk.remove();
  });

  it('opens for reading: everything that reads works, everything that writes is off', async () => {
    await closed(workspace);
    copyFileSync(workspace.path, path);
    const before = readdirSync(disk.folder);
    disk.setReadOnly(true);
    expect(await workspace.call('workspace.open', { path })).toMatchObject({
      path,
      readOnly: true,
      readOnlyReason: 'medium',
    });
    expect((await workspace.call('sites.list', {})).rows.map((row) => row.name)).toEqual(['Brest']);
    expect((await workspace.call('workspace.check', {})).ok).toBe(true);
    expect((await workspace.call('history.list', {})).total).toBe(1);
    const outPath = join(workspace.folder, 'rapport.csv');
    expect((await workspace.call('reports.export', { report: 'sites', outPath })).rows).toBe(1);
    const more = join(workspace.folder, 'sites.csv');
    writeFileSync(more, 'Nom\nNice\n');
    for (const refusal of [
      await workspace.refused('sites.create', { name: 'Nice' }),
      await workspace.refused('history.undo', {}),
      await workspace.refused('imports.commit', { path: more, kind: 'sites', mapping: { Nom: 'name' } }),
    ])
      expect(refusal.code).toBe('database_read_only');
    // To go on with it, a copy where there is room.
    const copy = join(workspace.folder, 'copie.maillage');
    expect(await workspace.call('workspace.saveAs', { outPath: copy })).toMatchObject({ path: copy, readOnly: false });
    await workspace.call('sites.create', { name: 'Nice' });
    expect(readdirSync(disk.folder)).toEqual(before);
    expect(copies()).toEqual([]);
  });

  it('shows what a crash had left in the log, and an older version as it would be brought up to date', async () => {
    // As after a crash: the last change is in the log only.
    copyFileSync(workspace.path, path);
    copyFileSync(`${workspace.path}-wal`, `${path}-wal`);
    const old = join(disk.folder, 'ancien.maillage');
    writeFileSync(old, gunzipSync(readFileSync(join(import.meta.dirname, '../fixtures/schemas/v2.maillage.gz'))));
    await closed(workspace);
    disk.setReadOnly(true);
    await workspace.call('workspace.open', { path });
    expect((await workspace.call('sites.list', {})).total).toBe(1);
    expect(await workspace.call('workspace.open', { path: old })).toMatchObject({
      readOnly: true,
      version: latestVersion,
    });
    expect((await workspace.call('campaigns.list', {})).total).toBe(1);
    expect(copies()).toHaveLength(1);
    await closed(workspace);
    expect(copies()).toEqual([]);
  });

  it('says of what is no workspace, is empty or newer the same as elsewhere, and leaves no copy of it', async () => {
    await closed(workspace);
    writeFileSync(path, 'Bonjour, ceci est un texte.'.repeat(100));
    writeFileSync(join(disk.folder, 'vide.maillage'), '');
    disk.setReadOnly(true);
    expect((await workspace.refused('workspace.open', { path })).code).toBe('workspace_invalid');
    expect((await workspace.refused('workspace.open', { path: join(disk.folder, 'vide.maillage') })).code).toBe(
      'workspace_empty',
    );
    expect(copies()).toEqual([]);
  });
});

it('a protected file opens for reading, and nothing is put beside it', async () => {
  await closed(workspace);
  chmodSync(workspace.path, 0o444);
  const before = readdirSync(workspace.folder);
  expect(await workspace.call('workspace.open', { path: workspace.path })).toMatchObject({ readOnlyReason: 'file' });
  expect((await workspace.call('sites.list', {})).total).toBe(1);
  await closed(workspace);
  expect(readdirSync(workspace.folder)).toEqual(before);
});

describe.skipIf(process.getuid?.() !== 0)('a folder of another user', () => {
  let cli: string;
  beforeAll(async () => {
    cli = await bundled('electron/service/cli.ts');
  });

  it('opens for reading, from a terminal too, for who may read but not write there', async () => {
    await closed(workspace);
    const place = mkdtempSync(join(tmpdir(), 'maillage-test-'));
    chmodSync(place, 0o755);
    const path = join(place, 'partage.maillage');
    copyFileSync(workspace.path, path);
    // The file may be written, its folder not: no lock can be put there.
    chmodSync(path, 0o666);
    const temporary = join(place, 'tmp');
    mkdirSync(temporary);
    chownSync(temporary, 65_534, 65_534);
    const run = (procedure: string, input: string): { status: number | null; stdout: string } =>
      spawnSync(process.execPath, [cli, 'call', path, procedure, input, '--json'], {
        uid: 65_534,
        gid: 65_534,
        cwd: place,
        encoding: 'utf8',
        env: { ...bundleEnv, TMPDIR: temporary, HOME: temporary },
      });
    expect(JSON.parse(run('workspace.current', '{}').stdout)).toMatchObject({
      value: { readOnly: true, readOnlyReason: 'folder' },
    });
    expect(JSON.parse(run('sites.list', '{}').stdout)).toMatchObject({ value: { total: 1 } });
    const refused = run('sites.create', '{"name": "Nice"}');
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'database_read_only' } });
    expect(readdirSync(place).sort()).toEqual(['partage.maillage', 'tmp']);
    expect(readdirSync(temporary)).toEqual([]);
    rmSync(place, { recursive: true });
  });
});
