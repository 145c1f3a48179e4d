/** Letters on a person's, a goal's or a territory's colour can be read whatever the colour. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sdgColour, sdgNumbers } from '#shared/base/sdgs.ts';
import { badgeColours, hueOf } from '../../renderer/lib/colours.ts';
import { holds } from '../factories/properties.ts';

const part = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number =>
  [1, 3, 5]
    .map((at) => part(parseInt(hex.slice(at, at + 2), 16) / 255))
    .reduce((sum, value, index) => sum + value * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

it('reaches 4.5 to 1 on any colour', () => {
  holds(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const { background, color } = badgeColours(`#${value.toString(16).padStart(6, '0')}`);
      expect(contrast(background, color)).toBeGreaterThanOrEqual(4.5);
    }),
    { runs: 2000 },
  );
});

it('keeps the official colours of the goals that carry letters as they are, and gives the same hue to the same text', () => {
  expect(sdgNumbers.map(sdgColour)).toHaveLength(17);
  expect(badgeColours('#FCC30B').background).toBe('#FCC30B');
  expect(badgeColours('#19486A')).toEqual({ background: '#19486A', color: '#FFFFFF' });
  expect(hueOf('Bretagne')).toBe(hueOf('Bretagne'));
});
