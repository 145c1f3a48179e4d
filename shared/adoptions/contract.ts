/** Adoptions: what each site answers to a campaign, freely, and who has not answered yet. */
import { z } from 'zod';
import { adoptionSources, adoptionStatuses } from '../campaigns/lists.ts';
import {
  countOutput,
  dateSchema,
  idInput,
  idSchema,
  idsInput,
  languageSchema,
  longText,
  pageInput,
  pageOf,
  scopeSchema,
  shortText,
} from '../base/common.ts';
import { answerCountsSchema } from '../campaigns/contract.ts';
import { job, read, write } from '../base/define.ts';

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

export const adoptionSorts = [
  'site',
  'campaign',
  'status',
  'territory',
  'answeredOn',
  'remindedOn',
  'updatedAt',
] as const;

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

/** Counts of one group of answers; groups of one level add up to the whole. */
export const adoptionFigureSchema = answerCountsSchema.extend({
  /** A territory, a campaign or a site by id; a kind of site by its name; null for what has none. */
  id: z.string().nullable(),
  name: z.string().nullable(),
  /** The territory above; null at the top and for what is no territory. */
  parentId: idSchema.nullable(),
  /** Depth in the tree of territories, whose figures hold everything below them. */
  depth: z.number().int(),
});
export type AdoptionFigure = z.infer<typeof adoptionFigureSchema>;

/** Answers that count in a view: of which campaigns, which sites. */
const figuresInput = { campaignIds: z.array(idSchema).max(1000).default([]), scope: scopeSchema.optional() };

/** In the order in which rows want someone's eyes. */
export const formOutcomes = ['conflict', 'apply', 'invalid', 'unknown', 'same'] as const;
export const formProblems = [
  'status',
  'what',
  'why',
  'answeredOn',
  'answeredBy',
  'answerMissing',
  'noRecord',
  'twice',
  'otherSite',
] as const;

const formAnswer = z.object({
  status: z.enum(adoptionStatuses),
  what: z.string().nullable(),
  why: z.string().nullable(),
  answeredOn: z.string().nullable(),
  answeredBy: z.string().nullable(),
});

/** A row of a form that came back, with what it says and what stands now. */
export const returnedRowSchema = z.object({
  file: z.string(),
  line: z.number().int(),
  outcome: z.enum(formOutcomes),
  problem: z.enum(formProblems).nullable(),
  adoptionId: idSchema.nullable(),
  siteName: z.string(),
  campaignTitle: z.string(),
  said: formAnswer.nullable(),
  present: formAnswer.nullable(),
});
export type ReturnedFormRow = z.infer<typeof returnedRowSchema>;

const conflictSide = z.enum(['form', 'workspace']);
export type ConflictSide = z.infer<typeof conflictSide>;

const formCounts = z.object({
  apply: z.number().int(),
  same: z.number().int(),
  conflict: z.number().int(),
  invalid: z.number().int(),
  unknown: z.number().int(),
});
const formPaths = z.array(z.string().min(1).max(4096)).min(1).max(1000);

/** As many sites as a network may have. */
const remindedInput = z.object({ ids: z.array(idSchema).min(1).max(20_000) });

export const adoptionsContract = {
  'adoptions.list': read({
    input: z.object({
      ...pageInput,
      sort: z.enum(adoptionSorts).default('site'),
      filter: adoptionFilterSchema.prefault({}),
    }),
    output: pageOf(adoptionRowSchema),
  }),
  'adoptions.ids': read({
    input: z.object({ search: pageInput.search, filter: adoptionFilterSchema.prefault({}) }),
    output: z.object({ ids: z.array(idSchema) }),
  }),
  'adoptions.get': read({ input: idInput, output: adoptionRowSchema }),
  /** An adapted answer says what, a declined one why; `invited` takes the answer back. Dated today unless said otherwise. */
  'adoptions.answer': write({
    input: z.object({ id: idSchema, set: z.object(answerFields).partial() }),
    output: adoptionSchema,
  }),
  'adoptions.answerMany': write({
    input: idsInput.extend({
      set: z.object(answerFields).omit({ initiativeId: true }).partial().required({ status: true }),
    }),
    output: countOutput,
  }),
  /**
   * A relance for those of these that have no answer yet: one letter for each language that the active ambassadors there read, with
   * the campaign's key message when it is one campaign. `answers` counts invitations, `sites` sites; `without` names sites where
   * nobody active has an address, the first hundred.
   */
  'adoptions.reminder': read({
    input: remindedInput,
    output: z.object({
      answers: z.number().int(),
      sites: z.number().int(),
      letters: z.array(
        z.object({
          lang: languageSchema,
          sites: z.number().int(),
          emails: z.array(z.string()),
          subject: z.string(),
          body: z.string(),
        }),
      ),
      without: z.object({ total: z.number().int(), rows: z.array(z.object({ id: idSchema, name: z.string() })) }),
    }),
  }),
  /** Notes that these sites were reminded, today unless said otherwise; those that have answered are passed over. */
  'adoptions.remind': write({
    input: remindedInput.extend({ on: dateSchema.optional() }),
    output: countOutput,
  }),
  /** Answers by territory (in the order of the tree), kind of site or campaign, summed, never averaged. */
  'adoptions.figures': read({
    input: z.object({ ...figuresInput, by: z.enum(['territory', 'kind', 'campaign']) }),
    output: z.object({ rows: z.array(adoptionFigureSchema), whole: answerCountsSchema }),
  }),
  /**
   * The answers drawn on the land as SVG in the page's colours (null when nothing has a place): territories of a `depth` (0 the top,
   * null the leaves) by share of adoption, sites by answer. `missing` counts sites without a place, `without` names territories
   * without an outline, `depths` says how many levels there are.
   */
  'adoptions.map': read({
    input: z.object({
      ...figuresInput,
      depth: z.number().int().min(0).max(20).nullable().default(null),
      width: z.number().int().min(50).max(2000),
      height: z.number().int().min(50).max(2000),
    }),
    output: z.object({
      svg: z.string().nullable(),
      drawn: z.number().int(),
      missing: z.number().int(),
      depths: z.number().int(),
      without: z.array(idSchema),
    }),
  }),
  /**
   * Coherence and autonomy: who changed or declined most of what they answered, and in which words. Sorted by the share of
   * adapted and declined among the answers, then by how many there are; those with fewer answers than `least` are left out.
   */
  'adoptions.autonomy': read({
    input: z.object({
      ...figuresInput,
      by: z.enum(['campaign', 'territory', 'kind', 'site']).default('campaign'),
      least: z.number().int().min(1).max(1000).default(1),
      offset: pageInput.offset,
      limit: pageInput.limit,
    }),
    output: pageOf(adoptionFigureSchema).extend({
      whole: answerCountsSchema,
      /** What was said most, texts that differ only by case and accents taken together. */
      said: z.array(
        z.object({
          status: z.enum(['adapted', 'declined']),
          field: z.enum(['what', 'why']),
          text: z.string(),
          count: z.number().int(),
        }),
      ),
    }),
  }),
  /** What forms that came back would change: `apply` alone is taken in without a choice; a `conflict` was answered meanwhile. */
  'adoptions.previewForm': job({
    input: z.object({
      paths: formPaths,
      outcomes: z.array(z.enum(formOutcomes)).default([]),
      offset: pageInput.offset,
      limit: pageInput.limit,
    }),
    output: pageOf(returnedRowSchema).extend({ counts: formCounts }),
  }),
  /** Takes them in as one step. `conflicts` says for each answer which side is kept, `rest` for those it does not name. */
  'adoptions.mergeForm': job({
    input: z.object({
      paths: formPaths,
      conflicts: z.record(idSchema, conflictSide).default({}),
      rest: conflictSide.default('workspace'),
    }),
    output: z.object({ applied: z.number().int(), kept: z.number().int(), counts: formCounts }),
  }),
};
