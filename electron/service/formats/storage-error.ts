/** Tells a full disk, a disk that does not answer and a damaged file apart, from what SQLite and the system say of them. */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/base/result.ts';

/** With less than this a database cannot even make its index of the log. */
const leastFreeBytes = 512 * 1024;

const noSpace = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);

/** A share that went away, a stick pulled out, a sector that cannot be read: it may answer again. */
const noAnswer = new Set([
  'EIO',
  'ESTALE',
  'ENXIO',
  'ENODEV',
  'ENOTCONN',
  'ETIMEDOUT',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOLINK',
  'EREMOTEIO',
]);

function hasNoSpace(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < leastFreeBytes;
  } catch {
    return false; // The folder cannot be asked: then it is not for want of space that it failed.
  }
}

/** The code of an error or of what caused it, the first that there is. */
export function systemCode(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string' && !(at instanceof AppError)) return code;
  }
  return '';
}

/**
 * `disk_full` or `disk_failing` for an error that tells of one, with `path` as its place; null for any other. SQLite says
 * "input/output error" for some writes that only lacked space, so the disk is asked.
 */
export function diskError(cause: unknown, path: string): AppError | null {
  const code = systemCode(cause);
  if (noSpace.has(code)) return new AppError('disk_full', { path }, { cause });
  if (noAnswer.has(code)) return new AppError('disk_failing', { path }, { cause });
  const isVague = code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN');
  if (isVague && hasNoSpace(path)) return new AppError('disk_full', { path }, { cause });
  return code.startsWith('SQLITE_IOERR') ? new AppError('disk_failing', { path }, { cause }) : null;
}

/** Like `diskError`, and `workspace_damaged` for what cannot be understood in the file. */
export function storageError(cause: unknown, path: string): AppError | null {
  const ofTheDisk = diskError(cause, path);
  if (ofTheDisk !== null) return ofTheDisk;
  const code = systemCode(cause);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new AppError('workspace_damaged', { path }, { cause });
  return null;
}
