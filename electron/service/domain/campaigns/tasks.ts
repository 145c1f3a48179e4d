/** Tasks with what they depend on and who owns them. */
import { sql } from 'kysely';
import type { Task } from '#shared/campaigns/contract.ts';
import type { AnyDb, ReadDb } from '../../database/tables.ts';
import { withoutStored } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';

/** The tasks of these campaigns by date. `tooEarly`: a task that begins before the day something it depends on is due, while neither is done. */
export async function tasksOf(db: AnyDb, by: { campaignIds: string[] } | { ids: string[] }): Promise<Task[]> {
  const rows = await (db as ReadDb)
    .selectFrom('campaignTasks')
    .leftJoin('people', 'people.id', 'campaignTasks.ownerId')
    .selectAll('campaignTasks')
    .select(
      sql<
        string | null
      >`case when people.id is null then "campaignTasks"."ownerName" else trim(people."firstName" || ' ' || people."lastName") end`.as(
        'owner',
      ),
    )
    .where(
      'campaignIds' in by ? isOneOf('campaignTasks.campaignId', by.campaignIds) : isOneOf('campaignTasks.id', by.ids),
    )
    .orderBy('campaignTasks.dueDate')
    .orderBy('campaignTasks.position')
    .orderBy('campaignTasks.seq')
    .execute();
  const links = await (db as ReadDb)
    .selectFrom('campaignTaskLinks')
    .innerJoin('campaignTasks', 'campaignTasks.id', 'campaignTaskLinks.dependsOnId')
    .select([
      'campaignTaskLinks.taskId',
      'campaignTaskLinks.dependsOnId',
      'campaignTasks.dueDate',
      'campaignTasks.doneOn',
    ])
    .where(
      isOneOf(
        'campaignTaskLinks.taskId',
        rows.map((row) => row.id),
      ),
    )
    .orderBy('campaignTaskLinks.seq')
    .execute();
  const before = new Map<string, typeof links>();
  for (const link of links) before.set(link.taskId, [...(before.get(link.taskId) ?? []), link]);
  return rows.map((row) => {
    const needs = before.get(row.id) ?? [];
    const begins = row.startDate ?? row.dueDate;
    return {
      ...withoutStored(row),
      asksSites: row.asksSites === 1,
      dependsOn: needs.map((need) => need.dependsOnId),
      tooEarly: row.doneOn === null && needs.some((need) => need.doneOn === null && need.dueDate > begins),
    };
  });
}
