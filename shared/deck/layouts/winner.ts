/** The slide of a winner: the photo on one half; who, where, what they did and the jury's words on the other. */
import { page, rect, type Box, type LaidSlide } from '../boxes.ts';
import type { Slide } from '../slides.ts';
import { categoryGround } from '../themes.ts';
import { numberText, quoted } from '../typography.ts';
import { columns, grid, heightOf, leastSize, portrait, present, stack, text, type LayoutContext } from './parts.ts';

export function layWinner(slide: Slide, context: LayoutContext): LaidSlide {
  const { page: ground, accent, accentInk } = context.theme;
  const { texts, figures } = slide;
  const half = columns(0, 6).w + grid.margin - 0.1;
  const x = half + 0.12 + 0.55;
  const w = page.width - grid.margin - x;
  const shown = figures.filter((figure) => figure.value !== null).slice(0, 2);
  const foot = shown.length > 0 ? 5.72 : grid.bottom;

  const head = stack(grid.top, [
    { box: text(context, { x, y: 0, w, h: 0.36 }, texts.eyebrow, { size: leastSize, bold: true, colour: accentInk, maxLines: 1 }), gap: 0 },
    { box: text(context, { x, y: 0, w, h: 1.95 }, texts.title, { role: 'title', font: 'title', size: 44, floor: 28, colour: ground.ink, maxLines: 3, lineHeight: 1.08 }), gap: 0.1 },
    { box: text(context, { x, y: 0, w, h: 0.36 }, texts.subtitle, { size: 20, colour: ground.muted, maxLines: 1 }), gap: 0.12 },
  ]);
  // The jury's words are short and weigh most: they are placed first, the story takes what is left.
  const room = foot - head.end - 0.3;
  const said = texts.citation === undefined || texts.citation.trim() === '' ? null : quoted(texts.citation, context.lang);
  const citation = text(context, { x: x + 0.28, y: 0, w: w - 0.28, h: texts.body ? Math.min(room * 0.5, 1.75) : Math.min(room, 2.6) }, said, { size: texts.body ? 22 : 28, floor: leastSize, font: 'title', italic: true, colour: ground.ink, maxLines: 5, lineHeight: 1.25 });
  const left = room - (citation === null ? 0 : heightOf(citation) + 0.3);
  const story = left < 0.4 ? null : text(context, { x, y: 0, w, h: left }, texts.body, { size: 20, colour: ground.ink, maxLines: 8 });
  const body = stack(head.end + 0.3, [{ box: story, gap: 0 }, { box: citation, gap: 0.3 }]);
  const quote = body.boxes.find((box) => box.italic);

  const boxes: Box[] = [
    ...portrait(context, { x: 0, y: 0, w: half, h: page.height }, slide.picture, texts.title ?? '', categoryGround(context.theme, slide.colour), slide.person ? 2 : 1),
    rect({ x: half, y: 0, w: 0.12, h: page.height }, accent),
    ...head.boxes,
    ...body.boxes,
    ...(quote === undefined ? [] : [rect({ x, y: quote.y + 0.04, w: 0.05, h: quote.h - 0.08 }, accent)]),
  ];
  const width = w / Math.max(1, shown.length);
  shown.forEach((figure, index) => {
    const place = { x: x + index * width, w: width - 0.2 };
    const number = text(context, { ...place, y: 5.86, h: 0.58 }, `${numberText(figure.value, figure.decimals, context.lang)}${figure.unit === '' ? '' : `\u202F${figure.unit}`}`, { size: 32, floor: 20, bold: true, colour: ground.ink, maxLines: 1, lineHeight: 1.15 });
    boxes.push(...present([number, text(context, { ...place, y: 6.46, h: 0.36 }, figure.label, { size: leastSize, colour: ground.muted, maxLines: 1 })]));
  });
  return { background: ground.fill, boxes, title: texts.title ?? '' };
}
