/** Tasks of a campaign: what must be over before, who does them, when. */
import type { campaignsContract, Task } from '#shared/campaigns/contract.ts';
import { daysBetween } from '#shared/base/days.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import { shiftedDate } from '../../database/dialect.ts';
import type { WriteDb } from '../../database/tables.ts';
import { tasksOf } from '../../domain/campaigns/tasks.ts';
import { assertReference, found, given, newRecord } from '../../records/records.ts';
import { refusedField } from '../../records/refusals.ts';
import { isOneOf } from '../../records/scope.ts';
import { campaignById, nextPart } from './parts.ts';

type Names = 'campaigns.addTask' | 'campaigns.updateTask' | 'campaigns.updateTasks' | 'campaigns.deleteTasks';

/** The tasks that wait for a task, however far down. Ends on a damaged, circular plan too. */
async function waitingFor(db: WriteDb, campaignId: string, taskId: string): Promise<string[]> {
  const links = await db
    .selectFrom('campaignTaskLinks')
    .innerJoin('campaignTasks', 'campaignTasks.id', 'campaignTaskLinks.taskId')
    .select(['campaignTaskLinks.taskId', 'campaignTaskLinks.dependsOnId'])
    .where('campaignTasks.campaignId', '=', campaignId)
    .execute();
  const after = new Map<string, string[]>();
  for (const link of links) after.set(link.dependsOnId, [...(after.get(link.dependsOnId) ?? []), link.taskId]);
  const all = new Set<string>([taskId]);
  for (const id of all) for (const next of after.get(id) ?? []) all.add(next);
  all.delete(taskId);
  return [...all];
}

/** Replaces what a task depends on. Refuses itself and what waits for it (`cycle`), and tasks of other campaigns. */
async function setLinks(
  db: WriteDb,
  campaignId: string,
  taskId: string,
  dependsOn: string[],
  now: string,
): Promise<void> {
  const wanted = [...new Set(dependsOn)];
  const known = await db
    .selectFrom('campaignTasks')
    .select('id')
    .where('campaignId', '=', campaignId)
    .where(isOneOf('id', wanted))
    .execute();
  const unknown = wanted.find((id) => !known.some((row) => row.id === id));
  if (unknown !== undefined) throw new AppError('unknown_reference', { field: 'dependsOn', id: unknown });
  const waiting = new Set(await waitingFor(db, campaignId, taskId));
  const circular = wanted.find((id) => id === taskId || waiting.has(id));
  if (circular !== undefined) throw new AppError('task_cycle', { id: taskId, dependsOnId: circular });
  const before = await db
    .selectFrom('campaignTaskLinks')
    .select(['id', 'dependsOnId'])
    .where('taskId', '=', taskId)
    .execute();
  const gone = before.filter((link) => !wanted.includes(link.dependsOnId)).map((link) => link.id);
  if (gone.length > 0) await db.deleteFrom('campaignTaskLinks').where(isOneOf('id', gone)).execute();
  for (const dependsOnId of wanted) {
    if (!before.some((link) => link.dependsOnId === dependsOnId))
      await db
        .insertInto('campaignTaskLinks')
        .values({ ...newRecord(now), taskId, dependsOnId })
        .execute();
  }
}

async function assertParts(
  db: WriteDb,
  campaignId: string,
  task: { phaseId?: string | null | undefined; ownerId?: string | null | undefined },
): Promise<void> {
  await assertReference(db, 'people', task.ownerId, 'ownerId');
  if (task.phaseId === null || task.phaseId === undefined) return;
  const phase = await db
    .selectFrom('campaignPhases')
    .select('campaignId')
    .where('id', '=', task.phaseId)
    .executeTakeFirst();
  if (phase?.campaignId !== campaignId) throw new AppError('unknown_reference', { field: 'phaseId', id: task.phaseId });
}

async function oneTask(db: WriteDb, id: string): Promise<Task> {
  return found((await tasksOf(db, { ids: [id] }))[0], 'campaignTasks', id);
}

export const taskHandlers: Pick<HandlersOf<typeof campaignsContract>, Names> = {
  'campaigns.addTask': async ({ db, now, note }, { dependsOn, asksSites, ...input }) => {
    await campaignById(db, input.campaignId);
    await assertParts(db, input.campaignId, input);
    if (input.startDate !== null && input.dueDate < input.startDate) throw refusedField('dueDate', 'before_start');
    const position = await nextPart(db, 'campaignTasks', input.campaignId);
    const row = await db
      .insertInto('campaignTasks')
      .values({ ...newRecord(now), ...input, asksSites: asksSites ? 1 : 0, position })
      .returningAll()
      .executeTakeFirstOrThrow();
    await setLinks(db, input.campaignId, row.id, dependsOn, now);
    note({ name: row.title });
    return oneTask(db, row.id);
  },

  'campaigns.updateTask': async ({ db, now, note }, { id, set: { dependsOn, asksSites, ...set }, moveDependents }) => {
    const before = found(
      await db.selectFrom('campaignTasks').selectAll().where('id', '=', id).executeTakeFirst(),
      'campaignTasks',
      id,
    );
    await assertParts(db, before.campaignId, set);
    const after = { ...before, ...given(set) };
    if (after.startDate !== null && after.dueDate < after.startDate) throw refusedField('dueDate', 'before_start');
    const values = { ...given(set), ...(asksSites === undefined ? {} : { asksSites: asksSites ? 1 : 0 }) };
    await db
      .updateTable('campaignTasks')
      .set({ ...values, updatedAt: now })
      .where('id', '=', id)
      .execute();
    if (dependsOn !== undefined) await setLinks(db, before.campaignId, id, dependsOn, now);
    const days = daysBetween(before.dueDate, after.dueDate);
    if (moveDependents && days !== 0) {
      const waiting = await waitingFor(db, before.campaignId, id);
      await db
        .updateTable('campaignTasks')
        .set({ startDate: shiftedDate('startDate', days), dueDate: shiftedDate('dueDate', days), updatedAt: now })
        .where(isOneOf('id', waiting))
        .where('doneOn', 'is', null)
        .execute();
    }
    note({ name: after.title });
    return oneTask(db, id);
  },

  'campaigns.updateTasks': async ({ db, now, note }, { ids, set }) => {
    await assertReference(db, 'people', set.ownerId, 'ownerId');
    if (set.phaseId !== undefined && set.phaseId !== null) {
      const campaigns = await db
        .selectFrom('campaignTasks')
        .select('campaignId')
        .distinct()
        .where(isOneOf('id', ids))
        .execute();
      for (const { campaignId } of campaigns) await assertParts(db, campaignId, set);
    }
    const { numUpdatedRows } = await db
      .updateTable('campaignTasks')
      .set({ ...given(set), updatedAt: now })
      .where(isOneOf('id', ids))
      .executeTakeFirstOrThrow();
    note({ count: Number(numUpdatedRows) });
    return { count: Number(numUpdatedRows) };
  },

  'campaigns.deleteTasks': async ({ db, note }, { ids }) => {
    const rows = await db.selectFrom('campaignTasks').select('title').where(isOneOf('id', ids)).execute();
    await db.deleteFrom('campaignTasks').where(isOneOf('id', ids)).execute();
    note({ count: rows.length, name: rows[0]?.title ?? '' });
    return { count: rows.length };
  },
};
