/** Keeps a workspace to one process at a time, by a lock the operating system drops when that process dies. */
import Database from 'better-sqlite3';
import { closeSync, constants, lstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { AppError } from '#shared/base/result.ts';
import { refuseLinks } from '../formats/beside.ts';
import { diskError } from '../formats/storage-error.ts';

export interface WorkspaceLock {
  release: () => void;
}

/** Beside the file, so that it also holds on a shared drive. */
function lockPath(path: string): string {
  return `${path}-lock`;
}

function holderPath(path: string): string {
  return `${path}-holder`;
}

/**
 * Takes the lock of the workspace at `path`. Throws `workspace_in_use` when another process holds it, `link_refused` when a
 * link stands in its place, `disk_full`, `disk_failing`. The lock is an exclusive transaction on a small SQLite file: a killed
 * process leaves the file but never the lock.
 */
export function acquireLock(path: string): WorkspaceLock {
  const file = lockPath(path);
  for (;;) {
    refuseLinks([file]);
    closeSync(openSync(file, constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0)));
    const before = inode(file);
    const lock = new Database(file, { timeout: 0 });
    try {
      lock.pragma('journal_mode = MEMORY');
      lock.exec('begin exclusive');
    } catch (cause) {
      lock.close();
      throw diskError(cause, path) ?? new AppError('workspace_in_use', { path, holder: readHolder(path) }, { cause });
    }
    // The former holder may have removed the file between our opening and locking it: we would hold what nobody can see.
    if (before !== null && inode(file) === before) {
      writeHolder(path);
      return { release: () => release(file, path, before, lock) };
    }
    lock.close();
  }
}

/** Of the name itself: what a link leads to is not ours. */
function inode(file: string): bigint | null {
  const stat = lstatSync(file, { throwIfNoEntry: false, bigint: true });
  return stat === undefined || stat.isSymbolicLink() ? null : stat.ino;
}

function release(file: string, path: string, held: bigint, lock: Database.Database): void {
  // Taken away meanwhile, and perhaps another's by now: that one stays.
  if (inode(file) === held) {
    rmSync(holderPath(path), { force: true });
    // Windows cannot remove an open file; there the empty lock file stays, harmless.
    if (process.platform !== 'win32') rmSync(file, { force: true });
  }
  if (lock.open) lock.close();
}

function writeHolder(path: string): void {
  try {
    // What a killed process left, or a link that somebody laid there: the name itself is removed, and made anew.
    rmSync(holderPath(path), { force: true });
    writeFileSync(holderPath(path), `${process.pid}@${hostname()}`, { flag: 'wx' });
  } catch {
    // Only a courtesy to the next one who is refused; the lock itself holds.
  }
}

function readHolder(path: string): string {
  try {
    refuseLinks([holderPath(path)]);
    return readFileSync(holderPath(path), 'utf8').slice(0, 200) || '?';
  } catch {
    return '?';
  }
}
