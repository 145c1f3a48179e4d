/** The slides of a deck as plain data: what the preview, the PPTX and the PDF are all drawn from. */
import { z } from 'zod';

export const slideKinds = [
  'title',
  'agenda',
  'figures',
  'picture',
  'opener',
  'nominees',
  'winner',
  'winners',
  'thanks',
] as const;
export type SlideKind = (typeof slideKinds)[number];

/** The texts of a slide that a person can rewrite. */
export const textFields = ['eyebrow', 'title', 'subtitle', 'body', 'citation', 'caption'] as const;
export type TextField = (typeof textFields)[number];

/** Which texts each kind shows, in the order in which they are read. */
export const fieldsOf: Record<SlideKind, readonly TextField[]> = {
  title: ['eyebrow', 'title', 'subtitle', 'caption'],
  agenda: ['eyebrow', 'title'],
  figures: ['eyebrow', 'title', 'caption'],
  picture: ['eyebrow', 'title', 'body', 'caption'],
  opener: ['eyebrow', 'title', 'body'],
  nominees: ['eyebrow', 'title'],
  winner: ['eyebrow', 'title', 'subtitle', 'body', 'citation', 'caption'],
  winners: ['eyebrow', 'title'],
  thanks: ['title', 'body', 'caption'],
};

/** The kinds on which one picture can be chosen. */
export const picturedKinds: readonly SlideKind[] = ['title', 'picture', 'opener', 'winner', 'thanks'];

export const pictureSchema = z.object({
  /** `attachment`: `id` is the attachment's; `map`: the network's map, drawn for the theme. */
  source: z.enum(['attachment', 'map']),
  id: z.string(),
  /** Pixels, upright; 0 when unknown. */
  width: z.number(),
  height: z.number(),
  alt: z.string(),
  credit: z.string().nullable(),
});
export type Picture = z.infer<typeof pictureSchema>;

export const itemSchema = z.object({
  eyebrow: z.string().nullable(),
  title: z.string(),
  detail: z.string().nullable(),
  colour: z.string().nullable(),
  picture: pictureSchema.nullable(),
  /** A person, whose two initials stand where a portrait is missing; else one letter of the title does. */
  person: z.boolean(),
});
export type SlideItem = z.infer<typeof itemSchema>;

/** How a value was obtained: drawn solid, outlined, hatched. */
export const provenanceSchema = z.enum(['measured', 'declared', 'estimated']);
export type Provenance = z.infer<typeof provenanceSchema>;

export const figureSchema = z.object({
  label: z.string(),
  /** Null is missing, and is said, never shown as 0. */
  value: z.number().nullable(),
  unit: z.string(),
  decimals: z.number().int(),
  /** The least certain way in which a part of the sum was obtained. */
  provenance: provenanceSchema,
});
export type Figure = z.infer<typeof figureSchema>;

export const chartSchema = z.object({
  type: z.enum(['bar', 'line']),
  title: z.string(),
  unit: z.string(),
  decimals: z.number().int(),
  labels: z.array(z.string()),
  /** Null leaves a gap. */
  values: z.array(z.number().nullable()),
  /** Of each value; absent, all are measured. */
  provenances: z.array(provenanceSchema).optional(),
});
export type Chart = z.infer<typeof chartSchema>;

export const slideSchema = z.object({
  /** Says which slide it is from one building to the next: `title`, `winner:<nominee id>`, `own:<id>`. */
  key: z.string(),
  kind: z.enum(slideKinds),
  texts: z.partialRecord(z.enum(textFields), z.string()),
  picture: pictureSchema.nullable(),
  items: z.array(itemSchema),
  figures: z.array(figureSchema),
  chart: chartSchema.nullable(),
  /** The category's colour, `#RRGGBB`. */
  colour: z.string().nullable(),
  /** The number shown big on an opener, or before the first entry of an agenda's page. */
  number: z.number().int().nullable(),
  /** Whether a winner is a person. */
  person: z.boolean(),
  notes: z.string(),
});
export type Slide = z.infer<typeof slideSchema>;

/** A slide with everything empty but its kind: what `addSlide` begins with and what tests fill. */
export function emptySlide(key: string, kind: SlideKind): Slide {
  return {
    key,
    kind,
    texts: {},
    picture: null,
    items: [],
    figures: [],
    chart: null,
    colour: null,
    number: null,
    person: false,
    notes: '',
  };
}

/** How many entries one slide of a kind can show; beyond it the deck goes on to another slide. */
export const pageSizes = { agenda: 14, nominees: 4, winners: 8, figures: 4 } as const;

/** Cuts a list into pages of nearly equal length, none above `size`: 9 in pages of 8 gives 5 and 4. */
export function inPages<T>(items: readonly T[], size: number): T[][] {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const base = Math.floor(items.length / pages);
  const longer = items.length % pages;
  const result: T[][] = [];
  for (let page = 0, at = 0; page < pages; page += 1) {
    const length = base + (page < longer ? 1 : 0);
    result.push(items.slice(at, at + length));
    at += length;
  }
  return result;
}
