/** The slides that show several: agenda, nominees, the wall of winners. */
import { line, rect, type Box, type LaidSlide, type Place } from '../boxes.ts';
import type { Slide, SlideItem } from '../slides.ts';
import { categoryGround } from '../themes.ts';
import { mix, readable } from '../colours.ts';
import {
  columns,
  grid,
  heightOf,
  leastSize,
  mesh,
  portrait,
  present,
  stack,
  text,
  type LayoutContext,
} from './parts.ts';
import { heading } from './titles.ts';

export function layAgenda(slide: Slide, context: LayoutContext): LaidSlide {
  const { page } = context.theme;
  const { items, texts } = slide;
  const double = items.length > 7;
  const perColumn = double ? Math.ceil(items.length / 2) : items.length;
  const top = double ? 2.35 : grid.top;
  const rowHeight = Math.min(double ? 0.66 : 1.2, (grid.bottom - top) / Math.max(1, perColumn));
  const size = double ? 20 : perColumn <= 5 ? 28 : 24;
  const { display } = context.theme;
  const boxes: Box[] = double
    ? []
    : [
        mesh(
          { x: 0.1, y: 3.3, w: columns(0, 4).w + grid.margin - 0.2, h: 4.1 },
          slide.key,
          mix(page.fill, page.ink, 0.4),
          { step: 1.15, opacity: 0.4 },
        ),
      ];
  boxes.push(...heading(context, texts.eyebrow, texts.title, double ? {} : { w: columns(0, 5).w - 0.3 }));
  items.forEach((item, index) => {
    const right = index >= perColumn;
    const { x, w } = double ? columns(right ? 6 : 0, 6) : columns(5, 7);
    const y = top + (right ? index - perColumn : index) * rowHeight;
    const inner = { y: y + 0.06, h: rowHeight - 0.12 };
    const colour = readable(item.colour ?? context.theme.primary, page.fill);
    boxes.push(line(x, y, x + w - (double ? 0.2 : 0), y, page.line, 1));
    boxes.push(
      ...present([
        text(context, { x, ...inner, w: 0.72 }, String((slide.number ?? 1) + index), {
          size,
          font: 'title',
          colour,
          anchor: 'middle',
          maxLines: 1,
        }),
        text(context, { x: x + 0.8, ...inner, w: w - 1 }, item.title, {
          size,
          font: display,
          colour: page.ink,
          anchor: 'middle',
          maxLines: rowHeight > 0.8 ? 2 : 1,
          lineHeight: 1.15,
        }),
      ]),
    );
  });
  return { background: page.fill, boxes, title: texts.title ?? '' };
}

interface CardStyle {
  winner: boolean;
  size: number;
  lines: number;
  /** Lines for the category above the name. */
  above: number;
}

/** A picture, then words from the top down as far as the card reaches. */
function card(
  context: LayoutContext,
  place: Place,
  pictureHeight: number,
  item: SlideItem,
  { winner, size, lines, above }: CardStyle,
): Box[] {
  const { page, accent, display } = context.theme;
  const ground = categoryGround(context.theme, item.colour);
  const boxes: Box[] = portrait(
    context,
    { ...place, h: pictureHeight },
    item.picture,
    item.title,
    ground,
    item.person ? 2 : 1,
  );
  if (winner) boxes.push(rect({ x: place.x, y: place.y + pictureHeight, w: place.w, h: 0.07 }, accent));
  const y = place.y + pictureHeight + (winner ? 0.07 : 0) + 0.13;
  const room = { x: place.x, y: 0, w: place.w, h: place.y + place.h - y };
  const eyebrow = text(context, { ...room, h: Math.min(room.h, 0.31 * above) }, item.eyebrow, {
    size: leastSize,
    colour: readable(item.colour ?? context.theme.primary, page.fill),
    maxLines: above,
    lineHeight: 1.2,
  });
  const name = text(context, { ...room, h: Math.max(0.32, room.h - heightOf(eyebrow)) }, item.title, {
    size,
    font: display,
    bold: display === 'text',
    colour: page.ink,
    maxLines: lines,
    lineHeight: 1.15,
  });
  const left = room.h - heightOf(eyebrow) - heightOf(name) - 0.04;
  const detail =
    left < 0.3
      ? null
      : text(context, { ...room, h: left }, item.detail, {
          size: leastSize,
          colour: page.muted,
          maxLines: 3,
          lineHeight: 1.2,
        });
  return [
    ...boxes,
    ...stack(y, [
      { box: eyebrow, gap: 0 },
      { box: name, gap: 0.02 },
      { box: detail, gap: 0.02 },
    ]).boxes,
  ];
}

/** Places `count` cards in rows of equal cards, the last row from the left like the others. */
function places(count: number, rows: number, top: number, gap: number): Place[] {
  const perRow = Math.ceil(count / rows);
  const width = (grid.width - (perRow - 1) * grid.gutter) / perRow;
  const height = (grid.bottom - top - (rows - 1) * gap) / rows;
  return Array.from({ length: count }, (_, index) => ({
    x: grid.margin + (index % perRow) * (width + grid.gutter),
    y: top + Math.floor(index / perRow) * (height + gap),
    w: width,
    h: height,
  }));
}

export function layNominees(slide: Slide, context: LayoutContext): LaidSlide {
  const { page } = context.theme;
  const { items, texts } = slide;
  const colour = readable(slide.colour ?? context.theme.primary, page.fill);
  const boxes = heading(context, texts.eyebrow, texts.title, { colour, lines: 1 });
  const top = 2.05;
  const [only] = items;
  if (items.length === 1 && only !== undefined) {
    const { x, w } = columns(7, 5);
    boxes.push(
      ...portrait(
        context,
        { x: grid.margin, y: top, w: columns(0, 7).w - 0.15, h: grid.bottom - top },
        only.picture,
        only.title,
        categoryGround(context.theme, only.colour ?? slide.colour),
        only.person ? 2 : 1,
      ),
      ...stack(top, [
        {
          box: text(context, { x, y: 0, w, h: 2.4 }, only.title, {
            size: 34,
            floor: 22,
            font: 'title',
            colour: page.ink,
            maxLines: 5,
          }),
          gap: 0,
        },
        {
          box: text(context, { x, y: 0, w, h: 1.1 }, only.detail, { size: 20, colour: page.muted, maxLines: 3 }),
          gap: 0.2,
        },
      ]).boxes,
    );
    return { background: page.fill, boxes, title: texts.title ?? '' };
  }
  places(items.length, 1, top, 0).forEach((place, index) => {
    const item = items[index];
    if (item !== undefined)
      boxes.push(
        ...card(
          context,
          place,
          // Below it, as many lines of a name as it may have and two of where.
          items.length <= 3 ? 3.3 : 3.1,
          { ...item, eyebrow: null, colour: item.colour ?? slide.colour },
          { winner: false, size: items.length <= 3 ? 22 : 20, lines: items.length <= 3 ? 2 : 3, above: 0 },
        ),
      );
  });
  return { background: page.fill, boxes, title: texts.title ?? '' };
}

export function layWinners(slide: Slide, context: LayoutContext): LaidSlide {
  const { page, accentInk } = context.theme;
  const { items, texts } = slide;
  const rows = items.length > 4 ? 2 : 1;
  const boxes = heading(context, texts.eyebrow, texts.title, { colour: accentInk, lines: 1 });
  places(items.length, rows, 2.05, 0.3).forEach((place, index) => {
    const item = items[index];
    if (item !== undefined)
      boxes.push(
        ...card(context, { ...place, w: Math.min(place.w, 5.8) }, rows === 2 ? 1.16 : 2.9, item, {
          winner: true,
          size: rows === 2 ? 18 : 20,
          lines: rows === 2 ? 2 : 3,
          above: rows === 2 ? 1 : 3,
        }),
      );
  });
  return { background: page.fill, boxes, title: texts.title ?? '' };
}
