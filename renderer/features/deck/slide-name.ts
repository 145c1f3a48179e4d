/** What a slide is called in lists: its own title, or what it is. */
import type { TFunction } from 'i18next';
import type { DeckSlide } from '#shared/deck/contract.ts';

export function slideName(t: TFunction<'deck'>, slide: DeckSlide): string {
  const title = slide.texts.title?.trim() ?? '';
  const kind = t(`kind.${slide.kind}`);
  return title === ''
    ? kind
    : slide.kind === 'nominees' || slide.kind === 'winner'
      ? `${slide.texts.eyebrow ?? kind}, ${title}`
      : title;
}
