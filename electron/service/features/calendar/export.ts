/** The plan as a calendar file: campaigns, phases, tasks, days of awareness, holidays. */
import { resolve } from 'node:path';
import type { PhaseKind } from '#shared/campaigns/lists.ts';
import type { calendarContract } from '#shared/calendar/contract.ts';
import { campaignFilterSchema } from '#shared/campaigns/contract.ts';
import type { Language } from '#shared/base/common.ts';
import { sql } from 'kysely';
import type { HandlersOf } from '../../context.ts';
import { writeFileAtomically } from '../../formats/atomic-file.ts';
import { icsText, type IcsEvent } from '../../formats/ics.ts';
import { daysBetweenDates, holidaysBetween } from '../../domain/calendar/days.ts';
import { tasksOf } from '../../domain/campaigns/tasks.ts';
import { campaignConditions } from '../../domain/campaigns/filter.ts';
import { all } from '../../records/paging.ts';
import { isOneOf } from '../../records/scope.ts';

const words: Record<
  Language,
  {
    phase: Record<PhaseKind, string>;
    task: string;
    ask: string;
    owner: string;
    campaign: string;
    phaseWord: string;
    day: string;
    public: string;
    school: string;
    company: string;
    zone: string;
  }
> = {
  fr: {
    phase: { teasing: 'annonce', launch: 'lancement', relance: 'relance', results: 'résultats', other: 'phase' },
    task: 'Tâche',
    ask: 'Demandé aux sites',
    owner: 'Responsable',
    campaign: 'Campagne',
    phaseWord: 'Phase',
    day: 'Journée RSE',
    public: 'Jour férié',
    school: 'Vacances scolaires',
    company: 'Entreprise',
    zone: 'zone',
  },
  en: {
    phase: { teasing: 'announcement', launch: 'launch', relance: 'reminder', results: 'results', other: 'phase' },
    task: 'Task',
    ask: 'Asked of sites',
    owner: 'Owner',
    campaign: 'Campaign',
    phaseWord: 'Phase',
    day: 'CSR day',
    public: 'Public holiday',
    school: 'School holidays',
    company: 'Company',
    zone: 'zone',
  },
};

type Handlers = Pick<HandlersOf<typeof calendarContract>, 'calendar.export'>;

export const exportHandlers: Handlers = {
  'calendar.export': async (job, { from, to, search, filter, campaignIds, include, lang: wanted, outPath }) => {
    const { db, raw, host, now } = job;
    const lang = wanted ?? job.lang;
    const word = words[lang];
    const events: IcsEvent[] = [];
    const lines = (...list: (string | null)[]): string | null =>
      list.filter((line) => line !== null && line !== '').join('\n') || null;
    const conditions = [
      ...campaignConditions(raw, campaignFilterSchema.parse(filter), search),
      ...(campaignIds.length === 0 ? [] : [isOneOf('campaigns.id', campaignIds)]),
      sql<boolean>`campaigns.status <> 'archived'`,
    ];
    const campaigns = await db
      .selectFrom('campaigns')
      .selectAll()
      .where(all(conditions))
      .orderBy('startDate')
      .orderBy('searchKey')
      .execute();
    const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
    const inTime = (span: { startDate: string; endDate: string }): boolean =>
      (from === null || span.endDate >= from) && (to === null || span.startDate <= to);
    const add = (event: IcsEvent): void => {
      if (inTime(event)) events.push(event);
    };
    if (include.includes('campaigns')) {
      for (const one of campaigns)
        add({
          uid: `${one.id}@campaign.maillage`,
          title: one.title,
          startDate: one.startDate,
          endDate: one.endDate,
          description: lines(one.objective, one.ownerName === null ? null : `${word.owner} : ${one.ownerName}`),
          categories: [word.campaign, ...(one.theme === null ? [] : [one.theme])],
          changedAt: one.updatedAt,
          tentative: one.status === 'draft',
        });
    }
    if (include.includes('phases')) {
      const phases = await db
        .selectFrom('campaignPhases')
        .selectAll()
        .where(isOneOf('campaignId', [...byId.keys()]))
        .orderBy('startDate')
        .orderBy('seq')
        .execute();
      for (const phase of phases) {
        const campaign = byId.get(phase.campaignId);
        if (campaign !== undefined)
          add({
            uid: `${phase.id}@phase.maillage`,
            title: `${campaign.title} – ${phase.title ?? word.phase[phase.kind]}`,
            startDate: phase.startDate,
            endDate: phase.endDate,
            description: null,
            categories: [word.phaseWord],
            changedAt: phase.updatedAt,
            tentative: campaign.status === 'draft',
          });
      }
    }
    if (include.includes('tasks')) {
      for (const task of await tasksOf(db, { campaignIds: [...byId.keys()] })) {
        const campaign = byId.get(task.campaignId);
        if (campaign !== undefined)
          add({
            uid: `${task.id}@task.maillage`,
            title: `${task.title} (${campaign.title})`,
            startDate: task.startDate ?? task.dueDate,
            endDate: task.dueDate,
            description: lines(
              task.ask === null ? null : `${word.ask} : ${task.ask}`,
              task.owner === null ? null : `${word.owner} : ${task.owner}`,
              task.notes,
            ),
            categories: [word.task],
            changedAt: task.updatedAt,
            tentative: campaign.status === 'draft',
          });
      }
    }
    await job.breathe();
    // Without bounds, days that come back every year are given for the time of the plan.
    const dates = campaigns.flatMap((campaign) => [campaign.startDate, campaign.endDate]).sort();
    const [first, last] = [from ?? dates[0] ?? job.today, to ?? dates[dates.length - 1] ?? job.today];
    if (include.includes('days')) {
      for (const day of await daysBetweenDates(db, host.resources, first, last))
        events.push({
          uid: `${day.key ?? day.id ?? ''}-${day.startDate}@day.maillage`,
          title: lang === 'en' ? (day.nameEn ?? day.name) : day.name,
          startDate: day.startDate,
          endDate: day.endDate,
          description: null,
          categories: [word.day],
          changedAt: now,
          tentative: false,
        });
    }
    if (include.includes('holidays')) {
      for (const day of await holidaysBetween(db, host.resources, first, last)) {
        const place =
          day.zones.length === 0 ? '' : ` (${day.layer === 'school' ? `${word.zone} ` : ''}${day.zones.join(', ')})`;
        events.push({
          uid: `${day.id ?? `${day.layer}-${day.startDate}-${day.key ?? day.zones.join('-')}`}@holiday.maillage`,
          title: `${lang === 'en' ? (day.nameEn ?? day.name) : day.name}${place}`,
          startDate: day.startDate,
          endDate: day.endDate,
          description: null,
          categories: [word[day.layer]],
          changedAt: now,
          tentative: false,
        });
      }
    }
    const organisation = await db.selectFrom('organisation').select('name').executeTakeFirstOrThrow();
    const path = resolve(outPath);
    await writeFileAtomically(path, icsText(organisation.name, events, now), job.signal);
    return { path, events: events.length };
  },
};
