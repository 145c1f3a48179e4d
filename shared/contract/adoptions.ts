/** Adoptions: what each site answers to a campaign, freely, and who has not answered yet. */
import { z } from 'zod';
import { adoptionSources, adoptionStatuses } from '../campaigns/lists.ts';
import { countOutput, dateSchema, idInput, idSchema, idsInput, longText, pageInput, pageOf, scopeSchema, shortText } from './common.ts';
import { read, write, type FeatureName } from './define.ts';

const answerFields = {
  status: z.enum(adoptionStatuses),
  /** What the site changed, or did. */
  what: longText,
  /** Why it changed or declined. */
  why: longText,
  answeredOn: dateSchema.nullable(),
  answeredBy: shortText,
  initiativeId: idSchema.nullable(),
};

export const adoptionSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  siteId: idSchema,
  ...answerFields,
  source: z.enum(adoptionSources).nullable(),
  remindedOn: dateSchema.nullable(),
  reminders: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Adoption = z.infer<typeof adoptionSchema>;

export const adoptionRowSchema = adoptionSchema.extend({
  campaignTitle: z.string(),
  siteCode: z.string(),
  siteName: z.string(),
  siteKind: z.string().nullable(),
  city: z.string().nullable(),
  territoryId: idSchema.nullable(),
  territoryName: z.string().nullable(),
  initiativeTitle: z.string().nullable(),
  /** Active ambassadors of the site, to whom a relance goes; the first five by name. */
  contacts: z.array(z.object({ id: idSchema, name: z.string(), email: z.string().nullable() })),
});
export type AdoptionRow = z.infer<typeof adoptionRowSchema>;

export const adoptionSorts = ['site', 'campaign', 'status', 'territory', 'answeredOn', 'remindedOn', 'updatedAt'] as const;

export const adoptionFilterSchema = z.object({
  scope: scopeSchema.optional(),
  campaignIds: z.array(idSchema).max(1000).default([]),
  siteIds: z.array(idSchema).max(1000).default([]),
  territoryIds: z.array(idSchema).default([]),
  kinds: z.array(z.string()).default([]),
  statuses: z.array(z.enum(adoptionStatuses)).default([]),
  /** Only those never reminded, or not since this day. */
  notRemindedSince: dateSchema.nullable().default(null),
});

const adoptionChanges: FeatureName[] = ['adoptions', 'campaigns'];

export const adoptionsContract = {
  'adoptions.list': read({ input: z.object({ ...pageInput, sort: z.enum(adoptionSorts).default('site'), filter: adoptionFilterSchema.prefault({}) }), output: pageOf(adoptionRowSchema) }),
  'adoptions.ids': read({ input: z.object({ search: pageInput.search, filter: adoptionFilterSchema.prefault({}) }), output: z.object({ ids: z.array(idSchema) }) }),
  'adoptions.get': read({ input: idInput, output: adoptionRowSchema }),
  /** An adapted answer says what, a declined one why; `invited` takes the answer back. Dated today unless said otherwise. */
  'adoptions.answer': write({ input: z.object({ id: idSchema, set: z.object(answerFields).partial() }), output: adoptionSchema, changes: adoptionChanges }),
  'adoptions.answerMany': write({ input: idsInput.extend({ set: z.object(answerFields).omit({ initiativeId: true }).partial().required({ status: true }) }), output: countOutput, changes: adoptionChanges }),
  /** Notes that these sites were reminded, today unless said otherwise; those that have answered are passed over. */
  'adoptions.remind': write({ input: idsInput.extend({ on: dateSchema.optional() }), output: countOutput, changes: adoptionChanges }),
};
