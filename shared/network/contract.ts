/** The network on the map: coverage by place and over time, and where the next ambassadors would count most. */
import { z } from 'zod';
import { countOutput, dateSchema, idSchema, languageSchema, lineText, stages } from '../base/common.ts';
import { job, read, write } from '../base/define.ts';
import { mapLayers } from './scales.ts';
import { siteFilterSchema } from '../sites/contract.ts';

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

export const coverageMonthSchema = z.object({
  month: z.string(),
  sites: z.number().int(),
  sitesCovered: z.number().int(),
  active: z.number().int(),
  target: z.number().int(),
});

/** Employees per ambassador; without it the organisation's own. */
const ratio = z.number().int().min(1).max(100_000).optional();

/** Kilometres within which an ambassador reaches the employees of other sites; null: those of the same territory. */
const radiusKm = z.number().min(1).max(20_000).nullable();

const recruitInput = z.object({
  filter,
  count: z.number().int().min(1).max(1000).default(10),
  radiusKm: radiusKm.default(30),
});

export const recruitPickSchema = z.object({
  siteId: idSchema,
  name: z.string(),
  code: z.string(),
  city: z.string().nullable(),
  territoryName: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  headcount: z.number().int().nullable(),
  active: z.number().int(),
  target: z.number().int(),
  /** People of the site known to the network and not active yet: identified, contacted, agreed or trained. */
  prospects: z.number().int(),
  /** Employees whom this recruit reaches and nobody did before: never more than the gain of the one above. */
  gain: z.number().int(),
  /** Of all employees, those reached once this recruit and the ones above have come: the curve against the number of recruits. */
  reached: z.number().int(),
  /** Sites that come within reach. */
  sites: z.number().int(),
});

/** What is reached, before and after: counted over the sites of the filter. What "reached" means is said in lib/network/recruit.ts. */
export const recruitOutput = z.object({
  picks: z.array(recruitPickSchema),
  employees: z.number().int(),
  reachedBefore: z.number().int(),
  reachedAfter: z.number().int(),
  sites: z.number().int(),
  sitesReachedBefore: z.number().int(),
  sitesReachedAfter: z.number().int(),
  /** Not among the employees, for nobody knows how many they are; and those that are near nothing, for nobody knows where. */
  sitesWithoutHeadcount: z.number().int(),
  sitesWithoutPlace: z.number().int(),
  /** Coverage as everywhere else: active ambassadors over the target, now and with the recruits. */
  active: z.number().int(),
  activeAfter: z.number().int(),
  target: z.number().int(),
  /** The plan brings at least this share of what the best possible choice of as many sites would: 0.63 at worst, 1 when it is the best. */
  atLeast: z.number(),
  /** Fewer recruits than asked for are enough: everyone who can be reached is. */
  isEnough: z.boolean(),
});
export type RecruitPlanOutput = z.infer<typeof recruitOutput>;

/** A relance: the active people of the open sites of a filter. */
export const followUpInput = z.object({
  filter,
  /** Only sites where nothing has happened for so many days, as the map counts them; null for all. */
  quietDays: z.number().int().min(1).max(3650).nullable().default(null),
  /** People reminded less than so many days ago are left in peace; null to write to them too. */
  sparedDays: z.number().int().min(1).max(3650).nullable().default(30),
});

/** What a picture of the map shows: the same layer, filter and window as on the screen. */
const mapView = {
  filter,
  layer: z.enum(mapLayers).default('coverage'),
  by: z.enum(['site', 'territory']).default('site'),
  /** Of the territories, as in `network.territoryShapes`. */
  depth: z.number().int().min(0).max(20).nullable().default(null),
  /** West, south, east, north in degrees; null for all sites. */
  extent: z
    .tuple([
      z.number().min(-540).max(540),
      z.number().min(-90).max(90),
      z.number().min(-540).max(540),
      z.number().min(-90).max(90),
    ])
    .nullable()
    .default(null),
  /** Draws the circle of action of every site that has someone. */
  radiusKm: z.number().min(1).max(2000).nullable().default(null),
  /** Null: the layer and the organisation. */
  title: lineText.min(1).max(300).nullable().default(null),
  lang: languageSchema.optional(),
};
export const mapFormats = ['svg', 'png', 'geojson'] as const;

export const shapeLayers = ['world', 'countries', 'regions', 'departments'] as const;

export const networkContract = {
  /** `sites` is the JSON of `MapColumns` (shared/network/columns.ts): the sites that have a place; `total.sitesWithoutPlace` counts the others. */
  'network.map': read({
    input: z.object({ filter, ratio }),
    output: z.object({ sites: z.string(), total: figuresSchema, ratio: z.number().int() }),
  }),
  /** The tree, parents first, and the same sites by kind. Ask with another `ratio` for "what if there were one for 30". */
  'network.territories': read({
    input: z.object({ filter, ratio }),
    output: z.object({
      rows: z.array(coverageRowSchema),
      kinds: z.array(z.object({ kind: z.string().nullable(), figures: figuresSchema })),
      total: figuresSchema,
      ratio: z.number().int(),
    }),
  }),
  /** Coverage at the end of each of the last months, today being the last; what is known of the past is said in shared/network/timeline.ts. */
  'network.trend': read({
    input: z.object({ filter, ratio, months: z.number().int().min(2).max(120).default(24) }),
    output: z.object({ rows: z.array(coverageMonthSchema), undated: z.number().int() }),
  }),
  /** The JSON of `Timeline` (shared/network/timeline.ts): a slider plays it with `networkAt`, without a call a frame. */
  'network.timeline': read({ input: z.object({ filter }), output: z.object({ timeline: z.string() }) }),
  /**
   * A bundled layer as the text of a GeoJSON FeatureCollection. `id` of a feature: the code of the department or region
   * (INSEE), the two letters of the country; `properties.name` is French for French places, English for countries (which
   * `Intl.DisplayNames` names from the code).
   */
  'network.shapes': read({
    static: true,
    input: z.object({ layer: z.enum(shapeLayers) }),
    output: z.object({ geojson: z.string(), attribution: z.string() }),
  }),
  /**
   * The outlines of territories as the text of a GeoJSON FeatureCollection, each feature's `properties.territoryId` that of a row
   * of `network.territories`. `depth`: 0 the top of the tree; null the leaves. `without`: territories of that depth that have no
   * outline, because no department or country is theirs. How places are given to territories: lib/network/territory-shapes.ts.
   */
  'network.territoryShapes': read({
    input: z.object({ filter, depth: z.number().int().min(0).max(20).nullable().default(null) }),
    output: z.object({ geojson: z.string(), without: z.array(idSchema), depths: z.number().int() }),
  }),
  /** Who is within `radiusKm` of an active ambassador; `out` is the JSON of the ids of the sites that nobody reaches. */
  'network.reach': read({
    input: z.object({ filter, radiusKm: radiusKm.default(30) }),
    output: z.object({
      employees: z.number().int(),
      reached: z.number().int(),
      sites: z.number().int(),
      sitesReached: z.number().int(),
      out: z.string(),
    }),
  }),
  /** The sites where the next recruits would reach the most employees whom nobody reaches. */
  'network.recruit': job({ input: recruitInput, output: recruitOutput }),
  /** The same list as a file: CSV for French Excel, or XLSX by its name. */
  'network.exportRecruits': job({
    input: recruitInput.extend({ lang: languageSchema.optional(), outPath: z.string().min(1).max(4096) }),
    output: z.object({ path: z.string(), rows: z.number().int() }),
  }),
  /** A message ready to be sent about these sites, in their order, and the people there whom the network knows already. */
  'network.recruitmentCall': read({
    input: z.object({ siteIds: z.array(idSchema).min(1).max(500), lang: languageSchema.optional() }),
    output: z.object({
      subject: z.string(),
      body: z.string(),
      prospects: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          email: z.string().nullable(),
          stage: z.enum(stages),
          siteId: idSchema,
          siteName: z.string(),
        }),
      ),
    }),
  }),
  /**
   * A relance made ready: one letter for each language, with the addresses it goes to. `sites` of which `alone` have nobody active;
   * `people` to whom it goes, of whom `without` have no address (the first hundred named); `spared` were reminded lately.
   */
  'network.followUp': read({
    input: followUpInput,
    output: z.object({
      sites: z.number().int(),
      alone: z.number().int(),
      people: z.number().int(),
      spared: z.number().int(),
      letters: z.array(
        z.object({ lang: languageSchema, emails: z.array(z.string()), subject: z.string(), body: z.string() }),
      ),
      without: z.object({
        total: z.number().int(),
        rows: z.array(z.object({ id: idSchema, name: z.string(), siteName: z.string() })),
      }),
    }),
  }),
  /** Notes that the same people were reminded today. */
  'network.noteFollowUp': write({ input: followUpInput, output: countOutput }),
  /** Places by name or postcode, the largest first: sites of the workspace, towns of France, towns of Europe. */
  'network.findPlaces': read({
    input: z.object({ query: z.string().max(200), limit: z.number().int().min(1).max(50).default(8) }),
    output: z.object({
      rows: z.array(
        z.object({
          kind: z.enum(['site', 'town']),
          id: z.string().nullable(),
          name: z.string(),
          detail: z.string(),
          lat: z.number(),
          lon: z.number(),
        }),
      ),
    }),
  }),
  /**
   * The map as a file by its name: .svg, .png (3840 x 2160) or .geojson (RFC 7946; sites without a place are no features, they are
   * counted in the member `unlocated`, those beyond the window in `outside`). `drawn` and `missing` are sites, or territories in a .geojson of those.
   */
  'network.exportMap': job({
    input: z.object({
      ...mapView,
      outPath: z
        .string()
        .min(1)
        .max(4096)
        .regex(/\.(svg|png|geojson)$/i),
    }),
    output: z.object({
      path: z.string(),
      format: z.enum(mapFormats),
      drawn: z.number().int(),
      missing: z.number().int(),
    }),
  }),
  /** The map as a slide at the end of a deck, in its theme and language; of an edition that has no deck yet in `lang`, the deck is made: one step of undo. */
  'network.mapSlide': job({
    input: z
      .object({ ...mapView, deckId: idSchema.optional(), editionId: idSchema.optional() })
      .refine((input) => (input.deckId === undefined) !== (input.editionId === undefined), {
        params: { rule: 'deck_or_edition' },
      }),
    output: z.object({ key: z.string(), attachmentId: idSchema, deckId: idSchema }),
  }),
};
