/** The network on the map: coverage by place and over time, and where the next ambassadors would count most. */
import { z } from 'zod';
import { dateSchema, idSchema } from './common.ts';
import { read } from './define.ts';
import { siteFilterSchema } from './sites.ts';

/**
 * The filter of the sites' list but for the status: coverage is about open sites only. So the same filter with
 * `statuses: ['open']` makes `sites.list` list exactly what the map counts: with `located: 'no'` those without a place, with
 * `withoutPeople` and the sort `headcount` those without anyone, the largest first. A filter chooses sites; it never changes a
 * site's figures, but for the period of the scope, which chooses the initiatives that are counted.
 */
export const networkFilterSchema = siteFilterSchema.omit({ statuses: true });
export type NetworkFilter = z.output<typeof networkFilterSchema>;
const filter = networkFilterSchema.prefault({});

/** Sums over open sites; what each means is said in `shared/network/coverage.ts`, as is how shares are made of them. */
export const figuresSchema = z.object({
  sites: z.number().int(),
  sitesWithoutPlace: z.number().int(),
  headcount: z.number().int(),
  sitesWithoutHeadcount: z.number().int(),
  active: z.number().int(),
  target: z.number().int(),
  sitesCovered: z.number().int(),
  sitesAtTarget: z.number().int(),
  initiatives: z.number().int(),
  initiativesOfCounted: z.number().int(),
  lastActivity: dateSchema.nullable(),
});

export const coverageRowSchema = z.object({
  /** Null for the sites that belong to no territory. */
  id: idSchema.nullable(),
  parentId: idSchema.nullable(),
  name: z.string().nullable(),
  code: z.string().nullable(),
  kind: z.string().nullable(),
  colour: z.string().nullable(),
  depth: z.number().int(),
  /** With every territory below. */
  figures: figuresSchema,
});
export type CoverageRow = z.infer<typeof coverageRowSchema>;

export const coverageMonthSchema = z.object({ month: z.string(), sites: z.number().int(), sitesCovered: z.number().int(), active: z.number().int(), target: z.number().int() });

/** Employees per ambassador; without it the organisation's own. */
const ratio = z.number().int().min(1).max(100_000).optional();

export const shapeLayers = ['world', 'countries', 'regions', 'departments'] as const;

export const networkContract = {
  /** `sites` is the JSON of `MapColumns` (shared/network/columns.ts): the sites that have a place; `total.sitesWithoutPlace` counts the others. */
  'network.map': read({ input: z.object({ filter, ratio }), output: z.object({ sites: z.string(), total: figuresSchema, ratio: z.number().int() }) }),
  /** The tree, parents first, and the same sites by kind. Ask with another `ratio` for "what if there were one for 30". */
  'network.territories': read({
    input: z.object({ filter, ratio }),
    output: z.object({ rows: z.array(coverageRowSchema), kinds: z.array(z.object({ kind: z.string().nullable(), figures: figuresSchema })), total: figuresSchema, ratio: z.number().int() }),
  }),
  /** Coverage at the end of each of the last months, today being the last; what is known of the past is said in shared/network/timeline.ts. */
  'network.trend': read({ input: z.object({ filter, ratio, months: z.number().int().min(2).max(120).default(24) }), output: z.object({ rows: z.array(coverageMonthSchema), undated: z.number().int() }) }),
  /** The JSON of `Timeline` (shared/network/timeline.ts): a slider plays it with `networkAt`, without a call a frame. */
  'network.timeline': read({ input: z.object({ filter }), output: z.object({ timeline: z.string() }) }),
  /**
   * A bundled layer as the text of a GeoJSON FeatureCollection. `id` of a feature: the code of the department or region
   * (INSEE), the two letters of the country; `properties.name` is French for French places, English for countries (which
   * `Intl.DisplayNames` names from the code).
   */
  'network.shapes': read({ input: z.object({ layer: z.enum(shapeLayers) }), output: z.object({ geojson: z.string(), attribution: z.string() }) }),
  /**
   * The outlines of territories as the text of a GeoJSON FeatureCollection, each feature's `properties.territoryId` that of a row
   * of `network.territories`. `depth`: 0 the top of the tree; null the leaves. `without`: territories of that depth that have no
   * outline, because no department or country is theirs. How places are given to territories: lib/network/territory-shapes.ts.
   */
  'network.territoryShapes': read({ input: z.object({ filter, depth: z.number().int().min(0).max(20).nullable().default(null) }), output: z.object({ geojson: z.string(), without: z.array(idSchema), depths: z.number().int() }) }),
};

