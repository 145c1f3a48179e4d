/** The library of campaign templates that comes with the app: read from the resources, checked, laid on dates. */
import { dayText } from '#shared/base/locale.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { kitKinds, phaseKinds } from '#shared/campaigns/lists.ts';
import type { Language } from '#shared/base/common.ts';
import { addDays, dateOf } from '#shared/base/days.ts';
import { occurrences } from '#shared/calendar/rules.ts';
import { AppError } from '#shared/base/result.ts';
import { bundledCalendar } from '../calendar/bundled.ts';

const two = z.object({ fr: z.string(), en: z.string() });
/** Days from the campaign's first day; a length counts the first day. */
const offset = z.number().int().min(-365).max(365);
const length = z.number().int().min(1).max(365);

export const templateSchema = z.object({
  key: z.string(),
  title: two,
  theme: two,
  pillar: two,
  colour: z.string(),
  sdgs: z.array(z.number().int().min(1).max(17)),
  days: length,
  asksSites: z.boolean(),
  /** When it is usually held, where no day of awareness says so. */
  season: z.object({ month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(31) }),
  awareness: z.string().nullable().default(null),
  objective: two,
  phases: z.array(
    z.object({ kind: z.enum(phaseKinds), title: two.optional(), start: offset, length, asksSites: z.boolean() }),
  ),
  tasks: z.array(
    z.object({
      key: z.string(),
      title: two,
      phase: z.number().int().min(0).optional(),
      start: offset,
      length,
      after: z.array(z.string()).default([]),
      ask: two.optional(),
    }),
  ),
  kit: z.array(z.object({ kind: z.enum(kitKinds), title: two.optional(), text: two })),
  indicators: z.array(
    z.object({
      code: z.string(),
      name: two,
      unit: z.string(),
      kind: z.enum(['input', 'output', 'impact']),
      decimals: z.number().int(),
      target: z.number(),
    }),
  ),
});
export type CampaignTemplate = z.output<typeof templateSchema>;

const read = new Map<string, CampaignTemplate[]>();

/** All templates by French title; kept for the life of the process. */
export function campaignTemplates(resources: string): CampaignTemplate[] {
  const known = read.get(resources);
  if (known !== undefined) return known;
  const folder = join(resources, 'campaign-templates');
  const templates = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => templateSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  templates.sort((a, b) => a.title.fr.localeCompare(b.title.fr, 'fr'));
  read.set(resources, templates);
  return templates;
}

/** The template of a key; refused when there is none. */
export function templateOf(resources: string, key: string): CampaignTemplate {
  const template = campaignTemplates(resources).find((one) => one.key === key);
  if (template === undefined) throw new AppError('unknown_reference', { field: 'key', id: key });
  return template;
}

/** The day on which the template is usually begun next: that of its day of awareness, else of its season, on or after `today`. */
export function usualStart(template: CampaignTemplate, resources: string, today: string): string {
  const day = bundledCalendar(resources).awareness.days.find((one) => one.key === template.awareness);
  const next =
    day === undefined
      ? undefined
      : occurrences(day.rule, today, addDays(today, 400)).find((one) => one.startDate >= today);
  if (next !== undefined) return next.startDate;
  const year = Number(today.slice(0, 4));
  const here = dateOf(year, template.season.month, template.season.day);
  return here >= today ? here : dateOf(year + 1, template.season.month, template.season.day);
}

/** The first and last day of a part, when the campaign begins on `start`. */
export function laidOn(start: string, part: { start: number; length: number }): { startDate: string; endDate: string } {
  return { startDate: addDays(start, part.start), endDate: addDays(start, part.start + part.length - 1) };
}

/** A message with the campaign's dates in its holes. */
export function filledText(text: string, lang: Language, dates: { startDate: string; endDate: string }): string {
  return text
    .replaceAll('{{start}}', dayText(dates.startDate, lang))
    .replaceAll('{{end}}', dayText(dates.endDate, lang));
}
