/** A campaign taken up again at another date, with everything in it but its answers. */
import { addDays, daysBetween } from '#shared/base/days.ts';
import type { Campaign } from '#shared/campaigns/contract.ts';
import type { WriteDb } from '../../database/tables.ts';
import { campaignOf } from '../../domain/campaigns/stored.ts';
import { found, newRecord, nextCode } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';
import { campaignSearchKey } from '../../domain/campaigns/search-key.ts';

/** Answers the new draft. Phases and tasks keep their distance from the start, tasks are not done, links lead between the copies. */
export async function copyCampaign(
  db: WriteDb,
  id: string,
  startDate: string,
  title: string | null,
  now: string,
): Promise<Campaign> {
  const { seq: _seq, ...source } = found(
    await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst(),
    'campaigns',
    id,
  );
  const days = daysBetween(source.startDate, startDate);
  const values = {
    ...source,
    ...newRecord(now),
    code: await nextCode(db, 'campaigns', 'C'),
    title: title ?? source.title,
    startDate,
    endDate: addDays(source.endDate, days),
    status: 'draft' as const,
    frozenAt: null,
    clonedFromId: id,
  };
  const copy = await db
    .insertInto('campaigns')
    .values({ ...values, searchKey: campaignSearchKey(values) })
    .returningAll()
    .executeTakeFirstOrThrow();
  const phases = new Map<string, string>();
  for (const { seq: _phaseSeq, ...phase } of await db
    .selectFrom('campaignPhases')
    .selectAll()
    .where('campaignId', '=', id)
    .orderBy('seq')
    .execute()) {
    const made = {
      ...phase,
      ...newRecord(now),
      campaignId: copy.id,
      startDate: addDays(phase.startDate, days),
      endDate: addDays(phase.endDate, days),
    };
    phases.set(phase.id, made.id);
    await db.insertInto('campaignPhases').values(made).execute();
  }
  const tasks = new Map<string, string>();
  for (const { seq: _taskSeq, ...task } of await db
    .selectFrom('campaignTasks')
    .selectAll()
    .where('campaignId', '=', id)
    .orderBy('seq')
    .execute()) {
    const made = {
      ...task,
      ...newRecord(now),
      campaignId: copy.id,
      phaseId: task.phaseId === null ? null : (phases.get(task.phaseId) ?? null),
      doneOn: null,
      startDate: task.startDate === null ? null : addDays(task.startDate, days),
      dueDate: addDays(task.dueDate, days),
    };
    tasks.set(task.id, made.id);
    await db.insertInto('campaignTasks').values(made).execute();
  }
  for (const link of await db
    .selectFrom('campaignTaskLinks')
    .selectAll()
    .where(isOneOf('taskId', [...tasks.keys()]))
    .orderBy('seq')
    .execute()) {
    const [taskId, dependsOnId] = [tasks.get(link.taskId), tasks.get(link.dependsOnId)];
    if (taskId !== undefined && dependsOnId !== undefined)
      await db
        .insertInto('campaignTaskLinks')
        .values({ ...newRecord(now), taskId, dependsOnId })
        .execute();
  }
  for (const { seq: _targetSeq, ...target } of await db
    .selectFrom('campaignTargets')
    .selectAll()
    .where('campaignId', '=', id)
    .orderBy('seq')
    .execute()) {
    await db
      .insertInto('campaignTargets')
      .values({ ...target, ...newRecord(now), campaignId: copy.id })
      .execute();
  }
  for (const { seq: _kitSeq, ...item } of await db
    .selectFrom('kitItems')
    .selectAll()
    .where('campaignId', '=', id)
    .orderBy('seq')
    .execute()) {
    await db
      .insertInto('kitItems')
      .values({ ...item, ...newRecord(now), campaignId: copy.id })
      .execute();
  }
  return campaignOf(copy);
}
