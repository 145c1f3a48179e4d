/** Illustrations under a roof: sorting, joined hands, a shared meal, a class, a workbench, a coat rack. */
import { circle, colleague, height, line, path, rect, skins, type Paint } from './drawing.ts';

function room({ random, sky, hills, sun }: Paint, floor = 620): string {
  const x = random.int(90, 700);
  const pane = `<clipPath id="pane"><rect x="${x}" y="90" width="360" height="280" rx="10"/></clipPath>`;
  const view = `<g clip-path="url(#pane)"><rect x="${x}" y="90" width="360" height="280" fill="${sky[0]}"/>${circle(x + 260, 160, 40, sun)}${path(`M${x} 310 q90 -70 180 -20 t180 0 V380 H${x}Z`, hills[1])}${path(`M${x} 340 q120 -30 200 0 t160 0 V380 H${x}Z`, hills[2])}</g>`;
  const frame = `<rect x="${x}" y="90" width="360" height="280" rx="10" fill="none" stroke="#FFFFFF" stroke-width="14"/>${line(`M${x + 180} 92 v276`, '#FFFFFF', 8)}`;
  return (
    rect(0, 0, 1200, height, sky[1]) +
    rect(0, 0, 1200, floor, sky[0], 0, 'opacity="0.28"') +
    pane +
    view +
    frame +
    rect(0, floor, 1200, height - floor, '#D8BF9C') +
    rect(0, floor, 1200, 10, '#C4A67E')
  );
}

function plant(x: number, y: number, deep: string): string {
  const leaf = [-58, -30, 0, 28, 56]
    .map((angle) =>
      path(
        `M${x} ${y - 70} q-24 -60 0 -120 q24 60 0 120Z`,
        angle % 4 === 0 ? '#7DB46C' : deep,
        `transform="rotate(${angle} ${x} ${y - 70})"`,
      ),
    )
    .join('');
  return leaf + path(`M${x - 42} ${y - 76} h84 l-12 76 h-60Z`, '#C46F4B');
}

export function recycling(paint: Paint): string {
  const { random, accents, deep } = paint;
  const bin = (x: number, colour: string, sign: string): string =>
    path(`M${x - 84} 420 h168 l-16 300 h-136Z`, colour) +
    rect(x - 96, 392, 192, 36, colour, 14) +
    rect(x - 96, 392, 192, 36, '#000000', 14, 'opacity="0.18"') +
    circle(x, 550, 50, '#FFFFFF', 'opacity="0.92"') +
    sign;
  const bottle = (x: number, y: number): string =>
    rect(x - 12, y - 16, 24, 42, '#5FA8C4', 9) + rect(x - 6, y - 32, 12, 20, '#5FA8C4', 3);
  const sheet = (x: number, y: number): string =>
    path(`M${x - 20} ${y - 28} h26 l16 16 v42 h-42Z`, '#D8A25A') +
    line(`M${x - 10} ${y - 4} h20 M${x - 10} ${y + 10} h20`, '#8A6230', 4);
  const apple = (x: number, y: number): string =>
    circle(x - 8, y + 4, 17, '#7DB46C') +
    circle(x + 8, y + 4, 17, '#7DB46C') +
    line(`M${x} ${y - 10} q2 -14 10 -18`, '#5B4433', 5);
  const can = (x: number, y: number): string =>
    rect(x - 16, y - 24, 32, 50, '#9AA5AD', 6) +
    line(`M${x - 14} ${y - 10} h28 M${x - 14} ${y + 12} h28`, '#6B7780', 4);
  const bins = [
    bin(230, accents[0] ?? '#E0A100', bottle(230, 548)),
    bin(480, accents[2] ?? '#2B5C8A', sheet(480, 550)),
    bin(730, deep, apple(730, 550)),
    bin(980, accents[1] ?? '#D9603B', can(980, 550)),
  ].join('');
  const team =
    colleague(random, 355, 700, 430, '#F3E3C3', 0.3) + colleague(random, 855, 700, 420, accents[1] ?? '#D9603B', 0.2);
  const arrows = [0, 120, 240]
    .map(
      (angle) =>
        `<g transform="rotate(${angle} 600 190)">${line('M545 158 A64 64 0 0 1 640 142', '#FFFFFF', 20)}${path('M632 108 L684 152 L624 172Z', '#FFFFFF')}</g>`,
    )
    .join('');
  return room(paint) + circle(600, 190, 128, deep) + arrows + team + bins + plant(1120, 690, deep);
}

export function hands(paint: Paint): string {
  const { random, accents, hills, deep, sky } = paint;
  const start = random.int(0, skins.length - 1);
  const arms = Array.from({ length: 8 }, (_, index) => {
    const skin = skins[(start + index * 2) % skins.length] ?? '#D09A72';
    const cloth = [...accents.slice(0, 3), deep, hills[1]][index % 5] ?? deep;
    const fingers = [-33, -11, 11, 33]
      .map((x, at) => rect(x - 10.5, 62 + (at === 0 || at === 3 ? 12 : 0), 21, 84, skin, 10.5))
      .join('');
    const palm = rect(-46, 128, 92, 104, skin, 34) + path('M40 176 q42 -20 34 -62 q-24 -10 -28 22Z', skin);
    const knuckles = line('M-22 146 v22 M0 146 v22 M22 146 v22', '#00000022', 3);
    return `<g transform="translate(600 400) rotate(${index * 45 + 12})">${rect(-52, 268, 104, 560, cloth, 14)}${rect(-38, 210, 76, 80, skin)}${rect(-58, 262, 116, 34, cloth, 10)}${rect(-58, 262, 116, 34, '#FFFFFF', 10, 'opacity="0.25"')}${fingers}${palm}${knuckles}</g>`;
  }).join('');
  const heart = path(
    'M600 456 C520 398 536 346 572 346 C590 346 600 362 600 370 C600 362 610 346 628 346 C664 346 680 398 600 456Z',
    accents[1] ?? '#D9603B',
  );
  return (
    rect(0, 0, 1200, height, sky[0]) +
    circle(600, 400, 520, sky[1], 'opacity="0.6"') +
    circle(600, 400, 330, '#FFFFFF', 'opacity="0.5"') +
    arms +
    circle(600, 400, 96, '#FFFFFF') +
    heart
  );
}

export function meal(paint: Paint): string {
  const { random, accents, deep } = paint;
  const crate = (x: number, y: number): string => {
    const food = Array.from({ length: 7 }, (_, index) => {
      const at = x - 96 + index * 32;
      return random.weighted([
        [circle(at, y - 116, 30, '#D64533') + line(`M${at} ${y - 142} q4 -12 12 -14`, '#4C7A3F', 5), 2],
        [
          path(
            `M${at - 15} ${y - 96} q15 -12 30 0 l-12 -88 q-4 -8 -8 0Z`,
            '#E8833A',
            `transform="rotate(180 ${at} ${y - 128})"`,
          ) + line(`M${at} ${y - 158} l-10 -30 M${at} ${y - 158} l10 -30`, '#5F9E4A', 7),
          2,
        ],
        [circle(at, y - 118, 32, '#8FBF5F') + circle(at, y - 118, 20, '#A9D27C'), 2],
        [
          rect(at - 16, y - 190, 32, 110, '#D9A45B', 16) +
            line(`M${at - 8} ${y - 170} l16 10 M${at - 8} ${y - 146} l16 10`, '#B37C36', 4),
          2,
        ],
        [circle(at, y - 116, 28, '#6E3F7A'), 1],
      ] as const);
    }).join('');
    return (
      food +
      rect(x - 130, y - 104, 260, 104, '#B98A55', 8) +
      line(`M${x - 126} ${y - 70} h252 M${x - 126} ${y - 36} h252`, '#8F6536', 6) +
      rect(x - 40, y - 88, 80, 16, '#7A5530', 8)
    );
  };
  const team = [190, 450, 730, 1000]
    .map(
      (x, index) =>
        colleague(
          random,
          x,
          760,
          470,
          [accents[2], accents[0], deep, accents[1]][index] ?? deep,
          index % 2 === 0 ? -0.2 : 0.15,
        ) + path(`M${x - 52} 470 h104 l14 190 h-132Z`, '#FFF8EA'),
    )
    .join('');
  return (
    room(paint) +
    team +
    rect(0, 640, 1200, 40, '#A97B4C') +
    rect(0, 676, 1200, 124, '#8F6536') +
    crate(240, 644) +
    crate(600, 644) +
    crate(960, 644)
  );
}

export function classroom(paint: Paint): string {
  const { random, accents, deep } = paint;
  const chart =
    line('M700 330 h300 M700 330 v-180', '#FFFFFF', 6) +
    [0, 1, 2, 3, 4]
      .map((at) => rect(726 + at * 54, 330 - 34 - at * 28, 32, 34 + at * 28, accents[at % 3] ?? '#E0A100', 4))
      .join('');
  const board =
    rect(610, 90, 480, 300, '#6E5138', 12) +
    rect(624, 104, 452, 272, deep, 6) +
    chart +
    line('M650 140 h36 M650 168 h24', '#FFFFFF', 6);
  const desks = [150, 470, 790]
    .map(
      (x, index) =>
        colleague(random, x + 60, 830, 380, accents[(index + 1) % 3] ?? '#E0A100', -0.1) +
        rect(x - 60, 660, 250, 26, '#B98A55', 6) +
        rect(x - 44, 684, 18, 120, '#8F6536') +
        rect(x + 156, 684, 18, 120, '#8F6536') +
        path(`M${x + 10} 658 l44 -12 l44 12 v-26 l-44 -12 l-44 12Z`, '#FFFFFF') +
        rect(x + 120, 622, 26, 38, accents[index % 3] ?? '#D9603B', 5),
    )
    .join('');
  return (
    room({ ...paint, random: { ...random, int: (low) => low } }) +
    board +
    colleague(random, 530, 640, 440, accents[1] ?? '#D9603B', 0.45) +
    desks +
    plant(1130, 640, deep)
  );
}

export function repair(paint: Paint): string {
  const { random, accents, deep, sky, hills } = paint;
  const wrench = (x: number): string =>
    rect(x - 9, 150, 18, 150, '#7B8790', 8) +
    `<circle cx="${x}" cy="146" r="24" fill="none" stroke="#7B8790" stroke-width="15" stroke-dasharray="112 40" transform="rotate(-60 ${x} 146)"/>`;
  const hammer = (x: number): string =>
    rect(x - 8, 150, 16, 160, '#B98A55', 6) + rect(x - 44, 126, 88, 36, '#4F5B64', 6);
  const driver = (x: number): string =>
    rect(x - 13, 126, 26, 84, accents[1] ?? '#D9603B', 10) + rect(x - 4, 208, 8, 96, '#7B8790', 2);
  const saw = (x: number): string =>
    path(`M${x - 24} 160 h48 l-12 150 h-24Z`, '#A8B2BA') + rect(x - 32, 120, 64, 46, '#B98A55', 14);
  const tools = random.chance(0.5)
    ? [wrench(640), hammer(770), driver(890), saw(1010)]
    : [saw(640), driver(770), wrench(890), hammer(1010)];
  const lamp =
    line('M250 640 L330 470 L250 350', '#3B4650', 13) +
    path('M196 372 L278 300 L330 372 q-60 34 -134 0Z', accents[0] ?? '#E0A100') +
    path('M200 376 L120 640 H420 L326 376Z', '#FFF4C8', 'opacity="0.35"') +
    rect(190, 626, 120, 20, '#3B4650', 8);
  const toaster =
    rect(800, 520, 220, 126, '#C9D2D8', 26) +
    rect(828, 508, 164, 16, '#5B6670', 6) +
    circle(980, 600, 15, '#3B4650') +
    path('M848 512 q0 -54 62 -54 t62 54Z', '#D9A45B') +
    line('M1018 600 q70 0 60 60', '#3B4650', 8);
  const radio =
    rect(455, 540, 190, 104, deep, 14) +
    circle(510, 592, 34, '#F3E3C3') +
    circle(510, 592, 14, '#3B4650') +
    rect(562, 562, 64, 26, '#F3E3C3', 5) +
    circle(580, 616, 9, accents[0] ?? '#E0A100') +
    circle(608, 616, 9, accents[0] ?? '#E0A100') +
    line('M620 540 l50 -70', '#3B4650', 6);
  return (
    rect(0, 0, 1200, height, sky[1]) +
    rect(570, 80, 520, 262, hills[1], 14) +
    tools.join('') +
    colleague(random, 400, 820, 540, accents[2] ?? '#2B5C8A', -0.15) +
    colleague(random, 720, 820, 520, accents[1] ?? '#D9603B', -0.1) +
    rect(0, 640, 1200, 44, '#B98A55') +
    rect(0, 680, 1200, 120, '#8F6536') +
    lamp +
    radio +
    toaster
  );
}

export function clothes(paint: Paint): string {
  const { random, accents, deep, hills } = paint;
  const colours = [accents[1], deep, accents[0], accents[2], hills[1], '#6B3F75', '#F3E3C3'];
  const coat = (x: number, colour: string): string => {
    const tall = random.int(210, 290);
    return (
      line(`M${x} 232 v-20 q0 -12 12 -12`, '#5B6670', 6) +
      path(
        `M${x - 22} 240 q22 -16 44 0 l36 30 l14 150 l-26 4 l-10 -96 l4 ${tall - 60} h-80 l4 ${-(tall - 60)} l-10 96 l-26 -4 l14 -150Z`,
        colour,
      ) +
      line(`M${x} 248 v${tall - 10}`, '#00000033', 3) +
      [0, 1, 2].map((at) => circle(x + 9, 290 + at * 46, 5, '#FFFFFF')).join('') +
      path(`M${x - 22} 240 q22 -16 44 0 l-22 30Z`, '#FFFFFF', 'opacity="0.35"')
    );
  };
  const rack =
    line('M90 226 H830', '#5B6670', 12) +
    line('M110 226 V690 M810 226 V690 M70 690 h80 M770 690 h80', '#5B6670', 12) +
    Array.from({ length: 6 }, (_, index) =>
      coat(180 + index * 116, colours[(index + random.int(0, 1)) % 7] ?? deep),
    ).join('');
  const box = (x: number, y: number, s: number): string =>
    rect(x, y - s * 0.7, s, s * 0.7, '#C99A5F', 4) +
    rect(x + s * 0.42, y - s * 0.7, s * 0.16, s * 0.7, '#E6C592') +
    path(`M${x} ${y - s * 0.7} l${s * 0.12} ${-s * 0.16} h${s * 0.4} l${-s * 0.02} ${s * 0.16}Z`, '#DDB27B') +
    path(`M${x + s * 0.12} ${y - s * 0.7} q${s * 0.2} ${-s * 0.3} ${s * 0.4} 0Z`, random.pick(accents));
  return (
    room({ ...paint, random: { ...random, int: (low, high) => (low === 90 ? 700 : random.int(low, high)) } }) +
    rack +
    colleague(random, 920, 730, 460, accents[0] ?? '#E0A100', 0.1) +
    box(960, 760, 200) +
    box(1010, 622, 130) +
    box(250, 776, 190) +
    box(480, 772, 160)
  );
}
