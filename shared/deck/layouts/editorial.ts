/** The editorial temperament: a page of a fine annual report, with rules, very large serifs, pictures inset, winners as a table. */
import { line, page as sheet, rect, type Box, type LaidSlide } from '../boxes.ts';
import { mix, readable } from '../colours.ts';
import type { Slide } from '../slides.ts';
import { categoryGround, groundOf, type Ground } from '../themes.ts';
import {
  columns,
  grid,
  heightOf,
  leastSize,
  logoPlate,
  mesh,
  portrait,
  present,
  stack,
  text,
  type LayoutContext,
} from './parts.ts';
import { filled } from './picture.ts';
import { balanced, coverTitle, titleText } from './titles.ts';
import { shownFigures, tell, winnerFigures } from './winner.ts';

/** A heavy rule across the page and under it one line: what this is at the left, when and where at the right. */
function masthead(
  context: LayoutContext,
  ground: Ground,
  left: string | undefined,
  right: string | undefined,
  colour: string,
  w: number = grid.width,
): Box[] {
  const half = Math.min(w, columns(0, 6).w);
  return [
    rect({ x: grid.margin, y: grid.top, w, h: 0.06 }, ground.ink),
    ...present([
      text(context, { x: grid.margin, y: grid.top + 0.18, w: right ? half : w, h: 0.62 }, left, {
        size: leastSize,
        bold: true,
        colour,
        maxLines: 2,
        lineHeight: 1.2,
      }),
      text(context, { x: columns(6, 6).x, y: grid.top + 0.18, w: half, h: 0.34 }, right, {
        size: leastSize,
        colour: ground.muted,
        align: 'right',
        maxLines: 1,
      }),
    ]),
  ];
}

/** Where a picture lies: the right half, to the edges; beside it the words keep to a column of their own. */
const half = { x: sheet.width / 2, y: 0, w: sheet.width / 2, h: sheet.height };
const column = half.x - grid.margin - 0.45;

export function layEditorialTitle(slide: Slide, context: LayoutContext): LaidSlide {
  const { page: ground, primary, primaryInk } = context.theme;
  const { texts, picture } = slide;
  const w = picture === null ? columns(0, 11).w : column;
  const title = coverTitle(context, { x: grid.margin, y: 0, w, h: 3.3 }, texts.title, {
    size: picture === null ? 88 : 60,
    colour: ground.ink,
    lineHeight: 1.04,
  });
  const subtitle = text(context, { x: grid.margin, y: 0, w: Math.min(w, 8), h: 0.95 }, texts.subtitle, {
    size: 26,
    font: 'title',
    italic: true,
    colour: ground.muted,
    maxLines: 2,
    lineHeight: 1.2,
  });
  const boxes: Box[] = [
    ...masthead(
      context,
      ground,
      texts.eyebrow,
      picture === null ? texts.caption : undefined,
      primaryInk,
      picture === null ? grid.width : column,
    ),
    ...present([
      picture === null
        ? null
        : text(context, { x: grid.margin, y: 5.4, w: column, h: 0.4 }, texts.caption, {
            size: leastSize,
            colour: ground.muted,
            maxLines: 1,
          }),
    ]),
    ...(picture === null
      ? [
          mesh(
            { x: columns(7, 5).x, y: 4.1, w: sheet.width - columns(7, 5).x, h: 3.3 },
            slide.key,
            mix(ground.fill, primary, 0.8),
            { step: 1.15, opacity: 0.4 },
          ),
        ]
      : filled(half, picture, mix(ground.fill, ground.ink, 0.08))),
    ...stack(1.62, [
      { box: title, gap: 0 },
      { box: subtitle, gap: 0.3 },
    ]).boxes,
    ...logoPlate(context, grid.margin, 6.02),
  ];
  if (context.logo === null) boxes.push(rect({ x: grid.margin, y: 6.7, w: 2.2, h: 0.12 }, primary));
  return { background: ground.fill, boxes, title: texts.title ?? '' };
}

export function layEditorialOpener(slide: Slide, context: LayoutContext): LaidSlide {
  const colour = slide.colour ?? context.theme.primary;
  const ground = groundOf(mix(context.theme.page.fill, colour, 0.1), context.theme.page.ink);
  const strong = readable(colour, ground.fill);
  const { texts, picture } = slide;
  const right = columns(5, 7);
  const w = picture === null ? right.w : column;
  const x = picture === null ? right.x : grid.margin;
  const numeral =
    slide.number === null || picture !== null
      ? null
      : text(context, { x: grid.margin - 0.1, y: 1.3, w: columns(0, 5).w, h: 6 }, String(slide.number), {
          size: 380,
          floor: 160,
          font: 'title',
          colour: strong,
          maxLines: 1,
          lineHeight: 1.05,
          decorative: true,
        });
  const words = stack(picture === null ? 2.5 : 1.7, [
    {
      box: coverTitle(context, { x, y: 0, w, h: 2.6 }, texts.title, { size: 60, colour: ground.ink, lineHeight: 1.06 }),
      gap: 0,
    },
    {
      box: text(context, { x, y: 0, w, h: 1.5 }, texts.body, { size: 22, colour: ground.ink, maxLines: 4 }),
      gap: 0.35,
    },
  ]);
  const boxes: Box[] = [
    ...masthead(context, ground, texts.eyebrow, undefined, strong, picture === null ? grid.width : column),
    ...(picture === null ? [] : filled(half, picture, mix(ground.fill, ground.ink, 0.08))),
    ...present([numeral]),
    ...words.boxes,
    rect({ x, y: 6.7, w: 2.2, h: 0.12 }, colour),
  ];
  return { background: ground.fill, boxes, title: texts.title ?? '' };
}

export function layEditorialWinner(slide: Slide, context: LayoutContext): LaidSlide {
  const { page: ground, accent, accentInk } = context.theme;
  const { texts } = slide;
  const [x, w] = [grid.margin, column];
  const figures = winnerFigures(context, shownFigures(slide), { x, w, foot: grid.bottom });
  const head = stack(1.46, [
    {
      box: titleText(context, { x, y: 0, w, h: 1.95 }, texts.title, {
        size: 44,
        colour: ground.ink,
        third: true,
        least: 24,
        lineHeight: 1.06,
      }),
      gap: 0,
    },
    {
      box: text(context, { x, y: 0, w, h: 0.36 }, texts.subtitle, {
        size: 20,
        font: 'title',
        italic: true,
        colour: ground.muted,
        maxLines: 1,
        lineHeight: 1.2,
      }),
      gap: 0.1,
    },
  ]);
  const room = figures.top - head.end - (figures.boxes.length > 0 ? 0.52 : 0.24);
  const { story, citation } = tell(
    context,
    texts,
    { x, w, indent: 0, room, gap: 0.2 },
    { ink: ground.ink, quote: accentInk, size: 24 },
  );
  const boxes: Box[] = [
    ...masthead(context, ground, texts.eyebrow, undefined, accentInk, column),
    ...portrait(
      context,
      half,
      slide.picture,
      texts.title ?? '',
      categoryGround(context.theme, slide.colour),
      slide.person ? 2 : 1,
    ),
    rect({ x: half.x, y: half.h - 0.14, w: half.w, h: 0.14 }, accent),
    ...head.boxes,
    ...stack(head.end + 0.22, [
      { box: citation, gap: 0 },
      { box: story, gap: 0.2 },
    ]).boxes,
    ...(figures.boxes.length === 0 ? [] : [line(x, figures.top - 0.16, x + w, figures.top - 0.16, ground.ink, 1)]),
    ...figures.boxes,
  ];
  return { background: ground.fill, boxes, title: texts.title ?? '' };
}

/** The winners as a table: the category, a picture, the name, the site, a rule between two. */
export function layEditorialWinners(slide: Slide, context: LayoutContext): LaidSlide {
  const { page: ground, accent, accentInk } = context.theme;
  const { items, texts } = slide;
  const rows = items.slice(0, 8);
  const double = rows.length > 4;
  const perColumn = double ? Math.ceil(rows.length / 2) : Math.max(1, rows.length);
  const top = 2.36;
  const height = Math.min(1.3, (grid.bottom - top) / perColumn);
  const boxes: Box[] = [
    ...masthead(context, ground, texts.eyebrow, undefined, accentInk),
    ...present([
      titleText(context, { x: grid.margin, y: 1.3, w: columns(0, 11).w, h: 0.8 }, texts.title, {
        size: 44,
        colour: ground.ink,
        lines: 1,
      }),
    ]),
  ];
  rows.forEach((item, index) => {
    const right = index >= perColumn;
    const { x, w: whole } = double ? columns(right ? 6 : 0, 6) : columns(0, 12);
    const w = double && !right ? whole - 0.2 : whole;
    const y = top + (right ? index - perColumn : index) * height;
    const side = height - 0.2;
    const nameX = x + side * 1.2 + 0.25;
    const colour = readable(item.colour ?? context.theme.primary, ground.fill);
    boxes.push(
      line(x, y, x + w, y, ground.ink, 1),
      ...portrait(
        context,
        { x, y: y + 0.1, w: side * 1.2, h: side },
        item.picture,
        item.title,
        categoryGround(context.theme, item.colour),
        item.person ? 2 : 1,
      ),
    );
    boxes.push(rect({ x: x + side * 1.2, y: y + 0.1, w: 0.07, h: side }, accent));
    if (double) {
      const room = { x: nameX, y: 0, w: x + w - nameX };
      const category = text(context, { ...room, h: 0.31 }, item.eyebrow, {
        size: leastSize,
        colour,
        maxLines: 1,
        lineHeight: 1.2,
      });
      const name = text(context, { ...room, h: side - heightOf(category) }, item.title, {
        size: 20,
        floor: leastSize,
        font: 'title',
        colour: ground.ink,
        maxLines: 2,
        lineHeight: 1.15,
      });
      boxes.push(
        ...stack(y + 0.1, [
          { box: category, gap: 0 },
          { box: name, gap: 0.02 },
        ]).boxes,
      );
      return;
    }
    const detail = columns(9, 3);
    boxes.push(
      ...present([
        ...stack(y + 0.12, [
          {
            box: text(context, { x: nameX, y: 0, w: detail.x - nameX - 0.2, h: 0.31 }, item.eyebrow, {
              size: leastSize,
              colour,
              maxLines: 1,
              lineHeight: 1.2,
            }),
            gap: 0,
          },
          {
            box: text(context, { x: nameX, y: 0, w: detail.x - nameX - 0.2, h: height - 0.55 }, item.title, {
              size: 26,
              floor: 20,
              font: 'title',
              colour: ground.ink,
              maxLines: 2,
              lineHeight: 1.12,
            }),
            gap: 0.04,
          },
        ]).boxes,
        text(context, { x: detail.x, y: y + 0.12, w: detail.w, h: height - 0.2 }, item.detail, {
          size: leastSize,
          colour: ground.muted,
          maxLines: 3,
          lineHeight: 1.2,
          align: 'right',
        }),
      ]),
    );
  });
  return { background: ground.fill, boxes, title: texts.title ?? '' };
}

export function layEditorialThanks(slide: Slide, context: LayoutContext): LaidSlide {
  const { page: ground, primary, primaryInk } = context.theme;
  const { texts, picture } = slide;
  const w = picture === null ? columns(0, 9).w : column;
  const boxes: Box[] = [
    ...masthead(context, ground, texts.caption, undefined, primaryInk, picture === null ? grid.width : column),
    ...(picture === null
      ? [
          mesh(
            { x: columns(7, 5).x, y: 1.5, w: sheet.width - columns(7, 5).x, h: 5.9 },
            slide.key,
            mix(ground.fill, primary, 0.8),
            { step: 1.25, opacity: 0.4 },
          ),
        ]
      : filled(half, picture, mix(ground.fill, ground.ink, 0.08))),
    ...stack(1.7, [
      {
        box: balanced(
          text(context, { x: grid.margin, y: 0, w, h: 2.6 }, texts.title, {
            role: 'title',
            font: 'title',
            size: picture === null ? 130 : 80,
            floor: 36,
            colour: ground.ink,
            maxLines: 2,
            lineHeight: 1.02,
          }),
        ),
        gap: 0,
      },
      {
        box: text(context, { x: grid.margin, y: 0, w: Math.min(w, 7), h: 1.75 }, texts.body, {
          size: 26,
          floor: 20,
          font: 'title',
          italic: true,
          colour: ground.ink,
          maxLines: 4,
          lineHeight: 1.25,
        }),
        gap: 0.35,
      },
    ]).boxes,
    ...logoPlate(context, grid.margin, 6.02),
  ];
  if (context.logo === null) boxes.push(rect({ x: grid.margin, y: 6.7, w: 2.2, h: 0.12 }, primary));
  return { background: ground.fill, boxes, title: texts.title ?? '' };
}
