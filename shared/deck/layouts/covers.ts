/** The slides that open and close: title, category opener, thanks. */
import { page, type Box, type LaidSlide } from '../boxes.ts';
import { mix } from '../colours.ts';
import type { Slide } from '../slides.ts';
import { categoryGround } from '../themes.ts';
import {
  columns,
  grid,
  heightOf,
  leastSize,
  logoPlate,
  mesh,
  present,
  stack,
  text,
  type LayoutContext,
} from './parts.ts';
import { filled } from './picture.ts';
import { coverTitle } from './titles.ts';

/** The right half of the page, where a cover shows its picture. */
const rightHalf = { x: page.width / 2, y: 0, w: page.width / 2, h: page.height };

/** Texts that end at the same foot on every cover, growing upwards. */
function lowStack(foot: number, parts: Parameters<typeof stack>[1]): Box[] {
  const { boxes, end } = stack(0, parts);
  return boxes.map((box) => ({ ...box, y: box.y + foot - end }));
}

export function layTitle(slide: Slide, context: LayoutContext): LaidSlide {
  const ground = context.theme.cover;
  const { texts, picture } = slide;
  const { x, w } = columns(0, picture === null ? 8 : 6);
  const width = picture === null ? w : w - 0.15;
  const title = coverTitle(context, { x, y: 0, w: width, h: 2.8 }, texts.title, {
    size: picture === null ? 64 : 54,
    colour: ground.ink,
    lineHeight: 1.08,
  });
  const boxes: Box[] = [
    ...(picture === null
      ? [
          mesh(
            { x: columns(6, 6).x, y: 0.1, w: page.width - columns(6, 6).x, h: page.height - 0.2 },
            slide.key,
            mix(ground.fill, ground.ink, 0.45),
            { step: 1.3 },
          ),
        ]
      : filled(rightHalf, picture, mix(ground.fill, ground.ink, 0.12))),
    ...logoPlate(context, x, grid.top),
    ...lowStack(6.05, [
      {
        box: text(context, { x, y: 0, w: width, h: 0.36 }, texts.eyebrow, {
          size: 20,
          bold: true,
          colour: ground.muted,
          maxLines: 1,
        }),
        gap: 0,
      },
      { box: title, gap: 0.2 },
      {
        box: text(context, { x, y: 0, w: width, h: 0.85 }, texts.subtitle, {
          size: 24,
          colour: ground.ink,
          maxLines: 2,
        }),
        gap: 0.28,
      },
    ]),
    ...present([
      text(context, { x, y: 6.5, w: width, h: 0.4 }, texts.caption, {
        size: leastSize,
        colour: ground.muted,
        anchor: 'bottom',
        maxLines: 1,
      }),
    ]),
  ];
  return { background: ground.fill, boxes, title: texts.title ?? '' };
}

export function layOpener(slide: Slide, context: LayoutContext): LaidSlide {
  const ground = categoryGround(context.theme, slide.colour);
  const { texts, picture } = slide;
  const { x, w: whole } = columns(0, picture === null ? 8 : 6);
  const w = picture === null ? whole : whole - 0.15;
  const numeral =
    slide.number === null || picture !== null
      ? null
      : text(context, { x: columns(7, 5).x, y: 0.15, w: columns(7, 5).w, h: 5 }, String(slide.number), {
          size: 330,
          font: 'title',
          colour: mix(ground.fill, ground.ink, 0.24),
          align: 'right',
          maxLines: 1,
          lineHeight: 1.05,
          floor: 120,
          decorative: true,
        });
  const boxes: Box[] = [
    ...(picture === null
      ? [
          mesh(
            { x: columns(5, 7).x, y: 2.2, w: page.width - columns(5, 7).x, h: 5.2 },
            slide.key,
            mix(ground.fill, ground.ink, 0.4),
            { step: 1.25, opacity: 0.4 },
          ),
        ]
      : filled(rightHalf, picture, mix(ground.fill, ground.ink, 0.12))),
    ...present([
      numeral,
      text(context, { x, y: grid.top, w, h: 0.36 }, texts.eyebrow, {
        size: 20,
        bold: true,
        colour: ground.muted,
        maxLines: 1,
      }),
    ]),
    ...lowStack(grid.bottom, [
      {
        box: coverTitle(context, { x, y: 0, w, h: 2.8 }, texts.title, {
          size: 60,
          colour: ground.ink,
          lineHeight: 1.08,
        }),
        gap: 0,
      },
      {
        box: text(context, { x, y: 0, w, h: 1.35 }, texts.body, { size: 22, colour: ground.ink, maxLines: 3 }),
        gap: 0.28,
      },
    ]),
  ];
  return { background: ground.fill, boxes, title: texts.title ?? '' };
}

export function layThanks(slide: Slide, context: LayoutContext): LaidSlide {
  const ground = context.theme.cover;
  const { texts, picture } = slide;
  const { x, w } = columns(0, picture === null ? 7 : 5);
  const width = w - 0.1;
  const title = text(context, { x, y: 0, w: width, h: 2.1 }, texts.title, {
    role: 'title',
    font: 'title',
    size: 80,
    floor: 36,
    colour: ground.ink,
    maxLines: 2,
    lineHeight: 1.08,
  });
  const body = text(context, { x, y: 0, w: width, h: 1.7 }, texts.body, { size: 22, colour: ground.ink, maxLines: 4 });
  const high = 2.2 - Math.max(0, heightOf(title) - 1) / 2;
  const boxes: Box[] = [
    ...(picture === null
      ? [
          mesh(
            { x: columns(6, 6).x, y: 0.1, w: page.width - columns(6, 6).x, h: page.height - 0.2 },
            slide.key,
            mix(ground.fill, ground.ink, 0.45),
            { step: 1.3 },
          ),
        ]
      : filled(rightHalf, picture, mix(ground.fill, ground.ink, 0.12))),
    ...stack(high, [
      { box: title, gap: 0 },
      { box: body, gap: 0.35 },
    ]).boxes,
    ...present([
      text(context, { x, y: 6.5, w: width, h: 0.4 }, texts.caption, {
        size: leastSize,
        colour: ground.muted,
        anchor: 'bottom',
        maxLines: 1,
      }),
    ]),
    ...logoPlate(context, x, grid.top),
  ];
  return { background: ground.fill, boxes, title: texts.title ?? '' };
}
