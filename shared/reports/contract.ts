/** Reports: tables for analysts, previewed and exported as CSV or XLSX; and lists exported in the form the import reads. */
import { z } from 'zod';
import {
  channels,
  dateSchema,
  idSchema,
  initiativeStatuses,
  languageSchema,
  pageOf,
  profiles,
  provenances,
  siteStatuses,
  stages,
} from '../base/common.ts';
import { job, read } from '../base/define.ts';
import { exportableLists, kindOf, reportNames, type ListAsked, type ListChoice } from '../kinds.ts';

export const reportFormats = ['csv', 'xlsx'] as const;
export type ReportFormat = (typeof reportFormats)[number];
/** `excel-fr`: what a French Excel opens by double click; `machine`: what programs read. */
export const csvDialects = ['excel-fr', 'machine'] as const;
export type CsvDialectName = (typeof csvDialects)[number];

export const columnTypes = ['text', 'integer', 'number', 'date', 'enum', 'flag'] as const;

/** What a report may be narrowed by; each report says which of these it obeys, and refuses the others. */
export const filterParts = [
  'territories',
  'siteKinds',
  'period',
  'siteStatuses',
  'stages',
  'profiles',
  'channels',
  'statuses',
  'themes',
  'indicators',
  'provenances',
  'edition',
] as const;
export type FilterPart = (typeof filterParts)[number];

const key = z.string().trim().min(1).max(100);

/** Territories and indicators by id or code, an edition by id or year, so that a person can write a filter by hand. */
export const reportFilterSchema = z
  .strictObject({
    territories: z.array(key).max(1000).default([]),
    siteKinds: z.array(z.string().max(500)).max(200).default([]),
    from: dateSchema.nullable().default(null),
    to: dateSchema.nullable().default(null),
    siteStatuses: z.array(z.enum(siteStatuses)).default([]),
    stages: z.array(z.enum(stages)).default([]),
    profiles: z.array(z.enum(profiles)).default([]),
    channels: z.array(z.enum(channels)).default([]),
    statuses: z.array(z.enum(initiativeStatuses)).default([]),
    themes: z.array(z.string().max(500)).max(500).default([]),
    indicators: z.array(key).max(1000).default([]),
    provenances: z.array(z.enum(provenances)).default([]),
    edition: key.nullable().default(null),
  })
  .refine((filter) => filter.from === null || filter.to === null || filter.from <= filter.to, {
    path: ['to'],
    params: { rule: 'before_start' },
  });
export type ReportFilter = z.output<typeof reportFilterSchema>;

export const reportColumnSchema = z.object({
  /** The contract's name of the field; the header of the `machine` dialect. */
  id: z.string(),
  /** The header people read. */
  label: z.string(),
  /** What the column means, for the data dictionary. */
  help: z.string(),
  type: z.enum(columnTypes),
  unit: z.string().nullable(),
  /** Decimals shown; null for a number that is not a quantity (a year, a rank). */
  decimals: z.number().int().nullable(),
  /** The words of a closed list, by code. */
  terms: z.record(z.string(), z.string()).nullable(),
});
export type ReportColumn = z.infer<typeof reportColumnSchema>;

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type ReportCell = z.infer<typeof cellSchema>;

const outPath = z.string().min(1).max(4096);
const form = {
  format: z.enum(reportFormats).default('csv'),
  dialect: z.enum(csvDialects).default('excel-fr'),
  lang: languageSchema.optional(),
};
const chosen = { report: z.enum(reportNames), filter: reportFilterSchema.prefault({}) };

const exportedSchema = z.object({
  path: z.string(),
  rows: z.number().int(),
  columns: z.number().int(),
  bytes: z.number().int(),
  scope: z.array(z.string()),
});
export type Exported = z.infer<typeof exportedSchema>;

// One member a list, made from what its kind says narrows it; the types are the kinds' own.
const listChoiceSchema = z.discriminatedUnion(
  'list',
  exportableLists.map((list) => z.object({ list: z.literal(list), ...kindOf(list).narrowing })) as never,
) as unknown as z.ZodType<ListChoice, ListAsked>;

export const reportsContract = {
  'reports.list': read({
    input: z.object({ lang: languageSchema.optional() }).default({}),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.enum(reportNames),
          title: z.string(),
          text: z.string(),
          audience: z.string(),
          filters: z.array(z.enum(filterParts)),
        }),
      ),
    }),
  }),
  /** A page of the report as it would be exported, its columns with their meaning, and in words what it is narrowed to. */
  'reports.preview': read({
    input: z.object({
      ...chosen,
      lang: languageSchema.optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(500).default(50),
    }),
    output: pageOf(z.array(cellSchema)).extend({ columns: z.array(reportColumnSchema), scope: z.array(z.string()) }),
  }),
  'reports.export': job({ input: z.object({ ...chosen, ...form, outPath }), output: exportedSchema }),
  /** The columns of a report with their meaning, unit and type, as a table of its own. */
  'reports.exportDictionary': job({
    input: z.object({ ...chosen, ...form, outPath }),
    output: exportedSchema,
  }),
  /** A list in the columns that the import reads: taken in again it changes nothing. `ids` narrows it to the rows chosen. */
  'reports.exportList': job({
    input: listChoiceSchema.and(
      z.object({ ...form, ids: z.array(idSchema).max(1_000_000).nullable().default(null), outPath }),
    ),
    output: exportedSchema,
  }),
};
