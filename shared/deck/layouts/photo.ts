/** The photographic temperament: the photo over the whole page, the words on a dark plate upon it. */
import { page as sheet, rect, type Box, type LaidSlide, type Place } from '../boxes.ts';
import { mix, readable } from '../colours.ts';
import type { Slide, SlideItem } from '../slides.ts';
import { categoryGround, groundOf, type Ground } from '../themes.ts';
import { layNominees } from './lists.ts';
import { columns, grid, heightOf, leastSize, logoPlate, portrait, stack, text, type LayoutContext } from './parts.ts';
import { filled } from './picture.ts';
import { coverTitle, titleText } from './titles.ts';
import { shownFigures, tell, winnerFigures } from './winner.ts';

const whole = { x: 0, y: 0, w: sheet.width, h: sheet.height };

/** How much of the photo a plate hides: on the whitest one, its words still reach AA. */
const veil = 0.8;

/** A plate's colour and the inks that are readable on it over the worst photo, a white one. */
export function plateGround(colour: string): Ground {
  return { ...groundOf(mix('#FFFFFF', colour, veil), '#FFFFFF'), fill: colour };
}

function plate(place: Place, ground: Ground): Box {
  return rect(place, ground.fill, veil);
}

/** Words on a plate at the lower left of a full photo. */
function onPhoto(slide: Slide, context: LayoutContext, ground: Ground, size: number): LaidSlide {
  const { texts, picture } = slide;
  const w = columns(0, 7).w;
  const inner = { x: grid.margin + 0.45, y: 0, w: w - 0.9 };
  const lines = stack(0, [
    {
      box: text(context, { ...inner, h: 0.36 }, texts.eyebrow, {
        size: 20,
        bold: true,
        colour: ground.muted,
        maxLines: 1,
      }),
      gap: 0,
    },
    {
      box: coverTitle(context, { ...inner, h: 2.2 }, texts.title, { size, colour: ground.ink, lineHeight: 1.08 }),
      gap: 0.14,
    },
    {
      box: text(context, { ...inner, h: 0.8 }, texts.subtitle, {
        size: 22,
        colour: ground.ink,
        maxLines: 2,
        lineHeight: 1.2,
      }),
      gap: 0.2,
    },
    { box: text(context, { ...inner, h: 1.2 }, texts.body, { size: 20, colour: ground.ink, maxLines: 3 }), gap: 0.22 },
    {
      box: text(context, { ...inner, h: 0.36 }, texts.caption, { size: leastSize, colour: ground.muted, maxLines: 1 }),
      gap: 0.22,
    },
  ]);
  const height = lines.end + 0.8;
  const y = grid.bottom - height;
  return {
    background: context.theme.page.fill,
    boxes: [
      ...(picture === null ? [] : filled(whole, picture, context.theme.page.fill)),
      plate({ x: grid.margin, y, w, h: height }, ground),
      ...lines.boxes.map((box) => ({ ...box, y: box.y + y + 0.4 })),
      ...logoPlate(context, grid.margin, grid.top),
    ],
    title: texts.title ?? '',
  };
}

/** A cover on its photo; without one, `otherwise` composes it. */
export function layPhotoCover(
  slide: Slide,
  context: LayoutContext,
  otherwise: (slide: Slide, context: LayoutContext) => LaidSlide,
): LaidSlide {
  if (slide.picture === null || slide.picture.source === 'map') return otherwise(slide, context);
  const category = slide.kind === 'opener' ? slide.colour : null;
  const logo = slide.kind === 'title' || slide.kind === 'thanks' ? context.logo : null;
  return onPhoto(
    slide,
    { ...context, logo },
    plateGround(category === null ? context.theme.page.fill : categoryGround(context.theme, category).fill),
    slide.kind === 'picture' ? 40 : 54,
  );
}

/** What a slide of several begins with, on the ground above the pictures; `end` is where they may begin. */
function topBand(context: LayoutContext, texts: Slide['texts'], colour: string): { boxes: Box[]; end: number } {
  const inner = { x: grid.margin, y: 0, w: columns(0, 11).w };
  const { boxes, end } = stack(0.3, [
    {
      box: text(context, { ...inner, h: 0.34 }, texts.eyebrow, {
        size: leastSize,
        bold: true,
        colour: readable(colour, context.theme.page.fill),
        maxLines: 1,
        lineHeight: 1.2,
      }),
      gap: 0,
    },
    {
      box: titleText(context, { ...inner, h: 0.72 }, texts.title, {
        size: 36,
        colour: context.theme.page.ink,
        lines: 1,
      }),
      gap: 0.02,
    },
  ]);
  return { boxes, end: boxes.length === 0 ? 0 : end + 0.25 };
}

/** The nominees side by side from edge to edge, each name under its own picture: a plate as high as this would hide those who stand in it. */
export function layPhotoNominees(slide: Slide, context: LayoutContext): LaidSlide {
  const { page, primary } = context.theme;
  const items = slide.items.slice(0, 4);
  const only = items.length === 1 ? items[0]?.picture : null;
  // Of an upright photo across the whole page, nothing but a strip without the face would be left.
  if (only && only.height > only.width) return layNominees(slide, context);
  const gap = 0.06;
  const width = (sheet.width - gap * Math.max(0, items.length - 1)) / Math.max(1, items.length);
  const head = topBand(context, slide.texts, slide.colour ?? primary);
  const boxes: Box[] = [
    ...head.boxes,
    ...items.flatMap((item, index) =>
      slice(
        context,
        { x: index * (width + gap), y: head.end, w: width, h: sheet.height - head.end },
        item,
        slide.colour,
        page,
      ),
    ),
  ];
  return { background: page.fill, boxes, title: slide.texts.title ?? '' };
}

function slice(context: LayoutContext, place: Place, item: SlideItem, colour: string | null, ground: Ground): Box[] {
  const pad = place.x === 0 ? grid.margin : 0.3;
  const inner = { x: place.x + pad, y: 0, w: place.w - pad - 0.25 };
  // The same height for all, whatever their words: names stand on one line.
  const height = 1.85;
  const name = text(context, { ...inner, h: 0.98 }, item.title, {
    size: 24,
    floor: leastSize,
    font: 'title',
    colour: ground.ink,
    maxLines: 2,
    lineHeight: 1.15,
  });
  const detail = text(context, { ...inner, h: height - 0.36 - heightOf(name) }, item.detail, {
    size: leastSize,
    colour: ground.muted,
    maxLines: 3,
    lineHeight: 1.2,
  });
  const words = stack(0, [
    { box: name, gap: 0 },
    { box: detail, gap: 0.06 },
  ]);
  const y = sheet.height - height;
  return [
    ...portrait(
      context,
      { ...place, h: y - place.y },
      item.picture,
      item.title,
      categoryGround(context.theme, item.colour ?? colour),
      item.person ? 2 : 1,
    ),
    rect({ x: place.x, y, w: place.w, h: height }, ground.fill),
    ...words.boxes.map((box) => ({ ...box, y: box.y + y + 0.2 })),
  ];
}

/** The photo over the page and a plate down its right: who and where, what and why, how much. An upright photo ends where the plate begins. */
export function layPhotoWinner(slide: Slide, context: LayoutContext): LaidSlide {
  const { page, accent } = context.theme;
  const { texts, picture } = slide;
  const wide = picture !== null && picture.width > picture.height * 1.3;
  const ground = wide ? plateGround(page.fill) : page;
  const from = 7.4;
  const [x, w] = [from + 0.5, sheet.width - from - 0.5 - grid.margin];
  const accentInk = readable(accent, wide ? mix('#FFFFFF', page.fill, veil) : page.fill);
  const figures = winnerFigures({ ...context, theme: { ...context.theme, page: ground } }, shownFigures(slide), {
    x,
    w,
    foot: grid.bottom,
  });
  const head = stack(grid.top, [
    {
      box: text(context, { x, y: 0, w, h: 0.62 }, texts.eyebrow, {
        size: leastSize,
        bold: true,
        colour: accentInk,
        maxLines: 2,
        lineHeight: 1.2,
      }),
      gap: 0,
    },
    {
      box: titleText(context, { x, y: 0, w, h: 1.95 }, texts.title, {
        size: 40,
        colour: ground.ink,
        third: true,
        least: 24,
        lineHeight: 1.08,
      }),
      gap: 0.1,
    },
    {
      box: text(context, { x, y: 0, w, h: 0.36 }, texts.subtitle, {
        size: leastSize,
        colour: ground.muted,
        maxLines: 1,
      }),
      gap: 0.1,
    },
  ]);
  const room = figures.top - head.end - (figures.boxes.length > 0 ? 0.46 : 0.28);
  const { story, citation } = tell(
    context,
    texts,
    { x, w, indent: 0, room, gap: 0.22 },
    { ink: ground.ink, quote: ground.ink, size: 22 },
  );
  const shown = { ...whole, w: wide ? sheet.width : from };
  const boxes: Box[] = [
    ...portrait(
      context,
      shown,
      picture,
      texts.title ?? '',
      categoryGround(context.theme, slide.colour),
      slide.person ? 2 : 1,
    ),
    rect({ x: from, y: 0, w: sheet.width - from, h: sheet.height }, ground.fill, wide ? veil : 1),
    rect({ x: from - 0.12, y: 0, w: 0.12, h: sheet.height }, accent),
    ...head.boxes,
    ...stack(head.end + 0.24, [
      { box: story, gap: 0 },
      { box: citation, gap: 0.22 },
    ]).boxes,
    ...figures.boxes,
  ];
  return { background: page.fill, boxes, title: texts.title ?? '' };
}

/** The winners as a wall without joints. */
export function layPhotoWinners(slide: Slide, context: LayoutContext): LaidSlide {
  const { page, accent } = context.theme;
  const { texts } = slide;
  const items = slide.items.slice(0, 8);
  const ground = plateGround(page.fill);
  const head = topBand(context, texts, accent);
  const top = Math.max(head.end, 0.5);
  const rows = items.length > 4 ? 2 : 1;
  const across = Math.max(1, Math.ceil(items.length / rows));
  const gap = 0.06;
  const height = (sheet.height - top - gap * (rows - 1)) / rows;
  const boxes: Box[] = [...head.boxes];
  for (let row = 0; row < rows; row += 1) {
    const mine = items.slice(row * across, (row + 1) * across);
    const width = (sheet.width - gap * (mine.length - 1)) / Math.max(1, mine.length);
    mine.forEach((item, index) =>
      boxes.push(
        ...tile(
          context,
          { x: index * (width + gap), y: top + row * (height + gap), w: width, h: height },
          item,
          ground,
        ),
      ),
    );
  }
  return { background: page.fill, boxes, title: texts.title ?? '' };
}

function tile(context: LayoutContext, place: Place, item: SlideItem, ground: Ground): Box[] {
  const pad = place.x === 0 ? grid.margin : 0.25;
  const inner = { x: place.x + pad, y: 0, w: place.w - pad - 0.2 };
  const tall = place.h > 3.5;
  const category = text(context, { ...inner, h: tall ? 0.62 : 0.31 }, item.eyebrow, {
    size: leastSize,
    colour: readable(context.theme.accent, mix('#FFFFFF', ground.fill, veil)),
    maxLines: tall ? 2 : 1,
    lineHeight: 1.2,
  });
  const name = text(context, { ...inner, h: tall ? 0.95 : 0.62 }, item.title, {
    size: tall ? 24 : 20,
    floor: leastSize,
    font: 'title',
    colour: ground.ink,
    maxLines: tall ? 3 : 2,
    lineHeight: 1.12,
  });
  const detail = tall
    ? text(context, { ...inner, h: 0.62 }, item.detail, {
        size: leastSize,
        colour: ground.muted,
        maxLines: 2,
        lineHeight: 1.2,
      })
    : null;
  const words = stack(0, [
    { box: category, gap: 0 },
    { box: name, gap: 0.02 },
    { box: detail, gap: 0.04 },
  ]);
  const height = words.end + 0.32;
  const y = place.y + place.h - height;
  return [
    ...portrait(
      context,
      place,
      item.picture,
      item.title,
      categoryGround(context.theme, item.colour),
      item.person ? 2 : 1,
    ),
    plate({ x: place.x, y, w: place.w, h: height }, ground),
    ...words.boxes.map((box) => ({ ...box, y: box.y + y + 0.16 })),
  ];
}
