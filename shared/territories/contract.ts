/** Territories: the tree by which sites are grouped. */
import { z } from 'zod';
import {
  codeSchema,
  colourSchema,
  countOutput,
  emptyInput,
  idInput,
  idSchema,
  idsInput,
  lineText,
  nameSchema,
  scopeSchema,
} from '../base/common.ts';
import { read, write } from '../base/define.ts';

export const territorySchema = z.object({
  id: idSchema,
  code: codeSchema,
  name: nameSchema,
  kind: lineText.min(1).max(100),
  parentId: idSchema.nullable(),
  colour: colourSchema.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Territory = z.infer<typeof territorySchema>;

const fields = {
  code: codeSchema,
  name: nameSchema,
  kind: territorySchema.shape.kind,
  parentId: idSchema.nullable(),
  colour: colourSchema.nullable(),
};

/** A node of the tree with what lies in it; the counts include every territory below. */
export const territoryNodeSchema = territorySchema.extend({
  depth: z.number().int(),
  path: z.string(),
  sites: z.number().int(),
  people: z.number().int(),
});

export const territoriesContract = {
  /** With a scope: its territories with what lies above and below them, and counts of what the scope keeps. */
  'territories.list': read({
    input: z.object({ scope: scopeSchema.optional() }).default({}),
    output: z.object({ rows: z.array(territoryNodeSchema) }),
  }),
  'territories.get': read({ input: idInput, output: territorySchema }),
  'territories.create': write({
    input: z.object({
      ...fields,
      kind: fields.kind.default('region'),
      parentId: fields.parentId.default(null),
      colour: fields.colour.default(null),
    }),
    output: territorySchema,
  }),
  'territories.update': write({
    input: z.object({ id: idSchema, set: z.object(fields).partial() }),
    output: territorySchema,
  }),
  /** What `territories.fillRegions` would do: the regions of France with sites that have no territory, told by their postcodes. */
  'territories.regionsToFill': read({
    input: emptyInput,
    output: z.object({
      regions: z.array(z.object({ name: z.string(), sites: z.number().int(), isNew: z.boolean() })),
      /** Sites without a territory whose postcode tells no region. */
      unplaced: z.number().int(),
    }),
  }),
  /** Gives sites without a territory their region, made where there is none of that name. */
  'territories.fillRegions': write({
    input: emptyInput,
    output: z.object({ sites: z.number().int(), territories: z.number().int() }),
  }),
  'territories.delete': write({ input: idsInput, output: countOutput }),
};
