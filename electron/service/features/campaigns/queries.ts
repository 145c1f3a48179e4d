/** Campaigns as the list and the record show them. */
import { sql, type RawBuilder } from 'kysely';
import type {
  CampaignRow,
  Phase,
  campaignDetailSchema,
  campaignSorts,
  targetSchema,
} from '#shared/campaigns/contract.ts';
import type { z } from 'zod';
import type { RawDatabase } from '../../database/connect.ts';
import type { AnyDb, ReadDb } from '../../database/tables.ts';
import { answerCounts, noAnswers } from '../../domain/campaigns/answers.ts';
import { campaignOf, phaseOf } from '../../domain/campaigns/stored.ts';
import { tasksOf } from '../../domain/campaigns/tasks.ts';
import { found, withoutStored } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';

const ownerName = sql<
  string | null
>`case when people.id is null then campaigns."ownerName" else trim(people."firstName" || ' ' || people."lastName") end`;

export const campaignSortColumns: Record<(typeof campaignSorts)[number], RawBuilder<unknown>> = {
  title: sql`campaigns."searchKey"`,
  code: sql`campaigns.code`,
  status: sql`case campaigns.status when 'draft' then 1 when 'ready' then 2 when 'running' then 3 when 'closed' then 4 else 5 end`,
  theme: sql`campaigns.theme`,
  pillar: sql`campaigns.pillar`,
  startDate: sql`campaigns."startDate"`,
  endDate: sql`campaigns."endDate"`,
  budget: sql`campaigns.budget`,
  owner: sql`coalesce((select "searchKey" from people where people.id = campaigns."ownerId"), campaigns."ownerName")`,
  updatedAt: sql`campaigns."updatedAt"`,
};

export async function phasesOf(db: AnyDb, campaignIds: string[]): Promise<Phase[]> {
  const rows = await (db as ReadDb)
    .selectFrom('campaignPhases')
    .selectAll()
    .where(isOneOf('campaignId', campaignIds))
    .orderBy('startDate')
    .orderBy('position')
    .orderBy('seq')
    .execute();
  return rows.map(phaseOf);
}

/** Rows for these ids, in no particular order. `today` tells which tasks are late. */
export async function campaignRows(
  db: ReadDb,
  reader: RawDatabase,
  ids: string[],
  today: string,
): Promise<CampaignRow[]> {
  const rows = await db
    .selectFrom('campaigns')
    .leftJoin('people', 'people.id', 'campaigns.ownerId')
    .selectAll('campaigns')
    .select([
      ownerName.as('owner'),
      sql<number>`(select count(*) from "campaignTasks" t where t."campaignId" = campaigns.id)`.as('tasks'),
      sql<number>`(select count(*) from "campaignTasks" t where t."campaignId" = campaigns.id and t."doneOn" is not null)`.as(
        'tasksDone',
      ),
      sql<number>`(select count(*) from "campaignTasks" t where t."campaignId" = campaigns.id and t."doneOn" is null and t."dueDate" < ${today})`.as(
        'tasksLate',
      ),
    ])
    .where(isOneOf('campaigns.id', ids))
    .execute();
  const campaigns = rows.map((row) => ({
    ...campaignOf(row),
    owner: row.owner,
    tasks: row.tasks,
    tasksDone: row.tasksDone,
    tasksLate: row.tasksLate,
  }));
  const answers = answerCounts(reader, campaigns);
  const phases = new Map<string, Phase[]>();
  for (const phase of await phasesOf(db, ids))
    phases.set(phase.campaignId, [...(phases.get(phase.campaignId) ?? []), phase]);
  return campaigns.map((campaign) => ({
    ...campaign,
    answers: answers.get(campaign.id) ?? noAnswers,
    phases: phases.get(campaign.id) ?? [],
  }));
}

/** The aims in figures with what was measured: the sum over the initiatives that sites gave as their answer; nothing measured is null. */
async function targetsOf(db: ReadDb, campaignId: string): Promise<z.output<typeof targetSchema>[]> {
  return db
    .selectFrom('campaignTargets')
    .innerJoin('indicators', 'indicators.id', 'campaignTargets.indicatorId')
    .select([
      'indicators.id as indicatorId',
      'indicators.name',
      'indicators.nameEn',
      'indicators.unit',
      'indicators.decimals',
      'campaignTargets.value',
    ])
    .select(
      sql<number | null>`(select sum(m.value) from measurements m where m."indicatorId" = indicators.id
      and m."initiativeId" in (select a."initiativeId" from adoptions a where a."campaignId" = ${campaignId} and a."initiativeId" is not null))`.as(
        'actual',
      ),
    )
    .where('campaignTargets.campaignId', '=', campaignId)
    .orderBy('indicators.position')
    .orderBy('indicators.code')
    .execute();
}

export async function campaignDetail(
  db: ReadDb,
  reader: RawDatabase,
  id: string,
  today: string,
): Promise<z.output<typeof campaignDetailSchema>> {
  const row = found((await campaignRows(db, reader, [id], today))[0], 'campaigns', id);
  const kit = await db
    .selectFrom('kitItems')
    .selectAll()
    .where('campaignId', '=', id)
    .orderBy('lang', 'desc')
    .orderBy('position')
    .orderBy('seq')
    .execute();
  const origin =
    row.clonedFromId === null
      ? undefined
      : await db.selectFrom('campaigns').select('title').where('id', '=', row.clonedFromId).executeTakeFirst();
  return {
    ...row,
    tasksList: await tasksOf(db, { campaignIds: [id] }),
    targets: await targetsOf(db, id),
    kit: kit.map(withoutStored),
    clonedFromTitle: origin?.title ?? null,
  };
}
