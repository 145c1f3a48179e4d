/** The results of an award edition as plain data: what the screen, the deck and the ranking report all show. */
import { z } from 'zod';
import { awardMethods, idSchema } from '../base/common.ts';

export const awardSubjects = ['initiative', 'person', 'either'] as const;
export const editionStatuses = ['draft', 'scoring', 'closed'] as const;
export const recusalKinds = ['recusal', 'abstention'] as const;
/** What ties a juror to a nominee, the strongest first: it is they, they lead it, it took up theirs or theirs took it up, they work where it is. */
export const jurorTies = ['self', 'leads', 'origin', 'sameSite'] as const;
export const decisionKinds = ['tie_break', 'override'] as const;

/** Why a nominee has no rank: nobody noted it whole, or fewer did than the quorum asks. */
export const unrankedReasons = ['no_notes', 'quorum'] as const;
/** What separated a nominee from others of the same value. */
export const tieBreakers = ['criterion', 'median', 'decision'] as const;

const jurorNoteSchema = z.object({
  jurorId: idSchema,
  /** The weighted note on the category's scale; null as long as a criterion lacks its score, or when the juror may not note. */
  note: z.number().nullable(),
  recused: z.boolean(),
  /** How many criteria this juror scored. */
  scored: z.number().int(),
});

export const rankedNomineeSchema = z.object({
  nomineeId: idSchema,
  code: z.string().nullable(),
  kind: z.enum(['initiative', 'person']),
  initiativeId: idSchema.nullable(),
  personId: idSchema.nullable(),
  /** The nominee's own title, else the initiative's, else the person's name. */
  title: z.string(),
  siteName: z.string().nullable(),
  territoryName: z.string().nullable(),
  /** The picture to show: the nominee's own, else the initiative's cover or the person's portrait. */
  pictureId: idSchema.nullable(),
  story: z.string().nullable(),
  citation: z.string().nullable(),
  /** Mean (trimmed when the method says so) of the counted notes on the category's scale; null without any. */
  note: z.number().nullable(),
  /** What the method ranks by, larger is better: the note, a standardised note, a share of points or of duels won. */
  value: z.number().nullable(),
  median: z.number().nullable(),
  notesCount: z.number().int(),
  /** Jurors who may note this nominee: all but the recused. */
  expectedNotes: z.number().int(),
  missingNotes: z.number().int(),
  /** 1 is best, equal ranks are ties ("1, 1, 3"); null when unranked. */
  rank: z.number().int().nullable(),
  unranked: z.enum(unrankedReasons).nullable(),
  tiedWith: z.array(idSchema),
  tieBrokenBy: z.enum(tieBreakers).nullable(),
  isWinner: z.boolean(),
  perCriterion: z.array(z.object({ criterionId: idSchema, mean: z.number().nullable() })),
  perJuror: z.array(jurorNoteSchema),
});
export type RankedNominee = z.infer<typeof rankedNomineeSchema>;

const decisionSchema = z.object({
  id: idSchema,
  kind: z.enum(decisionKinds),
  nomineeId: idSchema,
  rank: z.number().int(),
  reason: z.string(),
  /** False when the notes have changed since and the decision no longer decides anything. */
  applied: z.boolean(),
});
export type AwardDecision = z.infer<typeof decisionSchema>;

/** How firm a result is: how often the same nominees win without one juror, and under each of the methods. */
const robustnessSchema = z.object({
  jurorRuns: z.number().int(),
  jurorSame: z.number().int(),
  methodRuns: z.number().int(),
  methodSame: z.number().int(),
});
export type Robustness = z.infer<typeof robustnessSchema>;

export const categoryResultSchema = z.object({
  id: idSchema,
  name: z.string(),
  description: z.string().nullable(),
  colour: z.string().nullable(),
  subject: z.enum(awardSubjects),
  scaleMin: z.number(),
  scaleMax: z.number(),
  winnersCount: z.number().int(),
  /** Weights sum to 1. */
  criteria: z.array(
    z.object({ id: idSchema, name: z.string(), description: z.string().nullable(), weight: z.number() }),
  ),
  /** Ranked first, in order of rank; then the unranked, in the order of the list. */
  nominees: z.array(rankedNomineeSchema),
  /** Winners in the order of the prize, overrides taken into account. */
  winnerIds: z.array(idSchema),
  /** Nominees among whom the last prize is undecided: a tie that only the chair can break. */
  pendingIds: z.array(idSchema),
  decisions: z.array(decisionSchema),
  /** Kendall's W over the jurors who noted every ranked nominee, corrected for ties, 0 to 1; null for fewer than two of either. */
  agreement: z.number().nullable(),
  robustness: robustnessSchema.nullable(),
});
export type CategoryResult = z.infer<typeof categoryResultSchema>;

export const editionResultsSchema = z.object({
  edition: z.object({
    id: idSchema,
    year: z.number().int(),
    name: z.string(),
    status: z.enum(editionStatuses),
    heldOn: z.string().nullable(),
    place: z.string().nullable(),
    method: z.enum(awardMethods),
    quorum: z.number().int(),
    closedAt: z.string().nullable(),
  }),
  jurors: z.array(z.object({ id: idSchema, name: z.string(), role: z.string().nullable(), isChair: z.boolean() })),
  categories: z.array(categoryResultSchema),
});
export type EditionResults = z.infer<typeof editionResultsSchema>;
