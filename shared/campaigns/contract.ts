/** Campaigns: what the centre proposes, to which sites, when, in which phases and tasks, with which messages. */
import { z } from 'zod';
import { adoptionStatuses, campaignStatuses, kitKinds, phaseKinds } from './lists.ts';
import {
  codeSchema,
  colourSchema,
  countOutput,
  dateSchema,
  emptyInput,
  idInput,
  idSchema,
  idsInput,
  languageSchema,
  linesText,
  longText,
  nameSchema,
  pageInput,
  pageOf,
  scopeSchema,
  shortText,
} from '../base/common.ts';
import { job, read, write } from '../base/define.ts';

const stamps = { createdAt: z.string(), updatedAt: z.string() };

/**
 * Which sites a campaign is for: those that meet every criterion given, and `siteIds` beside them, without
 * `excludedSiteIds`. Without criteria it is `siteIds` alone; with neither it is the whole network. Closed sites, and sites
 * not open during the campaign, never count.
 */
export const campaignScopeSchema = scopeSchema.pick({ territoryIds: true, siteKinds: true }).extend({
  headcountMin: z.number().int().min(0).nullable().default(null),
  headcountMax: z.number().int().min(0).nullable().default(null),
  siteIds: z.array(idSchema).max(20_000).default([]),
  excludedSiteIds: z.array(idSchema).max(20_000).default([]),
});
export type CampaignScope = z.output<typeof campaignScopeSchema>;

const sdgs = z
  .array(z.number().int().min(1).max(17))
  .max(17)
  .transform((list) => [...new Set(list)].sort((a, b) => a - b));

const fields = {
  code: codeSchema,
  title: nameSchema,
  theme: shortText,
  pillar: shortText,
  sdgs,
  /** The aim in words; in figures it is the targets. */
  objective: longText,
  ownerId: idSchema.nullable(),
  /** An owner who is not in the network. */
  ownerName: shortText,
  startDate: dateSchema,
  endDate: dateSchema,
  /** In the organisation's currency. */
  budget: z.number().min(0).max(1e12).nullable(),
  scope: campaignScopeSchema,
  /** Whether its phases count as asking something of sites. */
  asksSites: z.boolean(),
  colour: colourSchema.nullable(),
  notes: longText,
};

export const campaignSchema = z.object({
  id: idSchema,
  ...fields,
  status: z.enum(campaignStatuses),
  /** When the list of sites was settled; null while it still follows the network. */
  frozenAt: z.string().nullable(),
  templateKey: z.string().nullable(),
  clonedFromId: idSchema.nullable(),
  ...stamps,
});
export type Campaign = z.infer<typeof campaignSchema>;

const phaseFields = {
  kind: z.enum(phaseKinds),
  title: shortText,
  startDate: dateSchema,
  endDate: dateSchema,
  asksSites: z.boolean(),
};
export const phaseSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  ...phaseFields,
  position: z.number().int(),
  ...stamps,
});
export type Phase = z.infer<typeof phaseSchema>;

const taskFields = {
  title: nameSchema,
  phaseId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
  ownerName: shortText,
  /** Missing: the task is the due date alone. */
  startDate: dateSchema.nullable(),
  dueDate: dateSchema,
  doneOn: dateSchema.nullable(),
  asksSites: z.boolean(),
  /** What is asked of sites, in words. */
  ask: longText,
  notes: longText,
};
export const taskSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  ...taskFields,
  position: z.number().int(),
  dependsOn: z.array(idSchema),
  /** The owner's name, from the network or as written. */
  owner: z.string().nullable(),
  /** It begins before something it depends on is over. */
  tooEarly: z.boolean(),
  ...stamps,
});
export type Task = z.infer<typeof taskSchema>;

export const targetSchema = z.object({
  indicatorId: idSchema,
  name: z.string(),
  nameEn: z.string().nullable(),
  unit: z.string(),
  decimals: z.number().int(),
  value: z.number(),
  /** Sum of what the initiatives of answering sites measured; null when nothing was measured. */
  actual: z.number().nullable(),
});

const kitFields = {
  kind: z.enum(kitKinds),
  lang: languageSchema,
  title: shortText,
  text: linesText.min(1).max(20_000),
};
export const kitItemSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  ...kitFields,
  position: z.number().int(),
  ...stamps,
});
export type KitItem = z.infer<typeof kitItemSchema>;

/** How many sites are where with their answer. Before the list is settled only `sites` is known and the rest is 0. */
export const answerCountsSchema = z.object({
  sites: z.number().int(),
  invited: z.number().int(),
  adopted: z.number().int(),
  adapted: z.number().int(),
  declined: z.number().int(),
  done: z.number().int(),
});
export type AnswerCounts = z.infer<typeof answerCountsSchema>;

export const campaignRowSchema = campaignSchema.extend({
  owner: z.string().nullable(),
  answers: answerCountsSchema,
  tasks: z.number().int(),
  tasksDone: z.number().int(),
  /** Due before today and not done. */
  tasksLate: z.number().int(),
  phases: z.array(phaseSchema),
});
export type CampaignRow = z.infer<typeof campaignRowSchema>;

export const campaignDetailSchema = campaignRowSchema.extend({
  tasksList: z.array(taskSchema),
  targets: z.array(targetSchema),
  kit: z.array(kitItemSchema),
  clonedFromTitle: z.string().nullable(),
});

export const campaignSorts = [
  'title',
  'code',
  'status',
  'theme',
  'pillar',
  'startDate',
  'endDate',
  'budget',
  'owner',
  'updatedAt',
] as const;

export const campaignFilterSchema = z.object({
  scope: scopeSchema.optional(),
  statuses: z.array(z.enum(campaignStatuses)).default([]),
  themes: z.array(z.string()).default([]),
  pillars: z.array(z.string()).default([]),
  sdgs: z.array(z.number().int().min(1).max(17)).default([]),
  ownerIds: z.array(idSchema).max(1000).default([]),
  /** Campaigns that go on at some time between these days. */
  from: dateSchema.nullable().default(null),
  to: dateSchema.nullable().default(null),
});

export const campaignChangesSchema = z.object(fields).partial();

/** What the views of the plan draw of a campaign. */
export const planBarSchema = campaignSchema
  .pick({
    id: true,
    code: true,
    title: true,
    theme: true,
    pillar: true,
    status: true,
    colour: true,
    startDate: true,
    endDate: true,
    asksSites: true,
    frozenAt: true,
  })
  .extend({
    owner: z.string().nullable(),
    sites: z.number().int(),
    answers: answerCountsSchema,
    /** How many tasks it has, are done, are late; the tasks themselves stand beside. */
    tasks: z.number().int(),
    tasksDone: z.number().int(),
    tasksLate: z.number().int(),
    /** The territories it was aimed at; empty means the whole network. */
    territoryIds: z.array(idSchema),
  });

const scopedSiteSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  kind: z.string().nullable(),
  city: z.string().nullable(),
  territoryName: z.string().nullable(),
  headcount: z.number().int().nullable(),
  activePeople: z.number().int(),
  /** `in`: on the list. For a settled list also `missing`: it would be on it today; `leaving`: it would not. */
  place: z.enum(['in', 'missing', 'leaving']),
});

export const campaignTemplateSchema = z.object({
  key: z.string(),
  title: z.string(),
  theme: z.string(),
  pillar: z.string(),
  objective: z.string(),
  colour: colourSchema,
  sdgs: z.array(z.number().int()),
  /** How many days it lasts; starts are days from its first. */
  days: z.number().int(),
  /** When it is usually begun next. */
  usualStart: dateSchema,
  phases: z.array(
    z.object({
      kind: z.enum(phaseKinds),
      title: z.string().nullable(),
      start: z.number().int(),
      length: z.number().int(),
      asksSites: z.boolean(),
    }),
  ),
  tasks: z.array(
    z.object({ title: z.string(), start: z.number().int(), length: z.number().int(), ask: z.string().nullable() }),
  ),
  kit: z.array(
    z.object({ kind: z.enum(kitKinds), lang: languageSchema, title: z.string().nullable(), text: z.string() }),
  ),
  indicators: z.array(z.object({ code: z.string(), name: z.string(), unit: z.string(), target: z.number() })),
});
export type CampaignTemplateRow = z.infer<typeof campaignTemplateSchema>;

export const campaignsContract = {
  'campaigns.list': read({
    input: z.object({
      ...pageInput,
      sort: z.enum(campaignSorts).default('startDate'),
      filter: campaignFilterSchema.prefault({}),
    }),
    output: pageOf(campaignRowSchema),
  }),
  'campaigns.ids': read({
    input: z.object({ search: pageInput.search, filter: campaignFilterSchema.prefault({}) }),
    output: z.object({ ids: z.array(idSchema) }),
  }),
  'campaigns.get': read({ input: idInput, output: campaignDetailSchema }),
  /** Themes and pillars in use, for filters and for typing. */
  'campaigns.facets': read({
    input: emptyInput,
    output: z.object({
      themes: z.array(z.string()),
      pillars: z.array(z.string()),
      owners: z.array(z.object({ id: idSchema, name: z.string() })),
    }),
  }),
  /** Everything the year, the month, the timeline and the board draw between two days, in one read. At most 1,000 campaigns; `total` says how many there are. */
  'campaigns.plan': read({
    input: z.object({
      from: dateSchema,
      to: dateSchema,
      search: pageInput.search,
      filter: campaignFilterSchema.omit({ from: true, to: true }).prefault({}),
    }),
    output: z.object({
      total: z.number().int(),
      campaigns: z.array(planBarSchema),
      phases: z.array(phaseSchema),
      tasks: z.array(taskSchema),
    }),
  }),
  'campaigns.create': write({
    input: z.object({
      code: codeSchema.optional(),
      title: fields.title,
      theme: fields.theme.default(null),
      pillar: fields.pillar.default(null),
      sdgs: sdgs.default([]),
      objective: fields.objective.default(null),
      ownerId: fields.ownerId.default(null),
      ownerName: fields.ownerName.default(null),
      startDate: dateSchema,
      endDate: dateSchema,
      budget: fields.budget.default(null),
      scope: campaignScopeSchema.prefault({}),
      asksSites: fields.asksSites.default(true),
      colour: fields.colour.default(null),
      notes: fields.notes.default(null),
    }),
    output: campaignSchema,
  }),
  /** When start and end both change, phases and open tasks come along, as in a move. */
  'campaigns.update': write({
    input: z.object({ id: idSchema, set: campaignChangesSchema }),
    output: campaignSchema,
  }),
  'campaigns.updateMany': write({
    input: idsInput.extend({
      set: campaignChangesSchema.pick({
        theme: true,
        pillar: true,
        ownerId: true,
        ownerName: true,
        colour: true,
        asksSites: true,
      }),
    }),
    output: countOutput,
  }),
  'campaigns.delete': write({ input: idsInput, output: countOutput }),
  /** A draft with the same phases, tasks, targets, messages and scope, moved so that it starts on `startDate`. */
  'campaigns.clone': write({
    input: z.object({ id: idSchema, startDate: dateSchema, title: nameSchema.optional() }),
    output: campaignSchema,
  }),
  /** The library, in the language of the one who asks. */
  'campaigns.templates': read({ input: emptyInput, output: z.object({ rows: z.array(campaignTemplateSchema) }) }),
  /** A draft from the library. Its messages come in both languages, its indicators are made where their code is not in use. */
  'campaigns.createFromTemplate': write({
    input: z.object({
      key: z.string().max(100),
      startDate: dateSchema,
      title: nameSchema.optional(),
      lang: languageSchema.optional(),
      scope: campaignScopeSchema.prefault({}),
      ownerId: idSchema.nullable().default(null),
    }),
    output: campaignSchema,
  }),
  /** Moves a campaign with its phases and tasks by whole days; with `endDate` its length changes too, phases and tasks keeping theirs. */
  'campaigns.move': write({
    input: z.object({ id: idSchema, startDate: dateSchema, endDate: dateSchema.optional() }),
    output: campaignSchema,
  }),
  /** From `ready` on the list of sites is settled: each gets an invitation to answer. Back to `draft` the unanswered invitations go. */
  'campaigns.setStatus': write({
    input: idsInput.extend({ status: z.enum(campaignStatuses) }),
    output: countOutput.extend({ invited: z.number().int() }),
  }),
  /** The sites of a scope, page by page, with their sums; for a settled campaign the list as it stands and what a new one would change. */
  'campaigns.scopePreview': read({
    input: z.object({
      ...pageInput,
      id: idSchema.optional(),
      /** Instead of the campaign's own: what is being typed. */
      scope: campaignScopeSchema.optional(),
      startDate: dateSchema.optional(),
      endDate: dateSchema.optional(),
    }),
    output: pageOf(scopedSiteSchema).extend({
      settled: z.boolean(),
      /** Sums over the whole list. A site without a headcount is counted apart. */
      sites: z.number().int(),
      headcount: z.number().int(),
      sitesWithoutHeadcount: z.number().int(),
      activePeople: z.number().int(),
      sitesWithoutPeople: z.number().int(),
      missing: z.number().int(),
      leaving: z.number().int(),
      territories: z.array(z.object({ id: idSchema.nullable(), name: z.string().nullable(), sites: z.number().int() })),
      kinds: z.array(z.object({ kind: z.string().nullable(), sites: z.number().int() })),
    }),
  }),
  /** Brings a settled list up to date: invites the missing sites, takes off those that left without having answered. */
  'campaigns.refreshScope': write({
    input: idInput,
    output: z.object({ added: z.number().int(), removed: z.number().int() }),
  }),

  'campaigns.addPhase': write({
    input: z.object({
      campaignId: idSchema,
      ...phaseFields,
      title: phaseFields.title.default(null),
      asksSites: phaseFields.asksSites.default(true),
    }),
    output: phaseSchema,
  }),
  'campaigns.updatePhase': write({
    input: z.object({ id: idSchema, set: z.object(phaseFields).partial() }),
    output: phaseSchema,
  }),
  'campaigns.deletePhases': write({ input: idsInput, output: countOutput }),
  'campaigns.addTask': write({
    input: z.object({
      campaignId: idSchema,
      title: taskFields.title,
      phaseId: taskFields.phaseId.default(null),
      ownerId: taskFields.ownerId.default(null),
      ownerName: taskFields.ownerName.default(null),
      startDate: taskFields.startDate.default(null),
      dueDate: taskFields.dueDate,
      doneOn: taskFields.doneOn.default(null),
      asksSites: taskFields.asksSites.default(false),
      ask: taskFields.ask.default(null),
      notes: taskFields.notes.default(null),
      dependsOn: z.array(idSchema).max(200).default([]),
    }),
    output: taskSchema,
  }),
  /** `moveDependents` moves what comes after by the same number of days when the due date moves. */
  'campaigns.updateTask': write({
    input: z.object({
      id: idSchema,
      set: z.object({ ...taskFields, dependsOn: z.array(idSchema).max(200) }).partial(),
      moveDependents: z.boolean().default(false),
    }),
    output: taskSchema,
  }),
  'campaigns.updateTasks': write({
    input: idsInput.extend({
      set: z.object({ doneOn: taskFields.doneOn, ownerId: taskFields.ownerId, phaseId: taskFields.phaseId }).partial(),
    }),
    output: countOutput,
  }),
  'campaigns.deleteTasks': write({ input: idsInput, output: countOutput }),
  /** A value of null takes the target off. */
  'campaigns.setTarget': write({
    input: z.object({ campaignId: idSchema, indicatorId: idSchema, value: z.number().nullable() }),
    output: countOutput,
  }),
  'campaigns.addKitItem': write({
    input: z.object({ campaignId: idSchema, ...kitFields, title: kitFields.title.default(null) }),
    output: kitItemSchema,
  }),
  'campaigns.updateKitItem': write({
    input: z.object({ id: idSchema, set: z.object(kitFields).partial() }),
    output: kitItemSchema,
  }),
  'campaigns.deleteKitItems': write({ input: idsInput, output: countOutput }),
  /**
   * Writes answer forms into a folder: XLSX with drop-down lists and locked columns. A form already there is never written over.
   * `territoryIds` take in what lies below them; `statuses` narrows to sites with one of these answers.
   */
  'campaigns.forms': job({
    input: z.object({
      id: idSchema,
      per: z.enum(['territory', 'site']).default('territory'),
      statuses: z.array(z.enum(adoptionStatuses)).default([]),
      territoryIds: z.array(idSchema).max(1000).default([]),
      lang: languageSchema.optional(),
      outDir: z.string().min(1).max(4096),
    }),
    output: z.object({ path: z.string(), files: z.number().int(), sites: z.number().int() }),
  }),
};
