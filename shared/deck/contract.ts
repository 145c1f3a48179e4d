/** Decks: one an edition and language, whose slides follow the data but for what a person rewrote. */
import { z } from 'zod';
import { pictureSchema, slideSchema, textFields, type slideKinds } from './slides.ts';
import { themeChoiceSchema } from './themes.ts';
import {
  countOutput,
  emptyInput,
  idInput,
  idSchema,
  languageSchema,
  typedText,
  consentPurposes,
} from '../base/common.ts';
import { job, read, write } from '../base/define.ts';

/** What is kept of a slide beside the data it comes from. */
export const slideOverridesSchema = z.object({
  texts: z.partialRecord(z.enum(textFields), typedText.max(5000)).default({}),
  /** Absent: the picture of the data; null: none; else an attachment. */
  pictureId: idSchema.nullable().optional(),
});

export const deckSlideSchema = slideSchema.extend({
  hidden: z.boolean(),
  /** Fields that a person rewrote, `notes` among them; they no longer follow the data. */
  edited: z.array(z.enum([...textFields, 'notes', 'picture'])),
  /** Added by a person: it has no data to follow. */
  own: z.boolean(),
});
export type DeckSlide = z.infer<typeof deckSlideSchema>;

/** What was left out of the deck, or will be, and why. `name` is what a screen would show: it stays in the app. */
export const deckWarningSchema = z.object({
  kind: z.enum([
    'name_without_consent',
    'face_without_consent',
    'story_without_consent',
    'consent_ends',
    'no_winner',
    'no_nominee',
    'picture_unreadable',
    'no_figures',
    'no_map',
    'text_cut',
  ]),
  name: z.string(),
  /** The record where it can be mended; none when it is the edition's or the network's own matter. */
  personId: idSchema.optional(),
  categoryId: idSchema.optional(),
  slideKey: z.string().optional(),
  /** Of a consent that ends: what it allows, and its last day. */
  purpose: z.enum(consentPurposes).optional(),
  day: z.string().optional(),
});
export type DeckWarning = z.infer<typeof deckWarningSchema>;

export const deckInfoSchema = z.object({
  id: idSchema,
  editionId: idSchema,
  editionName: z.string(),
  year: z.number().int(),
  lang: languageSchema,
  theme: themeChoiceSchema,
  /** The organisation's own colours are worn, and followed. */
  ownColours: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type DeckInfo = z.infer<typeof deckInfoSchema>;

/** A picture that a slide may show: of the edition, or of what is nominated in it. */
export const deckPictureSchema = pictureSchema
  .pick({ id: true, alt: true, credit: true, width: true, height: true })
  .extend({ name: z.string(), of: z.string() });
export type DeckPicture = z.infer<typeof deckPictureSchema>;

export const deckFormats = ['pptx', 'pdf'] as const;

const slideInput = z.object({ deckId: idSchema, key: z.string().max(100) });

export const deckContract = {
  'deck.list': read({
    input: emptyInput,
    output: z.object({
      rows: z.array(deckInfoSchema),
      editions: z.array(z.object({ id: idSchema, name: z.string(), year: z.number().int() })),
    }),
  }),
  'deck.get': read({
    input: idInput,
    output: z.object({
      deck: deckInfoSchema,
      logo: pictureSchema.nullable(),
      slides: z.array(deckSlideSchema),
      warnings: z.array(deckWarningSchema),
    }),
  }),
  /** The map of the network as it stands on the slide, as a data URL. */
  'deck.map': read({ input: idInput, output: z.object({ dataUrl: z.string().nullable() }) }),
  /** Pictures to choose from for a slide, those of its own nominee first; faces only with a valid consent. */
  'deck.pictures': read({ input: slideInput, output: z.object({ rows: z.array(deckPictureSchema) }) }),
  'deck.build': write({
    input: z.object({ editionId: idSchema, lang: languageSchema, reset: z.boolean().default(false) }),
    output: deckInfoSchema,
  }),
  'deck.updateSlide': write({
    input: slideInput.extend({
      /** A text of null goes back to what the data says. */
      texts: z.partialRecord(z.enum(textFields), typedText.max(5000).nullable()).optional(),
      notes: typedText.max(10_000).nullable().optional(),
      picture: z.union([z.object({ id: idSchema.nullable() }), z.null()]).optional(),
      hidden: z.boolean().optional(),
    }),
    output: z.object({}),
  }),
  /** Puts a slide at a place among those shown, 0 being the first. */
  'deck.move': write({
    input: slideInput.extend({ to: z.number().int().min(0).max(10_000) }),
    output: z.object({}),
  }),
  'deck.addSlide': write({
    input: z.object({
      deckId: idSchema,
      kind: z.enum(['title', 'picture', 'opener', 'thanks']),
      after: z.string().max(100).nullable().default(null),
      texts: z.partialRecord(z.enum(textFields), typedText.max(5000)).default({}),
    }),
    output: z.object({ key: z.string() }),
  }),
  'deck.removeSlides': write({
    input: z.object({ deckId: idSchema, keys: z.array(z.string().max(100)).min(1).max(1000) }),
    output: countOutput,
  }),
  'deck.setTheme': write({
    input: z.object({
      deckId: idSchema,
      temperament: themeChoiceSchema.shape.temperament.optional(),
      colours: z.union([themeChoiceSchema.pick({ primary: true, accent: true }), z.null()]).optional(),
    }),
    output: deckInfoSchema,
  }),
  'deck.delete': write({ input: idInput, output: countOutput }),
  'deck.export': job({
    input: z
      .object({
        deckId: idSchema.optional(),
        editionId: idSchema.optional(),
        format: z.enum(deckFormats),
        lang: languageSchema.optional(),
        outPath: z.string().min(1).max(4096),
      })
      .refine((input) => (input.deckId === undefined) !== (input.editionId === undefined), {
        params: { rule: 'deck_or_edition' },
      }),
    output: z.object({ path: z.string(), slides: z.number().int(), warnings: z.array(deckWarningSchema) }),
  }),
};

/** The slide kinds a person may add. */
export const addableKinds = [
  'title',
  'picture',
  'opener',
  'thanks',
] as const satisfies readonly (typeof slideKinds)[number][];
