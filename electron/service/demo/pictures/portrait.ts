/** Generated portraits: a person before a calm background, in flat colours; and the company's mark. */
import type { Random } from '../random.ts';
import { circle, hairs, line, path, rect, skins } from './drawing.ts';

export const portraitWidth = 600;
export const portraitHeight = 750;

const backs: [string, string, string][] = [
  ['#D8E6DC', '#BFD5C6', '#A9C6B4'],
  ['#F3DFC4', '#EACBA2', '#DDB78A'],
  ['#D5E3EC', '#B9D0DF', '#9FBDD1'],
  ['#EBD6D3', '#DDBCB8', '#CDA49F'],
  ['#E4DDEE', '#CFC3E0', '#B9AACF'],
];
const cloths = ['#1F5C4D', '#2B5C8A', '#A8323E', '#E0A100', '#3F4A57', '#B4612A', '#6B3F75', '#4F6B2A', '#F4EFE6'];

function shade(colour: string, by: number): string {
  const part = (at: number): string =>
    Math.max(0, Math.min(255, Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * by)))
      .toString(16)
      .padStart(2, '0');
  return `#${part(1)}${part(3)}${part(5)}`;
}

function backHair(style: string, hair: string): string {
  if (style === 'long')
    return path(
      'M176 330 C160 160 440 160 424 330 C436 430 452 500 430 560 C380 580 220 580 170 560 C148 500 164 430 176 330Z',
      hair,
    );
  if (style === 'bob')
    return path(
      'M178 330 C162 160 438 160 422 330 C432 400 430 440 412 462 C360 480 240 480 188 462 C170 440 168 400 178 330Z',
      hair,
    );
  if (style === 'afro') return circle(300, 268, 168, hair) + circle(190, 320, 70, hair) + circle(410, 320, 70, hair);
  if (style === 'bun') return circle(300, 178, 60, hair);
  if (style === 'curls')
    return [
      [190, 300],
      [178, 360],
      [196, 420],
      [410, 300],
      [422, 360],
      [404, 420],
      [230, 220],
      [370, 220],
      [300, 190],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 52, hair))
      .join('');
  return '';
}

function topHair(style: string, hair: string): string {
  if (style === 'bald') return '';
  if (style === 'scarf')
    return path('M186 340 C160 130 440 130 414 340 C404 250 372 214 300 214 C228 214 196 250 186 340Z', hair);
  if (style === 'afro')
    return path('M192 316 C180 190 420 190 408 316 C392 262 352 246 300 246 C248 246 208 262 192 316Z', hair);
  if (style === 'side')
    return path(
      'M190 330 C178 190 280 160 330 176 C400 176 424 240 410 330 C402 282 384 258 356 250 C300 262 236 256 214 250 C200 276 194 300 190 330Z',
      hair,
    );
  if (style === 'short')
    return path(
      'M190 318 C176 176 424 176 410 318 C404 278 392 254 372 240 C330 226 270 226 228 240 C208 254 196 278 190 318Z',
      hair,
    );
  if (style === 'curls')
    return [
      [222, 232],
      [262, 206],
      [306, 198],
      [350, 208],
      [384, 238],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 36, hair))
      .join('');
  return path('M188 340 C174 176 426 176 412 340 C404 290 382 262 330 236 C290 276 222 280 188 340Z', hair);
}

function clothing(random: Random, cloth: string, skin: string): string {
  const body = path('M70 750 C76 600 150 562 238 540 C262 580 338 580 362 540 C450 562 524 600 530 750Z', cloth);
  const kind = random.weighted([
    ['shirt', 3],
    ['round', 3],
    ['jacket', 3],
    ['vest', 2],
  ] as const);
  const neck = path('M252 470 h96 v70 q-48 56 -96 0Z', shade(skin, 0.86));
  if (kind === 'shirt')
    return (
      body +
      neck +
      path('M238 534 L300 612 L252 640 L212 552Z', shade(cloth, 1.16)) +
      path('M362 534 L300 612 L348 640 L388 552Z', shade(cloth, 1.16)) +
      line('M300 614 V750', shade(cloth, 0.82), 4) +
      [650, 700].map((y) => circle(312, y, 5, '#FFFFFF')).join('')
    );
  if (kind === 'jacket')
    return (
      body +
      path('M240 540 L300 700 L360 540 Q300 600 240 540Z', '#FBF7EF') +
      neck +
      path('M238 536 L206 566 L252 640 L300 750 L300 700Z', shade(cloth, 0.8)) +
      path('M362 536 L394 566 L348 640 L300 750 L300 700Z', shade(cloth, 0.8))
    );
  if (kind === 'vest')
    return (
      body +
      neck +
      path('M150 566 L206 550 L250 750 H176Z M450 566 L394 550 L350 750 H424Z', '#F2B134') +
      path('M158 640 l56 -6 l8 34 l-56 6Z M442 640 l-56 -6 l-8 34 l56 6Z', '#F4F1E8')
    );
  return body + neck + line('M240 542 q60 62 120 0', shade(cloth, 0.8), 12);
}

/** A portrait of a woman or a man of any look; the drawing says nothing of any real person. */
export function portrait(random: Random, isWoman: boolean): string {
  const skinAt = random.int(0, skins.length - 1);
  const skin = skins[skinAt] ?? '#D09A72';
  const hair = random.chance(skinAt > 2 ? 0.85 : 0.2) ? (hairs[random.int(0, 1)] ?? '#2A211D') : random.pick(hairs);
  const style = isWoman
    ? random.weighted([
        ['long', 4],
        ['bob', 3],
        ['bun', 2],
        ['curls', 2],
        ['afro', skinAt > 3 ? 3 : 0],
        ['scarf', 1],
        ['side', 1],
      ] as const)
    : random.weighted([
        ['short', 4],
        ['side', 3],
        ['curls', 2],
        ['bald', 1],
        ['afro', skinAt > 3 ? 1 : 0],
      ] as const);
  const tint = style === 'scarf' ? random.pick(['#2B5C8A', '#A8323E', '#6B3F75', '#1C7C86']) : hair;
  const [back, middle, front] = random.pick(backs);
  const cloth = random.pick(cloths);
  const dark = shade(skin, 0.8);
  const ring =
    circle(random.int(120, 480), random.int(160, 320), random.int(230, 300), middle) +
    circle(random.int(60, 540), random.int(520, 700), random.int(120, 220), front, 'opacity="0.6"');
  const head = path('M192 310 C192 190 408 190 408 310 V380 C408 470 350 512 300 512 C250 512 192 470 192 380Z', skin);
  const ears =
    style === 'long' || style === 'bob' || style === 'scarf'
      ? ''
      : circle(190, 358, 25, dark) + circle(410, 358, 25, dark);
  const brow = style === 'scarf' ? '#3A2C24' : shade(hair, 0.75);
  const eyes = [252, 348]
    .map(
      (x) =>
        circle(x, 356, 9.5, '#2B2320') +
        circle(x + 3, 353, 3, '#FFFFFF') +
        line(`M${x - 24} 328 q24 -14 46 -2`, brow, 7),
    )
    .join('');
  const nose = line('M302 362 q14 38 -8 42', dark, 6);
  const smile = random.chance(0.4)
    ? path('M258 436 q42 44 84 0 q-42 12 -84 0Z', '#FFFFFF') + line('M258 436 q42 14 84 0', shade(skin, 0.62), 4)
    : line('M262 438 q38 30 76 0', shade(skin, 0.58), 7);
  const cheeks = circle(232, 408, 24, '#E2725B', 'opacity="0.2"') + circle(368, 408, 24, '#E2725B', 'opacity="0.2"');
  const beard =
    !isWoman && random.chance(0.4)
      ? path(
          'M196 384 C206 440 240 410 300 412 C360 410 394 440 404 384 C414 490 350 528 300 528 C250 528 186 490 196 384Z',
          hair,
        )
      : '';
  const glasses = random.chance(0.32)
    ? `<g fill="#FFFFFF" fill-opacity="0.16" stroke="#2B2B30" stroke-width="6"><rect x="212" y="328" width="76" height="58" rx="24"/><rect x="312" y="328" width="76" height="58" rx="24"/></g>${line('M288 350 q12 -8 24 0 M212 350 l-18 -6 M388 350 l18 -6', '#2B2B30', 6)}`
    : '';
  const wrap =
    style === 'scarf'
      ? path(
          'M186 330 C170 470 200 560 300 590 C400 560 430 470 414 330 C420 470 360 518 300 518 C240 518 180 470 186 330Z',
          tint,
        ) +
        path('M190 500 C160 600 240 640 300 640 C380 640 440 590 410 500 C380 560 220 560 190 500Z', shade(tint, 0.86))
      : '';
  const earrings =
    isWoman && ears !== '' && random.chance(0.6) ? circle(190, 396, 8, '#E0A100') + circle(410, 396, 8, '#E0A100') : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${portraitWidth}" height="${portraitHeight}" viewBox="36 92 526 657.5">${rect(0, 0, 600, 750, back)}${ring}${backHair(style, tint)}${clothing(random, cloth, skin)}${ears}${head}${cheeks}${beard}${eyes}${nose}${smile}${topHair(style, tint)}${wrap}${glasses}${earrings}</svg>`;
}

/** The fictional company's mark: three leaves that make a knot of a mesh. */
export function logo(): string {
  const leaf = (angle: number, colour: string): string =>
    path('M256 256 C196 206 196 116 256 60 C316 116 316 206 256 256Z', colour, `transform="rotate(${angle} 256 256)"`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">${leaf(0, '#1F5C4D')}${leaf(72, '#2F7D69')}${leaf(144, '#E0A100')}${leaf(216, '#2F7D69')}${leaf(288, '#1F5C4D')}${circle(256, 256, 40, '#FFFFFF')}${circle(256, 256, 24, '#1F5C4D')}</svg>`;
}
