/** Touchpoints: contacts with people of the network, each with what was said, when and by whom. */
import { z } from 'zod';
import {
  countOutput,
  dateSchema,
  idInput,
  idSchema,
  idsInput,
  longText,
  pageInput,
  pageOf,
  scopeSchema,
  searchText,
  shortText,
} from '../base/common.ts';
import { read, write } from '../base/define.ts';

export const touchpointKinds = ['call', 'mail', 'message', 'visit', 'meeting'] as const;

const fields = {
  personId: idSchema,
  kind: z.enum(touchpointKinds),
  /** The calendar day of the contact. */
  date: dateSchema,
  /** What was said or agreed; null when it was only noted that there was a contact. */
  summary: longText,
  /** Who of the team was in contact. */
  author: shortText,
};

export const touchpointSchema = z.object({ id: idSchema, ...fields, createdAt: z.string(), updatedAt: z.string() });
export type Touchpoint = z.infer<typeof touchpointSchema>;

export const touchpointRowSchema = touchpointSchema.extend({
  personName: z.string(),
  siteId: idSchema.nullable(),
  siteName: z.string().nullable(),
  territoryName: z.string().nullable(),
});
export type TouchpointRow = z.infer<typeof touchpointRowSchema>;

export const touchpointSorts = ['date', 'person', 'kind', 'author', 'site', 'updatedAt'] as const;

export const touchpointFilterSchema = z.object({
  /** Territories and kinds of site of the person; its period is about the day of the contact. */
  scope: scopeSchema.optional(),
  kinds: z.array(z.enum(touchpointKinds)).default([]),
  personIds: z.array(idSchema).max(10_000).default([]),
  authors: z.array(z.string().max(500)).max(500).default([]),
});

const filter = touchpointFilterSchema.prefault({});

export const touchpointsContract = {
  'touchpoints.list': read({
    input: z.object({
      ...pageInput,
      sort: z.enum(touchpointSorts).default('date'),
      descending: z.boolean().default(true),
      filter,
    }),
    output: pageOf(touchpointRowSchema),
  }),
  'touchpoints.ids': read({
    input: z.object({ search: searchText, filter }),
    output: z.object({ ids: z.array(idSchema) }),
  }),
  'touchpoints.get': read({ input: idInput, output: touchpointRowSchema }),
  /** Those who noted contacts so far, the busiest first: for the filter and for what is proposed on entry. */
  'touchpoints.authors': read({
    input: z.object({}).default({}),
    output: z.object({ rows: z.array(z.object({ author: z.string(), count: z.number().int() })) }),
  }),
  /** Without a date the contact was today; without an author it was whoever writes. */
  'touchpoints.create': write({
    input: z.object({
      personId: fields.personId,
      kind: fields.kind,
      date: dateSchema.nullable().default(null),
      summary: fields.summary.default(null),
      author: fields.author.default(null),
    }),
    output: touchpointSchema,
  }),
  'touchpoints.update': write({
    input: z.object({ id: idSchema, set: z.object(fields).partial() }),
    output: touchpointSchema,
  }),
  'touchpoints.updateMany': write({
    input: idsInput.extend({ set: z.object(fields).pick({ kind: true, date: true, author: true }).partial() }),
    output: countOutput,
  }),
  'touchpoints.delete': write({ input: idsInput, output: countOutput }),
};
