/** Sites: one location each, with its place, headcount and territory. */
import { z } from 'zod';
import {
  accuracies,
  codeSchema,
  countOutput,
  countrySchema,
  dateSchema,
  idInput,
  idSchema,
  idsInput,
  longText,
  nameSchema,
  pageInput,
  pageOf,
  profiles,
  scopeSchema,
  shortText,
  siteStatuses,
  stages,
} from '../base/common.ts';
import { read, write } from '../base/define.ts';

const latitude = z.number().min(-90).max(90).nullable();
const longitude = z.number().min(-180).max(180).nullable();

const fields = {
  code: codeSchema,
  name: nameSchema,
  kind: shortText,
  status: z.enum(siteStatuses),
  territoryId: idSchema.nullable(),
  address: shortText,
  postcode: shortText,
  city: shortText,
  country: countrySchema,
  lat: latitude,
  lon: longitude,
  accuracy: z.enum(accuracies).nullable(),
  headcount: z.number().int().min(0).max(1_000_000_000).nullable(),
  openedOn: dateSchema.nullable(),
  closedOn: dateSchema.nullable(),
  notes: longText,
};

export const siteSchema = z.object({ id: idSchema, ...fields, createdAt: z.string(), updatedAt: z.string() });
export type Site = z.infer<typeof siteSchema>;

/** A row of the list: the site with what the table shows beside it. */
export const siteRowSchema = siteSchema.extend({
  territoryName: z.string().nullable(),
  people: z.number().int(),
  activePeople: z.number().int(),
  initiatives: z.number().int(),
});
export type SiteRow = z.infer<typeof siteRowSchema>;

export const siteSorts = [
  'name',
  'code',
  'kind',
  'status',
  'territory',
  'city',
  'postcode',
  'country',
  'headcount',
  'people',
  'initiatives',
  'updatedAt',
] as const;

export const siteFilterSchema = z.object({
  scope: scopeSchema.optional(),
  statuses: z.array(z.enum(siteStatuses)).default([]),
  kinds: z.array(z.string()).default([]),
  territoryIds: z.array(idSchema).default([]),
  located: z.enum(['any', 'yes', 'no', 'approximate']).default('any'),
  headcountMin: z.number().int().nullable().default(null),
  headcountMax: z.number().int().nullable().default(null),
  withoutPeople: z.boolean().default(false),
  /** Sites with someone at one of these stages, of one of these profiles: the same person when both are given. */
  stages: z.array(z.enum(stages)).default([]),
  profiles: z.array(z.enum(profiles)).default([]),
  /** These sites only, as chosen on the map; empty: all. */
  ids: z.array(idSchema).max(1_000_000).default([]),
});

const createSchema = z.object({
  code: codeSchema.optional(),
  name: nameSchema,
  kind: fields.kind.default(null),
  status: fields.status.default('open'),
  territoryId: fields.territoryId.default(null),
  address: fields.address.default(null),
  postcode: fields.postcode.default(null),
  city: fields.city.default(null),
  country: fields.country.default('FR'),
  lat: latitude.default(null),
  lon: longitude.default(null),
  headcount: fields.headcount.default(null),
  openedOn: fields.openedOn.default(null),
  closedOn: fields.closedOn.default(null),
  notes: fields.notes.default(null),
});

const { accuracy: _accuracy, ...editable } = fields;
export const siteChangesSchema = z.object(editable).partial();

export const sitesContract = {
  'sites.list': read({
    input: z.object({ ...pageInput, sort: z.enum(siteSorts).default('name'), filter: siteFilterSchema.prefault({}) }),
    output: pageOf(siteRowSchema),
  }),
  'sites.ids': read({
    input: z.object({ search: pageInput.search, filter: siteFilterSchema.prefault({}) }),
    output: z.object({ ids: z.array(idSchema) }),
  }),
  'sites.get': read({ input: idInput, output: siteRowSchema }),
  /** The country around the site with a dot where it is, as an SVG whose colours are the page's own; null without a position. */
  'sites.map': read({
    input: idInput.extend({ width: z.number().int().min(50).max(2000), height: z.number().int().min(50).max(2000) }),
    output: z.object({ svg: z.string().nullable() }),
  }),
  'sites.kinds': read({
    input: z.object({}).default({}),
    output: z.object({ rows: z.array(z.object({ kind: z.string(), sites: z.number().int() })) }),
  }),
  'sites.create': write({ input: createSchema, output: siteSchema }),
  'sites.update': write({
    input: z.object({ id: idSchema, set: siteChangesSchema }),
    output: siteSchema,
  }),
  'sites.updateMany': write({
    input: idsInput.extend({
      set: siteChangesSchema.pick({ kind: true, status: true, territoryId: true, country: true }),
    }),
    output: countOutput,
  }),
  'sites.delete': write({ input: idsInput, output: countOutput }),
};
