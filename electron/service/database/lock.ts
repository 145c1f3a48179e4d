/** Keeps a workspace to one process at a time, by a lock the operating system drops when that process dies. */
import Database from 'better-sqlite3';
import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { AppError } from '#shared/base/result.ts';

export interface WorkspaceLock {
  release: () => void;
}

/** Beside the file, so that it also holds on a shared drive. */
function lockPath(path: string): string {
  return `${path}-lock`;
}

/**
 * Takes the lock of the workspace at `path`. Throws `workspace_in_use` when another process holds it. The lock is an
 * exclusive transaction on a small SQLite file: a killed process leaves the file but never the lock.
 */
export function acquireLock(path: string): WorkspaceLock {
  const file = lockPath(path);
  for (;;) {
    closeSync(openSync(file, 'a'));
    const before = inode(file);
    const lock = new Database(file, { timeout: 0 });
    try {
      lock.pragma('journal_mode = MEMORY');
      lock.exec('begin exclusive');
    } catch (cause) {
      lock.close();
      throw new AppError('workspace_in_use', { path, holder: readHolder(path) }, { cause });
    }
    // The former holder may have removed the file between our opening and locking it: we would hold what nobody can see.
    if (before !== null && inode(file) === before) {
      writeHolder(path);
      return { release: () => release(file, path, lock) };
    }
    lock.close();
  }
}

function inode(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.ino ?? null;
}

function release(file: string, path: string, lock: Database.Database): void {
  rmSync(`${path}-holder`, { force: true });
  // Windows cannot remove an open file; there the empty lock file stays, harmless.
  if (process.platform !== 'win32') rmSync(file, { force: true });
  if (lock.open) lock.close();
}

function writeHolder(path: string): void {
  try {
    writeFileSync(`${path}-holder`, `${process.pid}@${hostname()}`);
  } catch {
    // Only a courtesy to the next one who is refused; the lock itself holds.
  }
}

function readHolder(path: string): string {
  try {
    return readFileSync(`${path}-holder`, 'utf8').slice(0, 200) || '?';
  } catch {
    return '?';
  }
}
