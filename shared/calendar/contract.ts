/** The calendar behind the plan: days of awareness, public and school holidays, the company's own periods. */
import { z } from 'zod';
import { dayRuleSchema, newDayRuleSchema } from './rules.ts';
import { schoolZones } from './zones.ts';
import { campaignFilterSchema } from '../campaigns/contract.ts';
import {
  countOutput,
  dateSchema,
  emptyInput,
  idSchema,
  idsInput,
  languageSchema,
  nameSchema,
  pageInput,
  shortText,
} from '../base/common.ts';
import { job, read, write } from '../base/define.ts';

export const calendarLayers = ['school', 'public', 'company'] as const;

/** A day of awareness with its rule. `key` is set for one of the bundled catalogue, whether changed or not. */
export const awarenessDaySchema = z.object({
  id: idSchema.nullable(),
  key: z.string().nullable(),
  name: nameSchema,
  nameEn: shortText,
  rule: dayRuleSchema,
  source: shortText,
  hidden: z.boolean(),
  /** It differs from the bundled catalogue. */
  changed: z.boolean(),
});
export type AwarenessDay = z.infer<typeof awarenessDaySchema>;

export const dayOccurrenceSchema = z.object({
  key: z.string().nullable(),
  id: idSchema.nullable(),
  name: z.string(),
  nameEn: z.string().nullable(),
  startDate: dateSchema,
  endDate: dateSchema,
});

export const calendarPeriodSchema = z.object({
  id: idSchema,
  layer: z.enum(calendarLayers),
  zone: shortText,
  name: nameSchema,
  startDate: dateSchema,
  endDate: dateSchema,
  source: shortText,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type CalendarPeriod = z.infer<typeof calendarPeriodSchema>;

export const holidaySchema = z.object({
  layer: z.enum(calendarLayers),
  /** Names a public holiday from one edition of the calendar to the next; null for the others. */
  key: z.string().nullable(),
  name: z.string(),
  nameEn: z.string().nullable(),
  startDate: dateSchema,
  endDate: dateSchema,
  /** School zones or the places where it is kept; empty means the whole country. */
  zones: z.array(z.string()),
  /** Set for a period that was entered by hand. */
  id: idSchema.nullable(),
});

/** What a calendar file may hold. */
export const calendarParts = ['campaigns', 'phases', 'tasks', 'days', 'holidays'] as const;

export const calendarContract = {
  /** Days of awareness between two days, in order. */
  'calendar.days': read({
    input: z.object({ from: dateSchema, to: dateSchema }),
    output: z.object({ rows: z.array(dayOccurrenceSchema) }),
  }),
  /** Public holidays, school holidays and own periods that touch the time between two days. */
  'calendar.holidays': read({
    input: z.object({
      from: dateSchema,
      to: dateSchema,
      zones: z.array(z.enum(schoolZones)).default([...schoolZones]),
    }),
    output: z.object({
      rows: z.array(holidaySchema),
      /** The last day up to which school holidays are known. */ schoolKnownUntil: dateSchema,
    }),
  }),
  'calendar.awareness': read({ input: emptyInput, output: z.object({ rows: z.array(awarenessDaySchema) }) }),
  /** Changes a day of the catalogue (by `key`), one of one's own (by `id`), or adds one. */
  'calendar.saveDay': write({
    input: z.object({
      id: idSchema.optional(),
      key: z.string().max(100).optional(),
      name: nameSchema,
      nameEn: shortText.default(null),
      rule: newDayRuleSchema,
      source: shortText.default(null),
      hidden: z.boolean().default(false),
    }),
    output: awarenessDaySchema,
  }),
  /** Gives days of the catalogue their own name and rule back, and takes added ones away. */
  'calendar.resetDays': write({ input: idsInput, output: countOutput }),
  'calendar.periods': read({ input: emptyInput, output: z.object({ rows: z.array(calendarPeriodSchema) }) }),
  'calendar.savePeriod': write({
    input: calendarPeriodSchema
      .omit({ id: true, createdAt: true, updatedAt: true })
      .extend({ id: idSchema.optional(), zone: shortText.default(null), source: shortText.default(null) }),
    output: calendarPeriodSchema,
  }),
  'calendar.deletePeriods': write({ input: idsInput, output: countOutput }),
  /** Where the bundled dates come from, in which version, and what they do not know. */
  'calendar.sources': read({
    static: true,
    input: emptyInput,
    output: z.object({
      rows: z.array(
        z.object({
          layer: z.enum([...calendarLayers, 'awareness']),
          source: z.string(),
          version: z.string(),
          from: dateSchema.nullable(),
          to: dateSchema.nullable(),
          note: z.string(),
        }),
      ),
    }),
  }),
  /** The plan as a calendar file of whole days (.ics); archived campaigns are left out. Without bounds, everything. */
  'calendar.export': job({
    input: z.object({
      from: dateSchema.nullable().default(null),
      to: dateSchema.nullable().default(null),
      search: pageInput.search,
      filter: campaignFilterSchema.prefault({}),
      campaignIds: z.array(idSchema).max(1000).default([]),
      include: z.array(z.enum(calendarParts)).min(1).default(['campaigns', 'phases', 'tasks']),
      lang: languageSchema.optional(),
      outPath: z.string().min(1).max(4096),
    }),
    output: z.object({ path: z.string(), events: z.number().int() }),
  }),
};
