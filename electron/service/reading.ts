/** Opens a workspace that cannot be written: a private copy is read, for SQLite would have to put files beside the original. */
import { accessSync, constants, lstatSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ReadOnlyReason } from '#shared/workspace/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { kyselyOver, openReader, openWriter, type RawDatabase } from './database/connect.ts';
import { isLogOwn } from './database/mark.ts';
import { assertWorkspaceFile, migrate } from './database/migrate.ts';
import { watchPresence, type Presence } from './database/presence.ts';
import type { Workspace } from './workspace.ts';

/** Why the file at `path` cannot be written, as far as can be seen without trying; null when it seems that it can. */
export function readOnlyReason(path: string): ReadOnlyReason | null {
  const reasonOf = (place: string, otherwise: ReadOnlyReason): ReadOnlyReason | null => {
    try {
      accessSync(place, constants.W_OK);
      return null;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EROFS' ? 'medium' : otherwise;
    }
  };
  const ofTheFile = reasonOf(path, 'file');
  if (ofTheFile !== null) return ofTheFile;
  // The system's administrator may write anything; a file marked as not to be written still means it.
  return (statSync(path).mode & 0o222) === 0 ? 'file' : reasonOf(dirname(path), 'folder');
}

export interface PrivateCopy {
  reader: RawDatabase;
  folder: string;
}

/** How often a file that is being written by another machine is copied again, until it held still. */
const attempts = 3;

/** The state of the file at this moment, in a folder that nobody else may enter; brought up to date if it is of an older version. */
export async function readPrivately(
  path: string,
  presence: Presence,
  temporary: string = tmpdir(),
): Promise<PrivateCopy> {
  const folder = mkdtempSync(join(temporary, `maillage-${process.pid}-`));
  const copy = join(folder, 'workspace.maillage');
  try {
    for (let attempt = 1; ; attempt += 1) {
      const reader = await tryCopy(path, copy, presence);
      if (reader !== null) return { reader, folder };
      if (attempt === attempts) throw new AppError('workspace_in_use', { path, holder: '?' });
    }
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw cause;
  }
}

/** Null when the file was written meanwhile, so that its parts may not fit together. */
async function tryCopy(path: string, copy: string, presence: Presence): Promise<RawDatabase | null> {
  presence.settle(null);
  const logged = sizeOf(`${path}-wal`);
  await copyFile(path, copy, constants.COPYFILE_FICLONE);
  rmSync(`${copy}-wal`, { force: true });
  if (logged > 0) await copyFile(`${path}-wal`, `${copy}-wal`, constants.COPYFILE_FICLONE);
  if (presence.check() !== null || sizeOf(`${path}-wal`) !== logged) return null;
  if (logged > 0 && !isLogOwn(copy)) rmSync(`${copy}-wal`);
  lookInto(copy, path);
  const writer = openWriter(copy);
  try {
    await migrate(writer, path, () => path);
    writer.pragma('wal_checkpoint(TRUNCATE)');
    writer.pragma('journal_mode = DELETE');
  } finally {
    writer.close();
  }
  return openReader(copy);
}

function lookInto(copy: string, path: string): void {
  const probe = openReader(copy);
  try {
    assertWorkspaceFile(probe, path);
  } finally {
    probe.close();
  }
}

function sizeOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** How long what was read before stays open: a read that was under way goes on in it. */
const graceMilliseconds = 10_000;

/** Takes a new picture of a file that others have written since, in the place of the one before. Throws what opening does. */
export async function readAnew(workspace: Workspace): Promise<void> {
  const { path, reader, privateFolder, presence } = workspace;
  const next = watchPresence(path);
  try {
    const copy = await readPrivately(path, next, privateFolder === null ? undefined : dirname(privateFolder));
    Object.assign(workspace, {
      reader: copy.reader,
      readerDb: kyselyOver(copy.reader),
      presence: next,
      privateFolder: copy.folder,
      loss: null,
      pictures: workspace.pictures + 1,
    });
  } catch (cause) {
    next.close();
    throw cause;
  }
  setTimeout(() => {
    discard(reader, privateFolder);
    presence.close();
  }, graceMilliseconds).unref();
}

/** Closes what reads, and removes the private copy that it read. */
export function discard(reader: RawDatabase, folder: string | null): void {
  reader.close();
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
}
