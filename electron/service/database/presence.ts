/** Knows whether the file on disk is still the one that was opened, with the content that we gave it. */
import { closeSync, fstatSync, lstatSync, openSync, type BigIntStats } from 'node:fs';
import { AppError } from '#shared/base/result.ts';
import { diskError } from '../formats/storage-error.ts';
import { fingerprint } from './mark.ts';

/** Not in its place any more; another one in its place; the same one, written by another program. */
export type Loss = 'removed' | 'replaced' | 'changed';

export interface Presence {
  /** What has become of the file, or null when it is as we left it. Throws `disk_failing` when the disk does not answer. */
  check: () => Loss | null;
  /** Whether the log is still in its place: what is written to one that was removed, a crash would lose. */
  hasLog: () => boolean;
  /** As the file is now, it is to stay: we have just written to it ourselves, or read it. `page` holds its mark, if it is ours to write. */
  settle: (page: number | null) => void;
  /** After the connections: to close any handle of a file drops the locks that this process holds on it. */
  close: () => void;
  /** Whether somebody has written to the file without changing what it holds, since this was last set to false. */
  touched: boolean;
}

function look(path: string): BigIntStats | null {
  try {
    return lstatSync(path, { bigint: true });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw diskError(cause, path) ?? new AppError('disk_failing', { path }, { cause });
  }
}

const isSame = (one: BigIntStats | null, other: BigIntStats | null): boolean =>
  one !== null && other !== null && one.dev === other.dev && one.ino === other.ino;

/**
 * Begins to watch the file at `path` (its real place, no link), before any connection to it is opened. The handle kept open is
 * asked at the same moment as the name, so that file systems which number their files anew each time do no harm.
 */
export function watchPresence(path: string): Presence {
  const handle = openSync(path, 'r');
  let left: { stat: BigIntStats; print: Buffer; page: number | null } | null = null;
  let log: BigIntStats | null = null;

  const held = (): BigIntStats | null => {
    try {
      return fstatSync(handle, { bigint: true });
    } catch (cause) {
      // A server that no longer knows the file we hold: with another of that name there, it was replaced.
      if ((cause as NodeJS.ErrnoException).code === 'ESTALE') return null;
      throw diskError(cause, path) ?? new AppError('disk_failing', { path }, { cause });
    }
  };

  const presence: Presence = {
    touched: false,
    check: () => {
      const there = look(path);
      if (there === null) return 'removed';
      const ours = held();
      if (!isSame(there, ours)) return 'replaced';
      if (left === null || (there.size === left.stat.size && there.mtimeNs === left.stat.mtimeNs)) return null;
      // A file that is only read may be looked at again for a date alone; for want of a mark it cannot be told otherwise.
      if (left.page === null) return 'changed';
      // Only the date differs: a server that dates its files itself, or somebody who touched it.
      if (there.size !== left.stat.size || !fingerprint(handle, left.page).equals(left.print)) return 'changed';
      left.stat = there;
      presence.touched = true;
      return null;
    },
    hasLog: () => {
      const there = look(`${path}-wal`);
      log ??= there;
      return isSame(there, log);
    },
    settle: (page) => {
      const stat = held();
      if (stat !== null) left = { stat, print: fingerprint(handle, page), page };
      log ??= look(`${path}-wal`);
    },
    close: () => closeSync(handle),
  };
  return presence;
}
