/** What lies beside a workspace: links lead nowhere, leftovers of killed work go, copies know whose they are. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPreferences } from '../../electron/main/preferences.ts';
import { sweepPartials, sweepTemporary } from '../../electron/service/formats/beside.ts';
import { rollBackup } from '../../electron/service/database/backup.ts';
import { chooseBackupFolder, rollIfDue } from '../../electron/service/session.ts';
import { closed, testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let victim: string;
beforeEach(async () => {
  workspace = await testWorkspace();
  await workspace.call('sites.create', { name: 'Brest' });
  await closed(workspace);
  victim = join(workspace.folder, 'lettre.txt');
  writeFileSync(victim, 'Chère Camille');
});
afterEach(() => workspace.close());

const open = (path = workspace.path) => workspace.call('workspace.open', { path });

describe('a link laid beside the file', () => {
  it.each(['-lock', '-wal', '-shm', '-journal'])(
    'as %s is refused by its name, and what it leads to is left alone',
    async (ending) => {
      symlinkSync(victim, workspace.path + ending);
      expect(await workspace.refused('workspace.open', { path: workspace.path })).toMatchObject({
        code: 'link_refused',
        details: { path: workspace.path + ending },
      });
      rmSync(victim);
      expect((await workspace.refused('workspace.open', { path: workspace.path })).code).toBe('link_refused');
      expect(existsSync(victim)).toBe(false);
      rmSync(workspace.path + ending);
      await open();
    },
  );

  it('as the note of who holds the file is put aside, and nobody is written to', async () => {
    symlinkSync(victim, `${workspace.path}-holder`);
    await open();
    expect(readFileSync(victim, 'utf8')).toBe('Chère Camille');
    expect(lstatSync(`${workspace.path}-holder`).isSymbolicLink()).toBe(false);
    expect(readFileSync(`${workspace.path}-holder`, 'utf8')).toContain(String(process.pid));
  });

  it('as the folder of copies is refused: nothing is put there, listed from there or removed there', async () => {
    const elsewhere = join(workspace.folder, 'ailleurs');
    mkdirSync(elsewhere);
    await open();
    // Names that would be pruned if they were ours.
    for (let n = 0; n < 15; n += 1)
      writeFileSync(join(elsewhere, `essai.2020-01-${String(n + 1).padStart(2, '0')}T000000.rolling.maillage`), '');
    rmSync(join(workspace.folder, 'essai-backups'), { recursive: true, force: true });
    symlinkSync(elsewhere, join(workspace.folder, 'essai-backups'));
    const before = readdirSync(elsewhere);
    for (const call of [
      () => workspace.refused('workspace.backup', {}),
      () => workspace.refused('workspace.backups', {}),
    ])
      expect(await call()).toMatchObject({
        code: 'link_refused',
        details: { path: join(workspace.folder, 'essai-backups') },
      });
    const held = workspace.service.workspace;
    if (held === null) throw new Error('not open');
    expect(() => rollIfDue(held)).toThrow(/link_refused/);
    expect(readdirSync(elsewhere)).toEqual(before);
  });

  it('in place of the file itself is followed, and both names lead to one lock', async () => {
    const link = join(workspace.folder, 'lien.maillage');
    symlinkSync(workspace.path, link);
    expect((await open(link)).path).toBe(workspace.path);
    const child = spawnSync(
      process.execPath,
      ['electron/service/cli.ts', 'call', workspace.path, 'sites.list', '--json'],
      {
        cwd: join(import.meta.dirname, '../..'),
        encoding: 'utf8',
      },
    );
    expect(JSON.parse(child.stdout)).toMatchObject({ ok: false, error: { code: 'workspace_in_use' } });
    expect(readdirSync(workspace.folder).filter((name) => name.startsWith('lien'))).toEqual(['lien.maillage']);
  });
});

describe('leftovers of killed work', () => {
  const dead = 4_194_303;
  const machine = hostname()
    .replace(/[^A-Za-z0-9-]/g, '-')
    .slice(0, 40);

  it('go when the workspace beside them is opened, those of the living, of another machine and of strangers stay', async () => {
    const name = (pid: number, host = machine): string => `essai.maillage.${host}-${pid}-0badcafe.maillage-partial`;
    const gone = [
      name(dead),
      `${name(dead)}-wal`,
      `${name(dead)}-shm`,
      `${name(dead)}-journal`,
      `x.maillage.${dead}.partial`,
    ];
    const kept = [
      name(process.pid),
      name(dead, `${machine}x`),
      'video.mp4.partial',
      `notes.${dead}.partial`,
      'x.maillage-partial',
    ];
    for (const one of [...gone, ...kept]) writeFileSync(join(workspace.folder, one), 'half');
    await open();
    expect(readdirSync(workspace.folder).filter((one) => gone.includes(one))).toEqual([]);
    expect(
      readdirSync(workspace.folder)
        .filter((one) => kept.includes(one))
        .sort(),
    ).toEqual([...kept].sort());
  });

  it('are recognised as this process names its own, whatever the length of the name', async () => {
    const { partialName } = await import('../../electron/service/formats/beside.ts');
    const target = join(workspace.folder, `${'é'.repeat(120)}.csv`);
    const partial = partialName(target);
    expect(Buffer.byteLength(basename(partial))).toBeLessThanOrEqual(255);
    writeFileSync(partial, '');
    sweepPartials(workspace.folder);
    expect(existsSync(partial)).toBe(true);
    expect(partialName(target)).not.toBe(partial);
  });

  it('include temporary folders, of this user only', () => {
    const place = mkdtempSync(join(tmpdir(), 'maillage-test-'));
    const names = [
      `maillage-${dead}`,
      `maillage-${dead}-aB3xYz`,
      `maillage-${process.pid}-aB3xYz`,
      'maillage-autre',
      `maillage-${dead}-autre-chose`,
    ];
    for (const name of names) {
      mkdirSync(join(place, name));
      writeFileSync(join(place, name, 'deck.html'), '<p>Camille');
    }
    mkdirSync(join(place, `maillage-${dead - 1}-aB3xYz`));
    if (process.getuid?.() === 0) execFileSync('chown', ['65534', join(place, `maillage-${dead - 1}-aB3xYz`)]);
    symlinkSync(workspace.folder, join(place, `maillage-${dead - 2}-aB3xYz`));
    sweepTemporary(place);
    expect(readdirSync(place).sort()).toEqual(
      [
        ...(process.getuid?.() === 0 ? [`maillage-${dead - 1}-aB3xYz`] : []),
        `maillage-${dead - 2}-aB3xYz`,
        ...names.slice(2),
      ].sort(),
    );
    expect(existsSync(workspace.path)).toBe(true);
    rmSync(place, { recursive: true });
  });

  it('include half-written preferences', () => {
    const half = join(workspace.folder, `preferences.json.${dead}.partial`);
    writeFileSync(half, '{');
    openPreferences(workspace.folder, () => 'fr');
    expect(existsSync(half)).toBe(false);
  });
});

describe('copies of two workspaces of one name', () => {
  it('in one chosen folder are told apart: listed, pruned and restored each for its own', async () => {
    const chosen = join(workspace.folder, 'copies');
    const other = join(workspace.folder, 'Lyon', 'essai.maillage');
    chooseBackupFolder(workspace.service, chosen);
    await open();
    const first = await workspace.call('workspace.backup', {});
    await workspace.call('workspace.create', { path: other, name: 'Lyon' });
    await workspace.call('sites.create', { name: 'Part-Dieu' });
    const second = await workspace.call('workspace.backup', {});
    const third = await workspace.call('workspace.backup', {});
    const asked = readdirSync(join(chosen, 'essai-backups')).filter((name) => name.includes('.manual.'));
    expect(asked).toHaveLength(3);
    const listed = async (path: string): Promise<string[]> =>
      (await workspace.call('workspace.backups', { path })).rows
        .filter((row) => row.reason === 'manual' || row.at < '2021')
        .map((row) => row.path)
        .sort();
    expect(await listed(other)).toEqual([second.path, third.path].sort());
    expect(await listed(workspace.path)).toEqual([first.path]);
    expect(await workspace.refused('workspace.restore', { path: other, backupPath: first.path })).toMatchObject({
      code: 'backup_foreign',
      details: { path: first.path, organisation: 'Essai' },
    });
    await open(other);
    expect((await workspace.call('sites.list', {})).rows.map((row) => row.name)).toEqual(['Part-Dieu']);
    // The other's rolling copies are old enough to go, ours are not: nothing of the other goes.
    const held = workspace.service.workspace;
    if (held?.writer == null) throw new Error('not open');
    for (let day = 1; day <= 14; day += 1)
      copyFileSync(
        first.path,
        join(
          chosen,
          'essai-backups',
          basename(first.path).replace(
            /\d{4}-.*T\d+(-\d+)?\.manual/,
            `2020-01-${String(day).padStart(2, '0')}T000000.rolling`,
          ),
        ),
      );
    rollBackup(held.writer, held.path, held.backupFolder);
    expect(await listed(workspace.path)).toHaveLength(15);
  });

  it('made by versions that did not name their workspace are known by what is in them', async () => {
    await open();
    const made = await workspace.call('workspace.backup', {});
    const folder = join(workspace.folder, 'essai-backups');
    copyFileSync(made.path, join(folder, 'essai.2020-01-01T000000.manual.maillage'));
    const other = join(workspace.folder, 'autre.maillage');
    await workspace.call('workspace.create', { path: other, name: 'Autre' });
    await closed(workspace);
    copyFileSync(other, join(folder, 'essai.2020-01-02T000000.manual.maillage'));
    writeFileSync(join(folder, 'essai.2020-01-03T000000.manual.maillage'), 'ni l’un ni l’autre');
    const { rows } = await workspace.call('workspace.backups', { path: workspace.path });
    expect(rows.filter((row) => row.at < '2021').map((row) => basename(row.path))).toEqual([
      'essai.2020-01-01T000000.manual.maillage',
    ]);
    // Of a file that cannot be read it cannot be told whose the copies are: all are offered.
    writeFileSync(workspace.path, 'abîmé');
    const all = (await workspace.call('workspace.backups', { path: workspace.path })).rows;
    expect(all).toHaveLength(rows.length + 2);
  });

  it('go to a newly chosen folder at once, and two demonstrations of one seed are two workspaces', async () => {
    await open();
    const chosen = join(workspace.folder, 'ailleurs');
    chooseBackupFolder(workspace.service, chosen);
    expect((await workspace.call('workspace.backup', {})).path.startsWith(chosen)).toBe(true);
    expect((await workspace.call('workspace.backups', {})).rows).toHaveLength(1);
    const ids = new Set<string>();
    for (const name of ['a', 'b']) {
      await workspace.call('workspace.create', {
        path: join(workspace.folder, `${name}.maillage`),
        name,
        demo: 'small',
      });
      const organisation = await workspace.call('organisation.get', {});
      ids.add(organisation.id);
      expect(organisation.logoAttachmentId).not.toBeNull();
    }
    expect(ids.size).toBe(2);
  });
});

it('a file of no bytes is refused with what to do, and stays as it is', async () => {
  const empty = join(workspace.folder, 'vide.maillage');
  writeFileSync(empty, '');
  expect(await workspace.refused('workspace.open', { path: empty })).toMatchObject({
    code: 'workspace_empty',
    details: { path: empty },
  });
  expect(readdirSync(workspace.folder).filter((name) => name.startsWith('vide'))).toEqual(['vide.maillage']);
  expect(lstatSync(empty).size).toBe(0);
});
