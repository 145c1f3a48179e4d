/** What a slide is drawn with, in inches on a page of 13.333 x 7.5 (16:9): the preview, the PPTX and the PDF draw the same boxes. */
import type { Chart, Picture, Provenance } from './slides.ts';
import type { FontName } from './themes.ts';

export const page = { width: 40 / 3, height: 7.5 } as const;

export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface TextBox extends Place {
  kind: 'text';
  /** `title` is the slide's heading for those who do not see it; a slide has exactly one. */
  role: 'title' | 'text';
  /** The text in full lines; with `truncated`, what was left of it. */
  text: string;
  lines: string[];
  truncated: boolean;
  font: FontName;
  size: number;
  bold: boolean;
  italic: boolean;
  colour: string;
  align: 'left' | 'center' | 'right';
  anchor: 'top' | 'middle' | 'bottom';
  lineHeight: number;
  rtl: boolean;
  /** Drawn for the eye only: not read out. */
  decorative: boolean;
  /** A smaller end to the last line: the unit of a figure. */
  tail: { text: string; size: number; colour: string } | null;
}

export interface PictureBox extends Place {
  kind: 'picture';
  picture: Picture;
  /** The part of the picture that is shown, in shares of its width and height cut off each side. */
  crop: { left: number; top: number; right: number; bottom: number };
  alt: string;
}

export interface ShapeBox extends Place {
  kind: 'rect' | 'ellipse';
  fill: string;
  /** 0 to 1. */
  opacity: number;
}

export interface LineBox {
  kind: 'line';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  colour: string;
  /** Points. */
  width: number;
  opacity: number;
}

export interface ChartBox extends Place {
  kind: 'chart';
  chart: Chart;
  alt: string;
  colour: string;
  ink: string;
  line: string;
  size: number;
}

/** Threads and knots, the ornament that stands for the network; also hatching. Always decorative. */
export interface MeshBox extends Place {
  kind: 'mesh';
  /** x1, y1, x2, y2. */
  threads: [number, number, number, number][];
  /** x, y, radius. */
  knots: [number, number, number][];
  colour: string;
  /** Points. */
  width: number;
  opacity: number;
}

export type Box = TextBox | PictureBox | ShapeBox | LineBox | ChartBox | MeshBox;

export interface LaidSlide {
  background: string;
  boxes: Box[];
  /** What a screen reader and the outline call the slide. */
  title: string;
}

export function rect(place: Place, fill: string, opacity = 1): ShapeBox {
  return { kind: 'rect', ...place, fill, opacity };
}

export function dot(x: number, y: number, radius: number, fill: string, opacity = 1): ShapeBox {
  return { kind: 'ellipse', x: x - radius, y: y - radius, w: radius * 2, h: radius * 2, fill, opacity };
}

export function line(x1: number, y1: number, x2: number, y2: number, colour: string, width = 1, opacity = 1): LineBox {
  return { kind: 'line', x1, y1, x2, y2, colour, width, opacity };
}

/** A bar in the manner of its provenance: solid when measured, outlined when declared, hatched when estimated. */
export function provenanceBar(place: Place, provenance: Provenance, colour: string, step = 0.09): Box {
  const { x, y, w, h } = place;
  if (provenance === 'measured' || w <= 0 || h <= 0) return rect(place, colour);
  const threads: MeshBox['threads'] = [
    [x, y, x + w, y],
    [x + w, y, x + w, y + h],
    [x + w, y + h, x, y + h],
    [x, y + h, x, y],
  ];
  // Lines of 45 degrees, each cut where it leaves the bar.
  if (provenance === 'estimated') {
    for (let at = step; at < w + h; at += step) {
      const [fromX, fromY] = at <= h ? [x, y + at] : [x + at - h, y + h];
      const [toX, toY] = at <= w ? [x + at, y] : [x + w, y + at - w];
      threads.push([fromX, fromY, toX, toY]);
    }
  }
  return { kind: 'mesh', ...place, threads, knots: [], colour, width: 1.25, opacity: 1 };
}

/**
 * Shows a picture over the whole place, cutting what is over; faces lie in the upper part of a photo, so more is cut below.
 * When too little would remain (a panorama in a column), the whole picture is shown inside the place instead.
 */
export function pictureIn(place: Place, picture: Picture): PictureBox {
  const none = { left: 0, top: 0, right: 0, bottom: 0 };
  if (picture.width <= 0 || picture.height <= 0)
    return { kind: 'picture', ...place, picture, crop: none, alt: picture.alt };
  const [own, wanted] = [picture.width / picture.height, place.w / place.h];
  const shown = own > wanted ? wanted / own : own / wanted;
  if (shown < (own > wanted ? 0.34 : 0.2) || picture.source === 'map') {
    const scale = Math.min(place.w / picture.width, place.h / picture.height);
    const [w, h] = [picture.width * scale, picture.height * scale];
    return {
      kind: 'picture',
      x: place.x + (place.w - w) / 2,
      y: place.y + (place.h - h) / 2,
      w,
      h,
      picture,
      crop: none,
      alt: picture.alt,
    };
  }
  const cut = 1 - shown;
  const crop =
    own > wanted ? { ...none, left: cut / 2, right: cut / 2 } : { ...none, top: cut * 0.28, bottom: cut * 0.72 };
  return { kind: 'picture', ...place, picture, crop, alt: picture.alt };
}
