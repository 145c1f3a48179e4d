/** Titles: at most two lines where that can be, smaller or on a third line where a name is long, and evenly broken. */
import type { Box, Place, TextBox } from '../boxes.ts';
import { breakWidths, joinLines, piecesOf, textWidth, wrap } from '../measure.ts';
import { columns, grid, leastSize, present, text, type LayoutContext, type TextStyle } from './parts.ts';

/** The narrowest width that keeps the number of lines: the last word of a title does not stand alone on its line. */
export function balanced(box: TextBox | null): TextBox | null {
  if (box === null || box.lines.length < 2 || box.truncated || box.text.includes('\n')) return box;
  const { lines, font, size, bold } = box;
  let best = { width: box.w, lines };
  const least = Math.max(...piecesOf(joinLines(lines)).map((word) => textWidth(word, font, size, bold)));
  for (let width = box.w * 0.97; width >= Math.max(least, box.w * 0.4); width -= box.w * 0.03) {
    const narrower = wrap(box.text, width, font, size, bold);
    if (narrower.broken || narrower.lines.length > lines.length) break;
    best = { width, lines: narrower.lines };
  }
  // Between the widest line and the width at which a word would move up there is slack: half of it forgives another machine's letters.
  const { least: widest, below } = breakWidths(best.lines, font, size, bold);
  const width = Math.min(box.w, Math.max(best.width, widest + (below - widest) * 0.6));
  const freed = box.w - width;
  const shift = box.align === 'right' ? freed : box.align === 'center' ? freed / 2 : 0;
  return { ...box, x: box.x + shift, w: width, lines: best.lines };
}

/** A heading of 44 to 36 points on two lines; longer ones get smaller, then a third line if `third` allows, before any word is cut. */
export function titleText(
  context: LayoutContext,
  place: Place,
  value: string | undefined,
  style: Omit<TextStyle, 'role' | 'font' | 'maxLines' | 'floor'> & { lines?: 1 | 2; third?: boolean; least?: number },
): TextBox | null {
  const { lines = 2, third = false, least = 26, ...rest } = style;
  const common = { ...rest, role: 'title', font: 'title', lineHeight: style.lineHeight ?? 1.1 } as const;
  const wished = text(context, place, value, { ...common, floor: Math.min(style.size, 36), maxLines: lines });
  if (wished === null || (!wished.truncated && fitsWhole(wished))) return balanced(wished);
  return balanced(
    text(context, place, value, {
      ...common,
      size: Math.min(style.size, 34),
      floor: least,
      maxLines: third ? lines + 1 : lines,
    }),
  );
}

/** The title of a cover: very large on two lines if that can be at four fifths of the size, else smaller on three. */
export function coverTitle(
  context: LayoutContext,
  place: Place,
  value: string | undefined,
  style: Omit<TextStyle, 'role' | 'font' | 'maxLines' | 'floor'>,
): TextBox | null {
  const common = { ...style, role: 'title', font: 'title' } as const;
  const wished = text(context, place, value, { ...common, floor: Math.round(style.size * 0.8), maxLines: 2 });
  if (wished === null || (!wished.truncated && fitsWhole(wished))) return balanced(wished);
  return balanced(
    text(context, place, value, { ...common, size: Math.round(style.size * 0.9), floor: 32, maxLines: 3 }),
  );
}

/** No word was broken between letters. */
function fitsWhole(box: TextBox): boolean {
  return piecesOf(box.text).every((word) => textWidth(word, box.font, box.size, box.bold) <= box.w);
}

/** The heading at its place, the same on every slide of the page's ground: what it belongs to, then the title. */
export function heading(
  context: LayoutContext,
  eyebrow: string | undefined,
  title: string | undefined,
  options: { colour?: string; w?: number; lines?: 1 | 2 } = {},
): Box[] {
  const { w = columns(0, 10).w, lines = 2 } = options;
  return present([
    text(context, { x: grid.margin, y: grid.top, w, h: 0.34 }, eyebrow, {
      size: leastSize,
      bold: true,
      colour: options.colour ?? context.theme.primaryInk,
      maxLines: 1,
    }),
    titleText(context, { x: grid.margin, y: 1.02, w, h: lines === 2 ? 1.28 : 0.72 }, title, {
      size: 40,
      colour: context.theme.page.ink,
      lines,
    }),
  ]);
}
