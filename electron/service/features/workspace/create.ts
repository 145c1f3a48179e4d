/** Makes a new workspace file: whole or not at all, so it is built under another name and then given its own. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import type { workspaceContract } from '#shared/workspace/contract.ts';
import { newId } from '#shared/base/ids.ts';
import { AppError } from '#shared/base/result.ts';
import type { SessionContext } from '../../context.ts';
import { makeExclusively, partialName, sweepPartials } from '../../formats/beside.ts';
import { openWriter } from '../../database/connect.ts';
import { acquireLock } from '../../database/lock.ts';
import { migrate, removeWorkspaceFiles } from '../../database/migrate.ts';
import { diskError, systemCode } from '../../formats/storage-error.ts';
import { newRecord } from '../../records/records.ts';

type Input = z.output<(typeof workspaceContract)['workspace.create']['input']>;

/** Writes the file. Throws `workspace_exists` unless told to overwrite, `file_unwritable`, `cancelled`. */
export async function createWorkspaceFile(context: SessionContext, input: Input): Promise<string> {
  const path = resolve(input.path);
  if (existsSync(path) && !input.overwrite) throw new AppError('workspace_exists', { path });
  const partial = partialName(path);
  try {
    mkdirSync(dirname(path), { recursive: true });
    sweepPartials(dirname(path));
    makeExclusively(partial);
    await build(context, input, partial);
    replaceWhenFree(path, partial);
    return path;
  } catch (cause) {
    removeWorkspaceFiles(partial);
    if (cause instanceof AppError) throw cause;
    const code = systemCode(cause);
    const unwritable = /^(E[A-Z0-9]+$|SQLITE_CANTOPEN|SQLITE_READONLY)/.test(code);
    throw diskError(cause, path) ?? (unwritable ? new AppError('file_unwritable', { path }, { cause }) : cause);
  }
}

/** An overwritten workspace must not be open elsewhere: its user would write into a file that no longer has a name. */
function replaceWhenFree(path: string, partial: string): void {
  if (!existsSync(path)) {
    renameSync(partial, path);
    return;
  }
  const lock = acquireLock(path);
  try {
    rmSync(`${path}-wal`, { force: true });
    rmSync(`${path}-shm`, { force: true });
    renameSync(partial, path);
  } finally {
    lock.release();
  }
}

async function build(context: SessionContext, input: Input, partial: string): Promise<void> {
  const db = openWriter(partial);
  try {
    // Not yet anybody's data: a crash leaves a file that is thrown away, so nothing needs to reach the disk before the end.
    db.pragma('synchronous = OFF');
    await migrate(db, partial, () => partial);
    if (input.demo === null) {
      const row = { ...newRecord(context.now), name: input.name, lang: input.lang };
      db.prepare(
        'insert into organisation (id, createdAt, updatedAt, name, lang) values (@id, @createdAt, @updatedAt, @name, @lang)',
      ).run(row);
    } else {
      const { generateDemo } = await import('../../demo/index.ts');
      await generateDemo(db, {
        size: input.demo,
        seed: input.seed,
        today: context.today,
        name: input.name,
        lang: input.lang,
        resources: context.host.resources,
        onProgress: context.progress,
        signal: context.signal,
        organisationId: newId(),
      });
    }
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}
