/** A campaign made from the library: a draft with phases, tasks, links, messages in both languages and aims in figures. */
import type { campaignsContract } from '#shared/campaigns/contract.ts';
import { languages, type Language } from '#shared/base/common.ts';
import { addDays } from '#shared/base/days.ts';
import type { HandlersOf } from '../../context.ts';
import type { WriteDb } from '../../database/tables.ts';
import { campaignOf } from '../../domain/campaigns/stored.ts';
import {
  campaignTemplates,
  filledText,
  laidOn,
  templateOf,
  usualStart,
  type CampaignTemplate,
} from '../../domain/campaigns/templates.ts';
import { assertReference, newRecord, nextCode } from '../../records/records.ts';
import { campaignSearchKey } from '../../domain/campaigns/search-key.ts';

type Names = 'campaigns.templates' | 'campaigns.createFromTemplate';

async function addPhases(
  db: WriteDb,
  campaignId: string,
  template: CampaignTemplate,
  startDate: string,
  lang: Language,
  now: string,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [position, phase] of template.phases.entries()) {
    const record = newRecord(now);
    ids.push(record.id);
    await db
      .insertInto('campaignPhases')
      .values({
        ...record,
        campaignId,
        kind: phase.kind,
        title: phase.title?.[lang] ?? null,
        ...laidOn(startDate, phase),
        asksSites: phase.asksSites ? 1 : 0,
        position,
      })
      .execute();
  }
  return ids;
}

async function addTasks(
  db: WriteDb,
  campaignId: string,
  template: CampaignTemplate,
  phaseIds: string[],
  startDate: string,
  lang: Language,
  now: string,
): Promise<void> {
  const ids = new Map(template.tasks.map((task) => [task.key, newRecord(now)]));
  for (const [position, task] of template.tasks.entries()) {
    const { startDate: begins, endDate: dueDate } = laidOn(startDate, task);
    await db
      .insertInto('campaignTasks')
      .values({
        ...(ids.get(task.key) ?? newRecord(now)),
        campaignId,
        phaseId: task.phase === undefined ? null : (phaseIds[task.phase] ?? null),
        title: task.title[lang],
        ownerId: null,
        ownerName: null,
        startDate: begins,
        dueDate,
        doneOn: null,
        asksSites: task.ask === undefined ? 0 : 1,
        ask: task.ask?.[lang] ?? null,
        notes: null,
        position,
      })
      .execute();
  }
  for (const task of template.tasks) {
    for (const key of task.after) {
      const [taskId, dependsOnId] = [ids.get(task.key)?.id, ids.get(key)?.id];
      if (taskId !== undefined && dependsOnId !== undefined)
        await db
          .insertInto('campaignTaskLinks')
          .values({ ...newRecord(now), taskId, dependsOnId })
          .execute();
    }
  }
}

/** The aims: an indicator of the same code is used as it is, one that is not there is made. */
async function addTargets(db: WriteDb, campaignId: string, template: CampaignTemplate, now: string): Promise<void> {
  for (const { code, name, unit, kind, decimals, target } of template.indicators) {
    const known = await db.selectFrom('indicators').select('id').where('code', '=', code).executeTakeFirst();
    const last = await db
      .selectFrom('indicators')
      .select((eb) => eb.fn.max<number | null>('position').as('position'))
      .executeTakeFirst();
    const record = newRecord(now);
    if (known === undefined)
      await db
        .insertInto('indicators')
        .values({
          ...record,
          code,
          name: name.fr,
          nameEn: name.en,
          unit,
          kind,
          decimals,
          position: (last?.position ?? -1) + 1,
          description: null,
        })
        .execute();
    await db
      .insertInto('campaignTargets')
      .values({ ...newRecord(now), campaignId, indicatorId: known?.id ?? record.id, value: target })
      .execute();
  }
}

export const templateHandlers: Pick<HandlersOf<typeof campaignsContract>, Names> = {
  'campaigns.templates': ({ host, lang, today }) => ({
    rows: campaignTemplates(host.resources)
      .map((template) => ({
        key: template.key,
        title: template.title[lang],
        theme: template.theme[lang],
        pillar: template.pillar[lang],
        objective: template.objective[lang],
        colour: template.colour,
        sdgs: template.sdgs,
        days: template.days,
        usualStart: usualStart(template, host.resources, today),
        phases: template.phases.map((phase) => ({
          kind: phase.kind,
          title: phase.title?.[lang] ?? null,
          start: phase.start,
          length: phase.length,
          asksSites: phase.asksSites,
        })),
        tasks: template.tasks.map((task) => ({
          title: task.title[lang],
          start: task.start,
          length: task.length,
          ask: task.ask?.[lang] ?? null,
        })),
        kit: template.kit.flatMap((item) =>
          languages.map((language) => ({
            kind: item.kind,
            lang: language,
            title: item.title?.[language] ?? null,
            text: item.text[language],
          })),
        ),
        indicators: template.indicators.map((indicator) => ({
          code: indicator.code,
          name: indicator.name[lang],
          unit: indicator.unit,
          target: indicator.target,
        })),
      }))
      .sort((a, b) => a.title.localeCompare(b.title, lang)),
  }),

  'campaigns.createFromTemplate': async (
    { db, now, note, host, lang: asked },
    { key, startDate, title, lang: wanted, scope, ownerId },
  ) => {
    const template = templateOf(host.resources, key);
    await assertReference(db, 'people', ownerId, 'ownerId');
    const lang = wanted ?? asked;
    const endDate = addDays(startDate, template.days - 1);
    const values = {
      ...newRecord(now),
      code: await nextCode(db, 'campaigns', 'C'),
      title: title ?? template.title[lang],
      theme: template.theme[lang],
      pillar: template.pillar[lang],
      sdgs: JSON.stringify(template.sdgs),
      objective: template.objective[lang],
      ownerId,
      ownerName: null,
      startDate,
      endDate,
      budget: null,
      status: 'draft' as const,
      scope: JSON.stringify(scope),
      frozenAt: null,
      asksSites: template.asksSites ? 1 : 0,
      colour: template.colour,
      notes: null,
      templateKey: key,
      clonedFromId: null,
    };
    const row = await db
      .insertInto('campaigns')
      .values({ ...values, searchKey: campaignSearchKey(values) })
      .returningAll()
      .executeTakeFirstOrThrow();
    const phases = await addPhases(db, row.id, template, startDate, lang, now);
    await addTasks(db, row.id, template, phases, startDate, lang, now);
    await addTargets(db, row.id, template, now);
    for (const language of languages) {
      for (const [position, item] of template.kit.entries()) {
        await db
          .insertInto('kitItems')
          .values({
            ...newRecord(now),
            campaignId: row.id,
            kind: item.kind,
            lang: language,
            title: item.title?.[language] ?? null,
            text: filledText(item.text[language], language, { startDate, endDate }),
            position,
          })
          .execute();
      }
    }
    note({ name: row.title });
    return campaignOf(row);
  },
};
