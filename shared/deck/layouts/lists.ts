/** The slides that show several: agenda, nominees, the wall of winners. */
import { line, rect, type Box, type LaidSlide, type Place } from '../boxes.ts';
import { readable } from '../colours.ts';
import type { Slide, SlideItem } from '../slides.ts';
import { categoryGround } from '../themes.ts';
import { columns, grid, heading, leastSize, portrait, present, stack, text, type LayoutContext } from './parts.ts';

export function layAgenda(slide: Slide, context: LayoutContext): LaidSlide {
  const { page } = context.theme;
  const { items, texts } = slide;
  const double = items.length > 7;
  const perColumn = double ? Math.ceil(items.length / 2) : items.length;
  const top = double ? 2.35 : 1.02;
  const rowHeight = Math.min(double ? 0.66 : 0.84, (grid.bottom - top) / Math.max(1, perColumn));
  const size = double ? 20 : 24;
  const boxes: Box[] = heading(context, texts.eyebrow, texts.title, double ? {} : { w: columns(0, 5).w });
  items.forEach((item, index) => {
    const right = index >= perColumn;
    const { x, w } = double ? columns(right ? 6 : 0, 6) : columns(5, 7);
    const y = top + (right ? index - perColumn : index) * rowHeight;
    const inner = { y: y + 0.06, h: rowHeight - 0.12 };
    const colour = readable(item.colour ?? context.theme.primary, page.fill);
    boxes.push(line(x, y, x + w - (double ? 0.2 : 0), y, page.line, 1));
    boxes.push(
      ...present([
        text(context, { x, ...inner, w: 0.72 }, String((slide.number ?? 1) + index), { size, font: 'title', colour, anchor: 'middle', maxLines: 1 }),
        text(context, { x: x + 0.8, ...inner, w: w - 1 }, item.title, { size, colour: page.ink, anchor: 'middle', maxLines: rowHeight > 0.8 ? 2 : 1, lineHeight: 1.15 }),
      ]),
    );
  });
  return { background: page.fill, boxes, title: texts.title ?? '' };
}

function card(context: LayoutContext, place: Place, pictureHeight: number, item: SlideItem, options: { winner: boolean; size: number; lines: number }): Box[] {
  const { page, accent } = context.theme;
  const ground = categoryGround(context.theme, item.colour);
  const pictureBox = { ...place, h: pictureHeight };
  let y = place.y + pictureHeight + (options.winner ? 0.07 : 0) + 0.13;
  const boxes: Box[] = portrait(context, pictureBox, item.picture, item.title, ground, item.person ? 2 : 1);
  if (options.winner) boxes.push(rect({ x: place.x, y: place.y + pictureHeight, w: place.w, h: 0.07 }, accent));
  const small = { size: leastSize, colour: page.muted, maxLines: 1, lineHeight: 1.2 };
  const eyebrow = text(context, { x: place.x, y, w: place.w, h: 0.32 }, item.eyebrow, { ...small, colour: readable(item.colour ?? context.theme.primary, page.fill) });
  if (eyebrow !== null) y += 0.31;
  const foot = place.y + place.h;
  const name = text(context, { x: place.x, y, w: place.w, h: Math.max(0.32, foot - y) }, item.title, { size: options.size, bold: true, colour: page.ink, maxLines: options.lines, lineHeight: 1.15 });
  const used = name === null ? 0 : (name.lines.length * name.size * name.lineHeight) / 72;
  const detail = foot - y - used < 0.31 ? null : text(context, { x: place.x, y: y + used + 0.02, w: place.w, h: 0.32 }, item.detail, small);
  return [...boxes, ...present([eyebrow, name === null ? null : { ...name, h: used }, detail])];
}

/** Places `count` cards in rows of equal cards, the last row from the left like the others. */
function places(count: number, rows: number, top: number, gap: number): Place[] {
  const perRow = Math.ceil(count / rows);
  const width = (grid.width - (perRow - 1) * grid.gutter) / perRow;
  const height = (grid.bottom - top - (rows - 1) * gap) / rows;
  return Array.from({ length: count }, (_, index) => ({ x: grid.margin + (index % perRow) * (width + grid.gutter), y: top + Math.floor(index / perRow) * (height + gap), w: width, h: height }));
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
      ...portrait(context, { x: grid.margin, y: top, w: columns(0, 7).w - 0.15, h: grid.bottom - top }, only.picture, only.title, categoryGround(context.theme, only.colour ?? slide.colour), only.person ? 2 : 1),
      ...stack(top, [
        { box: text(context, { x, y: 0, w, h: 2.4 }, only.title, { size: 34, floor: 22, font: 'title', colour: page.ink, maxLines: 5 }), gap: 0 },
        { box: text(context, { x, y: 0, w, h: 1.1 }, only.detail, { size: 20, colour: page.muted, maxLines: 3 }), gap: 0.2 },
      ]).boxes,
    );
    return { background: page.fill, boxes, title: texts.title ?? '' };
  }
  places(items.length, 1, top, 0).forEach((place, index) => {
    const item = items[index];
    if (item !== undefined) boxes.push(...card(context, place, items.length <= 3 ? 3.45 : 3.2, { ...item, eyebrow: null, colour: item.colour ?? slide.colour }, { winner: false, size: items.length <= 3 ? 22 : 20, lines: items.length <= 3 ? 2 : 3 }));
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
    if (item !== undefined) boxes.push(...card(context, { ...place, w: Math.min(place.w, 5.8) }, rows === 2 ? 1.18 : 2.95, item, { winner: true, size: rows === 2 ? 18 : 20, lines: rows === 2 ? 2 : 3 }));
  });
  return { background: page.fill, boxes, title: texts.title ?? '' };
}
