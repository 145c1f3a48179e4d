/** A turn at writing: only into the file that was opened, and so that no crash can lose it or carry it into another file. */
import { existsSync, lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Kysely } from 'kysely';
import type { FileLoss } from '#shared/workspace/contract.ts';
import { AppError, type ErrorCode } from '#shared/base/result.ts';
import { writeBackup } from './database/backup.ts';
import { openReader, type RawDatabase } from './database/connect.ts';
import { changesBehind } from './database/dialect.ts';
import { markPage, renewMark } from './database/mark.ts';
import type { Tables } from './database/tables.ts';
import type { Workspace } from './workspace.ts';

/** From this size on the log is folded in before anything else is written: 1,000 pages, as SQLite would do it. */
const largeLogBytes = 4 * 1024 * 1024;

/** After so long without a change the log is folded in, so that the file alone, as a sync program copies it, is whole. */
const restMilliseconds = 400;

const lossCodes = {
  removed: 'workspace_removed',
  replaced: 'workspace_replaced',
  changed: 'workspace_changed',
} as const satisfies Record<FileLoss['kind'], ErrorCode>;

/** The refusal for a workspace whose file is not what it was. */
export function lossError(path: string, { kind, rescuePath }: FileLoss): AppError {
  return new AppError(lossCodes[kind], { path, rescue: rescuePath });
}

/** The open connection still has what the file had: it is kept at once, for a crash would take it. Null when it could not be. */
function rescue(workspace: Workspace): string | null {
  const { reader, path, backupFolder, rescueFolder } = workspace;
  for (const folder of [existsSync(dirname(path)) ? backupFolder : null, rescueFolder]) {
    if (folder === null) continue;
    try {
      return writeBackup(reader, path, folder, 'rescue').path;
    } catch {
      // The next place is tried; the user is offered a copy where they like, and told why if that fails.
    }
  }
  return null;
}

/**
 * Looks whether the file is still the one that was opened, as we left it; keeps a rescue copy and tells when it is not, and
 * tells when it is back. Answers the loss. Throws `disk_failing`.
 */
export function lookAfter(workspace: Workspace): FileLoss | null {
  const kind = workspace.presence.check();
  // A read-only workspace is a picture of the file when it was opened: that it is gone takes nothing away.
  if (workspace.writer === null && kind === 'removed') return workspace.loss;
  if (kind === (workspace.loss?.kind ?? null)) return workspace.loss;
  if (kind === null) workspace.loss = null;
  else {
    // What was written over in place can no longer be read as it was: a copy would be a mixture of both.
    const canRescue = workspace.writer !== null && kind !== 'changed';
    workspace.loss = { kind, rescuePath: workspace.loss?.rescuePath ?? (canRescue ? rescue(workspace) : null) };
  }
  workspace.onLoss(workspace.loss);
  if (kind === 'removed' || kind === 'replaced') emptyLog(workspace);
  return workspace.loss;
}

/** Throws `workspace_removed`, `workspace_replaced` or `workspace_changed` unless the file is in its place as we left it. */
export function assertInPlace(workspace: Workspace): void {
  const loss = lookAfter(workspace);
  if (loss !== null) throw lossError(workspace.path, loss);
}

/** A connection of its own to what is open, for a long read of one state. To be closed by whoever asked. Throws what `assertInPlace` does. */
export function openSnapshot(workspace: Workspace): RawDatabase {
  if (workspace.writer === null) return openReader(workspace.reader.name);
  // By its name the other file would be opened, with our log.
  assertInPlace(workspace);
  return openReader(workspace.path);
}

/** Lets `run` have the writing connection for itself, after everything queued before it. */
export function inWriteQueue<T>(workspace: Workspace, run: () => Promise<T>): Promise<T> {
  const turn = workspace.queue.catch(() => undefined).then(run);
  workspace.queue = turn.catch(() => undefined);
  return turn;
}

/** Lets `run` change the workspace, after everything queued before it. Throws `database_read_only` and what `assertInPlace` does. */
export function inWriteTurn<T>(
  workspace: Workspace,
  run: (writer: RawDatabase, writerDb: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const { writer, writerDb, path } = workspace;
  if (writer === null || writerDb === null) return Promise.reject(new AppError('database_read_only', { path }));
  return inWriteQueue(workspace, async () => {
    assertInPlace(workspace);
    beginLog(workspace, writer);
    const value = await run(writer, writerDb);
    // Between the last look and the commit lies a moment in which the file may have gone: it is not answered as saved.
    assertInPlace(workspace);
    if (!workspace.presence.hasLog() || logSize(path) > largeLogBytes) foldIn(workspace);
    else foldSoon(workspace);
    return value;
  });
}

/** What `run` does to the file changes nothing that anybody reads: it is not told as a change. */
function quietly(workspace: Workspace, run: () => void): void {
  const { reader } = workspace;
  const before = reader.open ? changesBehind(reader) : 0;
  try {
    run();
  } finally {
    if (reader.open) workspace.folded += changesBehind(reader) - before;
  }
}

function logSize(path: string): number {
  return lstatSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

/** Once in each opening the file itself gets a new mark first: a copy of it that lay about cannot be taken for it after a crash. */
function beginLog(workspace: Workspace, writer: RawDatabase): void {
  // Another SQLite may have folded our log in and begun it anew.
  if (workspace.presence.touched) workspace.isLogNew = true;
  workspace.presence.touched = false;
  if (!workspace.isLogNew) return;
  if (!workspace.hasOwnMark) {
    quietly(workspace, () => renewMark(writer));
    foldIn(workspace);
    workspace.hasOwnMark = true;
  }
  // The mark reaches the disk with the change that follows, never after it: no flush of its own is needed.
  writer.pragma('synchronous = NORMAL');
  try {
    quietly(workspace, () => renewMark(writer));
    workspace.isLogNew = false;
  } finally {
    writer.pragma('synchronous = FULL');
  }
}

/**
 * Folds the log into the file and empties it, unless a read in progress needs it; then the next time. Within a turn or at the
 * end only, and never when another has written to the file: our pages would ruin what it put there.
 */
export function foldIn(workspace: Workspace): void {
  const { writer, presence } = workspace;
  if (writer === null) return;
  writer.pragma('busy_timeout = 0');
  try {
    quietly(workspace, () => writer.pragma('wal_checkpoint(TRUNCATE)'));
  } finally {
    writer.pragma('busy_timeout = 2000');
    // Folded in whole or in part, the next change may find the log begun anew.
    workspace.isLogNew = true;
    presence.settle(markPage(writer));
  }
}

/** The changes go where the file went, and the log that still bears its name can no longer be taken for that of another. */
function emptyLog(workspace: Workspace): void {
  void inWriteQueue(workspace, async () => {
    const kind = workspace.presence.check();
    if (workspace.writer?.open === true && (kind === 'removed' || kind === 'replaced')) foldIn(workspace);
  }).catch(() => undefined); // The log stays, and is put aside when the new file is opened.
}

function foldSoon(workspace: Workspace): void {
  if (workspace.rest !== null) clearTimeout(workspace.rest);
  workspace.rest = setTimeout(() => {
    workspace.rest = null;
    void inWriteQueue(workspace, async () => {
      if (workspace.writer?.open !== true || workspace.rest !== null || lookAfter(workspace) !== null) return;
      foldIn(workspace);
    }).catch(() => undefined); // A disk that does not answer is told of by whoever writes next.
  }, restMilliseconds);
  workspace.rest.unref();
}
