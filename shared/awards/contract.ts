/** Awards: editions, categories with weighted criteria, nominees, jurors with their recusals, scores, results and decisions. */
import { z } from 'zod';
import {
  awardSubjects,
  decisionKinds,
  editionResultsSchema,
  editionStatuses,
  jurorTies,
  recusalKinds,
} from './results.ts';
import {
  awardMethods,
  codeSchema,
  colourSchema,
  countOutput,
  dateSchema,
  emailSchema,
  emptyInput,
  idInput,
  idSchema,
  idsInput,
  linesText,
  longText,
  nameSchema,
  shortText,
} from '../base/common.ts';
import { read, write } from '../base/define.ts';

const stamps = { createdAt: z.string(), updatedAt: z.string() };

const editionFields = {
  year: z.number().int().min(1990).max(2200),
  name: nameSchema,
  heldOn: dateSchema.nullable(),
  place: shortText,
  method: z.enum(awardMethods),
  /** Notes a nominee needs to be ranked. */
  quorum: z.number().int().min(1).max(1000),
};
export const editionSchema = z.object({
  id: idSchema,
  ...editionFields,
  status: z.enum(editionStatuses),
  closedAt: z.string().nullable(),
  ...stamps,
});
export type Edition = z.infer<typeof editionSchema>;

export const editionRowSchema = editionSchema.extend({
  categories: z.number().int(),
  nominees: z.number().int(),
  jurors: z.number().int(),
  scores: z.number().int(),
});
export type EditionRow = z.infer<typeof editionRowSchema>;

const criterionFields = {
  name: nameSchema,
  description: longText,
  /** Any positive number; shares are worked out. */ weight: z.number().positive().max(1_000_000),
};
export const criterionSchema = z.object({
  id: idSchema,
  categoryId: idSchema,
  ...criterionFields,
  position: z.number().int(),
  ...stamps,
});
export type Criterion = z.infer<typeof criterionSchema>;

const categoryFields = {
  name: nameSchema,
  description: longText,
  subject: z.enum(awardSubjects),
  colour: colourSchema.nullable(),
  scaleMin: z.number().min(-1000).max(1000),
  scaleMax: z.number().min(-1000).max(1000),
  winnersCount: z.number().int().min(1).max(50),
};
export const categorySchema = z.object({
  id: idSchema,
  editionId: idSchema,
  ...categoryFields,
  position: z.number().int(),
  ...stamps,
});
export type Category = z.infer<typeof categorySchema>;

const nomineeFields = {
  code: codeSchema.nullable(),
  /** Takes the place of the initiative's title or the person's name. */ title: shortText,
  story: longText,
  citation: longText,
};
export const nomineeSchema = z.object({
  id: idSchema,
  categoryId: idSchema,
  kind: z.enum(['initiative', 'person']),
  initiativeId: idSchema.nullable(),
  personId: idSchema.nullable(),
  ...nomineeFields,
  /** The initiative's title or the person's name. */
  subjectName: z.string(),
  siteName: z.string().nullable(),
  territoryName: z.string().nullable(),
  pictureId: idSchema.nullable(),
  position: z.number().int(),
});
export type Nominee = z.infer<typeof nomineeSchema>;

const jurorFields = {
  name: nameSchema,
  role: shortText,
  email: emailSchema.nullable(),
  personId: idSchema.nullable(),
  isChair: z.boolean(),
};
export const jurorSchema = z.object({
  id: idSchema,
  editionId: idSchema,
  ...jurorFields,
  position: z.number().int(),
  ...stamps,
});
export type Juror = z.infer<typeof jurorSchema>;

export const recusalSchema = z.object({
  id: idSchema,
  jurorId: idSchema,
  nomineeId: idSchema,
  kind: z.enum(recusalKinds),
  reason: nameSchema,
  ...stamps,
});
export type Recusal = z.infer<typeof recusalSchema>;

/** A tie between a juror and a nominee for which nobody has stepped aside yet. */
const proposedRecusalSchema = z.object({
  jurorId: idSchema,
  nomineeId: idSchema,
  tie: z.enum(jurorTies),
  /** False when the juror is only known by a name or an address that one person of the network bears. */
  linked: z.boolean(),
});
export type ProposedRecusal = z.infer<typeof proposedRecusalSchema>;

export const scoreSchema = z.object({
  jurorId: idSchema,
  nomineeId: idSchema,
  criterionId: idSchema,
  value: z.number(),
  comment: z.string().nullable(),
});
export type Score = z.infer<typeof scoreSchema>;

const completionSchema = z.object({
  jurorId: idSchema,
  categoryId: idSchema,
  /** Nominees this juror noted on every criterion, of those he or she may note. */
  complete: z.number().int(),
  expected: z.number().int(),
});
export type Completion = z.infer<typeof completionSchema>;

export const categoryDetailSchema = categorySchema.extend({
  criteria: z.array(criterionSchema),
  nominees: z.array(nomineeSchema),
});
export type CategoryDetail = z.infer<typeof categoryDetailSchema>;

const editionDetailSchema = z.object({
  edition: editionSchema,
  categories: z.array(categoryDetailSchema),
  jurors: z.array(jurorSchema),
  recusals: z.array(recusalSchema),
  completion: z.array(completionSchema),
});
export type EditionDetail = z.infer<typeof editionDetailSchema>;

const moveInput = z.object({
  id: idSchema,
  /** The place to take, 0 first. */ to: z.number().int().min(0).max(10_000),
});
const reasonSchema = linesText.min(1).max(2000);

export const awardsContract = {
  'awards.list': read({ input: emptyInput, output: z.object({ rows: z.array(editionRowSchema) }) }),
  'awards.get': read({ input: idInput, output: editionDetailSchema }),
  'awards.results': read({ input: z.object({ editionId: idSchema }), output: editionResultsSchema }),
  /** All that a category's jurors scored. */
  'awards.grid': read({
    input: z.object({ categoryId: idSchema }),
    output: z.object({
      category: categoryDetailSchema,
      jurors: z.array(jurorSchema),
      recusals: z.array(recusalSchema),
      scores: z.array(scoreSchema),
    }),
  }),

  /** Jurors who should perhaps stand aside: proposed, never decided. */
  'awards.proposedRecusals': read({
    input: z.object({ editionId: idSchema }),
    output: z.object({ rows: z.array(proposedRecusalSchema) }),
  }),

  'awards.createEdition': write({
    input: z.object({
      year: editionFields.year,
      name: editionFields.name,
      heldOn: editionFields.heldOn.default(null),
      place: editionFields.place.default(null),
      method: editionFields.method.default('mean'),
      quorum: editionFields.quorum.default(3),
      /** An edition whose categories (with criteria) and jurors are taken over. */
      copyFrom: idSchema.nullable().default(null),
      copyCategories: z.boolean().default(true),
      copyJurors: z.boolean().default(true),
    }),
    output: editionSchema,
  }),
  'awards.updateEdition': write({
    input: z.object({ id: idSchema, set: z.object(editionFields).partial() }),
    output: editionSchema,
  }),
  'awards.deleteEditions': write({ input: idsInput, output: countOutput }),
  'awards.close': write({ input: idInput, output: editionSchema }),
  'awards.reopen': write({ input: idInput, output: editionSchema }),

  'awards.createCategory': write({
    input: z
      .object({
        editionId: idSchema,
        name: categoryFields.name,
        description: categoryFields.description.default(null),
        subject: categoryFields.subject.default('initiative'),
        colour: categoryFields.colour.default(null),
        scaleMin: categoryFields.scaleMin.default(0),
        scaleMax: categoryFields.scaleMax.default(10),
        winnersCount: categoryFields.winnersCount.default(1),
        criteria: z
          .array(
            z.object({
              name: criterionFields.name,
              description: criterionFields.description.default(null),
              weight: criterionFields.weight.default(1),
            }),
          )
          .max(50)
          .default([]),
      })
      .refine((category) => category.scaleMax > category.scaleMin, { path: ['scaleMax'], params: { rule: 'scale' } }),
    output: categorySchema.extend({ criteria: z.array(criterionSchema) }),
  }),
  'awards.updateCategory': write({
    input: z.object({ id: idSchema, set: z.object(categoryFields).partial() }),
    output: categorySchema,
  }),
  'awards.deleteCategories': write({ input: idsInput, output: countOutput }),
  'awards.moveCategory': write({ input: moveInput, output: countOutput }),

  'awards.createCriterion': write({
    input: z.object({
      categoryId: idSchema,
      name: criterionFields.name,
      description: criterionFields.description.default(null),
      weight: criterionFields.weight.default(1),
    }),
    output: criterionSchema,
  }),
  'awards.updateCriterion': write({
    input: z.object({ id: idSchema, set: z.object(criterionFields).partial() }),
    output: criterionSchema,
  }),
  'awards.deleteCriteria': write({ input: idsInput, output: countOutput }),
  'awards.moveCriterion': write({ input: moveInput, output: countOutput }),

  /** Those already nominated in the category are left as they are. */
  'awards.addNominees': write({
    input: z.object({
      categoryId: idSchema,
      initiativeIds: z.array(idSchema).max(1000).default([]),
      personIds: z.array(idSchema).max(1000).default([]),
    }),
    output: z.object({ count: z.number().int(), ids: z.array(idSchema) }),
  }),
  'awards.updateNominee': write({
    input: z.object({ id: idSchema, set: z.object(nomineeFields).partial() }),
    output: nomineeSchema,
  }),
  'awards.removeNominees': write({ input: idsInput, output: countOutput }),
  'awards.moveNominee': write({ input: moveInput, output: countOutput }),

  'awards.addJuror': write({
    input: z.object({
      editionId: idSchema,
      name: jurorFields.name,
      role: jurorFields.role.default(null),
      email: jurorFields.email.default(null),
      personId: jurorFields.personId.default(null),
      isChair: jurorFields.isChair.default(false),
    }),
    output: jurorSchema,
  }),
  'awards.updateJuror': write({
    input: z.object({ id: idSchema, set: z.object(jurorFields).partial() }),
    output: jurorSchema,
  }),
  'awards.removeJurors': write({ input: idsInput, output: countOutput }),

  'awards.setRecusal': write({
    input: z.object({
      jurorId: idSchema,
      nomineeId: idSchema,
      kind: z.enum(recusalKinds).default('recusal'),
      reason: nameSchema,
    }),
    output: recusalSchema,
  }),
  'awards.removeRecusal': write({ input: idInput, output: countOutput }),

  /** Several cells at once; null empties a cell. A comment that is not given stays as it is. */
  'awards.setScores': write({
    input: z.object({
      scores: z
        .array(
          z.object({
            jurorId: idSchema,
            nomineeId: idSchema,
            criterionId: idSchema,
            value: z.number().nullable(),
            comment: longText.optional(),
          }),
        )
        .min(1)
        .max(20_000),
    }),
    output: countOutput,
  }),

  /** `tie_break` gives a tied nominee the first place of its tie; `override` gives the prize of that rank to a nominee whatever its rank. */
  'awards.decide': write({
    input: z.object({
      nomineeId: idSchema,
      kind: z.enum(decisionKinds),
      rank: z.number().int().min(1).max(50).default(1),
      reason: reasonSchema,
    }),
    output: z.object({ id: idSchema }),
  }),
  'awards.undecide': write({ input: idInput, output: countOutput }),
};
