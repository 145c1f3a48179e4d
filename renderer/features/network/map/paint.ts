/** How marks and outlines are painted: expressions of the map made from a scale, and the images of the rings. */
import type { ExpressionSpecification } from 'maplibre-gl';
import type { MapLayer, Scale } from '#shared/network/scales.ts';
import { never } from './features.ts';

type Expression = ExpressionSpecification;
const get = (name: string): Expression => ['get', name];

/** What is added up when sites are gathered into one mark. */
export const summed: Record<string, Expression> = {
  active: ['+', get('active')] as Expression,
  target: ['+', get('target')] as Expression,
  headcount: ['+', get('headcount')] as Expression,
  counted: ['+', get('counted')] as Expression,
  initiatives: ['+', get('initiatives')] as Expression,
  days: ['min', get('days')] as Expression,
  awake: ['+', get('awake')] as Expression,
};

/** The figure of a layer for a site or for a mark of many, from what was summed; -1 when it is missing. */
const values: Record<MapLayer, Expression> = {
  coverage: ['/', get('active'), get('target')],
  headcount: ['case', ['==', get('counted'), 0], -1, get('headcount')],
  initiatives: ['case', ['==', get('headcount'), 0], -1, ['/', ['*', 100, get('initiatives')], get('headcount')]],
  lastActivity: ['case', ['>=', get('days'), never], -1, get('days')],
};

function stepped<T extends string | number>(
  value: Expression,
  breaks: readonly number[],
  outputs: readonly T[],
  missing: T,
): Expression {
  const [first = missing, ...rest] = outputs;
  return [
    'case',
    ['<', value, 0],
    missing,
    ['step', value, first, ...rest.flatMap((output, at): (number | T)[] => [breaks[at] ?? 0, output])],
  ] as unknown as Expression;
}

export function markColour(scale: Scale): Expression {
  return stepped(values[scale.layer], scale.breaks, scale.colours, scale.missing);
}

export function areaColour(scale: Scale): Expression {
  return stepped(get('value'), scale.breaks, scale.colours, scale.missing);
}

/** A ring is drawn in so many steps of its circle. */
export const ringSteps = 20;
/** Pixels, of the image at size 1. */
export const ringRadius = 32;

/** The image of a gathered mark: for coverage the ring is as full as the share, for activity as the share of sites that are not fading; for the others it is whole. */
export function ringImage(scale: Scale): Expression {
  const value = values[scale.layer];
  const filled = (share: Expression): Expression => [
    'max',
    ['case', ['>', share, 0], 1, 0],
    ['floor', ['*', ringSteps, ['min', 1, share]]],
  ];
  const step: Expression =
    scale.layer === 'coverage'
      ? filled(value)
      : scale.layer === 'lastActivity'
        ? filled(['/', get('awake'), get('point_count')])
        : (['literal', ringSteps] as unknown as Expression);
  const classes = scale.colours.map((_, at) => String(at));
  return [
    'concat',
    `${scale.layer}|`,
    scale.layer === 'headcount' ? '0' : stepped(value, scale.breaks, classes, 'x'),
    '|',
    ['to-string', step],
  ] as unknown as Expression;
}

/** Pixels of radius for the square root of an employee, so that areas compare. */
export function headcountStep(counts: readonly number[]): number {
  return (
    13 /
    Math.sqrt(
      Math.max(
        1,
        counts.reduce((most, value) => Math.max(most, value), 0),
      ),
    )
  );
}

const largest = 46;

export function headcountRadius(headcount: number, step: number, least: number): number {
  return Math.min(largest, Math.max(least, step * Math.sqrt(headcount)));
}

/** The size of a gathered mark: by how many sites it stands for, or by employees where those are shown; ten times as many a step, or the great ones would hide their neighbours. */
export function ringSize(scale: Scale): Expression {
  if (scale.layer === 'headcount')
    return [
      'interpolate',
      ['linear'],
      ['log10', ['max', 1, get('headcount')]],
      2,
      19 / ringRadius,
      3,
      22 / ringRadius,
      4,
      28 / ringRadius,
      5,
      34 / ringRadius,
      6,
      40 / ringRadius,
    ];
  return [
    'interpolate',
    ['linear'],
    ['log10', get('point_count')],
    0.3,
    19 / ringRadius,
    1,
    21 / ringRadius,
    2,
    25 / ringRadius,
    3,
    31 / ringRadius,
    4,
    39 / ringRadius,
  ];
}

export function dotRadius(scale: Scale, step: number): Expression {
  if (scale.layer === 'headcount') return ['min', largest, ['max', 3, ['*', step, ['sqrt', get('headcount')]]]];
  return ['interpolate', ['linear'], ['zoom'], 3, 5.5, 7, 6.5, 11, 9];
}

/** What a gathered mark says: for how many sites it stands, and under it the figure of the layer, their coverage first of all. */
export function ringWords(layer: MapLayer, lang: string, dayUnit: string): Expression {
  return [
    'format',
    ['number-format', get('point_count'), { locale: lang, 'max-fraction-digits': 0 }],
    { 'font-scale': 1 },
    '\n',
    {},
    figureWords(layer, values[layer], lang, dayUnit),
    { 'font-scale': 0.78 },
  ];
}

/** Words under the name of a territory. */
export function areaFigure(layer: MapLayer, lang: string, dayUnit: string): Expression {
  return figureWords(layer, get('value'), lang, dayUnit);
}

function figureWords(layer: MapLayer, value: Expression, lang: string, dayUnit: string): Expression {
  // The map takes 'max-fraction-digits': 0 for none given, so whole numbers are rounded first.
  const number = (input: Expression, digits: number): Expression => [
    'number-format',
    digits === 0 ? ['round', input] : input,
    { locale: lang, 'max-fraction-digits': digits },
  ];
  const words: Record<MapLayer, Expression> = {
    coverage: ['concat', ['to-string', ['round', ['*', 100, value]]], lang === 'fr' ? '\u202f%' : '%'],
    headcount: ['case', ['>=', value, 10_000], ['concat', number(['/', value, 1000], 0), '\u202fk'], number(value, 0)],
    initiatives: number(value, 1),
    lastActivity: ['concat', number(value, 0), dayUnit],
  };
  return ['case', ['<', value, 0], '–', words[layer]];
}

export interface RingColours {
  ground: string;
  track: string;
  line: string;
}

/** Draws the image named by `ringImage`; null for a name of something else. */
export function drawRing(name: string, scale: Scale, colours: RingColours, ratio: number): ImageData | null {
  const [layer, kind, step] = name.split('|');
  if (layer !== scale.layer || kind === undefined || step === undefined) return null;
  const size = Math.ceil((ringRadius + 2) * 2 * ratio);
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.scale(ratio, ratio);
  const middle = ringRadius + 2;
  const width = 8;
  const circle = (radius: number, from = 0, to = 2 * Math.PI): void => {
    pen.beginPath();
    pen.arc(middle, middle, radius, from, to);
  };
  circle(ringRadius);
  pen.fillStyle = colours.ground;
  pen.fill();
  pen.lineWidth = width;
  circle(ringRadius - width / 2);
  pen.strokeStyle = colours.track;
  pen.stroke();
  const share = Number(step) / ringSteps;
  if (share > 0) {
    pen.strokeStyle =
      kind === 'x'
        ? scale.missing
        : layer === 'headcount'
          ? (scale.colours[Math.floor(scale.colours.length / 2)] ?? scale.missing)
          : (scale.colours[Number(kind)] ?? scale.missing);
    if (kind === 'x') pen.setLineDash([3, 3]);
    circle(ringRadius - width / 2, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share);
    pen.stroke();
    pen.setLineDash([]);
  }
  pen.lineWidth = 1;
  pen.strokeStyle = colours.line;
  circle(ringRadius - 0.5);
  pen.stroke();
  circle(ringRadius - width);
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}

/** Grey hatching for what is not known. */
export function drawHatching(ground: string, line: string, ratio: number): ImageData | null {
  const size = 8 * ratio;
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = line;
  pen.lineWidth = 1.4 * ratio;
  for (const at of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(at - ratio, size + ratio);
    pen.lineTo(at + size + ratio, -ratio);
    pen.stroke();
  }
  return pen.getImageData(0, 0, size, size);
}
