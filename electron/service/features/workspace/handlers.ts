/** The workspace as a whole: create, open, close, check, back up, restore, and what it amounts to. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Organisation, workspaceContract } from '#shared/workspace/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { siteFilterSchema } from '#shared/sites/contract.ts';
import type { HandlersOf } from '../../context.ts';
import { backupFolder, backupsOf, copyTo, restoreBackup, writeBackup } from '../../database/backup.ts';
import { acquireLock } from '../../database/lock.ts';
import type { Row } from '../../database/tables.ts';
import { isOpenIn } from '../../domain/sites/standing.ts';
import { siteConditions } from '../../domain/sites/filter.ts';
import { networkMapSvg, pageColours } from '../../geo/map-svg.ts';
import { networkSites } from '../../domain/network/located-sites.ts';
import { found, given } from '../../records/records.ts';
import type { Service } from '../../service.ts';
import { closeWorkspace, openWorkspace, placeOf, rollIfDue, workspaceInfo, type OpenOptions } from '../../session.ts';
import type { Workspace } from '../../workspace.ts';
import { inWriteQueue, lookAfter, lossError } from '../../writing.ts';
import { checkWorkspace } from './check.ts';
import { createWorkspaceFile } from './create.ts';
import { overviewOf } from './overview.ts';
import { waitingOf } from './waiting.ts';
import { cancelJob } from '../../jobs.ts';

type Names = Exclude<keyof typeof workspaceContract, `history.${string}`>;

/** What the shell gave to the service, for each file it opens. */
const settingsOf = (service: Service): OpenOptions => ({
  backupFolder: service.backupFolder,
  temporary: service.host.temporary,
  rescueFolder: service.host.rescue ?? null,
  onLoss: (loss) => service.onLoss(loss),
});

async function closeCurrent(service: Service): Promise<void> {
  const current = service.workspace;
  service.workspace = null;
  if (current !== null) await closeWorkspace(current);
}

/** What another program wrote over cannot be told from what was there: no copy is made of such a mixture. */
function assertReadable(workspace: Workspace): void {
  if (workspace.loss?.kind === 'changed') throw lossError(workspace.path, workspace.loss);
}

function parsedOrganisation(row: Row<'organisation'>): Organisation {
  const { seq: _seq, settings, ...rest } = row;
  return { ...rest, settings: JSON.parse(settings) as Record<string, unknown> };
}

export const workspaceHandlers: Pick<HandlersOf<typeof workspaceContract>, Names> = {
  'jobs.cancel': ({ service }, { jobId }) => ({ found: cancelJob(service, jobId) }),

  'workspace.create': async (context, input) => {
    const path = await createWorkspaceFile(context, input);
    await closeCurrent(context.service);
    context.service.workspace = await openWorkspace(path, settingsOf(context.service));
    return workspaceInfo(context.service.workspace);
  },

  'workspace.open': async ({ service }, { path, migrate }) => {
    const current = service.workspace;
    if (current !== null && current.path === placeOf(resolve(path))) {
      if (lookAfter(current) === null) return workspaceInfo(current);
      // What is now in the place of the file that was open: two at once under one name would share one log.
      await closeCurrent(service);
    }
    const opened = await openWorkspace(path, { migrate, ...settingsOf(service) });
    await closeCurrent(service);
    service.workspace = opened;
    // A full disk or a folder gone must not keep a person from their work: the settings screen shows the last copy's age.
    try {
      rollIfDue(opened);
    } catch (error) {
      service.log({ id: 'backup', procedure: 'workspace.open', error });
    }
    return workspaceInfo(opened);
  },

  'workspace.close': async ({ service }) => {
    await closeCurrent(service);
    return {};
  },

  'workspace.current': ({ service }) => (service.workspace === null ? null : workspaceInfo(service.workspace)),

  'workspace.restore': async ({ service }, { path, backupPath }) => {
    const target = resolve(path);
    const wasOpen = service.workspace?.path === target;
    if (wasOpen) await closeCurrent(service);
    const lock = acquireLock(target);
    try {
      restoreBackup(target, resolve(backupPath), backupFolder(target, service.backupFolder));
    } finally {
      lock.release();
    }
    const opened = await openWorkspace(target, settingsOf(service));
    await closeCurrent(service);
    service.workspace = opened;
    return workspaceInfo(opened);
  },

  'workspace.backups': ({ service }, { path }) => {
    const target = path ?? service.workspace?.path;
    if (target === undefined) throw new AppError('no_workspace');
    const folder = backupFolder(resolve(target), service.backupFolder);
    return { folder, rows: backupsOf(resolve(target), folder) };
  },

  'workspace.saveAs': async ({ service }, { outPath }) => {
    const current = service.workspace;
    if (current === null) throw new AppError('no_workspace');
    const target = resolve(outPath);
    assertReadable(current);
    if (existsSync(target)) throw new AppError('workspace_exists', { path: target });
    await inWriteQueue(current, async () => copyTo(current.reader, target, 'manual'));
    // At the place that the lost file had, two connections under one name would share one log.
    if (target === current.path) await closeWorkspace(current);
    const opened = await openWorkspace(target, settingsOf(service));
    if (target !== current.path) await closeWorkspace(current);
    // The same workspace at another place: what is kept for it (plans of imports) stays.
    service.workspace = Object.assign(current, opened);
    return workspaceInfo(opened);
  },

  'workspace.backup': async ({ workspace }, { outPath }) => {
    assertReadable(workspace);
    if (outPath === undefined) {
      const made = writeBackup(workspace.reader, workspace.path, workspace.backupFolder, 'manual');
      workspace.copies += 1;
      return made;
    }
    const target = resolve(outPath);
    if (target === workspace.path) throw new AppError('workspace_exists', { path: target });
    if (existsSync(target)) throw new AppError('workspace_exists', { path: target });
    return copyTo(workspace.reader, target, 'manual');
  },

  'workspace.check': (job) => checkWorkspace(job),

  'workspace.overview': ({ db, today }, { scope }) => overviewOf(db, scope, today),

  'workspace.waiting': ({ db, today }, { scope }) => waitingOf(db, scope, today),

  'workspace.map': async ({ db, host }, { scope, filter, width, height }) => {
    const sites = await networkSites(
      db,
      siteConditions(filter ?? siteFilterSchema.parse({ scope }), ''),
      isOpenIn(filter?.scope ?? scope),
    );
    const { svg, drawn, missing } = networkMapSvg({
      sites,
      width,
      height,
      colours: pageColours,
      resources: host.resources,
    });
    return { svg: drawn === 0 ? null : svg, drawn, missing };
  },

  'organisation.get': async ({ db }) =>
    parsedOrganisation(found(await db.selectFrom('organisation').selectAll().executeTakeFirst(), 'organisation', '')),

  'organisation.update': async ({ db, now }, { set }) => {
    const { settings, ...rest } = given(set);
    const row = await db
      .updateTable('organisation')
      .set({ ...rest, ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }), updatedAt: now })
      .returningAll()
      .executeTakeFirstOrThrow();
    return parsedOrganisation(row);
  },
};
