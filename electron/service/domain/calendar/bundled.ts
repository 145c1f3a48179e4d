/** The calendar that comes with the app, read once from the resources and checked as any other input. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dateSchema } from '#shared/base/common.ts';
import { dayRuleSchema } from '#shared/calendar/rules.ts';
import { schoolZones } from '#shared/calendar/zones.ts';

const head = { version: z.string(), source: z.string(), note: z.string() };
const day = { name: z.string(), nameEn: z.string(), rule: dayRuleSchema };

const awarenessFile = z.object({ ...head, days: z.array(z.object({ key: z.string(), ...day, source: z.string() })) });
const publicFile = z.object({
  ...head,
  country: z.string(),
  days: z.array(z.object({ key: z.string(), ...day, zones: z.array(z.string()) })),
});
const schoolFile = z.object({
  ...head,
  knownUntil: dateSchema,
  periods: z.array(
    z.object({
      schoolYear: z.string(),
      name: z.string(),
      nameEn: z.string(),
      startDate: dateSchema,
      endDate: dateSchema,
      zones: z.array(z.enum(schoolZones)),
    }),
  ),
});

export interface BundledCalendar {
  awareness: z.output<typeof awarenessFile>;
  publicHolidays: z.output<typeof publicFile>;
  school: z.output<typeof schoolFile>;
}

const read = new Map<string, BundledCalendar>();

/** `resources` is the folder of the bundled resources; the answer is kept for the life of the process. */
export function bundledCalendar(resources: string): BundledCalendar {
  const known = read.get(resources);
  if (known !== undefined) return known;
  const file = (name: string): unknown => JSON.parse(readFileSync(join(resources, 'calendar', name), 'utf8'));
  const calendar = {
    awareness: awarenessFile.parse(file('awareness-days.json')),
    publicHolidays: publicFile.parse(file('public-holidays.json')),
    school: schoolFile.parse(file('school-holidays.json')),
  };
  read.set(resources, calendar);
  return calendar;
}
