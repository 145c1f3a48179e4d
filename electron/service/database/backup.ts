/** Checked copies of a workspace: before a migration, rolling while it is used, on request; and the way back. */
import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Backup } from '#shared/workspace/contract.ts';
import { AppError } from '#shared/base/result.ts';
import type { RawDatabase } from './connect.ts';
import { assertWorkspaceFile } from './migrate.ts';

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
  /^(.+)\.(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})(?:-\d+)?\.(rolling|migration|manual|restore)\.maillage$/;

/**
 * Writes a copy of the open database to the folder and checks it; a copy that cannot be read again is not kept.
 * Throws `file_unwritable` or `backup_invalid`.
 */
export function writeBackup(
  db: RawDatabase,
  path: string,
  folder: string,
  reason: BackupReason,
  at: Date = new Date(),
): Backup {
  mkdirSync(folder, { recursive: true });
  sweepHalfCopies(folder);
  const base = `${basename(path, extname(path))}.${stamp(at)}`;
  let target = join(folder, `${base}.${reason}.maillage`);
  for (let n = 2; existsSync(target); n += 1) target = join(folder, `${base}-${n}.${reason}.maillage`);
  return copyTo(db, target, reason, at);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Removes what a killed process left half written in a folder of copies. */
function sweepHalfCopies(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /\.maillage\.(\d+)\.partial(?:-journal)?$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** Like `writeBackup`, to a path the user chose. The target appears whole or not at all. */
export function copyTo(db: RawDatabase, target: string, reason: BackupReason, at: Date = new Date()): Backup {
  const partial = `${target}.${process.pid}.partial`;
  rmSync(partial, { force: true });
  try {
    db.prepare('vacuum into ?').run(partial);
    verifyCopy(partial);
    renameSync(partial, target);
  } catch (cause) {
    rmSync(partial, { force: true });
    if (cause instanceof AppError) throw cause;
    throw new AppError('file_unwritable', { path: target }, { cause });
  }
  return { path: target, at: at.toISOString(), size: statSync(target).size, reason };
}

/** Throws `backup_invalid` unless the file is a sound workspace of a version this app knows. */
export function verifyCopy(path: string): void {
  if (!existsSync(path)) throw new AppError('file_missing', { path });
  const copy = new Database(path, { readonly: true });
  try {
    assertWorkspaceFile(copy, path);
    const check = copy.pragma('quick_check', { simple: true });
    const organisations = copy.prepare('select count(*) from organisation').pluck().get() as number;
    if (check !== 'ok' || organisations !== 1) throw new AppError('backup_invalid', { path });
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'database_newer') throw cause;
    throw new AppError('backup_invalid', { path }, { cause });
  } finally {
    copy.close();
  }
}

/** The copies in a folder, newest first. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  const rows: Backup[] = [];
  for (const name of readdirSync(folder)) {
    const match = fileName.exec(name);
    if (match === null) continue;
    const at = new Date(`${match[2]}T${match[3]}:${match[4]}:${match[5]}`);
    rows.push({
      path: join(folder, name),
      at: at.toISOString(),
      size: statSync(join(folder, name)).size,
      reason: match[6] as BackupReason,
    });
  }
  return rows.sort((a, b) => b.at.localeCompare(a.at) || b.path.localeCompare(a.path));
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
  const newest = listBackups(folder).find((row) => row.reason === 'rolling');
  const lastAction = db.prepare('select max(at) from transactions').pluck().get() as string | null;
  if (lastAction === null) return false;
  return newest === undefined || (lastAction > newest.at && now.getTime() - Date.parse(newest.at) >= rollingPause);
}

/** A rolling copy, and the removal of those that have had their time. */
export function rollBackup(db: RawDatabase, path: string, folder: string, now: Date = new Date()): Backup {
  const made = writeBackup(db, path, folder, 'rolling', now);
  for (const old of expiredBackups(listBackups(folder), now)) rmSync(old.path, { force: true });
  return made;
}

/**
 * Puts a copy in the place of the workspace. The present state, if readable, is kept beside the other copies first. The
 * workspace must be closed and locked by the caller.
 */
export function restoreBackup(path: string, backup: string, folder: string): void {
  verifyCopy(backup);
  if (existsSync(path)) keepPresentState(path, folder);
  const partial = `${path}.${process.pid}.partial`;
  copyFileSync(backup, partial);
  verifyCopy(partial);
  // The old log must go before the new file comes: SQLite would replay it into the wrong database.
  rmSync(`${path}-wal`, { force: true });
  rmSync(`${path}-shm`, { force: true });
  renameSync(partial, path);
}

function keepPresentState(path: string, folder: string): void {
  try {
    const present = new Database(path, { readonly: true });
    try {
      writeBackup(present, path, folder, 'restore');
    } finally {
      present.close();
    }
  } catch {
    // Damaged beyond a clean copy: the bytes themselves are kept instead, so that nothing is lost by restoring.
    mkdirSync(folder, { recursive: true });
    copyFileSync(path, join(folder, `${basename(path)}.${stamp(new Date())}.damaged`));
  }
}
