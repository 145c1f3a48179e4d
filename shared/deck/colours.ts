/** Colours as numbers: mixing, contrast as WCAG counts it, and a readable shade of any colour on any ground. */

type Rgb = [number, number, number];

export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.replace('#', ''), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function hexOf([r, g, b]: Rgb): string {
  return `#${[r, g, b]
    .map((part) =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`.toUpperCase();
}

/** `share` of `b` in `a`: 0 is `a`, 1 is `b`. */
export function mix(a: string, b: string, share: number): string {
  const [from, to] = [rgbOf(a), rgbOf(b)];
  return hexOf([0, 1, 2].map((at) => (from[at] ?? 0) + ((to[at] ?? 0) - (from[at] ?? 0)) * share) as Rgb);
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance(hex: string): number {
  const [r, g, b] = rgbOf(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The colour itself, or the nearest darker or lighter shade of it that reaches `ratio` on `ground`. */
export function readable(colour: string, ground: string, ratio = 4.5): string {
  if (contrast(colour, ground) >= ratio) return hexOf(rgbOf(colour));
  const ends = luminance(ground) > 0.18 ? ['#000000', '#FFFFFF'] : ['#FFFFFF', '#000000'];
  for (const end of ends) {
    for (let share = 0.05; share <= 1; share += 0.05) {
      const shade = mix(colour, end, share);
      if (contrast(shade, ground) >= ratio) return shade;
    }
  }
  return contrast('#FFFFFF', ground) >= contrast('#000000', ground) ? '#FFFFFF' : '#000000';
}

/** The lighter or the darker of two inks, whichever reads better on `ground`. */
export function inkOn(ground: string, light = '#FFFFFF', dark = '#12211E'): string {
  return contrast(light, ground) >= contrast(dark, ground) ? light : dark;
}
