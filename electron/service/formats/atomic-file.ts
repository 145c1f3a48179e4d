/** Writes files that appear whole or not at all. */
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '#shared/base/result.ts';
import { partialName, sweepPartials } from './beside.ts';
import { diskError, systemCode } from './storage-error.ts';

/** Turns the system's reason for a failed write into ours. */
export function writeError(path: string, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const code = systemCode(cause);
  // What the database says while a file is being made from it tells of the database, not of the file.
  if (!/^E[A-Z0-9]+$/.test(code)) return cause;
  return diskError(cause, path) ?? new AppError('file_unwritable', { path }, { cause });
}

/** A slip of the hand in a terminal must not put a report in the place of a network: no export replaces a database. */
async function refuseDatabase(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null); // Not there, or not to be read: the writing itself will tell.
  if (handle === null) return;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(15), 0, 15, 0);
    if (bytesRead === 15 && buffer.toString('latin1') === 'SQLite format 3')
      throw new AppError('workspace_exists', { path });
  } finally {
    await handle.close();
  }
}

/**
 * Lets `write` fill a temporary file in the target's own folder, then gives it the target's name. On an error or a cancel
 * nothing is left; what a killed process left goes with the next file written there. Throws `file_unwritable`, `disk_full`, `cancelled`,
 * `workspace_exists` for a target that is a database.
 */
export async function writeAtomically(
  path: string,
  write: (handle: FileHandle) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const partial = partialName(path);
  try {
    await refuseDatabase(path);
    sweepPartials(dirname(path));
    const handle = await open(partial, 'wx');
    try {
      await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (signal?.aborted === true) throw new AppError('cancelled');
    await rename(partial, path);
  } catch (cause) {
    await rm(partial, { force: true });
    throw writeError(path, cause);
  }
}

/** Writes one content whole. */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array | string,
  signal?: AbortSignal,
): Promise<void> {
  await writeAtomically(
    path,
    async (handle) => {
      await handle.writeFile(bytes);
    },
    signal,
  );
}
