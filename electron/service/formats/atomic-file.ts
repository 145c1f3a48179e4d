/** Writes files that appear whole or not at all. */
import { open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/base/result.ts';

/** Turns the system's reason for a failed write into ours. */
export function writeError(path: string, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const code = (cause as { code?: string }).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk_full', { path }, { cause });
  return typeof code === 'string' ? new AppError('file_unwritable', { path }, { cause }) : cause;
}

// Says whose it is, so that what a killed process left can be told from what another is still writing.
const machine = hostname().replace(/[^A-Za-z0-9-]/g, '-') || 'localhost';
const ending = '.maillage-partial';
const ofThisMachine = new RegExp(`\\.${machine}-(\\d+)-\\d+\\${ending}$`);
let count = 0;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be asked, but it is there.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Removes from a folder the unfinished files of processes of this machine that are no more. Never throws: it only tidies up. */
async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = ofThisMachine.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
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
  count += 1;
  const partial = `${path}.${machine}-${process.pid}-${count}${ending}`;
  try {
    await refuseDatabase(path);
    await sweep(dirname(path));
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
