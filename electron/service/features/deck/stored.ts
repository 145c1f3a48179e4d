/** What a person did to a deck, laid over the slides that the data gives: rewritten texts, chosen pictures, order, hiding, own slides. */
import { z } from 'zod';
import { slideOverridesSchema, type DeckSlide } from '#shared/deck/contract.ts';
import { emptySlide, fieldsOf, picturedKinds, slideKinds, type Picture, type Slide } from '#shared/deck/slides.ts';
import { colourSchema } from '#shared/base/common.ts';
import type { DeckWords } from '#shared/deck/words.ts';
import type { Row } from '../../database/tables.ts';

/** The JSON of `deckSlides.overrides`. */
export const storedOverridesSchema = slideOverridesSchema.extend({
  /** Set on a slide that a person added: its kind. */
  own: z.enum(slideKinds).optional(),
});
export type StoredOverrides = z.infer<typeof storedOverridesSchema>;

/** The JSON of `decks.options`; colours of null wear the organisation's. */
export const deckOptionsSchema = z.object({
  colours: z.object({ primary: colourSchema, accent: colourSchema }).nullable().default(null),
});

type StoredSlide = Pick<Row<'deckSlides'>, 'key' | 'position' | 'hidden' | 'overrides' | 'notes'>;

export function readOverrides(json: string): StoredOverrides {
  const parsed = storedOverridesSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : { texts: {} };
}

/** Attachments that the overrides show. */
export function chosenPictureIds(stored: StoredSlide[]): string[] {
  return stored.flatMap(({ overrides }) => readOverrides(overrides).pictureId ?? []);
}

/** The slides in their order with what was rewritten; `pictures` holds the chosen ones. */
export function mergeSlides(
  generated: Slide[],
  stored: StoredSlide[],
  pictures: Map<string, Picture>,
  words: DeckWords,
): DeckSlide[] {
  const byKey = new Map(stored.map((row) => [row.key, row]));
  const own = stored.flatMap((row): Slide[] => {
    const kind = readOverrides(row.overrides).own;
    return kind === undefined ? [] : [{ ...emptySlide(row.key, kind), notes: words.notes.own }];
  });
  const slides = [...generated, ...own].map((slide) => applied(slide, byKey.get(slide.key), pictures, words));
  return inOrder(slides, byKey);
}

function applied(
  slide: Slide,
  row: StoredSlide | undefined,
  pictures: Map<string, Picture>,
  words: DeckWords,
): DeckSlide {
  const own = slide.key.startsWith('own:');
  if (row === undefined) return { ...slide, hidden: false, edited: [], own };
  const overrides = readOverrides(row.overrides);
  const texts = { ...slide.texts };
  const edited: DeckSlide['edited'] = [];
  for (const field of fieldsOf[slide.kind]) {
    const text = overrides.texts[field];
    if (text === undefined) continue;
    texts[field] = text;
    edited.push(field);
  }
  let { picture } = slide;
  if (overrides.pictureId !== undefined && picturedKinds.includes(slide.kind)) {
    const chosen = overrides.pictureId === null ? null : (pictures.get(overrides.pictureId) ?? null);
    picture =
      chosen === null ? null : { ...chosen, alt: chosen.alt === '' ? words.pictureOf(texts.title ?? '') : chosen.alt };
    edited.push('picture');
  }
  if (row.notes !== null) edited.push('notes');
  return { ...slide, texts, picture, notes: row.notes ?? slide.notes, hidden: row.hidden === 1, edited, own };
}

/** Slides that were given a place come in that order; one that the data has brought since follows its natural neighbour. */
function inOrder(slides: DeckSlide[], stored: Map<string, StoredSlide>): DeckSlide[] {
  const placeOf = (slide: DeckSlide): number | null => stored.get(slide.key)?.position ?? null;
  const ordered = slides
    .filter((slide) => placeOf(slide) !== null)
    .sort((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0));
  if (ordered.length === 0) return slides;
  slides.forEach((slide, index) => {
    if (placeOf(slide) !== null) return;
    const before = slides[index - 1];
    ordered.splice(before === undefined ? 0 : ordered.findIndex(({ key }) => key === before.key) + 1, 0, slide);
  });
  return ordered;
}
