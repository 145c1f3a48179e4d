/** The pens and paints of the generated illustrations: colours, hills, trees, people, written as SVG. */
import type { Random } from '../random.ts';

export const width = 1200;
export const height = 800;

export interface Paint {
  random: Random;
  /** Top and bottom of the sky. */
  sky: [string, string];
  sun: string;
  /** From the far hills to the ground. */
  hills: [string, string, string];
  deep: string;
  accents: string[];
}

type Palette = Omit<Paint, 'random'>;

const palettes: Palette[] = [
  {
    sky: ['#BFDDE3', '#F6EBD4'],
    sun: '#FFF4D2',
    hills: ['#A9C8B4', '#7FAE8C', '#4C8766'],
    deep: '#1F5C4D',
    accents: ['#E0A100', '#D9603B', '#2B5C8A', '#F3E3C3'],
  },
  {
    sky: ['#F7C9A3', '#FBE9CF'],
    sun: '#FFF1C7',
    hills: ['#D9A883', '#A98A74', '#6F7F63'],
    deep: '#394D43',
    accents: ['#C8452F', '#E9B44C', '#2E6F73', '#FFF3DF'],
  },
  {
    sky: ['#8FC1D9', '#DDEEF0'],
    sun: '#FFFFFF',
    hills: ['#9CC4B6', '#5F9E88', '#36765F'],
    deep: '#164A46',
    accents: ['#F2B134', '#E4572E', '#4A5FA5', '#F7EFE2'],
  },
  {
    sky: ['#C9C3E0', '#F8DCCF'],
    sun: '#FFEFD9',
    hills: ['#B3A9C9', '#8390A8', '#55708A'],
    deep: '#2F3F5C',
    accents: ['#E57A44', '#E3B23C', '#3F8F7B', '#FBF0E4'],
  },
  {
    sky: ['#D7E7C9', '#FBF4DC'],
    sun: '#FFFBE8',
    hills: ['#B7CF9C', '#8BB174', '#5A8F4E'],
    deep: '#2F5D3A',
    accents: ['#D1495B', '#EDAE49', '#30638E', '#FDF6E3'],
  },
];

export const skins = ['#F5D3BC', '#E8B998', '#D09A72', '#A9714B', '#7C4D31', '#573424'];
export const hairs = ['#2A211D', '#4A3021', '#7A4A26', '#B0763B', '#D9B36C', '#8B8B90', '#A6432D'];

export function paintOf(random: Random): Paint {
  return { random, ...random.pick(palettes) };
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** A picture of the usual size, its sky filled. */
export function picture(paint: Paint, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs><linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="${paint.sky[0]}"/><stop offset="0.8" stop-color="${paint.sky[1]}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#sky)"/>${body}</svg>`;
}

export function circle(x: number, y: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${more}/>`;
}

export function rect(x: number, y: number, w: number, h: number, fill: string, radius = 0, more = ''): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(radius)}" fill="${fill}" ${more}/>`;
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

export function line(d: string, colour: string, thick: number): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(thick)}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

export function sun({ random, sun: colour }: Paint): string {
  const [x, y, r] = [random.int(180, 1020), random.int(110, 230), random.int(52, 88)];
  return circle(x, y, r * 1.7, colour, 'opacity="0.35"') + circle(x, y, r, colour);
}

export function clouds({ random }: Paint): string {
  return Array.from({ length: random.int(1, 3) }, () => {
    const [x, y, s] = [random.int(80, 1050), random.int(80, 240), 0.7 + random.next() * 0.7];
    return `<g fill="#FFFFFF" opacity="0.75"><rect x="${n(x)}" y="${n(y)}" width="${n(190 * s)}" height="${n(34 * s)}" rx="${n(17 * s)}"/><rect x="${n(x + 42 * s)}" y="${n(y - 26 * s)}" width="${n(100 * s)}" height="${n(50 * s)}" rx="${n(25 * s)}"/></g>`;
  }).join('');
}

/** A wavy ridge at about `top`, filled down to the foot of the picture. */
export function ridge(random: Random, top: number, swing: number, fill: string): string {
  const points = Array.from(
    { length: 5 },
    (_, index) => [index * 300, top + (random.next() - 0.5) * 2 * swing] as const,
  );
  const curve = points
    .slice(1)
    .map(([x, y], index) => `C${n(x - 170)} ${n(points[index]?.[1] ?? y)} ${n(x - 130)} ${n(y)} ${x} ${n(y)}`);
  return path(`M0 ${n(points[0]?.[1] ?? top)} ${curve.join(' ')} V${height} H0Z`, fill);
}

export function land(paint: Paint, ground = 560): string {
  const { random, hills } = paint;
  return (
    sun(paint) +
    clouds(paint) +
    ridge(random, ground - 170, 70, hills[0]) +
    ridge(random, ground - 80, 50, hills[1]) +
    ridge(random, ground, 16, hills[2])
  );
}

export function tree(x: number, y: number, size: number, crown: string, trunk: string, isPine = false): string {
  const stem = rect(x - size * 0.05, y - size * 0.5, size * 0.1, size * 0.5, trunk, size * 0.03);
  if (isPine)
    return (
      stem +
      path(`M${n(x)} ${n(y - size * 1.25)} L${n(x + size * 0.32)} ${n(y - size * 0.25)} H${n(x - size * 0.32)}Z`, crown)
    );
  return (
    stem +
    `<ellipse cx="${n(x)}" cy="${n(y - size * 0.78)}" rx="${n(size * 0.34)}" ry="${n(size * 0.46)}" fill="${crown}"/>${line(`M${n(x)} ${n(y - size * 0.4)} V${n(y - size * 0.95)} M${n(x)} ${n(y - size * 0.62)} l${n(size * 0.13)} ${n(-size * 0.14)}`, trunk, size * 0.03)}`
  );
}

/** A standing colleague, feet at `y`. `reach` from -1 to 1 turns the arms: down, level, up. */
export function colleague(random: Random, x: number, y: number, size: number, cloth: string, reach = -0.6): string {
  const skin = random.pick(skins);
  const hair = random.pick(hairs);
  const trousers = random.pick(['#2D3A4A', '#3B3F45', '#4B5D52', '#5A4638']);
  const [head, chest, waist] = [y - size * 0.86, y - size * 0.7, y - size * 0.38];
  const arm = (side: number): string =>
    line(
      `M${n(x + side * size * 0.12)} ${n(chest + size * 0.05)} L${n(x + side * size * 0.25)} ${n(chest + size * (0.08 - reach * 0.18))} L${n(x + side * size * 0.3)} ${n(chest + size * (0.16 - reach * 0.36))}`,
      cloth,
      size * 0.075,
    ) + circle(x + side * size * 0.305, chest + size * (0.18 - reach * 0.38), size * 0.04, skin);
  const legs =
    line(`M${n(x - size * 0.06)} ${n(waist)} V${n(y)}`, trousers, size * 0.1) +
    line(`M${n(x + size * 0.06)} ${n(waist)} V${n(y)}`, trousers, size * 0.1);
  const isLong = random.chance(0.5);
  const back = isLong ? rect(x - size * 0.105, head - size * 0.06, size * 0.21, size * 0.24, hair, size * 0.1) : '';
  const top = path(
    `M${n(x - size * 0.1)} ${n(head)} a${n(size * 0.1)} ${n(size * 0.11)} 0 0 1 ${n(size * 0.2)} 0 q${n(-size * 0.08)} ${n(-size * 0.02)} ${n(-size * 0.11)} ${n(-size * 0.06)} q${n(-size * 0.02)} ${n(size * 0.05)} ${n(-size * 0.09)} ${n(size * 0.06)}Z`,
    hair,
  );
  const body = path(
    `M${n(x - size * 0.14)} ${n(waist + size * 0.02)} V${n(chest + size * 0.06)} q0 ${n(-size * 0.09)} ${n(size * 0.09)} ${n(-size * 0.09)} h${n(size * 0.1)} q${n(size * 0.09)} 0 ${n(size * 0.09)} ${n(size * 0.09)} V${n(waist + size * 0.02)}Z`,
    cloth,
  );
  return (
    legs +
    back +
    arm(-1) +
    arm(1) +
    rect(x - size * 0.035, head + size * 0.05, size * 0.07, size * 0.14, skin) +
    body +
    circle(x, head, size * 0.092, skin) +
    top
  );
}
