/** Checked copies of a workspace: before a migration, rolling while it is used, on request; and the way back. */
import Database from 'better-sqlite3';
import {
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Backup } from '#shared/workspace/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { makeExclusively, partialName, refuseLinks, sweepPartials } from '../formats/beside.ts';
import { openReader, type RawDatabase } from './connect.ts';
import { renewMark } from './mark.ts';
import { assertWorkspaceFile } from './migrate.ts';
import { diskError, systemCode } from '../formats/storage-error.ts';

export type BackupReason = Backup['reason'];

/** Of today's copies the three newest stay, of each earlier day the newest, ten in all. */
export const keptToday = 3;
export const keptInAll = 10;

/** Where the copies of a workspace lie: the chosen folder, else a folder beside the file. */
export function backupFolder(path: string, chosen: string | null): string {
  const name = basename(path, extname(path));
  return chosen === null ? join(dirname(path), `${name}-backups`) : join(chosen, `${name}-backups`);
}

function stamp(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
}

const fileName =
  /^(.+)\.(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})(?:-\d+)?\.(rolling|migration|manual|restore|rescue)(?:\.([0-9a-f]{12}))?\.maillage$/;

/** What tells one workspace from another, whatever both are called: the id that its organisation was given when it was made. */
function workspaceId(db: RawDatabase): string {
  const ids = db.prepare('select id from organisation limit 2').pluck().all() as string[];
  return ids.length === 1 ? (ids[0] ?? '') : '';
}

/** The part of a workspace's id that its copies bear in their names: the random end, for the start counts the time. */
const tagOf = (id: string): string => id.slice(-12);

/**
 * Writes a copy of the open database to the folder and checks it; a copy that cannot be read again is not kept.
 * Throws `file_unwritable`, `disk_full`, `disk_failing`, `link_refused` or `backup_invalid`.
 */
export function writeBackup(
  db: RawDatabase,
  path: string,
  folder: string,
  reason: BackupReason,
  at: Date = new Date(),
): Backup {
  refuseLinks([folder]);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw diskError(cause, folder) ?? new AppError('file_unwritable', { path: folder }, { cause });
  }
  sweepPartials(folder);
  const base = `${basename(path, extname(path))}.${stamp(at)}`;
  const ending = `${reason}.${tagOf(workspaceId(db))}.maillage`;
  let target = join(folder, `${base}.${ending}`);
  for (let n = 2; existsSync(target); n += 1) target = join(folder, `${base}-${n}.${ending}`);
  return copyTo(db, target, reason, at);
}

/** Like `writeBackup`, to a path the user chose. The target appears whole or not at all. */
export function copyTo(db: RawDatabase, target: string, reason: BackupReason, at: Date = new Date()): Backup {
  const partial = partialName(target);
  try {
    makeExclusively(partial);
    db.prepare('vacuum into ?').run(partial);
    giveOwnMark(partial);
    verifyCopy(partial);
    renameSync(partial, target);
  } catch (cause) {
    rmSync(partial, { force: true });
    rmSync(`${partial}-journal`, { force: true });
    if (cause instanceof AppError)
      throw cause.code === 'backup_invalid' ? cause : new AppError(cause.code, { path: target }, { cause });
    if (systemCode(cause).startsWith('SQLITE_CORRUPT'))
      throw new AppError('workspace_damaged', { path: db.name }, { cause });
    throw diskError(cause, target) ?? new AppError('file_unwritable', { path: target }, { cause });
  }
  return { path: target, at: at.toISOString(), size: statSync(target).size, reason };
}

/** A copy is another file: a log of the one it was made from does not belong to it. */
function giveOwnMark(path: string): void {
  const copy = new Database(path);
  try {
    renewMark(copy);
  } finally {
    copy.close();
  }
}

/** Looks into a copy: throws `backup_invalid` unless it is a sound workspace of a version this app knows. Answers its id and the organisation's name. */
export function verifyCopy(path: string): { id: string; organisation: string } {
  if (!existsSync(path)) throw new AppError('file_missing', { path });
  let copy: RawDatabase | null = null;
  try {
    copy = openReader(path);
    assertWorkspaceFile(copy, path);
    const id = workspaceId(copy);
    if (id === '' || copy.pragma('quick_check', { simple: true }) !== 'ok')
      throw new AppError('backup_invalid', { path });
    return { id, organisation: copy.prepare('select name from organisation limit 1').pluck().get() as string };
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'database_newer') throw cause;
    throw diskError(cause, path) ?? new AppError('backup_invalid', { path }, { cause });
  } finally {
    copy?.close();
  }
}

/** The id of a workspace that can be read, else null. */
function idAt(path: string): string | null {
  let db: RawDatabase | null = null;
  try {
    db = openReader(path);
    assertWorkspaceFile(db, path);
    return workspaceId(db) || null;
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

/** The copies of a workspace in a folder, newest first; all of them when it cannot be told whose they are (`id` null). */
export function listBackups(folder: string, id: string | null): Backup[] {
  refuseLinks([folder]);
  if (!existsSync(folder)) return [];
  const rows: Backup[] = [];
  for (const name of readdirSync(folder)) {
    const match = fileName.exec(name);
    if (match === null) continue;
    const path = join(folder, name);
    const stat = lstatSync(path);
    // Copies of before had no mark of whose they are in their name: then what is in them says it.
    if (!stat.isFile() || !(id === null || (match[7] === undefined ? idAt(path) === id : match[7] === tagOf(id))))
      continue;
    const at = new Date(`${match[2]}T${match[3]}:${match[4]}:${match[5]}`);
    rows.push({ path, at: at.toISOString(), size: stat.size, reason: match[6] as BackupReason });
  }
  return rows.sort((a, b) => b.at.localeCompare(a.at) || b.path.localeCompare(a.path));
}

/** The copies of the workspace at `path`, whether or not it can be opened. */
export function backupsOf(path: string, folder: string): Backup[] {
  return listBackups(folder, existsSync(path) ? idAt(path) : null);
}

/** Which rolling copies may go, given all of them and the present moment. Pure, so that it can be proved. */
export function expiredBackups(rows: Backup[], now: Date): Backup[] {
  const day = (iso: string): string => stamp(new Date(iso)).slice(0, 10);
  const today = stamp(now).slice(0, 10);
  const rolling = rows.filter((row) => row.reason === 'rolling').sort((a, b) => b.at.localeCompare(a.at));
  const kept: Backup[] = [];
  const daysKept = new Set<string>();
  for (const row of rolling) {
    const rowDay = day(row.at);
    const isToday = rowDay === today;
    const room = kept.length < keptInAll;
    const wanted = isToday ? kept.filter((other) => day(other.at) === today).length < keptToday : !daysKept.has(rowDay);
    if (room && wanted) {
      kept.push(row);
      daysKept.add(rowDay);
    }
  }
  return rolling.filter((row) => !kept.includes(row));
}

/** A rolling copy comes at most this often, in milliseconds: a script that opens the file a thousand times must not copy it a thousand times. */
const rollingPause = 60 * 60 * 1000;

/** Whether something was changed since the last rolling copy, and that one is old enough. */
export function isRollDue(db: RawDatabase, folder: string, now: Date = new Date()): boolean {
  const lastAction = db.prepare('select at from transactions order by seq desc limit 1').pluck().get() as
    | string
    | undefined;
  if (lastAction === undefined) return false;
  const newest = listBackups(folder, workspaceId(db)).find((row) => row.reason === 'rolling');
  return newest === undefined || (lastAction > newest.at && now.getTime() - Date.parse(newest.at) >= rollingPause);
}

/** A rolling copy, and the removal of those of this workspace that have had their time. */
export function rollBackup(db: RawDatabase, path: string, folder: string, now: Date = new Date()): Backup {
  const made = writeBackup(db, path, folder, 'rolling', now);
  for (const old of expiredBackups(listBackups(folder, workspaceId(db)), now)) rmSync(old.path, { force: true });
  return made;
}

/**
 * Puts a copy in the place of the workspace. The present state, if readable, is kept beside the other copies first; the copy
 * of another workspace is refused (`backup_foreign`). The workspace must be closed and locked by the caller.
 */
export function restoreBackup(path: string, backup: string, folder: string): void {
  const copy = verifyCopy(backup);
  if (existsSync(path)) {
    const present = idAt(path);
    if (present !== null && present !== copy.id)
      throw new AppError('backup_foreign', { path: backup, organisation: copy.organisation });
    keepPresentState(path, folder);
  }
  const partial = partialName(path);
  try {
    copyFileSync(backup, partial, constants.COPYFILE_EXCL);
    giveOwnMark(partial);
    verifyCopy(partial);
    // The old log must go before the new file comes: SQLite would replay it into the wrong database.
    rmSync(`${path}-wal`, { force: true });
    rmSync(`${path}-shm`, { force: true });
    renameSync(partial, path);
  } catch (cause) {
    rmSync(partial, { force: true });
    if (cause instanceof AppError) throw cause;
    throw diskError(cause, path) ?? new AppError('file_unwritable', { path }, { cause });
  }
}

function keepPresentState(path: string, folder: string): void {
  let present: RawDatabase | null = null;
  try {
    present = openReader(path);
    writeBackup(present, path, folder, 'restore');
  } catch (cause) {
    const ofTheDisk = diskError(cause, folder);
    if (cause instanceof AppError && (cause.code === 'disk_full' || cause.code === 'link_refused')) throw cause;
    if (ofTheDisk?.code === 'disk_full') throw ofTheDisk;
    // Damaged beyond a clean copy: the bytes themselves are kept instead, so that nothing is lost by restoring.
    keepBytes(path, folder);
  } finally {
    present?.close();
  }
}

function keepBytes(path: string, folder: string): void {
  const target = join(folder, `${basename(path)}.${stamp(new Date())}.damaged`);
  const partial = partialName(target);
  try {
    mkdirSync(folder, { recursive: true });
    copyFileSync(path, partial, constants.COPYFILE_EXCL);
    renameSync(partial, target);
  } catch (cause) {
    rmSync(partial, { force: true });
    throw diskError(cause, target) ?? new AppError('file_unwritable', { path: target }, { cause });
  }
}
