/** The workspace file itself: open, create, check, back up; its organisation, its history and undo. */
import { z } from 'zod';
import {
  colourSchema,
  countrySchema,
  emptyInput,
  idSchema,
  languageSchema,
  nameSchema,
  pageInput,
  pageOf,
  scopeSchema,
} from '../base/common.ts';
import { job, read, session, write } from '../base/define.ts';
import { trackedTables } from '../kinds.ts';
import { siteFilterSchema } from '../sites/contract.ts';

const pathSchema = z.string().min(1).max(4096);

/** Why a workspace can only be read: the file is protected, its folder takes no file of ours, the disk or share takes none at all. */
export const readOnlyReasons = ['file', 'folder', 'medium'] as const;
export type ReadOnlyReason = (typeof readOnlyReasons)[number];

/** What has become of the open file: not in its place any more; another one in its place; the same one, written by another program. */
export const fileLossSchema = z.object({
  kind: z.enum(['removed', 'replaced', 'changed']),
  /** Where the state that was open was kept at once; null when it could not be. */
  rescuePath: z.string().nullable(),
});
export type FileLoss = z.infer<typeof fileLossSchema>;

export const workspaceInfoSchema = z.object({
  path: z.string(),
  name: z.string(),
  readOnly: z.boolean(),
  readOnlyReason: z.enum(readOnlyReasons).nullable(),
  loss: fileLossSchema.nullable(),
  /** Where a log lies that a crash left and that did not belong to this file; null when there was none. */
  logAside: z.string().nullable(),
  version: z.number().int(),
  organisation: z.string(),
  lang: languageSchema,
});
export type WorkspaceInfo = z.infer<typeof workspaceInfoSchema>;

export const backupSchema = z.object({
  path: z.string(),
  at: z.string(),
  size: z.number(),
  reason: z.enum(['rolling', 'migration', 'manual', 'restore', 'rescue']),
});
export type Backup = z.infer<typeof backupSchema>;

export const checkReportSchema = z.object({
  ok: z.boolean(),
  problems: z.array(z.object({ kind: z.enum(['integrity', 'foreign_key', 'blob']), text: z.string() })),
  tables: z.array(z.object({ name: z.string(), rows: z.number().int() })),
  size: z.number(),
  version: z.number().int(),
});

export const demoSizes = ['small', 'medium', 'large'] as const;

export const organisationSchema = z.object({
  id: idSchema,
  name: nameSchema,
  lang: languageSchema,
  country: countrySchema,
  primaryColour: colourSchema,
  accentColour: colourSchema,
  logoAttachmentId: idSchema.nullable(),
  fiscalYearStartMonth: z.number().int().min(1).max(12),
  /** Employees per ambassador that full coverage asks for. */
  coverageRatio: z.number().int().min(1).max(100_000),
  solicitationThreshold: z.number().int().min(1).max(1000),
  hourlyCost: z.number().min(0).nullable(),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/),
  settings: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Organisation = z.infer<typeof organisationSchema>;

export const transactionSchema = z.object({
  seq: z.number().int(),
  procedure: z.string(),
  summary: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  actor: z.string(),
  origin: z.enum(['app', 'cli']),
  at: z.string(),
  state: z.enum(['done', 'undone', 'discarded']),
  undoneAt: z.string().nullable(),
});
export type TransactionEntry = z.infer<typeof transactionSchema>;

export const recordChangeSchema = z.object({
  seq: z.number().int(),
  operation: z.enum(['insert', 'update', 'delete', 'bulk']),
  /** The changed columns, before and after; a reference is given as the name of what it points to. */
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  transaction: transactionSchema,
});
export type RecordChange = z.infer<typeof recordChangeSchema>;

const undoOutput = z.object({ transaction: transactionSchema });

/** What the network amounts to at a glance; counts within the scope, a missing headcount is counted apart. */
export const overviewSchema = z.object({
  territories: z.number().int(),
  sites: z.number().int(),
  sitesWithoutPlace: z.number().int(),
  headcount: z.number().int(),
  sitesWithoutHeadcount: z.number().int(),
  people: z.number().int(),
  activePeople: z.number().int(),
  initiatives: z.number().int(),
  editions: z.number().int(),
  coverage: z.object({
    active: z.number().int(),
    target: z.number().int(),
    sitesCovered: z.number().int(),
    sitesOpen: z.number().int(),
  }),
  /** Twelve months to today or to the period's end: sites and people at each month's end, initiatives begun in it. */
  trends: z.object({
    months: z.array(z.string()),
    sites: z.array(z.number().int()),
    people: z.array(z.number().int()),
    initiatives: z.array(z.number().int()),
  }),
});
export type Overview = z.infer<typeof overviewSchema>;

/** What waits for someone, each the total of a list: initiatives past their last day, finished ones without a figure, people left at an early stage. */
export const waitingSchema = z.object({
  late: z.number().int(),
  unmeasured: z.number().int(),
  stalled: z.number().int(),
  stalledBefore: z.string(),
  /** People with a consent that ends before `consentsBefore`, or ended, and was not renewed. */
  consents: z.number().int(),
  consentsBefore: z.string(),
});
export type Waiting = z.infer<typeof waitingSchema>;

export const workspaceContract = {
  'jobs.cancel': session({
    input: z.object({ jobId: z.string().max(100) }),
    output: z.object({ found: z.boolean() }),
  }),
  'workspace.create': session({
    input: z.object({
      path: pathSchema,
      name: nameSchema,
      lang: languageSchema.default('fr'),
      demo: z.enum(demoSizes).nullable().default(null),
      seed: z.number().int().default(1),
      overwrite: z.boolean().default(false),
    }),
    output: workspaceInfoSchema,
  }),
  'workspace.open': session({
    input: z.object({ path: pathSchema, migrate: z.boolean().default(true) }),
    output: workspaceInfoSchema,
  }),
  'workspace.close': session({ input: emptyInput, output: z.object({}) }),
  'workspace.restore': session({
    input: z.object({ path: pathSchema, backupPath: pathSchema }),
    output: workspaceInfoSchema,
  }),
  /** Writes what is open to a new file and goes on in it: for a file that is no longer in its place, or cannot be written. */
  'workspace.saveAs': session({ input: z.object({ outPath: pathSchema }), output: workspaceInfoSchema }),
  'workspace.current': session({ input: emptyInput, output: workspaceInfoSchema.nullable() }),
  'workspace.backups': session({
    input: z.object({ path: pathSchema.optional() }),
    output: z.object({ folder: z.string(), rows: z.array(backupSchema) }),
  }),
  'workspace.backup': job({
    input: z.object({ outPath: pathSchema.optional() }),
    output: backupSchema,
  }),
  'workspace.check': job({ input: emptyInput, output: checkReportSchema }),
  'workspace.overview': read({
    input: z.object({ scope: scopeSchema.optional() }).default({}),
    output: overviewSchema,
  }),
  /** Apart from the overview, which must not wait for it. */
  'workspace.waiting': read({ input: z.object({ scope: scopeSchema.optional() }).default({}), output: waitingSchema }),
  /** The open sites within the scope, and of the filter if one is given, on a map, in the page's own colours; null when none has a position. */
  'workspace.map': read({
    input: z.object({
      scope: scopeSchema.optional(),
      filter: siteFilterSchema.optional(),
      width: z.number().int().min(50).max(4000),
      height: z.number().int().min(50).max(4000),
    }),
    output: z.object({ svg: z.string().nullable(), drawn: z.number().int(), missing: z.number().int() }),
  }),
  'organisation.get': read({ input: emptyInput, output: organisationSchema }),
  'organisation.update': write({
    input: z.object({ set: organisationSchema.omit({ id: true, createdAt: true, updatedAt: true }).partial() }),
    output: organisationSchema,
  }),
  'history.list': read({ input: z.object({ ...pageInput }), output: pageOf(transactionSchema) }),
  'history.record': read({
    input: z.object({
      table: z.enum(trackedTables),
      id: idSchema,
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(recordChangeSchema) }),
  }),
  'history.state': read({
    input: emptyInput,
    output: z.object({ undo: transactionSchema.nullable(), redo: transactionSchema.nullable() }),
  }),
  'history.undo': session({
    input: z.object({ seq: z.number().int().optional() }).default({}),
    output: undoOutput,
  }),
  'history.redo': session({ input: emptyInput, output: undoOutput }),
};
