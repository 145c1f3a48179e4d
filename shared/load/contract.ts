/** Solicitation load: how much is asked of each site, week by week, and what a plan would add to it. */
import { z } from 'zod';
import { dateSchema, idSchema, pageInput, pageOf, scopeSchema } from '../base/common.ts';
import { campaignScopeSchema } from '../campaigns/contract.ts';
import { read, write } from '../base/define.ts';

const weeksInput = {
  /** Any day of the first week. */
  from: dateSchema,
  weeks: z.number().int().min(1).max(212).default(52),
  /** Whether drafts count beside what is settled. */
  drafts: z.boolean().default(true),
};

export const loadSiteFilterSchema = z.object({
  scope: scopeSchema.optional(),
  territoryIds: z.array(idSchema).default([]),
  kinds: z.array(z.string()).default([]),
  /** Only sites over the threshold in one of the weeks. */
  onlyOver: z.boolean().default(false),
  /** Only sites of which something is asked. */
  onlyAsked: z.boolean().default(false),
});

/** One site of the heat map. `weeks` holds one number a week from the first Monday on. */
export interface LoadRow {
  id: string;
  code: string;
  name: string;
  kind: string | null;
  territoryName: string | null;
  /** The heaviest week; weeks over the threshold; all weeks together. */
  peak: number;
  over: number;
  total: number;
  weeks: number[];
}

/** One territory with everything below it: by week the sites over the threshold, the heaviest site and the sum. */
export interface LoadTerritory {
  /** Null stands for sites without a territory. */
  id: string | null;
  name: string | null;
  depth: number;
  sites: number;
  over: number[];
  peak: number[];
  total: number[];
}

/** An active ambassador: a share of what is asked of the site, and the tasks they own. */
export interface LoadPerson {
  id: string;
  name: string;
  siteId: string | null;
  siteName: string | null;
  /** Active ambassadors of the site, this one counted; they share what is asked of it. */
  sharedBy: number;
  peak: number;
  total: number;
  /** The site's load over its active ambassadors, plus own tasks; two decimals. */
  weeks: number[];
  /** The own tasks alone. */
  own: number[];
}

const weekHead = { mondays: z.array(dateSchema), threshold: z.number().int() };

/** What can ask something of a site: a record itself, or a part of one. */
export const askKinds = ['campaign', 'task'] as const;
export type AskKind = (typeof askKinds)[number];

export const loadItemSchema = z.object({
  kind: z.enum(askKinds),
  id: idSchema,
  title: z.string(),
  /** The record that asks, or that what asks is a part of: its name leads there. */
  record: z.object({ kind: z.enum(['campaign']), id: idSchema, title: z.string() }),
  /** Whether the record may still change: it counts only where drafts do. */
  draft: z.boolean(),
  colour: z.string().nullable(),
  /** The Mondays of the weeks looked at in which it asks, rising. */
  mondays: z.array(dateSchema),
});
export type LoadItem = z.infer<typeof loadItemSchema>;

export const collisionRowSchema = z.object({
  siteId: idSchema,
  code: z.string(),
  name: z.string(),
  territoryName: z.string().nullable(),
  /** The Mondays of the weeks over the threshold, the load before and with the plan. */
  weeks: z.array(z.object({ monday: dateSchema, before: z.number().int(), load: z.number().int() })),
});

export const loadContract = {
  /** A window of sites of the heat map, heaviest first unless sorted otherwise. `json` is an array of `LoadRow`. */
  'load.sites': read({
    input: z.object({
      ...pageInput,
      limit: z.number().int().min(1).max(500).default(100),
      ...weeksInput,
      sort: z.enum(['load', 'name', 'peak', 'total']).default('load'),
      descending: z.boolean().default(true),
      filter: loadSiteFilterSchema.prefault({}),
    }),
    output: z.object({
      ...weekHead,
      total: z.number().int(),
      json: z.string(),
      /** Over all sites that pass the filter. */
      sitesOver: z.number().int(),
      over: z.array(z.number().int()),
      peak: z.array(z.number().int()),
      sum: z.array(z.number().int()),
    }),
  }),
  /** The heat map zoomed out. `json` is an array of `LoadTerritory`, parents before children. */
  'load.territories': read({
    input: z.object({ ...weeksInput, filter: loadSiteFilterSchema.pick({ scope: true, kinds: true }).prefault({}) }),
    output: z.object({ ...weekHead, json: z.string() }),
  }),
  /** What is asked of a site in the week that holds a day, or in so many weeks from that one on. */
  'load.cell': read({
    input: z.object({
      siteId: idSchema,
      week: dateSchema,
      weeks: weeksInput.weeks.default(1),
      drafts: z.boolean().default(true),
    }),
    output: z.object({ monday: dateSchema, threshold: z.number().int(), rows: z.array(loadItemSchema) }),
  }),
  /** Active ambassadors, heaviest first. `json` is an array of `LoadPerson`. */
  'load.people': read({
    input: z.object({
      ...pageInput,
      limit: z.number().int().min(1).max(500).default(100),
      ...weeksInput,
      filter: z
        .object({ scope: scopeSchema.optional(), siteIds: z.array(idSchema).max(1000).default([]) })
        .prefault({}),
    }),
    output: z.object({ ...weekHead, total: z.number().int(), json: z.string() }),
  }),
  /**
   * What a campaign would bring over the threshold: one that exists, as it stands or moved to other dates with its phases and
   * tasks; or one that is being planned, given by its scope, dates and phases, or by its template. Then dates that would not, the nearest first.
   */
  'campaigns.collisions': read({
    input: z.object({
      ...pageInput,
      id: idSchema.optional(),
      /** A template of the library that would begin on `startDate`; its end, phases and tasks are its own. */
      templateKey: z.string().max(100).optional(),
      startDate: dateSchema.optional(),
      endDate: dateSchema.optional(),
      scope: campaignScopeSchema.optional(),
      asksSites: z.boolean().optional(),
      /** Instead of the campaign's own phases, with their dates as planned. */
      phases: z
        .array(z.object({ startDate: dateSchema, endDate: dateSchema, asksSites: z.boolean().default(true) }))
        .max(100)
        .optional(),
      drafts: z.boolean().default(true),
    }),
    output: pageOf(collisionRowSchema).extend({
      threshold: z.number().int(),
      /** Sites that are asked; those over in a week of the plan (`total`); those of them that were over in such a week without it. */
      sites: z.number().int(),
      alreadyOver: z.number().int(),
      byWeek: z.array(z.object({ monday: dateSchema, over: z.number().int() })),
      dates: z.array(
        z.object({ startDate: dateSchema, endDate: dateSchema, weeks: z.number().int(), over: z.number().int() }),
      ),
      /** The sites to leave out so that nobody goes over. */
      leaveOut: z.array(idSchema),
    }),
  }),
  /** Takes sites out of a campaign's scope, and off its list where they have not answered. */
  'campaigns.leaveOut': write({
    input: z.object({ id: idSchema, siteIds: z.array(idSchema).min(1).max(20_000) }),
    output: z.object({ count: z.number().int(), removed: z.number().int() }),
  }),
};
