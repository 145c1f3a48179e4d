/** Opens a workspace, for writing or for reading alone, and closes it again. */
import { realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { ReadOnlyReason, WorkspaceInfo } from '#shared/workspace/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { backupFolder, isRollDue, rollBackup, writeBackup } from './database/backup.ts';
import { refuseLinks, sweepPartials } from './formats/beside.ts';
import { kyselyOver, openReader, openWriter, type RawDatabase } from './database/connect.ts';
import { installHistory } from './database/history.ts';
import { acquireLock } from './database/lock.ts';
import { isLogOwn } from './database/mark.ts';
import { assertWorkspaceFile, migrate, schemaVersion } from './database/migrate.ts';
import { watchPresence, type Presence } from './database/presence.ts';
import { diskError, storageError, systemCode } from './formats/storage-error.ts';
import { latestVersion } from './migrations/index.ts';
import { discard, readOnlyReason, readPrivately, type PrivateCopy } from './reading.ts';
import type { Workspace } from './workspace.ts';
import { foldIn, lookAfter } from './writing.ts';

export interface OpenOptions {
  /** Refuse to migrate: the caller wants to ask first. */
  migrate?: boolean;
  backupFolder?: string | null;
  /** Folder for private copies, which go when the workspace is closed. */
  temporary?: string;
  rescueFolder?: string | null;
  onLoss?: Workspace['onLoss'];
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
  const reason = readOnlyReason(path);
  if (reason !== null) return openForReading(path, reason, options);
  try {
    return await openForWriting(path, options);
  } catch (cause) {
    // Seen only by trying: the folder takes no lock.
    const refused = noEntry(cause);
    if (refused === null) throw cause;
    return openForReading(path, refused, options);
  }
}

/** Where the file really lies: through a link, or two, it has one lock, one log and one folder of copies. Throws `workspace_missing`. */
export function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (cause) {
    throw diskError(cause, path) ?? new AppError('workspace_missing', { path }, { cause });
  }
}

/** The system's refusal of a file beside ours, as the reason why we only read. */
function noEntry(cause: unknown): ReadOnlyReason | null {
  const code = systemCode(cause);
  if (code === 'EROFS') return 'medium';
  return code === 'EACCES' || code === 'EPERM' ? 'folder' : null;
}

async function openForWriting(path: string, options: OpenOptions): Promise<Workspace> {
  refuseLinks(['-wal', '-shm', '-journal'].map((ending) => path + ending));
  const lock = acquireLock(path);
  let presence: Presence | null = null;
  let writer: RawDatabase | null = null;
  try {
    presence = watchPresence(path);
    sweepPartials(dirname(path));
    const logAside = isLogOwn(path) ? null : putLogAside(path);
    refuseForeignFile(path);
    writer = openWriter(path);
    // Folded in by `foldIn` only, which knows what it does to the file.
    writer.pragma('wal_autocheckpoint = 0');
    const folder = backupFolder(path, options.backupFolder ?? null);
    const connection = writer;
    if (options.migrate === false && schemaVersion(connection) < latestVersion)
      throw new AppError('migration_failed', { path, version: latestVersion, backup: null });
    await migrate(connection, path, () => writeBackup(connection, path, folder, 'migration').path);
    assertComplete(connection, path);
    installHistory(connection);
    const reader = openReader(path);
    const workspace = opened({ path, options, reader, writer, lock, presence, logAside });
    foldIn(workspace);
    return workspace;
  } catch (cause) {
    writer?.close();
    presence?.close();
    lock.release();
    throw asWorkspaceError(cause, path);
  }
}

async function openForReading(path: string, reason: ReadOnlyReason, options: OpenOptions): Promise<Workspace> {
  const presence = watchPresence(path);
  let copy: PrivateCopy | null = null;
  try {
    copy = await readPrivately(path, presence, options.temporary);
    assertComplete(copy.reader, path);
    return opened({ path, options, reader: copy.reader, presence, readOnly: reason, privateFolder: copy.folder });
  } catch (cause) {
    if (copy !== null) discard(copy.reader, copy.folder);
    presence.close();
    throw asWorkspaceError(cause, path);
  }
}

type Given = Pick<Workspace, 'path' | 'reader' | 'presence'> & Partial<Workspace> & { options: OpenOptions };

function opened({ options, ...given }: Given): Workspace {
  const writer = given.writer ?? null;
  return {
    readOnly: null,
    lock: null,
    loss: null,
    onLoss: options.onLoss ?? (() => undefined),
    isLogNew: true,
    hasOwnMark: false,
    logAside: null,
    queue: Promise.resolve(),
    rest: null,
    backupFolder: backupFolder(given.path, options.backupFolder ?? null),
    rescueFolder: options.rescueFolder ?? null,
    privateFolder: null,
    copies: 0,
    pictures: 0,
    folded: 0,
    ...given,
    writer,
    writerDb: writer === null ? null : kyselyOver(writer),
    readerDb: kyselyOver(given.reader),
  };
}

/** A log that is not this file's own is of no use to it, but perhaps to somebody: it is kept under another name. */
function putLogAside(path: string): string {
  const aside = `${path}-wal.${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.aside`;
  renameSync(`${path}-wal`, aside);
  rmSync(`${path}-shm`, { force: true });
  return aside;
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
  if (workspace.writer === null || workspace.loss !== null || !isRollDue(workspace.writer, workspace.backupFolder, now))
    return false;
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

/**
 * Folds the log into the file, closes the connections and gives the lock back. Into a file that another program has written
 * nothing is folded: its log stays beside it, and is put aside at the next opening.
 */
export async function closeWorkspace(workspace: Workspace): Promise<void> {
  await workspace.queue.catch(() => undefined);
  if (workspace.rest !== null) clearTimeout(workspace.rest);
  const { reader, writer, presence, lock } = workspace;
  const mayFold = endIsOurs(workspace);
  if (writer === null) discard(reader, workspace.privateFolder);
  else if (mayFold) {
    reader.close();
    foldAtEnd(workspace);
    writer.close();
  } else {
    // The last connection to close would fold the log in; one that only reads cannot.
    writer.close();
    reader.close();
  }
  if (workspace.loss !== null && mayFold) removeLog(workspace);
  presence.close();
  lock?.release();
}

/** A disk that does not answer is not asked to take more: the log is whole, and is folded in at the next opening. */
function endIsOurs(workspace: Workspace): boolean {
  try {
    return lookAfter(workspace)?.kind !== 'changed';
  } catch {
    return false;
  }
}

/** For want of space the log stays as it is, whole. */
function foldAtEnd(workspace: Workspace): void {
  try {
    foldIn(workspace);
  } catch (error) {
    if (diskError(error, workspace.path) === null) throw error;
  }
}

/** The log of a file that is no more where it was: folded in, and in nobody's way. */
function removeLog({ path, presence }: Workspace): void {
  if (!presence.hasLog()) return;
  rmSync(`${path}-wal`, { force: true });
  rmSync(`${path}-shm`, { force: true });
}

export function workspaceInfo(workspace: Workspace): WorkspaceInfo {
  const row = workspace.reader.prepare('select name, lang from organisation').get() as {
    name: string;
    lang: 'fr' | 'en';
  };
  return {
    path: workspace.path,
    name: basename(workspace.path, extname(workspace.path)),
    readOnly: workspace.readOnly !== null,
    readOnlyReason: workspace.readOnly,
    loss: workspace.loss,
    logAside: workspace.logAside,
    version: schemaVersion(workspace.reader),
    organisation: row.name,
    lang: row.lang,
  };
}
