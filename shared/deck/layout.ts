/** From a slide and a theme to the boxes it is drawn with; pure, so that the preview, the PPTX and the PDF cannot differ. */
import type { LaidSlide } from './boxes.ts';
import { layOpener, layThanks, layTitle } from './layouts/covers.ts';
import {
  layEditorialOpener,
  layEditorialThanks,
  layEditorialTitle,
  layEditorialWinner,
  layEditorialWinners,
} from './layouts/editorial.ts';
import { layFigures } from './layouts/figures.ts';
import { layAgenda, layNominees, layWinners } from './layouts/lists.ts';
import type { LayoutContext } from './layouts/parts.ts';
import { layPhotoCover, layPhotoNominees, layPhotoWinner, layPhotoWinners } from './layouts/photo.ts';
import { layPicture } from './layouts/picture.ts';
import { layWinner } from './layouts/winner.ts';
import type { Slide, SlideKind } from './slides.ts';
import type { Temperament } from './themes.ts';

export type { LayoutContext } from './layouts/parts.ts';

type Layout = (slide: Slide, context: LayoutContext) => LaidSlide;

const layouts: Record<SlideKind, Layout> = {
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

const onPhoto =
  (otherwise: Layout): Layout =>
  (slide, context) =>
    layPhotoCover(slide, context, otherwise);

/** What a temperament composes in its own way; the rest differs by grounds and letters. */
const own: Partial<Record<Temperament, Partial<Record<SlideKind, Layout>>>> = {
  editorial: {
    title: layEditorialTitle,
    opener: layEditorialOpener,
    winner: layEditorialWinner,
    winners: layEditorialWinners,
    thanks: layEditorialThanks,
  },
  photo: {
    title: onPhoto(layTitle),
    picture: onPhoto(layPicture),
    opener: onPhoto(layOpener),
    nominees: layPhotoNominees,
    winner: layPhotoWinner,
    winners: layPhotoWinners,
    thanks: onPhoto(layThanks),
  },
};

/** The boxes of one slide, back to front. */
export function layoutSlide(slide: Slide, context: LayoutContext): LaidSlide {
  return (own[context.theme.temperament]?.[slide.kind] ?? layouts[slide.kind])(slide, context);
}
