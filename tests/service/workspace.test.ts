/** The workspace file: created whole, held by one process, refused clearly when it cannot be opened, backed up and restored. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Backup } from '#shared/workspace/contract.ts';
import { expiredBackups, keptInAll, listBackups, rollBackup } from '../../electron/service/database/backup.ts';
import { openWriter } from '../../electron/service/database/connect.ts';
import { migrate } from '../../electron/service/database/migrate.ts';
import { latestVersion, migrations } from '../../electron/service/migrations/index.ts';
import { closeWorkspace, rollIfDue } from '../../electron/service/session.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { holds } from '../factories/properties.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

async function shut(): Promise<void> {
  if (workspace.service.workspace !== null) await closeWorkspace(workspace.service.workspace);
  workspace.service.workspace = null;
}

describe('creating', () => {
  it('refuses to replace an existing file and leaves nothing of a failed attempt', async () => {
    expect((await workspace.refused('workspace.create', { path: workspace.path, name: 'Autre' })).code).toBe(
      'workspace_exists',
    );
    const blocked = join(workspace.folder, 'a-file');
    writeFileSync(blocked, '');
    expect(
      (await workspace.refused('workspace.create', { path: join(blocked, 'x.maillage'), name: 'Autre' })).code,
    ).toBe('file_unwritable');
    expect(readdirSync(workspace.folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('closes into a single file', async () => {
    await workspace.call('sites.create', { name: 'Lyon' });
    await shut();
    expect(readdirSync(workspace.folder)).toEqual(['essai.maillage']);
  });
});

describe('opening', () => {
  it('tells a second process that the file is in use, and by whom', async () => {
    const script = `import { openWorkspace } from ${JSON.stringify(join(import.meta.dirname, '../../electron/service/session.ts'))};
      try { await openWorkspace(process.argv[1]); console.log('opened'); } catch (error) { console.log(error.code + ' ' + error.details.holder); }
      process.exit(0);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, workspace.path], {
      cwd: join(import.meta.dirname, '../..'),
    });
    const output = await new Promise<string>((resolve) => {
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      child.on('exit', () => resolve(text));
    });
    expect(output).toContain('workspace_in_use');
    expect(output).toContain(String(process.pid));
  });

  it('refuses a newer file, a stranger and a text, without touching them', async () => {
    await shut();
    const newer = join(workspace.folder, 'newer.maillage');
    copyFileSync(workspace.path, newer);
    const db = new Database(newer);
    db.pragma(`user_version = ${latestVersion + 5}`);
    db.close();
    const bytes = readFileSync(newer);
    const refusal = await workspace.refused('workspace.open', { path: newer });
    expect(refusal).toMatchObject({
      code: 'database_newer',
      details: { version: latestVersion + 5, known: latestVersion },
    });
    expect(readFileSync(newer).equals(bytes)).toBe(true);

    const stranger = join(workspace.folder, 'other.maillage');
    const other = new Database(stranger);
    other.exec('create table t (a); insert into t values (1)');
    other.close();
    const before = readFileSync(stranger);
    expect((await workspace.refused('workspace.open', { path: stranger })).code).toBe('workspace_invalid');
    expect(readFileSync(stranger).equals(before)).toBe(true);

    const text = join(workspace.folder, 'text.maillage');
    writeFileSync(text, 'Bonjour, ceci est un texte.'.repeat(100));
    expect((await workspace.refused('workspace.open', { path: text })).code).toBe('workspace_invalid');
    expect((await workspace.refused('workspace.open', { path: join(workspace.folder, 'none.maillage') })).code).toBe(
      'workspace_missing',
    );
    expect((await workspace.refused('workspace.open', { path: workspace.folder })).code).toBe('workspace_invalid');
  });

  it('keeps the present workspace when another cannot be opened', async () => {
    const text = join(workspace.folder, 'text.maillage');
    writeFileSync(text, 'x'.repeat(5000));
    await workspace.refused('workspace.open', { path: text });
    expect((await workspace.call('workspace.current', {}))?.path).toBe(workspace.path);
  });

  it('opens a read-only file for reading and refuses to write', async () => {
    await workspace.call('sites.create', { name: 'Lyon' });
    await shut();
    chmodSync(workspace.path, 0o444);
    const info = await workspace.call('workspace.open', { path: workspace.path });
    expect(info.readOnly).toBe(true);
    expect((await workspace.call('sites.list', {})).total).toBe(1);
    expect((await workspace.refused('sites.create', { name: 'Nice' })).code).toBe('database_read_only');
    expect((await workspace.refused('history.undo', {})).code).toBe('database_read_only');
    chmodSync(workspace.path, 0o644);
  });

  it('never lets a read procedure write, even by raw SQL', () => {
    expect(() => workspace.service.workspace?.reader.exec('delete from organisation')).toThrow(/readonly/);
  });
});

describe('checking', () => {
  it('finds a sound file sound', async () => {
    await workspace.call('sites.create', { name: 'Lyon' });
    const report = await workspace.call('workspace.check', {});
    expect(report.ok).toBe(true);
    expect(report.tables.find((table) => table.name === 'sites')?.rows).toBe(1);
  });

  it('names a reference that leads nowhere', async () => {
    const writer = workspace.service.workspace?.writer;
    writer?.pragma('foreign_keys = OFF');
    writer
      ?.prepare(
        `insert into people (id, firstName, lastName, siteId, stage, searchKey, createdAt, updatedAt) values (?, 'A', 'B', 'nowhere', 'active', 'a', 'x', 'x')`,
      )
      .run('00000000-0000-7000-8000-000000000001');
    const report = await workspace.call('workspace.check', {});
    expect(report.ok).toBe(false);
    expect(report.problems[0]).toMatchObject({ kind: 'foreign_key' });
  });

  it('calls a damaged file damaged', async () => {
    for (let n = 0; n < 200; n += 1)
      await workspace.call('territories.create', { code: `T${n}`, name: `Territoire ${n}` });
    await shut();
    truncateSync(workspace.path, 20_480);
    const refusal = await workspace.refused('workspace.open', { path: workspace.path });
    expect(['workspace_damaged', 'workspace_invalid']).toContain(refusal.code);
  });
});

describe('backups', () => {
  it('brings a workspace back as it was, keeping the state it replaces', async () => {
    await workspace.call('sites.create', { name: 'Avant' });
    const backup = await workspace.call('workspace.backup', {});
    await workspace.call('sites.create', { name: 'Après' });
    await workspace.call('workspace.restore', { path: workspace.path, backupPath: backup.path });
    expect((await workspace.call('sites.list', {})).rows.map((row) => row.name)).toEqual(['Avant']);
    const { rows } = await workspace.call('workspace.backups', {});
    const replaced = rows.find((row) => row.reason === 'restore');
    expect(replaced).toBeDefined();
    await workspace.call('workspace.restore', { path: workspace.path, backupPath: replaced?.path ?? '' });
    expect((await workspace.call('sites.list', {})).total).toBe(2);
  });

  it('lets go of a log that a crash left: it is neither replayed into the copy nor put aside as a stranger’s', async () => {
    await workspace.call('sites.create', { name: 'Avant' });
    const backup = await workspace.call('workspace.backup', {});
    await workspace.call('sites.create', { name: 'Après' });
    const [bytes, log] = [readFileSync(workspace.path), readFileSync(`${workspace.path}-wal`)];
    expect(log.length).toBeGreaterThan(0);
    await workspace.call('workspace.close', {});
    // As a crash leaves them.
    writeFileSync(workspace.path, bytes);
    writeFileSync(`${workspace.path}-wal`, log);
    await workspace.call('workspace.restore', { path: workspace.path, backupPath: backup.path });
    expect((await workspace.call('sites.list', {})).rows.map((row) => row.name)).toEqual(['Avant']);
    expect(readdirSync(workspace.folder).filter((name) => name.endsWith('.aside'))).toEqual([]);
  });

  it('refuses a copy that is not sound, and leaves the workspace alone', async () => {
    await workspace.call('sites.create', { name: 'Avant' });
    const backup = await workspace.call('workspace.backup', {});
    truncateSync(backup.path, 8192);
    expect((await workspace.refused('workspace.restore', { path: workspace.path, backupPath: backup.path })).code).toBe(
      'backup_invalid',
    );
    await workspace.call('workspace.open', { path: workspace.path });
    expect((await workspace.call('sites.list', {})).total).toBe(1);
  });

  it('keeps three of today, one of each earlier day, ten in all, whatever the past', () => {
    const now = new Date(2026, 10, 23, 18, 0);
    const moments = fc.array(fc.integer({ min: 0, max: 40 * 24 * 60 }), { maxLength: 60 });
    holds(
      fc.property(moments, (minutesAgo) => {
        const rows: Backup[] = [...new Set(minutesAgo)].map((minutes) => ({
          path: `b${minutes}`,
          at: new Date(now.getTime() - minutes * 60_000).toISOString(),
          size: 1,
          reason: 'rolling' as const,
        }));
        const expired = new Set(expiredBackups(rows, now).map((row) => row.path));
        const kept = rows.filter((row) => !expired.has(row.path));
        const day = (row: Backup): string => new Date(row.at).toDateString();
        const today = now.toDateString();
        expect(kept.length).toBeLessThanOrEqual(keptInAll);
        expect(kept.filter((row) => day(row) === today).length).toBeLessThanOrEqual(3);
        const earlier = kept.filter((row) => day(row) !== today).map(day);
        expect(new Set(earlier).size).toBe(earlier.length);
        // The newest of all is never thrown away.
        const newest = rows.reduce<Backup | null>(
          (best, row) => (best === null || row.at > best.at ? row : best),
          null,
        );
        if (newest !== null) expect(expired.has(newest.path)).toBe(false);
      }),
      { runs: 200 },
    );
  });

  it('are made as the work goes on: after a change, an hour apart, never for nothing', async () => {
    const open = workspace.service.workspace;
    if (open === null) throw new Error('not open');
    const rolling = (): number => listBackups(open.backupFolder, null).filter((row) => row.reason === 'rolling').length;
    const later = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);
    expect(rollIfDue(open)).toBe(false);
    await workspace.call('sites.create', { name: 'Un' });
    // A copy's name counts in seconds: made a moment after the change, it is seen to hold it.
    expect(rollIfDue(open, later(0.001))).toBe(true);
    expect(rollIfDue(open, later(5))).toBe(false);
    await new Promise((done) => setTimeout(done, 4700));
    await workspace.call('sites.create', { name: 'Deux' });
    expect(rollIfDue(open, later(0.5))).toBe(false);
    expect(rollIfDue(open, later(2))).toBe(true);
    expect(rolling()).toBe(2);
  });

  it('sweep away what a killed process left half copied, and nothing of a living one', async () => {
    const open = workspace.service.workspace;
    if (open === null) throw new Error('not open');
    await workspace.call('workspace.backup', {});
    const dead = join(open.backupFolder, 'essai.2026-01-01T000000.rolling.maillage.4194303.partial');
    const living = join(open.backupFolder, `essai.2026-01-01T000000.rolling.maillage.${process.ppid}.partial`);
    for (const path of [dead, living]) writeFileSync(path, 'half');
    await workspace.call('workspace.backup', {});
    expect([existsSync(dead), existsSync(living)]).toEqual([false, true]);
  });

  it('never counts what the user asked for among the rolling ones', async () => {
    const open = workspace.service.workspace;
    if (open?.writer == null) throw new Error('not open');
    await workspace.call('workspace.backup', {});
    for (let n = 0; n < 6; n += 1) rollBackup(open.writer, open.path, open.backupFolder, new Date(2026, 0, 1, 8 + n));
    const rows = listBackups(open.backupFolder, null);
    expect(rows.filter((row) => row.reason === 'rolling').length).toBe(3);
    expect(rows.filter((row) => row.reason === 'manual').length).toBe(1);
  });
});

describe('migrating', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'maillage-migrate-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('copies the file first, and on failure leaves it as it was and names the copy', async () => {
    await workspace.call('sites.create', { name: 'Lyon' });
    await shut();
    const path = join(folder, 'old.maillage');
    copyFileSync(workspace.path, path);
    const db = openWriter(path);
    const copy = join(folder, 'copy.maillage');
    const failing = [
      ...migrations,
      {
        version: latestVersion + 1,
        name: 'failing',
        up: async (kysely: Parameters<(typeof migrations)[number]['up']>[0]) => {
          await sql`create table half_done (a integer)`.execute(kysely);
          await sql`delete from sites`.execute(kysely);
          throw new Error('on purpose');
        },
      },
    ];
    const backup = (): string => {
      db.prepare('vacuum into ?').run(copy);
      return copy;
    };
    await expect(migrate(db, path, backup, failing)).rejects.toMatchObject({
      code: 'migration_failed',
      details: { backup: copy },
    });
    expect(existsSync(copy)).toBe(true);
    expect(db.pragma('user_version', { simple: true })).toBe(latestVersion);
    expect(db.prepare('select count(*) from sites').pluck().get()).toBe(1);
    expect(db.prepare(`select count(*) from sqlite_schema where name = 'half_done'`).pluck().get()).toBe(0);
    db.close();
  });

  it('refuses a migration that breaks a reference', async () => {
    await shut();
    const path = join(folder, 'old.maillage');
    copyFileSync(workspace.path, path);
    const db = openWriter(path);
    const breaking = [
      ...migrations,
      {
        version: latestVersion + 1,
        name: 'breaking',
        up: async (kysely: Parameters<(typeof migrations)[number]['up']>[0]) => {
          await sql`insert into measurements (id, initiativeId, indicatorId, date, value, provenance, createdAt, updatedAt) values ('00000000-0000-7000-8000-000000000001', 'no', 'no', '2026-01-01', 1, 'declared', 'x', 'x')`.execute(
            kysely,
          );
        },
      },
    ];
    await expect(migrate(db, path, () => join(folder, 'copy'), breaking)).rejects.toMatchObject({
      code: 'migration_failed',
    });
    expect(db.prepare('select count(*) from measurements').pluck().get()).toBe(0);
    db.close();
  });
});
