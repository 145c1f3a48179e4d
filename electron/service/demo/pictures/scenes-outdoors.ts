/** Illustrations under the sky: planting, bikes, the sea, the town, solar panels, hives, runners. */
import { circle, colleague, height, land, line, path, rect, ridge, sun, clouds, tree, type Paint } from './drawing.ts';

export function planting(paint: Paint): string {
  const { random, deep, accents } = paint;
  const saplings = Array.from({ length: 9 }, (_, index) => {
    const [x, y] = [70 + index * 135 + random.int(-20, 20), 640 + (index % 3) * 52];
    return `<ellipse cx="${x}" cy="${y}" rx="46" ry="12" fill="#5B4433"/>${line(`M${x} ${y} v-74`, '#6E5138', 6)}${path(`M${x} ${y - 48} q34 -6 40 -40 q-36 2 -40 40Z`, deep)}${path(`M${x} ${y - 60} q-32 -6 -36 -38 q34 2 36 38Z`, '#7DB46C')}`;
  }).join('');
  const far = Array.from({ length: 7 }, () =>
    tree(random.int(40, 1160), random.int(520, 560), random.int(90, 150), paint.hills[1], deep, random.chance(0.4)),
  ).join('');
  const spade = (x: number, y: number): string =>
    line(`M${x} ${y - 150} V${y - 20}`, '#8A6844', 9) + path(`M${x - 18} ${y - 44} h36 v34 q-18 26 -36 0Z`, '#6B7780');
  const team = [210, 520, 830]
    .map(
      (x, index) =>
        colleague(random, x, 690 - (index % 2) * 26, 330, accents[index % 3] ?? '#E0A100', -0.2) +
        spade(x + 104, 700 - (index % 2) * 26),
    )
    .join('');
  return land(paint, 540) + far + team + saplings;
}

function bike(x: number, y: number, size: number, frame: string, dark: string): string {
  const r = size * 0.27;
  const wheel = (at: number): string =>
    `<circle cx="${at}" cy="${y - r}" r="${r}" fill="none" stroke="${dark}" stroke-width="${size * 0.028}"/>${circle(at, y - r, size * 0.025, dark)}${[0, 30, 60, 90, 120, 150].map((angle) => `<line x1="${at - r}" y1="${y - r}" x2="${at + r}" y2="${y - r}" stroke="${dark}" stroke-opacity="0.35" stroke-width="${size * 0.006}" transform="rotate(${angle} ${at} ${y - r})"/>`).join('')}`;
  const [back, front] = [x - size * 0.36, x + size * 0.36];
  const [pedal, seat, neck] = [
    `${x - size * 0.06} ${y - r}`,
    `${x - size * 0.14} ${y - size * 0.58}`,
    `${x + size * 0.24} ${y - size * 0.6}`,
  ];
  return (
    wheel(back) +
    wheel(front) +
    line(
      `M${back} ${y - r} L${pedal} L${seat} Z M${pedal} L${neck} L${x - size * 0.13} ${y - size * 0.54} M${front} ${y - r} L${neck} l${-size * 0.02} ${-size * 0.12} l${size * 0.12} ${-size * 0.02}`,
      frame,
      size * 0.034,
    ) +
    line(`M${x - size * 0.22} ${y - size * 0.6} h${size * 0.15}`, dark, size * 0.045) +
    circle(x - size * 0.06, y - r, size * 0.045, dark)
  );
}

export function bikes(paint: Paint): string {
  const { random, deep, accents, hills } = paint;
  const trees = Array.from({ length: 6 }, (_, index) =>
    tree(60 + index * 215 + random.int(-30, 30), 560, random.int(150, 240), random.pick([hills[1], deep]), '#6E5138'),
  ).join('');
  const path1 =
    path(`M0 640 C300 600 800 690 1200 630 V${height} H0Z`, '#E9DFCB') +
    line('M0 716 C300 690 800 760 1200 712', '#FFFFFF', 7);
  const basket =
    rect(1010, 392, 110, 70, '#B98A55', 10) +
    circle(1035, 386, 24, accents[1] ?? '#D9603B') +
    circle(1070, 378, 28, '#7DB46C') +
    circle(1100, 388, 22, accents[0] ?? '#E0A100');
  return (
    land(paint, 580) +
    trees +
    path1 +
    bike(330, 715, 430, accents[1] ?? '#D9603B', '#2A2F36') +
    bike(860, 745, 520, accents[random.int(0, 2)] ?? '#2B5C8A', '#2A2F36') +
    basket
  );
}

export function sea(paint: Paint): string {
  const { random, accents } = paint;
  const blues = ['#5E9FB5', '#3D7F9C', '#2A6480'];
  const waves = blues
    .map(
      (blue, index) =>
        ridge(random, 400 + index * 52, 12, blue) +
        line(
          `M${random.int(60, 500)} ${416 + index * 52} q40 -14 80 0 t80 0 M${random.int(600, 1000)} ${426 + index * 52} q30 -12 60 0`,
          '#FFFFFF',
          4,
        ),
    )
    .join('');
  const x = random.int(880, 1040);
  const house =
    path(`M${x - 190} 420 q120 -90 260 -40 t200 40Z`, '#6B7A6A') +
    path(`M${x - 26} 372 L${x - 16} 190 h32 L${x + 26} 372Z`, '#FBF4E6') +
    rect(x - 23, 250, 46, 34, '#C8452F') +
    rect(x - 25, 318, 50, 34, '#C8452F') +
    rect(x - 20, 162, 40, 30, '#2A2F36', 6) +
    path(`M${x - 24} 164 L${x} 138 L${x + 24} 164Z`, '#C8452F');
  const sand =
    path(`M0 600 C260 540 620 640 1200 570 V${height} H0Z`, '#EBD6AC') +
    path(`M0 690 C360 650 700 730 1200 680 V${height} H0Z`, '#E0C58F');
  const bag = (at: number, y: number): string =>
    path(`M${at - 34} ${y} q-12 -70 22 -84 h24 q34 14 22 84Z`, '#3F5A4E') +
    line(`M${at - 12} ${y - 86} h24`, '#F3E3C3', 8);
  const team = [170, 430, 690, 930]
    .map(
      (at, index) =>
        colleague(
          random,
          at,
          730 - (index % 2) * 34,
          290,
          accents[index % 3] ?? '#E0A100',
          random.pick([-0.7, -0.2, 0.4]),
        ) + (index % 2 === 0 ? bag(at + 112, 736) : ''),
    )
    .join('');
  return sun(paint) + clouds(paint) + house + waves + sand + team;
}

export function city(paint: Paint): string {
  const { random, hills, deep, accents } = paint;
  const row = (base: number, tall: number, colour: string, glow: string, count: number): string =>
    Array.from({ length: count }, (_, index) => {
      const w = 1200 / count;
      const [x, h] = [index * w + random.int(-8, 8), tall * (0.45 + random.next() * 0.75)];
      const roof = random.weighted([
        ['flat', 3],
        ['point', 1],
        ['mast', 1],
      ] as const);
      const windows = Array.from({ length: Math.floor(h / 46) * 3 }, (_window, at) =>
        random.chance(0.55)
          ? rect(
              x + 14 + (at % 3) * ((w - 34) / 3 + 3),
              base - h + 20 + Math.floor(at / 3) * 44,
              (w - 44) / 3,
              22,
              glow,
              2,
            )
          : '',
      ).join('');
      const top =
        roof === 'point'
          ? path(`M${x} ${base - h} L${x + w / 2} ${base - h - 46} L${x + w - 6} ${base - h}Z`, colour)
          : roof === 'mast'
            ? line(`M${x + w / 2} ${base - h} v-54`, colour, 5)
            : '';
      return rect(x, base - h, w - 6, h + 10, colour, 3) + top + windows;
    }).join('');
  const trees = Array.from({ length: 9 }, (_, index) =>
    tree(
      40 + index * 140 + random.int(-20, 20),
      690,
      random.int(100, 160),
      random.pick([deep, '#6FA35F', hills[2]]),
      '#6E5138',
    ),
  ).join('');
  const team = [360, 500, 640, 790]
    .map((x, index) => colleague(random, x, 756, 250, accents[index % 3] ?? '#2B5C8A', index === 1 ? 0.8 : -0.5))
    .join('');
  return (
    sun(paint) +
    clouds(paint) +
    row(640, 330, hills[0], paint.sky[1], 11) +
    row(660, 260, hills[1], '#FFF3CF', 8) +
    path(`M0 650 C400 625 800 665 1200 640 V${height} H0Z`, hills[2]) +
    trees +
    path(`M0 740 C400 715 800 755 1200 730 V${height} H0Z`, '#E9DFCB') +
    team
  );
}

export function solar(paint: Paint): string {
  const { random, deep, accents } = paint;
  const panel = (x: number, y: number): string => {
    const lines = [1, 2, 3].map((at) => `M${x + at * 62} ${y} l-46 128`).join(' ');
    return (
      line(`M${x + 60} ${y + 120} v110 M${x + 200} ${y + 120} v110`, '#5B6670', 12) +
      path(`M${x} ${y} h250 l-46 128 h-250Z`, '#24476B') +
      line(`${lines} M${x - 16} ${y + 44} h250 M${x - 31} ${y + 86} h250`, '#6FA0C8', 3) +
      path(`M${x + 30} ${y + 10} h60 l-38 108 h-60Z`, '#FFFFFF', 'opacity="0.14"')
    );
  };
  const turbine = (x: number, y: number, size: number, angle: number): string =>
    path(
      `M${x - size * 0.02} ${y} L${x - size * 0.008} ${y - size} h${size * 0.016} L${x + size * 0.02} ${y}Z`,
      '#FFFFFF',
    ) +
    [0, 120, 240]
      .map((turn) =>
        path(
          `M${x} ${y - size} q${size * 0.05} ${-size * 0.2} 0 ${-size * 0.48} q${-size * 0.03} ${size * 0.2} 0 ${size * 0.48}Z`,
          '#FFFFFF',
          `transform="rotate(${turn + angle} ${x} ${y - size})"`,
        ),
      )
      .join('') +
    circle(x, y - size, size * 0.025, '#DDE3E6');
  const far = [140, 420, 1040]
    .map((x) => turbine(x + random.int(-40, 40), 480, random.int(190, 270), random.int(0, 100)))
    .join('');
  const team =
    colleague(random, 560, 750, 320, accents[0] ?? '#E0A100', 0.7) +
    colleague(random, 700, 750, 300, accents[1] ?? '#D9603B', -0.4);
  return (
    land(paint, 530) +
    far +
    panel(60, 440) +
    panel(370, 470) +
    panel(860, 450) +
    path(`M0 690 C400 660 800 700 1200 670 V${height} H0Z`, deep) +
    team
  );
}

export function hives(paint: Paint): string {
  const { random, accents, deep } = paint;
  const hive = (x: number, y: number, colour: string): string =>
    rect(x - 62, y - 14, 124, 12, '#6E5138') +
    rect(x - 56, y - 92, 112, 80, colour, 4) +
    rect(x - 56, y - 164, 112, 68, colour, 4, 'opacity="0.86"') +
    path(`M${x - 70} ${y - 164} L${x - 54} ${y - 192} h108 L${x + 70} ${y - 164}Z`, '#7B8790') +
    rect(x - 26, y - 36, 52, 9, '#2A211D', 4) +
    line(`M${x - 46} ${y} v24 M${x + 46} ${y} v24`, '#6E5138', 12);
  const flowers = Array.from({ length: 90 }, () => {
    const [x, y] = [random.int(0, 1200), random.int(610, 790)];
    const s = 5 + (y - 600) / 22;
    const colour = random.pick(['#E4572E', '#F2B134', '#FFFFFF', '#C86B98', '#5B6FC0']);
    return (
      line(`M${x} ${y + s * 3} V${y}`, deep, s / 5) +
      [0, 72, 144, 216, 288]
        .map(
          (angle) =>
            `<ellipse cx="${x}" cy="${y - s * 0.75}" rx="${s * 0.42}" ry="${s * 0.75}" fill="${colour}" transform="rotate(${angle} ${x} ${y})"/>`,
        )
        .join('') +
      circle(x, y, s * 0.4, '#F6D55C')
    );
  }).join('');
  const bees = Array.from({ length: 7 }, () => {
    const [x, y] = [random.int(180, 1050), random.int(290, 560)];
    return (
      line(`M${x - 90} ${y + 20} q26 -40 44 -8 t38 -10`, '#FFFFFF', 2) +
      `<ellipse cx="${x - 4}" cy="${y - 12}" rx="9" ry="13" fill="#FFFFFF" opacity="0.85" transform="rotate(-18 ${x} ${y})"/><ellipse cx="${x}" cy="${y}" rx="17" ry="11" fill="#F2B134"/>${line(`M${x - 5} ${y - 9} v18 M${x + 5} ${y - 9} v18`, '#2A211D', 4)}`
    );
  }).join('');
  const trees = Array.from({ length: 5 }, () =>
    tree(random.int(30, 1170), 560, random.int(140, 220), paint.hills[1], deep),
  ).join('');
  return (
    land(paint, 560) +
    trees +
    hive(280, 640, accents[0] ?? '#E0A100') +
    hive(520, 655, '#F7EFE2') +
    hive(760, 645, accents[2] ?? '#2B5C8A') +
    colleague(random, 980, 720, 340, '#F7F3E8', 0.1) +
    flowers +
    bees
  );
}

export function run(paint: Paint): string {
  const { random, accents, deep, hills } = paint;
  const runner = (x: number, y: number, size: number, cloth: string): string => {
    const skin = random.pick(['#F5D3BC', '#D09A72', '#A9714B', '#573424']);
    const hair = random.pick(['#2A211D', '#4A3021', '#B0763B', '#8B8B90']);
    return (
      line(
        `M${x} ${y - size * 0.42} L${x + size * 0.17} ${y - size * 0.28} L${x + size * 0.1} ${y - size * 0.04} l${size * 0.07} 0`,
        skin,
        size * 0.075,
      ) +
      line(
        `M${x} ${y - size * 0.42} L${x - size * 0.08} ${y - size * 0.2} L${x - size * 0.3} ${y - size * 0.16} l${-size * 0.01} ${-size * 0.07}`,
        skin,
        size * 0.075,
      ) +
      line(
        `M${x + size * 0.05} ${y - size * 0.7} L${x - size * 0.14} ${y - size * 0.6} L${x - size * 0.2} ${y - size * 0.46}`,
        skin,
        size * 0.055,
      ) +
      line(`M${x} ${y - size * 0.42} L${x + size * 0.06} ${y - size * 0.7}`, cloth, size * 0.16) +
      line(
        `M${x + size * 0.06} ${y - size * 0.69} L${x + size * 0.2} ${y - size * 0.56} L${x + size * 0.31} ${y - size * 0.66}`,
        skin,
        size * 0.055,
      ) +
      line(`M${x - size * 0.01} ${y - size * 0.4} l${size * 0.07} ${-size * 0.02}`, '#2D3A4A', size * 0.15) +
      circle(x + size * 0.1, y - size * 0.88, size * 0.085, skin) +
      path(
        `M${x + size * 0.015} ${y - size * 0.87} a${size * 0.09} ${size * 0.1} 0 0 1 ${size * 0.17} ${-size * 0.04} q${-size * 0.1} ${size * 0.02} ${-size * 0.17} ${size * 0.04}Z`,
        hair,
      ) +
      rect(x - size * 0.005, y - size * 0.62, size * 0.075, size * 0.075, '#FFFFFF', 3)
    );
  };
  const flags =
    Array.from({ length: 14 }, (_, index) =>
      path(`M${index * 90} ${250 + Math.sin(index / 2) * 22} l56 8 l-30 52Z`, accents[index % 4] ?? '#E0A100'),
    ).join('') + line(`M0 250 Q150 290 300 262 T600 258 T900 262 T1200 250`, '#FFFFFF', 3);
  const trees = Array.from({ length: 6 }, (_, index) =>
    tree(80 + index * 210, 570, random.int(130, 210), random.pick([deep, hills[1]]), '#6E5138', random.chance(0.3)),
  ).join('');
  const road =
    path(`M0 640 C300 600 900 600 1200 640 V${height} H0Z`, '#C9856A') +
    line('M0 700 C300 664 900 664 1200 700 M0 762 C300 730 900 730 1200 762', '#F6E7DA', 5);
  return (
    land(paint, 570) +
    trees +
    flags +
    road +
    [210, 470, 720, 970]
      .map((x, index) => runner(x, 745 - (index % 2) * 44, 380, accents[index % 3] ?? '#2B5C8A'))
      .join('')
  );
}
