/** The slide of a winner: the photo on one half; who, where, what they did and the jury's words on the other. */
import { page, provenanceBar, rect, type Box, type LaidSlide, type TextBox } from '../boxes.ts';
import type { Figure, Slide } from '../slides.ts';
import { categoryGround } from '../themes.ts';
import { quoted } from '../typography.ts';
import { numberText } from '../../base/locale.ts';
import { unitBeside } from './figures.ts';
import { grid, heightOf, leastSize, portrait, present, stack, text, type LayoutContext } from './parts.ts';
import { titleText } from './titles.ts';

export interface Told {
  story: TextBox | null;
  citation: TextBox | null;
}

/**
 * What was done and the jury's words in one room. The words are short and weigh most: they are set first, up to half of the
 * room, and give way in size before the story loses any of its own.
 */
export function tell(
  context: LayoutContext,
  texts: Slide['texts'],
  place: { x: number; w: number; indent: number; room: number; gap: number },
  style: { ink: string; quote: string; size: number },
): Told {
  const { x, w, indent, room, gap } = place;
  const said =
    texts.citation === undefined || texts.citation.trim() === '' ? null : quoted(texts.citation, context.lang);
  const alone = texts.body === undefined || texts.body.trim() === '';
  let told: Told = { story: null, citation: null };
  for (const size of alone ? [style.size + 6] : [style.size, style.size - 2, leastSize]) {
    const citation = text(
      context,
      { x: x + indent, y: 0, w: w - indent, h: Math.max(0.4, alone ? Math.min(room, 2.8) : room * 0.52) },
      said,
      { size, floor: leastSize, font: 'title', italic: true, colour: style.quote, maxLines: 5, lineHeight: 1.22 },
    );
    const left = room - (citation === null ? 0 : heightOf(citation) + gap);
    const story =
      left < 0.36
        ? null
        : text(context, { x, y: 0, w, h: left }, texts.body, {
            size: 20,
            colour: style.ink,
            maxLines: 8,
            lineHeight: 1.25,
          });
    told = { story, citation };
    if (story?.truncated !== true && (story !== null || alone)) break;
  }
  return told;
}

/** The figures that a winner's slide shows: those that have a value, two of them. */
export function shownFigures(slide: Slide): Figure[] {
  return slide.figures.filter((figure) => figure.value !== null).slice(0, 2);
}

/** Two figures side by side down to `foot`, each under the mark of how it was obtained. `top` is where they begin. */
export function winnerFigures(
  context: LayoutContext,
  figures: Figure[],
  place: { x: number; w: number; foot: number },
): { boxes: Box[]; top: number } {
  if (figures.length === 0) return { boxes: [], top: place.foot };
  const { page: ground, display } = context.theme;
  const width = place.w / figures.length;
  const labels = figures.map((figure, index) =>
    text(context, { x: place.x + index * width, y: 0, w: width - 0.25, h: 0.6 }, figure.label, {
      size: leastSize,
      colour: ground.muted,
      maxLines: 2,
      lineHeight: 1.15,
    }),
  );
  const top = place.foot - 0.72 - Math.max(...labels.map(heightOf));
  const boxes = figures.flatMap((figure, index) => {
    const at = { x: place.x + index * width, w: width - 0.25 };
    const unit = unitBeside(figure);
    const value = `${numberText(figure.value, figure.decimals, context.lang)}${unit === '' ? '' : `\u202F${unit}`}`;
    const label = labels[index] ?? null;
    return [
      provenanceBar({ x: at.x, y: top, w: 0.5, h: 0.11 }, figure.provenance, ground.ink, 0.07),
      ...present([
        text(context, { ...at, y: top + 0.14, h: 0.56 }, value, {
          size: 32,
          floor: 20,
          font: display,
          bold: display === 'text',
          colour: ground.ink,
          maxLines: 1,
          lineHeight: 1.15,
        }),
        label === null ? null : { ...label, y: top + 0.71, h: heightOf(label) },
      ]),
    ];
  });
  return { boxes, top };
}

export function layWinner(slide: Slide, context: LayoutContext): LaidSlide {
  const { page: ground, accent, accentInk } = context.theme;
  const { texts } = slide;
  const half = page.width / 2;
  const x = half + 0.12 + 0.45;
  const w = page.width - grid.margin - x;
  const figures = winnerFigures(context, shownFigures(slide), { x, w, foot: grid.bottom });
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
        size: 44,
        colour: ground.ink,
        third: true,
        least: 24,
        lineHeight: 1.08,
      }),
      gap: 0.1,
    },
    {
      box: text(context, { x, y: 0, w, h: 0.36 }, texts.subtitle, { size: 20, colour: ground.muted, maxLines: 1 }),
      gap: 0.12,
    },
  ]);
  const room = figures.top - head.end - (figures.boxes.length > 0 ? 0.5 : 0.3);
  const { story, citation } = tell(
    context,
    texts,
    { x, w, indent: 0.28, room, gap: 0.26 },
    { ink: ground.ink, quote: ground.ink, size: 22 },
  );
  const body = stack(head.end + 0.28, [
    { box: story, gap: 0 },
    { box: citation, gap: 0.26 },
  ]);
  const quote = citation === null ? undefined : body.boxes[body.boxes.length - 1];
  const boxes: Box[] = [
    ...portrait(
      context,
      { x: 0, y: 0, w: half, h: page.height },
      slide.picture,
      texts.title ?? '',
      categoryGround(context.theme, slide.colour),
      slide.person ? 2 : 1,
    ),
    rect({ x: half, y: 0, w: 0.12, h: page.height }, accent),
    ...head.boxes,
    ...body.boxes,
    ...(quote === undefined ? [] : [rect({ x, y: quote.y + 0.04, w: 0.05, h: quote.h - 0.08 }, accent)]),
    ...figures.boxes,
  ];
  return { background: ground.fill, boxes, title: texts.title ?? '' };
}
