/** Colours that must be read on: which ink stands out on a colour, and the colours of what has none of its own. */

function luminance(hex: string): number {
  const part = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

/** Near-black on the colours that carry it well, else white (WCAG 2 relative luminance). */
function inkOn(hex: string): string {
  const value = luminance(hex);
  return (value + 0.05) / (luminance('#12211E') + 0.05) >= 4.5 && value > 0.2 ? '#12211E' : '#FFFFFF';
}

/** A colour and the ink on it for small letters, at 4.5 to 1 at least: a middling colour is darkened until white stands out. */
export function badgeColours(hex: string): { background: string; color: string } {
  const ink = inkOn(hex);
  if (ink !== '#FFFFFF') return { background: hex, color: ink };
  let background = hex;
  for (let shade = 0.95; 1.05 / (luminance(background) + 0.05) < 4.5; shade -= 0.05) background = shaded(hex, shade);
  return { background, color: ink };
}

function shaded(hex: string, share: number): string {
  return `#${[1, 3, 5]
    .map((at) =>
      Math.round(parseInt(hex.slice(at, at + 2), 16) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

// Twelve hues that stay apart from one another, each dark enough for white letters.
const hues = [
  '#1F7A5A',
  '#2F6DB5',
  '#8A4FBF',
  '#B5562F',
  '#A23B72',
  '#4F7A1F',
  '#1F7A7A',
  '#7A5A1F',
  '#5A5AB5',
  '#B52F4A',
  '#3F7A3F',
  '#7A3F7A',
];

/** A colour of the categorical set that is always the same for the same text. */
export function hueOf(seed: string): string {
  let sum = 0;
  for (const letter of seed) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hues[sum % hues.length] ?? '#1F7A5A';
}
