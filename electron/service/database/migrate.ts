/** Brings a workspace file to the newest schema, one transaction a version, after a checked copy. */
import { existsSync, rmSync } from 'node:fs';
import { SqliteDialect, Kysely } from 'kysely';
import { AppError } from '#shared/base/result.ts';
import { latestVersion, migrations as allMigrations, type Migration } from '../migrations/index.ts';
import { applicationId, type RawDatabase } from './connect.ts';
import { renewMark } from './mark.ts';
import { diskError } from '../formats/storage-error.ts';

export function schemaVersion(db: RawDatabase): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Refuses what is not a workspace (`workspace_invalid`) or comes from a newer version of the app (`database_newer`). */
export function assertWorkspaceFile(db: RawDatabase, path: string): void {
  let id: number;
  try {
    id = db.pragma('application_id', { simple: true }) as number;
  } catch (cause) {
    throw diskError(cause, path) ?? new AppError('workspace_invalid', { path }, { cause });
  }
  if (id !== applicationId) throw new AppError('workspace_invalid', { path });
  const version = schemaVersion(db);
  if (version > latestVersion) throw new AppError('database_newer', { path, version, known: latestVersion });
}

/**
 * Runs the missing migrations. `backupTo(version)` is asked for a path before a non-empty file is touched; the copy is made
 * with VACUUM INTO and checked. On failure everything of that version is rolled back and `migration_failed` names the copy.
 */
export async function migrate(
  db: RawDatabase,
  path: string,
  backup: () => string,
  migrations: Migration[] = allMigrations,
): Promise<{ from: number; to: number; backupPath: string | null }> {
  const isNew = db.prepare('select 1 from sqlite_schema limit 1').get() === undefined;
  if (!isNew) assertWorkspaceFile(db, path);
  const from = schemaVersion(db);
  const missing = migrations.filter((migration) => migration.version > from);
  const backupPath = missing.length > 0 && from > 0 ? backup() : null;
  for (const migration of missing) {
    const before = schemaVersion(db);
    if (migration.version !== before + 1)
      throw new AppError('migration_failed', { path, version: migration.version, backup: backupPath });
    // Tables rebuilt by a migration must not lose their children to a cascade meanwhile; the check below sees to the rest.
    db.pragma('foreign_keys = OFF');
    db.exec('begin immediate');
    try {
      renewMark(db);
      const kysely = new Kysely<unknown>({ dialect: new SqliteDialect({ database: db }) });
      await migration.up(kysely);
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`foreign keys broken by migration ${migration.version}`);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${migration.version}`);
      db.exec('commit');
    } catch (cause) {
      if (db.inTransaction) db.exec('rollback');
      const ofTheDisk = diskError(cause, path);
      if (ofTheDisk !== null) throw ofTheDisk;
      throw new AppError('migration_failed', { path, version: migration.version, backup: backupPath }, { cause });
    } finally {
      db.pragma('foreign_keys = ON');
    }
  }
  return { from, to: schemaVersion(db), backupPath };
}

/** Removes a workspace file with what SQLite keeps beside it. */
export function removeWorkspaceFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal', '-lock', '-holder']) {
    if (existsSync(path + suffix)) rmSync(path + suffix, { force: true });
  }
}
