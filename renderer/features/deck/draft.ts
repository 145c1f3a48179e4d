/** What is being typed, seen on the slide before it is kept. */
import type { DeckSlide } from '#shared/deck/contract.ts';
import type { TextField } from '#shared/deck/slides.ts';

export interface Draft {
  key: string;
  field: TextField;
  text: string;
}

export function drafted(slide: DeckSlide, draft: Draft | null): DeckSlide {
  return draft === null || draft.key !== slide.key
    ? slide
    : { ...slide, texts: { ...slide.texts, [draft.field]: draft.text } };
}
