/** From a slide and a theme to the boxes it is drawn with; pure, so that the preview, the PPTX and the PDF cannot differ. */
import type { LaidSlide } from './boxes.ts';
import { layOpener, layThanks, layTitle } from './layouts/covers.ts';
import { layFigures, layPicture } from './layouts/figures.ts';
import { layAgenda, layNominees, layWinners } from './layouts/lists.ts';
import type { LayoutContext } from './layouts/parts.ts';
import { layWinner } from './layouts/winner.ts';
import type { Slide, SlideKind } from './slides.ts';

export type { LayoutContext } from './layouts/parts.ts';

const layouts: Record<SlideKind, (slide: Slide, context: LayoutContext) => LaidSlide> = {
  title: layTitle,
  agenda: layAgenda,
  figures: layFigures,
  picture: layPicture,
  opener: layOpener,
  nominees: layNominees,
  winner: layWinner,
  winners: layWinners,
  thanks: layThanks,
};

/** The boxes of one slide, back to front. */
export function layoutSlide(slide: Slide, context: LayoutContext): LaidSlide {
  return layouts[slide.kind](slide, context);
}
