/** Import of spreadsheets: look at the file, map its columns, try it without changing anything, then take it in whole. */
import { z } from 'zod';
import { emptyInput, idsInput, countOutput, pageOf, stages } from '../base/common.ts';
import { job, read, write } from '../base/define.ts';
import { encodings } from './encodings.ts';
import { matchKeys } from '../kind.ts';
import { importKinds } from '../kinds.ts';
import { noteCodes, reasonCodes } from './outcome.ts';

const pathSchema = z.string().min(1).max(4096);
const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const sourceInput = {
  path: pathSchema,
  sheet: z.string().max(300).nullable().default(null),
  encoding: z.enum(encodings).nullable().default(null),
  delimiter: z.string().length(1).nullable().default(null),
  /** Whether rows hidden in the sheet count. */
  hiddenRows: z.boolean().default(false),
  /** Whether bytes that are not in the encoding are read as a mark (�); else such a file is looked at, and refused when it is tried. */
  markFaults: z.boolean().default(false),
  /** Line of the header; null lets the file decide. */
  headerLine: z.number().int().min(1).max(10_000).nullable().default(null),
};

/** Column name to field name; a column that is absent is not read. */
export const mappingSchema = z.record(z.string().max(1000), z.string().max(200));
export type Mapping = z.infer<typeof mappingSchema>;

/** A cell as it should have been written; `leftOut` when its value is passed over, not corrected. */
export const correctionSchema = z.object({
  line: z.number().int().min(1),
  column: z.string().max(1000),
  value: z.string().max(32_767),
  leftOut: z.boolean().default(false),
});
export type Correction = z.output<typeof correctionSchema>;

export const importInput = z.object({
  ...sourceInput,
  kind: z.enum(importKinds),
  mapping: mappingSchema,
  /** Whether sites and territories that rows name and nobody knows are made. */
  createMissing: z.boolean().default(false),
  /** Whether rows that match nothing are refused in place of being created: for a file that only completes what is there. */
  updateOnly: z.boolean().default(false),
  /** Cells corrected at the check; the file stays as it is. */
  corrections: z.array(correctionSchema).max(10_000).default([]),
  /** Fields whose bad values are left out in place of refusing their rows; what a record cannot be without is refused all the same. */
  leaveOut: z.array(z.string().max(200)).max(100).default([]),
  /** What people are of whom the file tells no stage. */
  stage: z.enum(stages).default('identified'),
});
export type ImportInput = z.output<typeof importInput>;

export const proposalSchema = z.object({ column: z.string(), field: z.string(), score: z.number() });

/** A column that its header would have proposed, left out because its values are not what the field takes; `value` is one of them. */
export const leftOutSchema = z.object({
  column: z.string(),
  field: z.string(),
  reason: z.enum(reasonCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  value: z.string(),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

export const inspectionSchema = z.object({
  format: z.enum(['csv', 'xlsx']),
  size: z.number(),
  encoding: z.enum(encodings).nullable(),
  /** What of the file is not in that encoding: the byte and the line of the first place, and how many there are. */
  encodingFault: z.object({ position: z.number().int(), line: z.number().int(), count: z.number().int() }).nullable(),
  delimiter: z.string().nullable(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  sheet: z.string().nullable(),
  headerLine: z.number().int(),
  columns: z.array(z.string()),
  hiddenColumns: z.array(z.string()),
  hiddenRows: z.number().int(),
  mergedCells: z.number().int(),
  /** The first rows as the file holds them; an Excel error stands as its text. */
  preview: z.array(z.object({ line: z.number().int(), cells: z.array(cellSchema) })),
  kind: z.enum(importKinds),
  /** The kind that the columns speak for, when another was asked for. */
  likelyKind: z.enum(importKinds),
  /** The file is a report of this app, made to be read: what it adds up is no field of a record. */
  isReport: z.boolean(),
  proposals: z.array(proposalSchema),
  leftOut: z.array(leftOutSchema),
  /** The proposals come from an earlier import of such a file. */
  remembered: z.boolean(),
});
export type Inspection = z.infer<typeof inspectionSchema>;

export const outcomeStatuses = ['created', 'updated', 'unchanged', 'rejected'] as const;

export const importCountsSchema = z.object({
  read: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

export const problemSchema = z.object({
  column: z.string().nullable(),
  field: z.string().nullable(),
  value: z.string(),
  reason: z.enum(reasonCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Problem = z.infer<typeof problemSchema>;

export const rowOutcomeSchema = z.object({
  line: z.number().int(),
  status: z.enum(outcomeStatuses),
  /** What the row is about, as far as it could be read. */
  name: z.string(),
  changes: z.array(z.object({ field: z.string(), before: cellSchema, after: cellSchema })),
  problems: z.array(problemSchema),
});
export type RowOutcome = z.infer<typeof rowOutcomeSchema>;

/** What was understood otherwise than written, counted by column. */
export const importNoteSchema = z.object({
  column: z.string().nullable(),
  note: z.enum(noteCodes),
  count: z.number().int(),
  lines: z.array(z.number().int()),
  example: z.object({ from: z.string(), to: z.string() }).nullable(),
});
export type ImportNote = z.infer<typeof importNoteSchema>;

const reportSchema = z.object({
  counts: importCountsSchema,
  /** Rows created beside those of the file: sites for people, territories for sites, indicators. */
  also: z.object({
    sites: z.number().int(),
    territories: z.number().int(),
    indicators: z.number().int(),
    measurements: z.number().int(),
    measurementsUpdated: z.number().int(),
  }),
  notes: z.array(importNoteSchema),
  /** How a row finds its record: by a code, else by the values named. */
  key: z.enum(matchKeys),
  /** Columns of the file that fill nothing. */
  unread: z.array(z.string()),
  /** Sums of the figures taken in, to hold against the file's own. */
  totals: z.array(z.object({ column: z.string(), field: z.string(), count: z.number().int(), total: z.number() })),
  /** Why rows were rejected, by their first problem, the most frequent first; `params` and `field` are those of the first such row. */
  reasons: z.array(
    z.object({
      reason: z.enum(reasonCodes),
      column: z.string().nullable(),
      field: z.string().nullable(),
      count: z.number().int(),
      params: problemSchema.shape.params,
    }),
  ),
});
export type ImportReport = z.infer<typeof reportSchema>;

export const importsContract = {
  'imports.inspect': job({
    input: z.object({ ...sourceInput, kind: z.enum(importKinds).nullable().default(null) }),
    output: inspectionSchema,
  }),
  'imports.dryRun': job({ input: importInput, output: reportSchema.extend({ planId: z.string() }) }),
  'imports.outcomes': read({
    input: z.object({
      planId: z.string().max(100),
      status: z.enum(outcomeStatuses).nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    output: pageOf(rowOutcomeSchema),
  }),
  'imports.commit': job({
    input: importInput,
    output: reportSchema.extend({ planId: z.string() }),
  }),
  /** Writes the rejected rows of a try or an import in the file's own form, with a column that says why. */
  'imports.saveRejects': job({
    input: z.object({ planId: z.string().max(100), outPath: pathSchema }),
    output: z.object({ path: z.string(), rows: z.number().int() }),
  }),
  'imports.mappings': read({
    input: emptyInput,
    output: z.object({
      rows: z.array(
        z.object({ id: z.string(), kind: z.enum(importKinds), columns: z.array(z.string()), updatedAt: z.string() }),
      ),
    }),
  }),
  'imports.forgetMappings': write({ input: idsInput, output: countOutput }),
};
