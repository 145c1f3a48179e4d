/** A picture, or the network's map, with a few words beside it. */
import { dot, line, page as sheet, pictureIn, rect, type Box, type LaidSlide, type Place } from '../boxes.ts';
import type { Slide } from '../slides.ts';
import { mapColours } from '../themes.ts';
import { columns, grid, leastSize, present, quietGround, stack, text, type LayoutContext } from './parts.ts';
import { titleText } from './titles.ts';

const words = {
  fr: { covered: 'Objectif d’ambassadeurs atteint', others: 'Autres sites' },
  en: { covered: 'Target of ambassadors met', others: 'Other sites' },
} as const;

/** What the two colours of the map's dots mean. */
function mapLegend(context: LayoutContext, x: number, foot: number, w: number): Box[] {
  const colours = mapColours(context.theme);
  const said = words[context.lang];
  return (
    [
      [colours.covered, said.covered, foot - 0.78],
      [colours.dot, said.others, foot - 0.38],
    ] as const
  ).flatMap(([colour, label, y]) => [
    dot(x + 0.09, y + 0.18, 0.09, colour),
    ...present([
      text(context, { x: x + 0.32, y, w: w - 0.32, h: 0.36 }, label, {
        size: leastSize,
        colour: context.theme.page.muted,
        maxLines: 1,
        anchor: 'middle',
      }),
    ]),
  ]);
}

/** A picture over its place with a quiet ground where it does not reach. */
export function filled(place: Place, picture: NonNullable<Slide['picture']>, ground: string): Box[] {
  const box = pictureIn(place, picture);
  return box.w < place.w - 0.01 || box.h < place.h - 0.01 ? [rect(place, ground), box] : [box];
}

export function layPicture(slide: Slide, context: LayoutContext): LaidSlide {
  const { page, primaryInk } = context.theme;
  const { texts, picture } = slide;
  const left = columns(0, picture === null ? 10 : 5);
  const w = picture === null ? left.w : left.w - 0.45;
  const boxes: Box[] = [];
  const isMap = picture?.source === 'map';
  if (picture !== null) {
    const x = columns(5, 7).x - 0.25;
    const place = { x, y: 0, w: sheet.width - x, h: sheet.height };
    const quiet = quietGround(context.theme).fill;
    if (isMap)
      boxes.push(
        rect(place, quiet),
        pictureIn({ x: place.x + 0.35, y: 0.35, w: place.w - 0.7, h: place.h - 0.7 }, picture),
      );
    else boxes.push(...filled(place, picture, quiet));
  }
  const head = stack(grid.top, [
    {
      box: text(context, { x: left.x, y: 0, w, h: 0.34 }, texts.eyebrow, {
        size: leastSize,
        bold: true,
        colour: primaryInk,
        maxLines: 1,
      }),
      gap: 0,
    },
    {
      box: titleText(context, { x: left.x, y: 0, w, h: 1.95 }, texts.title, {
        size: 40,
        colour: page.ink,
        third: true,
      }),
      gap: 0.1,
    },
  ]);
  const foot = isMap ? 5.6 : 6;
  const bodyY = Math.max(2.3, head.end + 0.3) + 0.28;
  boxes.push(...head.boxes, line(left.x, bodyY - 0.28, left.x + 0.9, bodyY - 0.28, primaryInk, 3));
  boxes.push(
    ...present([
      text(context, { x: left.x, y: bodyY, w, h: foot - bodyY }, texts.body, {
        size: 22,
        colour: page.ink,
        maxLines: 7,
      }),
      text(context, isMap ? { x: left.x, y: 5.62, w, h: 0.4 } : { x: left.x, y: 6.22, w, h: 0.68 }, texts.caption, {
        size: leastSize,
        colour: page.muted,
        maxLines: isMap ? 1 : 2,
        anchor: 'bottom',
      }),
    ]),
  );
  if (isMap) boxes.push(...mapLegend(context, left.x, grid.bottom, w));
  return { background: page.fill, boxes, title: texts.title ?? '' };
}
