/** The pieces every slide is put together from: the grid, texts that fit, headings, the woven ornament, what stands for a photo. */
import type { Language } from '../../base/common.ts';
import { page, pictureIn, rect, type Box, type MeshBox, type Place, type TextBox } from '../boxes.ts';
import { mix } from '../colours.ts';
import { fitText, joinLines } from '../measure.ts';
import type { Picture } from '../slides.ts';
import { groundOf, isDark, type FontName, type Ground, type Theme } from '../themes.ts';
import { initialsOf, isRtl, typeset } from '../typography.ts';

export interface LayoutContext {
  theme: Theme;
  lang: Language;
  logo: Picture | null;
}

/** Twelve columns with gutters between real margins, in inches. */
export const grid = { margin: 0.75, top: 0.62, bottom: 6.9, gutter: 0.28, width: page.width - 1.5 } as const;

/** Nothing on a slide is smaller: it is read from the back of a room. */
export const leastSize = 18;

/** Left edge and width of a run of columns, the first being 0. */
export function columns(first: number, count: number): { x: number; w: number } {
  const one = (grid.width - 11 * grid.gutter) / 12;
  return { x: grid.margin + first * (one + grid.gutter), w: count * one + (count - 1) * grid.gutter };
}

export interface TextStyle {
  size: number;
  colour: string;
  role?: 'title' | 'text';
  font?: FontName;
  floor?: number;
  bold?: boolean;
  italic?: boolean;
  align?: 'left' | 'center' | 'right';
  anchor?: 'top' | 'middle' | 'bottom';
  lineHeight?: number;
  maxLines?: number;
  decorative?: boolean;
}

/** A text set and fitted into its place; null when there is nothing to say. */
export function text(
  context: LayoutContext,
  place: Place,
  value: string | null | undefined,
  style: TextStyle,
): TextBox | null {
  const set = typeset(value ?? '', context.lang);
  if (set === '') return null;
  const {
    font = 'text',
    size,
    floor = Math.min(size, leastSize),
    bold = false,
    lineHeight = font === 'title' ? 1.12 : 1.3,
  } = style;
  const fitted = fitText(set, {
    font,
    size,
    floor,
    bold,
    lineHeight,
    width: place.w,
    height: place.h,
    ...(style.maxLines === undefined ? {} : { maxLines: style.maxLines }),
  });
  const rtl = isRtl(set);
  const align = style.align ?? 'left';
  return {
    kind: 'text',
    ...place,
    role: style.role ?? 'text',
    text: fitted.truncated ? joinLines(fitted.lines) : set,
    lines: fitted.lines,
    truncated: fitted.truncated,
    font,
    size: fitted.size,
    bold,
    italic: style.italic ?? false,
    colour: style.colour,
    align: rtl && align === 'left' ? 'right' : align,
    anchor: style.anchor ?? 'top',
    lineHeight,
    rtl,
    decorative: style.decorative ?? false,
    tail: null,
  };
}

/** Inches that the lines of a box take. */
export function heightOf(box: TextBox | null): number {
  return box === null ? 0 : (box.lines.length * box.size * box.lineHeight) / 72;
}

/** Lays texts one under the other from `y`, each as high as its lines; gaps before those that exist. Returns the boxes and where they end. */
export function stack(y: number, parts: { box: TextBox | null; gap: number }[]): { boxes: TextBox[]; end: number } {
  const boxes: TextBox[] = [];
  let at = y;
  for (const { box, gap } of parts) {
    if (box === null) continue;
    if (boxes.length > 0) at += gap;
    const height = heightOf(box);
    boxes.push({ ...box, y: at, h: height });
    at += height;
  }
  return { boxes, end: at };
}

export function present<T extends Box>(boxes: (T | null)[]): T[] {
  return boxes.filter((box): box is T => box !== null);
}

/** A sequence of numbers between 0 and 1 that depends only on the seed, so that a slide never changes its ornament. */
function randomOf(seed: string): () => number {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A woven net over a place: points on a loose grid, each tied to its nearest neighbours. */
export function mesh(
  place: Place,
  seed: string,
  colour: string,
  options: { step?: number; opacity?: number } = {},
): MeshBox {
  const random = randomOf(seed);
  const step = options.step ?? 1.15;
  const [across, down] = [Math.max(2, Math.round(place.w / step)), Math.max(2, Math.round(place.h / step))];
  const points: { x: number; y: number; r: number }[] = [];
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const [x, y] = [
        place.x + ((column + 0.18 + random() * 0.64) * place.w) / across,
        place.y + ((row + 0.18 + random() * 0.64) * place.h) / down,
      ];
      points.push({ x, y, r: step * (random() < 0.2 ? 0.075 : 0.032) });
    }
  }
  const threads: MeshBox['threads'] = [];
  points.forEach((from, index) => {
    const near = points
      .map((to, other) => ({ to, other, distance: Math.hypot(to.x - from.x, to.y - from.y) }))
      .filter(({ other, distance }) => other > index && distance < step * 1.5)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 3);
    for (const { to } of near) threads.push([from.x, from.y, to.x, to.y]);
  });
  return {
    kind: 'mesh',
    ...place,
    threads,
    knots: points.map(({ x, y, r }) => [x, y, r]),
    colour,
    width: 1,
    opacity: options.opacity ?? 0.5,
  };
}

/** A picture over its place or, without one, a panel in the category's colour with the initials set large: designed, not missing. */
export function portrait(
  context: LayoutContext,
  place: Place,
  picture: Picture | null,
  name: string,
  ground: Ground,
  letters: 1 | 2,
): Box[] {
  if (picture !== null) {
    const box = pictureIn(place, picture);
    const whole = box.w >= place.w - 0.01 && box.h >= place.h - 0.01;
    return whole ? [box] : [rect(place, ground.fill), box];
  }
  const size = Math.round(Math.min(place.h * 0.5, place.w * 0.42) * 72);
  const inner = { x: place.x, y: place.y + (place.h - (size * 1.15) / 72) / 2, w: place.w, h: (size * 1.15) / 72 };
  const initials = text(context, inner, initialsOf(name, letters), {
    size,
    floor: 18,
    font: 'title',
    colour: ground.ink,
    align: 'center',
    lineHeight: 1.12,
    maxLines: 1,
    decorative: true,
  });
  return present<Box>([
    rect(place, ground.fill),
    mesh(place, name, mix(ground.fill, ground.ink, 0.4), {
      step: Math.max(0.55, Math.min(place.w, place.h) / 3.2),
      opacity: 0.45,
    }),
    initials,
  ]);
}

/** The logo on a plate of paper, so that it can be read on any ground. */
export function logoPlate(context: LayoutContext, x: number, y: number): Box[] {
  const { logo } = context;
  if (logo === null || logo.width <= 0 || logo.height <= 0) return [];
  const scale = Math.min(1.7 / logo.width, 0.62 / logo.height);
  const [w, h] = [logo.width * scale, logo.height * scale];
  return [
    rect({ x, y, w: w + 0.32, h: h + 0.26 }, '#FFFFFF'),
    {
      kind: 'picture',
      x: x + 0.16,
      y: y + 0.13,
      w,
      h,
      picture: logo,
      crop: { left: 0, top: 0, right: 0, bottom: 0 },
      alt: logo.alt,
    },
  ];
}

/** A quiet ground a little off the page's: behind maps and charts. */
export function quietGround(theme: Theme): Ground {
  return groundOf(mix(theme.page.fill, theme.primary, isDark(theme) ? 0.22 : 0.07));
}
