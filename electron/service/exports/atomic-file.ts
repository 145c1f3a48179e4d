/** Writes files that appear whole or not at all. */
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { AppError } from '#shared/result.ts';

/** Turns the system's reason for a failed write into ours. */
export function writeError(path: string, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const code = (cause as { code?: string }).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk_full', { path }, { cause });
  return typeof code === 'string' ? new AppError('file_unwritable', { path }, { cause }) : cause;
}

/**
 * Lets `write` fill a temporary file in the target's own folder, then gives it the target's name. On an error or a cancel
 * nothing is left. Throws `file_unwritable`, `disk_full`, `cancelled`.
 */
export async function writeAtomically(path: string, write: (handle: FileHandle) => Promise<void>, signal?: AbortSignal): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    const handle = await open(partial, 'w');
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
export async function writeFileAtomically(path: string, bytes: Uint8Array | string, signal?: AbortSignal): Promise<void> {
  await writeAtomically(path, async (handle) => {
    await handle.writeFile(bytes);
  }, signal);
}
