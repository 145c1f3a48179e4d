/** The workspace that this process has open: its two connections, its lock, its queue of writes. */
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { Kysely } from 'kysely';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { backupFolder, isRollDue, rollBackup, writeBackup } from './database/backup.ts';
import { refuseLinks, sweepPartials } from './formats/beside.ts';
import { kyselyOver, openReader, openWriter, type RawDatabase } from './database/connect.ts';
import { installHistory } from './database/history.ts';
import { acquireLock, type WorkspaceLock } from './database/lock.ts';
import { assertWorkspaceFile, migrate, schemaVersion } from './database/migrate.ts';
import { diskError, storageError } from './formats/storage-error.ts';
import type { Tables } from './database/tables.ts';
import { latestVersion } from './migrations/index.ts';

export interface Workspace {
  path: string;
  readOnly: boolean;
  /** Null in a read-only workspace. */
  writer: RawDatabase | null;
  writerDb: Kysely<Tables> | null;
  reader: RawDatabase;
  readerDb: Kysely<Tables>;
  lock: WorkspaceLock | null;
  /** The last place in the queue of writes: each waits for the one before. */
  queue: Promise<unknown>;
  backupFolder: string;
  /** How many copies were made of it since it was opened. */
  copies: number;
}

export interface OpenOptions {
  /** Refuse to migrate: the caller wants to ask first. */
  migrate?: boolean;
  backupFolder?: string | null;
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return (statSync(path).mode & 0o222) !== 0;
  } catch {
    return false;
  }
}

/**
 * Opens an existing workspace. Throws `workspace_missing`, `workspace_empty`, `workspace_invalid`, `workspace_in_use`, `link_refused`,
 * `database_newer`, `migration_failed`, `disk_full`, `disk_failing`.
 */
export async function openWorkspace(given: string, options: OpenOptions = {}): Promise<Workspace> {
  const path = placeOf(resolve(given));
  const stat = statSync(path);
  if (!stat.isFile()) throw new AppError('workspace_invalid', { path });
  // SQLite would take it for a database that is yet to be filled; most often a copy that did not come to its end.
  if (stat.size === 0) throw new AppError('workspace_empty', { path });
  return isWritable(path) ? openForWriting(path, options) : openForReading(path, options);
}

/** Where the file really lies: through a link, or two, it has one lock, one log and one folder of copies. */
function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (cause) {
    throw diskError(cause, path) ?? new AppError('workspace_missing', { path }, { cause });
  }
}

async function openForWriting(path: string, options: OpenOptions): Promise<Workspace> {
  refuseLinks(['-wal', '-shm', '-journal'].map((ending) => path + ending));
  const lock = acquireLock(path);
  let writer: RawDatabase | null = null;
  try {
    sweepPartials(dirname(path));
    refuseForeignFile(path);
    writer = openWriter(path);
    const folder = backupFolder(path, options.backupFolder ?? null);
    const connection = writer;
    if (options.migrate === false && schemaVersion(connection) < latestVersion)
      throw new AppError('migration_failed', { path, version: latestVersion, backup: null });
    await migrate(connection, path, () => writeBackup(connection, path, folder, 'migration').path);
    assertComplete(connection, path);
    installHistory(connection);
    const reader = openReader(path);
    return {
      path,
      readOnly: false,
      writer,
      writerDb: kyselyOver(writer),
      reader,
      readerDb: kyselyOver(reader),
      lock,
      queue: Promise.resolve(),
      backupFolder: folder,
      copies: 0,
    };
  } catch (cause) {
    writer?.close();
    lock.release();
    throw asWorkspaceError(cause, path);
  }
}

function openForReading(path: string, options: OpenOptions): Workspace {
  let reader: RawDatabase | null = null;
  try {
    reader = openReader(path);
    assertWorkspaceFile(reader, path);
    // An older read-only file cannot be brought up to date in place.
    if (schemaVersion(reader) < latestVersion) throw new AppError('database_read_only', { path });
    assertComplete(reader, path);
  } catch (cause) {
    reader?.close();
    throw asWorkspaceError(cause, path);
  }
  return {
    path,
    readOnly: true,
    writer: null,
    writerDb: null,
    reader,
    readerDb: kyselyOver(reader),
    lock: null,
    queue: Promise.resolve(),
    backupFolder: backupFolder(path, options.backupFolder ?? null),
    copies: 0,
  };
}

/** Looks at the file before a writing connection touches it: opening a stranger's database in WAL mode would change it. */
function refuseForeignFile(path: string): void {
  const probe = openReader(path);
  try {
    assertWorkspaceFile(probe, path);
  } finally {
    probe.close();
  }
}

/** A creation cut off by a crash leaves a schema without an organisation: not a workspace. */
function assertComplete(db: RawDatabase, path: string): void {
  const organisations = db.prepare('select 1 from organisation limit 2').all();
  if (organisations.length !== 1) throw new AppError('workspace_invalid', { path });
}

function asWorkspaceError(cause: unknown, path: string): unknown {
  if (cause instanceof AppError) return cause;
  const code = (cause as { code?: string }).code ?? '';
  if (code === 'SQLITE_NOTADB') return new AppError('workspace_invalid', { path }, { cause });
  const ofTheDisk = storageError(cause, path);
  if (ofTheDisk !== null) return ofTheDisk;
  if (code.startsWith('SQLITE_BUSY')) return new AppError('workspace_in_use', { path, holder: '?' }, { cause });
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY'))
    return new AppError('database_read_only', { path }, { cause });
  return cause;
}

/** Makes the rolling copy when its time has come: at opening, and as the work goes on. Answers whether it did. */
export function rollIfDue(workspace: Workspace, now: Date = new Date()): boolean {
  if (workspace.writer === null || !isRollDue(workspace.writer, workspace.backupFolder, now)) return false;
  rollBackup(workspace.writer, workspace.path, workspace.backupFolder, now);
  workspace.copies += 1;
  return true;
}

/** Copies go to another folder from now on; null is the one beside the file. */
export function chooseBackupFolder(
  service: { backupFolder: string | null; workspace: Workspace | null },
  chosen: string | null,
): void {
  service.backupFolder = chosen;
  if (service.workspace !== null) service.workspace.backupFolder = backupFolder(service.workspace.path, chosen);
}

/** Closes the connections, folds the log into the file and gives the lock back. */
export async function closeWorkspace(workspace: Workspace): Promise<void> {
  await workspace.queue.catch(() => undefined);
  workspace.reader.close();
  if (workspace.writer !== null) {
    workspace.writer.pragma('wal_checkpoint(TRUNCATE)');
    workspace.writer.close();
  }
  workspace.lock?.release();
}

/** Lets `run` have the writing connection for itself, after everything queued before it. */
export function inWriteQueue<T>(workspace: Workspace, run: () => Promise<T>): Promise<T> {
  const turn = workspace.queue.catch(() => undefined).then(run);
  workspace.queue = turn.catch(() => undefined);
  return turn;
}

export function workspaceInfo(workspace: Workspace): WorkspaceInfo {
  const row = workspace.reader.prepare('select name, lang from organisation').get() as {
    name: string;
    lang: 'fr' | 'en';
  };
  return {
    path: workspace.path,
    name: basename(workspace.path, extname(workspace.path)),
    readOnly: workspace.readOnly,
    version: schemaVersion(workspace.reader),
    organisation: row.name,
    lang: row.lang,
  };
}
