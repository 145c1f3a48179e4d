/** Initiatives: what sites do, from the idea to what is shared, and the figures measured on them. */
import { z } from 'zod';
import {
  codeSchema,
  countOutput,
  dateSchema,
  emptyInput,
  idInput,
  idSchema,
  idsInput,
  indicatorKinds,
  initiativeStatuses,
  lineText,
  longText,
  nameSchema,
  pageInput,
  pageOf,
  provenances,
  scopeSchema,
  shortText,
} from '../base/common.ts';
import { read, write } from '../base/define.ts';

const fields = {
  code: codeSchema.nullable(),
  title: nameSchema,
  summary: longText,
  status: z.enum(initiativeStatuses),
  theme: shortText,
  sdgs: z
    .array(z.number().int().min(1).max(17))
    .max(17)
    .transform((list) => [...new Set(list)].sort((a, b) => a - b)),
  siteId: idSchema.nullable(),
  leadId: idSchema.nullable(),
  replicatesId: idSchema.nullable(),
  startDate: dateSchema.nullable(),
  endDate: dateSchema.nullable(),
  notes: longText,
};

export const initiativeSchema = z.object({ id: idSchema, ...fields, createdAt: z.string(), updatedAt: z.string() });
export type Initiative = z.infer<typeof initiativeSchema>;

export const initiativeRowSchema = initiativeSchema.extend({
  siteName: z.string().nullable(),
  territoryName: z.string().nullable(),
  leadName: z.string().nullable(),
  replicatesTitle: z.string().nullable(),
  replications: z.number().int(),
  measurements: z.number().int(),
  coverId: idSchema.nullable(),
});
export type InitiativeRow = z.infer<typeof initiativeRowSchema>;

export const initiativeSorts = ['title', 'status', 'theme', 'site', 'startDate', 'endDate', 'updatedAt'] as const;

export const initiativeFilterSchema = z.object({
  scope: scopeSchema.optional(),
  statuses: z.array(z.enum(initiativeStatuses)).default([]),
  themes: z.array(z.string()).default([]),
  sdgs: z.array(z.number().int().min(1).max(17)).default([]),
  territoryIds: z.array(idSchema).default([]),
  siteIds: z.array(idSchema).max(1000).default([]),
  leadIds: z.array(idSchema).max(1000).default([]),
  from: dateSchema.nullable().default(null),
  to: dateSchema.nullable().default(null),
  /** Whose last day is before this one. */
  endsBefore: dateSchema.nullable().default(null),
  measured: z.enum(['any', 'yes', 'no']).default('any'),
});

export const initiativeChangesSchema = z.object(fields).partial();

export const indicatorSchema = z.object({
  id: idSchema,
  code: codeSchema,
  name: nameSchema,
  nameEn: shortText,
  unit: lineText.max(40),
  kind: z.enum(indicatorKinds),
  decimals: z.number().int().min(0).max(6),
  position: z.number().int(),
  description: longText,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Indicator = z.infer<typeof indicatorSchema>;

const indicatorFields = indicatorSchema.omit({ id: true, createdAt: true, updatedAt: true });

export const measurementSchema = z.object({
  id: idSchema,
  initiativeId: idSchema,
  indicatorId: idSchema,
  date: dateSchema,
  value: z.number(),
  provenance: z.enum(provenances),
  source: shortText,
  factor: z.number().nullable(),
  factorVersion: shortText,
  notes: longText,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Measurement = z.infer<typeof measurementSchema>;
const measurementFields = measurementSchema.omit({ id: true, createdAt: true, updatedAt: true });

export const initiativesContract = {
  'initiatives.list': read({
    input: z.object({
      ...pageInput,
      sort: z.enum(initiativeSorts).default('startDate'),
      filter: initiativeFilterSchema.prefault({}),
    }),
    output: pageOf(initiativeRowSchema),
  }),
  'initiatives.ids': read({
    input: z.object({ search: pageInput.search, filter: initiativeFilterSchema.prefault({}) }),
    output: z.object({ ids: z.array(idSchema) }),
  }),
  'initiatives.get': read({ input: idInput, output: initiativeRowSchema }),
  'initiatives.themes': read({
    input: emptyInput,
    output: z.object({ rows: z.array(z.object({ theme: z.string(), initiatives: z.number().int() })) }),
  }),
  'initiatives.create': write({
    input: z.object({
      code: fields.code.default(null),
      title: fields.title,
      summary: fields.summary.default(null),
      status: fields.status.default('idea'),
      theme: fields.theme.default(null),
      sdgs: fields.sdgs.default([]),
      siteId: fields.siteId.default(null),
      leadId: fields.leadId.default(null),
      replicatesId: fields.replicatesId.default(null),
      startDate: fields.startDate.default(null),
      endDate: fields.endDate.default(null),
      notes: fields.notes.default(null),
    }),
    output: initiativeSchema,
  }),
  'initiatives.update': write({
    input: z.object({ id: idSchema, set: initiativeChangesSchema }),
    output: initiativeSchema,
  }),
  'initiatives.updateMany': write({
    input: idsInput.extend({
      set: initiativeChangesSchema.pick({ status: true, theme: true, siteId: true, leadId: true }),
    }),
    output: countOutput,
  }),
  'initiatives.delete': write({
    input: idsInput,
    output: countOutput,
  }),
  'indicators.list': read({
    input: emptyInput,
    output: z.object({ rows: z.array(indicatorSchema.extend({ measurements: z.number().int() })) }),
  }),
  'indicators.create': write({
    input: indicatorFields.extend({
      nameEn: shortText.default(null),
      decimals: indicatorFields.shape.decimals.default(0),
      position: z.number().int().default(0),
      description: longText.default(null),
    }),
    output: indicatorSchema,
  }),
  'indicators.update': write({
    input: z.object({ id: idSchema, set: indicatorFields.partial() }),
    output: indicatorSchema,
  }),
  'indicators.delete': write({ input: idsInput, output: countOutput }),
  'measurements.list': read({
    input: z.object({ ...pageInput, initiativeId: idSchema.optional(), indicatorId: idSchema.optional() }),
    output: pageOf(
      measurementSchema.extend({
        indicatorName: z.string(),
        indicatorNameEn: z.string().nullable(),
        unit: z.string(),
        decimals: z.number().int(),
        initiativeTitle: z.string(),
      }),
    ),
  }),
  'measurements.create': write({
    input: measurementFields.extend({
      provenance: measurementFields.shape.provenance.default('declared'),
      source: shortText.default(null),
      factor: z.number().nullable().default(null),
      factorVersion: shortText.default(null),
      notes: longText.default(null),
    }),
    output: measurementSchema,
  }),
  'measurements.update': write({
    input: z.object({ id: idSchema, set: measurementFields.omit({ initiativeId: true }).partial() }),
    output: measurementSchema,
  }),
  'measurements.delete': write({
    input: idsInput,
    output: countOutput,
  }),
};
